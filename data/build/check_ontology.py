#!/usr/bin/env python3
"""Checks the ontology and the word tables that refer to it.

    python3 data/build/check_ontology.py [DATA_FOLDER]

Prints one line a fault, `file:line: what is wrong; what to do`, and a summary; exits 1 if there is any fault.
Standard library only.
"""

import re
import sys
from collections import Counter
from pathlib import Path

KINDS = {"person", "agency", "place", "unit", "group", "object"}
CONFLICTS = {"number", "date", "place", "participant", "polarity", "rank", "none"}
OBJECTS = {"entity", "quantity", "time", "text", "boolean"}
MODALITIES = {"future", "conditional", "ordered", "habitual", "negative", "hedged", "asserted"}
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}
ACLED = {
    "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians",
    "Strategic developments",
}
# Words so general that a trigger made of them alone would fire in any text.
VAGUE = {"have", "make", "take", "go", "see", "get", "be", "do", "come", "put", "let", "use", "want", "like"}
POSITIONS = {
    "subj", "obj", "iobj", "owner", "poss", "pre", "about", "across", "after", "against", "alongside", "along", "among",
    "around", "as", "at", "before", "between", "by", "during", "for", "from", "in", "inside", "into", "near", "of",
    "off", "on", "onto", "out", "outside", "over", "past", "through", "to", "toward", "towards", "under", "upon",
    "via", "with", "within", "without", "behind",
}


class Checker:
    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.counts = {}

    def fault(self, name, line, what):
        self.faults.append(f"{name}:{line}: {what}")

    def table(self, name, columns):
        """Rows of a table as (line number, dict)."""
        path = self.folder / name
        if not path.exists():
            self.fault(name, 0, "the file is missing")
            return []
        header, rows = None, []
        comments = 0
        for number, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if text.startswith("#"):
                comments += header is None
                continue
            if not text.strip():
                continue
            cells = [cell.strip() for cell in text.split("\t")]
            if header is None:
                header = cells
                for column in columns:
                    if column not in header:
                        self.fault(name, number, f"the header has no column `{column}`")
                continue
            if len(cells) > len(header):
                self.fault(name, number, f"{len(cells)} cells under {len(header)} columns")
            rows.append((number, dict(zip(header, cells + [""] * len(header)))))
        if comments < 4:
            self.fault(name, 1, "a comment block must say what the table is, its columns, how to add a line, source and licence")
        self.counts[name] = len(rows)
        return rows

    def unique(self, name, rows, *columns):
        seen = {}
        for number, row in rows:
            key = tuple(row.get(column, "") for column in columns)
            if key in seen:
                self.fault(name, number, f"the same {'+'.join(columns)} as line {seen[key]}: {' '.join(key)}")
            seen.setdefault(key, number)

    def one_of(self, name, rows, column, allowed):
        for number, row in rows:
            if row.get(column, "") not in allowed:
                self.fault(name, number, f"`{row.get(column, '')}` in column {column}; allowed: {' '.join(sorted(allowed))}")

    def certainty(self, name, rows):
        for number, row in rows:
            if row.get("certainty", "") not in {str(value) for value in range(-3, 4)}:
                self.fault(name, number, f"certainty `{row.get('certainty', '')}` is not between -3 and 3")

    def lower(self, name, rows, column):
        for number, row in rows:
            words = row.get(column, "")
            if not words:
                self.fault(name, number, f"column {column} is empty")
            if "  " in words:
                self.fault(name, number, f"two spaces in `{words}`")


def roles_of(cell):
    roles = {}
    for item in filter(None, cell.split("|")):
        role, _, kinds = item.partition(":")
        roles[role] = set(filter(None, kinds.split(",")))
    return roles


def check_coding(c, types):
    """The tables by which events and participants become event data."""
    name = "ontology/sectors.tsv"
    rows = c.table(name, ["code", "sectors", "actor", "yields", "definition"])
    c.unique(name, rows, "code")
    codes = {row["code"] for _, row in rows}
    for number, row in rows:
        for code in filter(None, row["yields"].split("|")):
            if code not in codes:
                c.fault(name, number, f"`{code}` is no sector of this table")
    name = "ontology/sector-words.tsv"
    rows = c.table(name, ["words", "code", "weak"])
    c.unique(name, rows, "words")
    c.lower(name, rows, "words")
    c.one_of(name, rows, "code", codes | {"", "stop", "former"})
    c.one_of(name, rows, "weak", {"", "yes"})
    name = "ontology/plover.tsv"
    rows = c.table(name, ["name", "quad", "scale", "source", "recipient", "intent", "sectors", "context"])
    c.unique(name, rows, "name")
    for number, row in rows:
        if row["name"] not in PLOVER and row["name"] not in types:
            c.fault(name, number, f"`{row['name']}` is neither a PLOVER category nor a type of ontology/events.tsv")
        known = types.get(row["name"]) or {role for roles in types.values() for role in roles}
        for column in ("source", "recipient"):
            for role in filter(None, row[column].replace("+", "|").split("|")):
                if role not in known:
                    c.fault(name, number, f"`{role}` is no role of {row['name']}")
        for code in filter(None, row["sectors"].split("|")):
            if code not in codes:
                c.fault(name, number, f"`{code}` is no sector of ontology/sectors.tsv")
        if row["intent"] and row["intent"] not in PLOVER:
            c.fault(name, number, f"`{row['intent']}` is no PLOVER category")


def check(folder):
    c = Checker(folder)

    name = "ontology/predicates.tsv"
    rows = c.table(name, ["predicate", "label", "subject", "object", "cardinality", "tolerance", "conflict", "description"])
    c.unique(name, rows, "predicate")
    c.one_of(name, rows, "object", OBJECTS)
    c.one_of(name, rows, "cardinality", {"one", "many"})
    c.one_of(name, rows, "conflict", CONFLICTS)
    for number, row in rows:
        if row["cardinality"] == "many" and row["conflict"] != "none":
            c.fault(name, number, f"`{row['predicate']}` may have many values, so it can raise no conflict")
        if row["subject"] not in {"event", "any"} and not set(row["subject"].split(",")) <= KINDS:
            c.fault(name, number, f"subject `{row['subject']}` is neither event nor any nor kinds of entity")
        if row["tolerance"]:
            try:
                if not 0 <= float(row["tolerance"]) < 1:
                    raise ValueError
            except ValueError:
                c.fault(name, number, f"tolerance `{row['tolerance']}` is not between 0 and 1")
            if row["object"] != "quantity":
                c.fault(name, number, "a tolerance is for quantities only")
        elif row["object"] == "quantity":
            c.fault(name, number, "a quantity needs a tolerance; 0 where numbers must be equal")
    predicates = {row["predicate"]: row for _, row in rows}

    name = "ontology/events.tsv"
    rows = c.table(name, ["type", "class", "definition", "plover", "mode", "cameo", "acled", "roles", "number", "measure"])
    c.unique(name, rows, "type")
    types = {}
    measures = set()
    for number, row in rows:
        roles = roles_of(row["roles"])
        types[row["type"]] = roles
        for role, kinds in roles.items():
            if not kinds or not kinds <= KINDS:
                c.fault(name, number, f"role {role} has no kinds or unknown ones: {','.join(sorted(kinds))}")
            if role not in predicates:
                c.fault(name, number, f"role {role} is no predicate of ontology/predicates.tsv")
        if row["number"] and row["number"] not in roles:
            c.fault(name, number, f"number role `{row['number']}` is no role of {row['type']}")
        if row["number"] not in {"", "amount"} and f"number-of-{row['number']}" not in predicates:
            c.fault(name, number, f"number-of-{row['number']} is no predicate")
        if row["measure"]:
            measures.add(row["measure"])
            if predicates.get(row["measure"], {}).get("object") != "quantity":
                c.fault(name, number, f"measure `{row['measure']}` is no quantity predicate of ontology/predicates.tsv")
        if row["plover"] and row["plover"] not in PLOVER:
            c.fault(name, number, f"`{row['plover']}` is no PLOVER category")
        if row["cameo"] and not (row["cameo"].isdigit() and len(row["cameo"]) == 2 and 1 <= int(row["cameo"]) <= 20):
            c.fault(name, number, f"`{row['cameo']}` is no CAMEO root from 01 to 20")
        if row["acled"] and not any(row["acled"].startswith(event + "/") for event in ACLED):
            c.fault(name, number, f"`{row['acled']}` does not start with an ACLED event type")
        if row["once"] and row["once"] not in roles:
            c.fault(name, number, f"once-role `{row['once']}` is no role of {row['type']}")
        if not row["definition"].endswith("."):
            c.fault(name, number, "the definition is no sentence")

    for number, row in rows:
        for broader in filter(None, row["broader"].split("|")):
            if broader not in types:
                c.fault(name, number, f"broader type `{broader}` is no type")

    name = "lexicon/apart-words.tsv"
    c.unique(name, c.table(name, ["word"]), "word")

    check_coding(c, types)


    name = "lexicon/triggers.tsv"
    rows = c.table(name, ["lemma", "pos", "type", "frame", "note"])
    c.unique(name, rows, "lemma", "pos", "type", "frame")
    c.one_of(name, rows, "pos", {"v", "n", "a"})
    c.lower(name, rows, "lemma")
    used = Counter()
    open_line = {}
    for number, row in rows:
        if row["lemma"] in VAGUE and "!" not in row["frame"]:
            c.fault(name, number, f"`{row['lemma']}` alone fires in any text; restrict it to more words")
        used[row["type"]] += 1
        if row["type"] not in types and row["type"] != "none":
            c.fault(name, number, f"type `{row['type']}` is not in ontology/events.tsv")
            continue
        key = (row["lemma"], row["pos"])
        if key in open_line:
            c.fault(name, number, f"never reached: line {open_line[key]} for `{row['lemma']}` fits any filler; put this line before it or restrict that one")
        items = [item for item in row["frame"].split("|") if item]
        if row["type"] != "none" and not any("!" in item or (item.startswith("obj=") and ":" in item) or (item.startswith("subj=") and ":" in item) or (item.startswith("of=") and ":" in item) for item in items):
            open_line[key] = number
        for item in items:
            position, equals, filler = item.partition("=")
            role, colon, kinds = filler.partition(":")
            if item == "self=number":
                # The trigger is a number's own noun or adjective ("3 dead"): any type that counts may have it.
                continue
            if not equals or position.rstrip("!") not in POSITIONS:
                c.fault(name, number, f"`{item}` is not position=role with a known position")
            if row["type"] != "none" and role not in types[row["type"]]:
                c.fault(name, number, f"role `{role}` is no role of {row['type']} ({' '.join(types[row['type']])})")
            if colon and not all(kinds.split(",")):
                c.fault(name, number, f"`{item}` has an empty kind")
    for event in types:
        if not used[event] and event != "other":
            c.fault("ontology/events.tsv", 0, f"type `{event}` has no trigger in lexicon/triggers.tsv")

    name = "lexicon/light-verbs.tsv"
    rows = c.table(name, ["lemma", "role", "note"])
    c.unique(name, rows, "lemma", "role")
    c.one_of(name, rows, "role", {"subj", "obj", "event"})

    name = "lexicon/reporting.tsv"
    rows = c.table(name, ["lemma", "pos", "certainty", "frame", "note"])
    c.unique(name, rows, "lemma", "pos")
    c.one_of(name, rows, "pos", {"v", "n", "p", "a", "l"})
    c.one_of(name, rows, "class", {"say", "write", "show", "think", "learn", "ask", "commit", "judge", "doubt", "deny",
                                   "quote", "seem"})
    c.certainty(name, rows)
    frames = {"that", "quote", "wh", "to", "ing", "np", "nc", "np-to", "np-at", "source", "none"}
    prepositions = {"about", "against", "as", "at", "by", "for", "from", "in", "of", "on", "over", "through", "to",
                    "toward", "upon", "with"}
    for number, row in rows:
        for item in filter(None, row["frame"].split("|")):
            if item not in frames and item.lstrip("~") not in prepositions | {"np"}:
                c.fault(name, number, f"unknown frame `{item}`")

    name = "lexicon/hedges.tsv"
    rows = c.table(name, ["words", "kind", "certainty", "scope", "note"])
    c.unique(name, rows, "words", "kind", "scope")
    c.one_of(name, rows, "kind", {"hedge", "doubt", "own"})
    c.one_of(name, rows, "scope", {"clause", "np", "back"})
    c.certainty(name, rows)
    patterns(c, name, rows)

    name = "lexicon/modality.tsv"
    rows = c.table(name, ["words", "modality", "scope", "certainty", "note"])
    c.unique(name, rows, "words", "scope")
    c.one_of(name, rows, "modality", MODALITIES)
    c.one_of(name, rows, "scope", {"clause", "np", "sub"})
    patterns(c, name, rows)

    name = "lexicon/implications.tsv"
    rows = c.table(name, ["word", "pos", "link", "affirmed", "negated", "note"])
    c.one_of(name, rows, "pos", {"v", "n", "a"})
    links = Counter()
    for number, row in rows:
        for link in row["link"].split("|"):
            links[row["word"], row["pos"], link] += 1
            if links[row["word"], row["pos"], link] > 1:
                c.fault(name, number, f"`{row['word']}` has a line for `{link}` already")
        for column in ("affirmed", "negated"):
            value = row[column].lstrip("-").partition(":")[0]
            if value not in {"", "yes", "no", "fact", "same", "denied"} | MODALITIES - {"negative", "asserted"}:
                c.fault(name, number, f"`{row[column]}` in column {column} is no value")

    name = "lexicon/event-words.tsv"
    rows = c.table(name, ["lemma", "pos", "event"])
    c.unique(name, rows, "lemma", "pos")
    c.one_of(name, rows, "pos", {"v", "n"})
    c.one_of(name, rows, "event", {"yes", "no"})

    name = "lexicon/rank-claims.tsv"
    rows = c.table(name, ["words", "kind", "holds", "scope", "note"])
    c.unique(name, rows, "words")
    c.one_of(name, rows, "holds", {"yes", "no"})
    c.one_of(name, rows, "scope", {"clause", "np"})
    patterns(c, name, rows)
    for number, row in rows:
        if row["kind"] != "none" and predicates.get(row["kind"], {}).get("conflict") != "rank":
            c.fault(name, number, f"kind `{row['kind']}` is no rank predicate of ontology/predicates.tsv")

    name = "lexicon/person-nouns.tsv"
    rows = c.table(name, ["lemma", "kind", "sector", "number", "note"])
    c.unique(name, rows, "lemma")
    c.one_of(name, rows, "kind", {"person", "group", "agency", "unit"})
    c.one_of(name, rows, "number", {"", "plural"})

    name = "lexicon/offices.tsv"
    rows = c.table(name, ["office", "aliases", "predicate", "note"])
    c.unique(name, rows, "office")
    aliases = {}
    for number, row in rows:
        if row["predicate"] not in predicates and row["predicate"] not in {"prefix", "title"}:
            c.fault(name, number, f"`{row['predicate']}` is no predicate")
        for word in [row["office"]] + [word.strip() for word in row["aliases"].split("|") if word.strip()]:
            if word in aliases and aliases[word] != number:
                c.fault(name, number, f"`{word}` stands in line {aliases[word]} too")
            aliases.setdefault(word, number)

    name = "lexicon/kin-nouns.tsv"
    rows = c.table(name, ["noun", "predicate", "sex", "note"])
    c.unique(name, rows, "noun")
    for number, row in rows:
        if row["predicate"] and row["predicate"] not in predicates:
            c.fault(name, number, f"`{row['predicate']}` is no predicate")

    relation_lines(c, predicates)

    for name, columns, key in [
        ("lexicon/unit-nouns.tsv", ["noun", "size", "arms", "name", "note"], "noun"),
        ("lexicon/ranks.tsv", ["rank", "aliases", "grade", "arms", "note"], "rank"),
        ("lexicon/agency-nouns.tsv", ["noun", "sector", "position", "strong", "note"], "noun"),
        ("lexicon/place-nouns.tsv", ["noun", "feature", "position", "note"], "noun"),
    ]:
        c.unique(name, c.table(name, columns), key)
    return c


def relation_lines(c, predicates):
    """Lines of relations: what they are tried at, and where their ends stand."""
    name = "lexicon/relation-patterns.tsv"
    rows = c.table(name, ["pivot", "form", "predicate", "subject", "object", "state", "note"])
    c.unique(name, rows, "pivot", "form", "predicate", "subject", "object")
    c.one_of(name, rows, "state", {"", "began", "ended", "intended"})
    for number, row in rows:
        if row["predicate"] not in predicates and row["predicate"] not in {"office", "kin", "="}:
            c.fault(name, number, f"`{row['predicate']}` is no predicate")
        if row["pivot"].startswith("{") and not re.fullmatch(
                r"\{(office|kin|rank|mention:[a-z,]+)\}", row["pivot"]):
            c.fault(name, number, f"`{row['pivot']}` is no slot; the head of the table lists them")
        for side in ("subject", "object"):
            for end in row[side].split("|"):
                position, _, kinds = end.partition(":")
                if not position:
                    c.fault(name, number, f"`{row[side]}` lacks a position")
                for kind in filter(None, kinds.split(",")):
                    if kind not in KINDS | {"name", "known"}:
                        c.fault(name, number, f"`{kind}` is no kind of mention")
        if not row["note"]:
            c.fault(name, number, "a line needs an example; write it into the column note")


def patterns(c, name, rows):
    for number, row in rows:
        words = row["words"].split(" ")
        if not 1 <= len(words) <= 8:
            c.fault(name, number, f"a pattern has one to eight words: `{row['words']}`")
        if words and words[0] in {"*", "**"} or words[-1] == "**":
            c.fault(name, number, f"a gap cannot begin or end a pattern: `{row['words']}`")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    checker = check(folder)
    for fault in checker.faults:
        print(fault)
    for name, count in checker.counts.items():
        print(f"{count:6} {name}")
    print(f"{len(checker.faults)} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
