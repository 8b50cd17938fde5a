"""Writes the golden values for lathe.evaluate.metric with sacrebleu and rouge_score.

    python src/peers/golden_metrics.py     (from the project's root; needs the packages sacrebleu and rouge_score)

Writes src/test/resources/golden/metrics/answers.json: pairs with BLEU of each (effective order), ROUGE-L of each where it is
English, and BLEU of all English and of all Chinese ones together.
"""

import json
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics import BLEU

OUT = Path("src/test/resources/golden/metrics/answers.json")

ENGLISH = [
    ("The lathe turns the wood.", "The lathe turns the wood."),
    ("The turner stops the lathe, and waits.", "The turner stops the machine and waits a little."),
    ("No.", "Yes, it costs 1,250.50 dollars (about 1,100 euros)."),
    ("It's 3-4 mm thick; don't force it!", "It is 3-4 mm thick - don't force it."),
    ("a b c d e f g", "g f e d c b a"),
    ("one two three four five", "one two three four six"),
    ("wood", "wood"),
    ("two words", "two words"),
    ("", "something"),
    ("Tom &amp; Jerry said &quot;hi&quot;", "Tom & Jerry said \"hi\""),
    ("x_y = f(x) * 2 / 7.5", "x_y = f(x) * 2 / 7.25"),
    ("the the the the the the the", "the cat is on the mat"),
    ("first line\nsecond line", "first line second line"),
]
CHINESE = [
    ("车床旋转木料。", "车床旋转木料。"),
    ("先把木料固定好，再慢慢转动车床。", "先固定木料，然后慢慢转动车床。"),
    ("大约 3.5 毫米，即 0.14 inch", "约3.5毫米（0.14 inch）"),
    ("不对", "对，这把刀是用高速钢 HSS 做的。"),
    ("", "木头"),
]


def main():
    rouge = RougeScorer(["rougeL"], use_stemmer=False)
    pairs = []
    for language, rows, cut in (("en", ENGLISH, "13a"), ("zh", CHINESE, "zh")):
        one = BLEU(tokenize=cut, effective_order=True)
        for answer, reference in rows:
            pair = {"answer": answer, "reference": reference,
                    "bleu": one.sentence_score(answer, [reference]).score}
            if language == "en":
                pair["rouge_l"] = rouge.score(reference, answer)["rougeL"].fmeasure
            pairs.append(pair)
    corpus = {language: BLEU(tokenize=cut).corpus_score([a for a, _ in rows], [[r for _, r in rows]]).score
              for language, rows, cut in (("en", ENGLISH, "13a"), ("zh", CHINESE, "zh"))}
    short = BLEU(tokenize="13a").corpus_score(["two words"], [["two words"]]).score
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"pairs": pairs, "corpus": corpus, "english": len(ENGLISH), "short": short},
                              ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
