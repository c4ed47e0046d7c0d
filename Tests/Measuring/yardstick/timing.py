"""Times the pipeline on raw text on one core: python3 -m yardstick.timing FOLDER STORIES"""
import itertools
import json
import os
import pathlib
import resource
import sys
import time

from . import pipeline

TIMED_STORIES = 500


def main():
    folder, stories = pathlib.Path(sys.argv[1]), sys.argv[2]
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with open(stories, encoding="utf-8") as lines:
        texts = [part for line in itertools.islice(lines, TIMED_STORIES)
                 for part in pipeline.paragraphs(json.loads(line)["text"])]
    words = sum(len(text.split()) for text in texts)
    clock = time.process_time()
    nlp = pipeline.load(folder)
    loaded = time.process_time() - clock
    list(nlp.pipe(texts[:20]))
    clock = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=pipeline.BATCH))
    taken = time.process_time() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{TIMED_STORIES:,} stories, {words:,} words between white space, {tokens:,} tokens: user and system time "
          f"{taken:.2f} s, {words / taken:,.0f} words/s ({tokens / taken:,.0f} tokens), peak {peak:,.0f} MB, "
          f"opened in {loaded:.2f} s of processor time")
    clock = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    shares = [("tokenizer", time.process_time() - clock)]
    for name, pipe in nlp.pipeline:
        clock = time.process_time()
        docs = list(pipe.pipe(docs, batch_size=pipeline.BATCH))
        shares.append((name, time.process_time() - clock))
    for name, seconds in shares:
        print(f"  {name:<24} {seconds:6.2f} s  {words / seconds:12,.0f} words/s")


main()
