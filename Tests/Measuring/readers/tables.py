"""The pair of tables: pandas, and what a spreadsheet would take for a formula."""
import csv


def check(program):
    import pandas

    folder = program.folder("csv")
    read = lambda name, folder=folder: pandas.read_csv(
        folder / name, keep_default_na=False, dtype={"id": str, "from": str, "to": str})
    things, links = read("things.csv"), read("links.csv")
    assert things["id"].is_unique and links["id"].is_unique and len(things) and len(links)
    ends = set(links["from"]) | set(links["to"])
    assert ends <= set(things["id"]), f"links lead to what is no thing: {sorted(ends - set(things['id']))[:3]}"
    assert {"event", "person", "place"} <= set(things["type"])
    for name in ("things.csv", "links.csv"):
        text = (folder / name).read_bytes()
        assert text.count(b"\n") == text.count(b"\r\n"), f"{name}: lines that do not end with CR LF"
        for row in csv.reader((folder / name).open(newline="")):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
                assert not cell.startswith("-") or cell.lstrip("-").replace(".", "").isdigit(), cell
    raw = program.scratch / "raw"
    program.run("export", "--to", "csv", "--keep-formulas", "--output", str(raw))
    plain = read("things.csv", raw)
    guarded = 0
    for name in things.columns:
        for ours, theirs in zip(things[name], plain[name]):
            if ours != theirs:
                assert ours == "'" + theirs and theirs[0] in "=+-@", (ours, theirs)
                guarded += 1
    assert guarded, "no cell looks like a formula: the hostile article is not there"
    return f"{len(things)} things, {len(links)} links read by pandas {pandas.__version__}; {guarded} cells guarded"
