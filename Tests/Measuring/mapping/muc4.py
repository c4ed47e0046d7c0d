"""Incident templates of MUC-4 made of our records, by the words of muc4.tsv.

Event mentions of violence are merged into incidents; what is no terrorism (battles of two armed sides, old or vague
events, what is only feared or denied) is left out; each incident's slots are filled from its mentions.
"""
import collections
import datetime
import json
import pathlib
import re

CORPUS = "muc4/dev.jsonl"
TABLE = pathlib.Path(__file__).with_suffix(".tsv")
ASSERTED = {"asserted", "hedged", None}
# An incident of which a document speaks is news for so many days.
RECENT = 75
# Types of things whose owner says more.
PLAIN = {"OTHER", "ORGANIZATION OFFICE", "CIVILIAN RESIDENCE", "COMMERCIAL"}
# Kinds of incident that are never one.
APART = {"BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"}
# What speaks for an event mention belonging to an incident, and from how much on it does.
WEIGHTS = {"same target": 4, "other name": -2, "same chain": 2, "gap": [2, 2, 0], "same kind": 1, "effect": 1,
           "first victims": 0.5, "no target": 0.5, "other town": -4, "same agent": 0}
THRESHOLD = 3
# What makes an incident news, and how much of it there must be.
SIGNS = {"early": 1.5, "late": -1, "day": 1, "town": 1, "no place": 0.5, "somebody": 1, "agent": 0, "outlaw": 1, "state": -1.5,
         "several": 1, "deed": 1.5, "vague": -2, "unsure": -0.5, "not past": -2, "threat": -1, "attempt": -0.5}
INTEREST = 1
# What a bomb does.
BLOWN = {"attack", "destroy", "damage", "injure", "sabotage", "kill", "die"}
# Offsets between a title or an apposition and its name.
BESIDE = 3
DETERMINERS = set("a an the this that these those his her its their our my your some several many other another".split())
PREPOSITIONS = set("of in at on from by with to for and or who which that where near as".split())
IDENTIFIED = re.compile(r"\b(identified|named) (today |yesterday )?as\b|\b(victims|dead|killed|injured|wounded|kidnapped) (are|were|include|included|have been identified)\b|\bwho was identified\b")
INCLUDED = re.compile(r"[^.;]{0,60}?(\bincluding\b|\bamong (them|whom)\b|\bsuch as\b|:|\bidentified as\b|\bnamed\b|--)", re.I)
UNHARMED = re.compile(r"\bno (casualties|victims|injuries|fatalities|deaths|personal injuries|one was (injured|hurt|killed)|reports of (casualties|victims|injuries))\b|\b(nobody|no one) was (hurt|injured|killed)|\bunharmed|\bunhurt|\buninjured|without (causing|inflicting) (any )?(casualties|victims|injuries)|(did not|without) caus\w+ (any )?(casualties|victims|injuries)")
UNITS = re.compile(r"\s+(department|province|district|municipality|city|state|region|neighborhood|suburb|canton|jurisdiction|sector|village|town|farm|county)$", re.I)


def table():
    """For each layer its words."""
    layers = collections.defaultdict(dict)
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        layer, word, value = line.split("\t")
        layers[layer][word] = value
    return layers


LAYERS = table()
LEXICON = pathlib.Path(__file__).resolve().parents[3] / "data" / "lexicon"


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


class Document:
    def __init__(self, record):
        self.record = record
        self.text = record["text"]
        self.claiming = None
        self.mentions = record.get("mentions", [])
        self.entities = {each["id"]: each for each in record.get("entities", [])}
        self.sentences = record.get("sentences", [])
        self.chains = collections.defaultdict(list)
        for at, mention in enumerate(self.mentions):
            self.chains[mention["chain"]].append(at)
        published = (record.get("published") or "")[:10]
        try:
            self.published = datetime.date.fromisoformat(published)
        except ValueError:
            self.published = None
        countries = collections.Counter(each["country"] for each in self.mentions if each.get("country"))
        line = [each["country"] for each in self.mentions if each.get("country") and each["start"] < 60]
        first = [each for each in self.mentions if each["start"] == 0 and each["kind"] == "place" and each.get("entity")]
        self.seat = first[0] if first else None
        self.country = line[0] if line and line[0] in LAYERS["country"] else next(
            (code for code, _ in countries.most_common() if code in LAYERS["country"]), None)

    def words(self, span):
        return " ".join(self.text[span["start"]:span["end"]].split())

    def extended(self, start, end):
        """A phrase with what follows by "of": "the headquarters of the party"."""
        match = re.match(r"\s+of\s+(the\s+|a\s+)?", self.text[end:end + 12], re.I)
        if match:
            following = [each["end"] for each in self.mentions if end + 1 < each["start"] <= end + match.end() and each["end"] - end < 90]
            end = max(following, default=end)
        return " ".join(self.text[start:end].split())

    def sentence(self, offset):
        low = 0
        for number, each in enumerate(self.sentences):
            if each["start"] > offset:
                break
            low = number
        return low

    def is_rebel(self, mention):
        """Whether a named body fights a state, as its reference entry or its name says."""
        entity = self.entities.get(mention.get("entity"))
        about = (entity.get("summary") or "") if entity else self.words(mention)
        return bool(set(map(singular, words(about))) & set(LAYERS["bandit"]))

    def claimants(self):
        """The chains of those who take responsibility for something."""
        if self.claiming is None:
            self.claiming = set()
            for event in self.record.get("events", []):
                said = self.words(event).lower()
                if event["type"] == "confirm" and event.get("polarity") != "NEG" and any(each in said for each in ("responsib", "claim", "credit")):
                    self.claiming |= {self.mentions[each["mention"]]["chain"] for each in event.get("arguments", [])
                                      if each["role"] == "agent" and each.get("mention") is not None}
        return self.claiming

    def rebels(self):
        """The names of such bodies, those met most first."""
        counts = collections.Counter(each["chain"] for each in self.mentions
                                     if each["kind"] == "agency" and each["form"] == "name" and self.is_rebel(each))
        return [self.name(chain) for chain, _ in counts.most_common()]

    def name(self, chain):
        """The longest name of a chain; none if it has none."""
        names = [self.words(self.mentions[at]) for at in self.chains[chain] if self.mentions[at]["form"] == "name"]
        return max(names, key=len) if names else None

    def nominals(self, chain):
        return [self.words(self.mentions[at]) for at in self.chains[chain] if self.mentions[at]["form"] == "nominal"]


class Filler:
    """Who or what fills a role."""

    def __init__(self, document, argument):
        self.document = document
        self.start, self.end = argument["start"], argument["end"]
        self.said = document.words(argument)
        at = argument.get("mention")
        self.mention = document.mentions[at] if at is not None else None
        self.quantity = argument.get("quantity")
        if self.mention and self.mention.get("quantity") is not None:
            self.quantity = self.mention["quantity"]
        self.kind = self.mention["kind"] if self.mention else None
        self.chain = self.mention["chain"] if self.mention else None
        self.form = self.mention["form"] if self.mention else "nominal"
        self.text = self.said
        if self.form == "pronoun":
            names = document.name(self.chain)
            self.text = names or next(iter(document.nominals(self.chain)), "")
            self.form = "name" if names else "nominal"
        if self.form == "nominal" and self.chain is not None and document.name(self.chain) and self.kind == "person":
            self.form = "name"
        if self.kind == "group":
            self.form = "nominal"
        if self.form == "nominal" and self.text == self.said:
            self.text = document.extended(self.start, self.end)
        inner = self.members() if self.kind == "agency" and self.form == "nominal" else None
        if inner is not None:
            self.mention = document.mentions[inner]
            self.kind, self.chain = self.mention["kind"], self.mention["chain"]
        self.name = document.name(self.chain) if self.form == "name" and self.chain is not None else None

    def members(self):
        """The people of "a group of peasants"."""
        if not head_is("body", self.said):
            return None
        return next((at for at, each in enumerate(self.document.mentions) if each["kind"] in ("group", "person")
                     and self.end < each["start"] <= self.end + 8 and " of " in self.document.text[self.end:each["start"] + 4].lower()), None)

    @property
    def key(self):
        return ("chain", self.chain) if self.chain is not None else ("words", " ".join(sorted(map(singular, words(self.text)))))

    def is_weapon(self):
        return head_is("weapon", self.text)

    def is_human(self):
        if self.kind in ("person", "group", "unit"):
            return not head_is("physical", self.text) or head_is("human", self.text)
        return self.kind is None and (head_is("human", self.text) or head_is("people", self.text))

    def is_thing(self):
        return not self.is_human() and lookup("physical", self.text) is not None

    def number(self):
        if self.name:
            return "1"
        if self.quantity is not None:
            quantity = self.document.record["quantities"][self.quantity]
            point = quantity.get("point") or quantity.get("low") or quantity.get("high")
            if point:
                return f"{point:g}"
        first = words(self.said)[:1]
        head = (words(re.split(r"\b(?:of|in|at|on|from|who|which|that)\b|,", self.text.lower())[0]) or [""])[-1]
        if head.endswith("s") and not head.endswith("ss") or head in ("people", "men", "women", "children", "policemen"):
            return "PLURAL"
        return "1" if first else None


class Mention:
    """One event mention of violence, or of what it led to."""

    def __init__(self, document, event):
        self.document = document
        self.event = event
        self.start = event["start"]
        self.type = event["type"]
        self.trigger = document.words(event).lower()
        self.sentence = document.sentence(event["start"])
        self.stage = LAYERS["stage"].get(self.type, "ACCOMPLISHED")
        self.kind = LAYERS["event"][self.type]
        for prefix, kind in LAYERS["trigger"].items():
            if self.trigger.startswith(prefix) and self.kind != "KIDNAPPING":
                self.kind = kind
        self.words = set(words(document.words(document.sentences[self.sentence])))
        if self.type == "disarm" and not (self.words & set(LAYERS["explosion"])):
            self.stage = None
        if self.kind in ("ATTACK", "effect") and self.type in BLOWN and self.words & set(LAYERS["explosion"]):
            self.kind = "BOMBING"
        self.agents, self.targets, self.things, self.weapons, self.places = [], [], [], [], []
        for argument in event.get("arguments", []):
            self.sort(argument["role"], Filler(document, argument))
        self.chain = event.get("chain")
        self.effect = None if "attempt" in self.trigger else LAYERS["effect"].get(self.type)
        self.day = self.date()

    def sort(self, role, filler):
        if not filler.text:
            return
        victim = self.type in ("die", "release", "escape") and role in ("agent", "patient")
        if filler.is_weapon() and not filler.is_human():
            self.weapons.append(filler)
        elif role == "instrument":
            self.weapons.append(filler)
        elif role == "place" or role in ("destination", "origin"):
            (self.things if filler.is_thing() and self.kind == "BOMBING" else self.places).append(filler)
        elif role == "agent" and not (victim and self.type != "release"):
            if filler.kind in ("person", "group", "agency", "unit") or head_is("rebel", filler.text) or head_is("state", filler.text):
                self.agents.append(filler)
            elif filler.is_thing() and self.type in ("explode", "bomb", "fire"):
                self.things.append(filler)
        elif role in ("patient", "agent") or role == "recipient" and self.type == "threaten":
            if filler.is_human():
                self.targets.append(filler)
            elif filler.is_thing():
                self.things.append(filler)
            elif filler.kind == "place":
                self.places.append(filler)
            elif filler.kind == "agency":
                self.things.append(filler)
            elif filler.kind == "object":
                self.things.append(filler)

    def date(self):
        """The first and last day, if the text says them."""
        times = self.document.record.get("times", [])
        numbers = [each["time"] for each in self.event.get("times", []) if each.get("role") in ("occurred", None)]
        if self.event.get("time") is not None:
            numbers.insert(0, self.event["time"])
        for number in numbers:
            time = times[number]
            if time["type"] in ("DATE", "TIME") and time.get("earliest"):
                return time["earliest"][:10], (time.get("latest") or time["earliest"])[:10]
        return None

    def take_deed(self, events):
        """Whom a threat to kill is meant for: the victim of the deed that is threatened."""
        if self.type != "threaten" or self.targets or self.things:
            return
        for event in events:
            if self.start < event["start"] < self.event["end"] + 40 and event["type"] in LAYERS["event"] \
                    and self.document.sentence(event["start"]) == self.sentence:
                for argument in event.get("arguments", []):
                    if argument["role"] == "patient":
                        self.sort("patient", Filler(self.document, argument))
                    elif argument["role"] == "agent" and not self.agents:
                        self.sort("agent", Filler(self.document, argument))

    def towns(self):
        """The settlements where it is said to have happened."""
        found = set()
        for each in self.places:
            entity = self.document.entities.get((each.mention or {}).get("entity")) or {}
            if (entity.get("feature") or "").startswith("PPL"):
                found.add(entity["id"])
        return found

    def is_fit(self):
        event = self.event
        if self.stage is None or self.stage == "THREATENED" and not self.targets:
            return False
        return event.get("polarity", "POS") == "POS" and event.get("modality") in ASSERTED and event.get("certainty", 3) >= 0


class Incident:
    def __init__(self, mention):
        self.document = mention.document
        self.mentions = [mention]

    def add(self, mention):
        self.mentions.append(mention)

    @property
    def kinds(self):
        return [each.kind for each in self.mentions if each.kind != "effect"]

    def type(self):
        for kind in ("KIDNAPPING", "BOMBING", "ARSON", "ROBBERY"):
            if kind in self.kinds:
                return kind
        return "ATTACK"

    def day(self):
        return next((each.day for each in self.mentions if each.day), None)

    def score(self, mention):
        """How surely an event mention belongs to this incident; negative if it cannot."""
        if mention.stage != self.mentions[0].stage:
            return -1
        days = self.day()
        if days and mention.day and (days[1] < mention.day[0] or mention.day[1] < days[0]):
            return -1
        kinds = set(self.kinds)
        if mention.kind in APART and kinds & APART - {mention.kind}:
            return -1
        score = 0
        keys = {each.key for one in self.mentions for each in one.targets + one.things}
        names = {each.key for one in self.mentions for each in one.targets if each.name}
        own = {each.key for each in mention.targets + mention.things}
        named = {each.key for each in mention.targets if each.name}
        if own & keys:
            score += WEIGHTS["same target"]
        elif named and names and mention.kind != "effect":
            score += WEIGHTS["other name"]
        if any(each.chain is not None and each.chain == mention.chain for each in self.mentions):
            score += WEIGHTS["same chain"]
        gap = mention.sentence - max(each.sentence for each in self.mentions)
        if gap < 3:
            score += WEIGHTS["gap"][max(gap, 0)]
        if mention.kind in kinds or not kinds and gap < 2:
            score += WEIGHTS["same kind"]
        if mention.kind == "effect":
            score += WEIGHTS["effect"]
        elif mention.effect and not mention.agents and not any(one.targets for one in self.mentions):
            score += WEIGHTS["first victims"]
        if not own:
            score += WEIGHTS["no target"]
        towns, others = self.towns(), mention.towns()
        if towns and others and not towns & others:
            score += WEIGHTS["other town"]
        agents = {each.key for one in self.mentions for each in one.agents}
        if agents & {each.key for each in mention.agents}:
            score += WEIGHTS["same agent"]
        return score

    def towns(self):
        return set().union(*(each.towns() for each in self.mentions))


def incidents(document):
    found = []
    for event in document.record.get("events", []):
        if event["type"] not in LAYERS["event"]:
            continue
        mention = Mention(document, event)
        mention.take_deed(document.record["events"])
        if not mention.is_fit():
            continue
        best = max(found, key=lambda each: (each.score(mention), each.mentions[-1].start), default=None)
        if best and best.score(mention) >= THRESHOLD:
            best.add(mention)
        elif mention.kind != "effect" or mention.type in ("injure", "damage", "die"):
            found.append(Incident(mention))
    return found


class Template:
    """The slots of one incident."""

    def __init__(self, document, incident):
        self.document = document
        self.incident = incident
        self.humans, self.things, self.agents, self.weapons = {}, {}, {}, {}
        for mention in incident.mentions:
            for filler in mention.targets:
                self.note(self.humans, filler, mention)
            for filler in mention.things:
                self.note(self.things, filler, mention)
            for filler in mention.agents:
                self.note(self.agents, filler, mention)
            for filler in mention.weapons:
                self.note(self.weapons, filler, mention)
        for key in set(self.agents) & set(self.humans):
            del self.agents[key]
        self.add_identified()
        self.add_included()
        if not self.humans and not self.things and incident.type() == "BOMBING":
            self.add_beside()

    def add_beside(self):
        """The building that a bombing's own sentences name: "a blast in front of the hotel"."""
        numbers = {each.sentence for each in self.incident.mentions}
        for at, mention in enumerate(self.document.mentions):
            if mention["kind"] in ("place", "agency") and self.document.sentence(mention["start"]) in numbers:
                filler = Filler(self.document, {**mention, "mention": at})
                if kind_of_thing(filler.text) not in (None, "TRANSPORTATION ROUTE") and not self.is_armed(filler):
                    self.things[filler.key] = (filler, set())
                    return

    def add_included(self):
        """The names behind "six priests, among them"."""
        for filler, effects in list(self.humans.values()):
            if filler.name or filler.number() == "1":
                continue
            span = self.document.sentences[self.document.sentence(filler.start)]
            match = INCLUDED.match(self.document.text[filler.end:span["end"]])
            if not match:
                continue
            for at, mention in enumerate(self.document.mentions):
                if mention["kind"] == "person" and mention["form"] == "name" and filler.end + match.end() <= mention["start"] < span["end"]:
                    other = Filler(self.document, {**mention, "mention": at})
                    if not any(each.name and self.same(each, other) for each, _ in [*self.humans.values(), *self.agents.values()]):
                        self.humans[other.key] = (other, set(effects))

    def add_identified(self):
        """The names after "the victims were identified as"."""
        effects = {effect for _, effects in self.humans.values() for effect in effects}
        numbers = {each.sentence for each in self.incident.mentions}
        for number in sorted(numbers | {each + 1 for each in numbers if each + 1 < len(self.document.sentences)}):
            span = self.document.sentences[number]
            text = self.document.text[span["start"]:span["end"]].lower()
            match = IDENTIFIED.search(text)
            if not match or not self.humans:
                continue
            effect = "DEATH" if "DEATH" in effects and "injured" not in match[0] and "wounded" not in match[0] else "INJURY" if "INJURY" in effects else None
            for at, mention in enumerate(self.document.mentions):
                if mention["kind"] == "person" and mention["form"] == "name" and span["start"] + match.start() <= mention["start"] < span["end"]:
                    filler = Filler(self.document, {**mention, "mention": at})
                    if any(each.name and self.same(each, filler) for each, _ in [*self.humans.values(), *self.agents.values()]):
                        continue
                    self.humans[filler.key] = (filler, {effect} - {None})

    @staticmethod
    def same(one, other):
        """Whether two phrases of an incident mean the same though they are no chain."""
        if one.name and other.name:
            return one.kind == other.kind and (set(words(one.name)) <= set(words(other.name)) or set(words(other.name)) <= set(words(one.name)))
        if one.name or other.name:
            return False
        if head(one.text) != head(other.text):
            return False
        return one.number() == other.number() or words(other.said)[:1] in (["the"], ["these"], ["those"], ["this"])

    def note(self, where, filler, mention):
        key = next((key for key, (each, _) in where.items() if self.same(each, filler)), filler.key)
        if key in where and filler.name and len(filler.name) > len(where[key][0].name or ""):
            where[key] = (filler, where[key][1])
        effects = where.setdefault(key, (filler, set()))[1]
        if mention.effect:
            effects.add(mention.effect)

    def is_relevant(self):
        """Whether it is news of terrorism, and not of war or of long ago."""
        kinds = self.incident.kinds
        if not kinds:
            return False
        self.humans = {key: value for key, value in self.humans.items() if not self.is_armed(value[0])}
        self.things = {key: value for key, value in self.things.items() if not self.is_armed(value[0])}
        if not self.humans and not self.things:
            return False
        if self.interest() < INTEREST:
            return False
        day = self.incident.day()
        if day and self.document.published:
            try:
                if (self.document.published - datetime.date.fromisoformat(day[1])).days > RECENT:
                    return False
            except ValueError:
                pass
        country = self.country()
        return country is None or country in LAYERS["country"]

    def interest(self):
        """How much is known of it: what has neither day nor place nor name is talk."""
        fillers = [each for each, _ in [*self.humans.values(), *self.things.values()]]
        first = self.incident.mentions[0]
        day, place = self.day(), self.place()
        agents = [each for each, _ in self.agents.values()]
        signs = {
            "early": first.sentence <= 3,
            "late": first.sentence > 12,
            "day": bool(day),
            "town": bool(place) and self.depth(place) == 2,
            "no place": place is None,
            "somebody": any(each.name or each.quantity is not None for each in fillers),
            "agent": bool(agents),
            "outlaw": any(head_is("outlaw", each.text) for each in agents),
            "state": any(head_is("state", each.text) and not head_is("rebel", each.text) for each in agents),
            "several": len(self.incident.mentions) > 1,
            "deed": self.incident.type() != "ATTACK",
            "vague": all(self.is_vague(each) for each in fillers),
            "unsure": all(each.event.get("modality") == "hedged" or each.event.get("certainty", 3) < 2 for each in self.incident.mentions),
            "not past": all(each.event.get("tense") not in (None, "past") for each in self.incident.mentions),
            "threat": first.stage == "THREATENED",
            "attempt": first.stage == "ATTEMPTED",
        }
        return sum(SIGNS[name] for name, holds in signs.items() if holds)

    def is_armed(self, filler):
        """Whether somebody or something is a side of the war, or its gear."""
        if filler.name and filler.kind == "person":
            return False
        if filler.kind == "agency" and kind_of_thing(filler.text) in (None, "GOVERNMENT OFFICE OR RESIDENCE") and filler.form == "nominal":
            return True
        return filler.kind == "unit" or head_is("armed", filler.text) or head_is("outlaw", filler.text) or bool(set(words(filler.text)) & set(LAYERS["gear"]))

    def is_vague(self, filler):
        """Whether a phrase means nobody in particular: "civilians"."""
        if filler.name or filler.quantity is not None:
            return False
        return head_is("crowd", filler.text) or filler.number() == "PLURAL" and len(words(filler.text)) < 3

    # ------------------------------------------------------------ place and time

    def places(self):
        found = []
        for mention in self.incident.mentions:
            found += [each.mention for each in mention.places if each.mention and each.mention["kind"] == "place"]
        return found

    def near(self, reach):
        """The places that sentences of the incident name, and sentences so far before them."""
        numbers = {each.sentence - back for each in self.incident.mentions if each.kind != "effect" for back in range(reach + 1)}
        return [each for each in self.document.mentions
                if each["kind"] == "place" and not each.get("metonym") and self.document.sentence(each["start"]) in numbers]

    def place(self):
        """The place mention that says most; none if there is no town or region."""
        said = self.places()
        for candidates in (said, self.near(0), self.near(1)):
            named = [self.named(each) for each in candidates]
            linked = [each for each in named if each and each.get("entity") and self.depth(each) > 0 and self.is_home(each)]
            towns = [each for each in linked if self.depth(each) == 2]
            if towns or linked:
                return (towns or linked)[0]
            if candidates is said and any(named):
                stated = [each for each in named if each and not each.get("entity")]
                if stated:
                    return stated[0]
            if any(head_is("capital", self.document.words(each)) for each in candidates) and self.document.seat:
                return self.document.seat
        return None

    def is_home(self, mention):
        entity = self.document.entities.get(mention.get("entity")) or {}
        return not entity.get("country") or entity["country"] in LAYERS["country"]

    def named(self, mention):
        if mention["form"] == "name":
            return mention
        return next((self.document.mentions[at] for at in self.document.chains[mention["chain"]]
                     if self.document.mentions[at]["form"] == "name"), None)

    def depth(self, mention):
        entity = self.document.entities.get(mention.get("entity"))
        if not entity:
            return 2 if mention.get("entity") is None else 0
        feature = entity.get("feature") or ""
        return 0 if feature.startswith("PCL") else 1 if feature.startswith("ADM") or feature in ("RGN", "CONT") else 2

    def country(self):
        place = self.place()
        entity = self.document.entities.get(place.get("entity")) if place else None
        return (entity or {}).get("country") or self.document.country

    def location(self):
        place = self.place()
        code = self.country()
        parts = [LAYERS["nation"][code]] if code in LAYERS["nation"] else []
        if place and self.depth(place) > 0:
            name = UNITS.sub("", self.document.words(place))
            if name.upper() not in parts:
                parts.append(name.upper())
        return ": ".join(parts)

    def day(self):
        """The day of the incident; else one that its own sentences name."""
        day = self.incident.day()
        if day and day[1] > day[0] and (datetime.date.fromisoformat(day[1]) - datetime.date.fromisoformat(day[0])).days > 10:
            day = None
        if day:
            return day
        numbers = {each.sentence for each in self.incident.mentions if each.kind != "effect"}
        found = [time["earliest"][:10] for time in self.document.record.get("times", []) if self.is_day(time, numbers)]
        return (found[0], found[0]) if found else None

    def is_day(self, time, sentences):
        if time["type"] not in ("DATE", "TIME") or not time.get("earliest") or self.document.sentence(time["start"]) not in sentences:
            return False
        day = time["earliest"][:10]
        if time["start"] < 80 and self.document.sentence(time["start"]) == 0:
            return False
        return day == (time.get("latest") or time["earliest"])[:10] and self.is_recent(day) and day != str(self.document.published)

    def is_recent(self, day):
        if not self.document.published:
            return True
        try:
            return 0 <= (self.document.published - datetime.date.fromisoformat(day)).days <= RECENT
        except ValueError:
            return False

    def date(self):
        day = self.day()
        if day:
            return day[0] if day[0] == day[1] else "/".join(day)
        return f"../{self.document.published}" if self.document.published else None

    # ------------------------------------------------------------ who and what

    def description(self, filler):
        """The title or the apposition of a named person."""
        document = self.document
        names = [document.mentions[at] for at in document.chains[filler.chain] if document.mentions[at]["form"] == "name"]
        for read in (self.title, self.apposition):
            for mention in names:
                found = read(mention)
                if found:
                    return found
        nominals = [each for each in document.nominals(filler.chain) if not head_is("vague", each)]
        return min(nominals, key=len) if nominals else None

    def title(self, mention):
        """The words of an office or a trade before a name."""
        before = re.search(r"((?:[\w.'-]+ ){1,5})$", self.document.text[max(0, mention["start"] - 60):mention["start"]])
        title = []
        for word in reversed(before[1].split() if before else []):
            if word.lower() in DETERMINERS | PREPOSITIONS or not title and not is_trade(word):
                break
            title.insert(0, word)
        return " ".join(title) if title else None

    def apposition(self, mention):
        """The words of an office or a trade between commas behind a name."""
        behind = self.document.text[mention["end"]:mention["end"] + 120]
        match = re.match(r",\s+(?:\d+,\s+)?((?:(?!WHO\b|WAS\b|WERE\b|AND\b)[\w.'-]+\s?){1,12})(?=,|;|\.|WHO|WAS|WERE|AND)", behind)
        words_ = match[1].split() if match else []
        if not words_ or not is_trade(head(match[1])):
            return None
        return " ".join(words_[1:] if words_[0].lower() in ("a", "an", "the") else words_)

    def fill_humans(self, slots):
        for filler, effects in self.humans.values():
            effect = "DEATH" if "DEATH" in effects else "INJURY" if "INJURY" in effects else "REGAINED FREEDOM" if "REGAINED FREEDOM" in effects else None
            if filler.name:
                of = filler.name
                slots["target_human_name"].append(of)
                about = self.description(filler)
                if about:
                    slots["target_human_description"].append({"value": about, "of": of})
                kind = lookup("human", about or "") or "CIVILIAN"
            else:
                of = about = filler.text
                slots["target_human_description"].append(of)
                kind = lookup("human", of) or "CIVILIAN"
            if about and re.search(r"\b(former|retired|ex)\b", about.lower()) and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY"):
                kind = "FORMER " + kind
            slots["target_human_type"].append({"value": kind, "of": of})
            number = filler.number()
            if number:
                slots["target_human_number"].append({"value": number, "of": of})
            if effect:
                slots["target_human_effect"].append({"value": effect, "of": of})
            self.nation(slots, "target_human_nation", filler, of)

        if not any(effects & {"DEATH", "INJURY"} for _, effects in self.humans.values()) and self.is_harmless():
            named = [filler.name for filler, _ in self.humans.values() if filler.name]
            slots["target_human_effect"].append({"value": "NO INJURY OR DEATH", "of": named[0]} if named else {"value": "NO INJURY OR DEATH"})

    def is_harmless(self):
        """Whether the text says that nobody was hurt."""
        first = min(each.sentence for each in self.incident.mentions)
        last = min(max(each.sentence for each in self.incident.mentions) + 2, len(self.document.sentences) - 1)
        text = self.document.text[self.document.sentences[first]["start"]:self.document.sentences[last]["end"]].lower()
        return bool(UNHARMED.search(text))

    def nation(self, slots, slot, filler, of):
        country = self.foreign(filler)
        if country:
            slots[slot].append({"value": country, "of": of})

    def foreign(self, filler):
        """The foreign country whose adjective or name stands in a phrase."""
        home = self.country()
        for each in self.document.mentions:
            if each["start"] >= filler.start and each["end"] <= filler.end and each.get("country") in LAYERS["nation"]:
                if each["country"] != home:
                    return LAYERS["nation"][each["country"]]
        return None

    def fill_things(self, slots):
        for filler, effects in self.things.values():
            of = filler.text
            slots["target_physical"].append(of)
            slots["target_physical_type"].append({"value": kind_of_thing(of) or "OTHER", "of": of})
            number = filler.number()
            if number:
                slots["target_physical_number"].append({"value": number, "of": of})
            if effects & {"DESTROYED", "SOME DAMAGE"}:
                slots["target_physical_effect"].append({"value": "DESTROYED" if "DESTROYED" in effects else "SOME DAMAGE", "of": of})
            self.nation(slots, "target_physical_nation", filler, of)

    def accused(self):
        """Who is said to be behind it: bodies or people with the confidence of that."""
        found = []
        last = max(each.sentence for each in self.incident.mentions)
        first = min(each.sentence for each in self.incident.mentions)
        for event in self.document.record.get("events", []):
            number = self.document.sentence(event["start"])
            if not first <= number <= last + 3 or event.get("polarity") == "NEG":
                continue
            said = self.document.words(event).lower()
            claims = event["type"] == "confirm" and any(each in said for each in ("responsib", "claim", "credit"))
            roles = ("agent",) if claims else ("patient",) if event["type"] in ("accuse", "charge", "arrest") else ()
            for argument in event.get("arguments", []):
                if argument["role"] not in roles:
                    continue
                filler = Filler(self.document, argument)
                if filler.kind not in ("person", "group", "agency", "unit") or event["type"] == "arrest" and number != first:
                    continue
                agents = [Filler(self.document, each) for each in event["arguments"] if each["role"] == "agent"]
                official = any(head_is("state", each.text) or head_is("human", each.text) for each in agents)
                confidence = "CLAIMED OR ADMITTED" if claims else "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
                found.append((filler, confidence))
        return found

    def beside(self):
        """Rebels whom the incident's own sentences name without saying what they did."""
        numbers = {each.sentence for each in self.incident.mentions if each.kind != "effect"}
        victims = {each.key for each, _ in self.humans.values()}
        found = []
        for at, mention in enumerate(self.document.mentions):
            if self.document.sentence(mention["start"]) not in numbers or ("chain", mention["chain"]) in victims:
                continue
            text = self.document.words(mention)
            if mention["kind"] == "agency" and mention["form"] == "name" and self.document.is_rebel(mention) \
                    or mention["form"] == "nominal" and mention["kind"] in ("group", "person", "agency") and head_is("outlaw", text):
                found.append(Filler(self.document, {**mention, "mention": at}))
        return found

    def doubt(self):
        """How the incident's own sentences put the blame, if not as a fact."""
        said = set().union(*(each.words for each in self.incident.mentions))
        return "SUSPECTED OR ACCUSED" if said & set(LAYERS["suspicion"]) else None

    def confidence(self, filler, confidence):
        if filler.chain in self.document.claimants():
            return "CLAIMED OR ADMITTED"
        return confidence if confidence != "REPORTED AS FACT" else self.doubt() or confidence

    def is_body(self, filler):
        """Whether somebody is an organization and not people."""
        if filler.form == "name" and filler.kind in ("agency", "unit"):
            return True
        return filler.kind == "agency" and not head_is("rebel", filler.text) and not head_is("outlaw", filler.text)

    def fill_agents(self, slots):
        agents = [(filler, "REPORTED AS FACT") for filler, _ in self.agents.values()]
        known = {filler.key for filler, _ in agents}
        accused = [each for each in self.accused() if each[0].key not in known]
        agents += accused
        if not agents:
            agents = [(filler, "REPORTED AS FACT") for filler in self.beside()]
        agents = [(filler, self.confidence(filler, confidence)) for filler, confidence in agents]
        state = False
        bodies, people = {}, []
        for filler, confidence in agents:
            if self.is_body(filler):
                bodies.setdefault((filler.name or filler.text).upper(), confidence)
            else:
                text = filler.name or filler.text
                if text and text.upper() not in people:
                    people.append(text.upper())
                inside = [each for each in self.document.mentions if each["kind"] == "agency" and each["form"] == "name"
                          and each["start"] >= filler.start and each["end"] <= filler.end]
                for each in inside[:1]:
                    bodies.setdefault((self.document.name(each["chain"]) or self.document.words(each)).upper(), confidence)
            state = state or head_is("state", filler.text) and not head_is("rebel", filler.text)
        rebel = self.document.rebels()
        if not bodies and rebel and not state and people:
            chain = next(each["chain"] for each in self.document.mentions if self.document.name(each["chain"]) == rebel[0])
            bodies[rebel[0].upper()] = "CLAIMED OR ADMITTED" if chain in self.document.claimants() else self.doubt() or "REPORTED AS FACT"
        slots["perpetrator_individual"] += people
        for body, confidence in bodies.items():
            slots["perpetrator_organization"].append(body)
            slots["perpetrator_confidence"].append({"value": confidence, "of": body})
        slots["category"].append("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT")

    def fill_weapons(self, slots):
        names = [filler.text for filler, _ in self.weapons.values()]
        if not names:
            numbers = sorted({each.sentence for each in self.incident.mentions})
            for number in numbers:
                text = self.document.words(self.document.sentences[number]).lower()
                for word in sorted(LAYERS["weapon"], key=len, reverse=True):
                    if re.search(rf"\b{word}s?\b", text) and word not in ("charge", "mine", "gun", "weapon", "torture"):
                        names.append(word.upper())
                        break
                if names:
                    break
        heads = set()
        for name in names:
            kind = "DYNAMITE" if "dynamite" in name.lower() else lookup("weapon", name)
            if head(name) in heads or head_is("fire", name):
                continue
            heads.add(head(name))
            slots["instrument"].append(name)
            if kind:
                slots["instrument_type"].append({"value": kind, "of": name})
        if not names and self.incident.type() == "BOMBING":
            slots["instrument_type"].append({"value": "BOMB"})
        elif not names and any(set(re.findall(r"[a-z]+", each.trigger)) & set(LAYERS["shot"]) or each.type == "shoot" for each in self.incident.mentions):
            machine = any("machine" in each.trigger for each in self.incident.mentions)
            slots["instrument_type"].append({"value": "MACHINE GUN" if machine else "GUN"})

    def slots(self):
        slots = collections.defaultdict(list)
        slots["incident_type"].append(self.incident.type())
        slots["stage"].append(self.incident.mentions[0].stage)
        for slot, value in (("date", self.date()), ("location", self.location())):
            if value:
                slots[slot].append(value)
        self.fill_agents(slots)
        self.fill_humans(slots)
        self.fill_things(slots)
        self.fill_weapons(slots)
        return dict(slots)


def templates(record):
    document = Document(record)
    found = [Template(document, each) for each in incidents(document)]
    for one, other in zip(found, found[1:]):
        # A series of deeds has one author, who is not named each time.
        if not other.agents and one.agents and one.incident.type() == other.incident.type() != "ATTACK":
            other.agents = dict(one.agents)
    return {"id": record["id"], "templates": [each.slots() for each in found if each.is_relevant()]}


def rewrite(path):
    """Rewrites a file of records as incident templates."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps(templates(record)) + "\n" for record in records), encoding="utf-8")
