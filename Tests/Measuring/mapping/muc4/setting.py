"""Where and when an incident took place."""
import datetime

from .words import LAYERS, UNITS, head_is

# An incident of which a document speaks is news for so many days.
RECENT = 75


class Setting:
    """The place and the day of an incident; for `Template`."""

    def places(self):
        found = []
        for mention in self.incident.mentions:
            found += [each.mention for each in mention.places if each.mention and each.mention["kind"] == "place"]
        return found

    def near(self, reach):
        """The places that sentences of the incident name, and sentences so far before them."""
        numbers = {each.sentence - back for each in self.incident.mentions if each.kind != "effect"
                   for back in range(reach + 1)}
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
        if time["type"] not in ("DATE", "TIME") or not time.get("earliest"):
            return False
        if self.document.sentence(time["start"]) not in sentences:
            return False
        day = time["earliest"][:10]
        if time["start"] < 80 and self.document.sentence(time["start"]) == 0:
            return False
        is_one = day == (time.get("latest") or time["earliest"])[:10]
        # "Today" in the sentence is mostly when it was said.
        return is_one and self.is_recent(day) and day != str(self.document.published)

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
