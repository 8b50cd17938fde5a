"""Writes what Hugging Face's tokenizers takes each code point for: classes, lower case and normal forms.

Its parts do not share one version of Unicode, so each part is asked by itself:
  onig_*        the regular expressions of Split, Replace and ByteLevel (Oniguruma)
  regex_word    word characters of Whitespace and of added tokens that stand alone (the regex crate)
  std_*         Rust's own: Digits, WhitespaceSplit, Strip, Lowercase
  categories_*  Punctuation and BertPreTokenizer, BertNormalizer (unicode_categories)
  combining     StripAccents (unicode-normalization-alignments, as the normal forms)

A class is a line of runs: the gap since the last run's end, and the run's length. Normal forms and lower case are a line
for each block of 256 code points in which one changes: the CRC-32 of all results of the block.

    python src/peers/golden_unicode.py src/test/resources/golden/tokenizers/unicode

Peer: tokenizers 0.23.3.
"""

import sys
import zlib
from pathlib import Path

from tokenizers import Regex, normalizers, pre_tokenizers

POINTS = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
BLOCK = 256


def by_regex(pattern):
    replace = normalizers.Replace(Regex(pattern), "\x01")
    text = "".join("\x00" if c == 1 else chr(c) for c in POINTS)
    return [c for c, found in zip(POINTS, replace.normalize_str(text)) if found == "\x01"]


def pieces(splitter, text):
    return [piece for piece, _ in splitter.pre_tokenize_str(text)]


def by_split(splitter, alone):
    """Code points that stand alone, or are gone, between letters."""
    return [c for c in POINTS if pieces(splitter, "a" + chr(c) + "a") == (["a", chr(c), "a"] if alone else ["a", "a"])]


def dropped(normalizer):
    return [c for c in POINTS if normalizer.normalize_str("a" + chr(c) + "a") == "aa"]


def classes():
    bert = {"clean_text": False, "handle_chinese_chars": False, "strip_accents": False, "lowercase": False}
    yield "onig_letter", by_regex(r"\p{L}")
    yield "onig_number", by_regex(r"\p{N}")
    yield "onig_mark", by_regex(r"\p{M}")
    yield "onig_punctuation", by_regex(r"\p{P}")
    yield "onig_symbol", by_regex(r"\p{S}")
    yield "onig_separator", by_regex(r"\p{Z}")
    yield "onig_other", by_regex(r"\p{C}")
    yield "onig_upper", by_regex(r"\p{Lu}")
    yield "onig_lower", by_regex(r"\p{Ll}")
    yield "onig_title", by_regex(r"\p{Lt}")
    yield "onig_modifier", by_regex(r"\p{Lm}")
    yield "onig_other_letter", by_regex(r"\p{Lo}")
    yield "onig_digit", by_regex(r"\d")
    yield "onig_blank", by_regex(r"\s")
    yield "onig_word", by_regex(r"\w")
    yield "onig_han", by_regex(r"\p{Han}")
    yield "regex_word", [c for c in POINTS if pieces(pre_tokenizers.Whitespace(), "a" + chr(c)) == ["a" + chr(c)]]
    yield "std_numeric", by_split(pre_tokenizers.Digits(True), True)
    yield "std_blank", by_split(pre_tokenizers.WhitespaceSplit(), False)
    yield "categories_punctuation", by_split(pre_tokenizers.Punctuation(), True)
    yield "categories_other", dropped(normalizers.BertNormalizer(**{**bert, "clean_text": True}))
    yield "categories_nonspacing", dropped(normalizers.BertNormalizer(**{**bert, "strip_accents": True}))
    yield "combining", dropped(normalizers.StripAccents())


def runs(points):
    numbers, end = [], 0
    for c in points:
        if numbers and c == end:
            numbers[-1] += 1
        else:
            numbers += [c - end, 1]
        end = c + 1
    return " ".join(map(str, numbers))


def blocks(normalizer):
    for first in range(0, 0x110000, BLOCK):
        points = [c for c in range(first, first + BLOCK) if not 0xD800 <= c <= 0xDFFF]
        results = [normalizer.normalize_str(chr(c)) for c in points]
        if results != [chr(c) for c in points]:
            yield f"{first // BLOCK} {zlib.crc32(chr(10).join(results).encode()):08x}"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} {runs(points)}\n" for name, points in classes()]
    (folder / "classes.txt").write_text("".join(lines), newline="\n")
    for name in ["NFC", "NFD", "NFKC", "NFKD", "Lowercase"]:
        found = blocks(getattr(normalizers, name)())
        (folder / f"{name.lower()}.txt").write_text("".join(line + "\n" for line in found), newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
