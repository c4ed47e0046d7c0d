"""A full disk, and files and folders that cannot be written."""
import contextlib
import os
import pathlib
import resource
import shutil
import signal
import subprocess

import articles
from program import contents, copied, integrity, parts_of_versions, remove, require, same_dump, whole
from shared import clear

NOBODY = 65534


def run(session):
    folder = session.scratch("disk")
    lines = articles.lines(session.options.seed, 60)
    session.check("full disk", lambda: full(session, folder, lines))
    session.check("limit on the size of a file", lambda: limited(session, folder, lines))
    session.check("read-only file", lambda: read_only_file(session, folder, lines))
    session.check("read-only folder", lambda: read_only_folder(session, folder, lines))
    session.check("places where no file can be", lambda: no_place(session, folder, lines))


@contextlib.contextmanager
def small_disk(folder, kilobytes):
    """A tmpfs of that size; None where this user may not mount one."""
    folder.mkdir(exist_ok=True)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode != 0:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=False)


def full(session, folder, lines):
    """At several sizes, a load runs out of room at another place each time."""
    program = session.program
    small, more = lines[:5], lines
    reference = folder / "reference.db"
    program.load(reference, small)
    expected_small = program.dump(reference)
    program.load(reference, more)
    expected = program.dump(reference)
    parts = parts_of_versions(reference)
    start = (folder / "start.db")
    program.load(start, small)
    base = start.stat().st_size // 1024
    rooms, there, readable = [50, 150, 300, 600, 1200], [], 0
    for room in rooms:
        with small_disk(folder / "small", base + room) as disk:
            if disk is None:
                return "left out: this user may not mount a tmpfs (the limit on the size of a file stands in for it)"
            database = disk / "kb.db"
            shutil.copyfile(start, database)
            same_dump(expected_small, program.dump(database), "the copy has another dump")
            outcome = program.run(database, "load", "-q", "-", given="\n".join(more).encode())
            if outcome.status == 0:
                rooms = rooms[:rooms.index(room)]
                break
            require(outcome.status == 3, f"with {room} KB of room the load ended with {outcome.status}: {outcome.messages[-300:]}")
            clear(outcome, database, f"a load with {room} KB of room")
            # While the disk is full, reading must work or say why not.
            answer = program.run(database, "status")
            require(answer.status in (0, 3), f"status on the full disk ended with {answer.status}")
            if answer.status == 3:
                clear(answer, database, "status on the full disk")
            else:
                readable += 1
            copy = copied(database, folder)
            integrity(copy)
            there.append(whole(copy, parts))
            require(there[-1] >= len(small), f"{len(small)} documents were there and {there[-1]} are left")
            subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
            program.verified(database, cut_off=True)
            program.load(database, more)
            same_dump(expected, program.dump(database), "with room again and loaded again, the dump is another")
    require(rooms, "the disk never ran full")
    return (f"tmpfs, {base} KB and {rooms} KB more: exit 3 by name each time; {there} whole versions of {len(parts)} left;"
            f" read while full {readable} of {len(rooms)} times; loaded again, the same dump")


def limited(session, folder, lines):
    """A file may not grow beyond a limit: SQLite then meets an error of writing and not a full disk."""
    program = session.program
    reference = folder / "whole.db"
    remove(reference)
    program.load(reference, lines)
    expected, parts = program.dump(reference), parts_of_versions(reference)
    database = folder / "limited.db"
    size = reference.stat().st_size
    there = []
    for share in (0.25, 0.4, 0.55):
        remove(database)
        program.load(database, lines[:3])
        limit = max(int(size * share), database.stat().st_size + 65536)

        def restrict(limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        outcome = program.run(database, "load", "-q", "-", given="\n".join(lines).encode(), preexec_fn=restrict,
                              restore_signals=False)
        require(outcome.status == 3, f"at {limit} bytes the load ended with {outcome.status}: {outcome.messages[-300:]}")
        clear(outcome, database, f"a load limited to {limit} bytes")
        copy = copied(database, folder)
        integrity(copy)
        there.append(whole(copy, parts))
        program.load(database, lines)
        same_dump(expected, program.dump(database), "without the limit and loaded again, the dump is another")
    return f"RLIMIT_FSIZE, 3 limits: exit 3 by name; {there} whole versions left; loaded again, the same dump"


def as_nobody():
    """Root may write anything, so that root tries as another user."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def reachable(session):
    """Whether the other user may run the command at all."""
    outcome = subprocess.run([session.program.path, "--version"], capture_output=True, check=False, **as_nobody())
    return outcome.returncode == 0


WRITING = (["load", "-"], ["undo", "1"], ["same", "geonames:690791", "geonames:2017370"])
READING = (["status"], ["dump"], ["timeline", "Ukraine"], ["verify"])


def read_only(session, folder, lines, prepare, restore):
    program = session.program
    if not reachable(session):
        return "left out: another user may not run the command"
    folder = session.scratch("disk/read-only")
    for part in (session.folder, session.folder / "disk", folder):
        part.chmod(0o755)
    database = folder / "kb.db"
    program.load(database, lines[:10])
    expected = program.dump(database)
    prepare(folder, database)
    try:
        before = contents(database)
        for arguments in WRITING:
            outcome = program.run(database, *arguments, given="\n".join(lines).encode(), **as_nobody())
            require(outcome.status == 3, f"annals {arguments[0]} ended with {outcome.status}: {outcome.messages[-300:]}")
            clear(outcome, database, f"annals {arguments[0]}")
        for arguments in READING:
            outcome = program.run(database, *arguments, **as_nobody())
            require(outcome.status in (0, 1), f"annals {arguments[0]} ended with {outcome.status}: {outcome.messages[-300:]}")
        same_dump(expected, program.run(database, "dump", **as_nobody()).output, "read without the right to write, the dump is another")
        require(contents(database) == before, "a refused command changed the file")
    finally:
        restore(folder, database)
    same_dump(expected, program.dump(database), "afterwards the dump is another")
    who = "another user" if as_nobody() else "this user"
    return f"as {who}: {len(WRITING)} writing verbs refused by name with exit 3, {len(READING)} reading verbs answered; file unchanged"


def read_only_file(session, folder, lines):
    def prepare(place, database):
        database.chmod(0o444)
        place.chmod(0o777)

    return read_only(session, folder, lines, prepare, lambda place, database: database.chmod(0o644))


def read_only_folder(session, folder, lines):
    def prepare(place, database):
        database.chmod(0o444)
        place.chmod(0o555)

    def restore(place, database):
        place.chmod(0o755)
        database.chmod(0o644)

    return read_only(session, folder, lines, prepare, restore)


def no_place(session, folder, lines):
    """A folder that is not there, a folder in place of a file, a path through a file, a name too long, a device."""
    program = session.program
    (folder / "directory").mkdir(exist_ok=True)
    (folder / "file").write_text("a file\n")
    places = [folder / "missing" / "kb.db", folder / "directory", folder / "file" / "kb.db", folder / ("x" * 300), pathlib.Path("/dev/null")]
    for place in places:
        for arguments in (["load", "-"], ["status"], ["dump"], ["undo", "1"], ["verify"]):
            outcome = program.run(place, *arguments, given=lines[0].encode())
            what = f"annals {arguments[0]} with --db {str(place)[-40:]}"
            require(outcome.status == 3, f"{what} ended with {outcome.status}: {outcome.messages[-300:]}")
            clear(outcome, place, what)
    require(not list((folder / "directory").iterdir()), "something was written into the folder")
    require((folder / "file").read_text() == "a file\n", "the file on the way was changed")
    require(not (folder / "missing").exists(), "the missing folder was made")
    return f"{len(places)} places, 5 verbs each: exit 3, one or two lines that name the place"
