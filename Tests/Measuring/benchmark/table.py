"""The one table, in Markdown that is also aligned for a terminal."""

HEADINGS = ("part", "what", "figure", "how")


class Table:
    def __init__(self):
        self.rows = []
        self.part = ""

    def begin(self, part):
        """Names the part that the rows to come belong to."""
        self.part = part

    def add(self, what, figure, how=""):
        self.rows.append((self.part, what, figure, how))

    def missing(self, what, reason):
        """A row for what could not be measured here."""
        self.add(what, "n/a", reason)

    def __str__(self):
        cells = [tuple(cell.replace("|", "\\|").replace("\n", " ") for cell in row) for row in self.rows]
        shown, before = [], None
        for part, *rest in cells:
            shown.append(("" if part == before else part, *rest))
            before = part
        width = [max(len(row[column]) for row in [HEADINGS, *shown]) for column in range(len(HEADINGS))]
        # Figures stand under each other at the right; the last column is not padded.
        def line(row):
            return (f"| {row[0]:<{width[0]}} | {row[1]:<{width[1]}} | {row[2]:>{width[2]}} | {row[3]} |")
        rule = f"| {'-' * width[0]} | {'-' * width[1]} | {'-' * (width[2] - 1)}: | --- |"
        return "\n".join([line(HEADINGS), rule, *(line(row) for row in shown)])


def seconds(value):
    """Seconds with three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f} s"
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s"


def milliseconds(value):
    """A time in seconds, shown in thousandths."""
    value *= 1000
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.1f} ms"


def ratio(value):
    return f"{value:.2f} ×"


def count(value):
    return f"{value:,.0f}"
