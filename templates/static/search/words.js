// Words as the program that wrote the index sees them: src/words.rs, src/language/search/stems.rs and
// src/site/search/latin.rs say the same in Rust.
var dossierSearch = {};

dossierSearch.words = (function () {
  "use strict";
  var WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?<=[\u0400-\u052f]\p{M}*)['’ʼ‘`](?=[\u0400-\u052f])[\p{L}\p{N}\p{M}]+)*/gu;
  var STAND_INS = { "ґ": "г", "ғ": "г", "є": "е", "і": "и", "ї": "и", "ў": "у", "ұ": "у", "ү": "у", "ә": "а", "қ": "к",
    "ң": "н", "ө": "о", "һ": "х", "ß": "ss" };

  function fold(word) {
    return Array.from(word.normalize("NFC").toLowerCase(), function (letter) {
      if (letter === "й") return letter;
      if (Object.hasOwn(STAND_INS, letter)) return STAND_INS[letter];
      return letter.normalize("NFD").replace(/[\p{M}'’ʼ‘`]/gu, "");
    }).join("");
  }

  // The words of a text, folded, with where they stand.
  function words(text) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { word: fold(match[0]), start: match.index, end: match.index + match[0].length };
    });
  }

  // The key of a word in a language whose keys are stems.
  function stem(rules, word) {
    if (!/^\p{L}+$/u.test(word)) return word;
    for (;;) {
      var before = word.length;
      rules.steps.forEach(function (step) {
        var longest = null;
        step.forEach(function (rule) {
          var fits = word.endsWith(rule[0]) && word.length - rule[0].length + rule[1].length >= rules.shortest;
          if (fits && (!longest || rule[0].length > longest[0].length)) longest = rule;
        });
        if (longest) word = word.slice(0, word.length - longest[0].length) + longest[1];
      });
      if (!rules.repeats || word.length === before) return word + "~" + rules.language;
    }
  }

  var ONE_FOR_ALL = [["shch", "sh"], ["sch", "sh"], ["dzh", "j"], ["dj", "j"], ["zh", "j"], ["kh", "h"], ["gh", "g"],
    ["ph", "f"], ["ck", "k"], ["tz", "ts"], ["ch", "C"], ["c", "k"], ["q", "k"], ["w", "v"], ["x", "ks"], ["y", "i"],
    ["C", "ch"]];

  // The bones of a name in Latin letters: what all transliterations of it have alike.
  function skeleton(word) {
    word = word.replace(/[^a-z0-9]/g, "");
    ONE_FOR_ALL.forEach(function (rule) { word = word.replaceAll(rule[0], rule[1]); });
    var vowel = /[aeou]/;
    var bones = "";
    Array.from(word).forEach(function (letter, at) {
      var next = word.slice(at + 1).replace(/^i+/, "").charAt(0);
      var previous = word.slice(0, at).replace(/i+$/, "").slice(-1);
      var glide = letter === "i" ? vowel.test(next) || vowel.test(previous)
        : letter === "j" && at > 0 && vowel.test(word.charAt(at - 1)) && !vowel.test(next);
      if (!glide && !bones.endsWith(letter)) bones += letter;
    });
    return bones;
  }

  return { fold: fold, words: words, stem: stem, skeleton: skeleton };
})();
