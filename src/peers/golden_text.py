"""Writes the golden values for lathe.tokenize and lathe.text with Hugging Face tokenizers.

    python src/peers/golden_text.py            (from the project's root; needs the package tokenizers)

Reads src/test/resources/golden/text/corpus.txt. Writes, beside it,
    merges-PATTERN.json   merges and ids of a byte-level BPE for each pre-tokenizer pattern
    tokenizer/            a complete tokenizer folder, for tests that only need one
"""

import json
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

FOLDER = Path("src/test/resources/golden/text")
END = "<|endoftext|>"
SAMPLES = [
    "The quick brown fox's 12 jumps, 3 naps.",
    "  two  spaces\tand\n\nlines  \n",
    "今天天气很好，我们去公园。１２３ abc",
    "👩‍👩‍👧 naïve café — ½ ² Ⅷ",
    "we're THEY'LL don't 12345678",
]
PATTERNS = {
    "gpt2": None,
    "cl100k": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+",
    "qwen2": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+",
}


def pre_tokenizer(pattern):
    if pattern is None:
        return pre_tokenizers.ByteLevel(add_prefix_space=False)
    split = pre_tokenizers.Split(Regex(pattern), "isolated")
    return pre_tokenizers.Sequence([split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def train(pattern, vocab_size, min_frequency, special):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer(pattern)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        min_frequency=min_frequency,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train([str(FOLDER / "corpus.txt")], trainer)
    return tokenizer


def golden(name, vocab_size, min_frequency=0, special=(), file=None):
    tokenizer = train(PATTERNS[name], vocab_size, min_frequency, list(special))
    model = json.loads(tokenizer.to_str())["model"]
    merges = [pair if isinstance(pair, list) else pair.split(" ") for pair in model["merges"]]
    value = {
        "pattern": name,
        "vocab_size": vocab_size,
        "min_frequency": min_frequency,
        "special": list(special),
        "size": tokenizer.get_vocab_size(),
        "merges": [" ".join(pair) for pair in merges],
        "samples": [{"text": text, "ids": tokenizer.encode(text).ids} for text in SAMPLES],
    }
    path = FOLDER / f"merges-{file or name}.json"
    path.write_text(json.dumps(value, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return tokenizer


if __name__ == "__main__":
    for each in PATTERNS:
        golden(each, 600)
    golden("gpt2", 100_000, file="exhausted")
    golden("gpt2", 100_000, min_frequency=3, special=["<|pad|>", END], file="frequent")
    folder = FOLDER / "tokenizer"
    folder.mkdir(exist_ok=True)
    train(None, 800, 0, [END]).save(str(folder / "tokenizer.json"), pretty=False)
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": END}
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
