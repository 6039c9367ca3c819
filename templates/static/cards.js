// Shows what is known of an entity when a link to it is pointed at or reached by keyboard. What a card
// says stands on the entity's page too: without this nothing is lost.
(function () {
  "use strict";
  var script = document.currentScript;
  var folder = script.dataset.entities;
  var count = Number(script.dataset.files);
  var OPEN_AFTER = 250;
  var CLOSE_AFTER = 200;
  var MARGIN = 8;
  var files = {};
  var card = null;
  var link = null;
  var timer = 0;

  // The id of the entity that a link leads to, if it does.
  function idOf(anchor) {
    if (anchor.origin !== location.origin || anchor.pathname === location.pathname) return null;
    if (!anchor.pathname.startsWith(folder)) return null;
    var id = anchor.pathname.slice(folder.length).replace(/\/$/, "");
    return id && !id.includes("/") ? decodeURIComponent(id) : null;
  }

  // FNV-1a, as the program that wrote the files has it.
  function hash(text) {
    return new TextEncoder().encode(text).reduce(function (hash, byte) {
      return Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }, 0x811c9dc5);
  }

  function find(id) {
    var number = hash(id) % count;
    files[number] = files[number] || fetch(folder + "cards/" + number + ".json")
      .then(function (answer) { return answer.ok ? answer.json() : {}; })
      .catch(function () { delete files[number]; return {}; });
    return files[number].then(function (cards) { return Object.hasOwn(cards, id) ? cards[id] : null; });
  }

  function line(name, text, parent) {
    var element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function show(anchor, told) {
    close();
    link = anchor;
    card = document.createElement("div");
    card.id = "entity-card";
    card.className = "card";
    card.setAttribute("role", "tooltip");
    line("card-kind kind " + told.kind, told.country ? told.label + " · " + told.country : told.label, card);
    line("card-name", told.name, card);
    if (told.role) {
      line("card-role", told.role, card);
      if (told.by) line("card-by", told.by, card);
    }
    line("card-counts", told.counts, card);
    card.addEventListener("pointerenter", function () { clearTimeout(timer); });
    card.addEventListener("pointerleave", closeSoon);
    document.body.append(card);
    link.setAttribute("aria-describedby", card.id);
    place();
  }

  // Below the link, or above it where there is no room; never beyond the edge of the window.
  function place() {
    var at = link.getClientRects()[0] || link.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var left = Math.max(MARGIN, Math.min(at.left, wide - card.offsetWidth - MARGIN));
    var below = at.bottom + MARGIN;
    var above = at.top - card.offsetHeight - MARGIN;
    var top = below + card.offsetHeight > window.innerHeight && above > 0 ? above : below;
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  function close() {
    clearTimeout(timer);
    if (!card) return;
    link.removeAttribute("aria-describedby");
    card.remove();
    card = null;
    link = null;
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(close, CLOSE_AFTER);
  }

  // Waits for the card and for a moment, so that a pointer passing over a text opens nothing.
  function open(anchor, id, wait) {
    clearTimeout(timer);
    var waited = new Promise(function (done) { timer = setTimeout(done, wait); });
    var asked = timer;
    Promise.all([find(id), waited]).then(function (found) {
      if (found[0] && timer === asked && anchor.isConnected) show(anchor, found[0]);
    });
  }

  function linkOf(event) {
    var target = event.target;
    return target instanceof Element ? target.closest("main a[href]") : null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var anchor = linkOf(event);
    if (anchor && anchor === link) return clearTimeout(timer);
    var id = anchor && idOf(anchor);
    if (id) open(anchor, id, OPEN_AFTER);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType !== "touch" && linkOf(event)) closeSoon();
  });
  document.addEventListener("focusin", function (event) {
    var anchor = linkOf(event);
    var id = anchor && anchor.matches(":focus-visible") && idOf(anchor);
    if (id) open(anchor, id, 0);
  });
  document.addEventListener("focusout", close);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });
})();
