"""Our events as the PETRARCH unit tests code them: source, target, code.

The actors of the tests are made up, so the words of our arguments are looked up in the dictionaries that lie with the
tests; the program never sees them. An argument's words are its noun phrase in our own tree: what hangs on its head, but
for clauses and for what is coordinated with the head, which is an argument of its own. Which role is the source and which
the target says ontology/plover.tsv, as for `annals export --to plover`; what it leaves out (topics, places gone to) is a
target where nothing else is. petrarch.tsv says which records measure language, petrarch-codes.tsv what the codes mean.
"""
import collections
import fnmatch
import json
import pathlib
import re

CORPUS = "event-coding/petrarch_unittest.jsonl"
HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "data"
# Roles that are nobody's source, in the order in which they are asked for a target where the scheme's roles have none.
OTHERS = ["patient", "recipient", "partner", "organization", "topic", "theme", "destination", "origin"]
COORDINATORS = {"AND", "OR", "NOR"}
# What hangs on a head without being part of its phrase.
OUTSIDE = {"acl", "advcl", "appos", "cc", "ccomp", "conj", "cop", "csubj", "nsubj", "parataxis", "punct", "obl", "aux"}


def table(path):
    lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")
             if line.strip() and not line.startswith("#")]
    head = lines[0]
    return [dict(zip(head, line + [""] * (len(head) - len(line)))) for line in lines[1:]]


def folded(text):
    """Words in the form in which they are compared; an underscore of the dictionaries is a space, a comma is AND."""
    text = re.sub(r"[’']S\b|[’'](?=\s|$)", " ", text.upper()).replace(",", " AND ")
    return re.sub(r"[^A-Z0-9]+", " ", text.replace(".", "")).split()


class Dictionary:
    """Actors with codes that may depend on the date, and agents whose code is joined to an actor's."""

    def __init__(self, folder):
        self.actors, self.agents, self.classes = {}, {}, {}
        self.read_actors(folder / "PETR.Validate.actors.txt")
        self.read_agents(folder / "PETR.Validate.agents.txt")
        self.longest = max(len(words) for words in [*self.actors, *self.agents])

    @staticmethod
    def lines(path):
        for line in open(path, encoding="utf-8"):
            line = line.partition("#")[0] if not line.startswith("#") else ""
            if line.strip() and "<!" not in line and "-->" not in line:
                yield line.rstrip()

    def read_actors(self, path):
        names, codes = [], []
        for line in [*self.lines(path), "END"]:
            if line[0] in "\t ":
                codes += re.findall(r"\[(.*?)\]", line)
                continue
            if line[0] == "+":
                names.append(folded(line[1:].partition("[")[0]))
                continue
            for name in names:
                self.actors[tuple(name)] = codes
            names, codes = [folded(line.partition("[")[0])], re.findall(r"\[(.*?)\]", line)

    def read_agents(self, path):
        for line in self.lines(path):
            if line.startswith("!") and "=" in line:
                name, _, words = line.partition("=")
                self.classes[name.strip()] = [folded(word) for word in words.split(",")]
                continue
            code = re.search(r"\[\s*(\S+?)\s*\]", line)
            if not code:
                continue
            name, plurals = line.partition("[")[0], re.search(r"\{(.*?)\}", line)
            name = re.sub(r"\{.*?\}", "", name).strip()
            forms = [name]
            for mark in self.classes:
                if mark in name:
                    forms = [name.replace(mark, " ".join(word)) for word in self.classes[mark]]
            forms = [folded(form) for form in forms]
            if plurals:
                forms += [folded(form) for form in plurals[1].split(",") if form.strip()]
            else:
                forms += [form[:-1] + [self.plural(form[-1])] for form in forms]
            for form in forms:
                self.agents.setdefault(tuple(form), code[1])

    @staticmethod
    def plural(word):
        return word[:-1] + "IES" if word.endswith("Y") else word + "S"

    @staticmethod
    def dated(codes, day):
        """The code that holds on a day: of those with limits the one that fits, else the one without."""
        plain = None
        for code in codes:
            name, _, limits = code.strip().partition(" ")
            limits = limits.replace(" ", "")
            if not limits:
                plain = plain or name
                continue

            def full(date):
                return date if len(date) == 8 else "19" + date

            first, _, last = limits.partition("-")
            if limits[0] == "<" and day < full(limits[1:]) or limits[0] == ">" and day > full(limits[1:]) \
                    or limits[0].isdigit() and full(first) <= day <= full(last):
                return name
        return plain

    def codes(self, words, day):
        """The codes of a noun phrase: of the first actor that it names and those coordinated with it, with its agents."""
        words, actors, agents, former = folded(words), [], [], False
        at, joined = 0, True
        while at < len(words):
            for size in range(min(self.longest, len(words) - at), 0, -1):
                part = tuple(words[at:at + size])
                stem = part[:-1] + (re.sub(r"(ESE|IANS?|ANS?|ESS?|I|S)$", "", part[-1]),)
                known = next((each for each in (part, stem) if each in self.actors), None)
                if known:
                    if not joined:
                        break
                    joined = False
                    code = self.dated(self.actors[known], day)
                    actors += [each for each in (code or "").split("/") if each and each[0] not in "-+#"]
                elif part in self.agents:
                    agents.append(self.agents[part])
                else:
                    continue
                break
            else:
                size = 1
                joined = joined or words[at] in COORDINATORS
                former = former or words[at] == "FORMER"
            at += size
        return [self.joined(actor, agents, former) for actor in dict.fromkeys(actors)] \
            or ([self.joined("---", agents, former)] if agents else [])

    @staticmethod
    def joined(actor, agents, former):
        after, before = "", ""
        for agent in agents:
            code = agent.strip("~")
            if code in actor + after + before or former and "ELI" in after:
                continue
            code = "ELI" if former and code in ("GOV", "JUD", "COP", "MIL") else code
            if agent.endswith("~"):
                before += code
            else:
                after += code
        return before + actor + after


class Trees:
    """Our parser's trees by document, to widen an argument to its noun phrase."""

    def __init__(self, conllu):
        self.documents, self.tokens = collections.defaultdict(list), []
        name = ""
        for line in conllu.splitlines():
            if line.startswith("# newdoc id = "):
                name = line[14:]
            elif line.startswith("# sent_id"):
                self.tokens = []
                self.documents[name].append(self.tokens)
            elif line and line[0].isdigit():
                cells = line.split("\t")
                if cells[0].isdigit():
                    start, end = (int(re.search(key + r"=(\d+)", cells[9])[1]) for key in ("Start", "End"))
                    self.tokens.append((start, end, int(cells[6]) - 1, cells[7].partition(":")[0]))

    def phrase(self, name, start, end):
        """The span of the noun phrase whose head stands in a span, in pieces."""
        for tokens in self.documents[name]:
            inside = [at for at, token in enumerate(tokens) if start <= token[0] and token[1] <= end]
            if not inside:
                continue
            # "Oslo and Bergen leaders": the head is the last word that hangs on something outside.
            heads = [at for at in inside if tokens[at][2] not in inside][-1:] or inside[-1:]
            kept, queue = set(inside), list(inside)
            while queue:
                head = queue.pop()
                for at, token in enumerate(tokens):
                    # "lawmakers and officials in Oslo": what follows a list belongs to each of its members.
                    shared = head in heads and tokens[head][3] == "conj" and token[2] == tokens[head][2] \
                        and token[3] == "nmod" and at > head
                    if (shared or token[2] == head) and at not in kept and not (token[3] in OUTSIDE and (
                            head in heads or token[3] not in ("cc", "conj", "punct"))):
                        kept.add(at)
                        queue.append(at)
            return [tokens[at][:2] for at in sorted(kept)]
        return [(start, end)]


class Coder:
    def __init__(self, folder, conllu):
        self.dictionary, self.trees = Dictionary(folder), Trees(conllu)
        self.scheme = {row["name"]: row for row in table(DATA / "ontology" / "plover.tsv")}
        self.types = {row["type"]: row for row in table(DATA / "ontology" / "events.tsv")}

    def codes(self, record, argument, day):
        """The codes of an argument; a pronoun, or a noun that says nothing, is asked for what its chain is called."""
        text = record["text"]

        def phrase(item):
            return " ".join(text[a:b] for a, b in self.trees.phrase(record["id"], item["start"], item["end"]))

        found = self.dictionary.codes(phrase(argument), day)
        mention = argument.get("mention")
        if mention is not None and not any(not code.startswith("---") for code in found):
            chain = record["mentions"][mention]["chain"]
            for other in record["mentions"]:
                if other["chain"] == chain and other["form"] == "name":
                    named = self.dictionary.codes(phrase(other), day)
                    if named:
                        return named
        return found

    def pairs(self, record, event, day):
        """(source, target) pairs of an event, and those that hold both ways."""
        row = self.types.get(event["type"], {})
        scheme = self.scheme.get(event["type"]) or self.scheme.get(row.get("plover", "")) or {}
        fillers = collections.defaultdict(list)
        for argument in event.get("arguments", []):
            for code in self.codes(record, argument, day):
                if code not in fillers[argument["role"]]:
                    fillers[argument["role"]].append(code)

        def chosen(cell):
            for choice in cell.split("|"):
                if found := [code for role in choice.split("+") for code in fillers[role]]:
                    return list(dict.fromkeys(found))
            return []

        sources, targets = chosen(scheme.get("source") or "agent"), chosen(scheme.get("recipient") or "")
        mutual = "partner" in row.get("roles", "")
        if mutual and fillers["partner"] and fillers["agent"]:
            both = [(one, other) for one in fillers["agent"] for other in fillers["partner"] if one != other]
            return both, [(other, one) for one, other in both]
        if len(sources) > 1 and not any(fillers[role] for role in OTHERS):
            return [], [(one, other) for one in sources for other in sources if one != other]
        if not targets:
            # Words are about places too: "appealed for peace in Oslo".
            others = OTHERS + (["place"] if is_verbal(self.scheme, row) else [])
            targets = next((fillers[role] for role in others if fillers[role] and not set(fillers[role]) & set(sources)), [])
        pairs = [(one, other) for one in sources for other in targets if one != other]
        return pairs, [(other, one) for one, other in pairs] if event["type"] in ("travel", "visit", "host") else []


def is_verbal(scheme, row):
    """Whether a type's category is one of words and not of deeds."""
    return scheme.get(row.get("plover", ""), {}).get("quad") in ("1", "3")


def is_actor(code):
    return not code.startswith("---")


def figures(gold, mine, conllu):
    """Counts over the records of each level."""
    levels, meanings = table(HERE / "petrarch.tsv"), {row["weis"]: row for row in table(HERE / "petrarch-codes.tsv")}
    coder = Coder(gold.parent / "dictionaries", conllu)
    records = {record["id"]: record for record in map(json.loads, open(mine, encoding="utf-8"))}
    counts = {level: collections.Counter() for level in ("language", "machinery", "all")}
    log = []
    for line in open(gold, encoding="utf-8"):
        case = json.loads(line)
        level = next(row["level"] for row in levels if fnmatch.fnmatchcase(case["id"], row["records"]))
        record = records.get(case["id"], {"events": []})
        firm, free, categories = set(), set(), collections.defaultdict(set)
        for event in record.get("events", []):
            # What no type tells apart is not coded.
            if event["type"] == "other":
                continue
            one, other = coder.pairs(record, event, case["date"].replace("-", ""))
            row = coder.types.get(event["type"], {})
            for pair in [*one, *other]:
                categories[pair].add((row.get("plover", ""), row.get("cameo", "")))
            firm |= {pair for pair in one if all(map(is_actor, pair))}
            free |= {pair for pair in other if all(map(is_actor, pair))}
        # A side without an actor is only coded where a test's own settings ask for it.
        wanted = {}
        for each in case["expected"]:
            if is_actor(each["source"]) and is_actor(each["target"]):
                wanted.setdefault((each["source"], each["target"]), each["code"])
        right = {pair for pair in wanted if pair in firm | free}
        extra = {pair for pair in firm if pair not in wanted}
        for count in (counts[level], counts["all"]):
            count["records"] += 1
            count["wanted"] += len(wanted)
            count["right"] += len(right)
            count["extra"] += len(extra)
            if wanted:
                count["with events"] += 1
                count["all pairs"] += len(right) == len(wanted)
            else:
                count["empty"] += 1
                count["left empty"] += not firm
            for pair in right:
                code = wanted[pair]
                meaning = meanings.get(code[:2]) if re.fullmatch(r"\d{3}", code) else None
                if meaning and meaning["plover"]:
                    count["meant"] += 1
                    count["plover"] += bool({each for each, _ in categories[pair]} & set(meaning["plover"].split("|")))
                    count["cameo"] += bool({each for _, each in categories[pair]} & set(meaning["cameo"].split("|")))
        log.append((level, case, wanted, right, extra, record))
    return counts, log


def report(gold, mine, conllu):
    """Prints the figures of the unit tests."""
    counts, _ = figures(gold, mine, conllu)

    def percent(part, whole):
        return f"{100 * part / whole:6.1f}" if whole else "     -"

    print(f"{'':<11}{'records':>8}{'pairs':>7}{'right %':>9}{'prec %':>8}{'F1':>7}{'records all %':>15}"
          f"{'empty left %':>14}{'PLOVER %':>10}{'CAMEO %':>9}")
    for level, count in counts.items():
        recall = count["right"] / max(1, count["wanted"])
        precision = count["right"] / max(1, count["right"] + count["extra"])
        harmonic = 2 * recall * precision / max(1e-9, recall + precision)
        print(f"{level:<11}{count['records']:>8}{count['wanted']:>7}{100 * recall:>9.1f}{100 * precision:>8.1f}"
              f"{100 * harmonic:>7.1f}{percent(count['all pairs'], count['with events']):>15}"
              f"{percent(count['left empty'], count['empty']):>14}{percent(count['plover'], count['meant']):>10}"
              f"{percent(count['cameo'], count['meant']):>9}")
