#!/usr/bin/env python3
"""Scores the extractor on the annotated corpora that are to be had, and times its language stage.

    python3 Tests/Measuring/evaluate.py [--only PART,…] ANNALS EVAL_FOLDER CORPORA_FOLDER

EVAL_FOLDER holds the scorers, CORPORA_FOLDER the corpora; neither is part of this project, and what is missing is
skipped and said. A PART of --only is a layer (syntax, names, coreference, times, events, attributions, toponyms, certainty,
relations, templates, timelines, links, models, speed) or a corpus (gum, wikiwars, …). Standard library only.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from benchmark import process
from mapping import coreference, ecb, muc4, petrarch, re3d, timelines, wikievents
from scoring import SYNTAX, Scorers, show, show_names, show_syntax

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["uner-ewt/dev.jsonl", "crossner-politics/dev.jsonl", "re3d/train.jsonl"]
# The layers whose report is shown as the scorer prints it.
REPORTS = [
    ("times", "tempeval3/dev.jsonl"),
    ("times", "wikiwars/dev.jsonl"),
    ("events", "tempeval3/dev.jsonl"),
    ("events", wikievents.CORPUS),
    ("attributions", "polnear/dev.jsonl"),
    ("toponyms", "geovirus/dev.jsonl"),
    ("certainty", "uds-ih2/dev.jsonl"),
    ("relations", "re3d/train.jsonl"),
    ("templates", muc4.CORPUS),
]
STORIES = "reuters21578/articles.jsonl"
TIMED_STORIES = 4000
INPUT_KEYS = ("id", "text", "title", "outlet", "url", "published", "language")


class Evaluation:
    def __init__(self, annals, scorers, corpora, folder, only):
        self.annals = annals
        self.scorers = scorers
        self.corpora = corpora
        self.folder = folder
        self.only = only

    def wants(self, part, path=""):
        """Whether a row was asked for."""
        return not self.only or part in self.only or path.partition("/")[0] in self.only

    def gold(self, part, path):
        """The file of a row that was asked for; None if it was not, or if the file is not to be had."""
        if not self.wants(part, path):
            return None
        if not (self.corpora / path).exists():
            print(f"{part} {path}: not there, skipped")
            return None
        return self.corpora / path

    def extract(self, gold):
        """The records of a corpus's texts; the extractor never sees the gold layers."""
        source = self.folder / "input.jsonl"
        with open(gold, encoding="utf-8") as lines, open(source, "w", encoding="utf-8") as out:
            for line in lines:
                record = json.loads(line)
                # A line with a layer, be it empty, is a record: its text is taken as it stands, so that offsets compare.
                kept = {key: record[key] for key in INPUT_KEYS if record.get(key)}
                out.write(json.dumps({**kept, "sentences": []}) + "\n")
        result = self.folder / "mine.jsonl"
        with open(result, "w", encoding="utf-8") as out:
            subprocess.run([self.annals, "extract", str(source)], stdout=out, check=False)
        return result

    def syntax(self):
        rows = []
        for path in SYNTAX:
            if gold := self.gold("syntax", path):
                mine = self.folder / "mine.conllu"
                mine.write_bytes(subprocess.run([self.annals, "parse"], input=self.scorers.raw(gold),
                                                stdout=subprocess.PIPE, check=True).stdout)
                if figures := self.scorers.syntax(gold, mine):
                    rows.append((path.partition("/")[0], figures))
        show_syntax(rows)

    def names(self):
        rows = []
        for path in NAMES:
            if gold := self.gold("names", path):
                if figures := self.scorers.names(gold, self.extract(gold)):
                    rows.append((path, figures))
        show_names(rows)

    def coreference(self):
        rows = []
        for path in coreference.CORPORA:
            if gold := self.gold("coreference", path):
                *sides, count = coreference.compare(gold, self.extract(gold), self.folder)
                if scored := self.scorers.scored("score.py", "entitycoref", *sides, "--within"):
                    rows.append((path, coreference.figures(scored, count)))
        if rows:
            show("who is who in a document, people, bodies and places", coreference.HEADINGS, rows)

    def reports(self):
        for layer, path in REPORTS:
            if gold := self.gold(layer, path):
                print(f"\n== {layer} {path}", flush=True)
                mine = self.extract(gold)
                if layer == "toponyms":
                    self.keep_names(mine)
                if layer == "relations":
                    re3d.rewrite(mine)
                if path == wikievents.CORPUS:
                    gold, mine = wikievents.sides(gold, mine, self.folder)
                if path == muc4.CORPUS:
                    muc4.rewrite(mine)
                self.scorers.report(layer, gold, mine)

    def coding(self):
        """Source and target of events, by the PETRARCH unit tests."""
        if gold := self.gold("coding", petrarch.CORPUS):
            print(f"\n== coding {petrarch.CORPUS}", flush=True)
            mine = self.extract(gold)
            trees = subprocess.run([self.annals, "parse", "--offsets", str(self.folder / "input.jsonl")],
                                   stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
            petrarch.report(gold, mine, trees)

    def links(self):
        """Which accounts in different articles are one event."""
        if gold := self.gold("links", ecb.CORPUS):
            show("one event in many articles, " + ecb.CORPUS, ecb.HEADINGS,
                 ecb.rows(self.annals, gold, self.scorers, self.folder))

    def timelines(self):
        """What befell a thing, across documents and in order: of the gold file only the names of the things are read."""
        for wanted in timelines.files(self.corpora) if self.wants("timelines", timelines.CORPUS) else []:
            print(f"\n== timelines {wanted.relative_to(self.corpora)}", flush=True)
            mine = self.folder / "timelines.tsv"
            timelines.rewrite(self.extract(timelines.documents(wanted)), wanted, mine)
            self.scorers.report("timelines", wanted, mine)

    @staticmethod
    def keep_names(path):
        """Takes "the border" and "there" out of records: the corpus marks names of places alone."""
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for record in records:
            record["mentions"] = [each for each in record.get("mentions", []) if each.get("form") == "name"]
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")

    def models(self):
        """The size of the trained models, and what a run on one sentence takes: the time to open them is within it."""
        if not self.wants("models"):
            return
        print("\n== models")
        folder = ROOT / "data" / "models"
        files = sorted(folder.glob("*.model"))
        for file in files:
            print(f"{file.name:<28} {file.stat().st_size / 1e6:8.2f} MB")
        print(f"{'all model files':<28} {sum(file.stat().st_size for file in files) / 1e6:8.2f} MB")
        feed = self.folder / "one.txt"
        feed.write_text("Nothing else was said.\n", encoding="utf-8")
        runs = sorted((self.parsed(feed) for _ in range(5)), key=lambda run: run.cpu)
        print(f"{'parse of one sentence':<28} {1000 * runs[0].cpu:8.1f} ms of processor time at best of 5, "
              f"{runs[0].peak:,.0f} MB")

    def speed(self):
        """Raw text in, trees out, on one core."""
        if not (stories := self.gold("speed", STORIES)):
            return
        print(f"\n== speed, {STORIES}, one core", flush=True)
        feed, words = self.folder / "stories.txt", 0
        with open(stories, encoding="utf-8") as lines, open(feed, "w", encoding="utf-8") as out:
            for _, line in zip(range(TIMED_STORIES), lines):
                text = json.loads(line)["text"]
                words += len(text.split())
                out.write(text + "\n\n")
        run = self.parsed(feed)
        if run.problem:
            print(run.problem)
            return
        tokens = sum(1 for _ in re.finditer(r"^\d+\t", run.output, re.MULTILINE))
        print(f"{TIMED_STORIES:,} stories, {words:,} words between white space, {tokens:,} of UD: user and system time "
              f"{run.cpu:.2f} s, {words / run.cpu:,.0f} words/s ({tokens / run.cpu:,.0f} of UD), peak {run.peak:,.0f} MB")

    def parsed(self, feed):
        """One run of the parser on one core."""
        core = str(max(os.sched_getaffinity(0)))
        pinned = ["taskset", "-c", core] if shutil.which("taskset") else []
        return process.run([*pinned, self.annals, "parse"], feed=feed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the rows to run, by layer or corpus, between commas or spaces")
    parser.add_argument("annals", metavar="ANNALS")
    parser.add_argument("scorers", metavar="EVAL_FOLDER", type=pathlib.Path)
    parser.add_argument("corpora", metavar="CORPORA_FOLDER", type=pathlib.Path)
    options = parser.parse_args()
    only = set(re.split(r"[,\s]+", options.only.strip())) - {""}
    corpora = [*SYNTAX, *NAMES, *coreference.CORPORA, *(path for _, path in REPORTS), petrarch.CORPUS, timelines.CORPUS, ecb.CORPUS, STORIES]
    known = {"syntax", "names", "coreference", "models", "speed", "coding", "timelines", "links", *(layer for layer, _ in REPORTS)}
    known |= {path.partition("/")[0] for path in corpora}
    if unknown := only - known:
        parser.error(f"--only: no part is called {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
    if not (options.scorers / "score.py").exists():
        print(f"There are no scorers at {options.scorers}: nothing is measured. Name their folder with EVAL=.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        evaluation = Evaluation(os.path.abspath(options.annals), Scorers(options.scorers), options.corpora,
                                pathlib.Path(name), only)
        for part in (evaluation.models, evaluation.speed, evaluation.syntax, evaluation.names, evaluation.coreference,
                     evaluation.reports, evaluation.coding, evaluation.timelines, evaluation.links):
            part()
    return 0


sys.exit(main())
