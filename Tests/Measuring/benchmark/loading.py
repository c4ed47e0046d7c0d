"""A whole load: speed, memory, size, stages; and the same with one job."""
from . import command, process
from .table import count, ratio, seconds

COUNTS = ("documents", "sentences", "words")


class Loads:
    """What other parts need of the loads: seconds by stage, with all cores and with one job (empty: not told)."""

    def __init__(self):
        self.stages = {}
        self.stages_of_one = {}


def measure(table, annals, corpus, base, runs):
    """Loads the corpus into `base`; what the last load with all cores made stays there."""
    result = Loads()
    profile = [] if annals.lacks("load", "--profile") else ["--profile"]
    one_missing = annals.lacks("load", "--jobs")
    single, whole = [], []
    for number in range(runs):
        label = f"{number + 1} of {runs}"
        if not one_missing:
            single.append(load(annals, corpus, base, ["--jobs", "1", *profile], f"load --jobs 1, {label}"))
        whole.append(load(annals, corpus, base, profile, f"load, {label}"))
    best = process.median_run(whole)
    table.begin("load")
    table.add("corpus", f"{count(corpus.stories)} stories",
              f"{corpus.name}, {count(corpus.words)} words parted by white space")
    if best.problem:
        table.missing("whole load", best.problem)
        return result
    how = f"`{' '.join(['annals load', *profile])}`, " + ("one run" if runs == 1 else f"the median run of {runs}")
    table.add("whole load", seconds(best.wall), f"{how}; {seconds(best.cpu)} of processor time; {command.said(best)}")
    show_speed(table, annals, corpus, base, best)
    result.stages = stages(best)
    result.stages_of_one = show_one_job(table, one_missing, single, best)
    show_stages(table, result, corpus, annals.lacks("load", "--profile"))
    return result


def show_speed(table, annals, corpus, base, done):
    sentences = annals.sql(base, "SELECT count(*) FROM sentences")
    for what, number in (("documents", corpus.stories), ("sentences", int(sentences[0]) if sentences else None),
                         ("words", corpus.words)):
        if number is None:
            table.missing(what, "`annals sql` does not count them")
        else:
            table.add(what, f"{count(number / done.wall)} a second",
                      f"{count(number / done.cpu)} a second of processor time; {count(number)} in all")
    table.add("peak memory", f"{done.peak:,.0f} MB", "of the load's process (ru_maxrss)")
    size = sum(path.stat().st_size for path in files(base))
    table.add("size", f"{count(size / corpus.stories)} bytes a document",
              f"{size / 1e6:,.0f} MB with all indexes and derived tables")


def show_one_job(table, missing, single, best):
    """Rows for `--jobs 1`; gives back its seconds by stage."""
    reason = missing or process.median_run(single).problem
    if reason:
        table.missing("one job", reason)
        return {}
    done = process.median_run(single)
    table.add("one job", seconds(done.wall),
              f"`--jobs 1`; {seconds(done.cpu)} of processor time; {done.peak:,.0f} MB")
    table.add("gain of all cores", ratio(done.wall / best.wall), "one job over the whole load, by wall time")
    return stages(done)


def load(annals, corpus, base, flags, label):
    remove(base)
    done = annals.run(base, "load", *flags, corpus.path)
    process.progress(f"{label}: {seconds(done.wall)}")
    return done


def stages(run):
    """The lines of `--profile` as a dictionary in their order."""
    found = {}
    for line in run.errors.splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[0] == "profile":
            try:
                found[cells[1]] = float(cells[2])
            except ValueError:
                process.progress(f"a profile line without a number: {line}")
    return found


def show_stages(table, loads, corpus, reason):
    work = {name: value for name, value in loads.stages.items() if name not in (*COUNTS, "total")}
    if not work:
        table.missing("stages", reason or "`--profile` printed no stages")
        return
    whole = sum(work.values()) or 1
    for name, value in work.items():
        how = f"{value / whole:.0%} of the work of all threads; {value / corpus.stories * 1e6:,.0f} µs a document"
        if name in loads.stages_of_one:
            how += f"; with one job {seconds(loads.stages_of_one[name])}"
        table.add(f"stage: {name}", seconds(value), how)
    counts = [f"{count(loads.stages[name])} {name}" for name in COUNTS if name in loads.stages]
    if "total" in loads.stages:
        table.add("stage: all", seconds(loads.stages["total"]),
                  f"from start to end; {seconds(whole)} of work; as annals counts: {', '.join(counts) or 'nothing'}")


def files(base):
    """The database and what SQLite keeps beside it."""
    return [path for path in (base, base.with_name(base.name + "-wal")) if path.exists()]


def remove(base):
    for suffix in ("", "-wal", "-shm", "-journal"):
        base.with_name(base.name + suffix).unlink(missing_ok=True)
