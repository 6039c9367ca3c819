// Shows only the events of one entity or one source. Without it, the pages of entities and sources have
// their own timelines.
(function () {
  "use strict";
  var filter = document.querySelector(".timeline-filter");
  if (!filter) return;
  filter.hidden = false;
  var output = filter.querySelector("output");
  var choices = Array.from(filter.querySelectorAll("select"));
  var events = Array.from(document.querySelectorAll(".year .event"));

  function fits(event) {
    return choices.every(function (choice) {
      var ids = event.dataset[choice.name === "entity" ? "entities" : "sources"];
      return !choice.value || ids.includes(" " + choice.value + " ");
    });
  }

  function apply() {
    var shown = 0;
    events.forEach(function (event) {
      event.hidden = !fits(event);
      if (!event.hidden) shown += 1;
    });
    document.querySelectorAll(".month, .year").forEach(function (part) {
      part.hidden = !part.querySelector(".event:not([hidden])");
    });
    output.textContent = shown === events.length ? "" : output.dataset.shown + " " + shown + " / " + events.length;
    var query = new URLSearchParams();
    choices.forEach(function (choice) { if (choice.value) query.set(choice.name, choice.value); });
    var search = query.toString();
    history.replaceState(null, "", location.pathname + (search ? "?" + search : "") + location.hash);
  }

  // A filtered timeline can be sent to somebody as its address.
  var wanted = new URLSearchParams(location.search);
  choices.forEach(function (choice) {
    var value = wanted.get(choice.name);
    if (Array.from(choice.options).some(function (option) { return option.value === value; })) choice.value = value;
    choice.addEventListener("change", apply);
  });
  filter.querySelector("button").addEventListener("click", function () {
    choices.forEach(function (choice) { choice.value = ""; });
    apply();
  });
  apply();
})();
