"""The command run as a process, and what a knowledge base holds, read with Python's own SQLite."""
import contextlib
import dataclasses
import os
import pathlib
import shutil
import sqlite3
import subprocess

# What a crash of a Swift program prints; none of it may ever be seen.
TRACES = ("Fatal error", "Crash:", "Backtrace", "Program crashed", "Swift/", "AddressSanitizer", "stack trace", "Thread 0")


class Problem(Exception):
    """A promise that was not kept, in words."""


def require(condition, words):
    if not condition:
        raise Problem(words)


@dataclasses.dataclass
class Outcome:
    status: int
    output: bytes
    messages: str

    @property
    def text(self):
        return self.output.decode("utf-8", "replace")


class Program:
    """One built command.

    - path: the command.
    - data: its folder of tables, or None for the one it finds itself.
    """

    def __init__(self, path, data=None):
        self.path = str(pathlib.Path(path).resolve())
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("ANNALS_")}
        self.environment.update(ANNALS_QUERIES="/nonexistent", COLUMNS="100")
        if data:
            self.environment["ANNALS_DATA"] = str(data)

    def command(self, database, *arguments):
        return [self.path, *map(str, arguments)] + (["--db", str(database)] if database is not None else [])

    def start(self, database, *arguments, **options):
        """Begins a run that the caller ends."""
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(self.command(database, *arguments), env=self.environment, **options)

    def run(self, database, *arguments, given=b"", timeout=600, **options):
        try:
            done = subprocess.run(self.command(database, *arguments), input=given, capture_output=True, env=self.environment,
                                  timeout=timeout, check=False, **options)
        except subprocess.TimeoutExpired:
            raise Problem(f"`annals {' '.join(map(str, arguments))}` did not end within {timeout} s") from None
        outcome = Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        if outcome.status < 0:
            raise Problem(f"`annals {' '.join(map(str, arguments))}` was ended by signal {-outcome.status}: {outcome.messages[-300:]}")
        for trace in TRACES:
            require(trace not in outcome.messages, f"`annals {arguments[0]}` printed a backtrace: {outcome.messages[:300]}")
        return outcome

    def good(self, database, *arguments, statuses=(0,), **options):
        """A run that must end well."""
        outcome = self.run(database, *arguments, **options)
        require(outcome.status in statuses,
                f"`annals {' '.join(map(str, arguments))[:200]}` ended with {outcome.status}: {outcome.messages[-300:].strip()}")
        return outcome

    def load(self, database, lines, *options, statuses=(0,)):
        """Loads lines of JSON as one batch and gives the batch's number."""
        outcome = self.good(database, "load", *options, "-", given=("\n".join(lines) + "\n").encode(), statuses=statuses)
        before, found, after = outcome.messages.rpartition("(batch ")
        require(found, f"`annals load` does not say its batch: {outcome.messages[-200:]}")
        return int(after.partition(")")[0])

    def dump(self, database):
        return self.good(database, "dump").output

    def verified(self, database, cut_off=False):
        """`annals verify` finds nothing, or where `cut_off` is true nothing but loads that were cut off."""
        outcome = self.run(database, "verify")
        found = outcome.text.splitlines()
        if cut_off and outcome.status == 1:
            found = [line for line in found if "cut off" not in line]
            require(not found, f"verify: {found[:3]}")
            return
        require(outcome.status == 0, f"verify ended with {outcome.status}: {found[:3]} {outcome.messages[-200:]}")

    def has(self, verb, option=None):
        """Whether this version knows a verb, or an option of it."""
        done = subprocess.run([self.path, verb, "--help"], capture_output=True, text=True, env=self.environment, check=False)
        return done.returncode == 0 and f"annals {verb}" in done.stdout and (option is None or option in done.stdout)


# MARK: Files

def copied(database, folder):
    """A copy of a knowledge base with its side files, to look at without touching it."""
    target = pathlib.Path(folder) / "copy.db"
    remove(target)
    for suffix in ("", "-wal", "-shm"):
        source = pathlib.Path(f"{database}{suffix}")
        if source.exists():
            shutil.copyfile(source, f"{target}{suffix}")
    return target


def remove(database):
    for suffix in ("", "-wal", "-shm", "-journal"):
        pathlib.Path(f"{database}{suffix}").unlink(missing_ok=True)


def contents(database):
    """The bytes of a file and of what belongs to it; an empty log, which SQLite makes to read, is as good as none."""
    found = {suffix: pathlib.Path(f"{database}{suffix}").read_bytes()
             for suffix in ("", "-wal", "-journal") if pathlib.Path(f"{database}{suffix}").exists()}
    return {suffix: part for suffix, part in found.items() if part or not suffix}


@contextlib.contextmanager
def opened(database):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
    try:
        yield connection
    finally:
        connection.close()


PARTS = ("sentences", "mentions", "chains", "times", "quantities", "attributions", "events", "event_mentions", "statements")


def parts_of_versions(database):
    """How many parts every version that was read has, live or replaced, by its key."""
    with opened(database) as connection:
        counts = ", ".join(f"(SELECT count(*) FROM {part} WHERE run_id = r.id)" for part in PARTS)
        return {row[0]: row[1:] for row in connection.execute(
            f"SELECT v.key, {counts} FROM runs r JOIN versions v ON v.id = r.version_id")}


def whole(database, reference):
    """No version in the file has fewer or more parts than in the reference; gives how many there are."""
    found = parts_of_versions(database)
    for key, parts in found.items():
        require(key in reference, f"version {key} is in no undisturbed file")
        expected = dict(zip(PARTS, reference[key]))
        require(parts == reference[key], f"version {key} has {dict(zip(PARTS, parts))} and not {expected}")
    return len(found)


def is_made(database):
    """Whether a file is a knowledge base already; a load that is cut off early leaves an empty file."""
    if not pathlib.Path(database).exists():
        return False
    with opened(database) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0] > 0


def integrity(database):
    with opened(database) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    require(found == ["ok"], f"integrity_check: {found[:3]}")


def difference(expected, found, names=("expected", "found")):
    """The first lines that two dumps do not share, in words; None if they are the same."""
    if expected == found:
        return None
    left, right = expected.decode("utf-8", "replace").splitlines(), found.decode("utf-8", "replace").splitlines()
    only_left, only_right = set(left) - set(right), set(right) - set(left)
    words = [f"{len(only_left)} line(s) only in {names[0]}, {len(only_right)} only in {names[1]}"]
    words += [f"- {line[:240]}" for line in left if line in only_left][:3]
    words += [f"+ {line[:240]}" for line in right if line in only_right][:3]
    if not only_left and not only_right:
        words.append("the same lines in another order or number")
    return "; ".join(words)


def same_dump(expected, found, what, names=("expected", "found")):
    found_difference = difference(expected, found, names)
    require(found_difference is None, f"{what}: {found_difference}")
