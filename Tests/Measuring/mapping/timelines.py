"""Timelines of target entities across documents, as SemEval-2015 task 4 asks for them.

From the records of `annals extract` (or `annals link`) and the names of the targets: which events of all documents have
a target among their participants, when each happened, and in which order. What the text or the record's own anchor does
not date has no place in the order.
"""
import csv
import json
import re

CORPUS = "semeval2015-timeline"
COLUMNS = ["timeline", "target", "line", "order", "date", "document", "sentence", "trigger", "start", "end"]
# Roles in which a thing takes part; where or how something happens is no part in it.
ROLES_ASIDE = {"place", "number", "instrument", "origin", "destination", "amount"}
# What has not happened stands in no history.
UNTOLD = {"conditional", "ordered", "habitual"}


def key(text):
    """The words of a name: small letters and digits, articles and possessives left out."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", text.lower()))
    return [word for word in words if word not in {"the", "a", "an", "its", "inc", "corp"}]


def files(corpora):
    """The files of gold timelines that are to be had and whose documents are there."""
    found = sorted((corpora / CORPUS).glob("*.timelines.tsv"))
    if not found:
        print(f"timelines {CORPUS}: not there, skipped")
    return [file for file in found if documents(file).exists()]


def documents(gold):
    """The documents of a file of gold timelines."""
    return gold.with_name(gold.name.replace(".timelines.tsv", ".jsonl"))


class Target:
    """A name as a user would ask for it."""

    def __init__(self, name):
        self.words = key(name)

    def fits(self, text, kind):
        """Whether words name the target: all of its words in order up to the last of both, or most of its words and no
        others; of a person also the last alone, of a model its designation."""
        words = key(text)
        if not words:
            return False
        if kind == "person" and words == self.words[-1:]:
            return True
        last = self.words[-1]
        if re.fullmatch(r"[a-z]+\d+", last) and words[-1].rstrip("s") == last:
            return True
        if words[-1] == last:
            rest = iter(words)
            if all(word in rest for word in self.words):
                return True
        return 2 * len(words) > len(self.words) and " ".join(words) in " ".join(self.words)


class Document:
    def __init__(self, record):
        self.record = record
        self.text = record["text"]
        self.mentions = record.get("mentions", [])
        self.times = record.get("times", [])

    def is_title(self, event):
        """Whether an event stands in the title above the text, which only names what the text tells."""
        title = self.record.get("title") or ""
        return self.text.startswith(title) and event["end"] <= len(title)

    def entities(self, target):
        """The things known across documents that go by the target's whole name here."""
        return {mention["entity"] for mention in self.mentions if mention.get("entity") and mention["form"] == "name"
                and key(self.words(mention)) == target.words}

    def chains(self, target, entities):
        """The chains of this document that a name, a description or a thing known across documents ties to the target."""
        return {mention["chain"] for mention in self.mentions if mention.get("entity") in entities
                or mention["form"] != "pronoun" and target.fits(self.words(mention), mention["kind"])}

    def words(self, part):
        return self.text[part["start"]:part["end"]]

    def takes_part(self, event, target, chains):
        for argument in event.get("arguments", []):
            if argument["role"] in ROLES_ASIDE:
                continue
            mention = argument.get("mention")
            if mention is not None:
                if self.mentions[mention]["chain"] in chains:
                    return True
            elif target.fits(self.words(argument), "object"):
                return True
        return False

    def date(self, event):
        """When an event happened, as YYYY, YYYY-MM or YYYY-MM-DD; empty where nothing says it."""
        if "time" in event:
            return day(self.times[event["time"]])
        return event.get("anchor", {}).get("value", "")


def day(time):
    """The date of a time expression as far as it is known."""
    match = re.match(r"\d{4}(-\d{2}(-\d{2})?)?(?![\dW-])", time["value"].split("T")[0])
    if match:
        return match.group()
    first, last = time.get("earliest"), time.get("latest")
    if not first or not last:
        return ""
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else ""


def timeline(target, documents):
    """The rows of one timeline: mentions with date and place in the order."""
    found = []
    entities = set().union(*(document.entities(target) for document in documents)) if documents else set()
    for document in documents:
        chains = document.chains(target, entities)
        for event in document.record.get("events", []):
            if event.get("modality") in UNTOLD or event.get("polarity") == "NEG" or document.is_title(event):
                continue
            if document.takes_part(event, target, chains):
                found.append((document.date(event), document, event))
    dates = sorted({date for date, _, _ in found if date})
    rows = []
    for date, document, event in sorted(found, key=lambda each: (each[0] or "9", each[1].record["id"], each[2]["start"])):
        rows.append({"order": dates.index(date) + 1 if date else 0, "date": date, "document": document.record["id"],
                     "start": event["start"], "end": event["end"], "trigger": document.words(event)})
    return rows


def rewrite(mine, gold, out):
    """Writes the timelines of the targets of a gold file, of which nothing but their names is looked at."""
    with open(mine, encoding="utf-8") as lines:
        documents = [Document(json.loads(line)) for line in lines]
    with open(gold, encoding="utf-8", newline="") as file:
        targets = list(dict.fromkeys((row["timeline"], row["target"])
                                     for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None,
                                lineterminator="\n", restval="")
        writer.writeheader()
        for name, target in targets:
            for number, row in enumerate(timeline(Target(target), documents)):
                row["trigger"] = re.sub(r"\s+", " ", row["trigger"])
                writer.writerow({"timeline": name, "target": target, "line": number + 1, **row})

