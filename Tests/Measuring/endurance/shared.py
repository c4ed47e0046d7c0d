"""A second writer waits and then says so; readers never wait for a load and see whole documents only."""
import sqlite3
import threading
import time

import articles
from program import Problem, difference, parts_of_versions, remove, require, same_dump, whole


def run(session):
    folder = session.scratch("shared")
    lines = articles.lines(session.options.seed, max(session.options.documents, 100))
    session.check("second writer, lock held", lambda: lock_held(session, folder, lines))
    session.check("second writer, lock let go", lambda: lock_let_go(session, folder, lines))
    session.check("two loads at once", lambda: two_loads(session, folder, lines))
    session.check("readers during a load", lambda: readers(session, folder, lines))


def lock(database):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def lock_held(session, folder, lines):
    program = session.program
    database = folder / "held.db"
    program.load(database, lines[:10])
    before = program.dump(database)
    holder = lock(database)
    waits = []
    try:
        for arguments in (["load", "-"], ["undo", "1"]):
            started = time.monotonic()
            outcome = program.run(database, *arguments, given="\n".join(lines[10:20]).encode(), timeout=60)
            waits.append(time.monotonic() - started)
            require(outcome.status == 3, f"annals {arguments[0]} ended with {outcome.status} and not 3: {outcome.messages}")
            clear(outcome, database, f"annals {arguments[0]}")
            require(waits[-1] >= 3, f"annals {arguments[0]} waited only {waits[-1]:.1f} s")
        same_dump(before, program.dump(database), "a reader beside the lock sees another dump")
    finally:
        holder.rollback()
        holder.close()
    same_dump(before, program.dump(database), "the refused writers changed something")
    program.load(database, lines[10:20])
    return f"load and undo gave up after {waits[0]:.1f} s and {waits[1]:.1f} s with exit 3, naming the file; nothing changed"


def clear(outcome, database, what):
    """One or two lines for people that name the file."""
    said = outcome.messages.strip().splitlines()
    require(1 <= len(said) <= 2, f"{what} said {len(said)} lines and not one or two: {outcome.messages[:400]!r}")
    require(str(database) in outcome.messages, f"{what} does not name the file: {outcome.messages.strip()[:300]}")
    for raw in ("SELECT ", "INSERT ", "PRAGMA ", "UPDATE "):
        require(raw not in outcome.messages, f"{what} shows SQL and not what to do: {outcome.messages.strip()[:300]}")


def lock_let_go(session, folder, lines):
    program = session.program
    database = folder / "released.db"
    program.load(database, lines[:10])
    holder = lock(database)
    process = program.start(database, "load", "-q", write(folder / "more.jsonl", lines[10:40]))
    time.sleep(2)
    require(process.poll() is None, "the second writer did not wait")
    holder.rollback()
    holder.close()
    started = time.monotonic()
    _, messages = process.communicate(timeout=60)
    require(process.returncode == 0, f"the waiting load ended with {process.returncode}: {messages.decode()[-200:]}")
    alone = folder / "alone.db"
    program.load(alone, lines[:40])
    same_dump(program.dump(alone), program.dump(database), "after waiting, the dump is another")
    return f"the load waited 2 s for the lock and was done {time.monotonic() - started:.1f} s after"


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def two_loads(session, folder, lines):
    """Two loads begun together: both succeed, or one says that the other is writing; either way the file is sound."""
    program = session.program
    halves = [write(folder / f"half-{number}.jsonl", lines[number::2]) for number in (0, 1)]
    results = {"both": 0, "one refused": 0}
    for _ in range(3):
        database = folder / "both.db"
        remove(database)
        program.load(database, lines[:1])
        processes = [program.start(database, "load", "-q", half) for half in halves]
        ended = []
        for process in processes:
            _, messages = process.communicate(timeout=120)
            ended.append(process.returncode)
            require(process.returncode in (0, 3), f"a load ended with {process.returncode}: {messages.decode()[-300:]}")
            if process.returncode == 3:
                require(str(database) in messages.decode(), f"the refused load does not name the file: {messages.decode()[-300:]}")
        require(0 in ended, "neither load succeeded")
        results["both" if ended == [0, 0] else "one refused"] += 1
        program.verified(database, cut_off=True)
        for half in halves:
            program.good(database, "load", "-q", half)
        alone = folder / "alone.db"
        remove(alone)
        program.load(alone, lines)
        same_dump(program.dump(alone), program.dump(database), "the dump of both halves is another")
    return f"3 times: {results['both']} both done, {results['one refused']} with one refused by name; then the same dump"


class Reader(threading.Thread):
    """Asks again and again until told to stop."""

    def __init__(self, program, database, name, ask):
        super().__init__()
        self.program, self.database, self.what, self.ask = program, database, name, ask
        self.stopped = threading.Event()
        self.times, self.problem = [], None

    def run(self):
        while not self.stopped.is_set() and self.problem is None:
            started = time.monotonic()
            try:
                self.ask()
            except Problem as problem:
                self.problem = f"{self.what}: {problem}"
            except sqlite3.Error as error:
                self.problem = f"{self.what}: {error}"
            self.times.append(time.monotonic() - started)


def readers(session, folder, lines):
    program = session.program
    reference_file = folder / "reference.db"
    program.load(reference_file, lines)
    reference = parts_of_versions(reference_file)
    database = folder / "read.db"
    program.load(database, lines[:5])
    seen = set()

    def versions_are_whole():
        seen.add(whole(database, reference))

    def nothing_stale():
        text = program.good(database, "sql", "--tsv", "SELECT count(*) FROM facts f WHERE NOT EXISTS"
                            " (SELECT 1 FROM live_documents d WHERE d.version_id = f.version_id)").text
        require(text.splitlines()[1:] == ["0"], f"facts were seen of documents that do not count: {text.split()}")

    asked = {
        "status": lambda: program.good(database, "status"),
        "timeline": lambda: program.good(database, "timeline", "Ukraine", statuses=(0, 1)),
        "sql": nothing_stale,
        "versions": versions_are_whole,
    }
    idle = {}
    for name, ask in asked.items():
        started = time.monotonic()
        ask()
        idle[name] = time.monotonic() - started
    threads = [Reader(program, database, name, ask) for name, ask in asked.items()]
    for thread in threads:
        thread.start()
    cut = 4
    try:
        for number in range(cut):
            program.load(database, lines[number::cut])
    finally:
        for thread in threads:
            thread.stopped.set()
        for thread in threads:
            thread.join()
    for thread in threads:
        require(thread.problem is None, str(thread.problem))
        require(len(thread.times) > 1, f"{thread.what} was answered only {len(thread.times)} time(s) during the load")
        # A reader that waited for the writer would wait the five seconds of the time-out.
        require(max(thread.times) < 4, f"{thread.what} took {max(thread.times):.1f} s during the load")
    same = difference(program.dump(reference_file), program.dump(database))
    require(same is None, f"the dump of the load that was read is another: {same}")
    answers = ", ".join(f"{thread.what} {len(thread.times)}× (longest {max(thread.times) * 1000:.0f} ms, idle {idle[thread.what] * 1000:.0f})"
                        for thread in threads)
    return f"{answers}; between {min(seen)} and {max(seen)} versions seen, each whole"
