"""Times Lathe's cleaning against data-juicer and datatrove: the same records, the same rules, two processes each.

    python src/peers/clean_speed.py --text FOLDER --work FOLDER [--mb 200] [--runs 3] [--only filters,edits,datatrove,near]

Run it from the project's root after `mvn package`, in an environment that has the packages py-data-juicer and datatrove
(with its extra `processing`). The folder of --text holds .txt, .jsonl or .json files with real text; web pages of about
4.3 KB are made of its sentences, English and Chinese, every tenth a variation of an earlier one. Documents per second are
those of the whole process, starting and writing included; peak memory is that of the largest process.

    filters     the statistical filters that data-juicer also has, in its flavour
    edits       its mappers that need no model
    datatrove   Gopher's, C4's and FineWeb's quality rules, against datatrove
    near        MinHash near duplicates, 256 permutations, Jaccard 0.7
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from import_speed import paragraph, sentences

FILTERS = {
    "alphanumeric_filter": {"min_ratio": 0.25},
    "average_line_length_filter": {"min_len": 10},
    "character_repetition_filter": {"rep_len": 10, "max_ratio": 0.5},
    "maximum_line_length_filter": {"min_len": 10},
    "special_characters_filter": {"max_ratio": 0.3},
    "text_length_filter": {"min_len": 100},
    "word_repetition_filter": {"lang": "en", "tokenization": False, "rep_len": 10, "max_ratio": 0.5},
    "words_num_filter": {"lang": "en", "tokenization": False, "min_num": 10},
}
EDITS = {
    "fix_unicode_mapper": {},
    "whitespace_normalization_mapper": {},
    "punctuation_normalization_mapper": {},
    "clean_links_mapper": {},
    "clean_email_mapper": {},
    "clean_ip_mapper": {},
    "remove_repeat_sentences_mapper": {},
    "remove_long_words_mapper": {"max_len": 100},
}
NEAR = {
    "document_minhash_deduplicator": {
        "tokenization": "space", "window_size": 5, "lowercase": True, "num_permutations": 256, "jaccard_threshold": 0.7,
    }
}
GROUPS = {"filters": FILTERS, "edits": EDITS, "near": NEAR}
QUALITY = """rules:
  - {rule: gopher-repetition, flavour: datatrove}
  - {rule: gopher-quality, flavour: datatrove}
  - {rule: c4, flavour: datatrove, ended-lines: false}
  - {rule: fineweb-quality, flavour: datatrove}
"""

DATATROVE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from datatrove.pipeline.filters import (
    C4QualityFilter, FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter)
source, out = sys.argv[1:]
LocalPipelineExecutor(
    pipeline=[JsonlReader(source), GopherRepetitionFilter(), GopherQualityFilter(), C4QualityFilter(filter_no_terminal_punct=False),
              FineWebQualityFilter(), JsonlWriter(out, compression=None)],
    tasks=2, workers=2, logging_dir=out + "-logs").run()
"""


def pages(args):
    """The corpus as one JSONL for two of the programs, and cut in two for the third."""
    whole = args.work / f"pages-{args.mb}.jsonl"
    halves = args.work / f"pages-{args.mb}"
    if not whole.exists():
        rng = random.Random(1)
        pool = sentences(args.text)
        halves.mkdir(parents=True, exist_ok=True)
        parts = [open(halves / f"{i}.jsonl", "w", encoding="utf-8") for i in range(2)]
        made, size = [], 0
        with open(whole, "w", encoding="utf-8") as out:
            while size < args.mb * 1_000_000:
                text = page(rng, pool, made)
                line = json.dumps({"id": str(len(made)), "text": text}, ensure_ascii=False) + "\n"
                size += len(line.encode())
                out.write(line)
                parts[len(made) % 2].write(line)
                made.append(text if len(made) < 5000 else None)
        for part in parts:
            part.close()
    return whole, halves, sum(1 for _ in open(whole, encoding="utf-8"))


def page(rng, pool, made):
    if made and rng.random() < 0.1:
        lines = made[rng.randrange(min(len(made), 5000))].split("\n")
        lines[rng.randrange(len(lines))] = paragraph(rng, pool, 2)
        return "\n".join(lines)
    lines = []
    while sum(map(len, lines)) < rng.randint(2000, 6600):
        lines.append(paragraph(rng, pool, 8))
    return "\n".join(lines)


def timed(command, cwd=None):
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=cwd)
        peak = 0
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.05)
        seconds = time.perf_counter() - start
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"failed: {' '.join(map(str, command))}\n{said.read().decode()[-2000:]}")
    return seconds, peak


def resident(pid):
    """Largest resident memory of a process and those that it started, in MB; Linux only."""
    most = 0
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        try:
            waiting += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
            most = max(most, int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6)
        except OSError:
            pass
    return most


def lathe(args, corpus, rules):
    out = args.work / "lathe-out"
    shutil.rmtree(out, ignore_errors=True)
    result = timed(["java", *args.java.split(), "-jar", "target/lathe.jar", "clean",
                    f"--in={corpus}", f"--rules={rules}", f"--out={out}", "--threads=2"])
    ledger = json.loads((out / "ledger.json").read_text())
    shutil.rmtree(out, ignore_errors=True)
    return result, ledger["kept"]


def data_juicer(args, source, operators):
    out = args.work / "dj-out"
    shutil.rmtree(out, ignore_errors=True)
    config = args.work / "dj.yaml"
    config.write_text(json.dumps({
        "project_name": "speed", "dataset_path": str(source), "export_path": str(out / "kept.jsonl"), "np": 2,
        "use_cache": False, "open_tracer": False, "process": [{name: values} for name, values in operators.items()],
    }))
    result = timed([str(Path(sys.executable).with_name("dj-process")), "--config", str(config)], args.work)
    kept = sum(1 for _ in open(out / "kept.jsonl", encoding="utf-8"))
    shutil.rmtree(out, ignore_errors=True)
    return result, kept


def datatrove(args, halves):
    out = args.work / "trove-out"
    for folder in (out, Path(f"{out}-logs")):
        shutil.rmtree(folder, ignore_errors=True)
    result = timed([sys.executable, "-c", DATATROVE, str(halves), str(out)])
    kept = sum(1 for file in out.glob("*.jsonl") for _ in open(file, encoding="utf-8"))
    return result, kept


def report(name, documents, ours, theirs):
    a, b = (statistics.median(run[0][0] for run in runs) for runs in (ours, theirs))
    peak = [max(run[0][1] for run in runs) for runs in (ours, theirs)]
    print(
        f"| {name} | {documents / a:.0f} | {documents / b:.0f} | {b / a:.1f} "
        f"| {ours[0][1]} / {theirs[0][1]} | {peak[0]:.0f} / {peak[1]:.0f} | {os.getloadavg()[0]:.1f} |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", help="folder of real text; needed only while the corpus is missing")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--mb", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="filters,edits,datatrove,near")
    parser.add_argument("--java", default="-Xmx2g")
    args = parser.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    whole, halves, documents = pages(args)
    corpus = args.work / f"corpus-{args.mb}"
    if not (corpus / "ledger.json").exists():
        timed(["java", "-jar", "target/lathe.jar", "import", f"--in={whole}", f"--out={corpus}"])
    print("| rules | Lathe documents/s | peer documents/s | ratio | kept | peak MB | load |")
    print("|---|---|---|---|---|---|---|")
    for name in args.only.split(","):
        rules = args.work / f"{name}.yaml"
        if name == "datatrove":
            rules.write_text(QUALITY)
            peer = lambda: datatrove(args, halves)
        else:
            rules.write_text(json.dumps({"process": [{op: values} for op, values in GROUPS[name].items()]}))
            peer = lambda: data_juicer(args, whole, GROUPS[name])
        ours, theirs = [], []
        for _ in range(args.runs):
            ours.append(lathe(args, corpus, rules))
            theirs.append(peer())
        report(name, documents, ours, theirs)


if __name__ == "__main__":
    main()
