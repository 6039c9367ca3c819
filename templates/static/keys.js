// Keys for those who would rather not reach for the mouse, and the list of them. Single letters can be
// switched off (WCAG 2.1.4): whoever speaks to the computer says letters too.
(function () {
  "use strict";
  var list = document.querySelector("dialog.keys");
  var opener = document.querySelector(".keys-open");
  if (!list || !list.showModal) return;
  var KEY = "dossier-keys";
  var choice = list.querySelector("input");
  var base = document.querySelector(".brand").pathname;
  var PLACES = { h: "", s: "sources/", e: "entities/", t: "timeline/" };

  try { choice.checked = localStorage.getItem(KEY) !== "off"; } catch (error) { /* then they are on */ }
  choice.addEventListener("change", function () {
    try { localStorage.setItem(KEY, choice.checked ? "on" : "off"); } catch (error) { /* for this page only */ }
  });
  list.querySelectorAll("[data-needs]").forEach(function (row) {
    row.hidden = !document.querySelector(row.dataset.needs);
  });

  function show() {
    if (!list.open) list.showModal();
  }
  opener.hidden = false;
  opener.addEventListener("click", show);
  list.querySelector(".keys-close").addEventListener("click", function () { list.close(); });

  function isWriting(target) {
    return target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (!choice.checked || list.open) return;
    // On a keyboard of Cyrillic letters the same key means the same.
    var key = event.key === "?" ? "?" : /^Key[A-Z]$/.test(event.code) && !event.shiftKey ? event.code[3].toLowerCase() : event.key;
    if (key === "?" || event.shiftKey && event.code === "Slash") {
      event.preventDefault();
      return show();
    }
    if (event.key.length !== 1) return;
    var to = key === "n" || key === "p"
      ? document.querySelector(".neighbours a[rel=" + (key === "n" ? "next" : "prev") + "]")
      : Object.hasOwn(PLACES, key) && { href: base + PLACES[key] };
    if (to) location.href = to.href;
    else document.dispatchEvent(new CustomEvent("shortcut", { detail: key }));
  });
})();
