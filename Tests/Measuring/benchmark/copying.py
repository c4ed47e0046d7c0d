"""The same rows, stored by others: the sqlite3 shell and Python's sqlite3, beside our own stage of storing."""
import shutil
import sqlite3
import time

from . import loading, process
from .rows import Rows
from .table import ratio, seconds

RUNS = 3
# As Store.swift and Maintenance.swift set them for a writer; foreign_keys is set by the row.
PRAGMAS = ["journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536", "temp_store = MEMORY"]


def measure(table, loads, schema, base, folder):
    """Copies the loaded file `base` into empty ones of the same schema, and sets our stages beside it."""
    table.begin("copy")
    if not base.exists():
        table.missing("the same rows", "the load made no file")
        return
    with Rows(base, schema) as rows:
        if not rows.derived:
            table.missing("the sqlite3 shell", f"{schema.name} names no derived tables")
            return
        target = folder / "copy.db"
        base_copies, all_copies = {}, {}
        if shutil.which("sqlite3"):
            for what, names, copies in (("base layers", rows.base, base_copies), ("all tables", rows.all, all_copies)):
                copies["checked"] = shell(table, rows, target, f"{what}, references checked", names, checked=True)
                copies["not checked"] = shell(table, rows, target, f"{what}, not checked", names)
                copies["trees"] = shell(table, rows, target, f"{what}, as trees", names, ordered=False)
        else:
            table.missing("the sqlite3 shell", "`sqlite3` is not to be found (Debian package sqlite3)")
        python(table, rows, target, "Python, base layers", rows.base)
        python(table, rows, target, "Python, all tables", rows.all)
        compare(table, loads, "store over shell, base layers", ("store",), base_copies)
        compare(table, loads, "store + resolve over shell, all", ("store", "resolve"), all_copies)


def shell(table, rows, target, what, names, checked=False, ordered=True):
    """Median seconds of the sqlite3 shell; a statement a table, each its own transaction."""
    script = target.with_suffix(".sql")
    statements = [f"PRAGMA {pragma};" for pragma in [*PRAGMAS, f"foreign_keys = {int(checked)}"]]
    statements += [f"{statement};" for statement in rows.schema]
    statements.append(f"ATTACH '{rows.path}' AS source;")
    statements += [f"{rows.copy(name, ordered)};" for name in rows.in_order(names)]
    script.write_text("\n".join(statements), encoding="utf-8")
    runs = []
    for number in range(RUNS):
        loading.remove(target)
        runs.append(process.run(["sqlite3", "-batch", "-bail", target], feed=script))
        process.progress(f"sqlite3 shell, {what}, {number + 1} of {RUNS}: {seconds(runs[-1].wall)}")
    size = target.stat().st_size / 1e6 if target.exists() else 0
    loading.remove(target)
    script.unlink()
    done = process.median_run(runs)
    if done.code:
        table.missing(f"shell: {what}", f"ended with {done.code}: {process.last_line(done.errors)}")
        return None
    how = "row by row in the order of the primary key" if ordered else "SELECT * without an order"
    skipped = [name for name in names if rows.is_bare(name)]
    table.add(f"shell: {what}", seconds(done.wall),
              f"{how}, foreign keys {'on' if checked else 'off, as ours'}; {len(names) - len(skipped)} tables, "
              f"{size:,.0f} MB; {seconds(done.cpu)} of processor time; median of {RUNS}"
              + (f"; without {', '.join(skipped)}, which keep no text to copy" if skipped else ""))
    return done.wall


def python(table, rows, target, what, names):
    """Median seconds of executemany; fetching the rows is not counted."""
    taken = []
    for number in range(RUNS):
        loading.remove(target)
        try:
            taken.append(inserting(rows, target, names))
        except sqlite3.Error as error:
            table.missing(what, str(error))
            return
        process.progress(f"{what}, {number + 1} of {RUNS}: {seconds(taken[-1].wall)}")
    loading.remove(target)
    done = process.median_run(taken)
    table.add(what, seconds(done.wall), f"executemany of {done.rows:,} fetched rows, one transaction in all, "
              f"foreign keys off; {seconds(done.cpu)} of processor time; median of {RUNS}")


class Stopwatch:
    """Wall and processor seconds spent inside `with`, added up."""

    def __init__(self):
        self.wall = self.cpu = 0.0
        self.rows = 0

    def __enter__(self):
        self.began = time.perf_counter(), time.process_time()

    def __exit__(self, *_):
        self.wall += time.perf_counter() - self.began[0]
        self.cpu += time.process_time() - self.began[1]


def inserting(rows, target, names):
    """Inserts the rows of the tables into a new file; what it took."""
    watch = Stopwatch()
    connection = sqlite3.connect(target, isolation_level=None)
    try:
        # References stay unchecked, as Python leaves them: row by row, one to a later row of its own table would fail.
        for statement in [*(f"PRAGMA {pragma}" for pragma in PRAGMAS), *rows.schema, "BEGIN"]:
            connection.execute(statement)
        for name in rows.in_order(names):
            batches, statement = rows.fetched(name)
            for batch in batches:
                with watch:
                    connection.executemany(statement, batch)
                watch.rows += len(batch)
            if rows.is_index(name) and not rows.is_bare(name):
                with watch:
                    connection.execute(rows.copy(name))
        with watch:
            connection.execute("COMMIT")
    finally:
        with watch:
            connection.close()
    return watch


def compare(table, loads, what, stages, copies):
    """Our stages over the copies. With one job nothing runs beside them, as nothing runs beside the shell."""
    told = {label: sum(found[stage] for stage in stages)
            for label, found in (("with one job", loads.stages_of_one), ("with all cores", loads.stages))
            if all(stage in found for stage in stages)}
    copied = copies.get("not checked")
    if copied is None:
        table.missing(what, "there is no copy to compare with")
        return
    if not told:
        table.missing(what, "`load --profile` tells no such stages here")
        return
    label, ours = next(iter(told.items()))
    parts = [f"{seconds(ours)} {label} over {seconds(copied)}, references not checked in both"]
    parts += [f"over the copy {kind} {ratio(ours / copies[name])}"
              for kind, name in (("that checks references", "checked"), ("as trees", "trees")) if copies[name]]
    parts += [f"{other} {ratio(value / copied)}" for other, value in told.items() if other != label]
    table.add(what, ratio(ours / copied), "; ".join(parts))
