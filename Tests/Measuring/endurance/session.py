"""What every check is given, and how it reports."""
import dataclasses
import pathlib
import random
import shutil
import sys
import tempfile
import time
import traceback

from program import Problem, Program


@dataclasses.dataclass
class Session:
    program: Program
    options: object
    folder: pathlib.Path
    failed: int = 0

    def random(self, *names):
        """Numbers that follow from the seed and from what they are for, so that one part can be run again by itself."""
        return random.Random("/".join(map(str, (self.options.seed, *names))))

    def scratch(self, name):
        """An empty folder."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def check(self, name, body, reproduce=None):
        """Runs one check and prints its line. The body gives its figures as text, or raises `Problem`."""
        started = time.monotonic()
        try:
            figures = body()
            print(f"ok      {name}: {figures} ({time.monotonic() - started:.1f} s)", flush=True)
            return True
        except Problem as problem:
            words = str(problem)
        except Exception:
            words = "the check itself failed: " + traceback.format_exc().strip().replace("\n", " | ")
        self.failed += 1
        again = reproduce or self.again()
        print(f"FAILED  {name}: {words}\n        again: {again}", flush=True)
        return False

    def again(self, *extra):
        """The command that runs the present check once more, with files kept."""
        options = self.options
        words = ["python3", str(pathlib.Path(__file__).parent), self.program.path, "--only", options.running,
                 "--seed", options.seed, "--documents", options.documents]
        if options.data:
            words += ["--data", options.data]
        if options.corpora:
            words += ["--corpora", options.corpora]
        return " ".join(map(str, [*words, *extra, "--keep", "/tmp/endure"]))

    @staticmethod
    def note(words):
        print(f"note    {words}", flush=True)


def each(numbers, what, body):
    """Does something for every number; those that fail are told together, with the words of the first."""
    failed = []
    for number in numbers:
        try:
            body(number)
        except Problem as problem:
            failed.append((number, str(problem)))
    if failed:
        raise Problem(f"{len(failed)} of {len(numbers)}: {what} {', '.join(str(number) for number, _ in failed[:12])}; "
                      f"{what} {failed[0][0]}: {failed[0][1]}")


def folder_for(keep):
    """The folder to work in, and whether to leave it."""
    if keep:
        pathlib.Path(keep).mkdir(parents=True, exist_ok=True)
        return pathlib.Path(keep).resolve(), True
    return pathlib.Path(tempfile.mkdtemp(prefix="annals-endure-")), False


if __name__ == "__main__":
    sys.exit("run the folder: python3 Tests/Measuring/endurance ANNALS")
