"""data/gazetteer/countries.tsv from GeoNames, country-codes and hand/countries.tsv."""

import math
import os

import shapes
from common import HAND, centroid, comma_rows, country_info, items, rounded, rows, towns, unique, write

COMMENT = """
Countries and territories with ISO codes.
id: geonames:ID. iso2, iso3: ISO 3166. name: the short name that news write. aliases: other names, official names, native
names, abbreviations; those in capitals (US, UK, UAE) mean the country only in exactly that case.
demonyms: the adjective first, then the nouns for its people. capital: a name of gazetteer/places.tsv.
metonyms: words that stand for its government (any capital can). metonym_strength: those among them that speak for the
government in most of their uses in news.
latitude, longitude: a point inside it that stands for the whole: the centroid of its main territory (Natural Earth's polygon without
parts far from it, such as Alaska), or the one in data/build/hand/centres.tsv. precision: metres, the radius of a circle of its area.
continent: AF AS EU NA SA OC AN. wikidata: the item.
Made by data/build/gazetteer.py from GeoNames (CC BY 4.0), datasets/country-codes (PDDL), Natural Earth (public domain) and
data/build/hand/countries.tsv: to add a name, edit the latter and run the script.
"""
COLUMNS = ["id", "iso2", "iso3", "name", "aliases", "demonyms", "capital", "metonyms", "metonym_strength", "latitude",
           "longitude", "precision", "continent", "wikidata"]
# Items that country-codes lacks.
WIKIDATA = {"NA": "Q1030", "XK": "Q1246"}


def make(sources):
    info = country_info(sources)
    codes = {row["ISO3166-1-Alpha-2"]: row
             for row in comma_rows(os.path.join(sources, "country-codes", "country-codes.csv"))}
    points = {}
    for town in towns(sources):
        points.setdefault(town["country"], []).append((town["lat"], town["lon"], town["people"] + 1))
    centres = {row["country"]: (float(row["latitude"]), float(row["longitude"]))
               for row in rows(os.path.join(HAND, "centres.tsv"))}
    polygons = shapes.territories(sources)
    table = []
    for hand in rows(os.path.join(HAND, "countries.tsv")):
        iso2 = hand["iso2"]
        fact, code = info[iso2], codes.get(iso2, {})
        if iso2 in centres:
            lat, lon = centres[iso2]
        elif iso2 in polygons:
            lat, lon = shapes.heart(shapes.cells(shapes.mainland(polygons[iso2], iso2), 3000))
        else:
            lat, lon, _ = centroid(points[iso2])
        shorts = [code.get(f"UNTERM {language} Short", "").split(" (")[0].rstrip("*") for language in ["Russian", "Arabic", "Chinese"]]
        full = code.get("UNTERM English Formal", "")
        full = full[4:] if full.startswith("the ") else full
        aliases = unique(items(hand["aliases"]) + [fact["Country"].strip(), full] + shorts, [hand["name"]])
        area = float(fact["Area(in sq km)"] or 0)
        table.append({
            "id": f"geonames:{fact['geonameid']}", "iso2": iso2, "iso3": fact["ISO3"], "name": hand["name"],
            "aliases": aliases, "demonyms": items(hand["demonyms"]),
            "capital": (hand["capital"] or fact["Capital"].strip()).strip("-"), "metonyms": items(hand["metonyms"]),
            "metonym_strength": items(hand["often"]), "latitude": f"{lat:.4f}", "longitude": f"{lon:.4f}",
            "precision": rounded(max(1000, math.sqrt(area / math.pi) * 1000)), "continent": fact["Continent"],
            "wikidata": WIKIDATA.get(iso2) or code.get("wikidata_id", "").rsplit("/", 1)[-1],
        })
    table.sort(key=lambda row: row["iso2"])
    return write("gazetteer/countries.tsv", COMMENT, COLUMNS, table)
