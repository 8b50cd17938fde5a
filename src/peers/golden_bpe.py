"""Writes the golden files for lathe.tokenize.bpe and lathe.tokenize.wordpiece with Hugging Face tokenizers.

    python src/peers/golden_bpe.py            (from the project's root; needs the package tokenizers)

Reads src/test/resources/golden/text/corpus.txt and src/test/resources/golden/tokenizers/mixed.txt, line by line with the
lines' ends. Writes, under src/test/resources/golden/tokenizers,
    bpe/NAME.json          {"settings": the recipe's tokenizer section, "tokenizer": what tokenizer.json must be}
    sp-style.json          a BPE over characters with byte fallback, of SentencePiece's form, to be grown and pruned
    wordpiece/NAME.json    the same; the vocabulary is a set, as the reference gives some ids by chance

User-defined tokens are split out of the text before training, as the tokenizer will do when it encodes: the reference's
trainer would count them as words.
"""

import json
import re
from pathlib import Path

from tokenizers import (
    AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers)

from golden_text import PATTERNS

GOLDEN = Path("src/test/resources/golden")
OUT = GOLDEN / "tokenizers"
FILES = [GOLDEN / "text/corpus.txt", OUT / "mixed.txt"]


def sequences():
    for file in FILES:
        yield from re.findall(r"[^\n]*\n|[^\n]+$", file.read_bytes().decode())


FORMS = {
    "nfc": normalizers.NFC,
    "nfkc": normalizers.NFKC,
    "nmt-nfkc": lambda: normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()]),
}


def without(tokens, form):
    """The lines in their normal form, cut where user-defined tokens stand."""
    for line in sequences():
        line = FORMS[form]().normalize_str(line) if form != "none" else line
        yield from re.split("|".join(map(re.escape, tokens)), line) if tokens else [line]


def pre_tokenizer(settings):
    pattern = PATTERNS[settings.get("pattern", "gpt2")]
    parts = []
    if settings.get("split-digits"):
        parts.append(pre_tokenizers.Digits(individual_digits=True))
    if pattern:
        parts.append(pre_tokenizers.Split(Regex(pattern), "isolated"))
    parts.append(pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=pattern is None))
    return parts[0] if len(parts) == 1 else pre_tokenizers.Sequence(parts)


def byte_bpe(name, **keys):
    settings = {"train": "byte-bpe", **{key.replace("_", "-"): value for key, value in keys.items()}}
    form = settings.get("normalizer", "none")
    tokenizer = Tokenizer(models.BPE())
    if form != "none":
        tokenizer.normalizer = FORMS[form]()
    tokenizer.pre_tokenizer = pre_tokenizer(settings)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(add_prefix_space=False, trim_offsets=False)
    user_defined = settings.get("user-defined", [])
    trainer = trainers.BpeTrainer(
        vocab_size=settings["vocab-size"],
        min_frequency=settings.get("min-frequency", 0),
        special_tokens=settings["special"] + [AddedToken(t, special=False, normalized=True) for t in user_defined],
        max_token_length=settings.get("max-token-length"),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(without(user_defined, form), trainer)
    write(OUT / "bpe" / f"{name}.json", settings, tokenizer)


def write(path, settings, tokenizer, vocab=None, sometimes=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    tree = json.loads(tokenizer.to_str())
    if tree["decoder"]["type"] == "ByteLevel":
        tree["decoder"]["add_prefix_space"] = False  # means nothing there, and the constructor has no such argument
    for token in tree["added_tokens"]:
        # the trainer calls all that it is given special
        token["special"] = token["content"] not in settings.get("user-defined", [])
    value = {"settings": settings, "tokenizer": tree}
    if vocab is not None:
        value["sometimes"] = sometimes
        tree["model"]["vocab"] = vocab
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def sp_style():
    """English only: what is Chinese becomes bytes."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(split=True)
    trainer = trainers.BpeTrainer(
        vocab_size=600, special_tokens=["<unk>", "<s>", "</s>", *(f"<0x{b:02X}>" for b in range(256))], show_progress=False)
    tokenizer.train_from_iterator((re.sub(r"[^ -~]", "", line) for line in sequences()), trainer)
    tree = json.loads(tokenizer.to_str())
    tree["added_tokens"] = tree["added_tokens"][:3]
    tree["pre_tokenizer"] = None
    tree["normalizer"] = {"type": "Sequence", "normalizers": [
        {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]}
    tree["decoder"] = {"type": "Sequence", "decoders": [
        {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"},
        {"type": "Strip", "content": " ", "start": 1, "stop": 0}]}
    tree["post_processor"] = {"type": "TemplateProcessing",
                              "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
                              "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                              "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]}}}
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    Tokenizer.from_str(text)
    (OUT / "sp-style.json").write_text(text + "\n", encoding="utf-8")


def wordpiece(name, **keys):
    """What the reference learns in each of many runs is golden; what it learns in some of them may be there or not."""
    settings = {"train": "wordpiece", **{key.replace("_", "-"): value for key, value in keys.items()}}
    found, sometimes = None, set()
    for _ in range(100):
        tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.BertNormalizer(lowercase=settings.get("lowercase", False))
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        if settings.get("split-digits"):
            tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
                [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Digits(individual_digits=True)])
        tokenizer.decoder = decoders.WordPiece(cleanup=False)
        limit = {"limit_alphabet": settings["limit-alphabet"]} if "limit-alphabet" in settings else {}
        trainer = trainers.WordPieceTrainer(
            **limit,
            vocab_size=settings["vocab-size"],
            min_frequency=settings.get("min-frequency", 0),
            special_tokens=settings["special"] or ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
            initial_alphabet=settings.get("initial-alphabet", []),
            show_progress=False,
        )
        tokenizer.train_from_iterator(sequences(), trainer)
        vocab = set(tokenizer.get_vocab())
        found = vocab if found is None else found & vocab
        sometimes |= vocab
    print(f"wordpiece {name}: {len(found)} tokens of {len(sometimes)} are in all runs")
    write(OUT / "wordpiece" / f"{name}.json", settings, tokenizer, sorted(found), sorted(sometimes - found))


if __name__ == "__main__":
    byte_bpe("plain", vocab_size=700, special=["<|endoftext|>"])
    byte_bpe("frequent", vocab_size=100_000, min_frequency=2, special=[])
    byte_bpe("exhausted", vocab_size=100_000, special=[], pattern="cl100k")
    byte_bpe("userdefined", vocab_size=500, special=["<s>", "</s>"], user_defined=["<think>", "</think>", "the", "山"])
    byte_bpe("specialintext", vocab_size=100_000, min_frequency=2, special=["<|end|>", "the"])
    byte_bpe("nfc", vocab_size=450, special=["<s>"], normalizer="nfc", pattern="qwen2")
    byte_bpe("nfkc", vocab_size=450, special=["<s>"], normalizer="nfkc", user_defined=["fi"])
    byte_bpe("nmtnfkc", vocab_size=450, special=["<s>"], normalizer="nmt-nfkc", pattern="cl100k")
    byte_bpe("digits", vocab_size=450, special=["<s>"], split_digits=True)
    byte_bpe("digitscl100k", vocab_size=100_000, min_frequency=2, special=[], split_digits=True, pattern="cl100k")
    byte_bpe("length2", vocab_size=100_000, special=[], max_token_length=2)
    byte_bpe("length5", vocab_size=100_000, special=[], max_token_length=5)
    byte_bpe("length9", vocab_size=600, special=["<s>"], max_token_length=9, pattern="cl100k", normalizer="nfkc",
             split_digits=True)
    sp_style()
    wordpiece("frequent", vocab_size=100_000, min_frequency=5, special=[])
    wordpiece("exhausted", vocab_size=100_000, special=["[UNK]", "<end>"])
    wordpiece("lowercase", vocab_size=100_000, min_frequency=4, special=[], lowercase=True, split_digits=True)
    wordpiece("limited", vocab_size=100_000, min_frequency=5, special=[], limit_alphabet=41, initial_alphabet=["龙"])
