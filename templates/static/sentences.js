// A quiet button beside the sentence that is pointed at, linked to or chosen by keyboard; behind it a
// permanent link, citations and the place in the original. Without it the section on citing has the
// references as text, and every sentence its address.
(function () {
  "use strict";
  var cite = document.querySelector(".cite");
  var tools = document.getElementById("sentence-tools");
  var sentences = Array.from(document.querySelectorAll(".article .sentence"));
  if (!cite || !tools) return;
  var MARGIN = 8;
  var button = document.createElement("button");
  button.type = "button";
  button.className = "sentence-button";
  button.setAttribute("aria-expanded", "false");
  var sentence = null;
  var menu = null;

  // Copying ---------------------------------------------------------------------------------------

  // Puts a text on the clipboard. Where the browser refuses, `refused` is told.
  function copy(text, done, refused) {
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, refused);
    else refused();
  }

  // Shows a text to be copied by hand.
  function byHand(text, place) {
    var area = document.createElement("textarea");
    area.readOnly = true;
    area.value = text;
    area.setAttribute("aria-label", cite.dataset.byHand);
    place.append(area);
    area.focus();
    area.select();
  }

  function reference(style) {
    var heading = document.getElementById("cite-" + style);
    return heading ? heading.parentNode.querySelector(".reference").textContent : "";
  }

  function numbers() {
    return /^p(\d+)s(\d+)$/.exec(sentence.id);
  }

  // The words of the sentence as the source has them.
  function words() {
    return sentence.textContent.replace(/\s+/g, " ").trim();
  }

  // TeX's special characters as text.
  function tex(text) {
    return text.replace(/\\/g, "\u0000").replace(/[&%$#_{}]/g, "\\$&").replace(/~/g, "\\textasciitilde{}")
      .replace(/\^/g, "\\textasciicircum{}").replace(/\u0000/g, "\\textbackslash{}");
  }

  function link() {
    return cite.dataset.page + "#" + sentence.id;
  }

  function citation(style) {
    var at = numbers();
    if (style === "link") return link();
    if (style === "apa") {
      return "“" + words() + "” (" + cite.dataset.inText + ", para. " + at[1] + ")\n" + reference("apa") + "\n" + link();
    }
    if (style === "bibtex") {
      var note = "«" + tex(words()) + "» " + link();
      return reference("bibtex").replace(/\n\}\s*$/, function () { return ",\n  note = {" + note + "}\n}"; });
    }
    return "«" + words() + "»\n" + reference("gost") + "\nАбз. " + at[1] + ", предл. " + at[2] + ": " + link();
  }

  // The place in the original: `data-named` says how many words before the sentence, of its beginning
  // and of its end name it.
  function encode(list) {
    return list.map(function (word) {
      return encodeURIComponent(word).replace(/[!'()*-]/g, function (c) {
        return "%" + c.charCodeAt(0).toString(16).toUpperCase();
      });
    }).join("%20");
  }

  function original() {
    var address = cite.dataset.original;
    if (!address || !sentence.dataset.named) return address;
    var counts = sentence.dataset.named.split(" ").map(Number);
    var all = words().split(" ");
    var directive = encode(all.slice(0, counts[1]));
    if (counts[2]) directive += "," + encode(all.slice(-counts[2]));
    if (counts[0]) {
      var range = document.createRange();
      range.setStart(sentence.parentNode, 0);
      range.setEndBefore(sentence);
      var before = range.toString().trim().split(/\s+/).filter(Boolean).slice(-counts[0]);
      if (before.length) directive = encode(before) + "-," + directive;
    }
    address = address.split(":~:")[0];
    return address + (address.includes("#") ? "" : "#") + ":~:text=" + directive;
  }

  // The button and its menu -----------------------------------------------------------------------

  function place(text) {
    var at = numbers();
    return text + " " + at[1] + ", " + at[2];
  }

  // The button stands behind its sentence, so that Tab reaches it from there.
  function attach(to) {
    if (menu || to === sentence && button.isConnected) return;
    sentence = to;
    var paragraph = sentence.parentNode;
    var first = sentence.getClientRects()[0];
    if (!first) return;
    sentence.after(button);
    button.setAttribute("aria-label", place(tools.content.querySelector("[role=dialog]").getAttribute("aria-label") + ":"));
    button.style.top = first.top - paragraph.getBoundingClientRect().top + "px";
  }

  function open() {
    menu = document.importNode(tools.content, true).querySelector(".sentence-menu");
    menu.querySelector(".which").append(" " + numbers()[1] + ", " + numbers()[2]);
    var to = menu.querySelector(".original");
    if (to) to.href = original();
    menu.addEventListener("click", chosen);
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget) && event.relatedTarget !== button) close(false);
    });
    document.body.append(menu);
    button.setAttribute("aria-expanded", "true");
    sentence.classList.add("current");
    var at = button.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var left = Math.max(MARGIN, Math.min(at.left, wide - menu.offsetWidth - MARGIN));
    var above = at.top - menu.offsetHeight - MARGIN;
    var top = at.bottom + menu.offsetHeight + MARGIN > window.innerHeight && above > 0 ? above : at.bottom + 4;
    menu.style.left = left + window.scrollX + "px";
    menu.style.top = top + window.scrollY + "px";
    menu.querySelector("button").focus({ preventScroll: true });
  }

  function close(back) {
    if (!menu) return;
    var it = menu;
    menu = null;
    it.remove();
    button.setAttribute("aria-expanded", "false");
    sentence.classList.remove("current");
    if (back) button.focus({ preventScroll: true });
  }

  function chosen(event) {
    var it = event.target.closest("[data-what]");
    if (!it) return;
    var text = citation(it.dataset.what);
    var said = menu.querySelector("output");
    var old = menu.querySelector("textarea");
    if (old) old.remove();
    copy(text, function () { said.textContent = cite.dataset.copied; }, function () {
      said.textContent = cite.dataset.byHand;
      if (menu) byHand(text, menu);
    });
  }

  button.addEventListener("click", function () { if (menu) close(true); else open(); });

  // Which sentence ----------------------------------------------------------------------------------

  function sentenceAt(target) {
    return target instanceof Element ? target.closest(".article .sentence") : null;
  }

  document.addEventListener("pointerover", function (event) {
    var at = event.pointerType !== "touch" && sentenceAt(event.target);
    if (at) attach(at);
  });
  document.addEventListener("focusin", function (event) {
    var at = sentenceAt(event.target);
    // Not while the link is being pressed: nothing may move under the finger.
    if (at && event.target.matches(":focus-visible")) attach(at);
  });
  document.addEventListener("click", function (event) {
    if (menu && !menu.contains(event.target) && event.target !== button) return close(false);
    var at = !event.target.closest("a") && sentenceAt(event.target);
    if (at && String(getSelection()) === "") attach(at);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu) close(true);
  });
  function atTarget() {
    var at = sentences.find(function (it) { return "#" + it.id === location.hash; });
    if (at) attach(at);
  }
  window.addEventListener("hashchange", atTarget);
  atTarget();

  // Keys of single letters: the next and the last sentence, and the menu.
  function step(by) {
    var at = sentences.indexOf(sentence);
    if (at < 0) {
      at = sentences.findIndex(function (it) { return it.getBoundingClientRect().top > 0; });
      at = by > 0 ? at - 1 : at;
    }
    var to = sentences[at + by];
    if (!to) return;
    close(false);
    attach(to);
    to.scrollIntoView({ block: "nearest" });
    button.focus({ preventScroll: true });
  }
  document.addEventListener("shortcut", function (event) {
    if (event.detail === "j") step(1);
    if (event.detail === "k") step(-1);
    if (event.detail === "c" && !menu) {
      if (!sentence || !button.isConnected) step(1);
      if (sentence && button.isConnected) open();
    }
  });

  // Whole references ----------------------------------------------------------------------------------

  cite.querySelectorAll(".style").forEach(function (style) {
    var it = document.createElement("button");
    var heading = style.querySelector("h3");
    it.type = "button";
    it.className = "copy";
    it.textContent = cite.dataset.copy;
    it.setAttribute("aria-describedby", heading.id);
    it.addEventListener("click", function () {
      var text = style.querySelector(".reference");
      copy(text.textContent, function () { it.textContent = cite.dataset.copied; }, function () {
        getSelection().selectAllChildren(text);
        it.textContent = cite.dataset.byHand;
      });
      setTimeout(function () { it.textContent = cite.dataset.copy; }, 3000);
    });
    heading.after(it);
  });
})();
