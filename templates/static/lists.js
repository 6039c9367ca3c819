// Filters and sorts long lists. Without it they stand complete, in alphabetical order.
(function () {
  "use strict";

  function normal(text) {
    return text.toLowerCase().replace(/ё/g, "е").trim();
  }

  // Lists that name a filter get a field above them, once they are long enough to need one.
  function setUpFilter(list) {
    var rows = Array.from(list.querySelectorAll("[data-words]"));
    var items = rows.length ? rows : Array.from(list.querySelectorAll("li"));
    if (items.length < 12) return;
    var box = document.createElement("div");
    box.className = "filter";
    var label = document.createElement("label");
    label.textContent = list.dataset.filter;
    var input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    var none = document.createElement("output");
    label.append(input);
    box.append(label, none);
    list.before(box);
    var words = items.map(function (item) { return normal(item.dataset.words || item.textContent); });
    input.addEventListener("input", function () {
      var wanted = normal(input.value).split(/\s+/);
      var shown = 0;
      items.forEach(function (item, index) {
        var fits = wanted.every(function (word) { return words[index].includes(word); });
        item.hidden = !fits;
        if (fits) shown += 1;
      });
      list.classList.toggle("filtered", input.value.trim() !== "");
      list.querySelectorAll("tbody").forEach(function (group) {
        group.hidden = !group.querySelector("tr[data-words]:not([hidden])");
      });
      none.textContent = shown ? "" : list.dataset.filterNone;
    });
  }

  // The column heads of a table become buttons. Rows are moved, never made: nothing is lost on the way.
  function setUpSort(table) {
    var groups = Array.from(table.tBodies);
    var rows = Array.from(table.querySelectorAll("tr[data-words]")).map(function (row, place) {
      return { row: row, group: row.parentNode, place: place };
    });
    if (rows.length < 3) return;
    var heads = Array.from(table.querySelectorAll("th[data-sort]"));

    function sort(column, descending) {
      var alphabetical = column === 0 && !descending;
      var sorted = rows.slice();
      if (column > 0) {
        var number = function (it) { return Number(it.row.cells[column].textContent); };
        sorted.sort(function (a, b) { return (number(a) - number(b)) * (descending ? -1 : 1) || a.place - b.place; });
      } else if (descending) {
        sorted.reverse();
      }
      sorted.forEach(function (it) { (alphabetical ? it.group : groups[0]).append(it.row); });
      table.classList.toggle("resorted", !alphabetical);
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("tr[data-words]:not([hidden])");
      });
      heads.forEach(function (head, index) {
        if (index === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        // Names begin with А, numbers with the greatest.
        sort(column, now ? now === "ascending" : column > 0);
      });
    });
  }

  document.querySelectorAll("[data-filter]").forEach(setUpFilter);
  document.querySelectorAll(".names-table").forEach(setUpSort);
})();
