"""Checks the reference tables of data/gazetteer and the name lists of data/lexicon.

    python3 data/build/check.py [--worst N]

Errors (unknown references, doubled ids, coordinates off the globe, broken cells) end it with status 1. Warnings are
shown only: names that two bodies of one country or two persons share. --worst N lists the N names with the most owners.
"""

import collections
import hashlib
import os
import re
import sys
import unicodedata

from common import DATA, items, key, rows

DATE = re.compile(r"^(-?\d{4}(-\d\d(-\d\d)?)?)?$")
SECTORS = set("government military intelligence police media party international rebel court company ngo legislature".split())
errors = []


def error(table, row, text):
    errors.append(f"{table}: {row.get('id') or row.get('name')}: {text}")


def load(path):
    found = list(rows(os.path.join(DATA, path)))
    with open(os.path.join(DATA, path), encoding="utf-8") as file:
        text = file.read()
    if text != unicodedata.normalize("NFC", text):
        errors.append(f"{path}: not in normal form C")
    if not text.startswith("#"):
        errors.append(f"{path}: no comment at the top")
    for row in found:
        for cell in row.values():
            if cell.startswith("|") or cell.endswith("|") or "||" in cell:
                error(path, row, f"empty item in `{cell[:60]}`")
    return found


def check_position(table, row):
    try:
        lat, lon, precision = float(row["latitude"]), float(row["longitude"]), float(row["precision"])
    except ValueError:
        return error(table, row, "no numbers for its position")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        error(table, row, f"off the globe: {lat} {lon}")
    if not 0 < precision < 12_000_000:
        error(table, row, f"precision {precision}")


def check_villages(regions, codes):
    """The rows stand in the order of their keys' bytes, as the program searches them, and the first line sums up the rest."""
    with open(os.path.join(DATA, "gazetteer", "villages.tsv"), encoding="utf-8") as file:
        first, rest = file.readline(), file.read()
    if first != f"# checksum: {hashlib.sha256(rest.encode()).hexdigest()[:16]}\n":
        errors.append("villages: the checksum is not that of the table; run data/build/gazetteer.py for villages")
    last, count = b"", 0
    for row in rows(os.path.join(DATA, "gazetteer", "villages.tsv")):
        mark, count = row["key"].encode(), count + 1
        if mark < last or row["key"] != key(row["key"]):
            error("villages", row, f"key `{row['key']}` out of order or no key")
        if row["country"] not in codes or row["admin1"] and row["admin1"] not in regions:
            error("villages", row, "unknown country or region")
        check_position("villages", {**row, "precision": row["precision"] or "1500"})
        last = mark
    return count


def main():
    worst = int(sys.argv[sys.argv.index("--worst") + 1]) if "--worst" in sys.argv else 0
    tables = {name: load(f"gazetteer/{name}.tsv")
              for name in ["countries", "regions", "places", "areas", "people", "agencies"]}
    codes = {row["iso2"] for row in tables["countries"]}
    regions = {row["code"] for row in tables["regions"]}
    agencies = {row["id"] for row in tables["agencies"]}
    holders = agencies | {row["id"] for row in tables["countries"]} | {row["id"] for row in tables["regions"]} \
        | {row["id"] for row in tables["areas"]} | {row["id"] for row in tables["places"]}
    place_names = {(row["country"], key(name)) for row in tables["places"] for name in [row["name"]] + items(row["aliases"])}
    for name, table in tables.items():
        seen = set()
        for row in table:
            mark = (row["id"], row["office"], row["of"], row["from"]) if name == "people" else row["id"]
            if mark in seen:
                error(name, row, f"twice in the table: {mark}")
            seen.add(mark)
            if not re.match(r"^(geonames:\d+|wikidata:Q\d+|annals:[a-z0-9-]+)$", row["id"]):
                error(name, row, "an id of another form")
            if not row["name"]:
                error(name, row, "no name")
            if row.get("country") and row["country"] not in codes:
                error(name, row, f"country {row['country']}")
            if name in ("countries", "regions", "places", "areas"):
                check_position(name, row)
            if row.get("admin1") and row["admin1"] not in regions:
                error(name, row, f"region {row['admin1']}")
            if row.get("wikidata") and not re.match(r"^Q\d+$", row["wikidata"]):
                error(name, row, f"wikidata {row['wikidata']}")
    for row in tables["countries"]:
        if row["capital"] and (row["iso2"], key(row["capital"])) not in place_names:
            error("countries", row, f"capital {row['capital']} is no place")
        for word in items(row["metonym_strength"]):
            if word not in items(row["metonyms"]):
                error("countries", row, f"{word} is no metonym")
    for row in tables["areas"]:
        for code in items(row["countries"]):
            if code not in codes:
                error("areas", row, f"country {code}")
    for row in tables["agencies"]:
        if row["parent"] and row["parent"] not in agencies:
            error("agencies", row, f"parent {row['parent']}")
        if row["sector"] not in SECTORS:
            error("agencies", row, f"sector {row['sector']}")
    names = {}
    for row in tables["people"]:
        if row["of"] and row["of"] not in holders:
            error("people", row, f"of {row['of']}")
        for column in ["from", "to", "as_of"]:
            if not DATE.match(row[column]):
                error("people", row, f"{column} {row[column]}")
        if row["from"] and row["to"] and row["to"] < row["from"][:len(row["to"])]:
            error("people", row, f"from {row['from']} to {row['to']}")
        if names.setdefault(row["id"], row["name"]) != row["name"]:
            error("people", row, f"has two names: {names[row['id']]}")

    warnings = 0
    for name, scope in [("people", lambda row: ""), ("agencies", lambda row: row["country"])]:
        owners = collections.defaultdict(set)
        for row in tables[name]:
            for each in [row["name"]] + items(row["aliases"]):
                owners[(scope(row), key(each))].add(row["id"])
        for (where, each), ids in sorted(owners.items()):
            if len(ids) > 1:
                warnings += 1
                print(f"warning: {name}: `{each}` {where} names {', '.join(sorted(ids))}")
    owners = collections.defaultdict(set)
    for name, table in tables.items():
        for row in table:
            for each in [row["name"]] + items(row["aliases"]) + items(row.get("acronyms", "")) + items(row.get("short", "")):
                owners[key(each)].add(f"{name}:{row['id']}")
    for each, ids in sorted(owners.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:worst]:
        kinds = collections.Counter(one.split(":")[0] for one in ids)
        print(f"{len(ids):4} {each}: {dict(sorted(kinds.items()))}")
    for path in ["lexicon/first-names.tsv", "lexicon/last-names.tsv"]:
        seen = set()
        for row in load(path):
            if key(row["name"]) in seen:
                error(path, row, "twice in the table")
            seen.add(key(row["name"]))
            if not re.match(r"^[^\W\d_][^\d_]*$", row["name"]):
                error(path, row, "no name")
    villages = check_villages(regions, codes)
    for text in errors:
        print(f"error: {text}")
    sizes = ", ".join(f"{len({row['id'] for row in table})} {name}" for name, table in tables.items())
    print(f"{sizes}, {villages} villages: {len(errors)} errors, {warnings} warnings")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
