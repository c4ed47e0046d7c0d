#!/usr/bin/env python3
"""Scores the extractor on the annotated corpora that are to be had.

    python3 Tests/Measuring/evaluate.py ANNALS EVAL_FOLDER CORPORA_FOLDER

EVAL_FOLDER holds the scorers, CORPORA_FOLDER the corpora; neither is part of this project, and what is missing is
skipped and said. Standard library only.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

# layer, corpus file, options of the scorer, the lines of its report that are shown
ROWS = [
    ("mentions", "uner-ewt/dev.jsonl", ["--names-only", "--kinds", "unit=agency,group=,object="]),
    ("mentions", "crossner-politics/dev.jsonl", ["--names-only", "--kinds", "unit=agency,group=,object="]),
    ("mentions", "re3d/train.jsonl", ["--names-only", "--kinds", "unit=agency,group=,object="]),
    ("times", "tempeval3/dev.jsonl", []),
    ("times", "wikiwars/dev.jsonl", []),
    ("events", "tempeval3/dev.jsonl", []),
    ("attributions", "polnear/dev.jsonl", []),
    ("toponyms", "geovirus/dev.jsonl", []),
    ("certainty", "uds-ih2/dev.jsonl", []),
]
INPUT_KEYS = ("id", "text", "title", "outlet", "url", "published", "language")


def extract(annals, gold, folder):
    """The records of a corpus's texts; the extractor never sees the gold layers."""
    source = folder / "input.jsonl"
    with open(gold, encoding="utf-8") as lines, open(source, "w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            # A line with a layer, be it empty, is a record: its text is taken as it stands, so that offsets compare.
            kept = {key: record[key] for key in INPUT_KEYS if record.get(key)}
            out.write(json.dumps({**kept, "sentences": []}) + "\n")
    result = folder / "mine.jsonl"
    with open(result, "w") as out:
        subprocess.run([annals, "extract", str(source)], stdout=out, check=False)
    return result


def main():
    annals, scorers, corpora = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not (scorers / "score.py").exists():
        print(f"There are no scorers at {scorers}: nothing is measured. Name their folder with EVAL=.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        conllu = corpora / "ud-ewt" / "dev.conllu"
        if conllu.exists():
            print(f"\n== syntax {conllu.parent.name}")
            text = subprocess.run([sys.executable, scorers / "conllu_score.py", "--raw", conllu], capture_output=True, check=True)
            parsed = subprocess.run([annals, "parse"], input=text.stdout, capture_output=True, check=True)
            (folder / "mine.conllu").write_bytes(parsed.stdout)
            subprocess.run([sys.executable, scorers / "conllu_score.py", conllu, folder / "mine.conllu"], check=False)
        for layer, path, options in ROWS:
            gold = corpora / path
            if not gold.exists():
                print(f"\n== {layer} {path}: not there, skipped")
                continue
            print(f"\n== {layer} {path}", flush=True)
            mine = extract(annals, gold, folder)
            subprocess.run([sys.executable, scorers / "score.py", layer, gold, mine, *options], check=False)
    return 0


sys.exit(main())
