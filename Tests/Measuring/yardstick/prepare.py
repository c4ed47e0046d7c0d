"""The training and held-out files in spaCy's form."""
import warnings

import spacy

from . import treebank

TREES = ("ud-ewt", "gum")
NAMES = "uner-ewt"
PARTS = ("train", "dev")


def sources(corpora):
    """Every file that is read."""
    return [*(corpora / name / f"{part}.conllu" for name in TREES for part in PARTS),
            *(corpora / NAMES / f"{part}.jsonl" for part in PARTS)]


def prepare(folder, corpora):
    nlp = spacy.blank("en")
    for part in PARTS:
        for name in TREES:
            made(folder, "trees", part, name, lambda result: treebank.convert_trees(
                nlp, corpora / name / f"{part}.conllu", result))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy warns of each name that its tokens cut.
            made(folder, "names", part, NAMES, lambda result: treebank.convert_names(
                nlp, corpora / NAMES / f"{part}.jsonl", result))


def made(folder, kind, part, name, convert):
    result = folder / f"{kind}-{part}" / f"{name}.spacy"
    if not result.exists():
        result.parent.mkdir(parents=True, exist_ok=True)
        convert(result)
