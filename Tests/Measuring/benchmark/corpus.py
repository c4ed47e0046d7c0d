"""The stories that are loaded: Reuters-21578 where it is to be had, else the samples again and again."""
import collections
import json
import re

# So many editions of each sample; more would only make more copies of the same few texts.
EDITIONS = 200
WORD = re.compile(r"[a-z]+")


class Corpus:
    """A JSON Lines file of stories.

    name: what it is, for the table
    words: of its texts, parted by white space (no matter how annals counts them)
    tenths: the same stories as ten files, and their words
    common, rare: the word of four letters or more that most stories have; one that a single story has
    """

    def __init__(self, name, path, stories, words, common, rare):
        self.name = name
        self.path = path
        self.stories = stories
        self.words = words
        self.common = common
        self.rare = rare
        self.tenths = []


def gather(annals, corpora, samples, folder, wanted):
    """Writes the stories into a folder. `wanted` is how many at most; None for all."""
    articles = corpora / "reuters21578" / "articles.jsonl"
    if articles.exists():
        with open(articles, encoding="utf-8") as lines:
            return written("Reuters-21578", lines, folder, wanted)
    return written("the samples as editions of their own", editions(annals, samples), folder, wanted)


def editions(annals, samples):
    """The samples as documents, each time with another line at the end."""
    records = [json.loads(line) for line in annals.asked("extract", str(samples)).splitlines()]
    for number in range(EDITIONS):
        for record in records:
            yield json.dumps({"id": f"{record['id']}/{number}", "text": f"{record['text']}\nEdition {number}.",
                              "title": record.get("title"), "published": record.get("published")}) + "\n"


def written(name, lines, folder, wanted):
    path = folder / "stories.jsonl"
    stories, words = 0, []
    spread = collections.Counter()
    with open(path, "w", encoding="utf-8") as out:
        for line in lines:
            if stories == wanted:
                break
            text = json.loads(line).get("text") or ""
            words.append(len(text.split()))
            spread.update(set(WORD.findall(text.lower())))
            stories += 1
            out.write(line)
    common = max((word for word in spread if len(word) >= 4), key=lambda word: (spread[word], word), default="said")
    # A long word is hardly a part of a name or a mark of the source.
    rare = min((word for word in spread if spread[word] == 1 and len(word) >= 8), default=common)
    corpus = Corpus(name, path, stories, sum(words), common, rare)
    corpus.tenths = parted(path, words, folder)
    return corpus


def parted(path, words, folder):
    """Ten files with as many stories each, give or take one, and the words of each."""
    tenths = []
    with open(path, encoding="utf-8") as lines:
        for tenth in range(10):
            first, end = len(words) * tenth // 10, len(words) * (tenth + 1) // 10
            part = folder / f"tenth-{tenth + 1}.jsonl"
            with open(part, "w", encoding="utf-8") as out:
                for _ in range(first, end):
                    out.write(next(lines))
            tenths.append((part, sum(words[first:end])))
    return tenths
