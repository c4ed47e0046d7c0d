#!/usr/bin/env python3
"""Counts the words of CoNLL-U treebanks with their Penn tags; `places.py` asks which are common words.

    python3 data/build/tag_words.py TRAIN.conllu [TRAIN.conllu ...]

Writes data/build/tag-words.tsv. Standard library only; the same input gives the same table.
"""
import collections
import pathlib
import sys

TABLE = pathlib.Path(__file__).resolve().parent / "tag-words.tsv"
HEAD = """# Words with the Penn tags they were seen with and how often.
# Source: counted by data/build/tag_words.py from Universal Dependencies English EWT (CC BY-SA 4.0) and GUM, permissive
# genres (CC BY, CC BY-SA), training parts. Licence of this table: CC BY-SA 4.0. Do not edit: run the script again.
word	tags
"""


def sentences(path):
    words = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                yield words
            words = []
        elif line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit() and cells[4] not in ("_", "GW"):
                words.append((cells[1].replace("\u2019", "'"), cells[4]))
    if words:
        yield words


def tags(counter):
    return "|".join(f"{tag}:{count}" for tag, count in sorted(counter.items(), key=lambda x: (-x[1], x[0])))


def main():
    words = collections.defaultdict(collections.Counter)
    for path in sys.argv[1:]:
        for sentence in sentences(path):
            for position, (form, tag) in enumerate(sentence):
                # The capital at the start of a sentence says nothing.
                if position == 0 and not tag.startswith("NNP") and form[1:] == form[1:].lower() and form != "I":
                    form = form.lower()
                words[form][tag] += 1
    with open(TABLE, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for form, counter in sorted(words.items()):
            if "|" not in form and not form.startswith("#") and (sum(counter.values()) > 1 or form.islower()):
                out.write(f"{form}\t{tags(counter)}\n")


main()
