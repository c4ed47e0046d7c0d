"""A record as the mapping reads it, and who or what fills a role of its events."""
import collections
import datetime
import re

from .words import LAYERS, head_is, lookup, singular, words


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
            following = [each["end"] for each in self.mentions
                         if end + 1 < each["start"] <= end + match.end() and each["end"] - end < 90]
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
        if entity and ("armed group" in about or "armed movement" in about):
            return True
        return bool(set(map(singular, words(about))) & set(LAYERS["bandit"]))

    def claimants(self):
        """The chains of those who take responsibility for something."""
        if self.claiming is None:
            self.claiming = set()
            for event in self.record.get("events", []):
                said = self.words(event).lower()
                if event["type"] == "confirm" and event.get("polarity") != "NEG" \
                        and any(each in said for each in ("responsib", "claim", "credit")):
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
        for at, each in enumerate(self.document.mentions):
            between = self.document.text[self.end:each["start"] + 4].lower()
            if each["kind"] in ("group", "person") and self.end < each["start"] <= self.end + 8 and " of " in between:
                return at
        return None

    @property
    def key(self):
        if self.chain is not None:
            return "chain", self.chain
        return "words", " ".join(sorted(map(singular, words(self.text))))

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
