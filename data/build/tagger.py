#!/usr/bin/env python3
"""Counts the tables of the tagger from CoNLL-U treebanks.

    python3 data/build/tagger.py TRAIN.conllu [TRAIN.conllu ...]

Writes lexicon/tag-words.tsv, lexicon/tag-suffixes.tsv and lexicon/tag-transitions.tsv: the counts of a trigram hidden
Markov model after Brants, "TnT: a statistical part-of-speech tagger" (2000). Also lexicon/function-words.tsv: the words whose universal tag does not
follow from their Penn tag alone. Standard library only; the same input gives the same tables.
"""
import collections
import pathlib
import sys

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"
SOURCE = """# Source: counted by data/build/tagger.py from Universal Dependencies English EWT (CC BY-SA 4.0) and GUM, permissive
# genres (CC BY, CC BY-SA), training parts. Licence of this table: CC BY-SA 4.0. Do not edit: run the script again."""
RARE = 3
SUFFIX = 5
# What a Penn tag means where function-words.tsv says nothing else; the same as in UniversalTag.swift.
UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "MD": "AUX", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "DT": "DET", "PDT": "DET", "PRP$": "PRON", "WDT": "PRON", "PRP": "PRON", "WP": "PRON",
    "WP$": "PRON", "EX": "PRON", "IN": "ADP", "TO": "PART", "RP": "ADP", "POS": "PART", "CC": "CCONJ", "CD": "NUM",
    "WRB": "ADV", "UH": "INTJ", "$": "SYM", "SYM": "SYM", "FW": "X", "LS": "X", "ADD": "X", "XX": "X"}
CLOSED = {"MD", "DT", "PDT", "PRP$", "WDT", "PRP", "WP", "WP$", "EX", "IN", "TO", "RP", "POS", "CC", "WRB"}


def sentences(path):
    words = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                yield words
            words = []
        elif line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit() and cells[4] not in ("_", "GW"):
                words.append((cells[1].replace("\u2019", "'"), cells[4], cells[2], cells[3]))
    if words:
        yield words


def write(name, about, columns, rows):
    with open(LEXICON / name, "w", encoding="utf-8") as out:
        out.write(f"# {about}\n{SOURCE}\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(str(cell) for cell in row) + "\n")


def tags(counter):
    return "|".join(f"{tag}:{count}" for tag, count in sorted(counter.items(), key=lambda x: (-x[1], x[0])))


def suffixes(word):
    capital = "^" if word[0].isupper() else "_"
    lower = word.lower()
    for length in range(0, min(SUFFIX, len(lower)) + 1):
        yield capital + lower[len(lower) - length:]


def main():
    words = collections.defaultdict(collections.Counter)
    trigrams = collections.Counter()
    functions = collections.defaultdict(collections.Counter)
    for path in sys.argv[1:]:
        for sentence in sentences(path):
            history = ("<s>", "<s>")
            for position, (form, tag, lemma, upos) in enumerate(sentence):
                # The capital at the start of a sentence says nothing.
                if position == 0 and not tag.startswith("NNP") and form[1:] == form[1:].lower() and form != "I":
                    form = form.lower()
                words[form][tag] += 1
                trigrams[history + (tag,)] += 1
                history = (history[1], tag)
                functions[(form.lower(), tag)][(upos, lemma.lower().replace("\u2019", "'"))] += 1
            trigrams[history + ("</s>",)] += 1
    suffix_counts = collections.defaultdict(collections.Counter)
    for form, counter in words.items():
        if sum(counter.values()) <= RARE and any(c.isalpha() for c in form) and not any(c.isdigit() for c in form):
            for suffix in suffixes(form):
                suffix_counts[suffix].update(counter)
    write("tag-words.tsv", "Words with the Penn tags they were seen with and how often.", ["word", "tags"],
          ((form, tags(counter)) for form, counter in sorted(words.items()) if "|" not in form and not form.startswith("#")
           and (sum(counter.values()) > 1 or form.islower())))
    write("tag-suffixes.tsv",
          "Tags of rare words by their ends, for words never seen: ^ before the end of a capitalised word, _ else.",
          ["suffix", "tags"],
          ((suffix, tags(counter)) for suffix, counter in sorted(suffix_counts.items()) if sum(counter.values()) >= 4))
    write("tag-transitions.tsv", "How often three tags follow each other; <s> before and </s> after a sentence.",
          ["first", "second", "third", "count"], ((*key, count) for key, count in sorted(trigrams.items())))
    write("function-words.tsv", "Words whose universal tag or lemma does not follow from their Penn tag: closed classes.",
          ["form", "tag", "universal", "lemma"], function_words(functions))


def function_words(functions):
    for (form, tag), counter in sorted(functions.items()):
        (upos, lemma), count = min(counter.items(), key=lambda x: (-x[1], x[0]))
        is_clitic = form.startswith("'") or form == "n't"
        if count < 4 or tag in ("NNP", "NNPS", "NFP", "ADD", "AFX", "LS") or form.startswith("#") or "|" in form:
            continue
        # Auxiliaries are told from verbs by what follows them.
        if tag in UNIVERSAL and tag[:2] == "VB":
            if is_clitic:
                yield form, tag, "", lemma
        elif upos != UNIVERSAL.get(tag, "PUNCT") or ((tag in CLOSED or is_clitic) and lemma != form):
            yield form, tag, upos, lemma


main()
