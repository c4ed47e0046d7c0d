"""`annals extract` is a pure function: under xargs, on one core or four, by way of a pipe or a file, the same lines."""
import pathlib
import subprocess

import articles
from program import difference, remove, require, same_dump


def run(session):
    options = session.options
    made = articles.Newsroom(options.seed).articles(min(options.documents, 60))
    folder = session.scratch("piped")
    place = folder / "articles"
    place.mkdir()
    for number, article in enumerate(made):
        # Also names with spaces, quotes and letters beyond ASCII.
        name = f"{number:03} it's “{chr(0x430 + number % 26)}”.md"
        (place / name).write_text(article.markdown(), encoding="utf-8")
    session.check("extract under xargs", lambda: under_xargs(session, folder, place))
    session.check("extract --jobs", lambda: jobs(session, folder, place))
    session.check("load what extract prints", lambda: loaded(session, folder, place, "made-up articles"))
    if options.corpora:
        real = folder / "real.jsonl"
        lines = articles.corpus_lines(pathlib.Path(options.corpora), options.documents * 5, options.seed)
        if lines:
            real.write_text("\n".join(lines) + "\n", encoding="utf-8")
            session.check("extract --jobs, real articles", lambda: jobs(session, folder, real))
            session.check("load what extract prints, real articles", lambda: loaded(session, folder, real, "real articles"))


def extract(session, place, *options):
    lines = session.program.good(None, "extract", *options, place).output
    require(lines.endswith(b"\n"), "the last line has no end")
    return lines


def under_xargs(session, folder, place):
    """Four processes into one file. A pipe that several processes write to mixes lines of more than 4,096 bytes, whatever
    the program; how often that happens is counted."""
    expected = extract(session, place).splitlines()
    repeats, mixed = 3, 0
    for repeat in range(repeats):
        for way, tail in (("a file", "> "), ("a pipe", "| cat > ")):
            target = folder / "xargs.jsonl"
            command = f"find {place} -type f -print0 | xargs -0 -P 4 -n 5 {session.program.path} extract {tail}{target}"
            done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True,
                                  env=session.program.environment, check=False)
            require(done.returncode == 0, f"xargs to {way} ended with {done.returncode}: {done.stderr[-300:]}")
            found = target.read_bytes().splitlines()
            if way == "a file":
                same_dump(b"\n".join(sorted(expected)), b"\n".join(sorted(found)), f"run {repeat}, the set of lines is another",
                          ("one process", "four processes"))
            else:
                mixed += sorted(expected) != sorted(found)
    longest = max(len(line) for line in expected)
    return (f"xargs -P 4 -n 5 into one file, {repeats} times: the {len(expected)} lines of one process (longest {longest // 1024} KB);"
            f" into one pipe lines were mixed {mixed} of {repeats} times")


def jobs(session, folder, place):
    if not session.program.has("extract", "--jobs"):
        return "left out: this version has no --jobs"
    expected = extract(session, place)
    for number in (1, 2, 4, 7):
        found = extract(session, place, "--jobs", number)
        require(found == expected, f"--jobs {number} gives other bytes: {difference(expected, found)}")
    by_input = session.program.good(None, "extract", "-", given=place.read_bytes()).output if place.is_file() else expected
    require(len(by_input.splitlines()) == len(expected.splitlines()), "through standard input there is another number of lines")
    return f"--jobs 1, 2, 4 and 7: the same {len(expected) // 1024} KB, {len(expected.splitlines())} lines"


def loaded(session, folder, place, what):
    program = session.program
    direct, piped = folder / "direct.db", folder / "piped.db"
    remove(direct)
    remove(piped)
    program.good(direct, "load", "-q", place)
    lines = extract(session, place)
    program.good(piped, "load", "-q", "-", given=lines)
    expected = program.dump(direct)
    same_dump(expected, program.dump(piped), "lines of extract, loaded, give another dump", ("articles", "lines of extract"))
    # And the lines over the articles, and the articles over the lines, change nothing.
    program.good(direct, "load", "-q", "-", given=lines)
    program.good(piped, "load", "-q", place)
    same_dump(expected, program.dump(direct), "lines of extract over the articles change the dump")
    same_dump(expected, program.dump(piped), "articles over lines of extract change the dump")
    return f"{len(lines.splitlines())} {what}: one dump of {len(expected) // 1024} KB by either way, and by one over the other"
