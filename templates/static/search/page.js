// The search page: asks as you type, shows names first, then the sources with the sentences that answer.
(function () {
  "use strict";
  var box = document.getElementById("search");
  if (!box) return;
  var W = dossierSearch.words;
  var told = box.dataset;
  var index = dossierSearch.open(told.folder, told.version);
  var engine = dossierSearch.query(index);
  var shown = dossierSearch.results(told, index, function (chosen) { choose(chosen); input.focus(); });
  var make = shown.make;
  var input = document.getElementById("search-query");
  var popup = document.getElementById("search-completions");
  var status = document.getElementById("search-status");
  var results = document.getElementById("search-results");
  var field = {};
  ["kind", "outlet", "from", "to"].forEach(function (name) { field[name] = document.getElementById("search-" + name); });
  var about = document.getElementById("search-about");
  var AT_ONCE = 10;
  var NAMES = 6;
  var COMPLETIONS = 6;
  var WAIT = 120;
  var DAY = 24 * 3600 * 1000;
  var asked = 0;
  var timer = 0;
  var entity = null;
  var root = null;

  function say(text, count) { status.textContent = text.replace("__", count); }

  function day(value) {
    var time = value ? Date.parse(value + "T00:00:00Z") : NaN;
    return Number.isNaN(time) ? null : Math.round(time / DAY);
  }

  function filters() {
    return { outlet: Number(field.outlet.value) || 0, from: day(field.from.value), to: day(field.to.value),
      entity: entity ? entity.number : null };
  }

  function filtering() { return Boolean(entity || Number(field.outlet.value) || field.from.value || field.to.value); }

  function section(title, list) {
    var element = make("section");
    element.append(make("h2", "", title), list);
    return element;
  }

  // Shows the sources from `first` on; a button fetches more.
  function showSources(list, found, first, turn) {
    var ids = found.documents.slice(first, first + AT_ONCE);
    return Promise.all(ids.map(index.text)).then(function (texts) {
      if (turn !== asked) return;
      texts.forEach(function (text) { list.append(shown.source(text, found)); });
      var next = first + ids.length;
      if (next >= found.documents.length) return;
      var more = make("button", "more-results", told.more.replace("__", found.documents.length - next));
      more.type = "button";
      more.addEventListener("click", function () {
        var last = list.lastElementChild;
        more.remove();
        showSources(list, found, next, turn).then(function () {
          var link = last && last.nextElementSibling && last.nextElementSibling.querySelector("a");
          if (link) link.focus();
        });
      });
      list.after(more);
    });
  }

  function nothing(found) {
    var box = make("div", "empty");
    box.append(make("p", "", found && found.tooMany ? told.tooShort : told.nothing));
    var missing = found ? found.words.filter(function (it) { return !it.lines.length && !it.entities.size; }) : [];
    if (missing.length && !(found && found.tooMany)) {
      box.append(make("p", "missing-words", told.missing + " " + missing.map(function (it) { return it.word; }).join(", ")));
    }
    if (filtering()) {
      var reset = make("button", "", told.reset);
      reset.type = "button";
      reset.addEventListener("click", function () { clear(); input.focus(); });
      box.append(reset);
    } else if (!(found && found.tooMany)) {
      var hint = make("p", "", told.hint + " ");
      document.querySelectorAll(".masthead nav a").forEach(function (it, at) {
        var to = make("a", "", it.textContent);
        to.href = it.href;
        if (at < 2) hint.append(at ? ", " : "", to);
      });
      box.append(hint);
    }
    return box;
  }

  function show(found, turn) {
    var kind = field.kind.value;
    var wantsNames = kind !== "source" && !entity;
    return (wantsNames ? shown.names(found, kind) : Promise.resolve([])).then(function (known) {
      if (turn !== asked) return;
      var wantsSources = kind === "" || kind === "source";
      var documents = wantsSources ? found.documents.length : 0;
      var all = document.createDocumentFragment();
      if (known.length) {
        var list = make("ul", "found-names");
        known.slice(0, NAMES).forEach(function (it) { list.append(shown.name(it.number, it.told)); });
        all.append(section(told.names, list));
      }
      var items = make("ol", "found-sources");
      var ready = Promise.resolve();
      if (documents) {
        var part = section(told.found.replace("__", documents), items);
        all.append(part);
        ready = showSources(items, found, 0, turn);
      }
      if (!known.length && !documents) all.append(nothing(found));
      return ready.then(function () {
        if (turn !== asked) return;
        results.replaceChildren(all);
        if (!known.length && !documents) say(found.tooMany ? told.tooShort : told.nothing);
        else say((known.length ? told.names + ": " + Math.min(known.length, NAMES) + ". " : "") + (documents ? told.found : ""), documents);
        results.dataset.query = input.value;
      });
    });
  }

  // Completions -------------------------------------------------------------------------------------

  var options = [];
  var active = -1;

  function closePopup() {
    popup.hidden = true;
    popup.replaceChildren();
    options = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(next) {
    if (active >= 0) popup.children[active].removeAttribute("aria-selected");
    active = (next + options.length + 1) % (options.length + 1);
    if (active === options.length) active = -1;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    popup.children[active].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", popup.children[active].id);
  }

  function pick(text) {
    var words = W.words(input.value);
    var last = words[words.length - 1];
    input.value = input.value.slice(0, last ? last.start : 0) + text + " ";
    closePopup();
    ask(0);
    input.focus();
  }

  // What the open word may become: the commonest words that begin so.
  function complete(found) {
    closePopup();
    var last = found.words[found.words.length - 1];
    if (!last || document.activeElement !== input || !/[\p{L}\p{N}]$/u.test(input.value)) return;
    var lines = last.completions.filter(function (line) {
      return line.documents !== undefined && !line.word.includes("~") && line.word !== last.word && line.word.startsWith(last.word);
    });
    lines.sort(function (a, b) { return index.documents(b).ids.length - index.documents(a).ids.length || (a.word < b.word ? -1 : 1); });
    options = lines.slice(0, COMPLETIONS).map(function (line) { return line.word; });
    if (!options.length) return;
    options.forEach(function (text, number) {
      var option = make("li", "", text);
      option.id = "search-completion-" + number;
      option.setAttribute("role", "option");
      option.addEventListener("pointerdown", function (event) { event.preventDefault(); pick(text); });
      popup.append(option);
    });
    popup.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  // Asking ------------------------------------------------------------------------------------------

  function remember() {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    ["kind", "from", "to"].forEach(function (name) { if (field[name].value) state.set(name, field[name].value); });
    if (Number(field.outlet.value)) state.set("outlet", root.outlets[field.outlet.value - 1]);
    if (entity) { state.set("entity", entity.id); state.set("number", entity.number); }
    var text = state.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  function answer() {
    var turn = ++asked;
    remember();
    var query = input.value;
    if (!W.words(query).length && !entity) {
      results.replaceChildren();
      results.dataset.query = query;
      say("");
      return closePopup();
    }
    engine.run(query, filters()).then(function (found) {
      if (turn !== asked) return;
      complete(found);
      return show(found, turn);
    }).catch(function () {
      if (turn !== asked) return;
      results.replaceChildren(make("p", "empty", told.failed));
      say(told.failed);
    });
  }

  function ask(wait) {
    clearTimeout(timer);
    timer = setTimeout(answer, wait);
  }

  function choose(chosen) {
    entity = chosen;
    about.hidden = !chosen;
    about.querySelector("span").textContent = chosen ? chosen.name : "";
    ask(0);
  }

  function clear() {
    ["kind", "outlet", "from", "to"].forEach(function (name) { field[name].value = ""; });
    choose(null);
  }

  input.addEventListener("input", function () { ask(WAIT); });
  input.addEventListener("blur", closePopup);
  input.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !popup.hidden) { event.preventDefault(); closePopup(); }
    else if (event.key === "ArrowDown" && options.length) { event.preventDefault(); activate(active + 1); }
    else if (event.key === "ArrowUp" && options.length) { event.preventDefault(); activate(active < 0 ? options.length - 1 : active - 1); }
    else if (event.key === "Enter" && active >= 0) pick(options[active]);
    else if (event.key === "Enter") { closePopup(); ask(0); }
  });
  Object.values(field).forEach(function (control) { control.addEventListener("change", function () { ask(0); }); });
  about.querySelector("button").addEventListener("click", function () { choose(null); input.focus(); });

  box.hidden = false;
  index.root().then(function (read) {
    root = read;
    root.outlets.forEach(function (outlet, at) {
      var option = make("option", "", outlet);
      option.value = at + 1;
      field.outlet.append(option);
    });
    var state = new URLSearchParams(location.search);
    input.value = input.value || state.get("q") || "";
    ["kind", "from", "to"].forEach(function (name) { if (state.get(name)) field[name].value = state.get(name); });
    var outlet = root.outlets.indexOf(state.get("outlet"));
    if (outlet >= 0) field.outlet.value = outlet + 1;
    box.dataset.ready = "true";
    if (document.activeElement === document.body) input.focus();
    if (!state.get("entity")) return ask(0);
    return index.name(Number(state.get("number"))).then(function (known) {
      // Numbers change from build to build: an id that is not the number's any more filters nothing.
      if (known && known[2] === state.get("entity")) choose({ number: Number(state.get("number")), id: known[2], name: known[0] });
      else ask(0);
    }, function () { ask(0); });
  }).catch(function () { say(told.failed); });
})();
