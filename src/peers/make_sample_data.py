"""Makes the generated part of `sample-data/`: the corpus, with its dirt, and the instruction set.

Run it from anywhere with Python 3.9 or later; it needs nothing else and always writes the same bytes:

    python3 src/peers/make_sample_data.py

It ends with the account of what `lathe import` and `lathe clean` should find under `sample-data/quickstart.yaml`;
`sample-data/README.md` has the same numbers.
"""

import json
import random
import re
import unicodedata
from pathlib import Path

from sample_text import (
    dirt,
    instructions,
    paper_en,
    paper_zh,
    prose_en,
    prose_zh,
    talk_en,
    talk_zh,
)

TARGET = Path(__file__).resolve().parents[2] / "sample-data"
PASSAGES = Path(__file__).resolve().parent / "sample_text"
SEED = 20240607
# Generated documents in each language: with them the two languages have about the same number of tokens.
DOCUMENTS = {"en": 820, "zh": 940}
# Bounds of the rules in quickstart.yaml.
SHORTEST, LONGEST, MOST_SPECIAL = 12, 4000, 0.4


def passages(language: str) -> list[str]:
    text = (PASSAGES / f"passages_{language}.txt").read_text(encoding="utf-8")
    return [block.strip() for block in text.split("\n\n") if block.strip()]


def generated(rng: random.Random, forms, count: int) -> list[str]:
    """Different texts in the forms' proportions."""
    makers = [maker for maker, _ in forms]
    shares = [share for _, share in forms]
    texts: dict[str, None] = {}
    while len(texts) < count:
        texts[rng.choices(makers, shares)[0](rng)] = None
    return list(texts)


def with_address(rng: random.Random, text: str, language: str) -> str:
    form = rng.choice(dirt.EMAIL_EN if language == "en" else dirt.EMAIL_ZH)
    sentence = form.format(name=rng.choice(["anna", "ben", "mei", "office", "chen.shifu", "li-hua"]))
    return text + (" " if language == "en" else "") + sentence


def clean_documents(rng: random.Random) -> tuple[list[dict], list[dict]]:
    """Passages and generated documents, as the content of workshop.jsonl and the good part of web.jsonl."""
    opening, rest = [], []
    for language, forms in (
        ("en", prose_en.FORMS + paper_en.FORMS + talk_en.FORMS),
        ("zh", prose_zh.FORMS + paper_zh.FORMS + talk_zh.FORMS),
    ):
        written = passages(language)
        opening.append([{"text": text, "language": language, "kind": "passage"} for text in written[:8]])
        rest += [{"text": text, "language": language, "kind": "passage"} for text in written[8:]]
        rest += [
            {"text": text, "language": language, "kind": "note"} for text in generated(rng, forms, DOCUMENTS[language])
        ]
    rng.shuffle(rest)
    head = [document for pair in zip(*opening) for document in pair]
    return head + rest[160:], rest[:160]


def dirty_documents(rng: random.Random, good: list[dict]) -> list[dict]:
    """The dirt of web.jsonl; copies are of documents that stand elsewhere in the corpus."""
    texts = dirt.OTHER_LANGUAGES + dirt.SPAM + dirt.MARKUP + dirt.TOO_SHORT + [dirt.endless(rng)]
    texts += [dirt.symbol_soup(rng) for _ in range(14)]
    copies = [document["text"] for document in rng.sample(good, 24)]
    texts += copies[:18] + ["  " + text.replace(" ", "  ", 2) + "\n" for text in copies[18:]]
    return [{"text": text} for text in texts]


def lines_of(documents: list[dict], prefix: str) -> list[str]:
    return [json.dumps({"id": f"{prefix}-{i:04d}", **d}, ensure_ascii=False) for i, d in enumerate(documents, 1)]


def write(name: str, lines: list[str]) -> None:
    path = TARGET / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def reason(text: str, seen: set[str]) -> str:
    """Which rule of quickstart.yaml should drop a text first; "kept" if none."""
    special = sum(not unicodedata.category(c).startswith(("L", "M")) for c in text) / max(1, len(text))
    words = "|".join(re.escape(word) if not word.isascii() else rf"\b{re.escape(word)}\b" for word in dirt.SPAM_WORDS)
    same = " ".join(text.split())
    if not SHORTEST <= len(text) <= LONGEST:
        return "text-length"
    if special > MOST_SPECIAL:
        return "special-characters"
    if re.search(words, text.lower()):
        return "keywords"
    if text in dirt.OTHER_LANGUAGES or text in {content(row) for row in dirt.FOREIGN_ROWS}:
        return "language"
    if same in seen:
        return "exact-duplicates"
    seen.add(same)
    return "kept"


def account(title: str, texts: list[str], rejected: int) -> None:
    seen: set[str] = set()
    counts: dict[str, int] = {}
    for text in texts:
        why = reason(text, seen)
        counts[why] = counts.get(why, 0) + 1
    print(f"{title}: read {len(texts) + rejected}, rejected {rejected}, then", dict(sorted(counts.items())))


def content(row: dict) -> str:
    return "\n".join(part for part in (row["instruction"], row["input"], row["output"]) if part)


def main() -> None:
    rng = random.Random(SEED)
    shop, web = clean_documents(rng)
    mails = rng.sample(range(16, len(shop)), 20)
    for at in mails:
        shop[at]["text"] = with_address(rng, shop[at]["text"], shop[at]["language"])
    web += dirty_documents(rng, shop + web)
    rng.shuffle(web)
    web_lines = lines_of([{"text": document["text"]} for document in web], "web")
    web_lines.insert(57, dirt.BROKEN_JSON)
    write("corpus/workshop.jsonl", lines_of(shop, "shop"))
    write("corpus/web.jsonl", web_lines)

    rows = instructions.all_rows(rng)
    extra = dirt.FOREIGN_ROWS + dirt.SPAM_ROWS + dirt.BAD_ROWS + rng.sample(rows, 6)
    for row in extra:
        rows.insert(rng.randrange(20, len(rows)), row)
    row_lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    row_lines.insert(31, dirt.NO_ANSWER)
    write("instructions.jsonl", row_lines)

    pages = [path.read_text(encoding="utf-8") for path in sorted((TARGET / "corpus" / "pages").glob("*.txt"))]
    account("workshop", pages + [d["text"] for d in web] + [d["text"] for d in shop], 1)
    account("instructions", [content(row) for row in rows], 1)


if __name__ == "__main__":
    main()
