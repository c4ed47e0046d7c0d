"""ECB+: which accounts in different articles are one event, over all articles together, without the topics."""
import json
import re
import subprocess

CORPUS = "ecbplus/dev.jsonl"
HEADINGS = ["MUC", "B3", "CEAFe", "CoNLL"]


def rows(annals, gold, scorers, folder):
    """The figures of linking gold triggers, then the extractor's own; under each those of taking the same lemmas for the same event."""
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    given, texts = folder / "given.jsonl", folder / "texts.jsonl"
    with open(given, "w", encoding="utf-8") as triggers, open(texts, "w", encoding="utf-8") as raw:
        for record in records:
            kept = {key: record[key] for key in ("id", "text", "title", "language") if record.get(key)}
            spans = [{"start": event["start"], "end": event["end"]} for event in record["events"]]
            triggers.write(json.dumps({**kept, "events": spans}) + "\n")
            raw.write(json.dumps({**kept, "sentences": []}) + "\n")
    words = lemmas(annals, texts)
    found = []
    for name, feed, options in (("gold triggers", given, ["--given-events"]), ("own triggers", texts, [])):
        read, linked, same = (folder / each for each in ("read.jsonl", "linked.jsonl", "same.jsonl"))
        write(read, annals, "extract", *options, feed)
        write(linked, annals, "link", read)
        join_same_lemmas(read, words, same)
        for title, mine in ((name, linked), (f"{name}, same lemma", same)):
            if scored := scorers.scored("score.py", "eventcoref", gold, mine):
                found.append((title, [*(scored[part]["F1"] for part in HEADINGS[:3]), scored["CoNLL F1"]]))
    return found


def write(path, annals, *arguments):
    with open(path, "w", encoding="utf-8") as out:
        subprocess.run([annals, *map(str, arguments)], stdout=out, check=False)


def lemmas(annals, texts):
    """The lemmas of each document's words by where they start, as the extractor sees them."""
    trees = subprocess.run([annals, "parse", "--offsets", str(texts)], stdout=subprocess.PIPE, encoding="utf-8",
                           check=True).stdout
    found, document = {}, {}
    for line in trees.splitlines():
        if line.startswith("# newdoc id = "):
            document = found.setdefault(line.removeprefix("# newdoc id = "), {})
        elif start := re.search(r"Start=(\d+)", line):
            document[int(start[1])] = line.split("\t")[2].lower()
    return found


def join_same_lemmas(read, words, path):
    """The baseline: events whose triggers have the same lemmas are one."""
    with open(path, "w", encoding="utf-8") as out:
        for line in read.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            known = words.get(record["id"], {})
            for event in record["events"]:
                inside = [known[place] for place in range(event["start"], event["end"]) if place in known]
                event["instance"] = " ".join(inside) or record["text"][event["start"]:event["end"]].lower()
            out.write(json.dumps(record) + "\n")
