// Shows only the events of one entity or one source. Without it, the pages of entities and sources have
// their own timelines.
(function () {
  "use strict";
  var form = document.querySelector(".timeline-filter");
  if (!form) return;
  form.hidden = false;
  var output = form.querySelector("output");
  var events = Array.from(document.querySelectorAll(".year .event"));

  function has(event, name, value) {
    return !value || event.getAttribute("data-" + name).includes(" " + value + " ");
  }

  function value(name) {
    return form.elements[name] ? form.elements[name].value : "";
  }

  function apply() {
    var shown = 0;
    events.forEach(function (event) {
      var fits = has(event, "entities", value("entity")) && has(event, "sources", value("source"));
      event.hidden = !fits;
      if (fits) shown += 1;
    });
    document.querySelectorAll(".month, .year").forEach(function (part) {
      part.hidden = !part.querySelector(".event:not([hidden])");
    });
    var all = shown === events.length;
    output.textContent = all ? "" : output.dataset.shown + " " + shown + " / " + events.length;
    var query = new URLSearchParams();
    ["entity", "source"].forEach(function (name) { if (value(name)) query.set(name, value(name)); });
    var search = query.toString();
    history.replaceState(null, "", location.pathname + (search ? "?" + search : "") + location.hash);
  }

  // A filtered timeline can be sent to somebody as its address.
  new URLSearchParams(location.search).forEach(function (wanted, name) {
    if (form.elements[name]) form.elements[name].value = wanted;
  });
  form.addEventListener("change", apply);
  form.addEventListener("reset", function () { setTimeout(apply); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
})();
