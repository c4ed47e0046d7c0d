"""Any order, any batches, undone and redone: one dump."""
import pathlib

import articles
from program import remove, same_dump
from session import each

# What people see besides the dump: it may not depend on the order either.
VIEWS = {
    "events": "SELECT * FROM readable_events ORDER BY key",
    "facts": "SELECT * FROM readable_facts ORDER BY statement",
    "disagreements": "SELECT * FROM readable_disagreements ORDER BY summary, side, statement",
    "entities": "SELECT e.key, e.kind, e.name, e.country, c.documents, c.mentions, c.events"
                " FROM entity_counts c JOIN entities e ON e.id = c.entity_id ORDER BY e.key",
}


def run(session):
    options = session.options
    made = articles.lines(options.seed, options.documents)
    each_order(session, "made-up articles", made, options.orders)
    if options.corpora:
        real = articles.corpus_lines(pathlib.Path(options.corpora), options.documents, options.seed)
        if real:
            # Half and half, so that there are versions and copies too.
            mixed = real[:options.documents // 2] + made[:options.documents // 2]
            each_order(session, "real and made-up articles", mixed, max(options.orders // 5, 1))
        else:
            session.note(f"ordered: no articles in {options.corpora}")


def each_order(session, what, lines, count):
    orders = Orders(session, what, lines)

    def body():
        orders.prepare()
        each(range(session.options.first, session.options.first + count), "order", orders.one)
        return orders.figures(count)

    session.check(f"orders of {what}", body, session.again("--first", "N", "--orders", 1))


class Orders:
    """Loads one set of articles in random orders and batches, with undo and redo between."""

    def __init__(self, session, what, lines):
        self.session, self.program, self.what, self.lines = session, session.program, what, lines
        self.folder = session.scratch("ordered")
        self.database = self.folder / "ordered.db"
        self.fresh = self.folder / "fresh.db"
        self.batches = self.undone = self.redone = self.twice = self.compared = 0
        self.jobs = self.program.has("load", "--jobs")

    def prepare(self):
        remove(self.fresh)
        self.program.load(self.fresh, self.lines)
        self.expected = self.program.dump(self.fresh)
        self.program.verified(self.fresh)
        self.views = self.shown(self.fresh)

    def shown(self, database):
        return {name: self.program.good(database, "sql", "--nl", query).output for name, query in VIEWS.items()}

    def one(self, number):
        chosen = self.session.random("order", self.what, number)
        remove(self.database)
        plan = self.plan(chosen)
        loaded, gone = {}, {}
        for place, batch in enumerate(plan):
            options = ["--jobs", chosen.randint(1, 4)] if self.jobs else []
            row = self.program.load(self.database, [self.lines[index] for index in batch], *options)
            loaded[row] = batch
            self.batches += 1
            if chosen.random() < 0.4:
                row = chosen.choice(sorted(loaded))
                self.undo(row)
                gone[row] = loaded.pop(row)
                if chosen.random() < 0.5:
                    self.compare_with_fresh(loaded, f"after batch {place + 1} of {len(plan)} and undo of {sorted(gone)}")
            if gone and chosen.random() < 0.4:
                row = chosen.choice(sorted(gone))
                self.redo(row)
                loaded[row] = gone.pop(row)
        for row in chosen.sample(sorted(gone), len(gone)):
            self.redo(row)
        same_dump(self.expected, self.program.dump(self.database), "the dump is another",
                  ("one batch in the order of making", "this order"))
        for name, text in self.shown(self.database).items():
            same_dump(self.views[name], text, f"the dump is the same, but the view of {name} is another",
                      ("one batch", "this order"))
        if number % 10 == 0:
            self.program.verified(self.database)

    def plan(self, chosen):
        """The articles in random order, in batches of random size, a tenth of them once more in some batch."""
        order = chosen.sample(range(len(self.lines)), len(self.lines))
        size = chosen.choice([len(order), 80, 40, 25])
        plan = []
        while order:
            length = chosen.randint(1, size)
            plan.append(order[:length])
            order = order[length:]
        again = chosen.sample(range(len(self.lines)), len(self.lines) // 10)
        for index in again:
            chosen.choice(plan).append(index)
        self.twice += len(again)
        return plan

    def undo(self, row):
        self.program.good(self.database, "undo", row)
        self.undone += 1

    def redo(self, row):
        self.program.good(self.database, "redo", row)
        self.redone += 1

    def compare_with_fresh(self, loaded, when):
        rest = sorted({index for batch in loaded.values() for index in batch})
        remove(self.fresh)
        if not rest:
            return
        self.program.load(self.fresh, [self.lines[index] for index in rest])
        same_dump(self.program.dump(self.fresh), self.program.dump(self.database), when,
                  ("a fresh file with the rest", "the file after undo"))
        self.compared += 1

    def figures(self, count):
        return (f"{count} orders of {len(self.lines)}, {self.batches} batches, {self.twice} loaded twice, {self.undone} undone"
                f" ({self.compared} times compared with a fresh file of the rest), {self.redone} redone: one dump of"
                f" {len(self.expected) // 1024} KB, {len(VIEWS)} views the same")
