"""data/lexicon/first-names.tsv and last-names.tsv from the name lists and hand/names.tsv."""

import os
import unicodedata

from common import DATA, HAND, items, key, rows, write
from places import english_words

COMMENT = """
{kind} names, in the spelling that English papers print.
name: one name. ambiguous: yes where it is also a common English word, a month or day, a country, a people or a region, or a town
of 150,000 people: alone it does not prove a person.
Made by data/build/gazetteer.py from smashew/NameDatabases (Unlicense) and data/build/hand/names.tsv: to add a name, edit
the latter and run the script.
"""
PARTICLES = {"van", "von", "de", "del", "della", "di", "da", "dos", "al", "el", "la", "le", "les", "the", "of", "and", "ibn", "bin", "abu",
             "st", "mc", "mac", "jr", "sr", "iii", "ii"}


def make(sources):
    words = english_words(sources) | PARTICLES
    for row in rows(os.path.join(DATA, "gazetteer", "countries.tsv")):
        words.update(key(name) for name in [row["name"]] + items(row["aliases"]) + items(row["demonyms"]))
    for row in rows(os.path.join(DATA, "gazetteer", "places.tsv")):
        if int(row["population"]) >= 150000 or row["feature"] == "PPLC":
            words.update(key(name) for name in [row["name"]] + items(row["aliases"])[:2])
    for row in rows(os.path.join(DATA, "gazetteer", "regions.tsv")):
        if row["country"] in ("US", "GB", "CA", "AU", "DE", "FR", "RU", "UA", "CN", "IN", "JP"):
            words.add(key(row["name"]))
    hand = list(rows(os.path.join(HAND, "names.tsv")))
    total = 0
    for kind, target, files in [("First", "first-names.tsv", ["first.txt"]),
                                ("Family", "last-names.tsv", ["last.txt", "last-ru.txt", "last-kr.txt"])]:
        found = {}
        for row in hand:
            if row["kind"] == kind.lower():
                for name in row["names"].split():
                    found[key(name)] = name
        for file in files:
            with open(os.path.join(sources, "names", file), encoding="utf-8-sig") as lines:
                for line in lines:
                    name = unicodedata.normalize("NFC", " ".join(line.split()))
                    plain = name.replace("-", "").replace("'", "").replace("’", "")
                    if not plain.isalpha() or len(plain) < 2 or not name[0].isalpha():
                        continue
                    if len(plain) < 3 and key(name) in words:
                        continue
                    if name.isupper() or name.islower():
                        name = name.capitalize()
                    if ord(name[0]) > 0x24F or name[0].islower():
                        continue
                    found.setdefault(key(name), name)
        table = [{"name": name, "ambiguous": "yes" if each in words else ""} for each, name in sorted(found.items())]
        total += write(f"lexicon/{target}", COMMENT.format(kind=kind), ["name", "ambiguous"], table)
    return total
