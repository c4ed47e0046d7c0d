#!/usr/bin/env python3
"""Proposes lines for lexicon/triggers.tsv: words that stand beside its own words in VerbNet, WordNet and PropBank.

    python3 data/build/triggers.py [--type TYPE] [--support N] GAZETTEERS

GAZETTEERS holds the folders verbnet, oewn and propbank. Two kinds of words are proposed, each with what speaks for it:

  synonym  a verb or noun without a line, in a WordNet synset of a word of that type or right below one, or a verb in
           the smallest VerbNet class of such a verb
  noun     the noun that WordNet derives from a verb of that type, without a line as a noun (and a verb from a noun)

Only first and second senses count, or nearly every word would be proposed. A person judges each line and writes its
frame: most of what is proposed is no event (a derived noun that names who acts) or too general a word. Nothing is added
by itself, and no text of the sources is copied.
"""

import argparse
import os
from collections import Counter, defaultdict

import common

SENSES = 2
LARGEST_CLASS = 30


def known():
    """The single words of the table: lemma and part of speech to their types."""
    types = defaultdict(set)
    for row in common.rows(os.path.join(common.DATA, "lexicon", "triggers.tsv")):
        if " " not in row["lemma"]:
            types[row["lemma"], row["pos"]].add(row["type"])
    return types


class WordNet:
    def __init__(self, folder):
        self.synsets, self.members = defaultdict(list), defaultdict(list)
        for row in common.rows(os.path.join(folder, "oewn", "senses.tsv")):
            key = row["lemma"], row["pos"]
            self.synsets[key].append(row["synset"])
            self.members[row["synset"]].append((key, len(self.synsets[key])))
        self.above = {row["synset"]: common.items(row["hypernyms"].replace(",", "|"))
                      for row in common.rows(os.path.join(folder, "oewn", "synsets.tsv"))}
        self.below = defaultdict(list)
        for synset, hypernyms in self.above.items():
            for hypernym in hypernyms:
                self.below[hypernym].append(synset)
        self.derived = defaultdict(set)
        for row in common.rows(os.path.join(folder, "oewn", "derivations.tsv")):
            noun, verb = (row["noun"], "n"), (row["verb"], "v")
            if row["noun synset"] in self.synsets[noun][:SENSES] and row["verb synset"] in self.synsets[verb][:SENSES]:
                self.derived[noun].add(verb)
                self.derived[verb].add(noun)

    def near(self, word):
        """Words that share one of a word's first synsets, or stand right below it."""
        for synset in self.synsets[word][:1]:
            for other in [synset, *self.below[synset]]:
                for key, rank in self.members[other]:
                    if rank <= SENSES:
                        yield key, "synset" if other == synset else "hyponym"


def classes(folder):
    """The members of each small VerbNet class, by verb."""
    found = defaultdict(set)
    for row in common.rows(os.path.join(folder, "verbnet", "classes.tsv")):
        members = set(common.items(row["members"]))
        if len(members) <= LARGEST_CLASS:
            for verb in members:
                found[verb] |= members - {verb}
    return found


def proposals(folder):
    types, wordnet, verbnet = known(), WordNet(folder), classes(folder)
    support = defaultdict(Counter)
    for word, own in types.items():
        near = [(key, how) for key, how in wordnet.near(word)]
        near += [(key, "derived") for key in wordnet.derived[word]]
        if word[1] == "v":
            near += [((verb, "v"), "VerbNet") for verb in verbnet[word[0]]]
        for key, how in near:
            if key not in types and "_" not in key[0] and " " not in key[0]:
                for each in own - {"none"}:
                    support[each, key][f"{how} of {word[0]}"] += 1
    return support


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--type", help="only this type")
    parser.add_argument("--support", type=int, default=1, help="how many words must speak for a proposal")
    parser.add_argument("gazetteers", metavar="GAZETTEERS")
    options = parser.parse_args()
    glosses = defaultdict(list)
    for row in common.rows(os.path.join(options.gazetteers, "propbank", "rolesets.tsv")):
        for alias in common.items(row["aliases"].replace(",", "|")):
            word, _, pos = alias.partition("/")
            glosses[word, pos].append(row["gloss"])
    found = proposals(options.gazetteers)
    for (kind, (lemma, pos)), reasons in sorted(found.items(), key=lambda item: (item[0][0], -len(item[1]), item[0])):
        if len(reasons) >= options.support and options.type in (None, kind):
            print(kind, lemma, pos, ", ".join(sorted(reasons)), " / ".join(glosses[lemma, pos]), sep="\t")


if __name__ == "__main__":
    main()
