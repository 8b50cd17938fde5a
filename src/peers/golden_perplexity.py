"""Writes the golden values for lathe.clean.perplexity with KenLM.

    python src/peers/golden_perplexity.py LMPLZ            (from the project's root)

LMPLZ is the program of that name, built from KenLM's own source (it needs Boost); the scores need the package kenlm.
Reads src/test/resources/golden/clean/perplexity/corpus.txt. Writes, beside it,
    order-5.arpa.gz    what lmplz -o 5 learns
    order-1.arpa.gz    what lmplz -o 1 learns
    pruned.arpa.gz     what lmplz -o 4 --prune 0 0 1 learns
    scores.tsv         model, sentence, and the logarithm to base ten of its probability with beginning and end
"""

import gzip
import subprocess
import sys
import tempfile
from pathlib import Path

import kenlm

FOLDER = Path("src/test/resources/golden/clean/perplexity")
MODELS = {
    "order-5": ["-o", "5"],
    "order-1": ["-o", "1"],
    "pruned": ["-o", "4", "--prune", "0", "0", "1"],
}
SENTENCES = [
    "the oak board was cut",
    "a dull lathe",
    "木 板 在 车 床 上 。",
    "the walnut board was planed .",
    "she turned the bowl on the board and left .",
    "xyzzy",
    "木 头",
    ". . . .",
]


def learn(lmplz, arguments):
    corpus = (FOLDER / "corpus.txt").read_bytes()
    command = [lmplz, *arguments, "--discount_fallback", "-S", "50M"]
    return subprocess.run(command, input=corpus, stdout=subprocess.PIPE, check=True).stdout


scores = []
for name, arguments in MODELS.items():
    arpa = learn(sys.argv[1], arguments)
    (FOLDER / f"{name}.arpa.gz").write_bytes(gzip.compress(arpa, mtime=0))
    with tempfile.NamedTemporaryFile(suffix=".arpa") as file:
        Path(file.name).write_bytes(arpa)
        if name == "order-1":  # KenLM's query refuses models without pairs
            continue
        model = kenlm.Model(file.name)
        scores += [f"{name}\t{sentence}\t{model.score(sentence):.6f}" for sentence in SENTENCES]
(FOLDER / "scores.tsv").write_text("\n".join(scores) + "\n", "utf-8")
