"""Tests whether a knowledge base can be trusted: crashes, orders, disks, damage, decisions, migration.

    python3 Tests/Measuring/endurance ANNALS [--only CHECK,…] [--seed N] [--kills N] [--orders N] …

One line a check: "ok" or "FAILED" with the figures, and how to run the failed part again. Ends with 1 if any failed.
Everything random follows from the seed. Standard library only.
"""
import argparse
import pathlib
import shutil
import sys

import damaged
import decided
import disk
import killed
import migrated
import ordered
import piped
import shared
from program import Program
from session import Session, folder_for

CHECKS = {
    "killed": killed.run,
    "ordered": ordered.run,
    "shared": shared.run,
    "disk": disk.run,
    "damaged": damaged.run,
    "piped": piped.run,
    "decided": decided.run,
    "migrated": migrated.run,
}


def arguments():
    parser = argparse.ArgumentParser(prog="endurance", description=__doc__.splitlines()[0])
    parser.add_argument("annals", help="the command, built for release")
    parser.add_argument("--only", help="checks to run, by commas: " + ", ".join(CHECKS))
    parser.add_argument("--seed", default="1", help="what everything random follows from (1)")
    parser.add_argument("--kills", type=int, default=50, help="moments at which a load is killed (50)")
    parser.add_argument("--orders", type=int, default=50, help="random orders (50)")
    parser.add_argument("--first", type=int, default=0, help="number of the first kill or order, to run one again")
    parser.add_argument("--documents", type=int, default=200, help="articles in an order (200)")
    parser.add_argument("--corpora", help="a folder of real articles to use besides, read at run time")
    parser.add_argument("--data", help="the command's folder of tables; default: the one it finds itself")
    parser.add_argument("--old-binary", help="the command as it was for an earlier version of the store")
    parser.add_argument("--old-data", help="its folder of tables; default: the one it finds itself")
    parser.add_argument("--keep", help="a folder to work in, which is left")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = options.only.split(",") if options.only else list(CHECKS)
    unknown = [name for name in chosen if name not in CHECKS]
    if unknown:
        sys.exit(f"endurance: there is no check {', '.join(unknown)}; there are {', '.join(CHECKS)}")
    if not pathlib.Path(options.annals).exists():
        sys.exit(f"endurance: {options.annals}: there is no such command; `make build` makes it")
    if options.corpora:
        options.corpora = str(pathlib.Path(options.corpora).resolve())
    folder, keeps = folder_for(options.keep)
    session = Session(Program(options.annals, options.data), options, folder)
    try:
        for name in chosen:
            options.running = name
            CHECKS[name](session)
    finally:
        if not keeps:
            shutil.rmtree(folder, ignore_errors=True)
    print("nothing failed" if session.failed == 0 else f"{session.failed} failed")
    return 1 if session.failed else 0


sys.exit(main())
