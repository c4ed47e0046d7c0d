"""The words that the mapping knows: words.tsv beside this file, and what the product's own tables say of people."""
import collections
import pathlib
import re

TABLE = pathlib.Path(__file__).with_name("words.tsv")
LEXICON = pathlib.Path(__file__).resolve().parents[4] / "data" / "lexicon"
# Types of things whose owner says more.
PLAIN = {"OTHER", "ORGANIZATION OFFICE", "CIVILIAN RESIDENCE", "COMMERCIAL"}
DETERMINERS = set("a an the this that these those his her its their our my your some several many other another".split())
PREPOSITIONS = set("of in at on from by with to for and or who which that where near as".split())
# What a place is, at the end of its name.
UNITS = re.compile(
    r"\s+(department|province|district|municipality|city|state|region|neighborhood|suburb|canton|jurisdiction|sector"
    r"|village|town|farm|county)$", re.I)


def table():
    """For each layer its words."""
    layers = collections.defaultdict(dict)
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        layer, word, value = line.split("\t")
        layers[layer][word] = value
    return layers


LAYERS = table()


def singular(word):
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def words(text):
    return re.findall(r"[\w'-]+", text.lower())


def lookup(layer, text):
    """The value for the head of a phrase, else for the word of it that stands last."""
    found = words(re.split(r"\b(?:of|in|at|on|from|by|with|to|for|who|which|that|near)\b|,", text.lower())[0]) or words(text)
    entries = LAYERS[layer]
    for size in (2, 1):
        for start in range(len(found) - size, -1, -1):
            phrase = found[start:start + size]
            for key in (" ".join(phrase), " ".join(phrase[:-1] + [singular(phrase[-1])])):
                if key in entries:
                    return entries[key]
    return None


def head(text):
    """The head of a phrase in the singular."""
    found = words(re.split(r"\b(?:of|in|at|on|from|by|with|to|for|who|which|that|near)\b|,", text.lower())[0]) or words(text)
    return singular(found[-1]) if found else ""


def head_is(layer, text):
    """Whether the head of a phrase is a word of a layer."""
    found = words(re.split(r"\b(?:of|in|at|on|from|by|with|to|for|who|which|that|near)\b|,", text.lower())[0]) or words(text)
    return bool(found) and (found[-1] in LAYERS[layer] or singular(found[-1]) in LAYERS[layer])


def trades():
    """The nouns for people that the product knows."""
    found = set()
    for name in ("person-nouns.tsv", "offices.tsv", "ranks.tsv"):
        for line in (LEXICON / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                found.add(line.split("\t")[0].lower().split()[-1])
    return found


def adjectives():
    """The adjectives and the people of each country, by its code."""
    found = {}
    for line in (LEXICON.parent / "gazetteer" / "countries.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 5 and len(cells[1]) == 2:
            found[cells[1]] = {each.lower() for each in cells[5].split("|") if each and " " not in each}
    found.setdefault("US", set()).update(("u.s", "american"))
    found.setdefault("RU", set()).add("soviet")
    return found


def is_trade(word):
    word = word.lower().strip(".")
    return singular(word) in TRADES or word in LAYERS["title"] or singular(word) in LAYERS["human"]


def kind_of_thing(text):
    """The type of a building or a thing: a telling word before a plain head goes before it."""
    kind = lookup("physical", text)
    if kind is None or kind in PLAIN:
        for word in words(text):
            told = LAYERS["physical"].get(word) or LAYERS["physical"].get(singular(word))
            if told and told not in PLAIN and told != "TRANSPORT VEHICLE":
                return told
    return kind


TRADES = trades()
ADJECTIVES = adjectives()
