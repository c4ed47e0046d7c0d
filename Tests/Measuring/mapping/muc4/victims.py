"""Whom and what an incident hit."""
import re

from .document import Filler
from .words import ADJECTIVES, DETERMINERS, LAYERS, PREPOSITIONS, head, head_is, is_trade, kind_of_thing, lookup, words

IDENTIFIED = re.compile(
    r"\b(identified|named) (today |yesterday )?as\b|\bwho was identified\b"
    r"|\b(victims|dead|killed|injured|wounded|kidnapped) (are|were|include|included|have been identified)\b")
INCLUDED = re.compile(
    r"[^.;]{0,60}?(\bincluding\b|\bamong (them|whom)\b|\bsuch as\b|:|\bidentified as\b|\bnamed\b|--)", re.I)
UNHARMED = re.compile(
    r"\bno (casualties|victims|injuries|fatalities|deaths|personal injuries|one was (injured|hurt|killed))\b"
    r"|\bno reports of (casualties|victims|injuries)\b|\b(nobody|no one) was (hurt|injured|killed)"
    r"|\bunharmed|\bunhurt|\buninjured|without (causing|inflicting) (any )?(casualties|victims|injuries)"
    r"|(did not|without) caus\w+ (any )?(casualties|victims|injuries)")
APPOSED = re.compile(
    r",\s+(?:\d+,\s+)?((?:(?!WHO\b|WAS\b|WERE\b|AND\b)[\w.'-]+\s?){1,12})(?=,|;|\.|WHO|WAS|WERE|AND)")


class Victims:
    """The people and things that an incident hit; for `Template`."""

    @staticmethod
    def same(one, other):
        """Whether two phrases of an incident mean the same though they are no chain."""
        if one.name and other.name:
            said, others = set(words(one.name)), set(words(other.name))
            return one.kind == other.kind and (said <= others or others <= said)
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
            self.add_names(filler.end + match.end(), span["end"], effects)

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
            hurt = "injured" in match[0] or "wounded" in match[0]
            effect = {"DEATH"} & effects if not hurt else set()
            self.add_names(span["start"] + match.start(), span["end"], effect or {"INJURY"} & effects)

    def add_names(self, start, end, effects):
        """The people named in a stretch of text, as victims of the same."""
        for at, mention in enumerate(self.document.mentions):
            if mention["kind"] == "person" and mention["form"] == "name" and start <= mention["start"] < end:
                filler = Filler(self.document, {**mention, "mention": at})
                known = [*self.humans.values(), *self.agents.values()]
                if not any(each.name and self.same(each, filler) for each, _ in known):
                    self.humans[filler.key] = (filler, set(effects))

    def is_armed(self, filler):
        """Whether somebody or something is a side of the war, or its gear."""
        if filler.name and filler.kind == "person":
            return False
        if filler.kind == "agency" and filler.form == "nominal" \
                and kind_of_thing(filler.text) in (None, "GOVERNMENT OFFICE OR RESIDENCE"):
            return True
        if filler.kind == "unit" or head_is("armed", filler.text) or head_is("outlaw", filler.text):
            return True
        return bool(set(words(filler.text)) & set(LAYERS["gear"]))

    def is_vague(self, filler):
        """Whether a phrase means nobody in particular: "civilians"."""
        if filler.name or filler.quantity is not None:
            return False
        return head_is("crowd", filler.text) or filler.number() == "PLURAL" and len(words(filler.text)) < 3

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
        match = APPOSED.match(behind)
        words_ = match[1].split() if match else []
        if not words_ or not is_trade(head(match[1])):
            return None
        return " ".join(words_[1:] if words_[0].lower() in ("a", "an", "the") else words_)

    def fill_humans(self, slots):
        for filler, effects in self.humans.values():
            effect = next((each for each in ("DEATH", "INJURY", "REGAINED FREEDOM") if each in effects), None)
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
            is_former = about and re.search(r"\b(former|retired|ex)\b", about.lower())
            if is_former and kind in ("GOVERNMENT OFFICIAL", "ACTIVE MILITARY"):
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
            slots["target_human_effect"].append({"value": "NO INJURY OR DEATH", "of": named[:1]})

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
        start = filler.start
        if filler.name:
            before = re.search(r"[^,.;:]*$", self.document.text[max(0, start - 45):start])[0]
            start -= len(before)
        behind = re.match(r",?( AN?)? \w+ (CITIZEN|NATIONAL)", self.document.text[filler.end:filler.end + 40], re.I)
        end = filler.end + (behind.end() if behind else 0)
        for each in self.document.mentions:
            if start <= each["start"] and each["end"] <= end \
                    and each.get("country") in LAYERS["nation"] and each["country"] != home \
                    and (each["kind"] != "place" or each["form"] != "name" or each["start"] >= filler.start):
                return LAYERS["nation"][each["country"]]
        return self.adjective(start, end, home)

    def adjective(self, start, end, home):
        """The country of an adjective in a stretch of text, where the record has no mention for it."""
        said = set(words(self.document.text[start:end]))
        for code, adjectives in ADJECTIVES.items():
            if code != home and code in LAYERS["nation"] and said & adjectives:
                return LAYERS["nation"][code]
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
                effect = "DESTROYED" if "DESTROYED" in effects else "SOME DAMAGE"
                slots["target_physical_effect"].append({"value": effect, "of": of})
            self.nation(slots, "target_physical_nation", filler, of)
