"""Trains spaCy's default small network on this project's training files."""
import json
import os
import pathlib
import re
import resource
import subprocess
import sys

# The bound on the updates, for about half an hour of processor time in all. With the default batches, which grow to a
# thousand words, this is seven passes over the trees and ten over the names.
STEPS = {"trees": 4000, "names": 3600}
PIPES = {"trees": "tagger,morphologizer,trainable_lemmatizer,parser", "names": "ner"}
DECISIVE = ("TAG_ACC", "LEMMA_ACC", "DEP_LAS", "ENTS_F")
# Written when a training has come to its end.
DONE = "done"


def best(kind, folder: pathlib.Path):
    """The folder of the pipeline that did best on held-out text."""
    return folder / kind / "model-best"


def spacy(*arguments, log=None):
    return subprocess.run([sys.executable, "-m", "spacy", *map(str, arguments)], check=True, text=True,
                          stdout=log or subprocess.DEVNULL, stderr=subprocess.STDOUT if log else None,
                          preexec_fn=lambda: os.nice(15))


def train(kind, folder: pathlib.Path):
    """Trains one pipeline from `folder/KIND-train` with early stopping on `folder/KIND-dev`."""
    config = folder / f"{kind}.cfg"
    config.unlink(missing_ok=True)
    spacy("init", "config", config, "--lang", "en", "--pipeline", PIPES[kind], "--optimize", "efficiency")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(folder / f"{kind}.log", "w", encoding="utf-8") as log:
        # Averaged weights as in the pipelines that spaCy publishes; everything else is its default.
        spacy("train", config, "--output", folder / kind,
              "--paths.train", folder / f"{kind}-train", "--paths.dev", folder / f"{kind}-dev",
              "--training.optimizer.use_averages", "true", "--training.max_steps", STEPS[kind],
              "--training.eval_frequency", 400, "--training.patience", 1600, log=log)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with open(folder / f"{kind}.log", "a", encoding="utf-8") as log:
        log.write(f"processor seconds {seconds:.0f}\n")
    (folder / kind / DONE).touch()


def history(kind, folder: pathlib.Path):
    """One line on a training: when it was best on held-out text, and when it ended."""
    text = (folder / f"{kind}.log").read_text(encoding="utf-8")
    headings = next(re.split(r"\s{2,}", line.strip()) for line in text.splitlines() if line.startswith("E "))
    rows = [dict(zip(headings, line.split())) for line in text.splitlines() if re.match(r"\s*\d+\s+\d+\s", line)]
    # The log rounds its scores, so the best row is known by the figures that are kept with the pipeline.
    kept = json.loads((best(kind, folder) / "meta.json").read_text(encoding="utf-8"))["performance"]
    found = next((row for row in rows if all(f"{100 * kept[name.lower()]:.2f}" == row[name]
                                             for name in DECISIVE if name in row)), None)
    at = f"step {found['#']} (pass {found['E']})" if found else "a step that its log lacks"
    seconds = re.search(r"processor seconds (\d+)", text)
    return (f"{kind}: best at {at}, ended at step {rows[-1]['#']} (pass {rows[-1]['E']}) of at most {STEPS[kind]}"
            + (f", {seconds.group(1)} s of processor time" if seconds else ""))
