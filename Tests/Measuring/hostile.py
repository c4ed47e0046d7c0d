"""Runs the command on large hostile files, and prints what came of each: exit code, seconds, peak memory, first message.

    python3 Tests/Measuring/hostile.py .build/release/annals [NAME…]

The files are made in a temporary folder, one after another, and removed.
"""

import os
import subprocess
import sys
import tempfile
import time

PROSE = (
    "The council met in the town hall on Thursday evening and agreed to mend the old bridge. "
    "President Maria Vance said on Saturday that about 2,000 soldiers were captured near Kursk."
)
LINE = f'{{"text":"{PROSE}"}}\n'
MEGABYTE = (("soldiers were captured near Kursk by them. " * 25000)[: 1 << 20]).encode()


def text(*parts):
    return [part.encode() if isinstance(part, str) else part for part in parts]


def page(marks):
    return text(f"<html><body><p>{PROSE}</p>", marks, "</body></html>")


def rss(items, head=""):
    yield f"<?xml version='1.0'?>{head}<rss><channel><title>Bridge</title>".encode()
    for item in items:
        yield item.encode()
    yield b"</channel></rss>"


def item(words, number=0):
    return f"<item><title>Item {number}</title><description>{words}</description></item>\n"


def atom(count):
    yield b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Bridge</title>"
    for number in range(count):
        yield f"<entry><title>Item {number}</title><summary>Bridge {number} was mended.</summary></entry>\n".encode()
    yield b"</feed>"


def nested(mark, end=""):
    return mark * 100_000 + end * 100_000


def files():
    """Name, bytes in pieces, and the exit code that is expected."""
    yield "line.jsonl", text(LINE, '{"text":"', *[MEGABYTE] * 200, '"}\n', LINE), 1
    yield "line.txt", [MEGABYTE] * 200, 1
    yield "lines.jsonl", (LINE.encode() for _ in range(30_000)), 0
    yield "nested.jsonl", text(LINE, '{"text":', nested("[", "]"), "}\n", '{"text":', nested('{"a":'), "\n", LINE), 1
    for tag in ["div", "b", "a", "ul", "table", "font"]:
        yield f"nested-{tag}.html", page(nested(f"<{tag}>", f"</{tag}>")), 0
    yield "attributes.html", page("<div " + " ".join(f"x{n}=1" for n in range(200_000)) + ">x</div>"), 0
    yield "elements.html", page("<p>x</p>" * 1_000_000), 1
    yield "marks.html", page("<" * 2_000_000), 0
    yield "feed.xml", rss(item(f"Bridge {n} was mended.", n) for n in range(100_000)), 0
    yield "feed.atom", atom(100_000), 0
    yield "large-item.xml", rss([item("x " * 20_000_000), item(PROSE)]), 1
    yield "cdata.xml", rss([item("<![CDATA[" + "x " * 20_000_000 + "]]>"), item(PROSE)]), 1
    yield "nested.xml", rss([item(nested("<a>", "</a>")), item(PROSE)]), 0
    yield "attributes.xml", rss(["<item " + " ".join(f"x{n}='1'" for n in range(200_000)) + "/>", item(PROSE)]), 1
    yield "entity.xml", rss([item("&x;")], "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), 1
    laughs = "<!ENTITY a 'lol'>" + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi"))
    yield "laughs.xml", rss([item("&i;")], f"<!DOCTYPE rss [{laughs}]>"), 1
    yield "aliases.md", text(
        "---\na: &a [x]\n", *[f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi")], "---\n", PROSE), 0
    yield "brackets.md", text(PROSE, "\n\n", "[" * 2_000_000, "](x)" * 400_000), 0
    yield "marks.txt", text(PROSE, "e", "\u0301\u0327" * 500_000, PROSE), 0
    yield "word.txt", text(PROSE, "x" * 3_000_000), 0
    yield "sentence.txt", text(PROSE, " soldiers were captured near Kursk and" * 25_000), 0
    yield "quotes.txt", text(PROSE, " “He said" * 100_000), 0
    yield "packed.txt", text(b"\x1f\x8b\x08\x00" + os.urandom(1000)), 1
    yield "random", text(os.urandom(1_000_000)), 1


# A small process in between: a child counts the memory of what it was forked from as its own.
SPAWN = """
import os, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def run(program, path, verb):
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", SPAWN, program, verb, path], capture_output=True, text=True, errors="replace")
    code, kilobytes = map(int, done.stdout.split())
    message = done.stderr.splitlines()
    return code, time.monotonic() - started, kilobytes / 1024, message[0] if message else ""


def main():
    program, wanted = sys.argv[1], sys.argv[2:]
    bad = 0
    print(f"{'file':18} {'exit':>4} {'seconds':>8} {'MB':>6}  message")
    with tempfile.TemporaryDirectory() as folder:
        for name, pieces, expected in files():
            if wanted and name not in wanted:
                continue
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                for piece in pieces:
                    file.write(piece)
            code, seconds, memory, message = run(program, path, "extract")
            os.remove(path)
            mark = "" if code == expected else f"  (expected {expected})"
            bad += code != expected
            print(f"{name:18} {code:4} {seconds:8.1f} {memory:6.0f}  {message.replace(folder + '/', '')[:110]}{mark}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
