"""Writes the golden values for lathe.clean.duplicate with data-juicer, datatrove and datasketch.

    python src/peers/golden_duplicates.py      (from the project's root)

Needs the packages py-data-juicer, simhash-pybind, datatrove, xxhash before 4, datasketch and scipy. Writes to
src/test/resources/golden/clean/duplicate:
    tools.json     signatures of a few texts, and the bands that datasketch thinks best
    planted.json   a corpus with near copies, as recipes of texts, and the pairs that datasketch's LSH finds in it
"""

import json
import random
import re
from itertools import combinations
from pathlib import Path
from unittest import mock

import numpy as np
from data_juicer.ops.deduplicator.document_minhash_deduplicator import DocumentMinhashDeduplicator
from data_juicer.ops.deduplicator.document_simhash_deduplicator import DocumentSimhashDeduplicator
from datasketch import MinHash, MinHashLSH
from datasketch.lsh import _optimal_param
from datatrove.pipeline.dedup.minhash import MinhashDedupSignature
from datatrove.utils.text import simplify_text

FOLDER = Path("src/test/resources/golden/clean/duplicate")
TEXTS = [
    "The lathe turns slowly, and the old wood does not complain about the work at all.",
    "  Two  spaces,\ta tab and\nlines stay in words; ONLY spaces part them in this flavour, as it seems to be.",
    "On 3.5.2021 we paid 1,234.50 for 12 boards: that is the naïve price of a café's new door, isn't it?",
    "今天 天气 很 好， 我们 去 公园 看 花 ， 回来 的 时候 已经 晚上 八点 了 。",
    "Der Große Bär — „ein Sternbild“ — steht über dem Haus, İstanbul liegt weit weg, ½ von ² ist nichts.",
    "one two three four",
    "",
]


def shapes():
    return [
        {"threshold": t, "permutations": p, "shape": list(map(int, _optimal_param(t, p, 0.5, 0.5)))}
        for t in (0.3, 0.5, 0.7, 0.75, 0.8, 0.9, 1.0)
        for p in (16, 64, 128, 256)
    ]


def data_juicer(text, permutations):
    op = DocumentMinhashDeduplicator(num_permutations=permutations)
    if len([word for word in text.split(" ") if word]) < 5:
        return []
    bands = op.compute_hash({"text": text})["__dj__minhash"]
    return [str(int(value)) for band in bands for value in np.frombuffer(band, dtype=">u8")]


def simhash(text):
    if len([word for word in text.split(" ") if word]) < 6:
        return ""
    return DocumentSimhashDeduplicator().compute_hash({"text": text})["__dj__simhash"]


def datatrove(text):
    # words between blanks; datatrove itself asks spaCy, which needs its rules for each language
    with mock.patch("datatrove.pipeline.dedup.minhash.load_word_tokenizer") as words:
        words.return_value.word_tokenize = str.split
        step = MinhashDedupSignature(output_folder="unused")
    shingles = step.get_shingles(text)
    return [str(v) for bucket in step.get_signature(shingles) for v in bucket] if shingles.size else []


PARTS = {
    "en": [
        "The old carpenter|A quiet apprentice|Our neighbour|The woman from the mill|My younger brother|The harbour master"
        "|Every visitor|The owner of the shop|A retired teacher|The clock maker|One of the gardeners|The night watchman",
        "carefully repaired|never forgot|often talked about|sold at a fair price|painted in bright colours|searched for"
        "|wrote a letter about|carried home|measured twice|hid behind the house|explained to the children|lost and found",
        "the wooden chair near the window.|a small bridge across the river.|the letters that nobody had read."
        "|an engine with a broken wheel.|the map of the northern islands.|seven boxes full of dried apples."
        "|the bell which rings on Sundays.|a green bicycle without brakes.|the recipe for a winter soup."
        "|two paintings of the same valley.|the key to an empty cellar.|a book about the habits of bees.",
    ],
    "zh": [
        "老木匠|安静的学徒|我们的邻居|磨坊里的女人|我的弟弟|港口的管理员|每位客人|这家店的主人|退休的教师|修钟表的人|一位园丁|守夜的人",
        "仔细修好了|从未忘记过|常常谈起|以公道的价钱卖掉了|用鲜艳的颜色画下了|到处寻找|写信提到|搬回家的是|量了两遍|藏在屋后的是|给孩子们讲解了|丢了又找到",
        "窗边的那把木椅。|河上的一座小桥。|没有人读过的信件。|轮子坏掉的发动机。|北方群岛的地图。|七箱晒干的苹果。"
        "|星期天才敲的铜钟。|没有刹车的绿色自行车。|冬天煮汤的方子。|画着同一山谷的两幅画。|打开空地窖的钥匙。|一本讲蜜蜂习性的书。",
    ],
}
SENTENCES = 16


def parts():
    return {language: [column.split("|") for column in columns] for language, columns in PARTS.items()}


def compose(text):
    columns = parts()[text["language"]]
    blank = " " if text["language"] == "en" else ""
    made = "".join(blank.join(c[i] for c, i in zip(columns, sentence)) + blank for sentence in text["sentences"])
    for start, end, new in text["edits"]:
        made = made[:start] + new + made[end:]
    return made


def edits(text, count, draw):
    """Replaces words, or characters, at places that are far apart; from the end to the beginning."""
    made = compose(text)
    pattern = r"[a-z]{3,}" if text["language"] == "en" else r"[\u4e00-\u9fa5]"
    places = [match.span() for match in re.finditer(pattern, made)]
    step = len(places) // count
    chosen = [places[i * step + draw.randrange(step)] for i in range(count)]
    new = ["lantern", "pebble", "violin", "anchor"] if text["language"] == "en" else list("灯石琴锚")
    return [[start, end, draw.choice(new)] for start, end in sorted(chosen, reverse=True)]


def corpus():
    draw = random.Random(7)
    texts, pairs = [], []

    def sentences(count):
        return [[draw.randrange(12) for _ in range(3)] for _ in range(count)]

    def add(language, lines, changes=()):
        texts.append({"language": language, "sentences": lines, "edits": list(changes)})
        return len(texts) - 1

    for language in ("en", "zh"):
        for _ in range(40):
            lines = sentences(SENTENCES)
            group = [add(language, lines)]
            for count in (1, 2):
                changes = edits({"language": language, "sentences": lines, "edits": []}, count, draw)
                if count == 1:
                    group.append(add(language, lines, changes))
                elif language == "zh":
                    group.append(add(language, lines, changes))
            group.append(add(language, lines + sentences(1)))
            pairs += combinations(group, 2)
            add(language, lines[: SENTENCES // 2] + sentences(SENTENCES // 2))
        for _ in range(60):
            add(language, sentences(SENTENCES))
    return texts, [list(pair) for pair in pairs]


def shingles(text):
    units = re.findall(r"[a-z]+|[\u4e00-\u9fa5]", text.lower())
    return {" ".join(units[i : i + 5]).encode() for i in range(len(units) - 4)}


def found(texts, threshold):
    lsh = MinHashLSH(threshold=threshold, num_perm=256)
    pairs = []
    for number, text in enumerate(texts):
        hashes = MinHash(num_perm=256)
        hashes.update_batch(shingles(compose(text)))
        pairs += [[other, number] for other in sorted(lsh.query(hashes))]
        lsh.insert(number, hashes)
    return pairs


def planted():
    texts, pairs = corpus()
    sets = [shingles(compose(text)) for text in texts]
    similar = [len(sets[a] & sets[b]) / len(sets[a] | sets[b]) for a, b in pairs]
    print(f"{len(texts)} texts, {len(pairs)} pairs, similarity {min(similar):.3f} to {max(similar):.3f}")
    lsh = {str(threshold): found(texts, threshold) for threshold in (0.7, 0.75, 0.8)}
    for threshold, those in lsh.items():
        right = sum(pair in pairs for pair in those)
        print(f"datasketch at {threshold}: {right} of {len(pairs)} pairs, {len(those) - right} others")
    return {"parts": parts(), "texts": texts, "pairs": pairs, "datasketch": lsh}


def tools():
    return {
        "shapes": shapes(),
        "texts": [
            {
                "text": text,
                "data_juicer": data_juicer(text, 64),
                "simhash": simhash(text),
                "simplified": simplify_text(text),
                "datatrove": datatrove(text),
            }
            for text in TEXTS
        ],
        "data_juicer_256": data_juicer(TEXTS[0], 256),
    }


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, value in (("tools", tools()), ("planted", planted())):
        path = FOLDER / f"{name}.json"
        path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
