#!/usr/bin/env python3
"""Measures speed, memory, size, growth and queries, and prints one table in Markdown.

    python3 Tests/Measuring/benchmark.py [--quick | --stories N] [ANNALS [CORPORA]]

ANNALS is the command (.build/release/annals), CORPORA the folder that holds reuters21578 (../shared/corpora, else
the variable CORPORA). Without that corpus the samples are loaded again and again. Progress goes to standard error.
docs/performance.md says what is measured how, and what is not controlled. Standard library only.
"""
import argparse
import os
import pathlib
import sys
import tempfile

from benchmark import asking, copying, corpus, growing, loading, machine
from benchmark.command import Annals
from benchmark.table import Table

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUICK = 2000
# Loads of no more stories than this are done three times, longer ones once.
SHORT = 3000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("annals", nargs="?", default=ROOT / ".build" / "release" / "annals", metavar="ANNALS",
                        help="the command to measure (.build/release/annals)")
    parser.add_argument("corpora", nargs="?", type=pathlib.Path, metavar="CORPORA",
                        default=pathlib.Path(os.environ.get("CORPORA") or ROOT.parent / "shared" / "corpora"),
                        help="the folder that holds reuters21578")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} stories only")
    parser.add_argument("--stories", type=int, metavar="N", default=int(os.environ.get("STORIES") or 0),
                        help="so many stories at most (the variable STORIES)")
    options = parser.parse_args()
    if options.stories < 0 or 0 < options.stories < 10:
        parser.error("--stories: ten or more are needed, to have tenths")
    if not os.access(options.annals, os.X_OK):
        parser.error(f"{options.annals}: no such command; `make build` makes it")
    return options


def main():
    options = arguments()
    wanted = options.stories or (QUICK if options.quick else None)
    annals = Annals(options.annals)
    if annals.lacks("load"):
        print(f"{annals.path} has no verb `load`: it is not the annals command", file=sys.stderr)
        return 2
    samples = ROOT / "data" / "samples"
    table = Table()
    # Beside the build, as /tmp may be memory and no disk.
    place = ROOT / ".build"
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place if place.is_dir() else None) as name:
        folder = pathlib.Path(name)
        base = folder / "annals.db"
        # SQLite tells the version that annals uses only on a knowledge base.
        annals.run(base, "load", "-q", samples)
        machine.describe(table, annals, base)
        stories = corpus.gather(annals, options.corpora, samples, folder, wanted)
        if stories.stories < 10:
            print(f"{options.corpora} and {samples} hold {stories.stories} stories; ten are needed", file=sys.stderr)
            return 1
        runs = 3 if stories.stories <= SHORT else 1
        loads = loading.measure(table, annals, stories, base, runs)
        asking.measure(table, annals, stories, base)
        copying.measure(table, loads, ROOT / "schema.sql", base, folder)
        loading.remove(base)
        growing.measure(table, annals, stories, samples, folder / "growing.db", runs)
        table.begin("machine")
        table.add("other work at the end", machine.load_average(), "as above, with the benchmark's own")
    print(table)
    return 0


sys.exit(main())
