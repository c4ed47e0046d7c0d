#!/usr/bin/env python3
"""Tells nouns that name people and nouns that name nothing one can touch from all others, by Open English WordNet.

    python3 data/build/noun_classes.py GAZETTEERS

GAZETTEERS/oewn holds senses.tsv (lemma, part of speech, synset, in the order of the senses) and synsets.tsv (synset,
supersense). Only words that data/training/word-vectors.bin has are kept: the rest is rare. Writes
data/lexicon/noun-classes.tsv. Standard library only; the same input gives the same table.
"""
import collections
import pathlib
import struct
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent
TABLE = DATA / "lexicon" / "noun-classes.tsv"
# How many senses of a word are looked at: the later ones are rare.
SENSES = 3
ABSTRACT = {"noun." + name for name in (
    "act attribute cognition communication event feeling motive phenomenon possession process quantity relation shape "
    "state time").split()}
HEAD = """# Noun classes: nouns that name people, and nouns that name nothing one can touch. All others may name things.
#
# Columns
#   lemma  the noun
#   class  person: who is named by it may take part in an event without a name ("killing 12 shoppers"); abstract: it
#          never stands for who acts or suffers ("captured the mood")
# To correct a word: add it to one of the tables of nouns (person-nouns.tsv, objects.tsv …), which go before this one.
# Source: Open English WordNet (CC BY 4.0, and the WordNet licence) by data/build/noun_classes.py. Do not edit: run the
# script again.
lemma	class
"""


def rows(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def common_words(path):
    raw = path.read_bytes()
    count, words, at = struct.unpack_from("<I", raw)[0], set(), 12
    for _ in range(count):
        length = struct.unpack_from("<H", raw, at)[0]
        words.add(raw[at + 2:at + 2 + length].decode("utf-8"))
        at += 2 + length
    return words


def noun_class(names):
    if names[0] == "noun.person":
        return "person"
    return "abstract" if all(name in ABSTRACT for name in names) else None


def main():
    folder = pathlib.Path(sys.argv[1]) / "oewn"
    supersense = {row[0]: row[1] for row in rows(folder / "synsets.tsv")}
    senses = collections.defaultdict(list)
    for lemma, part, synset in rows(folder / "senses.tsv"):
        if part == "n" and lemma.islower() and lemma.isalpha() and lemma.isascii():
            senses[lemma].append(supersense[synset])
    common = common_words(DATA / "training" / "word-vectors.bin")
    found = {word: noun_class(names[:SENSES]) for word, names in senses.items() if word in common}
    TABLE.write_text(HEAD + "".join(f"{word}\t{found[word]}\n" for word in sorted(found) if found[word]), encoding="utf-8")


main()
