"""Files that are no knowledge base, or no longer a whole one, and files beside one that do not belong to it."""
import pathlib
import signal
import sqlite3
import time

import articles
from program import contents, copied, integrity, opened, remove, require, same_dump
from shared import clear

READING = (["status"], ["dump"], ["timeline", "Ukraine"], ["verify"], ["log"], ["sql", "SELECT * FROM live_documents"])
WRITING = (["load", "-"], ["undo", "1"], ["verify", "--rebuild"], ["same", "geonames:690791", "geonames:2017370"])


def run(session):
    folder = session.scratch("damaged")
    lines = articles.lines(session.options.seed, 60)
    sound = folder / "sound.db"
    session.program.load(sound, lines[:40])
    session.program.load(sound, lines[40:50])
    damage = Damage(session, folder, sound, lines)
    session.check("truncated file", damage.truncated)
    session.check("foreign files", damage.foreign)
    session.check("file of a newer version", damage.newer)
    session.check("a byte flipped", damage.flipped)
    session.check("log of a load that was killed", damage.hot_log)
    session.check("stale files beside it", damage.stale)


class Damage:
    def __init__(self, session, folder, sound, lines):
        self.session, self.program, self.folder, self.lines = session, session.program, folder, lines
        self.bytes = sound.read_bytes()
        self.sound = sound
        self.dump = session.program.dump(sound)
        self.given = "\n".join(lines).encode()
        self.database = folder / "kb.db"
        self.writing = [verb for verb in WRITING if verb[0] != "verify" or self.program.has("verify", "--rebuild")]

    def put(self, content, **beside):
        remove(self.database)
        self.database.write_bytes(content)
        for suffix, part in beside.items():
            pathlib.Path(f"{self.database}-{suffix}").write_bytes(part)

    def refused(self, what):
        """Every verb ends with 3 and says so, and the file stays as it was."""
        before = contents(self.database)
        for arguments in (*READING, *self.writing):
            outcome = self.program.run(self.database, *arguments, given=self.given, timeout=120)
            named = f"{what}: annals {' '.join(arguments[:2])}"
            require(outcome.status == 3, f"{named} ended with {outcome.status} and not 3: {outcome.messages[-300:].strip()}")
            clear(outcome, self.database if arguments[0] != "sql" and arguments[0] != "timeline" else "", named)
            require(contents(self.database) == before, f"{named} changed the files beside or the file")

    def truncated(self):
        size = len(self.bytes)
        # SQLite takes a single byte for an empty file.
        lengths = [2, 15, 50, 99, 100, 101, 511, 512, 4095, 4096, 4097, 40960, size // 3, size // 2, size - 8192, size - 4096]
        for length in lengths:
            self.put(self.bytes[:length])
            self.refused(f"cut to {length} of {size} bytes")
        # SQLite reads a part of the last page as if it were whole.
        told = 0
        for length in (size - 1, size - 1000, size - 4095):
            self.put(self.bytes[:length])
            for arguments in (*READING, *self.writing):
                outcome = self.program.run(self.database, *arguments, given=self.given, timeout=120)
                require(outcome.status in (0, 1, 3), f"cut to {length} of {size}: annals {arguments[0]} ended with {outcome.status}")
                told += arguments == ["verify"] and outcome.status != 0
        # Nothing at all is where a load may begin.
        self.put(b"")
        outcome = self.program.run(self.database, "status")
        require(outcome.status == 3, f"status of an empty file ended with {outcome.status}")
        clear(outcome, self.database, "status of an empty file")
        self.program.load(self.database, self.lines[:50])
        same_dump(self.dump, self.program.dump(self.database), "loaded into an empty file, the dump is another")
        return (f"{len(lengths)} lengths of {size}: {len(READING) + len(self.writing)} verbs each refused with exit 3, file unchanged;"
                f" cut inside the last page 3 times, verify tells of {told}; an empty file is filled")

    def foreign(self):
        chosen = self.session.random("foreign")
        database = self.folder / "other.db"
        remove(database)
        connection = sqlite3.connect(database)
        connection.executescript("CREATE TABLE events (id INTEGER PRIMARY KEY, key TEXT); INSERT INTO events (key) VALUES ('a'), ('b');"
                                 "CREATE TABLE runs (id INTEGER PRIMARY KEY)")
        connection.commit()
        plain = database.read_bytes()
        connection.execute("PRAGMA application_id = 252006674")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
        named = database.read_bytes()
        connection.execute("PRAGMA application_id = 0")
        connection.execute("DROP TABLE events")
        connection.execute("DROP TABLE runs")
        connection.commit()
        numbered = database.read_bytes()
        connection.close()
        remove(database)
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript("CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('in the log only')")
        logged, log = database.read_bytes(), pathlib.Path(f"{database}-wal").read_bytes()
        connection.close()
        cases = {
            "another program's database": (plain, {}),
            "a database with another application id": (named, {}),
            "a database with a version and nothing in it": (numbered, {}),
            "another program's database with a write-ahead log": (logged, {"wal": log}),
            "a text": ("\n".join(self.lines).encode(), {}),
            "a short text": (b"notes\n", {}),
            "random bytes": (chosen.randbytes(100_000), {}),
            "zeros": (bytes(20_000), {}),
            "the first bytes of a database and then noise": (self.bytes[:100] + chosen.randbytes(50_000), {}),
            "the name of the format only": (b"SQLite format 3\0", {}),
        }
        for what, (content, beside) in cases.items():
            self.put(content, **beside)
            self.refused(what)
        return f"{len(cases)} kinds: {len(READING) + len(self.writing)} verbs each refused with exit 3, every byte as before"

    def newer(self):
        for version in (99, 2_000_000_000):
            self.put(self.bytes)
            connection = sqlite3.connect(self.database)
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.commit()
            connection.close()
            self.refused(f"version {version}")
        self.put(self.bytes)
        connection = sqlite3.connect(self.database)
        connection.execute("PRAGMA user_version = -1")
        connection.commit()
        connection.close()
        self.refused("version -1")
        return f"3 versions: {len(READING) + len(self.writing)} verbs each refused with exit 3, file unchanged"

    def flipped(self):
        """Damage that SQLite may or may not see: no verb may crash, and what verify cannot see is counted."""
        count = 40
        told = harmless = unseen = refused = 0
        for number in range(count):
            chosen = self.session.random("flip", number)
            place, bit = chosen.randrange(len(self.bytes)), chosen.randrange(8)
            damaged = bytearray(self.bytes)
            damaged[place] ^= 1 << bit
            self.put(bytes(damaged))
            what = f"flip {number} (byte {place}, bit {bit})"
            for arguments in READING:
                outcome = self.program.run(self.database, *arguments, timeout=120)
                require(outcome.status in (0, 1, 3), f"{what}: annals {arguments[0]} ended with {outcome.status}: {outcome.messages[-200:]}")
                if outcome.status == 3:
                    require(len(outcome.messages.strip().splitlines()) <= 2, f"{what}: annals {arguments[0]} said {outcome.messages[:300]!r}")
                if arguments[0] == "verify":
                    status = outcome.status
                if arguments[0] == "dump":
                    dump = outcome
            if status:
                told += 1
                refused += status == 3
            elif dump.status == 0 and dump.output == self.dump:
                harmless += 1
            else:
                unseen += 1
            if status == 0:
                connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
                found = connection.execute("PRAGMA integrity_check").fetchone()[0]
                connection.close()
                require(found == "ok", f"{what}: verify finds nothing and SQLite says {found}")
            for arguments in self.writing:
                outcome = self.program.run(self.database, *arguments, given=self.given, timeout=120)
                require(outcome.status in (0, 1, 3), f"{what}: annals {arguments[0]} ended with {outcome.status}: {outcome.messages[-200:]}")
        return (f"{count} files, 10 verbs each without a crash: verify tells of {told} (exit 3 for {refused}), {harmless} changed nothing that"
                f" is shown, {unseen} changed a word or figure that verify cannot know")

    def hot_log(self):
        """The log of a killed load holds documents that are not in the file yet: they must not be lost."""
        lines = articles.lines(f"{self.session.options.seed}/log", 200)
        path = self.folder / "lines.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        whole = self.folder / "whole.db"
        remove(whole)
        self.program.load(whole, lines)
        expected = self.program.dump(whole)
        log = pathlib.Path(f"{self.database}-wal")
        sizes = []
        for attempt, least in enumerate((1, 100_000, 400_000, 1_000_000)):
            remove(self.database)
            self.program.load(self.database, lines[:10])
            process = self.program.start(self.database, "load", "-q", path)
            while process.poll() is None and (not log.exists() or log.stat().st_size < least):
                time.sleep(0.001)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            sizes.append(log.stat().st_size // 1024 if log.exists() else 0)
            copy = copied(self.database, self.folder)
            integrity(copy)
            with opened(copy) as connection:
                runs = connection.execute("SELECT count(*) FROM runs").fetchone()[0]
            # Without its index the log must be read anew; with another one's it must not be believed.
            pathlib.Path(f"{self.database}-shm").unlink(missing_ok=True)
            if attempt % 2:
                pathlib.Path(f"{self.database}-shm").write_bytes(self.session.random("index").randbytes(32768))
            text = self.program.good(self.database, "sql", "--tsv", "SELECT count(*) FROM runs").text
            require(text.split()[-1] == str(runs), f"SQLite finds {runs} runs and annals {text.split()[-1]}")
            self.program.verified(self.database, cut_off=True)
            self.program.load(self.database, lines)
            same_dump(expected, self.program.dump(self.database), "loaded again, the dump is another")
        require(max(sizes) > 0, "no kill left a log")
        return f"4 kills, logs of {sizes} KB, without their index or with a wrong one: read as SQLite reads them; loaded again, the same dump"

    def stale(self):
        """What else may lie beside a file: it must not be taken for part of it."""
        chosen = self.session.random("stale")
        other = self.folder / "other.db"
        remove(other)
        connection = sqlite3.connect(other)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript("CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('another log')")
        log, index = (pathlib.Path(f"{other}-{suffix}").read_bytes() for suffix in ("wal", "shm"))
        connection.close()
        cases = {
            "an empty log": {"wal": b""},
            "a log of noise": {"wal": chosen.randbytes(50_000)},
            "a log of noise and an index of noise": {"wal": chosen.randbytes(50_000), "shm": chosen.randbytes(32768)},
            "an index of noise": {"shm": chosen.randbytes(32768)},
            "an empty index": {"shm": b""},
            "the index of another file": {"shm": index},
            "the start of a log": {"wal": log[:20]},
        }
        for what, beside in cases.items():
            self.put(self.bytes, **beside)
            same_dump(self.dump, self.program.dump(self.database), f"{what}: read, the dump is another")
            self.program.verified(self.database)
            self.put(self.bytes, **beside)
            self.program.load(self.database, self.lines[:50])
            same_dump(self.dump, self.program.dump(self.database), f"{what}: loaded again, the dump is another")
            integrity(copied(self.database, self.folder))
        # A journal tells of a write that was cut off; only a writer may take it back, so a reader says so or reads.
        self.put(self.bytes, journal=chosen.randbytes(5_000))
        outcome = self.program.run(self.database, "dump")
        require(outcome.status in (0, 3), f"a journal of noise: annals dump ended with {outcome.status}: {outcome.messages}")
        if outcome.status == 3:
            clear(outcome, self.database, "annals dump beside a journal of noise")
        self.program.load(self.database, self.lines[:50])
        same_dump(self.dump, self.program.dump(self.database), "a journal of noise: loaded again, the dump is another")
        # The valid log of another database is the one thing that SQLite itself cannot tell from its own; it must not crash.
        self.put(self.bytes, wal=log)
        for arguments in (*READING, *self.writing):
            self.program.run(self.database, *arguments, given=self.given, timeout=120)
        return f"{len(cases)} kinds: read and written as without them, the same dump; another database's valid log crashes nothing"
