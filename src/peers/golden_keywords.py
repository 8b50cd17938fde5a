"""Writes the golden values for lathe.clean.keyword: what data-juicer, datatrove and Dolma make of a word list.

    python src/peers/golden_keywords.py       (from the project's root; py-data-juicer, datatrove and dolma may be
                                               installed without most of what they depend on)

Writes src/test/resources/golden/clean/keyword/flavours.jsonl: a text, its language, and for each tool the score.
"""

import importlib.util
import json
from pathlib import Path

OUT = Path("src/test/resources/golden/clean/keyword/flavours.jsonl")
WORDS = ["badword", "rude", "very rude", "ass", "c++", "性", "坏蛋", "笨蛋", "goodbad", "Upper", "a.b", "στοίχος", "ß"]
TEXTS = [
    ("en", "This badword is RUDE, quite rude. Classic assets."),
    ("en", "nothing to see here"),
    ("en", ""),
    ("en", " \n\t "),
    ("en", "---badword--- (ass) *c++* [very rude]"),
    ("en", "a very  rude and very rude man"),
    ("en", "good bad goodbad GOOD BAD"),
    ("en", "upper Upper UPPER"),
    ("en", "rude_ _rude rude1 1rude ½rude rude² rude\u0301"),
    ("en", "axb a.b aXb"),
    ("en", "badword\u00a0badword\u3000rude\u2028ass\x1crude"),
    ("en", "ΣΤΟΊΧΟΣ στοίχος"),
    ("en", "İass ass\u0130 ẞ ß"),
    ("en", "😀ass😀 👍🏽rude"),
    ("en", "坏蛋 坏蛋。 他是坏蛋"),
    ("zh", "他是个坏蛋，也是笨蛋。"),
    ("zh", "坏 蛋 一坏蛋上 士笨蛋"),
    ("zh", "男性和女性"),
    ("zh", "classic assets"),
    ("ja", "クラシックass"),
    ("th", "ไทยrudeไทย"),
    ("en", "rude\nvery\nrude\tass"),
    ("en", "very rude."),
    ("en", "overy rudeness"),
]


def package(name):
    return Path(importlib.util.find_spec(name).submodule_search_locations[0])


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data_juicer(text, pairs):
    common = package("data_juicer") / "ops" / "common"
    helper = load("helper", common / "helper_func.py")
    special = load("special", common / "special_characters.py").SPECIAL_CHARACTERS
    words = helper.words_refinement(
        helper.get_words_from_document(text), lower_case=True, strip_chars=special, use_words_aug=pairs
    )
    flagged = [word for word in words if word in set(WORDS)]
    return min(1.0, len(flagged) / len(words)) if words else 0.0


def datatrove(text, language, folder):
    from datatrove.data import Document
    from datatrove.pipeline.filters import c4_filters

    path = folder / "words.txt"
    path.write_text("\n".join(WORDS), encoding="utf-8")
    c4_filters.cached_asset_path_or_download = lambda *args, **kwargs: path
    kept = c4_filters.C4BadWordsFilter().filter(Document(text=text, id="0", metadata={"language": language}))
    return 0 if kept is True else 1


def dolma(text):
    from dolma.taggers import c4

    c4.NAUGHTY_WORDS = {word for word in WORDS if " " not in word}
    c4.NAUGHTY_PHRASES = {word for word in WORDS if " " in word}
    return int(c4.get_attributes(text).has_naughty_word)


def main():
    import tempfile

    OUT.parent.mkdir(parents=True, exist_ok=True)
    with OUT.open("w", encoding="utf-8") as out, tempfile.TemporaryDirectory() as folder:
        out.write(json.dumps({"words": WORDS}, ensure_ascii=False) + "\n")
        for language, text in TEXTS:
            value = {
                "language": language,
                "text": text,
                "data-juicer": data_juicer(text, False),
                "data-juicer-pairs": data_juicer(text, True),
                "c4": datatrove(text, language, Path(folder)),
                "dolma": dolma(text),
            }
            out.write(json.dumps(value, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    main()
