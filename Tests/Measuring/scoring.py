"""The scorers of the annotated corpora, and their figures as tables: what the extractor and its yardstick share."""
import json
import subprocess
import sys

SYNTAX = ["ud-ewt/dev.conllu", "gum/dev.conllu"]
KINDS = ("person", "agency", "place")
NAME_HEADINGS = ["F1", "P", "R", "span", *KINDS]


class Scorers:
    """The folder of the scorers."""

    def __init__(self, folder):
        self.folder = folder

    def report(self, layer, gold, mine):
        """Prints a scorer's own report; incident templates and timelines have scorers of their own."""
        scorer = {"templates": ["muc4_score.py"], "timelines": ["timeline_score.py"]}.get(layer, ["score.py", layer])
        subprocess.run([sys.executable, self.folder / scorer[0], *scorer[1:], gold, mine], check=False)

    def raw(self, gold):
        """The raw text of a CoNLL-U file, in bytes."""
        return subprocess.run([sys.executable, self.folder / "conllu_score.py", "--raw", gold],
                              stdout=subprocess.PIPE, check=True).stdout

    def syntax(self, gold, mine):
        """The F1 of each figure by its name, or None if the scorer said why not."""
        figures = self.scored("conllu_score.py", gold, mine)
        return figures and {name: row["F1"] for name, row in figures.items()}

    def names(self, gold, mine):
        """The figures under NAME_HEADINGS, or None if the scorer said why not."""
        figures = self.scored("score.py", "mentions", gold, mine, "--names-only", "--kinds", "unit=agency,group=,object=")
        if not figures:
            return None
        exact, kinds = figures["span+kind"], figures["per kind"]
        return [exact["F1"], exact["P"], exact["R"], figures["span"]["F1"],
                *(kinds[kind]["F1"] if kind in kinds else None for kind in KINDS)]

    def scored(self, script, *arguments):
        result = subprocess.run([sys.executable, self.folder / script, *arguments, "--json"],
                                stdout=subprocess.PIPE, check=False)
        return json.loads(result.stdout) if result.returncode == 0 else None


def show(title, headings, rows):
    """Prints a table with a row's name at the left and its figures under their headings."""
    name = max(len(row[0]) for row in rows)
    width = [max(7, len(heading)) for heading in headings]
    print(f"\n== {title}")
    print(" " * name, *(heading.rjust(size) for heading, size in zip(headings, width)))
    for first, figures in rows:
        print(first.ljust(name), *("-".rjust(size) if figure is None else f"{figure:{size}.2f}"
                                   for figure, size in zip(figures, width)), flush=True)


def show_syntax(rows):
    """Prints the figures of each treebank, as `Scorers.syntax` gives them."""
    if rows:
        show("syntax from raw text, F1", list(rows[0][1]), [(name, list(figures.values())) for name, figures in rows])


def show_names(rows):
    """Prints the figures of each corpus of names, as `Scorers.names` gives them."""
    if rows:
        show("names, exact span and kind", NAME_HEADINGS, rows)
