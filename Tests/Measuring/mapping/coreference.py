"""Who is who inside documents: our chains beside the gold ones, over people, bodies and places.

Corpora differ in how much of a noun phrase they mark, so mentions are paired by their heads: each head must lie in the
other's span. What a gold file has besides people, bodies and places is left out, and so are our objects.
"""
import json
from collections import Counter, defaultdict

CORPORA = ("gum/dev.jsonl", "wikievents/dev.jsonl")
KINDS = {"person", "agency", "place", "unit", "group"}
PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
            "theirs", "themselves", "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "who", "whom",
            "whose", "which", "that", "both"}


def records(path):
    with open(path, encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def head(mention):
    span = mention.get("head") or mention
    return span["start"], span["end"]


def holds(mention, span):
    return mention["start"] <= span[0] and span[1] <= mention["end"]


def paired(gold, mine):
    """For each of our mentions the gold one that it is, or None: the nearest in length of those that fit."""
    fits = [[other for other in gold if holds(other, head(mention)) and holds(mention, head(other))] for mention in mine]
    return [min(found, key=lambda other: abs(other["end"] - other["start"] - mention["end"] + mention["start"]), default=None)
            for mention, found in zip(mine, fits)]


def form(mention, text):
    words = text[mention["start"]:mention["end"]]
    if words.lower() in PRONOUNS:
        return "pronoun"
    return mention.get("form") or ("name" if words[:1].isupper() else "nominal")


def links(gold, mine, pairs, text, count):
    """Counts, for pronouns and nominals, those that stand for something named before, and how many of ours are right.

    A link goes to the nearest mention before it in the chain that is no pronoun, else to any."""
    before = defaultdict(list)
    for mention, other in zip(mine, pairs):
        kind = form(mention, text)
        chain = before[mention["chain"]]
        named = [pair for pair in chain if pair[0] != "pronoun"] or chain
        if named and kind != "name":
            count[kind, "ours"] += 1
            earlier = named[-1][1]
            count[kind, "right"] += other is not None and earlier is not None and earlier["chain"] == other["chain"]
        chain.append((kind, other))
    seen = set()
    for other in gold:
        kind = form(other, text)
        if other["chain"] in seen:
            count[kind, "gold"] += 1
        seen.add(other["chain"])


def compare(gold_path, mine_path, folder):
    """Both sides as files with equal spans for what is paired, and the counts of links."""
    gold, mine = records(gold_path), records(mine_path)
    count = Counter()
    targets = [folder / "coreference-gold.jsonl", folder / "coreference-mine.jsonl"]
    with open(targets[0], "w", encoding="utf-8") as one, open(targets[1], "w", encoding="utf-8") as two:
        for name, record in gold.items():
            theirs = sorted((each for each in record["mentions"] if each["kind"] in KINDS and each.get("chain") is not None),
                            key=lambda each: (each["start"], each["end"]))
            ours = sorted((each for each in mine.get(name, {}).get("mentions", []) if each["kind"] in KINDS),
                          key=lambda each: (each["start"], each["end"]))
            pairs = paired(theirs, ours)
            links(theirs, ours, pairs, record["text"], count)
            spans = [(other or mention, mention["chain"]) for mention, other in zip(ours, pairs)]
            kept = {(span["start"], span["end"]): chain for span, chain in reversed(spans)}
            for out, mentions in ((one, [{"start": each["start"], "end": each["end"], "kind": "person", "chain": each["chain"]}
                                         for each in theirs]),
                                  (two, [{"start": start, "end": end, "kind": "person", "chain": chain}
                                         for (start, end), chain in sorted(kept.items())])):
                out.write(json.dumps({"id": name, "text": record["text"], "mentions": mentions}) + "\n")
    return *targets, count


HEADINGS = ["CoNLL", "B3 P", "B3 R", "pron P", "pron R", "noun P", "noun R"]


def figures(scored, count):
    """The figures under HEADINGS."""
    def percent(part, whole):
        return 100 * part / whole if whole else None
    rates = [percent(count[kind, "right"], count[kind, side]) for kind in ("pronoun", "nominal") for side in ("ours", "gold")]
    return [scored["CoNLL F1"], scored["B3"]["P"], scored["B3"]["R"], *rates]
