"""Incident templates of MUC-4 made of our records, by the words of words.tsv.

Event mentions of violence are merged into incidents; what is no terrorism (battles of two armed sides, old or vague
events, what is only feared or denied) is left out; each incident's slots are filled from its mentions.
"""
import json

from .document import Document
from .incident import incidents
from .template import Template

CORPUS = "muc4/dev.jsonl"


def templates(record):
    document = Document(record)
    found = [Template(document, each) for each in incidents(document)]
    for one, other in zip(found, found[1:]):
        # A series of deeds has one author, who is not named each time.
        if not other.agents and one.agents and one.incident.type() == other.incident.type() != "ATTACK":
            other.agents = dict(one.agents)
    return {"id": record["id"], "templates": [each.slots() for each in found if each.is_relevant()]}


def rewrite(path):
    """Rewrites a file of records as incident templates."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps(templates(record)) + "\n" for record in records), encoding="utf-8")
