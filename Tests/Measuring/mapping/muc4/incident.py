"""Event mentions of violence, and which of them are one incident."""
from .document import Filler
from .words import LAYERS, head_is, words

ASSERTED = {"asserted", "hedged", None}
# Kinds of incident that are never one.
APART = {"BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"}
# What speaks for an event mention belonging to an incident, and from how much on it does.
WEIGHTS = {"same target": 4, "other name": -3, "same chain": 3, "gap": [2, 2, 0], "same kind": 1, "effect": 1,
           "first victims": 0.5, "no target": 0, "other town": -4, "same agent": 0}
THRESHOLD = 3
# What a bomb does.
BLOWN = {"attack", "destroy", "damage", "injure", "sabotage", "kill", "die"}


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
        if self.type == "hold-captive" and self.words & {"hostage", "hostages", "captive", "kidnapped"}:
            self.kind = "KIDNAPPING"
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
            if filler.kind in ("person", "group", "agency", "unit") \
                    or head_is("rebel", filler.text) or head_is("state", filler.text):
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
        if self.type == "capture" and not any(head_is("outlaw", each.text) for each in self.agents):
            return False
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
