"""Named queries on the loaded corpus, each as a whole process."""
from . import process
from .table import milliseconds

RUNS = 11


def measure(table, annals, corpus, base):
    table.begin("ask")
    timed(table, "start-up", "`annals --version`", lambda quiet: process.run([annals.path, "--version"], quiet=quiet))
    busiest = annals.sql(base, """SELECT e.key, e.name, c.events
        FROM entity_counts c JOIN entities e ON e.id = c.entity_id ORDER BY c.events DESC, e.key LIMIT 1""")
    event = annals.sql(base, "SELECT key, texts FROM event_cards ORDER BY texts DESC, key LIMIT 1")
    if busiest:
        key, name, events = busiest
        about = f"{name}, the busiest entity"
        asked(table, annals, base, "timeline", f"{about}: {events} events", "timeline", key)
        asked(table, annals, base, "entity", about, "entity", key)
        asked(table, annals, base, "disagreements of one", about, "disagreements", key)
        asked(table, annals, base, "search a name", about, "search", name)
    else:
        for what in ("timeline", "entity", "disagreements of one", "search a name"):
            table.missing(what, "`annals sql` names no busiest entity")
    asked(table, annals, base, "disagreements", "all", "disagreements")
    asked(table, annals, base, "search a common word", f"“{corpus.common}”", "search", corpus.common)
    asked(table, annals, base, "search a rare word", "a word of a single story", "search", corpus.rare)
    if event:
        asked(table, annals, base, "why", f"the event that most independent texts tell ({event[1]})", "why", event[0])
    else:
        table.missing("why", "`annals sql` names no event")
    asked(table, annals, base, "sources", "`annals query sources`", "query", "sources")
    asked(table, annals, base, "status", "", "status")


def asked(table, annals, base, what, how, verb, *arguments):
    missing = annals.lacks(verb)
    if missing:
        table.missing(what, missing)
        return
    timed(table, what, how, lambda quiet: annals.run(base, verb, *arguments, quiet=quiet))


def timed(table, what, how, once):
    """A row with the median; the first run warms up, is not counted, and shows that there is an answer."""
    first = once(False)
    if first.problem:
        table.missing(what, first.problem)
        return
    runs = [once(True) for _ in range(RUNS)]
    middle, low, high = process.spread([run.wall for run in runs])
    processor = process.spread([run.cpu for run in runs])[0]
    lines = len(first.output.splitlines())
    parts = [how, f"{lines:,} lines" if lines != 1 else "1 line", f"{low * 1000:.1f} to {high * 1000:.1f} ms",
             f"{milliseconds(processor)} of processor time"]
    if first.code:
        parts.insert(1, f"no answer, ended with {first.code}")
    process.progress(f"{what}: {milliseconds(middle)}")
    table.add(what, milliseconds(middle), "; ".join(part for part in parts if part))
