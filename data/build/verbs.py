#!/usr/bin/env python3
"""Lists base verbs.

    python3 data/build/verbs.py OEWN/senses.tsv

Writes lexicon/verbs.tsv. Standard library only.
"""
import pathlib
import sys

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"


def main():
    verbs = set()
    for line in open(sys.argv[1], encoding="utf-8"):
        lemma, pos, _ = line.rstrip("\n").split("\t")
        if pos == "v" and lemma.isalpha() and lemma.islower() and len(lemma) > 1:
            verbs.add(lemma)
    with open(LEXICON / "verbs.tsv", "w", encoding="utf-8") as out:
        out.write("# Base forms of verbs, for telling verbs of the present tense from plurals.\n"
                  "# Source: Open English WordNet, CC BY 4.0, by data/build/verbs.py.\nverb\n")
        out.writelines(verb + "\n" for verb in sorted(verbs))


main()
