// What a found name and a found source look like. `choose` is told of a name that the reader picks.
dossierSearch.results = function (told, index, choose) {
  "use strict";
  var W = dossierSearch.words;
  // Names that are looked at, of which the page shows the first few.
  var CANDIDATES = 24;
  // Sentences of a source.
  var SENTENCES = 2;

  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function link(address, text, name) {
    var anchor = make("a", name, text);
    anchor.href = address;
    return anchor;
  }

  // Text with the words that were asked for set off.
  function marked(text, matches) {
    var element = document.createDocumentFragment();
    var at = 0;
    W.words(text).forEach(function (found) {
      if (!matches(found.word)) return;
      element.append(text.slice(at, found.start));
      element.append(make("mark", "", text.slice(found.start, found.end)));
      at = found.end;
    });
    element.append(text.slice(at));
    return element;
  }

  function hasPhrase(words, phrase) {
    return words.some(function (_, at) {
      return phrase.every(function (matches, offset) { return at + offset < words.length && matches(words[at + offset]); });
    });
  }

  // The sentences that have most of what was asked for, in reading order.
  function best(text, found) {
    var all = [];
    text.text.forEach(function (sentences, paragraph) {
      sentences.forEach(function (sentence, number) {
        var words = W.words(sentence).map(function (it) { return it.word; });
        var score = found.matchers.filter(function (matches) { return words.some(matches); }).length +
          3 * found.phrases.filter(function (phrase) { return hasPhrase(words, phrase); }).length;
        if (score) all.push({ sentence: sentence, anchor: "p" + (paragraph + 1) + "s" + (number + 1), score: score, place: all.length });
      });
    });
    all.sort(function (a, b) { return b.score - a.score || a.place - b.place; });
    return all.slice(0, SENTENCES).sort(function (a, b) { return a.place - b.place; });
  }

  function source(text, found) {
    var matches = function (word) { return found.matchers.some(function (matcher) { return matcher(word); }); };
    var address = told.sources + encodeURIComponent(text.slug) + "/";
    var item = make("li", "result");
    var heading = make("h3");
    var title = link(address, undefined, "");
    title.lang = text.lang;
    title.append(marked(text.title, matches));
    heading.append(title);
    var meta = make("p", "meta");
    if (text.outlet) meta.append(make("span", "outlet", text.outlet));
    var date = make(text.date ? "time" : "span", text.date ? "" : "missing", text.date || told.noDate);
    if (text.datetime) date.dateTime = text.datetime;
    meta.append(date);
    item.append(heading, meta);
    best(text, found).forEach(function (hit) {
      var line = make("p", "hit");
      line.lang = text.lang;
      var words = link(address + "#" + hit.anchor, undefined, "");
      words.append(marked(hit.sentence, matches));
      line.append(words);
      item.append(line);
    });
    return item;
  }

  function name(number, known) {
    var item = make("li");
    item.append(link(told.entities + encodeURIComponent(known[2]) + "/", known[0], "entity " + known[1]), " ");
    item.append(make("span", "count", known[3]), " ");
    var only = make("button", "only", told.only);
    only.type = "button";
    only.setAttribute("aria-label", told.only + ": " + known[0]);
    only.addEventListener("click", function () { choose({ number: number, id: known[2], name: known[0] }); });
    item.append(only);
    return item;
  }

  // Names that answer, the exact and short ones first.
  function names(found, kind) {
    var exact = found.entities.filter(found.isExact);
    var other = found.entities.filter(function (entity) { return !found.isExact(entity); });
    var candidates = exact.concat(other).slice(0, CANDIDATES);
    return Promise.all(candidates.map(index.name)).then(function (read) {
      var all = candidates.map(function (number, at) {
        var words = W.words(read[at][0]).length;
        return { number: number, told: read[at], exact: found.isExact(number), whole: words <= found.words.length };
      }).filter(function (it) { return kind === "" || kind === it.told[1]; });
      all.sort(function (a, b) { return b.exact - a.exact || b.whole - a.whole || a.number - b.number; });
      return all;
    });
  }

  return { make: make, source: source, name: name, names: names };
};
