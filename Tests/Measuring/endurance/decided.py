"""What people decide about identity holds, whatever is loaded, undone and redone; and taking it back takes all of it back."""
import json

import articles
from program import opened, remove, require, same_dump


def run(session):
    Decisions(session).run()


class Decisions:
    def __init__(self, session):
        self.session, self.program = session, session.program
        self.folder = session.scratch("decided")
        self.lines = articles.lines(f"{session.options.seed}/decided", min(session.options.documents, 120))
        self.database = self.folder / "kb.db"
        self.base = self.folder / "base.db"

    def run(self):
        self.program.load(self.base, self.lines)
        self.plain = self.program.dump(self.base)
        self.pairs = self.chosen()
        self.decided = self.fresh_with(self.pairs)
        check = self.session.check
        check("decisions, what they do", self.they_do_something)
        check("decisions, taken back", self.taken_back)
        check("decisions, loaded again", self.loaded_again)
        check("decisions, other orders", self.other_orders)
        check("decisions, read anew", self.read_anew)
        check("decisions, one against the other", self.overruled)
        check("dry runs", self.dry_runs)

    # MARK: Deciding

    def chosen(self):
        """Pairs to decide about: entities and events that are two and are to be one, accounts that are one and are to be two."""
        random = self.session.random("pairs")
        with opened(self.base) as connection:
            persons = [row[0] for row in connection.execute(
                "SELECT e.key FROM entity_counts c JOIN entities e ON e.id = c.entity_id"
                " WHERE e.kind = 'person' AND e.key LIKE 'person:%' AND c.events > 0 ORDER BY e.key")]
        events = {}
        merged = []
        for line in self.section("events"):
            event = json.loads(line)
            events.setdefault(event["type"], []).append(event["key"])
            accounts = event["accounts"] if isinstance(event["accounts"], list) else json.loads(event["accounts"])
            if len(accounts) > 1:
                merged.append(random.sample(accounts, 2))
        pairs = []
        random.shuffle(persons)
        for left, right in zip(persons[0:4:2], persons[1:4:2]):
            pairs.append(("same", left, right))
        pairs.append(("different", *persons[4:6]))
        for kind in random.sample(sorted(key for key in events if len(events[key]) > 3), 2):
            pairs.append(("same", *random.sample(events[kind], 2)))
        for left, right in random.sample(merged, min(3, len(merged))):
            pairs.append(("different", left, right))
        return pairs

    def section(self, name, dump=None):
        lines = (dump or self.plain).decode().splitlines()
        start = lines.index(f"# {name}") + 1
        ends = [number for number in range(start, len(lines)) if lines[number].startswith("# ")]
        return lines[start:ends[0] if ends else len(lines)]

    def decide(self, database, pair):
        verdict, left, right = pair
        outcome = self.program.good(database, verdict, left, right, "--author", "tester", "--reason", "for the test")
        return "d" + outcome.messages.partition("Decision ")[2].partition(":")[0].lstrip("d")

    def fresh_with(self, pairs):
        remove(self.database)
        self.program.load(self.database, self.lines)
        for pair in pairs:
            self.decide(self.database, pair)
        return self.program.dump(self.database)

    # MARK: Checks

    def they_do_something(self):
        for pair in self.pairs:
            dump = self.fresh_with([pair])
            verdict, left, right = pair
            if ".e" in left and ":" not in left:
                together = False
                for line in self.section("events", dump):
                    accounts = json.loads(line)["accounts"]
                    accounts = accounts if isinstance(accounts, list) else json.loads(accounts)
                    together = together or (left in accounts and right in accounts)
                require(together == (verdict == "same"), f"{pair}: the accounts are {'one' if together else 'two'}")
            elif verdict == "same":
                keys = {json.loads(line)["key"] for line in self.section("entities", dump)}
                require(not {left, right} <= keys, f"{pair}: both are still there")
            self.program.verified(self.database)
        return f"{len(self.pairs)} decisions, each alone: what is to be one is one, what is to be two is two"

    def taken_back(self):
        remove(self.database)
        self.program.load(self.database, self.lines)
        dumps, numbers = [self.program.dump(self.database)], []
        for pair in self.pairs:
            numbers.append(self.decide(self.database, pair))
            dumps.append(self.program.dump(self.database))
        same_dump(self.plain, dumps[0], "before any decision the dump is another")
        for place in range(len(numbers) - 1, -1, -1):
            self.program.good(self.database, "undo", numbers[place])
            same_dump(dumps[place], self.program.dump(self.database), f"undo of decision {place + 1}, {self.pairs[place]}",
                      ("before the decision", "after its undo"))
        # In another order: what is left is what the rest alone gives.
        random = self.session.random("taken back")
        left = dict(enumerate(self.pairs))
        numbers = [self.decide(self.database, pair) for pair in self.pairs]
        compared = self.folder / "compared.db"
        for place in random.sample(range(len(numbers)), len(numbers)):
            self.program.good(self.database, "undo", numbers[place])
            del left[place]
            remove(compared)
            self.program.load(compared, self.lines)
            for rest in left.values():
                self.decide(compared, rest)
            same_dump(self.program.dump(compared), self.program.dump(self.database), f"undo of {self.pairs[place]} out of order",
                      ("a fresh file with the other decisions", "after its undo"))
        self.program.verified(self.database)
        return f"{len(numbers)} decisions undone last first and out of order: each time the dump without them, byte by byte"

    def loaded_again(self):
        self.fresh_with(self.pairs)
        self.program.load(self.database, self.lines)
        same_dump(self.decided, self.program.dump(self.database), "the same articles loaded again change the dump")
        row = self.program.load(self.database, self.lines[::-1])
        same_dump(self.decided, self.program.dump(self.database), "the same articles in another order change the dump")
        for batch in (1, 2, row):
            self.program.good(self.database, "undo", batch)
        require(not self.section("events", self.program.dump(self.database)), "everything is undone and there are events")
        for batch in (2, 1, row):
            self.program.good(self.database, "redo", batch)
            same_dump(self.decided, self.program.dump(self.database), f"all undone, then batch {batch} redone: the dump is another")
        self.program.verified(self.database)
        return "loaded again, in another order, all undone and redone: the decisions hold and the dump is the same"

    def other_orders(self):
        count = 5
        for number in range(count):
            random = self.session.random("decided order", number)
            remove(self.database)
            order = random.sample(self.lines, len(self.lines))
            rows, waiting = [], list(self.pairs)
            random.shuffle(waiting)
            while order:
                length = random.randint(5, 60)
                rows.append(self.program.load(self.database, order[:length]))
                order = order[length:]
                # Decided as soon as both are known.
                for pair in list(waiting):
                    outcome = self.program.run(self.database, pair[0], *pair[1:], "--author", "tester", "--reason", "for the test")
                    require(outcome.status in (0, 1), f"{pair} ended with {outcome.status}: {outcome.messages}")
                    if outcome.status == 0:
                        waiting.remove(pair)
                undone = random.choice(rows)
                self.program.good(self.database, "undo", undone)
                self.program.good(self.database, "redo", undone)
            require(not waiting, f"order {number}: never both known: {waiting}")
            same_dump(self.decided, self.program.dump(self.database), f"order {number} with the decisions between",
                      ("decided after one load", "decided between loads"))
            self.program.verified(self.database)
        return f"{count} orders, decided between loads, with undo and redo of batches: one dump"

    def read_anew(self):
        """Another extractor's records of the same texts take the place of ours; the decisions stay."""
        self.fresh_with(self.pairs)
        lines = self.program.good(None, "extract", "-", given="\n".join(self.lines).encode()).text.splitlines()
        newer = []
        for line in lines:
            record = json.loads(line)
            extractor = record.get("extractor")
            if extractor is None:
                return "left out: records do not name their extractor"
            extractor["version"] = "999.0.0"
            newer.append(json.dumps(record, ensure_ascii=False))
        self.program.load(self.database, newer)
        found = self.program.dump(self.database)
        same_dump("\n".join(self.section("decisions", self.decided)).encode(), "\n".join(self.section("decisions", found)).encode(),
                  "read anew, the decisions are others")
        same_dump(self.decided, found, "read anew with the same outcome, the dump is another")
        self.program.verified(self.database)
        return f"{len(newer)} records of another extractor loaded over ours: the decisions hold, the same dump"

    def overruled(self):
        """Same, then different, about one pair; and three that are one by two decisions."""
        remove(self.database)
        self.program.load(self.database, self.lines)
        _, left, right = self.pairs[0]
        self.decide(self.database, ("same", left, right))
        one = self.program.dump(self.database)
        number = self.decide(self.database, ("different", left, right))
        two = self.program.dump(self.database)
        keys = {json.loads(line)["key"] for line in self.section("entities", two)}
        require({left, right} <= keys, "the later decision does not count")
        self.program.good(self.database, "undo", number)
        same_dump(one, self.program.dump(self.database), "without the later decision the earlier one does not count as before")
        third = self.pairs[1][1]
        self.decide(self.database, ("same", right, third))
        keys = {json.loads(line)["key"] for line in self.section("entities", self.program.dump(self.database))}
        require(len(keys & {left, right, third}) == 1, f"two decisions make {len(keys & {left, right, third})} of three and not one")
        number = self.decide(self.database, ("different", left, third))
        keys = {json.loads(line)["key"] for line in self.section("entities", self.program.dump(self.database))}
        require(len(keys & {left, right, third}) == 2, f"kept apart, three are {len(keys & {left, right, third})} and not two")
        self.program.verified(self.database)
        return "the later of two decisions about a pair counts, and the earlier one again after its undo; two that must be apart stay apart"

    def dry_runs(self):
        if not self.program.has("undo", "--dry-run"):
            return "left out: this version has no --dry-run"
        self.fresh_with(self.pairs)
        before = self.logs()
        said = []
        for arguments in (["undo", "1"], ["undo", "d1"], [*self.pairs[0]], ["different", *self.pairs[0][1:]]):
            outcome = self.program.good(self.database, *arguments, "--dry-run")
            said.append((outcome.text + outcome.messages).strip())
            require(said[-1], f"annals {arguments[0]} --dry-run says nothing")
            require(self.logs() == before, f"annals {arguments[0]} --dry-run changed something")
            same_dump(self.decided, self.program.dump(self.database), f"annals {arguments[0]} --dry-run changed the dump")
        return "undo of a batch and of a decision, same, different: told and not done"

    def logs(self):
        return [self.program.good(self.database, *arguments, statuses=(0, 1)).output
                for arguments in (["log", "--tsv"], ["log", "--decisions", "--tsv"], ["status", "--tsv"])]
