"""WikiEvents beside our records: both sides in its own types and roles, as wikievents.tsv says."""
import json
import pathlib

CORPUS = "wikievents/dev.jsonl"
TABLE = pathlib.Path(__file__).with_suffix(".tsv")


def table():
    """For each of our types its KAIROS type and the names of our roles in it."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    types = {}
    for line in lines[1:]:
        ours, kairos, roles = line.split("\t")
        types[ours] = kairos, dict(role.split("=") for role in roles.split("|"))
    return types


def gold_side(record, shared):
    record["events"] = [event for event in record["events"] if event["type"] in shared]
    return record


def our_side(record, types):
    events = []
    for event in record.get("events", []):
        if event["type"] not in types:
            continue
        kairos, roles = types[event["type"]]
        arguments = [{**argument, "role": roles[argument["role"]]}
                     for argument in event.get("arguments", []) if argument["role"] in roles]
        events.append({**event, "type": kairos, "arguments": arguments})
    record["events"] = events
    return record


def rewritten(source, target, change):
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(change(json.loads(line))) + "\n")
    return target


def sides(gold, mine, folder):
    """The two files to be scored: events of types that only one side knows are left out of both."""
    types = table()
    shared = {kairos for kairos, _ in types.values()}
    return (rewritten(gold, folder / "wikievents-gold.jsonl", lambda record: gold_side(record, shared)),
            rewritten(mine, folder / "wikievents-mine.jsonl", lambda record: our_side(record, types)))
