"""Notes: the front matter by PyYAML, every wikilink to a file, names that any disk takes."""
import re
import unicodedata

DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LINK = re.compile(r"(?<!\\)\[\[([^\[\]|#^]+)(?:\|([^\[\]|]+))?\]\]")


def check(program):
    import yaml

    folder = program.folder("notes")
    files = {path.name: path.read_text() for path in folder.glob("*.md")}
    stems = {name[:-3] for name in files}
    folded = {unicodedata.normalize("NFC", stem).casefold() for stem in stems}
    assert len(folded) == len(stems), "two names are one on a disk that does not tell capitals apart"
    assert {path.name for path in folder.iterdir() if not path.is_file()} == set(), "a name has become a folder"
    links = 0
    for name, text in files.items():
        assert len(name.encode()) <= 160 and not DEVICES.fullmatch(name[:-3]), name
        assert not set(name) & set('/\\:*?"<>|#^[]') and name.strip(" .") == name and name.isprintable(), name
        assert text.startswith("---\n")
        front, body = text[4:].split("\n---\n", 1)
        data = yaml.safe_load(front)
        assert data["key"] and data["kind"] and isinstance(data["documents"], int), name
        assert all(isinstance(alias, str) for alias in data.get("aliases", []))
        assert all(unicodedata.category(sign) not in ("Cc", "Cf") or sign in "\n\u200b\u200c\u200d\u00ad" for sign in text), name
        assert not re.search(r"(?<!\\)<(?!https?://)[a-zA-Z/!]", body), f"{name}: a tag of HTML"
        for target, _ in LINK.findall(body):
            assert target in stems, f"{name}: [[{target}]] leads to no note"
            links += 1
        assert body.count("[[") == len(LINK.findall(body)), f"{name}: a link that is none of ours"
    assert links, "no note links to another"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    program.run("export", "--to", "notes", "--output", str(folder))
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}, "the same again is not the same"
    (folder / sorted(files)[0]).write_text("mine\n")
    program.run("export", "--to", "notes", "--output", str(folder), expected=(2,))
    assert (folder / sorted(files)[0]).read_text() == "mine\n", "somebody's own note was overwritten"
    return f"{len(files)} notes, {links} wikilinks, front matter by PyYAML {yaml.__version__}"
