"""data/gazetteer/regions.tsv from GeoNames admin1, the cities and hand/regions.tsv."""

import math
import os

import shapes
from common import HAND, centroid, cities, country_info, items, key, rounded, rows, towns, unique, write

COMMENT = """
First-level regions of countries (GeoNames admin1).
id: geonames:ID. code: country.admin1. name: as English news write it. aliases: other names, native scripts.
shared_with_city: yes where the name or an alias is also the name of a city in it (Kursk): without a word like "region" or
"Oblast" such a name is more often the city. country: ISO code. latitude, longitude: about its middle: of the
country's polygon, the part that lies nearest to the towns and villages of the region. population: of its towns and villages, 0 where unknown.
precision: metres, the radius of a circle that holds most of it. source: how the position was found (area, else cities, country).
Made by data/build/gazetteer.py from GeoNames (CC BY 4.0), Natural Earth (public domain) and data/build/hand/regions.tsv: to add a
name, edit the latter and run the script.
"""
COLUMNS = ["id", "code", "name", "aliases", "shared_with_city", "country", "latitude", "longitude", "population", "precision",
           "source"]
TAILS = [" Oblast", " Oblast'", " oblast", " Province", " Region", " Governorate", " District", " Krai", " Kray", " Republic",
         " Prefecture", " County", " Department", " State", " Voivodeship", " City", "-do", "-si", " Raion", " Canton"]


def together(members):
    """The towns of a region without small groups far from most of them: islands of another sea, and what GeoNames filed wrongly."""
    squares = {}
    for town in members:
        squares.setdefault((int(town[0] // 2), int(town[1] // 2)), []).append(town)
    groups = []
    while squares:
        reached, group = [next(iter(sorted(squares)))], []
        while reached:
            square = reached.pop()
            group += squares.pop(square, [])
            reached += [(square[0] + y, square[1] + x) for y in (-1, 0, 1) for x in (-1, 0, 1)
                        if (square[0] + y, square[1] + x) in squares]
        groups.append(group)
    if max(len(group) for group in groups) < 0.6 * len(members):
        return members
    return [town for group in groups if len(group) >= 0.1 * len(members) for town in group]


def areas(sources, codes):
    """The evenly spread points of each region by code: those of its country that are nearest to one of its towns."""
    polygons, found, known = shapes.territories(sources), {}, {}
    for town in towns(sources):
        code = f"{town['country']}.{town['admin1']}"
        if code in codes:
            known.setdefault(code, []).append((town["lat"], town["lon"], code))
    listed = {}
    for code, members in sorted(known.items()):
        listed.setdefault(code.split(".")[0], []).extend(together(members))
    for country, members in sorted(listed.items()):
        if country not in polygons:
            continue
        nearest = shapes.Nearest(members)
        count = len({code for _, _, code in members})
        for lat, lon in shapes.cells(polygons[country], min(20_000, max(2500, 80 * count))):
            code = nearest.value(lat, lon)
            if code:
                found.setdefault(code, []).append((lat, lon))
    return found


def make(sources):
    info = country_info(sources)
    hand = {row["code"]: row for row in rows(os.path.join(HAND, "regions.tsv"))}
    members, names, whole = {}, {}, {}
    for city in cities(sources):
        code = f"{city['country']}.{city['admin1']}"
        members.setdefault(code, []).append((city["lat"], city["lon"], city["people"] + 100))
        names.setdefault(code, set()).add(key(city["asciiname"]))
        whole.setdefault(city["country"], []).append((city["lat"], city["lon"], city["people"] + 100))
    listed = [row for row in rows(os.path.join(sources, "geonames", "admin1.tsv")) if "." in row["code"]]
    # The older dump's codes of a region that the newer one renumbered have no cities: they add nothing.
    count = {}
    for row in listed:
        count[row["code"].split(".")[0]] = count.get(row["code"].split(".")[0], 0) + 1
    people = {}
    for town in towns(sources):
        code = f"{town['country']}.{town['admin1']}"
        people[code] = people.get(code, 0) + town["people"]
    parts = areas(sources, {row["code"] for row in listed})
    table = []
    used, seen = set(), set()
    # A region that the dumps list under an old and a new code stands under the one that cities bear.
    listed.sort(key=lambda row: row["code"] not in members)
    for row in listed:
        country, code = row["code"].split(".")[0], row["code"]
        if country not in info or not row["geonameid"].isdigit():
            continue
        if row["geonameid"] in seen:
            used.add(code)
            continue
        seen.add(row["geonameid"])
        mine = hand.get(code, {})
        used.add(code)
        area = float(info[country]["Area(in sq km)"] or 0)
        share = math.sqrt(max(area, 1) / count[country] / math.pi) * 1000
        if len(parts.get(code, ())) >= 8:
            lat, lon = shapes.heart(parts[code])
            precision, source = max(1000, shapes.middle(parts[code])[2] * 1.5), "area"
        elif code in members:
            lat, lon, spread = centroid(members[code])
            precision, source = max(spread * 1.5, share * 0.6), "cities"
        elif country in whole:
            lat, lon, spread = centroid(whole[country])
            precision, source = max(spread * 1.5, math.sqrt(max(area, 1) / math.pi) * 1000), "country"
        else:
            continue
        name = mine.get("name") or row["name"]
        aliases = items(mine.get("aliases", "")) + [row["name"], row["asciiname"]]
        for tail in TAILS:
            for each in [name, row["name"]]:
                if each.endswith(tail) and len(each) - len(tail) > 3:
                    aliases.append(each[:-len(tail)])
        known, kept = {key(name)}, []
        for each in unique(aliases, [name]):
            if key(each) not in known:
                known.add(key(each))
                kept.append(each)
        shared = any(key(each) in names.get(code, ()) for each in [name] + kept)
        table.append({
            "id": f"geonames:{row['geonameid']}", "code": code, "name": name, "aliases": kept,
            "shared_with_city": "yes" if shared else "", "country": country, "latitude": f"{lat:.4f}",
            "longitude": f"{lon:.4f}", "population": people.get(code, 0), "precision": rounded(precision), "source": source,
        })
    if set(hand) - used:
        raise SystemExit(f"hand/regions.tsv: not in the sources: {sorted(set(hand) - used)}")
    table.sort(key=lambda row: row["code"])
    return write("gazetteer/regions.tsv", COMMENT, COLUMNS, table)
