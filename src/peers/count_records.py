"""Counts the records that an import of instruction and corpus files should give, without Lathe.

    python src/peers/count_records.py --data DIR            (a line per file under DIR, or FILE; needs only Python)
    python src/peers/count_records.py --data DIR --lathe target/lathe.jar
                                                            (also imports each file with that jar and compares)

Knows .jsonl, .json and .txt. What counts as a record is written here a second time, from the datasets' own descriptions:
a conversation, exchange or text is one; an Open-Assistant tree gives one for each path from its root to a leaf, cut after
the last answer, the same path once, without deleted messages; rows that cannot be read give none.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path


def rows_of(file):
    text = file.read_text(encoding="utf-8-sig")
    if file.suffix == ".txt":
        return [{"text": text}]
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    value = json.loads(text)
    return value if isinstance(value, list) else [value]


def cut_paths(message, before=()):
    """The paths below a message as tuples of message ids."""
    if message.get("deleted"):
        return set()
    path = before + ((message["message_id"], message["role"]),)
    replies = [reply for reply in message.get("replies") or [] if not reply.get("deleted")]
    if replies:
        return set().union(*(cut_paths(reply, path) for reply in replies))
    while path and path[-1][1] != "assistant":
        path = path[:-1]
    return {path} if path else set()


def trees_of(rows):
    """Trees of flat message rows: the rows that lead up to a root, nested."""
    messages = {}
    for row in rows:
        messages.setdefault(row["message_id"], dict(row, replies=[]))
    roots = []
    for message in messages.values():
        parent = message.get("parent_id")
        if not parent:
            roots.append(message)
        elif parent in messages:
            messages[parent]["replies"].append(message)
    return roots


ROLES = "system developer user human prompter assistant gpt chatgpt bing bard bot model ai function_call tool_call tool"
ROLES += " observation function function_response tool_response ipython"


def filled(row, *names):
    return all(row.get(name) is not None for name in names)


def readable(turn):
    """Whether a turn has a known speaker and says something in words."""
    said = turn.get("value", turn.get("content"))
    if isinstance(said, list) and not all(isinstance(part, str) or "text" in part for part in said):
        return False
    known = turn.get("from", turn.get("role", "")).lower() in ROLES.split()
    return known and (said is not None or bool(turn.get("tool_calls")))


def records_of(row):
    """How many records a row gives by itself."""
    if isinstance(row, str):
        return 1
    if "thread" in row:
        return 1 if any(message["role"] == "assistant" for message in row["thread"]) else 0
    if filled(row, "chosen", "rejected"):
        return 1
    for name in ("conversations", "messages"):
        if isinstance(row.get(name), list):
            return 1 if row[name] and all(readable(turn) for turn in row[name]) else 0
    if isinstance(row.get("prompt"), dict):
        return len(cut_paths(row["prompt"]))
    if "replies" in row:
        return len(cut_paths(row))
    if isinstance(row.get("answers"), dict):
        return 1 if row["answers"]["text"] else 0
    pairs = [("instruction", "output"), ("instruction", "response"), ("prompt", "response"), ("prompt", "completion")]
    pairs += [("question", "answer"), ("user_input", "completion_a")]
    if any(filled(row, *pair) for pair in pairs) or row.get("responses_and_scores"):
        return 1
    return 1 if isinstance(row.get("text"), str) else 0


def is_message_row(row):
    return isinstance(row, dict) and "message_id" in row and row.get("replies") is None


def count(file):
    """Source items and the records that they should give."""
    rows = rows_of(file)
    flat = [row for row in rows if is_message_row(row)]
    others = [row for row in rows if not is_message_row(row)]
    records = sum(len(cut_paths(root)) for root in trees_of(flat))
    return len(rows), records + sum(records_of(row) for row in others)


def imported(jar, file):
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-jar", jar, "import", "--in", str(file), "--out", folder, "--json"]
        subprocess.run(command, check=True, capture_output=True)
        ledger = json.loads(Path(folder, "ledger.json").read_text(encoding="utf-8"))
        shown = json.loads(Path(folder, "files.jsonl").read_text(encoding="utf-8").splitlines()[0])["preset"]
        with open(Path(folder, "records.jsonl"), encoding="utf-8") as lines:
            ids = Counter(json.loads(line)["id"] for line in lines)
        return shown, ledger, sum(ids.values()), len(ids)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", required=True, type=Path)
    arguments.add_argument("--lathe")
    options = arguments.parse_args()
    one = options.data.is_file()
    files = [options.data] if one else sorted(f for f in options.data.rglob("*") if f.suffix in (".jsonl", ".json", ".txt"))
    wrong = 0
    print("file | items | expected" + (" | preset | read | kept | rejected | records | ids | " if options.lathe else ""))
    for file in files:
        items, expected = count(file)
        name = file.name if one else str(file.relative_to(options.data))
        line = f"{name} | {items} | {expected}"
        if options.lathe:
            preset, ledger, records, ids = imported(options.lathe, file)
            same = items == ledger["read"] and expected == ledger["records"] == records == ids
            wrong += not same
            line += f" | {preset} | {ledger['read']} | {ledger['kept']} | {ledger['rejected']} | {records} | {ids}"
            line += " | same" if same else " | DIFFERS"
        print(line, flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
