"""What a load costs while the file grows, and what it costs to change a full file."""
import statistics

from . import command, loading, process
from .table import count, ratio, seconds


def measure(table, annals, corpus, samples, base, runs):
    """Fills `base` in ten equal batches, then undoes, redoes, adds and loads again."""
    table.begin("growth")
    batches = [in_batches(annals, corpus, base, f"{number + 1} of {runs}") for number in range(runs)]
    broken = next((run.problem for whole in batches for run in whole if run.problem), None)
    if broken:
        table.missing("ten batches", broken)
        return
    walls = [statistics.median(whole[tenth].wall for whole in batches) for tenth in range(10)]
    cpus = [statistics.median(whole[tenth].cpu for whole in batches) for tenth in range(10)]
    words = [words for _, words in corpus.tenths]
    times = "one run" if runs == 1 else f"median of {runs}"
    table.add("ten batches", seconds(sum(walls)), f"ten loads into one file, {times}; seconds of each: "
              + ", ".join(f"{wall:.1f}" for wall in walls))
    table.add("first tenth", seconds(walls[0]), f"{seconds(cpus[0])} of processor time; {count(words[0])} words")
    table.add("last tenth", seconds(walls[9]), f"{seconds(cpus[9])} of processor time; {count(words[9])} words")
    growth = walls[9] / walls[0]
    table.add("last over first", ratio(growth), f"by processor time {ratio(cpus[9] / cpus[0])}; "
              f"by wall time a word {ratio(growth * words[0] / words[9])}")

    take_back(table, annals, corpus, base)
    one_more(table, annals, samples, base)

    again = annals.run(base, "load", corpus.path)
    process.progress(f"load again: {seconds(again.wall)}")
    if again.problem:
        table.missing("load again", again.problem)
    else:
        table.add("load again", seconds(again.wall), "all stories once more: "
                  f"{count(corpus.stories / again.wall)} documents a second; {command.said(again)}")
    for flags in ([], ["--rebuild"]):
        what = " ".join(["verify", *flags])
        missing = annals.lacks("verify", *flags)
        if missing:
            table.missing(what, missing)
            continue
        done = annals.run(base, "verify", *flags)
        process.progress(f"{what}: {seconds(done.wall)}")
        if done.problem or done.code:
            table.missing(what, done.problem or f"found fault: {command.said(done)}")
        else:
            table.add(what, seconds(done.wall), f"{done.peak:,.0f} MB; {command.said(done)}")


def in_batches(annals, corpus, base, label):
    loading.remove(base)
    whole = []
    for number, (path, _) in enumerate(corpus.tenths):
        whole.append(annals.run(base, "load", "-q", path))
        process.progress(f"batch {number + 1} of 10, {label}: {seconds(whole[-1].wall)}")
    return whole


def take_back(table, annals, corpus, base):
    """Undo and redo of the last batch."""
    newest = annals.sql(base, "SELECT max(id) FROM batches")
    for verb, what in (("undo", "undo the last tenth"), ("redo", "redo it")):
        missing = annals.lacks(verb) or (None if newest else "`annals sql` names no batch")
        if missing:
            table.missing(what, missing)
            continue
        done = annals.run(base, verb, newest[0])
        process.progress(f"{what}: {seconds(done.wall)}")
        if done.problem or done.code:
            table.missing(what, done.problem or f"ended with 1: {command.said(done)}")
        else:
            table.add(what, seconds(done.wall), f"`annals {verb} {newest[0]}`; {seconds(done.cpu)} of processor time")
    if annals.lacks("redo"):
        annals.run(base, "load", "-q", corpus.tenths[9][0])


def one_more(table, annals, samples, base):
    """Each sample as a load of its own: on the full file, and into an empty one."""
    full, empty = [], []
    fresh = base.with_name("fresh.db")
    for sample in sorted(path for path in samples.iterdir() if path.is_file()):
        full.append(annals.run(base, "load", "-q", sample))
        loading.remove(fresh)
        empty.append(annals.run(fresh, "load", "-q", sample))
    loading.remove(fresh)
    for what, runs, how in (
        ("one more document", full, "each sample file as a load of its own on the full file"),
        ("a first document", empty, "the same into a new file, which is made and given the reference tables"),
    ):
        broken = next((run.problem for run in runs if run.problem), None)
        if broken:
            table.missing(what, broken)
            continue
        middle, low, high = process.spread([run.wall for run in runs])
        table.add(what, seconds(middle), f"{how}: median of {len(runs)}, {low:.2f} to {high:.2f} s")
