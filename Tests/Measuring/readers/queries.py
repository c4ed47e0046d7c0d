"""Datasette: its own application serves the file with the metadata; every canned query answers as our command does."""
import asyncio
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "data" / "queries"
PARAMETER = re.compile(r"-- @param (\S+) ([a-z]+)( =)?")


def arguments(program, name):
    """What to ask: what the query requires, and an entity where it takes one."""
    first = lambda sql: program.run("sql", "--tsv", sql).splitlines()[1]
    entities = iter(["Zelensky", "Kursk Oblast"])
    values = {
        "event": first("SELECT key FROM event_cards ORDER BY texts DESC, key LIMIT 1"),
        "document": first("SELECT key FROM live_documents ORDER BY key LIMIT 1"),
        "country": "North Korea", "integer": "1", "date": "2024-12", "lastday": "2025-01", "number": "100",
        "eventtype": "conflict", "flag": "yes",
    }
    given = {}
    for parameter, kind, default in PARAMETER.findall((FOLDER / f"{name}.sql").read_text()):
        if kind == "entity":
            given[parameter] = next(entities)
        elif kind == "text" and not default:
            given[parameter] = {"evidence": first("SELECT key FROM statements ORDER BY key LIMIT 1")}.get(name, "Kursk")
        elif not default:
            given[parameter] = values[kind]
    return given


async def ask(datasette, database, name, given):
    path = f"/{database}/{name}.json?" + urllib.parse.urlencode({"_shape": "array", **given})
    answer = await datasette.client.get(path)
    assert answer.status_code == 200, f"{name}: {answer.status_code} {answer.text[:200]}"
    return answer.json()


def plain(rows):
    number = lambda value: round(value, 6) if isinstance(value, float) else value
    return [{name: number(value) for name, value in row.items()} for row in rows]


def check(program):
    import datasette.version
    from datasette.app import Datasette

    path = program.export("datasette")
    metadata = json.loads(path.read_text())
    database = pathlib.Path(program.database).stem
    names = sorted(metadata["databases"][database]["queries"])
    assert names == sorted(file.stem for file in FOLDER.glob("*.sql"))
    server = Datasette([program.database], metadata=metadata)
    filled = 0

    async def run():
        nonlocal filled
        for name in names:
            given = arguments(program, name)
            theirs = plain(await ask(server, database, name, given))
            words = [word for parameter, value in given.items() for word in (f"--{parameter}", value)]
            ours = plain(json.loads(program.run("query", name, *words, "--json", expected=(0, 1)) or "[]"))
            assert theirs == ours[:1000], f"{name} {given}: {len(theirs)} rows, and {len(ours)} of our own"
            filled += bool(theirs)
            page = await server.client.get(f"/{database}/{name}")
            assert page.status_code == 200, f"{name}: the page for people says {page.status_code}"
        page = await server.client.get(f"/{database}/event_cards")
        assert page.status_code == 200 and "independent texts" in page.text, "the columns are not described"

    asyncio.run(run())
    command = [str(pathlib.Path(sys.executable).parent / "datasette"), "serve", program.database, "-m", str(path)]
    done = subprocess.run(
        command + ["--get", f"/{database}/timeline.json?_shape=array&entity=Zelensky"], capture_output=True, text=True)
    assert done.returncode == 0 and json.loads(done.stdout), done.stderr[-300:]
    return f"{len(names)} canned queries answer as ours do, {filled} with rows, by Datasette {datasette.version.__version__}"
