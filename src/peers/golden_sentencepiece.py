"""Golden values of SentencePiece for its trainers, normalizers and converters.

    python src/peers/golden_sentencepiece.py

Needs sentencepiece 0.2.3, tiktoken and transformers. Writes src/test/resources/golden/tokenizers/{sentencepiece,convert}. Its corpus
is of our own sentences, those of lathe's window and documents as they once were, and of odd ones. ranks.tiktoken and
gpt2 were trained and written by lathe. All of these are only read.
"""

import base64
import hashlib
import io
import json
import pathlib
import struct

import sentencepiece as spm
import tiktoken
import transformers

ROOT = pathlib.Path("src/test/resources/golden/tokenizers")
HERE = ROOT / "sentencepiece"
CONVERT = ROOT / "convert"

ODD = ["  two  spaces,   three   spaces and a tail  ", "tabs\tand\u00a0hard blanks", "aaaa aaa aa a aaaaaaaa banana bananas",
       "abracadabra abracadabra", "naïve café, cafe\u0301; ﬁne ﬂour; ①②③ ㍻ ｶﾅ Ａ１", "ひらがなとカタカナとラーメン", "한국어 각각 \u1112\u1161\u11ab",
       "<s> in text </s> <0x41> <sep> <|end|>", "😀 and 👩\u200d🔧 work; 𠮷野家", "x=1;y=22;z=333;", "\u2581already\u2581there", "￥100，约￥2,000。", "̈ alone"]


def corpus():
    return (HERE / "corpus.txt").read_text().rstrip("\n").split("\n")


SETS = {
    "plain": dict(),
    "exhausted": dict(vocab_size=3000, hard_vocab_limit=False, character_coverage=1.0),
    "bytes": dict(byte_fallback=True, split_digits=True, vocab_size=1400, character_coverage=0.99),
    "nmt": dict(normalization_rule_name="nmt_nfkc", remove_extra_whitespaces=True),
    "nfkc": dict(normalization_rule_name="nfkc", add_dummy_prefix=False),
    "own": dict(user_defined_symbols=["<sep>", "ladder", "灯笼"], control_symbols=["<|end|>"], max_sentencepiece_length=6),
    "script": dict(split_by_unicode_script=False, character_coverage=1.0),
    "number": dict(split_by_number=False),
    "space": dict(split_by_whitespace=False),
    "alone": dict(allow_whitespace_only_pieces=True),
    "required": dict(required_chars="αβ", character_coverage=0.98),
}


def train(kind, **options):
    model = io.BytesIO()
    settings = dict(vocab_size=1300, normalization_rule_name="identity", remove_extra_whitespaces=False, num_threads=1,
                    max_sentence_length=1 << 20, minloglevel=2)
    settings.update(options)
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(corpus()), model_writer=model, model_type=kind, **settings)
    return model.getvalue()


def pieces(model):
    """Pieces by id; BPE's scores say no more than their order."""
    processor = spm.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())]


def scores(model):
    processor = spm.SentencePieceProcessor(model_proto=model)
    return {processor.id_to_piece(i): round(processor.get_score(i), 4) for i in range(processor.get_piece_size())}


def decompiled(blob):
    """All rules of a compiled charsmap: Darts-clone's units, then results that end with a zero byte."""
    size = struct.unpack("<I", blob[:4])[0]
    units = struct.unpack(f"<{size // 4}I", blob[4:4 + size])
    results = blob[4 + size:]
    rules = {}

    def walk(at, key):
        unit = units[at]
        base = at ^ ((unit >> 10) << ((unit & 0x200) >> 6))
        if unit >> 8 & 1:
            value = units[base] & 0x7FFFFFFF
            rules[key] = results[value:results.index(b"\0", value)]
        for label in range(1, 256):
            child = base ^ label
            if child < len(units) and units[child] & 0x800000FF == label:
                walk(child, key + bytes([label]))

    walk(0, b"")
    return rules


def normalizer_blob(name):
    model = train("bpe", vocab_size=500, hard_vocab_limit=False, character_coverage=0.98, normalization_rule_name=name)
    # the fields of ModelProto, then those of its NormalizerSpec
    spec = dict(fields(model))[3]
    return dict(fields(spec))[2]


def fields(data):
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        elif key & 7 == 5:
            yield key >> 3, data[at:at + 4]
            at += 4
        else:
            length = varint()
            yield key >> 3, data[at:at + length]
            at += length


def sequences():
    """Texts whose parts meet: letters and marks, jamo, compatibility forms, controls, spaces."""
    letters = "aeinouyAEIOUÑçøαωАиカかﾊ가각한ㄱ①ﬁ "
    marks = "\u0300\u0301\u0302\u0303\u0308\u030a\u0323\u0327\u0328\u0345\u0653\u093c\u3099\u309a\uff9e\u1161\u11a8\u200d\ufe0f\u00b4"
    for a in letters:
        for b in marks:
            yield a + b
            for c in marks:
                yield a + b + c
    for lead in range(0x1100, 0x1113):
        for vowel in range(0x1161, 0x1176):
            yield chr(lead) + chr(vowel)
            yield chr(lead) + chr(vowel) + chr(0x11A8 + (lead * vowel) % 27)
    for a in range(0x20):
        yield "x" + chr(a or 1) + " y"


def digest(pairs):
    sha = hashlib.sha256()
    for source, result in pairs:
        sha.update(source.encode() + b"\t" + result.encode() + b"\n")
    return sha.hexdigest()


def charsmaps():
    found = {}
    for name in ["nfkc", "nmt_nfkc"]:
        rules = decompiled(normalizer_blob(name))
        normalizer = spm.SentencePieceNormalizer(
            rule_name=name, add_dummy_prefix=False, escape_whitespaces=False, remove_extra_whitespaces=False)
        points = [chr(c) for c in range(1, 0x110000) if not 0xD800 <= c < 0xE000]
        found[name] = {
            "rules": len(rules),
            "rules_sha256": digest((k.decode(), v.decode()) for k, v in sorted(rules.items())),
            "points_sha256": digest((p, normalizer.normalize(p)) for p in points),
            "sequences_sha256": digest((s, normalizer.normalize(s)) for s in sequences()),
        }
    return found


def ids(model):
    processor = spm.SentencePieceProcessor(model_proto=model)
    texts = corpus()[::12] + ODD + ["", " ", "unseen: Ω≈ç√ 龘", "line\nbreak\r\nand more", "ladder灯笼<sep>ladder"]
    return [[text, processor.encode(text)] for text in texts]


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    for name, options in SETS.items():
        write(HERE / f"bpe-{name}.json", pieces(train("bpe", **options)))
        if name in ("plain", "bytes", "nmt", "own", "script", "required"):
            write(HERE / f"unigram-{name}.json", scores(train("unigram", **options)))
    write(HERE / "charsmap.json", charsmaps())
    CONVERT.mkdir(parents=True, exist_ok=True)
    models = {
        "bpe": train("bpe", **SETS["bytes"]),
        "bpe-own": train("bpe", **(SETS["own"] | SETS["bytes"])),
        "unigram": train("unigram", character_coverage=0.99),
        "unigram-own": train("unigram", **(SETS["own"] | SETS["bytes"])),
        "unigram-squeeze": train("unigram", remove_extra_whitespaces=True),
    }
    for name, model in models.items():
        (CONVERT / f"{name}.model").write_bytes(model)
        write(CONVERT / f"{name}.json", ids(model))
    ranks = CONVERT / "ranks.tiktoken"
    if ranks.exists():
        more = json.loads((CONVERT / "ranks.json").read_text())
        tokens = {base64.b64decode(line.split()[0]): int(line.split()[1]) for line in ranks.read_bytes().splitlines()}
        encoding = tiktoken.Encoding("lathe", pat_str=more["pat_str"], mergeable_ranks=tokens,
                                     special_tokens=more["special_tokens"])
        texts = corpus()[::12] + ODD
        write(CONVERT / "ranks-ids.json", [[t, encoding.encode(t, allowed_special="all")] for t in texts])
    if (CONVERT / "gpt2").exists():
        tokenizer = transformers.AutoTokenizer.from_pretrained(str(CONVERT / "gpt2"))
        texts = corpus()[::12] + ODD
        write(CONVERT / "gpt2-ids.json", [[t, tokenizer(t, add_special_tokens=False)["input_ids"]] for t in texts])


def write(file, value):
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
