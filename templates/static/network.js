// Filters the network by kind and strength, and shows whom a name has ties with when it is pointed at.
// Without it the drawing is complete, and the table says the same.
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";

  function setUpFilter(filter) {
    var boxes = Array.from(filter.querySelectorAll("input"));
    var select = filter.querySelector("select");
    var output = filter.querySelector("output");
    var parts = Array.from(document.querySelectorAll("[data-kinds]"));
    var marks = document.querySelectorAll(".network.wide .mark");
    filter.hidden = false;

    function apply() {
      var least = select ? Number(select.value) : 1;
      var hidden = boxes.filter(function (box) { return !box.checked; }).map(function (box) { return box.value; });
      parts.forEach(function (part) {
        var fits = Number(part.dataset.least) >= least &&
          part.dataset.kinds.split(" ").every(function (kind) { return !hidden.includes(kind); });
        // An element of a drawing has no `hidden` of its own.
        part.toggleAttribute("hidden", !fits);
      });
      var shown = Array.from(marks).filter(function (mark) { return !mark.hasAttribute("hidden"); }).length;
      output.textContent = shown === marks.length ? "" : output.dataset.shown + " " + shown + " / " + marks.length;
    }

    boxes.forEach(function (box) { box.addEventListener("change", apply); });
    if (select) select.addEventListener("change", apply);
    filter.querySelector("button").addEventListener("click", function () {
      boxes.forEach(function (box) { box.checked = true; });
      if (select) select.selectedIndex = 0;
      apply();
    });
    // A page that the browser restores has its fields as they were left.
    apply();
  }

  function setUpPointing(svg) {
    var marks = Array.from(svg.querySelectorAll(".mark"));
    var lines = document.createElementNS(SVG, "path");
    lines.setAttribute("class", "lit");
    svg.querySelector(".ties").after(lines);

    function clear() {
      svg.classList.remove("pointed");
      lines.setAttribute("d", "");
      marks.forEach(function (mark) { mark.classList.remove("near"); });
    }

    function show(mark) {
      clear();
      var path = "";
      var near = mark.dataset.near ? mark.dataset.near.split(" ") : [];
      near.concat(marks.indexOf(mark)).forEach(function (number) {
        var other = marks[number];
        if (other.hasAttribute("hidden")) return;
        other.classList.add("near");
        path += "M" + mark.dataset.x + " " + mark.dataset.y + "L" + other.dataset.x + " " + other.dataset.y;
      });
      lines.setAttribute("d", path);
      svg.classList.add("pointed");
    }

    svg.addEventListener("pointerover", function (event) {
      var mark = event.target.closest(".mark");
      if (mark) show(mark);
    });
    svg.addEventListener("pointerleave", clear);
    svg.addEventListener("focusin", function (event) {
      var mark = event.target.closest(".mark");
      if (mark) show(mark);
    });
    svg.addEventListener("focusout", clear);
  }

  document.querySelectorAll(".picture-filter").forEach(setUpFilter);
  document.querySelectorAll(".network svg").forEach(setUpPointing);
})();
