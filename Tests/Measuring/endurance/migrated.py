"""A file that an earlier version of the store made is brought up to date and says the same."""
import json
import pathlib
import signal
import sqlite3
import time

import articles
from program import Program, Problem, contents, copied, integrity, opened, remove, require, same_dump
from session import each
from shared import clear


def run(session):
    options = session.options
    if not options.old_binary:
        session.note("migrated: left out, --old-binary names no earlier version of the command")
        return
    if not pathlib.Path(options.old_binary).exists():
        session.note(f"migrated: left out, there is no {options.old_binary}")
        return
    migration = Migration(session, Program(options.old_binary, options.old_data))
    if session.check("file of an earlier version", migration.prepare):
        session.check("earlier version, read as it is", migration.read_as_it_is)
        for verb in ("verify", "load", "undo", "same"):
            session.check(f"earlier version, brought up to date by {verb}", lambda verb=verb: migration.migrate(verb))
        session.check("earlier version, killed while it is brought up to date", migration.killed)


class Migration:
    def __init__(self, session, old):
        self.session, self.new, self.old = session, session.program, old
        self.folder = session.scratch("migrated")
        self.source = self.folder / "earlier.db"
        self.database = self.folder / "kb.db"
        self.fresh = self.folder / "fresh.db"

    def prepare(self):
        """Three batches, one of them undone, and decisions by a person; only articles that both versions read alike."""
        made = articles.lines(f"{self.session.options.seed}/migrated", min(self.session.options.documents, 150))
        given = ("\n".join(made) + "\n").encode()
        read = [program.good(None, "extract", "-", given=given).text.splitlines() for program in (self.old, self.new)]
        require(len(read[0]) == len(read[1]) == len(made), f"{len(made)} articles give {len(read[0])} and {len(read[1])} records")
        alike = [line for line, old, new in zip(made, *read) if self.content(old) == self.content(new)]
        distinct = list({self.identity(line): line for line in alike}.values())
        require(len(distinct) >= 30, f"only {len(distinct)} of {len(made)} articles are read alike by both versions")
        self.read = (len(alike), len(made))
        third = len(distinct) // 3
        self.batches = [distinct[:third], distinct[third:2 * third], distinct[2 * third:]]
        for batch in self.batches:
            self.old.load(self.source, batch)
        self.old.good(self.source, "undo", 2)
        with_earlier = sqlite3.connect(f"file:{self.source}?mode=ro", uri=True)
        self.version = with_earlier.execute("PRAGMA user_version").fetchone()[0]
        persons = [row[0] for row in with_earlier.execute(
            "SELECT e.key FROM entity_counts c JOIN entities e ON e.id = c.entity_id WHERE e.kind = 'person'"
            " AND e.key LIKE 'person:%' ORDER BY c.mentions DESC, e.key LIMIT 4")]
        events = [row[0] for row in with_earlier.execute(
            "SELECT c.key FROM event_cards c WHERE c.type = (SELECT type FROM event_cards GROUP BY type ORDER BY count(*) DESC, type"
            " LIMIT 1) ORDER BY c.key LIMIT 2")]
        with_earlier.close()
        self.new.load(self.fresh, self.batches[0])
        with opened(self.fresh) as connection:
            self.present = connection.execute("PRAGMA user_version").fetchone()[0]
        require(self.version < self.present, f"the old binary makes version {self.version}, which is no earlier one")
        self.decisions = [("same", *persons[:2]), ("different", *persons[2:]), ("same", *events)]
        for verdict, left, right in self.decisions:
            self.old.good(self.source, verdict, left, right, "--author", "tester", "--reason", "for the test")
        self.expected = self.loaded_anew([0, 2])
        return (f"{sum(map(len, self.batches))} articles in 3 batches, one undone, {len(self.decisions)} decisions"
                f" ({self.read[0]} of {self.read[1]} articles are read alike by both versions)")

    @staticmethod
    def content(line):
        record = json.loads(line)
        record.pop("extractor", None)
        return json.dumps(record, sort_keys=True)

    @staticmethod
    def identity(line):
        fields = json.loads(line)
        fields.pop("id")
        return json.dumps(fields, sort_keys=True)

    def loaded_anew(self, which):
        remove(self.fresh)
        # The order of the batches' numbers is kept, so that both files can be undone alike.
        for number in which:
            self.new.load(self.fresh, self.batches[number])
        here = {words: key for key, words in self.events(self.fresh).items()}
        there = self.events(self.source)
        for verdict, *keys in self.decisions:
            # Events may be called otherwise in an earlier version: what they are is where they are told.
            named = [here.get(there[key]) if key in there else key for key in keys]
            require(None not in named, f"events that the earlier version calls {keys} are not in the file loaded anew")
            self.new.good(self.fresh, verdict, *named, "--author", "tester", "--reason", "for the test")
        return self.new.dump(self.fresh)

    @staticmethod
    def events(database):
        """Every event by its key, as the places of the words that name it."""
        with opened(database) as connection:
            return dict(connection.execute(
                "SELECT e.key, v.key || ' ' || group_concat(m.start_at || '-' || m.end_at) FROM events e"
                " JOIN runs r ON r.id = e.run_id JOIN versions v ON v.id = r.version_id"
                " JOIN (SELECT * FROM event_mentions ORDER BY start_at, end_at) m ON m.event_id = e.id GROUP BY e.id"))

    def restore(self):
        remove(self.database)
        for suffix, part in contents(self.source).items():
            pathlib.Path(f"{self.database}{suffix}").write_bytes(part)

    def read_as_it_is(self):
        """A reading verb may answer or say what to do; it may not change the file."""
        self.restore()
        before = contents(self.database)
        answered = []
        for arguments in (["status"], ["dump"], ["timeline", "Ukraine"], ["verify"], ["log"]):
            outcome = self.new.run(self.database, *arguments)
            require(outcome.status in (0, 1, 3), f"annals {arguments[0]} ended with {outcome.status}: {outcome.messages[-300:]}")
            if outcome.status == 3:
                clear(outcome, self.database, f"annals {arguments[0]}")
            else:
                answered.append(arguments[0])
            require(contents(self.database) == before, f"annals {arguments[0]} changed the file")
        return f"answered: {', '.join(answered) or 'none'}; the others say what to do; file unchanged"

    def migrate(self, verb):
        self.restore()
        if verb == "verify":
            self.new.good(self.database, "verify", "--rebuild")
        elif verb == "load":
            self.new.load(self.database, self.batches[0], statuses=(0,))
        elif verb == "undo":
            self.new.good(self.database, "undo", 3)
            self.new.good(self.database, "redo", 3)
        else:
            number = self.new.good(self.database, "same", *self.decisions[1][1:]).messages
            number = number.partition("Decision ")[2].partition(":")[0]
            self.new.good(self.database, "undo", number)
        integrity(copied(self.database, self.folder))
        self.new.verified(self.database)
        same_dump(self.expected, self.new.dump(self.database), "brought up to date, the dump is another",
                  ("the same loaded by the new version", "the file brought up to date"))
        # All of its history works as if the new version had made it.
        self.new.good(self.database, "redo", 2)
        same_dump(self.loaded_anew([0, 1, 2]), self.new.dump(self.database), "with the undone batch redone, the dump is another",
                  ("the same loaded by the new version", "the file brought up to date"))
        self.new.good(self.database, "undo", 2)
        same_dump(self.expected, self.new.dump(self.database), "with that batch undone again, the dump is another")
        self.new.verified(self.database)
        return f"the dump of a file loaded anew ({len(self.expected) // 1024} KB), decisions kept, the undone batch redone and undone again"

    def killed(self):
        self.restore()
        started = time.monotonic()
        self.new.good(self.database, "verify", "--rebuild")
        seconds = time.monotonic() - started
        count = max(self.session.options.kills // 5, 1)
        states = {self.version: 0, self.present: 0}

        def one(number):
            self.restore()
            process = self.new.start(self.database, "verify", "--rebuild")
            time.sleep(self.session.random("migration", number).uniform(0, seconds))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            copy = copied(self.database, self.folder)
            integrity(copy)
            connection = sqlite3.connect(copy)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.close()
            if version not in states:
                raise Problem(f"version {version} is neither old nor new")
            states[version] += 1
            self.new.good(self.database, "verify", "--rebuild")
            same_dump(self.expected, self.new.dump(self.database), "killed and brought up to date again, the dump is another")

        each(range(count), "kill", one)
        return f"{count} kills over {seconds:.1f} s: {states[self.version]} left version {self.version}, {states[self.present]} version {self.present}; then the same dump"
