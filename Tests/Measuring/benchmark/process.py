"""Runs a command as a whole process and takes its time and memory."""
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

# A command that takes longer is ended, and its row says so.
LIMIT = 3600


class Run:
    """What one finished process took: wall and cpu in seconds, peak in MB (the most memory it held at once)."""

    def __init__(self, wall, cpu, peak, code, output, errors):
        self.wall = wall
        self.cpu = cpu
        self.peak = peak
        self.code = code
        self.output = output
        self.errors = errors

    @property
    def problem(self):
        """Why the figures do not count, or None. An exit code of 1 is a partial failure or an empty answer."""
        if self.code in (0, 1):
            return None
        if self.code < 0:
            limit = ", the limit" if self.wall >= LIMIT else ""
            return f"ended by signal {-self.code} after {self.wall:,.0f} s{limit}"
        return f"ended with {self.code}: {last_line(self.errors)}"


def run(command, quiet=False, feed=None, environment=None):
    """Runs a command to its end. `quiet` throws its output away; `feed` is a file for its standard input."""
    with (tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors,
          open(feed or os.devnull, "rb") as given):
        # wait4 gives the figures of this child alone. On Linux its peak starts at what this script holds when it
        # starts the child, so the script itself is kept small.
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdin=given, env=environment, close_fds=False,
                                   stdout=subprocess.DEVNULL if quiet else output, stderr=errors)
        limit = threading.Timer(LIMIT, process.kill)
        limit.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        finally:
            limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode,
                   output.read().decode("utf-8", "replace"), errors.read().decode("utf-8", "replace"))


def last_line(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "nothing said"


def median_run(runs):
    """The run in the middle by wall time, so that all its figures belong together."""
    return sorted(runs, key=lambda run: run.wall)[(len(runs) - 1) // 2]


def spread(values):
    """Median, lowest and highest."""
    return statistics.median(values), min(values), max(values)


def progress(words):
    print(words, file=sys.stderr, flush=True)
