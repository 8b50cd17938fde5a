"""Times the training of tokenizers against Hugging Face tokenizers and SentencePiece: same file, whole processes.

    python src/peers/tokenizer_speed.py --text FOLDER --work FOLDER [--mb 165] [--runs 3] [--only byte-bpe,sp-bpe]
        [--heap 320m] [--threads 2]

Run it from the project's root after `mvn package`, in an environment with the packages tokenizers and sentencepiece, on
Unix. The folder of --text holds .txt, .jsonl or .json files with real text, English and Chinese. From it a corpus of --mb
megabytes is made in the folder of --work, unless it is there: lines in which each few characters follow those that
followed the last four somewhere in the real text. New words and sentences arise all the time, as in a real corpus, with
the real frequencies of letters and syllables; a copy repeated would have no new words and be too easy for everybody.

Runs of the programs take turns. Time is that of the whole process, starting, reading and writing included; peak memory is
that of the process. For byte-bpe the merges of both are compared, for the others the number of common pieces.

    byte-bpe    30,000 tokens against tokenizers' BpeTrainer
    wordpiece   30,000 tokens against tokenizers' WordPieceTrainer
    sp-bpe      8,000 pieces against SentencePiece's trainer, model type bpe
    unigram     8,000 pieces against SentencePiece's trainer, and tokenizers' UnigramTrainer with --slow
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from import_speed import texts

ORDER = 4
SIZES = {"byte-bpe": 30_000, "wordpiece": 30_000, "sp-bpe": 8_000, "unigram": 8_000}

HF = """
import sys
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
kind, corpus, size, out = sys.argv[1:]
if kind == "byte-bpe":
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=int(size), special_tokens=["<|endoftext|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
elif kind == "wordpiece":
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=int(size), special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], show_progress=False)
else:
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=int(size), special_tokens=["<unk>"], unk_token="<unk>", show_progress=False)
tokenizer.train([corpus], trainer)
tokenizer.save(out)
"""

SPM = """
import sys
import sentencepiece
kind, corpus, size, out, threads = sys.argv[1:]
sentencepiece.SentencePieceTrainer.train(
    input=corpus, model_prefix=out, model_type=kind.removeprefix("sp-"), vocab_size=int(size), num_threads=int(threads),
    character_coverage=0.9995, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False,
    minloglevel=2)
"""


def source_text(folder, most=6_000_000):
    """Real text with as much of each file as fits, so that no file decides alone."""
    parts = [text.replace("\r", "") for text in texts(folder)]
    random.Random(1).shuffle(parts)
    joined, size = [], 0
    for part in parts:
        joined.append(part)
        size += len(part)
        if size > most:
            break
    return "\n".join(joined)


def make_corpus(folder, path, megabytes):
    text = source_text(folder)
    places = {}
    for at in range(len(text) - 64):
        places.setdefault(text[at : at + ORDER], []).append(at + ORDER)
    rng = random.Random(2)
    beside = path.with_suffix(".part")
    with open(beside, "w", encoding="utf-8", newline="\n") as out:
        size, column, tail = 0, 0, text[:ORDER]
        while size < megabytes * 1_000_000:
            follow = places.get(tail)
            at = rng.choice(follow) if follow else rng.randrange(len(text) - 64)
            piece = text[at : at + rng.randint(1, 12)]
            column += len(piece)
            if column > 600 and " " in piece:
                piece, column = piece.replace(" ", "\n", 1), 0
            elif column > 1500:
                piece, column = piece + "\n", 0
            out.write(piece)
            size += len(piece.encode())
            tail = (tail + piece)[-ORDER:]
    beside.rename(path)


def measured(command, environment=None):
    """Seconds and peak memory in MB of a process."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment or os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: {errors[-2000:]}")
    return seconds, usage.ru_maxrss / 1024


def lathe(kind, corpus, args):
    out = args.work / f"lathe-{kind}"
    shutil.rmtree(out, ignore_errors=True)
    command = ["java", f"-Xmx{args.heap}", *args.java, "-jar", "target/lathe.jar", "tokenizer", "train", "--in", corpus,
               "--type", kind, "--vocab-size", str(SIZES[kind]), "--threads", str(args.threads), "--out", str(out)]
    if kind == "byte-bpe":
        command += ["--special", "<|endoftext|>"]
    return measured(command), out / "tokenizer.json"


def hugging_face(kind, corpus, args):
    out = args.work / f"hf-{kind}.json"
    environment = {**os.environ, "RAYON_NUM_THREADS": str(args.threads), "TOKENIZERS_PARALLELISM": "true"}
    return measured([sys.executable, "-c", HF, kind, corpus, str(SIZES[kind]), str(out)], environment), out


def sentencepiece(kind, corpus, args):
    out = args.work / f"spm-{kind}"
    command = [sys.executable, "-c", SPM, kind, corpus, str(SIZES[kind]), str(out), str(args.threads)]
    return measured(command), Path(f"{out}.vocab")


def pieces(file):
    if file.suffix == ".vocab":
        return [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines()]
    model = json.loads(file.read_text(encoding="utf-8"))["model"]
    if model.get("merges") and not model.get("byte_fallback"):
        return [tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in model["merges"]]
    vocab = model["vocab"]
    return list(vocab) if isinstance(vocab, dict) else [piece for piece, _ in vocab]


def agreement(kind, ours, theirs):
    a, b = pieces(ours), pieces(theirs)
    if kind == "byte-bpe":
        same = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
        return f"{same:,} of {len(b):,} merges equal in order"
    return f"{len(set(a) & set(b)):,} of {len(b):,} in both"


def line(name, runs):
    seconds, memory = [run[0] for run in runs], [run[1] for run in runs]
    spread = f"{min(seconds):.1f}–{max(seconds):.1f}"
    return f"| {name} | {statistics.median(seconds):.1f} | {spread} | {statistics.median(memory):,.0f} |"


def compare(kind, corpus, args):
    peers = {"sentencepiece": sentencepiece} if kind in ("sp-bpe", "unigram") else {"tokenizers": hugging_face}
    if kind == "unigram" and args.slow:
        peers["tokenizers"] = hugging_face
    times = {name: [] for name in ("Lathe", *peers)}
    said = {}
    for _ in range(args.runs):
        once, ours = lathe(kind, corpus, args)
        times["Lathe"].append(once)
        for name, peer in peers.items():
            once, theirs = peer(kind, corpus, args)
            times[name].append(once)
            said[name] = agreement(kind, ours, theirs)
    print(f"\n{kind}, {SIZES[kind]:,}, {args.threads} threads, load {os.getloadavg()[0]:.1f}\n")
    print("| | s, median | s, range | peak MB |\n|---|---|---|---|")
    for name, runs in times.items():
        print(line(name, runs))
    for name, text in said.items():
        faster = statistics.median(t[0] for t in times[name]) / statistics.median(t[0] for t in times["Lathe"])
        memory = statistics.median(t[1] for t in times["Lathe"]) / statistics.median(t[1] for t in times[name])
        print(f"\nLathe is {faster:.1f} times as fast as {name} at {memory:.2f} of its memory; {text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--mb", type=int, default=165)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--heap", default="320m")
    parser.add_argument("--java", action="append", default=[], help="an option for Java; may be repeated")
    parser.add_argument("--only", default=",".join(SIZES))
    parser.add_argument("--slow", action="store_true")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    corpus = args.work / f"corpus-{args.mb}.txt"
    if not corpus.exists():
        make_corpus(args.text, corpus, args.mb)
    for kind in args.only.split(","):
        compare(kind, str(corpus), args)


if __name__ == "__main__":
    main()
