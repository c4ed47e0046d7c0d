"""The slots of an incident, and whether it is news of terrorism."""
import collections
import datetime
import re

from .authors import Authors
from .setting import RECENT, Setting
from .victims import Victims
from .words import LAYERS, head, head_is, lookup

# What makes an incident news, and how much of it there must be.
SIGNS = {
    "early": 2, "late": -1, "day": 1.5, "town": 0.5, "no place": 0.5, "somebody": 1, "agent": 0, "outlaw": 1, "state": -1.5,
    "several": 1, "deed": 1.5, "vague": -2, "unsure": 0, "not past": -2, "threat": -0.5, "attempt": -0.5,
}
INTEREST = 1


class Template(Setting, Victims, Authors):
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
            "unsure": all(each.event.get("modality") == "hedged" or each.event.get("certainty", 3) < 2
                          for each in self.incident.mentions),
            "not past": all(each.event.get("tense") not in (None, "past") for each in self.incident.mentions),
            "threat": first.stage == "THREATENED",
            "attempt": first.stage == "ATTEMPTED",
        }
        return sum(SIGNS[name] for name, holds in signs.items() if holds)

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
        elif not names and any(each.type == "shoot" or set(re.findall(r"[a-z]+", each.trigger)) & set(LAYERS["shot"])
                               for each in self.incident.mentions):
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
