// What a query asks for, and which documents and names answer it, the best first.
dossierSearch.query = function (index) {
  "use strict";
  var W = dossierSearch.words;
  // Parts of the index that the beginning of a word may fetch: more would be most of the alphabet.
  var MOST_PARTS = 6;
  var SHORTEST_BEGINNING = 2;
  // BM25.
  var SATURATION = 1.2;
  var BY_LENGTH = 0.5;

  // The words and phrases of a query; the last word is open while nothing closes it.
  function parse(query) {
    var asked = [];
    var rest = query.replace(/["“„«]([^"”“»]*)["”“»]?/gu, function (all, phrase) {
      var words = W.words(phrase).map(function (found) { return found.word; });
      if (words.length) asked.push({ words: words, phrase: words.length > 1, open: false });
      return " ".repeat(all.length);
    });
    var found = W.words(rest);
    found.forEach(function (it, at) {
      var open = at === found.length - 1 && it.end === query.length;
      asked.push({ words: [it.word], phrase: false, open: open });
    });
    return asked;
  }

  function hasEnding(root, line, word, begins) {
    if (line.class === undefined) return false;
    if (begins && line.stem.startsWith(word)) return true;
    if (!word.startsWith(line.stem)) return false;
    var rest = word.slice(line.stem.length);
    return root.endings[line.class].some(function (ending) { return begins ? ending.startsWith(rest) : ending === rest; });
  }

  function unique(list) { return Array.from(new Set(list)); }

  // The keys that a word is a form of.
  function keysOf(root, word) {
    var stems = root.stems.map(function (rules) { return W.stem(rules, word); });
    var bones = /^[a-z]+$/.test(word) ? [W.skeleton(word) + "~tr"] : [];
    var asked = unique([word].concat(stems, bones));
    return Promise.all([index.part(index.partOf(word))].concat(asked.map(index.line))).then(function (read) {
      var keys = [];
      read.slice(1).forEach(function (line) {
        if (!line) return;
        if (line.documents !== undefined || line.entities !== undefined) keys.push(line.word);
        keys = keys.concat(index.apply(line.word, line.formOf));
      });
      read[0].forEach(function (line) {
        if (hasEnding(root, line, word, false)) keys.push(line.word);
      });
      return unique(keys);
    });
  }

  // The keys of which a form begins with a word; null where too many parts would have to be asked.
  function keysBeginning(root, word) {
    if (word.length < SHORTEST_BEGINNING) return Promise.resolve(null);
    var beginnings = [word];
    if (/^[a-z]+$/.test(word)) beginnings.push(W.skeleton(word));
    var parts = [];
    beginnings.forEach(function (beginning) {
      for (var at = index.partOf(beginning); at <= index.partOf(beginning + "\uffff"); at += 1) parts.push(at);
    });
    parts = unique(parts);
    if (parts.length > MOST_PARTS) return Promise.resolve(null);
    return Promise.all(parts.map(index.part)).then(function (read) {
      var keys = [];
      read.forEach(function (lines) {
        lines.forEach(function (line) {
          var name = line.word.endsWith("~tr");
          var begins = line.word.startsWith(name ? beginnings[beginnings.length - 1] : word);
          if (name && beginnings.length === 1) return;
          if (begins && !name && (line.documents !== undefined || line.entities !== undefined)) keys.push(line.word);
          if (begins) keys = keys.concat(index.apply(line.word, line.formOf));
          if (!name && hasEnding(root, line, word, true)) keys.push(line.word);
        });
      });
      return unique(keys);
    });
  }

  function lines(keys) {
    return Promise.all(keys.map(index.line)).then(function (found) {
      found = found.filter(Boolean);
      var same = unique(found.flatMap(function (line) { return index.apply(line.word, line.same); }))
        .filter(function (key) { return !keys.includes(key); });
      return Promise.all(same.map(index.line)).then(function (more) { return found.concat(more.filter(Boolean)); });
    });
  }

  function entitiesOf(lines) {
    return new Set(lines.flatMap(function (line) { return line.entities ? index.ascending(line.entities) : []; }));
  }

  // One word: the lines of its keys, and of those that it may become.
  function resolve(root, word, open) {
    return keysOf(root, word).then(function (keys) {
      return Promise.all([lines(keys), open ? keysBeginning(root, word) : []]).then(function (found) {
        var beginning = found[1];
        return lines(beginning || []).then(function (more) {
          var has = found[0].some(function (line) { return line.documents !== undefined; });
          // A word of the texts is meant as it stands; one of its forms may be the beginning of a name; what
          // is neither is the beginning of any word.
          var whole = found[0].some(function (line) { return line.word === word && line.documents !== undefined; });
          var begun = more.filter(function (line) { return !has || !whole && line.entities !== undefined; });
          return {
            word: word,
            lines: open ? found[0].concat(begun.filter(function (line) { return !found[0].includes(line); })) : found[0],
            tooMany: !has && open && beginning === null,
            exact: entitiesOf(found[0]),
            entities: entitiesOf(found[0].concat(more)),
            completions: more,
          };
        });
      });
    });
  }

  // What each document has of a word: its score.
  function scores(root, resolved) {
    var weights = new Map();
    resolved.lines.forEach(function (line) {
      var read = index.documents(line);
      read.ids.forEach(function (id, at) { weights.set(id, (weights.get(id) || 0) + read.weights[at]); });
    });
    var rarity = Math.log(1 + (root.documents - weights.size + 0.5) / (weights.size + 0.5));
    weights.forEach(function (weight, id) {
      var length = 1 - BY_LENGTH + BY_LENGTH * root.lengths[id] / (root.average || 1);
      weights.set(id, rarity * weight * (SATURATION + 1) / (weight + SATURATION * length));
    });
    return weights;
  }

  function intersect(maps) {
    if (!maps.length) return new Map();
    maps = maps.slice().sort(function (a, b) { return a.size - b.size; });
    var found = new Map();
    maps[0].forEach(function (score, id) {
      if (maps.every(function (map) { return map.has(id); })) {
        found.set(id, maps.reduce(function (sum, map) { return sum + map.get(id); }, 0));
      }
    });
    return found;
  }

  // The documents in which the words of a phrase follow each other.
  function phrase(root, words) {
    var found = intersect(words.map(function (resolved) { return scores(root, resolved); }));
    if (!found.size) return Promise.resolve(found);
    return Promise.all(words.map(function (resolved) { return Promise.all(resolved.lines.map(index.places)); }))
      .then(function (places) {
        // A word without places may stand anywhere.
        var told = places.map(function (of, at) { return { of: of, at: at }; })
          .filter(function (it) { return it.of.every(Boolean); });
        Array.from(found.keys()).forEach(function (id) {
          var begins = told.map(function (it) {
            return new Set(it.of.flatMap(function (map) {
              return map.has(id) ? index.ascending(map.get(id)).map(function (place) { return place - it.at; }) : [];
            }));
          });
          var stands = begins.length === 0 || Array.from(begins[0]).some(function (place) {
            return begins.every(function (set) { return set.has(place); });
          });
          if (!stands) found.delete(id);
        });
        return found;
      });
  }

  // Whether a word of a text is one that was asked for.
  function matcher(root, resolved) {
    var forms = new Set(resolved.flatMap(function (it) { return it.lines.flatMap(index.forms); }));
    var stems = new Set(resolved.flatMap(function (it) {
      return it.lines.map(function (line) { return line.word; }).filter(function (word) { return word.includes("~"); });
    }));
    return function (word) {
      return forms.has(word) || stems.size > 0 && root.stems.some(function (rules) { return stems.has(W.stem(rules, word)); });
    };
  }

  function passes(root, filters, id) {
    if (filters.outlet && root.outletOf[id] !== filters.outlet) return false;
    if (filters.from !== null && !(root.days[id] !== null && root.days[id] >= filters.from)) return false;
    return filters.to === null || root.days[id] !== null && root.days[id] <= filters.to;
  }

  // Runs a query. `filters`: outlet (a number or 0), from and to (days or null), entity (a number or null).
  function run(query, filters) {
    return index.root().then(function (root) {
      var asked = parse(query);
      return Promise.all(asked.map(function (part) {
        return Promise.all(part.words.map(function (word) { return resolve(root, word, part.open); }));
      })).then(function (resolved) {
        var found = asked.map(function (part, at) {
          return part.phrase ? phrase(root, resolved[at]) : scores(root, resolved[at][0]);
        });
        if (filters.entity !== null) {
          found.push(index.line("@" + filters.entity).then(function (line) {
            return new Map(line ? index.documents(line).ids.map(function (id) { return [id, 0]; }) : []);
          }));
        }
        return Promise.all(found).then(function (maps) {
          var all = resolved.flat();
          var documents = Array.from(intersect(maps)).filter(function (it) { return passes(root, filters, it[0]); });
          documents.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
          var entities = all.length ? Array.from(all[0].entities).filter(function (entity) {
            return all.every(function (it) { return it.entities.has(entity); });
          }) : [];
          return {
            documents: documents.map(function (it) { return it[0]; }),
            entities: entities,
            isExact: function (entity) { return all.every(function (it) { return it.exact.has(entity); }); },
            words: all,
            matchers: all.map(function (it) { return matcher(root, [it]); }),
            phrases: asked.map(function (part, at) { return part.phrase ? resolved[at].map(function (it) { return matcher(root, [it]); }) : null; })
              .filter(Boolean),
            tooMany: all.some(function (it) { return it.tooMany; }),
          };
        });
      });
    });
  }

  return { run: run, parse: parse };
};
