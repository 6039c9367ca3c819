"""Measures Natasha on the texts that measure_russian.rs reads, on one thread, each text once.

    pip install natasha==1.6.0
    OMP_NUM_THREADS=1 python examples/measure_natasha.py tests/data/names/{news,wires,check,held_out_a,held_out_b}.txt

Prints tokens a second for its segmenter and name tagger, and for its whole pipeline (segmenter, morphology,
syntax, names, normal forms, facts). With --names, prints its F1 on labelled texts, exact span and kind, instead.
"""

import re
import resource
import sys
import time
from collections import Counter

from natasha import (
    Doc,
    MorphVocab,
    NamesExtractor,
    NewsEmbedding,
    NewsMorphTagger,
    NewsNERTagger,
    NewsSyntaxParser,
    Segmenter,
)

MARK = re.compile(r"\[\[(PER|LOC|ORG) (.*?)\]\]")


def unmark(marked):
    text, spans, rest = "", set(), 0
    for match in MARK.finditer(marked):
        text += marked[rest : match.start()]
        spans.add((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        rest = match.end()
    return text + marked[rest:], spans


def read(paths):
    return [unmark(text.strip()) for path in paths for text in open(path, encoding="utf-8").read().split("\n===\n")]


def names(segmenter, tagger, text):
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    return doc


def score(paths, segmenter, tagger):
    for path in paths:
        right, counted = Counter(), Counter()
        for text, expected in read([path]):
            found = {(span.start, span.stop, span.type) for span in names(segmenter, tagger, text).spans}
            right.update(kind for spans in [found & expected] for _, _, kind in spans)
            counted.update(kind for spans in [found, expected] for _, _, kind in spans)
        kinds = {kind: f"{2 * right[kind] / counted[kind]:.3f}" for kind in ["PER", "LOC", "ORG"]}
        print(path, f"{2 * right.total() / counted.total():.3f}", kinds)


def main():
    paths = [path for path in sys.argv[1:] if path != "--names"]
    segmenter, embedding = Segmenter(), NewsEmbedding()
    tagger = NewsNERTagger(embedding)
    if "--names" in sys.argv:
        return score(paths, segmenter, tagger)
    texts = [text for text, _ in read(paths)]
    start = time.perf_counter()
    count = sum(len(names(segmenter, tagger, text).tokens) for text in texts)
    spent = time.perf_counter() - start
    print(f"{len(texts)} texts, {count} tokens")
    print(f"segmenter and name tagger: {count / spent:9.0f} tokens a second")

    morphology, syntax, vocabulary = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), MorphVocab()
    facts = NamesExtractor(vocabulary)
    start = time.perf_counter()
    for text in texts:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(tagger)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        for span in doc.spans:
            span.normalize(vocabulary)
            if span.type == "PER":
                span.extract_fact(facts)
    spent = time.perf_counter() - start
    print(f"whole pipeline:            {count / spent:9.0f} tokens a second")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} kB")


main()
