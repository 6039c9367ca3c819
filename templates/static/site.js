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

  document.addEventListener("DOMContentLoaded", function () {
    setUpToggle();
    foldSide();
  });
})();
