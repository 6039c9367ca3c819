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

  function normal(text) {
    return text.toLowerCase().replace(/ё/g, "е").trim();
  }

  // Lists that name a filter get a field above them, once they are long enough to need one.
  function setUpFilter(list) {
    var items = Array.from(list.querySelectorAll("li"));
    if (items.length < 12) return;
    var label = document.createElement("label");
    label.className = "filter";
    label.textContent = list.dataset.filter;
    var input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    var none = document.createElement("output");
    label.append(input, none);
    list.before(label);
    var words = items.map(function (item) { return normal(item.dataset.words || item.textContent); });
    input.addEventListener("input", function () {
      var wanted = normal(input.value).split(/\s+/);
      var shown = 0;
      items.forEach(function (item, index) {
        var fits = wanted.every(function (word) { return words[index].includes(word); });
        item.hidden = !fits;
        if (fits) shown += 1;
      });
      none.textContent = shown ? "" : list.dataset.filterNone;
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    setUpToggle();
    foldSide();
    document.querySelectorAll("[data-filter]").forEach(setUpFilter);
  });
})();
