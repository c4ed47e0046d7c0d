"""The tables of a knowledge base, and statements that copy them; all read from the file itself."""
import re
import sqlite3

CHUNK = 10_000


class Rows:
    """A knowledge base to copy from.

    schema: what makes an empty file of the same tables, indexes and views
    all: its tables, those of SQLite's own modules with them; derived: those that follow from the others; base: the rest
    """

    def __init__(self, path, schema):
        self.path = path
        # Not as immutable: what a load left in the write-ahead log belongs to the rows.
        self.connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        kinds = {name: kind for name, kind in self.connection.execute(
            "SELECT name, type FROM pragma_table_list WHERE schema = 'main'")}
        made = self.connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        # Triggers would write rows a second time that are copied anyway. Tables of a module's own are made by it.
        made = [row for row in made if row[0] != "trigger" and "shadow" not in (kinds.get(row[1]), kinds.get(row[2]))
                and not row[1].startswith("sqlite_")]
        self.schema = [sql for _, _, _, sql in made]
        self.definitions = {name: sql for kind, name, _, sql in made if kind == "table"}
        self.all = list(self.definitions)
        named = derived_tables(schema)
        self.derived = [name for name in self.all if name in named]
        self.base = [name for name in self.all if name not in named]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def is_text(self, name):
        """Whether it is a full-text table of any kind."""
        return re.search(r"\bUSING\s+fts5\b", self.definitions[name], re.IGNORECASE) is not None

    def is_index(self, name):
        """Whether it is a full-text index over rows that stand elsewhere, or over none."""
        return self.is_text(name) and re.search(r"\bcontent\s*=", self.definitions[name]) is not None

    def is_bare(self, name):
        """Whether it is a full-text index that keeps no text and knows of none: nothing can be copied or rebuilt."""
        return self.is_index(name) and re.search(r"\bcontent\s*=\s*(''|\"\")", self.definitions[name]) is not None

    def in_order(self, names):
        """The tables so that each comes after those it refers to, and text indexes after all they could read."""
        names = sorted(names, key=self.is_index)
        wanted = {name: (self.referred(name) & set(names)) - {name} for name in names}
        placed = []
        while wanted:
            # Where tables refer to each other in a ring, the first of them goes first, and SQLite will say so.
            name = next((name for name, before in wanted.items() if not before & wanted.keys()), next(iter(wanted)))
            placed.append(name)
            del wanted[name]
        return placed

    def referred(self, name):
        """The tables that a table's foreign keys name."""
        return {row[2] for row in self.connection.execute(f"PRAGMA foreign_key_list({quoted(name)})")}

    def columns(self, name):
        """Names of the columns that hold something, and those of the primary key in its order."""
        told = [row for row in self.connection.execute(f"PRAGMA table_xinfo({quoted(name)})") if row[6] == 0]
        key = [row[1] for row in sorted(told, key=lambda row: row[5]) if row[5] > 0]
        # A full-text table keeps its rows by a number that is no column.
        number = ["rowid"] if self.is_text(name) else []
        return [*number, *(quoted(row[1]) for row in told)], number or [quoted(column) for column in key]

    def copy(self, name, ordered=True):
        """A statement that fills a table from the one of the attached file `source`."""
        if self.is_index(name):
            rebuilt = f"INSERT INTO {quoted(name)}({quoted(name)}) VALUES ('rebuild')"
            return "SELECT 'nothing to copy'" if self.is_bare(name) else rebuilt
        if not ordered:
            # SQLite copies whole trees only for this very form.
            return f"INSERT INTO main.{quoted(name)} SELECT * FROM source.{quoted(name)}"
        columns, key = self.columns(name)
        listed = ", ".join(columns)
        return (f"INSERT INTO main.{quoted(name)}({listed}) SELECT {listed} FROM source.{quoted(name)}"
                + (f" ORDER BY {', '.join(key)}" if key else ""))

    def fetched(self, name):
        """The rows in lists of some thousands, in the order of the primary key, and the statement that inserts them."""
        if self.is_index(name):
            return [], ""
        columns, key = self.columns(name)
        cursor = self.connection.execute(f"SELECT {', '.join(columns)} FROM {quoted(name)}"
                                         + (f" ORDER BY {', '.join(key)}" if key else ""))
        statement = f"INSERT INTO {quoted(name)}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        return iter(lambda: cursor.fetchmany(CHUNK), []), statement


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def derived_tables(schema):
    """The tables that the schema's section "Derived" makes."""
    found, section, ruled = set(), "", False
    for line in schema.read_text(encoding="utf-8").splitlines():
        # A heading is a comment between two rules.
        if re.fullmatch(r"-{20,}", line.strip()):
            ruled = True
            continue
        if ruled and line.startswith("-- "):
            section = line[3:]
        ruled = False
        table = re.match(r"CREATE (?:VIRTUAL )?TABLE\s+\"?(\w+)", line)
        if table and section.startswith("Derived"):
            found.add(table.group(1))
    return found
