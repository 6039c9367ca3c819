// Nothing here is needed to read. It runs in the head, before the page is painted, so that a chosen
// scheme does not flash; the rest waits for the document.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "dossier-theme";

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function remember(theme) {
    try { localStorage.setItem(KEY, theme); } catch (error) { /* private windows may refuse */ }
  }

  var chosen = remembered();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  // Till the scripts have run, what they fold is folded and what they show has its place: the page does not jump.
  root.classList.add("starting");

  function setUpToggle() {
    var button = document.querySelector(".theme-toggle");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      remember(root.dataset.theme);
    });
  }

  // On narrow screens the side stands above the text: folded, so that the text is near.
  function foldSide() {
    if (!matchMedia("(max-width: 59.99rem)").matches) return;
    document.querySelectorAll(".side details[open]").forEach(function (details) { details.open = false; });
  }

  // On paper nothing can be unfolded: what is folded for want of room on the screen is printed in full.
  function unfoldForPrint() {
    var unfolded = [];
    addEventListener("beforeprint", function () {
      var parts = ".side > details, .quotes > details, .mentions > details, .dates > details, .others";
      unfolded = Array.from(document.querySelectorAll(parts)).filter(function (it) { return !it.open; });
      unfolded.forEach(function (it) { it.open = true; });
    });
    addEventListener("afterprint", function () {
      unfolded.forEach(function (it) { it.open = false; });
    });
  }

  // "/" begins a search, wherever one is not writing.
  function setUpSearchKey() {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      var target = event.target;
      if (target instanceof Element && target.closest("input, select, textarea, [contenteditable]")) return;
      var field = document.getElementById("search-query");
      var link = document.querySelector(".search-link");
      if (!field && !link) return;
      event.preventDefault();
      if (field) { field.focus(); field.select(); } else location.href = link.href;
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    setUpSearchKey();
    setUpToggle();
    foldSide();
    unfoldForPrint();
    root.classList.remove("starting");
  });
})();
