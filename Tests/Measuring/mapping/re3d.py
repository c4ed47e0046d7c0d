"""Gives the relations of our records the names they have in re3d, by the table beside this file."""
import csv
import itertools
import json
import pathlib
import re

TABLE = pathlib.Path(__file__).with_suffix(".tsv")
# Two mentions of one chain are in apposition if no more than so many characters part them. As many part an owner or a
# word before a noun from it, where re3d sees one mention: "the rebels' council", "rebel council".
APPOSITION = 3
# What stands before a name and belongs to re3d's mention of it: an article, the side of a country that is meant.
BEFORE_NAME = re.compile(r"(\bthe )?(\b(north|south|east|west|central|upper|lower)[a-z]* )?$", re.IGNORECASE)


def rules():
    """The lines of the table."""
    with open(TABLE, encoding="utf-8") as lines:
        kept = (line for line in lines if line.strip() and not line.startswith("#"))
        return list(csv.DictReader(kept, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def end(text):
    """The names before the colon of a cell and the kinds behind it; no kinds means any."""
    names, _, kinds = text.partition(":")
    return names.split("|"), set(kinds.split(",")) - {""}


class Relabelling:
    """One record and the relations it has in re3d's words."""

    def __init__(self, record):
        self.record = record
        self.mentions = list(record.get("mentions", []))
        self.relations = []
        self.spans = {}
        self.widen()

    def widen(self):
        """Gives mentions the borders that re3d gives them: "Turku, Finland" is one, articles and titles belong to names, numbers
        to no phrase that they count."""
        text = self.record.get("text", "")
        self.mentions = [dict(each) for each in self.mentions]
        starts = {each["start"]: at for at, each in enumerate(self.mentions) if each["kind"] == "place"}
        self.parts = set()
        for each in self.record.get("relations", []):
            subject, other = self.mentions[each["subject"]], each.get("object")
            if each["predicate"] == "located-in" and other is not None and starts.get(subject["end"] + 2) == other:
                subject["end"] = self.mentions[other]["end"]
                self.parts.add(other)
            titled = each["predicate"] == "rank" or each.get("value") is not None
            if titled and subject["kind"] == "person" and each["end"] == subject["end"] \
                    and "," not in text[each["start"]:subject["start"]]:
                subject["start"] = min(subject["start"], each["start"])
        for each in self.mentions:
            if each.get("quantity") is not None:
                number = self.record["quantities"][each["quantity"]]
                if number["start"] == each["start"] and number["end"] < each["end"]:
                    each["start"] = number["end"] + len(re.match(r"\s*", text[number["end"]:each["end"]])[0])
            elif each["form"] == "name" and each["kind"] != "person":
                each["start"] = BEFORE_NAME.search(text, max(0, each["start"] - 20), each["start"]).start()

    def place(self, item, kind):
        """The number of a mention with the span of an item that is none: a trigger, a quantity."""
        key = item["start"], item["end"]
        if key not in self.spans:
            self.spans[key] = len(self.mentions)
            self.mentions.append({"start": item["start"], "end": item["end"], "kind": kind, "form": "nominal"})
        return self.spans[key]

    def named(self, mention):
        """What a pronoun stands for, where the same sentence says it before, as re3d has it."""
        this = self.mentions[mention]
        if this.get("form") != "pronoun":
            return mention
        start = max((each["start"] for each in self.record["sentences"] if each["start"] <= this["start"]), default=0)
        before = [at for at, each in enumerate(self.record["mentions"]) if each["chain"] == this["chain"]
                  and each["form"] != "pronoun" and start <= each["start"] < this["start"]]
        return max(before, key=lambda at: self.mentions[at]["start"], default=mention)

    def add(self, subject, object, rule):
        subject, object = self.named(subject), self.named(object)
        pairs = [(subject, object)] + ([(object, subject)] if rule["both"] else [])
        for one, other in pairs:
            if one != other and not self.is_one(one, other) and not any(self.covers(each, one, other, rule["label"]) for each in self.relations):
                self.relations.append({"subject": one, "predicate": rule["label"], "object": other})

    def is_one(self, one, other):
        """Whether re3d sees one mention in two: one in the other, or right behind it."""
        one, other = sorted((self.mentions[one], self.mentions[other]), key=lambda each: (each["start"], -each["end"]))
        return other["start"] < one["end"]

    def covers(self, relation, subject, object, label):
        return relation["predicate"] == label and self.touch(relation["subject"], subject) \
            and self.touch(relation["object"], object)

    def touch(self, one, other):
        one, other = self.mentions[one], self.mentions[other]
        return one["start"] < other["end"] and other["start"] < one["end"]

    def fits(self, mention, kinds):
        return mention is not None and (not kinds or self.mentions[mention]["kind"] in kinds)

    def relation(self, rule):
        predicates = rule["what"].split("|")
        for each in self.record.get("relations", []):
            if each["predicate"] not in predicates or each.get("polarity") == "NEG":
                continue
            (one,), kinds = end(rule["subject"])
            (other,), others = end(rule["object"])
            if self.fits(each.get(one), kinds) and self.fits(each.get(other), others):
                self.add(each[one], each[other], rule)

    def event(self, rule):
        what = rule["what"]
        key, names = ("class", what[6:]) if what.startswith("class=") else ("type", what)
        for event in self.record.get("events", []):
            if event.get(key) not in names.split("|") or event.get("polarity") == "NEG":
                continue
            for one, other in itertools.product(self.fillers(event, rule["subject"]), self.fillers(event, rule["object"])):
                self.add(one, other, rule)

    def fillers(self, event, cell):
        roles, kinds = end(cell)
        if roles == ["trigger"]:
            # Here the words that may be meant stand in the place of kinds.
            words = self.record["text"][event["start"]:event["end"]].lower().split()
            return [self.place(event, "object")] if words and words[-1] in kinds else []
        return [each["mention"] for each in event.get("arguments", [])
                if each["role"] in roles and self.fits(each.get("mention"), kinds)]

    def chain(self, rule):
        mentions = self.record.get("mentions", [])
        order = sorted(range(len(mentions)), key=lambda at: (mentions[at]["start"], -mentions[at]["end"]))
        for at, following in zip(order, order[1:]):
            one, other = mentions[at], mentions[following]
            gap = other["start"] - one["end"]
            between = self.record["text"][one["end"]:other["start"]]
            if other["form"] == "pronoun" or {at, following} & self.parts:
                continue
            if one["chain"] == other["chain"] and 0 <= gap <= APPOSITION and "." not in between:
                self.add(at, following, rule)

    def office(self, rule):
        """A person and the noun phrase of the office that the same words give it."""
        mentions = self.record.get("mentions", [])
        for each in self.record.get("relations", []):
            subject = mentions[each["subject"]]
            if each.get("value") is None or each.get("polarity") == "NEG" or subject["form"] != "name":
                continue
            for at, mention in enumerate(mentions):
                if mention["kind"] == "person" and mention["form"] == "nominal" and at != each["subject"] \
                        and each["start"] <= mention["start"] and mention["end"] <= each["end"]:
                    self.add(each["subject"], at, rule)

    def count(self, rule):
        quantities = self.record.get("quantities", [])
        triggers = [(each["start"], each["end"]) for each in self.record.get("events", [])]
        for at, mention in enumerate(self.record.get("mentions", [])):
            if mention.get("quantity") is not None and mention["form"] == "nominal":
                self.add(at, self.place(quantities[mention["quantity"]], "quantity"), rule)
        for quantity in quantities:
            counted = quantity.get("counted")
            if counted and quantity.get("unit") != "percent" \
                    and not any(start < counted["end"] and counted["start"] < end for start, end in triggers):
                self.add(self.place(counted, "object"), self.place(quantity, "quantity"), rule)

    def apply(self, rule):
        getattr(self, rule["layer"])(rule)


def relabelled(record):
    """The record with re3d's relations in place of ours."""
    work = Relabelling(record)
    for rule in rules():
        work.apply(rule)
    return {"id": record["id"], "mentions": work.mentions, "relations": work.relations}


def rewrite(path):
    """Rewrites a file of records."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps(relabelled(record)) + "\n" for record in records), encoding="utf-8")
