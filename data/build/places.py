"""data/gazetteer/places.tsv from the GeoNames cities and hand/places.tsv."""

import difflib
import math
import os
import re

from common import (DATA, HAND, RUSSIAN, UKRAINIAN, cities, country_info, items, key, romanized, rounded, rows, script,
                    unique, write)

COMMENT = """
Cities, towns and villages.
id: geonames:ID, or annals:slug where the sources do not hold the place. name: as English news write it (Kyiv, Odesa).
aliases: other Latin spellings and native scripts, at most about ten; transliterations that nobody prints are left out.
feature: GeoNames code (PPLC capital, PPLA seat of a region, PPL populated place, PPLX part of a city). country: ISO code.
admin1: the code of its region in gazetteer/regions.tsv. population: 0 where unknown. precision: metres, the radius in which
the place lies (hand-added places: approximate coordinates). common: yes where the name, or an alias, is also a common English word, a
first name or, for small places, a surname: take it for a place on evidence only.
source: the dump (2025-11 or 2018-01) or hand.
Made by data/build/gazetteer.py from GeoNames (CC BY 4.0) and data/build/hand/places.tsv: to add or correct a place, edit
the latter and run the script.
"""
COLUMNS = ["id", "name", "aliases", "latitude", "longitude", "feature", "country", "admin1", "population", "precision",
           "common", "source"]

# The scripts that a country's own names are written in.
NATIVE = {}
for _script, _countries in {
    "CYRILLIC": "UA RU BY BG RS MK KZ KG UZ TJ TM MN ME BA MD GE AM AZ EE LV LT XK",
    "HANGUL": "KR KP", "HAN": "CN TW HK MO JP SG KP KR",
    "ARABIC": "AE AF BH DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TN YE SO EH",
    "HEBREW": "IL PS", "GREEK": "GR CY", "ARMENIAN": "AM", "GEORGIAN": "GE", "THAI": "TH", "DEVANAGARI": "IN NP",
}.items():
    for _country in _countries.split():
        NATIVE.setdefault(_country, []).append(_script)
WORLD = ["CYRILLIC", "HANGUL", "HAN", "ARABIC", "HEBREW", "GREEK"]
LATIN = re.compile(r"^[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’ʼ.-]*( [A-Za-zÀ-ɏḀ-ỿ'’ʼ.-]+){0,3}$")
PLAIN = re.compile(r"[āēīūḩḥţṭşẕẓḏḑŗţḍṣ‘ʼ’']")
ADDED = re.compile(r"\b(City|Town|Village|Airport|Municipality|District|Province|County|Oblast|Raion|osh|shi|si|shahr)\b|^(Gorod|Horad|Misto|Selo|Municipio|Commune|Urbs|Civitas)\b")


# Countries whose names reach English through several romanizations; of the rest only names written by hand are kept.
ROMANIZED = set("UA RU BY BG RS MK KZ KG UZ TJ TM MN GE AM AZ MD AE AF BH DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TN "
                "YE SO ER ET IL IN BD NP LK KR KP MM TH KH LA".split())
# Case endings and spellings of other languages that no English paper prints.
ENDINGS = re.compile(r"^(a|o|u|i|e|y|s|as|is|us|os|es|um|ae|ai|ia|io|ius|ij|ja|j|ska|sko|n|m|t|um|ov|ova|eo|ao|uo|ii|aj|om|ue)$")
FOREIGN = re.compile(r"sz|cs|cz|dz(?!h)|dj(?!i)|chh|tch|tsj|sj|zj|oue|ouo|eh[bcdfgjklmnprstvz]|uu|ii[a-z]{3}|ij[aeou]|[aeou]j$|j[aeiou]|q(?!u)o|[bcdfghklmnprstvz]j|[aeiou]j[bcdfghklmnprstvz]|nk'|nt[ck]|^nt|^mp|^gk|aeae|[a-z]'[a-z]{1}$|w[bcdfgklmprstvz]|x[bcdfgklmprtvz]")


def printed(name, base, country):
    """False for forms of a name that belong to another language: Kijeva, Sevastopolj, Kharkivas."""
    other = key(name)
    if other.startswith(base) and ENDINGS.match(other[len(base):].strip()):
        return False
    stem = os.path.commonprefix([base, other])
    if len(stem) >= len(base) - 1 and len(stem) >= 4 and ENDINGS.match(other[len(stem):].strip() or "a"):
        return False
    for found in FOREIGN.findall(other):
        if found not in base:
            return False
    if any(ord(char) > 127 for char in name):
        return False
    if country in ("UA", "RU", "BY", "BG") and re.search(r"w|c(?![hk])|ou|oe|sch|ae|q|eau|au", other):
        return False
    return True


def latin(city, limit):
    """The Latin spellings nearest to the name: what papers may print, not what a romanizer made."""
    base = key(city["asciiname"] or city["name"])
    scored = []
    for name in city["alternatenames"].split(","):
        name = name.strip()
        if len(name) < 3 or len(name) > 30 or not LATIN.match(name) or ADDED.search(name):
            continue
        if name.isupper() or name != name.strip("-'’. ") or re.search(r"[a-zà-ÿ][A-ZÀ-Þ]", name):
            continue
        other = key(name)
        if not other or other == base or city["country"] not in ROMANIZED or not printed(name, base, city["country"]):
            continue
        likeness = difflib.SequenceMatcher(None, base, other).ratio()
        plain = sum(1 for char in name if ord(char) > 127)
        if likeness < 0.55 or (abs(len(base) - len(other)) > 6 and likeness < 0.7):
            continue
        scored.append((plain > 0, -likeness, name))
    seen = {base}
    out = []
    for _, _, name in sorted(scored):
        if key(name) not in seen:
            seen.add(key(name))
            out.append(name)
    return out[:limit]


def spelled(sources):
    """The rows of hand/city-names.tsv by the id of the most populous city of their name."""
    best = {}
    for city in cities(sources):
        for name in {key(city["name"]), key(city["asciiname"])}:
            mark = (city["country"], name)
            if mark not in best or city["people"] > best[mark]["people"]:
                best[mark] = city
    found = {}
    for row in rows(os.path.join(HAND, "city-names.tsv")):
        city = best.get((row["country"], key(row["city"])))
        if city is None:
            print(f"hand/city-names.tsv: no city {row['city']} in {row['country']}")
            continue
        found[f"geonames:{city['geonameid']}"] = row
    return found


def frequent_words():
    """The words that running text has at least twice as something else than a name, as `tag_words.py` counted them."""
    found = set()
    for row in rows(os.path.join(DATA, "build", "tag-words.tsv")):
        counts = dict(each.rsplit(":", 1) for each in row["tags"].split("|") if ":" in each)
        if row["word"].islower() and sum(int(n) for tag, n in counts.items() if not tag.startswith("NNP")) >= 2:
            found.add(row["word"])
    return found


def other_scripts(city, wide):
    wanted = list(NATIVE.get(city["country"], []))
    if wide:
        wanted += [each for each in WORLD if each not in wanted]
    base = key(city["asciiname"] or city["name"])
    found = []
    names = [name.strip() for name in city["alternatenames"].split(",")]
    for each in wanted:
        mine = [name for name in names if 2 <= len(name) <= 24 and script(name) == each]
        if each == "CYRILLIC":
            alphabets = [UKRAINIAN, RUSSIAN] if city["country"] == "UA" else [RUSSIAN]
            if city["country"] in ("BG", "RS", "MK", "KZ", "KG", "BY", "MN", "TJ", "ME", "BA") and not wide:
                alphabets = [None]
            for alphabet in alphabets:
                fit = [name for name in mine if name[0].isupper() and (alphabet is None or set(name.lower()) <= alphabet)]
                fit.sort(key=lambda name: (-difflib.SequenceMatcher(None, base, romanized(name)).ratio(), -len(name), name))
                found += fit[:1]
        elif each == "ARABIC":
            found += sorted(mine, key=len)[:1]
        elif each == "HAN":
            found += mine[:2]
        else:
            found += mine[:1]
    return unique(found)


def softened(name):
    """The other way to write я and ю after a consonant: Kupiansk and Kupyansk."""
    each = re.sub(r"(?<=[bcdfghklmnprstvz])i(?=[au])", "y", name)
    if each == name:
        each = re.sub(r"(?<=[bcdfghklmnprstvz])y(?=[au])", "i", name)
    return [] if each == name else [each]


def english_words(sources):
    """Lower-case lemmas of Open English WordNet, and months, titles and function words that it lacks."""
    words = set("the of and for with from this that what when where which while about after before march may june will would can could "
                "must should not all any each every some such than then there they them these those under over into onto upon "
                "mr mrs ms dr he she it his her its our your my me us we you who whom whose why how if or as at by in on to "
                "monday tuesday wednesday thursday friday saturday sunday january february april july august september october "
                "november december".split())
    for row in rows(os.path.join(sources, "oewn", "senses.tsv")):
        if row["lemma"].isalpha() and row["lemma"].islower():
            words.add(row["lemma"])
    return words


def listed(sources, file):
    with open(os.path.join(sources, "names", file), encoding="utf-8-sig") as lines:
        return {key(line) for line in lines if line.strip()}


def make(sources):
    info = country_info(sources)
    words, firsts, lasts = english_words(sources), listed(sources, "first.txt"), listed(sources, "last.txt")
    frequent = frequent_words()
    hand = list(rows(os.path.join(HAND, "places.tsv")))
    given = {row["id"]: row for row in hand if row["id"].startswith("geonames:")}
    added = [row for row in hand if not row["id"].startswith("geonames:")]
    table = []
    known = spelled(sources)
    taken = set()
    for row in rows(os.path.join(DATA, "gazetteer", "countries.tsv")):
        taken.update(key(name) for name in [row["name"]] + items(row["aliases"]) + items(row["demonyms"]))
    for city in cities(sources):
        if city["people"] >= 300000 or city["feature"] == "PPLC":
            taken.add(key(city["asciiname"]))
    near = {}
    for city in cities(sources):
        near.setdefault((city["country"], key(city["asciiname"])), []).append(city)
    for city in cities(sources):
        if city["feature"] in ("PPLQ", "PPLH", "PPLW", "PPLR", "feature"):
            continue
        if city["old"] and any(not other["old"] and abs(other["lat"] - city["lat"]) < 0.1
                               and abs(other["lon"] - city["lon"]) < 0.1
                               for other in near[(city["country"], key(city["asciiname"]))]):
            continue
        identity = f"geonames:{city['geonameid']}"
        mine = given.pop(identity, {})
        if mine.get("name") == "-":
            continue
        name = city["name"]
        if PLAIN.search(name.lower()) and city["country"] not in ("FR", "IT", "PT", "BR", "CA", "BE", "LV", "LT", "TR", "GB", "IE", "RO", "US"):
            name = city["asciiname"].replace("`", "").strip("'‘’")
            if city["country"] in ("UA", "RU", "BY", "AE", "SA", "YE", "IQ", "IR", "SY", "EG", "AF", "PK", "IN", "KP"):
                name = re.sub(r"['‘’]", "", name)
        population = city["people"]
        capital = city["feature"] == "PPLC"
        wide = capital or population >= 700000
        limit = 3 if population >= 100000 else 2 if population >= 25000 else 1
        if city["country"] in ("UA", "RU", "BY", "SY", "IQ", "PS", "IL", "YE", "LB", "KP", "KR", "AF"):
            limit += 1
        bigger = known.get(identity, {})
        # An alias that is a word, a given name, a country or a bigger city misleads more than it helps.
        fromSource = [] if bigger else [each for each in latin(city, limit)
                      if key(each) not in taken and key(each) not in words and key(each) not in firsts]
        shown = mine.get("name") or bigger.get("name")
        if shown:
            fromSource = [name] + fromSource
            name = shown
        aliases = unique(items(mine.get("aliases", "")) + items(bigger.get("aliases", "")) + fromSource + other_scripts(city, wide), [name])
        aliases = [each for each in aliases if each not in items(mine.get("without", ""))]
        if city["country"] == "UA":
            aliases[limit:limit] = softened(name)
        seen, kept = {key(name)}, []
        for each in aliases:
            if key(each) not in seen:
                seen.add(key(each))
                kept.append(each)
        radius = max(1000, math.sqrt(max(population, 1) / 3000 / math.pi) * 1000)
        table.append({
            "id": identity, "name": name, "aliases": kept[:12], "latitude": f"{city['lat']:.4f}",
            "longitude": f"{city['lon']:.4f}", "feature": city["feature"], "country": city["country"],
            "admin1": f"{city['country']}.{city['admin1']}" if city["admin1"] else "", "population": population,
            "precision": rounded(radius), "common": commonness(name, population, capital, words, frequent, firsts, lasts),
            "source": "2018-01" if city["old"] else "2025-11",
        })
    for row in added:
        table.append({
            "id": row["id"], "name": row["name"], "latitude": row["latitude"],
            "aliases": unique(items(row["aliases"]) + (softened(row["name"]) if row["country"] == "UA" else [])),
            "longitude": row["longitude"], "feature": row["feature"] or "PPL", "country": row["country"],
            "admin1": row["admin1"], "population": row["population"] or 0, "precision": row["precision"] or 5000,
            "common": commonness(row["name"], int(row["population"] or 0), False, words, frequent, firsts, lasts), "source": "hand",
        })
    if given:
        raise SystemExit(f"hand/places.tsv: not in the sources: {sorted(given)}")
    present = regions_present()
    for row in table:
        if row["admin1"] and row["admin1"] not in present:
            row["admin1"] = ""
    table.sort(key=lambda row: (row["country"], -int(row["population"]), row["id"]))
    return write("gazetteer/places.tsv", COMMENT, COLUMNS, table)


def regions_present():
    from common import DATA
    return {row["code"] for row in rows(os.path.join(DATA, "gazetteer", "regions.tsv"))}


def commonness(name, population, capital, words, frequent, firsts, lasts):
    """Whether the name alone is too weak for a place: the bigger the place, the more it takes."""
    base = key(name)
    if capital or population >= 1_500_000:
        return ""
    if base in (frequent if population >= 100_000 else words):
        return "yes"
    if base in firsts and population < 200_000 or base in lasts and population < 80_000:
        return "yes"
    return ""
