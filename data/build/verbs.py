#!/usr/bin/env python3
"""Lists base verbs and irregular forms for the lemmatizer.

    python3 data/build/verbs.py OEWN/senses.tsv UNIMORPH/eng.tsv

Writes lexicon/verbs.tsv and lexicon/irregular-verbs.tsv. Standard library only.
"""
import pathlib
import sys

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"
TAGS = {"V;PST": "VBD", "V;V.PTCP;PST": "VBN", "V;V.PTCP;PRS": "VBG", "V;3;SG;PRS": "VBZ"}


def regular(lemma, form):
    stems = {lemma, lemma + lemma[-1], lemma[:-1] if lemma.endswith(("e", "y")) else lemma}
    return any(form in (stem + "ed", stem + "d", stem + "ied", stem + "ing", stem + "s", stem + "es", stem + "ies")
               for stem in stems)


def main():
    verbs = set()
    for line in open(sys.argv[1], encoding="utf-8"):
        lemma, pos, _ = line.rstrip("\n").split("\t")
        if pos == "v" and lemma.isalpha() and lemma.islower() and len(lemma) > 1:
            verbs.add(lemma)
    with open(LEXICON / "verbs.tsv", "w", encoding="utf-8") as out:
        out.write("# Base forms of verbs, for telling `capture` from `captur` under `captured`.\n"
                  "# Source: Open English WordNet, CC BY 4.0, by data/build/verbs.py.\nverb\n")
        out.writelines(verb + "\n" for verb in sorted(verbs))
    rows = set()
    for line in open(sys.argv[2], encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 3 and cells[2] in TAGS and cells[0] in verbs and cells[1].isalpha():
            if not regular(cells[0], cells[1]):
                rows.add((cells[1].lower(), TAGS[cells[2]], cells[0]))
    with open(LEXICON / "irregular-verbs.tsv", "w", encoding="utf-8") as out:
        out.write("# Irregular forms of verbs with their Penn tag and base form.\n"
                  "# Source: UniMorph English, CC BY-SA 3.0, by data/build/verbs.py.\nform\ttag\tlemma\n")
        out.writelines("\t".join(row) + "\n" for row in sorted(rows))


main()
