"""Times bulk encoding against Hugging Face tokenizers' encode_batch, and compares every id.

    python src/peers/encode_speed.py --corpus FILE --tokenizer FOLDER --work FOLDER [--runs 3] [--threads 1] [--heap 1g]

Run it from the project's root after `mvn package`, in an environment with the packages tokenizers and numpy, on Unix. The
file is UTF-8 text, such as the corpus of tokenizer_speed.py; it is cut at lines into documents of about 4,000 characters,
and the first --mb megabytes of them are used. The folder holds a tokenizer.json with at most 65,536 tokens whose end of
text is the first special token.

Lathe's time is that of a whole process: start, reading JSON Lines, encoding, token shards for nanoGPT on the disk.
encode_batch's is that of the call alone, documents and tokenizer being in memory already. Programs take turns.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

DOCUMENT = 4000

PEER = """
import json, sys, time
import numpy
from tokenizers import Tokenizer
folder, documents, out = sys.argv[1:]
tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
texts = [json.loads(line)["text"] for line in open(documents, encoding="utf-8")]
tokenizer.encode_batch(texts[:100], add_special_tokens=False)
began = time.perf_counter()
encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
print(time.perf_counter() - began)
end = next(id for id, token in sorted(tokenizer.get_added_tokens_decoder().items()) if token.special)
ids = []
for encoding in encodings:
    ids.extend(encoding.ids)
    ids.append(end)
numpy.array(ids, dtype=numpy.uint16).tofile(out)
"""


def documents(corpus, path, megabytes):
    """JSON Lines of whole lines, about 4,000 characters each; returns their bytes of text."""
    size, part, length = 0, [], 0
    with open(corpus, encoding="utf-8", newline="\n") as lines, open(path, "w", encoding="utf-8") as out:
        for line in lines:
            part.append(line)
            length += len(line)
            if length >= DOCUMENT:
                text = "".join(part).strip()
                size += len(text.encode())
                out.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
                part, length = [], 0
            if size >= megabytes * 1_000_000:
                break
    return size


def lathe(args, texts, out):
    shutil.rmtree(out, ignore_errors=True)
    began = time.perf_counter()
    subprocess.run(
        ["java", f"-Xmx{args.heap}", "-jar", "target/lathe.jar", "tokenizer", "encode", "--in", str(texts), "--tokenizer",
         str(args.tokenizer), "--to", "nanogpt", "--threads", str(args.threads), "--out", str(out)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def peer(args, texts, out):
    environment = {**os.environ, "RAYON_NUM_THREADS": str(args.threads), "TOKENIZERS_PARALLELISM": "true"}
    command = [sys.executable, "-c", PEER, str(args.tokenizer), str(texts), str(out)]
    return float(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--mb", type=int, default=160)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--heap", default="1g")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    texts = args.work / f"documents-{args.mb}.jsonl"
    size = documents(args.corpus, texts, args.mb)
    ours, theirs = [], []
    for _ in range(args.runs):
        ours.append(lathe(args, texts, args.work / "shards"))
        theirs.append(peer(args, texts, args.work / "peer.bin"))
    same = (args.work / "shards/train.bin").read_bytes() == (args.work / "peer.bin").read_bytes()
    print(f"{size / 1e6:.0f} MB, {args.threads} threads, load {os.getloadavg()[0]:.1f}, ids {'equal' if same else 'DIFFER'}\n")
    print("| | s, median | s, range | MB/s per thread |\n|---|---|---|---|")
    for name, runs in (("Lathe, whole process", ours), ("encode_batch alone", theirs)):
        middle = statistics.median(runs)
        print(f"| {name} | {middle:.1f} | {min(runs):.1f}–{max(runs):.1f} | {size / 1e6 / middle / args.threads:.1f} |")
    print(f"\nLathe is {statistics.median(theirs) / statistics.median(ours):.1f} times as fast")


if __name__ == "__main__":
    main()
