"""Times Lathe's import against Hugging Face datasets on the same files, in turns, within one run.

    python src/peers/import_speed.py --text FOLDER --work FOLDER [--mb 500] [--runs 3] [--only web,alpaca]

Run it from the project's root after `mvn package`; needs the packages datasets and pyarrow, and Unix. The folder of
--text holds .txt, .jsonl or .json files with real text, English and Chinese; from their sentences, shuffled, the
inputs are made in the folder of --work, unless they are there:

    web-MB.jsonl          pages as crawls give them: text, and meta with url and date
    alpaca-MB.jsonl       short rows of instruction, input, output
    *-snappy.parquet      the same rows, as pyarrow writes them
    *-zstd.parquet

Both read every record and leave it on the disk. MB/s are bytes of the JSONL, also for Parquet: what was read, not how
well it was compressed. Peak memory is that of the process alone.
"""

import argparse
import json
import multiprocessing
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

HF = """
import sys
from datasets import disable_progress_bars, load_dataset
disable_progress_bars()
kind, path, cache = sys.argv[1:]
print(len(load_dataset(kind, data_files=path, cache_dir=cache, split="train")))
"""


def texts(folder):
    for file in sorted(Path(folder).rglob("*")):
        if file.suffix == ".txt":
            yield file.read_text(encoding="utf-8", errors="ignore")
        elif file.suffix in (".jsonl", ".json"):
            raw = file.read_text(encoding="utf-8", errors="ignore")
            # any string value is text; which field it stands in does not matter here
            yield from (json.loads(found) for found in re.findall(r'"(?:[^"\\]|\\[^u])*"', raw) if len(found) > 80)


def sentences(folder):
    found = {}
    size = 0
    for text in texts(folder):
        for sentence in re.split(r"(?<=[.!?])\s+|(?<=[。！？])|\n+", text):
            if 10 < len(sentence) < 400:
                found[sentence.strip()] = None
                size += len(sentence)
        if size > 40_000_000:
            break
    if len(found) < 1000:
        sys.exit(f"{folder}: fewer than 1000 sentences in .txt, .jsonl and .json files")
    english = [sentence for sentence in found if sentence.isascii()]
    other = [sentence for sentence in found if not sentence.isascii()]
    return english, other or english


def paragraph(rng, pool, most):
    language = pool[0] if rng.random() < 0.8 else pool[1]
    parts = []
    for _ in range(rng.randint(1, most)):
        parts.append(rng.choice(language))
        if rng.random() < 0.1:
            parts.append(f"{rng.randint(0, 99999)} / {rng.random() * 1000:.2f}.")
    return " ".join(parts)


def web(rng, pool, number):
    text = "\n".join(paragraph(rng, pool, 12) for _ in range(rng.randint(1, 9)))
    date = f"20{rng.randint(10, 25)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return {"text": text, "meta": {"url": f"https://example.org/{rng.randrange(10**9)}/{number}", "date": date}}


def alpaca(rng, pool, number):
    question = paragraph(rng, pool, 1) if rng.random() < 0.4 else ""
    return {"instruction": paragraph(rng, pool, 1), "input": question, "output": paragraph(rng, pool, 5)}


def inputs(kind, args):
    file = args.work / f"{kind}-{args.mb}.jsonl"
    codecs = [file.with_name(f"{file.stem}-{codec}.parquet") for codec in ["snappy", "zstd"]]
    return file, codecs


def make(args):
    """Makes what is missing. In a process of its own: the peak memory that a system tells of a child is never less
    than what its parent had when it began."""
    pool = None
    for kind in args.only.split(","):
        file, converted = inputs(kind, args)
        if not file.exists():
            pool = pool or sentences(args.text or sys.exit("--text is needed to make the inputs"))
            write(kind, args.mb, file, pool)
        for parquet in converted:
            if not parquet.exists():
                convert(file, parquet, parquet.stem.rsplit("-", 1)[1])


def write(kind, megabytes, file, pool):
    rng = random.Random(1)
    row = {"web": web, "alpaca": alpaca}[kind]
    written = number = 0
    with open(f"{file}.part", "wb") as out:
        while written < megabytes * 1_000_000:
            written += out.write(json.dumps(row(rng, pool, number), ensure_ascii=False).encode() + b"\n")
            number += 1
    os.replace(f"{file}.part", file)


def convert(file, parquet, codec):
    import pyarrow as pa
    import pyarrow.parquet as pq

    writer = None
    with open(file, encoding="utf-8") as lines:
        while rows := [json.loads(line) for line in islice(lines, 50_000)]:
            table = pa.Table.from_pylist(rows)
            writer = writer or pq.ParquetWriter(f"{parquet}.part", table.schema, compression=codec)
            writer.write_table(table)
    writer.close()
    os.replace(f"{parquet}.part", parquet)


def timed(command, env=None):
    """Seconds, processor seconds and peak megabytes of a process, and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{output}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, output


def lathe(args, file):
    out = args.work / "lathe-out"
    shutil.rmtree(out, ignore_errors=True)
    command = ["java", *args.java.split(), "-jar", "target/lathe.jar", "import"]
    result = timed([*command, f"--in={file}", f"--out={out}", "--json"])
    rows = json.loads((out / "ledger.json").read_text())["read"] if (out / "ledger.json").exists() else None
    shutil.rmtree(out, ignore_errors=True)
    return result, rows


def datasets(args, kind, file):
    cache = args.work / "hf-cache"
    shutil.rmtree(cache, ignore_errors=True)
    env = dict(os.environ, HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")
    result = timed([sys.executable, "-c", HF, kind, str(file), str(cache)], env)
    shutil.rmtree(cache, ignore_errors=True)
    return result, int(result[3].split()[-1])


def compare(args, kind, file, megabytes):
    ours, theirs = [], []
    for _ in range(args.runs):
        result, rows = lathe(args, file)
        ours.append(result)
        result, expected = datasets(args, kind, file)
        theirs.append(result)
        if rows is not None and rows != expected:
            sys.exit(f"{file}: Lathe read {rows} rows, datasets {expected}")
    a, b = (statistics.median(run[0] for run in runs) for runs in (ours, theirs))
    cpu = [statistics.median(run[1] for run in runs) for runs in (ours, theirs)]
    peak = [max(run[2] for run in runs) for runs in (ours, theirs)]
    load = os.getloadavg()[0]
    print(
        f"| {file.name} | {megabytes / a:.0f} | {megabytes / b:.0f} | {b / a:.2f} "
        f"| {cpu[0]:.1f} | {cpu[1]:.1f} | {peak[0]:.0f} | {peak[1]:.0f} | {load:.1f} |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", help="folder of real text; needed only while inputs are missing")
    parser.add_argument("--work", type=Path, required=True, help="folder for inputs and outputs")
    parser.add_argument("--mb", type=int, default=500, help="megabytes of each JSONL")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="web,alpaca")
    parser.add_argument("--java", default="-Xmx1g", help="options of the Java process")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    maker = multiprocessing.get_context("spawn").Process(target=make, args=(args,))
    maker.start()
    maker.join()
    if maker.exitcode != 0:
        sys.exit(1)
    print("| file | Lathe MB/s | datasets MB/s | Lathe / datasets | CPU s | CPU s | peak MB | peak MB | load |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind in args.only.split(","):
        file, converted = inputs(kind, args)
        megabytes = file.stat().st_size / 1e6
        compare(args, "json", file, megabytes)
        for parquet in converted:
            compare(args, "parquet", parquet, megabytes)


if __name__ == "__main__":
    main()
