"""A load, an undo and a redo killed with SIGKILL at random moments."""
import signal
import subprocess
import time

import articles
from program import Problem, contents, copied, integrity, is_made, parts_of_versions, remove, require, same_dump, whole
from session import each

BATCHES = 4


def run(session):
    lines = articles.lines(session.options.seed, max(session.options.documents, 40) * 3 // 2)
    folder = session.scratch("killed")
    batches = []
    for number in range(BATCHES):
        path = folder / f"batch-{number}.jsonl"
        path.write_text("\n".join(lines[number::BATCHES]) + "\n", encoding="utf-8")
        batches.append(path)
    undisturbed = folder / "undisturbed.db"
    started = time.monotonic()
    for batch in batches:
        session.program.good(undisturbed, "load", "-q", batch)
    seconds = time.monotonic() - started
    Loads(session, folder, batches, undisturbed, seconds, len(lines)).run()
    undos(session, folder, undisturbed)


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def intact(session, folder, database, reference):
    """What must hold after any kill; gives the number of versions, or None if there is no knowledge base yet."""
    copy = copied(database, folder)
    if not is_made(copy):
        return None
    integrity(copy)
    count = whole(copy, reference)
    session.program.verified(database, cut_off=True)
    return count


class Loads:
    """Loads in several batches, killed at moments spread over the time an undisturbed load takes."""

    def __init__(self, session, folder, batches, undisturbed, seconds, documents):
        self.session, self.folder, self.batches = session, folder, batches
        self.seconds, self.documents = seconds, documents
        self.expected = session.program.dump(undisturbed)
        self.reference = parts_of_versions(undisturbed)
        self.database = folder / "killed.db"
        self.killed = self.late = self.early = 0
        self.there = []

    def run(self):
        options = self.session.options

        def body():
            each(range(options.first, options.first + options.kills), "kill", self.one)
            spread = f"{min(self.there)} to {max(self.there)}" if self.there else "no"
            return (f"{self.killed} kills over {self.seconds:.1f} s of loading {self.documents} articles in"
                    f" {len(self.batches)} batches ({self.early} before the file was made, {self.late} too late to hit),"
                    f" {spread} versions then there, all whole; loaded again, the same dump each time")

        self.session.check("load killed", body, self.session.again("--first", "N", "--kills", 1))

    def one(self, number):
        program = self.session.program
        moment = self.session.random("kill", number).uniform(0, self.seconds)
        remove(self.database)
        try:
            self.load_until(moment)
            count = intact(self.session, self.folder, self.database, self.reference)
            if count is None:
                self.early += 1
            else:
                self.there.append(count)
            for batch in self.batches:
                program.good(self.database, "load", "-q", batch)
            integrity(copied(self.database, self.folder))
            program.verified(self.database, cut_off=True)
            same_dump(self.expected, program.dump(self.database), "loaded again, the dump is another",
                      ("the undisturbed file", "the file after the kill"))
        except Problem as problem:
            raise Problem(f"at {moment:.3f} s of {self.seconds:.3f} s, {problem}") from None

    def load_until(self, moment):
        end = time.monotonic() + moment
        for batch in self.batches:
            process = self.session.program.start(self.database, "load", "-q", batch)
            try:
                process.communicate(timeout=max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                kill(process)
                self.killed += 1
                return
            require(process.returncode == 0, f"a load before the kill ended with {process.returncode}")
        self.late += 1


def undos(session, folder, undisturbed):
    """Undo and redo are one transaction each: all of it or nothing."""
    program = session.program
    if not program.has("redo"):
        session.note("killed: this version has no redo, so kills of undo and redo are left out")
        return
    database = folder / "undo.db"
    count = max(session.options.kills // 5, 1)

    def body():
        before = program.dump(undisturbed)
        reference = parts_of_versions(undisturbed)
        after, seconds = {}, {}
        for number in (2, 3):
            for verb in ("undo", "redo"):
                started = time.monotonic()
                program.good(undisturbed, verb, number)
                seconds[verb, number] = time.monotonic() - started
                if verb == "undo":
                    after[number] = program.dump(undisturbed)
            same_dump(before, program.dump(undisturbed), f"undo {number} and redo {number} give another dump")
        ended = {"with": 0, "without": 0}
        for attempt in range(count):
            chosen = session.random("undo", attempt)
            number, verb = chosen.choice((2, 3)), chosen.choice(("undo", "redo"))
            remove(database)
            for suffix, part in contents(undisturbed).items():
                (folder / f"undo.db{suffix}").write_bytes(part)
            if verb == "redo":
                program.good(database, "undo", number)
            process = program.start(database, verb, number)
            time.sleep(chosen.uniform(0, seconds[verb, number]))
            kill(process)
            intact(session, folder, database, reference)
            dump = program.dump(database)
            require(dump in (before, after[number]), f"{verb} {number}, killed (attempt {attempt}), is half done")
            ended["with" if dump == before else "without"] += 1
            if dump != before:
                program.good(database, "redo", number)
            same_dump(before, program.dump(database), f"{verb} {number}, killed (attempt {attempt}), then redone")
        return f"{count} kills: {ended['with']} left the batch in, {ended['without']} left it out, none half way"

    session.check("undo and redo killed", body)
