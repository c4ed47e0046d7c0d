"""data/gazetteer/people.tsv from the lists of heads of state and government and the hand tables."""

import os
import re
import unicodedata

from common import DATA, HAND, comma_rows, items, key, rows, unique, write
from places import english_words

COMMENT = """
People in the news and the offices they hold or held: one line an office, the present or latest office first; the first line of
a person holds the names.
id: annals:name. name: as most papers write it. aliases: other spellings, full forms, the name in its own script.
short: surnames and other single names by which news call the person; none where it is a common word or many bear it.
country: ISO code. office: in the words of lexicon/offices.tsv. of: the id of the country (countries.tsv) or agency (agencies.tsv).
from, to: ISO dates, months or years; `to` is empty where the office is held or its end is not known, `from` where unknown.
as_of: when the line was last known to be true. wikidata: the item, where a source gives it.
Made by data/build/gazetteer.py from every-politician-scrapers/world-leaders-2021 (Wikidata, CC0),
open-data-archive/world-leaders-current (CC BY-SA 4.0), data/build/hand/people.tsv, people-left.tsv and name-forms.tsv (own work
from general knowledge): to add a person or an office, edit the hand tables and run the script.
"""
COLUMNS = ["id", "name", "aliases", "short", "country", "office", "of", "from", "to", "as_of", "wikidata"]
OWN_DATE = "2025-06"
STATES = {"Kingdom of Denmark": "DK", "Kingdom of the Netherlands": "NL", "People's Republic of China": "CN",
          "Republic of Ireland": "IE", "State of Palestine": "PS", "The Bahamas": "BS", "The Gambia": "GM",
          "United States of America": "US", "Federated States of Micronesia": "FM", "Democratic Republic of the Congo": "CD",
          "Republic of the Congo": "CG", "São Tomé and Príncipe": "ST", "East Timor": "TL"}
# Where the family name does not stand last, so that no surname is cut off a name by rule.
OTHER_ORDER = set("KP KR CN TW VN KH LA MM TH MN ID MY BN BT ET ER SO DJ TD SG SS TL WS PG SA AE KW QA BH OM JO IS".split())
PARTICLES = {"de", "da", "di", "van", "von", "der", "el", "al", "bin", "dos", "du", "la", "le", "ould"}
WORLD = [("monarch", "king"), ("king of", "king"), ("emir", "emir"), ("sultan", "sultan"), ("emperor", "emperor"),
         ("prince", "prince"), ("federal chancellor", "chancellor"), ("governor-general", "governor-general"),
         ("prime minister", "prime minister"), ("chief minister", "chief minister"), ("taoiseach", "taoiseach"),
         ("supreme leader", "supreme leader"), ("premier", "premier"), ("president of the executive yuan", "premier"),
         ("captain regent", "captain regent"), ("chairman of the presidential council", "chairman of the presidential council"),
         ("chairman of the council of ministers", "prime minister"), ("president", "president")]


# Lines of the current list that are mistaken: the prime minister of Saudi Arabia is not its king.
WRONG = {("SA", "king")}


def slug(name):
    plain = "".join(char for char in unicodedata.normalize("NFD", key(name)) if unicodedata.category(char) != "Mn")
    return "annals:" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def surname(name, country, common):
    """The surname of a name in the Western order; none where it is a common word too."""
    words = name.split()
    if country in OTHER_ORDER or len(words) < 2 or any(re.fullmatch("[IVX]+|of", word) for word in words):
        return []
    if words[-1] in ("Jr.", "Sr."):
        words.pop()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    last = " ".join(words[first:])
    plain = "".join(char for char in unicodedata.normalize("NFD", last) if unicodedata.category(char) != "Mn")
    return [] if key(last) in common else unique([last, plain])


def ascii_names(names):
    """The names and their Latin forms without accents."""
    out = list(names)
    for name in names:
        plain = "".join(char for char in unicodedata.normalize("NFD", name) if unicodedata.category(char) != "Mn")
        if plain.isascii():
            out.append(plain)
    return out


def spellings(names, forms):
    """The names of two words in Latin letters with the other usual spellings of each word."""
    out = []
    for name in names:
        words = name.split()
        if len(words) == 2 and name.isascii():
            out += [f"{first} {last}" for first in first_forms(words[0], forms) for last in last_forms(words[1], forms)]
    return out


def first_forms(name, forms):
    return unique([name] + [each for part, group in forms if part == "first" and name in group for each in group])


def last_forms(name, forms):
    found = [name]
    for part, group in forms:
        ends = [end for end in group if part == "ending" and name.endswith(end) and len(name) > len(end) + 1]
        if ends:
            stem = name[:-len(max(ends, key=len))]
            return unique(found + [stem + end for end in group])
    return found


def hand_people(countries):
    for row in rows(os.path.join(HAND, "people.tsv")):
        offices = []
        for office in row["offices"].split(";"):
            if not office.strip():
                continue
            title, _, rest = office.strip().partition("@")
            body, _, span = rest.partition(" ")
            start, _, end = span.partition("..")
            body = countries[body] if body in countries else body
            if not body.startswith(("geonames:", "annals:")):
                raise SystemExit(f"hand/people.tsv: {row['name']}: no country or agency `{body}`")
            offices.append({"office": title, "of": body, "from": start, "to": end, "as_of": row["as_of"] or max(OWN_DATE, start[:7], end[:7])})
        yield {"id": "annals:" + row["id"] if row["id"] else slug(row["name"]), "name": row["name"],
               "aliases": items(row["aliases"]), "short": items(row["short"]), "country": row["country"],
               "offices": offices, "wikidata": ""}


def make(sources):
    table = list(rows(os.path.join(DATA, "gazetteer", "countries.tsv")))
    countries = {row["iso2"]: row["id"] for row in table}
    codes = {}
    for row in table:
        for name in [row["name"]] + items(row["aliases"]):
            codes.setdefault(key(name), row["iso2"])
    common = english_words(sources)
    people = list(hand_people(countries))
    known = {}
    for person in people:
        for name in [person["name"]] + person["aliases"]:
            known.setdefault(key(name), person)
    left = {row["name"]: row["to"] for row in rows(os.path.join(HAND, "people-left.tsv"))}
    unused = set(left)
    folder = os.path.join(sources, "world-leaders")
    for row in comma_rows(os.path.join(folder, "wikidata-2021.csv")):
        name = row["officeholderLabel"].split(", Prince")[0].split(" of ")[0].replace('"', "")
        code = STATES.get(row["country"]) or codes.get(key(row["country"]))
        person = known.get(key(row["officeholderLabel"])) or known.get(key(name))
        if person and not person.get("generated"):
            person["wikidata"] = person["wikidata"] or row["officeholder"]
            continue
        office = next((office for start, office in WORLD if row["positionLabel"].lower().startswith(start)), "")
        if not code or not office or re.fullmatch(r"Q\d+", name):
            continue
        if not person:
            person = {"id": slug(name), "name": name, "aliases": [], "short": surname(name, code, common), "country": code,
                      "offices": [], "wikidata": row["officeholder"], "generated": True}
            known[key(name)] = person
            people.append(person)
        if any(each["office"] == office and each["of"] == countries[code] for each in person["offices"]):
            continue
        end = row["end_year"] or left.get(name, "")
        unused.discard(name)
        person["offices"].append({"office": office, "of": countries[code], "from": row["start_year"], "to": end,
                                  "as_of": OWN_DATE if name in left else "2022"})
    if unused:
        raise SystemExit(f"hand/people-left.tsv: not in the list of leaders: {', '.join(sorted(unused))}")
    for row in comma_rows(os.path.join(folder, "current-2026-08.csv")):
        if row["ISO"] not in countries:
            continue
        for title, holder, since in [("HoS Title", "Head of State", "HoS Since"), ("HoG Title", "Head of Government", "HoG Since")]:
            name, office = row[holder], row[title].lower()
            office = {"monarch": "king", "prime minister (king)": "prime minister",
                      "sultan and prime minister": "prime minister"}.get(office, office)
            if not name or (row["ISO"], office) in WRONG:
                continue
            person = known.get(key(name))
            if not person:
                person = {"id": slug(name), "name": name, "aliases": [], "short": surname(name, row["ISO"], common),
                          "country": row["ISO"], "offices": [], "wikidata": "", "generated": True}
                known[key(name)] = person
                people.append(person)
            same = [each for each in person["offices"] if each["office"] == office and each["of"] == countries[row["ISO"]]]
            if same:
                same[0]["as_of"] = "2026-08-22"
                if not same[0]["from"] or len(same[0]["from"]) < len(row[since]) and same[0]["from"] == row[since][:4]:
                    same[0]["from"] = row[since]
                same[0]["to"] = ""
            else:
                person["offices"].insert(0, {"office": office, "of": countries[row["ISO"]], "from": row[since], "to": "",
                                             "as_of": "2026-08-22"})
    forms = [(row["part"], items(row["forms"])) for row in rows(os.path.join(HAND, "name-forms.tsv"))]
    for person in people:
        if person["country"] in ("RU", "UA", "BY"):
            person["aliases"] = person["aliases"] + spellings([person["name"]] + person["aliases"], forms)
            person["short"] = unique(person["short"] + [each for name in person["short"] for each in last_forms(name, forms)])
    bearers = {}
    for person in people:
        for short in {key(short) for short in person["short"]}:
            bearers.setdefault(short, []).append(person)
    out = []
    for person in people:
        if person.get("generated"):
            person["short"] = [short for short in person["short"] if len(bearers[key(short)]) == 1]
        names = unique(ascii_names([person["name"]] + person["aliases"]), besides=[person["name"]])
        names = [name for name in names if name not in person["short"]]
        for place, office in enumerate(person["offices"] or [{}]):
            out.append({**person, **office, "aliases": [] if place else names, "short": [] if place else person["short"]})
    return write("gazetteer/people.tsv", COMMENT, COLUMNS, out)
