"""Token shards of nanoGPT and Megatron-LM, written and read after the description of their formats.

Without arguments: writes small golden files to src/test/resources/golden/tokenizers/shards.
With a folder that `lathe tokenizer encode --to nanogpt|megatron` wrote: reads it and tells what is in it; with
--tokenizer DIR also the first texts. Needs numpy, and tokenizers for --tokenizer. Run from the repository root.
"""

import argparse
import struct
from pathlib import Path

import numpy

GOLDEN = Path("src/test/resources/golden/tokenizers/shards")
DOCUMENTS = [[5, 0, 65535, 7], [1], [2, 3, 4]]
CODES = {1: "u1", 2: "i1", 3: "<i2", 4: "<i4", 5: "<i8", 6: "<f8", 7: "<f4", 8: "<u2"}


def write_megatron(name, dtype, code):
    numpy.concatenate([numpy.array(ids, dtype) for ids in DOCUMENTS]).tofile(GOLDEN / f"{name}.bin")
    lengths = numpy.array([len(ids) for ids in DOCUMENTS], "<i4")
    width = numpy.dtype(dtype).itemsize
    pointers = numpy.concatenate([[0], numpy.cumsum(lengths)[:-1]]).astype("<i8") * width
    borders = numpy.arange(len(DOCUMENTS) + 1, dtype="<i8")
    with open(GOLDEN / f"{name}.idx", "wb") as out:
        out.write(b"MMIDIDX\x00\x00" + struct.pack("<QBQQ", 1, code, len(lengths), len(borders)))
        out.write(lengths.tobytes() + pointers.tobytes() + borders.tobytes())


def read_megatron(prefix):
    """Documents of an indexed data set, each an array of ids."""
    index = Path(f"{prefix}.idx").read_bytes()
    if index[:9] != b"MMIDIDX\x00\x00":
        raise ValueError("not an indexed data set")
    version, code, sequences, borders = struct.unpack_from("<QBQQ", index, 9)
    if version != 1:
        raise ValueError(f"version {version}")
    at = 9 + struct.calcsize("<QBQQ")
    lengths = numpy.frombuffer(index, "<i4", sequences, at)
    pointers = numpy.frombuffer(index, "<i8", sequences, at + lengths.nbytes)
    border = numpy.frombuffer(index, "<i8", borders, at + lengths.nbytes + pointers.nbytes)
    if at + lengths.nbytes + pointers.nbytes + border.nbytes != len(index):
        raise ValueError("the index has another length than it says")
    ids = numpy.memmap(f"{prefix}.bin", CODES[code], "r")
    width = ids.dtype.itemsize
    documents = []
    for begin, end in zip(border[:-1], border[1:]):
        parts = [ids[pointers[i] // width : pointers[i] // width + lengths[i]] for i in range(begin, end)]
        documents.append(numpy.concatenate(parts))
    if sum(map(len, documents)) != len(ids):
        raise ValueError("the index leaves ids out")
    return documents


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?")
    arguments.add_argument("--tokenizer")
    given = arguments.parse_args()
    if not given.folder:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        write_megatron("uint16", "<u2", 8)
        write_megatron("int32", "<i4", 4)
        return
    decode = lambda ids: ""
    if given.tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(f"{given.tokenizer}/tokenizer.json")
        decode = lambda ids: repr(tokenizer.decode([int(i) for i in ids], skip_special_tokens=False))[:100]
    folder = Path(given.folder)
    for file in sorted(folder.glob("*.idx")):
        documents = read_megatron(file.with_suffix(""))
        print(file.stem, len(documents), "documents", sum(map(len, documents)), "tokens", documents[0].dtype)
        for ids in documents[:3]:
            print("  ", list(map(int, ids[:8])), decode(ids))
    for file in (folder / "train.bin", folder / "val.bin"):
        if file.exists():
            ids = numpy.memmap(file, "<u2", "r") if file.stat().st_size else numpy.zeros(0, "<u2")
            print(file.name, len(ids), "tokens", list(map(int, ids[:8])), decode(ids[:60]))


main()
