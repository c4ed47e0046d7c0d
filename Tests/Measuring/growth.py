#!/usr/bin/env python3
"""What a thousand articles cost while a file grows to twenty thousand, and how long questions about the full file take.

    python3 Tests/Measuring/growth.py ANNALS CORPORA_FOLDER

Loads the articles of Reuters-21578 and MUC-4 in random order (a fixed seed) into one new file, a thousand at a time. Standard library only.
"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ARTICLES, BATCH = 20_000, 1_000
SOURCES = ["reuters21578/articles.jsonl", "muc4/dev.jsonl"]
KEPT = ("id", "text", "title", "outlet", "published")


def main():
    annals, corpora = sys.argv[1], pathlib.Path(sys.argv[2])
    lines = [line for source in SOURCES for line in articles(corpora / source)][:ARTICLES]
    random.Random(7).shuffle(lines)
    with tempfile.TemporaryDirectory() as folder:
        base, batch = f"{folder}/growth.db", pathlib.Path(folder, "batch.jsonl")
        costs = []
        for start in range(0, len(lines), BATCH):
            part = lines[start:start + BATCH]
            batch.write_text("".join(part), encoding="utf-8")
            before = spent()
            subprocess.run([annals, "load", "-q", str(batch), "--db", base], check=True)
            costs.append((spent() - before, sum(len(line.split()) for line in part)))
            print(f"articles {start + 1:,} to {start + len(part):,}: {costs[-1][0]:.2f} s of processor time")
        (first, words), (last, others) = costs[0], costs[-1]
        print(f"last over first: {last / first:.2f}; by word {last / others / (first / words):.2f}")
        ask(annals, base)


def articles(path):
    with open(path, encoding="utf-8") as source:
        for line in source:
            record = json.loads(line)
            yield json.dumps({key: record[key] for key in KEPT if record.get(key)}) + "\n"


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def ask(annals, base):
    """The median of five whole processes for each question about the busiest entity."""
    busiest = subprocess.run(
        [annals, "sql", "--db", base, "--tsv", """SELECT e.key FROM entity_counts c JOIN entities e ON e.id = c.entity_id
         ORDER BY c.events DESC, e.key LIMIT 1"""], capture_output=True, text=True, check=True).stdout.split()[-1]
    for verb in ("timeline", "disagreements", "brief", "entity"):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([annals, verb, busiest, "--db", base], capture_output=True, check=False)
            times.append(time.perf_counter() - start)
        print(f"{verb} {busiest}: {sorted(times)[2] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
