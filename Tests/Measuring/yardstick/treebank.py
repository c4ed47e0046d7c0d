"""CoNLL-U files and records as spaCy documents, and spaCy documents as CoNLL-U."""
import dataclasses
import json

from spacy.tokens import Doc, DocBin
from spacy.training import offsets_to_biluo_tags


@dataclasses.dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # place in the sentence, from 0; its own place at the root
    relation: str
    spaced: bool = True  # whether a space follows


def columns(block):
    return [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]


def sentence(block):
    """The words of a sentence, spaced as in its text.

    Words of a multiword token stand without a space where they spell it ("do" "n't"), and else apart.
    """
    words, last, glued = [], 0, False
    for row in columns(block):
        number, form, misc = row[0], row[1], row[9]
        if "." in number:
            continue
        spaced = "SpaceAfter=No" not in misc.split("|")
        if "-" in number:
            first, last = (int(part) for part in number.split("-"))
            surface, final = form, spaced
            parts = [other[1] for other in columns(block) if other[0].isdigit() and first <= int(other[0]) <= last]
            glued = "".join(parts) == surface
            continue
        place = int(number)
        if place <= last:
            spaced = final if place == last else not glued
        head, relation = int(row[6]), row[7]
        words.append(Word(form, row[2], row[3], row[4], head - 1 if head else place - 1,
                          relation if head else "ROOT", spaced))
    return words


def paragraphs(path):
    """The sentences of each paragraph of a CoNLL-U file."""
    gathered = []
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            if not block.strip():
                continue
            if gathered and any(line.startswith(("# newdoc", "# newpar")) for line in block.split("\n")):
                yield gathered
                gathered = []
            gathered.append(sentence(block))
    if gathered:
        yield gathered


def document(vocab, sentences):
    words, heads = [], []
    for part in sentences:
        heads += [word.head + len(words) for word in part]
        words += part
    starts = {place for place, head in enumerate(heads) if head == place}
    doc = Doc(vocab, words=[word.form for word in words], spaces=[word.spaced for word in words],
              tags=[word.xpos for word in words], pos=[word.upos for word in words],
              lemmas=[word.lemma for word in words], heads=heads, deps=[word.relation for word in words])
    assert len(starts) == len(sentences), "a sentence with two roots or none"
    return doc


def convert_trees(nlp, path, result):
    """Writes a CoNLL-U file for spaCy, one document a paragraph."""
    DocBin(docs=[document(nlp.vocab, part) for part in paragraphs(path)]).to_disk(result)


def convert_names(nlp, path, result):
    """Writes the names of records for spaCy, one document a record; nothing is said of a name that its tokens cut."""
    packed = DocBin()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            doc = nlp.make_doc(record["text"])
            spans = [(name["start"], name["end"], name["kind"]) for name in record["mentions"]]
            tags = offsets_to_biluo_tags(doc, spans, missing="O")
            packed.add(Doc(nlp.vocab, words=[token.text for token in doc],
                           spaces=[bool(token.whitespace_) for token in doc], ents=iob(tags)))
    packed.to_disk(result)


def iob(tags):
    """BILUO tags as IOB tags; nothing is said of the words of a name that could not be aligned ("-")."""
    turned = {"B": "B", "I": "I", "L": "I", "U": "B", "-": "", "O": "O"}
    return [turned[tag[0]] + tag[1:] for tag in tags]


def trees(doc):
    """A parsed document as CoNLL-U. Tokens of white space are left out and their dependents handed to their heads."""
    blocks = []
    for span in doc.sents:
        places = {token.i: place for place, token in enumerate((token for token in span if not token.is_space), 1)}
        if not places:
            continue
        rows, root = [], 0
        for token in span:
            if token.is_space:
                continue
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            above = 0 if head.i == token.i or head.is_space else places.get(head.i, 0)
            if above == 0 and root:
                above = root
            elif above == 0:
                root = places[token.i]
            relation = "root" if above == 0 else "dep" if token.dep_ in ("ROOT", "") else token.dep_
            rows.append("\t".join((str(places[token.i]), token.text, token.lemma_ or "_", token.pos_ or "_",
                                   token.tag_ or "_", "_", str(above), relation, "_", "_")))
        blocks.append("\n".join(rows) + "\n\n")
    return "".join(blocks)
