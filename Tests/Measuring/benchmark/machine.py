"""What the figures were taken on."""
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

from .table import milliseconds


def describe(table, annals, base):
    """The machine, the disk that holds the knowledge base, and the versions that take part."""
    table.begin("machine")
    folder = os.path.dirname(base)
    table.add("processor", cpu_model(), f"{len(os.sched_getaffinity(0))} cores to use of {os.cpu_count()}; {memory()}")
    sync, stream = disk_speed(folder)
    table.add("disk", file_system(folder), f"{milliseconds(sync)} to write 4 KB and sync (median of 20); "
              f"{stream:,.0f} MB/s to write 64 MB and sync")
    table.add("system", platform.system(), f"kernel {platform.release()}, Python {platform.python_version()}")
    table.add("SQLite", (annals.sql(base, "SELECT sqlite_version()") or ["n/a"])[0],
              f"of annals; the sqlite3 shell has {shell_version() or 'n/a'}, Python's sqlite3 {sqlite3.sqlite_version}")
    table.add("annals", annals.version() or "n/a", "the command measured")
    table.add("other work", load_average(), "processes that ran or waited, mean of the minute before the first figure")


def load_average():
    return f"{os.getloadavg()[0]:.1f}"


def cpu_model():
    found = re.search(r"^(?:model name|Hardware|Model)\s*:\s*(.+)$", contents("/proc/cpuinfo"), re.MULTILINE)
    return found.group(1).strip() if found else platform.machine()


def memory():
    found = re.search(r"^MemTotal:\s*(\d+) kB", contents("/proc/meminfo"), re.MULTILINE)
    return f"{int(found.group(1)) / 1048576:.1f} GB of memory" if found else "memory not told"


def file_system(folder):
    """Type of the file system that holds a folder, and the device under it."""
    path = os.path.realpath(folder)
    best = ("", "n/a", "")
    for line in contents("/proc/self/mountinfo").splitlines():
        left, _, right = line.partition(" - ")
        point = left.split()[4].replace("\\040", " ")
        if (path == point or path.startswith(point.rstrip("/") + "/")) and len(point) >= len(best[0]):
            kind, device = right.split()[:2]
            best = (point, kind, device)
    return f"{best[1]} on {best[2]}" if best[2] else best[1]


def disk_speed(folder):
    """Seconds of one small synced write, and MB/s of one large one."""
    path = os.path.join(folder, "disk.probe")
    taken = []
    block = os.urandom(1 << 20)
    with open(path, "wb", buffering=0) as file:
        for _ in range(20):
            start = time.perf_counter()
            file.write(block[:4096])
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - start)
        start = time.perf_counter()
        for _ in range(64):
            file.write(block)
        os.fsync(file.fileno())
        stream = 64 / (time.perf_counter() - start)
    os.remove(path)
    return statistics.median(taken), stream


def shell_version():
    if not shutil.which("sqlite3"):
        return None
    said = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=False).stdout.split()
    return said[0] if said else None


def contents(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError as error:
        print(f"{path}: {error.strerror}; its figures are left out", file=sys.stderr)
        return ""
