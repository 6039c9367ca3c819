// Fetches the parts of the index and reads them. What a line means is told in src/site/search/parts.rs.
dossierSearch.open = function (folder, version) {
  "use strict";
  var LAST = "0123456789abcdefghijklmnopqrstuv";
  var MORE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()";
  var WEIGHTS = "'*+,-./:;<=>?@[]^_`wxyz{|}~\"#\\";
  var files = {};
  var root = null;

  function get(path, read) {
    files[path] = files[path] || fetch(folder + path + "?v=" + version).then(function (answer) {
      if (!answer.ok) throw new Error(path + ": " + answer.status);
      return read(answer);
    }).catch(function (error) { delete files[path]; throw error; });
    return files[path];
  }
  function json(answer) { return answer.json(); }

  // Whole numbers, and the weight after each where it has one.
  function numbers(text) {
    var found = [];
    var number = 0;
    for (var at = 0; at < text.length; at += 1) {
      var more = MORE.indexOf(text[at]);
      if (more >= 0) {
        number = number * 32 + more;
        continue;
      }
      found.push(number * 32 + LAST.indexOf(text[at]));
      number = 0;
      // A weight is read with its number.
      var weight = at + 1 < text.length ? WEIGHTS.indexOf(text[at + 1]) : -1;
      if (weight >= 0) {
        found.weights = found.weights || {};
        found.weights[found.length - 1] = weight + 2;
        at += 1;
      }
    }
    return found;
  }

  function ascending(text) {
    var last = 0;
    var found = numbers(text);
    for (var at = 0; at < found.length; at += 1) found[at] = last += found[at];
    return found;
  }

  function apply(word, differences) {
    return differences ? differences.split(" ").map(function (difference) {
      var plus = difference.indexOf("+");
      return word.slice(0, word.length - Number(difference.slice(0, plus))) + difference.slice(plus + 1);
    }) : [];
  }

  var NAMES = { "=": "formOf", ":": "ending", "<": "odd", "&": "same", "@": "entities", "#": "documents" };

  // The lines of a part, by word; what is in a line is read when it is asked for.
  function readPart(text) {
    var lines = new Map();
    var last = "";
    var place = 0;
    text.split("\n").forEach(function (raw) {
      if (!raw) return;
      var fields = raw.split("\t");
      var word = last.slice(0, parseInt(fields[0][0], 36)) + fields[0].slice(1);
      last = word;
      var line = { word: word };
      fields.slice(1).forEach(function (field) { line[NAMES[field[0]]] = field.slice(1); });
      if (line.documents !== undefined) line.place = place++;
      if (line.ending) {
        var dot = line.ending.indexOf(".");
        line.stem = word.slice(0, word.length - Number(line.ending.slice(0, dot)));
        line.class = Number(line.ending.slice(dot + 1));
      }
      lines.set(word, line);
    });
    return lines;
  }

  function loadRoot() {
    return get("index.json", json).then(function (read) {
      if (root) return root;
      root = read;
      root.lengths = numbers(root.lengths);
      root.average = root.lengths.reduce(function (sum, length) { return sum + length; }, 0) / Math.max(1, root.documents);
      root.outletOf = numbers(root.outlet_of);
      var last = 0;
      root.days = root.days.map(function (day) { return day === null ? null : (last += day); });
      root.endings = root.endings.map(function (endings) {
        return endings.split(" ").map(function (ending) { return ending === "-" ? "" : ending; });
      });
      return root;
    });
  }

  function partOf(word) {
    var low = 0;
    var high = root.firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (root.firsts[middle] <= word) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  function part(number) {
    return get("words/" + number + ".txt", function (answer) { return answer.text().then(readPart); });
  }

  // The line of a word, if the index has it.
  function line(word) {
    return part(partOf(word)).then(function (lines) { return lines.get(word) || null; });
  }

  // The documents of a line, with weights, read once.
  function documents(line) {
    if (!line.read) {
      line.read = { ids: [], weights: [] };
      if (line.documents !== undefined) {
        var found = numbers(line.documents);
        var last = 0;
        found.forEach(function (difference, at) {
          line.read.ids.push(last += difference);
          line.read.weights.push(found.weights && found.weights[at] || 1);
        });
      }
    }
    return line.read;
  }

  // Where each document of a line has the key, by document; null where the key has no places.
  function places(line) {
    return get("places/" + partOf(line.word) + ".txt", function (answer) {
      return answer.text().then(function (text) { return text.split("\n"); });
    }).then(function (lines) {
      if (line.place === undefined) return new Map();
      if (!lines[line.place]) return null;
      var of = lines[line.place].split(" ");
      return new Map(documents(line).ids.map(function (id, at) { return [id, of[at]]; }));
    });
  }

  // All forms of a key that its line tells.
  function forms(line) {
    var found = [line.word].concat(apply(line.word, line.odd));
    if (line.class !== undefined) {
      root.endings[line.class].forEach(function (ending) { found.push(line.stem + ending); });
    }
    return found;
  }

  function piece(path, number, together) {
    return get(path + Math.floor(number / together) + ".json", json).then(function (all) { return all[number % together]; });
  }

  return {
    root: loadRoot,
    partOf: partOf,
    part: part,
    line: line,
    apply: apply,
    documents: documents,
    places: places,
    ascending: ascending,
    forms: forms,
    text: function (id) { return piece("texts/", id, root.texts_together); },
    name: function (id) { return piece("names/", id, root.names_together); },
  };
};
