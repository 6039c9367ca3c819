// Shows what a link leads to when it is pointed at or reached by keyboard: of an entity or a source, what
// is known of it; of a sentence of the same page, the paragraph round it. All of it stands where the link leads:
// without this nothing is lost.
(function () {
  "use strict";
  var script = document.currentScript;
  var sections = [
    { folder: script.dataset.entities, count: Number(script.dataset.files), files: {}, make: entityCard },
    { folder: script.dataset.sources, count: Number(script.dataset.sourceFiles), files: {}, make: sourceCard },
  ];
  var OPEN_AFTER = 250;
  var CLOSE_AFTER = 200;
  var MARGIN = 8;
  var card = null;
  var link = null;
  var timer = 0;

  // What a link leads to, if it is an entity or a source: its section, and its id there.
  function told(anchor) {
    // A link in a drawing has no parts of an address of its own.
    var url = new URL(anchor.getAttribute("href"), location);
    if (url.origin !== location.origin || url.pathname === location.pathname) return null;
    var section = sections.find(function (it) { return url.pathname.startsWith(it.folder); });
    if (!section) return null;
    var id = url.pathname.slice(section.folder.length).replace(/\/$/, "");
    return id && !id.includes("/") ? { section: section, id: decodeURIComponent(id) } : null;
  }

  // FNV-1a, as the program that wrote the files has it.
  function hash(text) {
    return new TextEncoder().encode(text).reduce(function (hash, byte) {
      return Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }, 0x811c9dc5);
  }

  function find(it) {
    var section = it.section;
    var number = hash(it.id) % section.count;
    section.files[number] = section.files[number] || fetch(section.folder + "cards/" + number + ".json")
      .then(function (answer) { return answer.ok ? answer.json() : {}; })
      .catch(function () { delete section.files[number]; return {}; });
    return section.files[number].then(function (cards) {
      return Object.hasOwn(cards, it.id) ? section.make(cards[it.id]) : null;
    });
  }

  function line(name, text, parent) {
    var element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function entityCard(told) {
    var card = document.createElement("div");
    card.className = "card";
    line("card-kind kind " + told.kind, told.country ? told.label + " · " + told.country : told.label, card);
    line("card-name", told.name, card);
    if (told.role) {
      line("card-role", told.role, card);
      if (told.by) line("card-by", told.by, card);
    }
    line("card-counts", told.counts, card);
    return card;
  }

  function sourceCard(told) {
    var card = document.createElement("div");
    card.className = "card";
    line("card-by", told.line, card);
    line("card-name", told.title, card).lang = told.lang;
    if (told.point) line("card-role", told.point, card).lang = told.lang;
    return card;
  }

  // The sentence that a link on the same page leads to, if it does.
  function sentenceOf(anchor) {
    if (anchor.pathname !== location.pathname || !/^#p\d+s\d+$/.test(anchor.hash)) return null;
    return document.getElementById(anchor.hash.slice(1));
  }

  function paragraphCard(sentence) {
    var card = document.createElement("div");
    card.className = "card context";
    card.lang = (sentence.closest("[lang]") || document.documentElement).lang;
    sentence.parentNode.childNodes.forEach(function (part) {
      var text = document.createElement(part === sentence ? "mark" : "span");
      text.textContent = part.textContent;
      card.append(text);
    });
    return card;
  }

  function show(anchor, made) {
    close();
    link = anchor;
    card = made;
    card.id = "link-card";
    card.setAttribute("role", "tooltip");
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

  // The card of a link, once there is one: nothing, where the link leads to something else.
  function cardOf(anchor) {
    var sentence = sentenceOf(anchor);
    if (sentence) return Promise.resolve(paragraphCard(sentence));
    var it = told(anchor);
    return it && find(it);
  }

  // Waits for the card and for a moment, so that a pointer passing over a text opens nothing.
  function open(anchor, wait) {
    var made = cardOf(anchor);
    if (!made) return;
    clearTimeout(timer);
    var waited = new Promise(function (done) { timer = setTimeout(done, wait); });
    var asked = timer;
    Promise.all([made, waited]).then(function (ready) {
      if (ready[0] && timer === asked && anchor.isConnected) show(anchor, ready[0]);
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
    if (anchor) open(anchor, OPEN_AFTER);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType !== "touch" && linkOf(event)) closeSoon();
  });
  document.addEventListener("focusin", function (event) {
    var anchor = linkOf(event);
    if (anchor && anchor.matches(":focus-visible")) open(anchor, 0);
  });
  document.addEventListener("focusout", close);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });
})();
