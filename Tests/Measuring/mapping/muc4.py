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
# Offsets between a title or an apposition and its name.
BESIDE = 3
DETERMINERS = set("a an the this that these those his her its their our my your some several many other another".split())
PREPOSITIONS = set("of in at on from by with to for and or who which that where near as".split())
UNITS = re.compile(r"\s+(department|province|district|municipality|city|state|region)$", re.I)


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


def head_is(layer, text):
    """Whether the head of a phrase is a word of a layer."""
    found = words(re.split(r"\b(?:of|in|at|on|from|by|with|to|for|who|which|that|near)\b|,", text.lower())[0]) or words(text)
    return bool(found) and (found[-1] in LAYERS[layer] or singular(found[-1]) in LAYERS[layer])


class Document:
    def __init__(self, record):
        self.record = record
        self.text = record["text"]
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
        self.country = line[0] if line and line[0] in LAYERS["country"] else next(
            (code for code, _ in countries.most_common() if code in LAYERS["country"]), None)

    def words(self, span):
        return " ".join(self.text[span["start"]:span["end"]].split())

    def sentence(self, offset):
        low = 0
        for number, each in enumerate(self.sentences):
            if each["start"] > offset:
                break
            low = number
        return low

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
        self.name = document.name(self.chain) if self.form == "name" and self.chain is not None else None

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
        self.kind = LAYERS["event"][self.type]
        for prefix, kind in LAYERS["trigger"].items():
            if self.trigger.startswith(prefix) and self.kind != "KIDNAPPING":
                self.kind = kind
        self.agents, self.targets, self.things, self.weapons, self.places = [], [], [], [], []
        for argument in event.get("arguments", []):
            self.sort(argument["role"], Filler(document, argument))
        self.chain = event.get("chain")
        self.effect = LAYERS["effect"].get(self.type)
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
        elif role in ("patient", "agent"):
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

    def is_fit(self):
        event = self.event
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
        """How surely an event mention belongs to this incident; none if it cannot."""
        days = self.day()
        if days and mention.day and (days[1] < mention.day[0] or mention.day[1] < days[0]):
            return -1
        kinds = set(self.kinds)
        if mention.kind in ("BOMBING", "KIDNAPPING", "ARSON", "ROBBERY") and kinds & {"BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"} - {mention.kind}:
            return -1
        score = 0
        keys = {each.key for one in self.mentions for each in one.targets + one.things}
        names = {each.key for one in self.mentions for each in one.targets if each.name}
        own = {each.key for each in mention.targets + mention.things}
        named = {each.key for each in mention.targets if each.name}
        if own & keys:
            score += 3
        elif named and names and mention.kind != "effect":
            score -= 2
        if any(each.chain is not None and each.chain == mention.chain for each in self.mentions):
            score += 2
        gap = mention.sentence - max(each.sentence for each in self.mentions)
        if gap == 0:
            score += 2
        elif gap == 1:
            score += 1
        if mention.kind in kinds:
            score += 1
        if mention.kind == "effect":
            score += 1
        if not own:
            score += 1
        return score


def incidents(document):
    found = []
    for event in document.record.get("events", []):
        if event["type"] not in LAYERS["event"]:
            continue
        mention = Mention(document, event)
        if not mention.is_fit():
            continue
        best = max(found, key=lambda each: (each.score(mention), each.mentions[-1].start), default=None)
        if best and best.score(mention) >= 2:
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

    @staticmethod
    def note(where, filler, mention):
        effects = where.setdefault(filler.key, (filler, set()))[1]
        if mention.effect:
            effects.add(mention.effect)

    def is_relevant(self):
        """Whether it is news of terrorism, and not of war or of long ago."""
        kinds = self.incident.kinds
        if not kinds:
            return False
        victims = [each for each, _ in self.humans.values()]
        if victims and not self.things and all(head_is("armed", each.text) and not each.name or each.kind == "unit" for each in victims):
            return False
        if not victims and not self.things:
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

    # ------------------------------------------------------------ place and time

    def places(self):
        found = []
        for mention in self.incident.mentions:
            found += [each for each in mention.places if each.mention and each.mention["kind"] == "place"]
        return found

    def sentence_places(self):
        numbers = {each.sentence for each in self.incident.mentions if each.kind != "effect"}
        return [each for each in self.document.mentions
                if each["kind"] == "place" and each["form"] == "name" and not each.get("metonym") and self.document.sentence(each["start"]) in numbers]

    def place(self):
        """The place mention that says most."""
        candidates = [each.mention for each in self.places()] + self.sentence_places()
        named = [self.named(each) for each in candidates]
        named = [each for each in named if each]
        towns = [each for each in named if self.depth(each) == 2]
        return (towns or named or [None])[0]

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

    def date(self):
        day = self.incident.day()
        if day:
            return day[0] if day[0] == day[1] else "/".join(day)
        return f"../{self.document.published}" if self.document.published else None

    # ------------------------------------------------------------ who and what

    def description(self, filler):
        """The title or the apposition of a named person."""
        document = self.document
        for at in document.chains[filler.chain]:
            mention = document.mentions[at]
            if mention["form"] == "name":
                before = re.search(r"((?:[\w.'-]+ ){1,5})$", document.text[max(0, mention["start"] - 60):mention["start"]])
                title = []
                for word in reversed(before[1].split() if before else []):
                    if word.lower() in DETERMINERS | PREPOSITIONS or not title and singular(word.lower().strip(".")) not in LAYERS["human"] and word.lower() not in LAYERS["title"]:
                        break
                    title.insert(0, word)
                if title and any(singular(each.lower()) in LAYERS["human"] or each.lower() in LAYERS["title"] for each in title):
                    return " ".join(title)
        nominals = [each for each in document.nominals(filler.chain) if not head_is("vague", each)]
        return min(nominals, key=len) if nominals else None

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
            slots["target_physical_type"].append({"value": lookup("physical", of) or "OTHER", "of": of})
            number = filler.number()
            if number:
                slots["target_physical_number"].append({"value": number, "of": of})
            if effects & {"DESTROYED", "SOME DAMAGE"}:
                slots["target_physical_effect"].append({"value": "DESTROYED" if "DESTROYED" in effects else "SOME DAMAGE", "of": of})
            self.nation(slots, "target_physical_nation", filler, of)

    def fill_agents(self, slots):
        state = False
        for filler, _ in self.agents.values():
            if filler.kind in ("agency", "unit") and filler.form == "name" or filler.kind == "agency":
                name = filler.name or filler.text
                slots["perpetrator_organization"].append(name)
                slots["perpetrator_confidence"].append({"value": "REPORTED AS FACT", "of": name})
            else:
                slots["perpetrator_individual"].append(filler.name or filler.text)
                inside = [each for each in self.document.mentions if each["kind"] == "agency" and each["form"] == "name"
                          and each["start"] >= filler.start and each["end"] <= filler.end]
                for each in inside[:1]:
                    name = self.document.words(each)
                    slots["perpetrator_organization"].append(name)
                    slots["perpetrator_confidence"].append({"value": "REPORTED AS FACT", "of": name})
            state = state or head_is("state", filler.text) and not head_is("rebel", filler.text)
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
        for name in names:
            slots["instrument"].append(name)
            kind = lookup("weapon", name)
            if kind:
                slots["instrument_type"].append({"value": kind, "of": name})
        if not names and self.incident.type() == "BOMBING":
            slots["instrument_type"].append({"value": "BOMB"})

    def slots(self):
        slots = collections.defaultdict(list)
        slots["incident_type"].append(self.incident.type())
        slots["stage"].append("ACCOMPLISHED")
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
    return {"id": record["id"], "templates": [each.slots() for each in found if each.is_relevant()]}


def rewrite(path):
    """Rewrites a file of records as incident templates."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps(templates(record)) + "\n" for record in records), encoding="utf-8")
