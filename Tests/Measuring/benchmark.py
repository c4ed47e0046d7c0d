#!/usr/bin/env python3
"""Measures speed, size and start-up of the command and prints one table.

    python3 Tests/Measuring/benchmark.py ANNALS CORPORA_FOLDER

Loads the first 2,000 stories of Reuters-21578 where that corpus is to be had, else the samples repeated under other
titles. Every figure is the median of several runs of a whole process, on whatever machine this is: compare figures
of one table only. Standard library only.
"""
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
STORIES = 2000


def seconds(command, runs=RUNS, **options):
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def stories(corpora, annals, folder):
    """A JSON Lines file of documents, its name and its number of words."""
    path = folder / "input.jsonl"
    corpus = corpora / "reuters21578" / "articles.jsonl"
    words = count = 0
    with open(path, "w", encoding="utf-8") as out:
        if corpus.exists():
            with open(corpus, encoding="utf-8") as lines:
                for line in lines:
                    if count == STORIES:
                        break
                    words += len(json.loads(line).get("text", "").split())
                    count += 1
                    out.write(line)
            return path, "Reuters-21578, first 2,000", words, count
        samples = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"
        records = subprocess.run([annals, "extract", samples], capture_output=True, text=True, check=True).stdout.splitlines()
        for number in range(30):
            for line in records:
                record = json.loads(line)
                text = record["text"] + f"\nEdition {number}."
                words += len(text.split())
                count += 1
                out.write(json.dumps({"id": f"{record['id']}/{number}", "text": text, "title": record.get("title"),
                                      "published": record.get("published")}) + "\n")
    return path, "the samples, 30 editions", words, count


def main():
    annals, corpora = sys.argv[1], pathlib.Path(sys.argv[2])
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path, what, words, count = stories(corpora, annals, folder)
        rows.append(("corpus", what, f"{count} documents, {words} words"))
        rows.append(("start-up", "annals --version", f"{seconds([annals, '--version'], 11) * 1000:.1f} ms"))
        taken = seconds([annals, "extract", str(path)], 1)
        rows.append(("extract", "one process, one document after another", f"{words / taken:,.0f} words/s, {count / taken:,.0f} documents/s"))
        base = folder / "kb.db"
        environment = dict(os.environ, ANNALS_DB=str(base))
        start = time.perf_counter()
        subprocess.run([annals, "load", "-q", str(path)], check=False, env=environment)
        taken = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        rows.append(("load", f"all cores ({os.cpu_count()})", f"{words / taken:,.0f} words/s, {count / taken:,.0f} documents/s"))
        rows.append(("memory", "peak of the load", f"{peak:,.0f} MB"))
        rows.append(("size", "bytes a document", f"{base.stat().st_size / count:,.0f}"))
        busiest = subprocess.run(
            [annals, "sql", "--tsv", "SELECT e.key FROM entity_counts c JOIN entities e ON e.id = c.entity_id ORDER BY events DESC LIMIT 1"],
            capture_output=True, text=True, env=environment, check=False).stdout.splitlines()[-1]
        for label, command in [
            ("timeline", ["timeline", busiest]), ("disagreements", ["disagreements"]), ("search", ["search", "oil prices"]),
            ("entity", ["entity", busiest]), ("status", ["status"]), ("verify", ["verify"]),
        ]:
            rows.append(("query", f"{label} (busiest: {busiest})" if busiest in command else label,
                         f"{seconds([annals, *command], env=environment) * 1000:.1f} ms"))
        sample = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples" / "video.txt"
        more = seconds([annals, "load", "-q", str(sample)], 1, env=environment)
        rows.append(("load more", "one document, and all that follows from it", f"{more:.1f} s"))
        again = seconds([annals, "load", "-q", str(path)], 1, env=environment)
        rows.append(("load again", "nothing new", f"{count / again:,.0f} documents/s"))
    width = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print("  ".join(cell.ljust(width[column]) for column, cell in enumerate(row)).rstrip())
    return 0


sys.exit(main())
