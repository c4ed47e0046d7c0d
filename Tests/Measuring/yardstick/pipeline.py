"""The trained parts as one spaCy pipeline, and what it makes of raw text."""
import spacy

from . import learn, treebank

BATCH = 256


def load(folder):
    """The pipeline for trees with the name finder, which keeps a network of its own, at its end."""
    nlp = spacy.load(learn.best("trees", folder))
    names = spacy.load(learn.best("names", folder))
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names)
    return nlp


def size(folder):
    """The bytes of all weights and tables of the pipeline."""
    return sum(file.stat().st_size for kind in learn.PIPES
               for file in learn.best(kind, folder).rglob("*") if file.is_file())


def paragraphs(text):
    return [part for part in text.split("\n\n") if part.strip()]


def parsed(nlp, text):
    """The sentences of a raw text as CoNLL-U. Its paragraphs go in one by one: spaCy's sentences run over empty lines."""
    return "".join(treebank.trees(doc) for doc in nlp.pipe(paragraphs(text), batch_size=BATCH))


def named(nlp, record):
    """A record with the names that were found."""
    spans = nlp(record["text"]).ents
    return {"id": record["id"], "text": record["text"],
            "mentions": [{"start": span.start_char, "end": span.end_char, "kind": span.label_, "form": "name"}
                         for span in spans]}
