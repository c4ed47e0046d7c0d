"""Opens every export with the program or library that it is made for.

    python Tests/Measuring/readers ANNALS [--only FORMAT,…] [--db FILE]

Without --db it loads data/samples and an article of ours that tries to break every format. One line a format: what read
it and what was found, or what is wrong. Ends with 1 if any failed, with 77 if a library that is asked for is not there.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import maps
import money
import networks
import notes
import queries
import slides
import tables

CHECKS = {
    "timelinejs": slides.check,
    "geojson": maps.check,
    "gexf": networks.check_gexf,
    "graphml": networks.check_graphml,
    "csv": tables.check,
    "ftm": money.check,
    "notes": notes.check,
    "datasette": queries.check,
}
SAMPLES = pathlib.Path(__file__).resolve().parents[3] / "data" / "samples"
MISSING = 77


class Program:
    """The command on one knowledge base."""

    def __init__(self, annals, database, scratch):
        self.annals, self.database, self.scratch = annals, str(database), scratch

    def run(self, *arguments, expected=(0,)):
        environment = dict(os.environ, ANNALS_DB=self.database, ANNALS_QUERIES="/nonexistent")
        done = subprocess.run([self.annals, *arguments], env=environment, capture_output=True)
        if done.returncode not in expected:
            raise AssertionError(f"annals {' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout.decode()

    def export(self, form, *arguments):
        """The path of an export that is one text."""
        path = self.scratch / f"{form}.out"
        path.write_text(self.run("export", "--to", form, *arguments), newline="")
        return path

    def folder(self, form, *arguments):
        path = self.scratch / form
        self.run("export", "--to", form, "--output", str(path), "--force", *arguments)
        return path


def main():
    parser = argparse.ArgumentParser(prog="readers", description=__doc__.splitlines()[0])
    parser.add_argument("annals", help="the command")
    parser.add_argument("--only", help="formats, by commas: " + ", ".join(CHECKS))
    parser.add_argument("--db", help="a knowledge base to export instead of the samples")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(CHECKS)
    if unknown := [name for name in names if name not in CHECKS]:
        parser.error(f"--only names {', '.join(CHECKS)}; found {', '.join(unknown)}")
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        program = Program(os.path.abspath(options.annals), options.db or scratch / "samples.db", scratch)
        if not options.db:
            hostile = pathlib.Path(__file__).parent / "hostile.jsonl"
            program.run("load", str(SAMPLES), str(hostile))
        for name in names:
            try:
                print(f"{name:<11} {CHECKS[name](program)}", flush=True)
            except ImportError as error:
                print(f"{name:<11} not tried: {error}", flush=True)
                status = status or MISSING
            except Exception as error:  # whatever a reader throws at what it is given
                print(f"{name:<11} FAILED: {type(error).__name__}: {error}", flush=True)
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
