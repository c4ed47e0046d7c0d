"""A yardstick: spaCy's default small network, trained on this project's training files and scored by the same scripts.

    python3 -m yardstick FOLDER EVAL_FOLDER CORPORA_FOLDER

Runs in a virtual environment with the packages of requirements.txt, with Tests/Measuring on the path. What was trained
lies in FOLDER and is trained anew only where it is missing. `make yardstick` does all of it.
"""
import os

# Before numpy is loaded: everything runs on one thread.
os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"})

import json
import pathlib
import subprocess
import sys

import spacy

from scoring import SYNTAX, Scorers, show_names, show_syntax

from . import learn, pipeline, prepare

NAMES = "uner-ewt/dev.jsonl"
STORIES = "reuters21578/articles.jsonl"


def score(folder, scorers, corpora):
    nlp = pipeline.load(folder)
    mine, rows = folder / "mine.conllu", []
    for path in SYNTAX:
        text = scorers.raw(corpora / path).decode("utf-8")
        mine.write_text(pipeline.parsed(nlp, text), encoding="utf-8")
        if figures := scorers.syntax(corpora / path, mine):
            rows.append((path.partition("/")[0], figures))
    show_syntax(rows)
    mine = folder / "mine.jsonl"
    with open(corpora / NAMES, encoding="utf-8") as lines, open(mine, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(pipeline.named(nlp, json.loads(line))) + "\n" for line in lines)
    if figures := scorers.names(corpora / NAMES, mine):
        show_names([(NAMES, figures)])


def time(folder, stories):
    """Times the pipeline in a process of its own, so that its memory is its own too."""
    print(f"\n== speed, {STORIES}, one core", flush=True)
    if not stories.exists():
        print("not there, skipped")
        return
    subprocess.run([sys.executable, "-m", "yardstick.timing", folder, stories], check=True)


def main():
    folder, scorers, corpora = (pathlib.Path(argument) for argument in sys.argv[1:4])
    missing = [path for path in (scorers / "score.py", *prepare.sources(corpora)) if not path.exists()]
    if missing:
        print(f"Nothing is measured: there is no {missing[0]}. Name the folders with EVAL= and CORPORA=.")
        return 0
    prepare.prepare(folder, corpora)
    for kind in learn.PIPES:
        if not (folder / kind / learn.DONE).exists():
            print(f"spaCy learns {kind} on one thread; its progress is in {folder / kind}.log", flush=True)
            learn.train(kind, folder)
    print(f"spaCy {spacy.__version__}, default small network, {pipeline.size(folder) / 1e6:.1f} MB")
    for kind in learn.PIPES:
        print(learn.history(kind, folder))
    score(folder, Scorers(scorers), corpora)
    time(folder, corpora / STORIES)
    return 0


sys.exit(main())
