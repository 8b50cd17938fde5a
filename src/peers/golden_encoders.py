"""Writes small tokenizers of every kind, and what Hugging Face's tokenizers makes of texts with them.

    python src/peers/golden_encoders.py src/test/resources/golden/tokenizers/encode

Learns from src/test/resources/golden/text/corpus.txt. texts.json has the texts: lines of the corpus, edge cases and random
characters. KIND.json is a tokenizer; KIND.txt has a line for each text: CRC-32s of its ids, of its spans (in code points),
of its ids with special tokens, and of the text decoded from them, with and without special tokens.

Peers: tokenizers 0.23.3, sentencepiece 0.2.1 (compiles a few rules of normalization).
"""

import json
import random
import sys
import tempfile
import zlib
from pathlib import Path

import sentencepiece
from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

CORPUS = Path("src/test/resources/golden/text/corpus.txt")
CL100K = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
O200K = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
LINES = CORPUS.read_text(encoding="utf-8").splitlines(keepends=True)
SPECIAL = ["<unk>", "<s>", "</s>", "<mask>"]


# ---- texts


def texts():
    yield from LINES
    yield from [
        "",
        " ",
        "  ",
        "\n",
        "a",
        " a",
        "a ",
        "  a  b  ",
        "don't WE'LL 'S they'Re I'Ve 'ſ x's",
        "12345 ½ Ⅷ ٣٤ 1,234.5",
        "\t tabs\r\n\r\n lines \u2028\u0085 end \u3000\u3000",
        "今天天气很好，我们去公园。１２３ ﬁﬂ ㎏ ①",
        "e\u0301\u0323 \u0344\u0323 A\u030a \u1e9b\u0323 \u1100\u1161\u11a8 각 Å ﷺ",
        "\u0301 starts with a mark",
        "👩‍👩‍👧 🇩🇪🇫🇷 क्षि นี้ 🪵",
        "<s>hello</s> <mask>  <mask>, a<mask>b <MASK> <Mask> [CLS] [SEP]",
        "Ünïcode ÀÉÎ İstanbul ΣΑΣ ßẞ Ǆ",
        "caf\u00e9\u00a0 na\u00efve —“quoted”… \u200b\u200d\ufeff\u00ad\x00\x01\x7f\ufffd",
        "unaffable running runners playing",
        "▁already ▁▁marked",
        "word-with_under.score/path C++ x=1;",
        "\U0001e030\U00010d40\U0001e5f1\u1c89\ua7cb\U00016d40 \U00011de0 \U0002ebf0\u9ffd\u30fbカタカナひらがなー漢字",
        "x" * 130,
        "不" * 40 + "a" * 40 + "!" * 40,
    ]
    choice = random.Random(5)
    pools = [
        lambda: choice.randrange(0x20, 0x7F),
        lambda: choice.randrange(0x20, 0x250),
        lambda: choice.randrange(0x300, 0x370),
        lambda: choice.randrange(0x4E00, 0x9FFF),
        lambda: choice.randrange(0x20, 0xD800),
        lambda: choice.randrange(0xE000, 0x110000),
        lambda: ord(choice.choice(" \t\n'’sdmtrevl.,!?▁é你好1٣½")),
    ]
    for _ in range(60):
        mine = choice.sample(pools, choice.randrange(1, len(pools)))
        yield "".join(chr(choice.choice(mine)()) for _ in range(choice.randrange(1, 40)))


# ---- tokenizers


def learn(tokenizer, trainer):
    tokenizer.train_from_iterator(LINES, trainer)
    return tokenizer


def bpe(tokenizer, size, **more):
    return learn(tokenizer, trainers.BpeTrainer(vocab_size=size, show_progress=False, **more))


def byte_bpe(pre_tokenizer, size=420, normalizer=None, special=(), **model):
    tokenizer = Tokenizer(models.BPE(**model))
    tokenizer.pre_tokenizer = pre_tokenizer
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    return bpe(tokenizer, size, initial_alphabet=alphabet, special_tokens=list(special))


def split(pattern):
    cut = pre_tokenizers.Split(Regex(pattern), "isolated")
    return pre_tokenizers.Sequence([cut, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def gpt2():
    tokenizer = byte_bpe(pre_tokenizers.ByteLevel(add_prefix_space=False), special=["<|endoftext|>"])
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return tokenizer


def roberta():
    tokenizer = byte_bpe(pre_tokenizers.ByteLevel(add_prefix_space=True), special=SPECIAL)
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, normalized=False)])
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 1), True, True)
    return tokenizer


def llama3():
    tokenizer = byte_bpe(split(CL100K), special=["<|begin|>", "<|end|>"], ignore_merges=True)
    template = processors.TemplateProcessing("<|begin|> $A", "<|begin|> $A $B", [("<|begin|>", 0)])
    tokenizer.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=True), template])
    return tokenizer


def qwen2():
    pattern = CL100K.replace("{1,3}", "")
    return byte_bpe(split(pattern), normalizer=normalizers.NFC(), special=["<|im_start|>", "<|im_end|>"])


def o200k():
    return byte_bpe(split(O200K))


def byte_normalizer():
    tokenizer = byte_bpe(pre_tokenizers.Split(Regex(r"\s+"), "merged_with_next"), normalizer=normalizers.ByteLevel())
    return tokenizer


BYTES = [f"<0x{b:02X}>" for b in range(256)]
LLAMA_DECODER = [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]


def sentencepiece_bpe():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    special = SPECIAL + BYTES
    bpe(tokenizer, 600, special_tokens=special, limit_alphabet=90)
    tree = json.loads(tokenizer.to_str())
    tree["added_tokens"] = tree["added_tokens"][:4]
    return tree


def llama():
    tree = sentencepiece_bpe()
    tree["pre_tokenizer"] = None
    tokenizer = Tokenizer.from_str(json.dumps(tree))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence(LLAMA_DECODER)
    tokenizer.post_processor = processors.TemplateProcessing("<s> $A", "<s> $A <s> $B", [("<s>", 1)])
    return tokenizer


def llama_first():
    tokenizer = Tokenizer.from_str(json.dumps(sentencepiece_bpe()))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    tokenizer.decoder = decoders.Sequence(LLAMA_DECODER)
    return tokenizer


def first_behind_strip():
    tokenizer = Tokenizer.from_str(json.dumps(sentencepiece_bpe()))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Strip(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="first")
    return tokenizer


RULES = "FB01\t66 69\n2460\t31\nFF0C\t2C\n33\t\nA0\t20\n200B\t\n65 301\tE9\n41 30A\tC5\n338F\t6B 67\n130\t69\n1F468\t48 49\n"


def charsmap():
    """SentencePiece's compiled form of a few rules, of more and fewer characters than they replace."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder, "rules.tsv")
        rules.write_text(RULES)
        prefix = str(Path(folder, "m"))
        sentencepiece.SentencePieceTrainer.train(
            input=str(CORPUS),
            model_prefix=prefix,
            vocab_size=300,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(rules),
            minloglevel=2,
        )
        return field(field(Path(prefix + ".model").read_bytes(), 3), 2)


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            return value, at


def field(data, number):
    """The last field of bytes with a number in a protocol buffer."""
    at, found = 0, b""
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 2:
            size, at = varint(data, at)
            found = data[at : at + size] if key >> 3 == number else found
            at += size
        else:
            at = varint(data, at)[1] if kind == 0 else at + (8 if kind == 1 else 4)
    return found


def unigram(normalizer, pre_tokenizer, **more):
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=330, special_tokens=SPECIAL, unk_token="<unk>", show_progress=False, **more
    )
    return learn(tokenizer, trainer)


def t5():
    rules = normalizers.Precompiled(charsmap())
    tokenizer = unigram(
        normalizers.Sequence([rules, normalizers.Strip(False, True), normalizers.Replace(Regex(" {2,}"), "▁")]),
        pre_tokenizers.Metaspace(prepend_scheme="always"),
    )
    tokenizer.post_processor = processors.TemplateProcessing("$A </s>", "$A </s> $B </s>", [("</s>", 2)])
    return tokenizer


def unigram_bytes():
    tokenizer = unigram(
        normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()]),
        pre_tokenizers.Sequence([pre_tokenizers.UnicodeScripts(), pre_tokenizers.Metaspace()]),
    )
    tree = json.loads(tokenizer.to_str())
    tree["model"]["vocab"] += [[b, -20.0] for b in BYTES]
    tree["model"]["byte_fallback"] = True
    tokenizer = Tokenizer.from_str(json.dumps(tree))
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()])
    return tokenizer


def unigram_whole():
    """Without a pre-tokenizer: every text is one piece."""
    return unigram(normalizers.Replace(" ", "▁"), pre_tokenizers.Metaspace())


def bert(**options):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=20))
    tokenizer.normalizer = normalizers.BertNormalizer(**options)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    learn(tokenizer, trainers.WordPieceTrainer(vocab_size=320, special_tokens=special, show_progress=False))
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer


def bert_cased():
    return bert(clean_text=False, strip_accents=True, lowercase=False)


def word_level():
    tokenizer = Tokenizer(models.WordLevel(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    learn(tokenizer, trainers.WordLevelTrainer(vocab_size=120, special_tokens=["[UNK]"], show_progress=False))
    return tokenizer


def suffix_bpe():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation("isolated"), pre_tokenizers.Digits(True)]
    )
    tokenizer.decoder = decoders.BPEDecoder()
    return bpe(tokenizer, 260, special_tokens=["<unk>"], end_of_word_suffix="</w>", limit_alphabet=40)


def prefix_bpe():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, continuing_subword_prefix="##"))
    tokenizer.pre_tokenizer = pre_tokenizers.CharDelimiterSplit(" ")
    tokenizer.decoder = decoders.WordPiece(cleanup=True)
    return bpe(tokenizer, 260, special_tokens=["<unk>"], continuing_subword_prefix="##", limit_alphabet=40)


def byte_probe(normalizer):
    """Every character becomes bytes: shows what a normalizer does, and to which spans."""
    vocab = {piece: i for i, piece in enumerate(["<unk>", *BYTES])}
    tokenizer = Tokenizer(models.BPE(vocab, [], unk_token="<unk>", byte_fallback=True))
    tokenizer.normalizer = normalizer
    tokenizer.decoder = decoders.ByteFallback()
    return tokenizer


def span_probe(pre_tokenizer):
    """Every piece is unknown: shows where a pre-tokenizer cuts."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "a": 1, "▁a": 2}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizer
    return tokenizer


def added():
    tokenizer = byte_bpe(pre_tokenizers.ByteLevel(add_prefix_space=False), normalizer=normalizers.Lowercase())
    tokenizer.add_special_tokens([AddedToken("<s>"), AddedToken("</s>", rstrip=True)])
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, rstrip=True)])
    tokenizer.add_tokens(
        [
            AddedToken("Run", single_word=True, normalized=True),
            AddedToken("  ", normalized=False),
            AddedToken("今天", normalized=True, lstrip=True),
            AddedToken("[CLS]", normalized=False, single_word=True),
            "don't",
            "ing",
        ]
    )
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=True)
    return tokenizer


def kinds():
    for make in [
        gpt2,
        roberta,
        llama3,
        qwen2,
        o200k,
        byte_normalizer,
        llama,
        llama_first,
        first_behind_strip,
        t5,
        unigram_bytes,
        unigram_whole,
        bert,
        bert_cased,
        word_level,
        suffix_bpe,
        prefix_bpe,
        added,
    ]:
        yield make.__name__, make()
    rules = charsmap()
    for name, normalizer in {
        "nfc": normalizers.NFC(),
        "nfd": normalizers.NFD(),
        "nfkc": normalizers.NFKC(),
        "nfkd": normalizers.NFKD(),
        "lowercase": normalizers.Lowercase(),
        "strip": normalizers.Strip(),
        "accents": normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents()]),
        "nmt": normalizers.Nmt(),
        "bytes": normalizers.ByteLevel(),
        "rules": normalizers.Precompiled(rules),
        "clean": normalizers.BertNormalizer(),
        "replace": normalizers.Sequence(
            [normalizers.Replace(Regex(r"\s+"), " "), normalizers.Replace("a", "<aa>"), normalizers.Prepend("»«")]
        ),
        "replace_words": normalizers.Replace(Regex(r"\b\w"), ""),
    }.items():
        yield "normalize_" + name, byte_probe(normalizer)
    cuts = {
        "words": pre_tokenizers.Whitespace(),
        "blanks": pre_tokenizers.WhitespaceSplit(),
        "bert": pre_tokenizers.BertPreTokenizer(),
        "digits": pre_tokenizers.Digits(False),
        "scripts": pre_tokenizers.UnicodeScripts(),
        "fixed": pre_tokenizers.FixedLength(3),
        "metaspace": pre_tokenizers.Metaspace(prepend_scheme="always"),
        "prefixed": pre_tokenizers.Sequence(
            [pre_tokenizers.Punctuation("removed"), pre_tokenizers.ByteLevel(add_prefix_space=True)]
        ),
        "han": pre_tokenizers.Split(Regex(r"[一-龥぀-ゟ゠-ヿ]+|\p{Han}|[\p{L}\p{M}]+"), "isolated"),
        "between": pre_tokenizers.Split(Regex(r"(?=\p{Lu})|(?<=\d)"), "isolated"),
        "string": pre_tokenizers.Split("s", "removed"),
    }
    for behavior in ["removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous"]:
        cuts["punctuation_" + behavior] = pre_tokenizers.Punctuation(behavior)
        for invert in [False, True]:
            name = f"split_{behavior}" + ("_inverted" if invert else "")
            cuts[name] = pre_tokenizers.Split(Regex(r"\p{L}+|[\s\d]"), behavior, invert)
    for name, cut in cuts.items():
        yield "cut_" + name, span_probe(cut)


# ---- results


def checksum(value):
    return f"{zlib.crc32(value.encode()):08x}"


def numbers(values):
    return checksum(" ".join(map(str, values)))


def result(tokenizer, text):
    plain = tokenizer.encode(text, add_special_tokens=False)
    full = tokenizer.encode(text).ids
    spans = [place for span in plain.offsets for place in span]
    decoded = [checksum(tokenizer.decode(full, skip_special_tokens=skip)) for skip in (False, True)]
    return " ".join([numbers(plain.ids), numbers(spans), numbers(full), *decoded])


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    samples = list(texts())
    (folder / "texts.json").write_text(json.dumps(samples, ensure_ascii=True, indent=0) + "\n", newline="\n")
    for name, tokenizer in kinds():
        tree = json.loads(tokenizer.to_str())
        (folder / f"{name}.json").write_text(json.dumps(tree, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        again = Tokenizer.from_file(str(folder / f"{name}.json"))
        lines = [result(again, text) + "\n" for text in samples]
        (folder / f"{name}.txt").write_text("".join(lines), newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
