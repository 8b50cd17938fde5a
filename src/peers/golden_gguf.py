"""Golden values of PyPI's gguf for Lathe's blocks and its reader.

    python src/peers/golden_gguf.py

Needs gguf 0.19.0 and numpy. Writes src/test/resources/golden/gguf: blocks.json has rows of 32 floats as bits, what the
peer's quantiser makes of them, and what it makes of those bytes again; peer.gguf is a small file of the peer's writer with
a value of each type.
"""

import json
import pathlib

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Type

HERE = pathlib.Path("src/test/resources/golden/gguf")
LENGTH = 32


def rows():
    random = np.random.default_rng(7)
    steps = np.arange(LENGTH)
    yield from random.standard_normal((6, LENGTH))
    yield from 0.02 * random.standard_normal((4, LENGTH))
    yield from random.standard_normal((2, LENGTH)).astype(np.float16)
    yield np.zeros(LENGTH)
    yield -np.zeros(LENGTH)
    yield -np.abs(random.standard_normal(LENGTH))
    yield np.where(steps == 5, 127, steps - 15.5)        # scale 1: each number a tie of Q8_0
    yield np.where(steps == 5, -127, steps - 15.5)
    yield np.where(steps == 9, -8, (steps % 16) / 2 - 4)  # scale 1: ties of Q4_0
    yield np.where(steps == 9, 8, (steps % 16) / 2 - 4)
    yield np.where(steps % 2 == 0, 3, -3)                # the first of equals has the sign
    yield np.where(steps % 2 == 0, -3, 3)
    yield (steps - 16) / 2
    yield 1e-5 * random.standard_normal(LENGTH)          # scales among the smallest halves
    yield 1e-8 * random.standard_normal(LENGTH)          # scales that become zero
    yield 1e-42 * random.standard_normal(LENGTH)         # one by the scale is infinite
    yield np.where(steps == 31, 1e6, random.standard_normal(LENGTH))
    yield 60000 * random.uniform(-1, 1, LENGTH)


def blocks():
    data = np.array(list(rows()), dtype=np.float32)
    golden = {"rows": bits(data)}
    with np.errstate(all="ignore"):
        for kind in (Type.F16, Type.BF16, Type.Q8_0, Type.Q4_0):
            taken = np.clip(data, -65504, 65504) if kind == Type.F16 else data
            made = [gguf.quantize(row.copy(), kind).view(np.uint8) for row in taken]
            back = [np.array(gguf.dequantize(part, kind), dtype=np.float32) for part in made]
            golden[kind.name] = {"bytes": [part.tobytes().hex() for part in made], "back": bits(back)}
    (HERE / "blocks.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")


def bits(data):
    return [row.view(np.int32).tolist() for row in data]


def peer():
    out = gguf.GGUFWriter(HERE / "peer.gguf", "llama")
    out.add_uint8("a.u8", 200)
    out.add_int8("a.i8", -100)
    out.add_uint16("a.u16", 60000)
    out.add_int16("a.i16", -30000)
    out.add_uint32("a.u32", 4_000_000_000)
    out.add_int32("a.i32", -2_000_000_000)
    out.add_uint64("a.u64", 1 << 40)
    out.add_int64("a.i64", -(1 << 40))
    out.add_float32("a.f32", 0.1)
    out.add_float64("a.f64", 0.1)
    out.add_bool("a.bool", True)
    out.add_string("a.text", "磨坊 mill 😀")
    out.add_array("a.words", ["one", "", "三"])
    out.add_array("a.numbers", [1, -2, 3])
    values = np.arange(128, dtype=np.float32).reshape(4, 32) / 8 - 5
    for kind in (Type.F32, Type.F16, Type.BF16, Type.Q8_0, Type.Q4_0):
        out.add_tensor(kind.name.lower(), gguf.quantize(values, kind), raw_dtype=kind)
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


if __name__ == "__main__":
    HERE.mkdir(parents=True, exist_ok=True)
    blocks()
    peer()
