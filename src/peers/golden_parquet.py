"""Writes the golden files for lathe.ingest.format.parquet with pyarrow.

    python src/peers/golden_parquet.py            (from the project's root; needs the package pyarrow)

Writes into src/test/resources/golden/parquet files of a few KB, NAME.parquet, and beside each NAME.jsonl: the rows as
Lathe should read them. The expected rows come from the Python values that went in, not from the files.
"""

import base64
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = Path("src/test/resources/golden/parquet")
SENTENCES = [
    "The harbour was quiet when the first boat came in.",
    "潮水退去以后，孩子们在沙滩上捡贝壳。",
    "Seven men carried 12 crates; nobody spoke.",
    "",
    "老师说：“学而不思则罔。”",
    "Café, naïve, 👩‍👩‍👧 and ½ of it.",
]


def plain(value):
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, bytes):
        try:
            return value.decode() if b"\0" not in value else base64.b64encode(value).decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return value


def line(row):
    return json.dumps(plain(row), ensure_ascii=False, separators=(",", ":"))


def write(name, table, expected, **options):
    options.setdefault("compression", "snappy")
    pq.write_table(table, FOLDER / f"{name}.parquet", **options)
    (FOLDER / f"{name}.jsonl").write_text("".join(line(row) + "\n" for row in expected), encoding="utf-8")


def flat():
    rows = [
        {"text": None if i % 7 == 3 else SENTENCES[i % 6] * (i % 4 + 1), "lang": "zh" if i % 6 in (1, 4) else "en", "n": i}
        for i in range(60)
    ]
    table = pa.Table.from_pylist(rows)
    for codec in ["none", "snappy", "zstd", "gzip", "lz4"]:
        write(f"flat-{codec}", table, rows, compression=codec, row_group_size=25, data_page_size=200)
    write("flat-v2", table, rows, data_page_version="2.0", row_group_size=25, data_page_size=200)
    write("flat-checksums", table, rows, write_page_checksum=True, data_page_size=200)
    write("flat-plain", table, rows, use_dictionary=False, write_statistics=False)
    pq.write_table(table, FOLDER / "brotli.parquet", compression="brotli")


def encodings():
    rows = [
        {
            "i": i * i - 300,
            "l": (i << 33) * (-1) ** i,
            "length": SENTENCES[i % 6],
            "prefixed": f"https://example.org/page/{i:05d}",
            "split": i / 8,
            "flag": None if i % 5 == 0 else i % 3 == 0,
        }
        for i in range(200)
    ]
    schema = pa.schema(
        [("i", pa.int32()), ("l", pa.int64()), ("length", pa.string()), ("prefixed", pa.string())]
        + [("split", pa.float64()), ("flag", pa.bool_())]
    )
    columns = {
        "i": "DELTA_BINARY_PACKED",
        "l": "DELTA_BINARY_PACKED",
        "length": "DELTA_LENGTH_BYTE_ARRAY",
        "prefixed": "DELTA_BYTE_ARRAY",
        "split": "BYTE_STREAM_SPLIT",
        "flag": "RLE",
    }
    table = pa.Table.from_pylist(rows, schema=schema)
    for version in ["1.0", "2.0"]:
        write(
            f"encodings-v{version[0]}",
            table,
            rows,
            use_dictionary=False,
            column_encoding=columns if version == "2.0" else {**columns, "flag": "PLAIN"},
            data_page_version=version,
            data_page_size=1000,
            compression="zstd",
        )


def nested():
    message = pa.struct([("role", pa.string()), ("content", pa.string())])
    schema = pa.schema(
        [
            ("id", pa.int64()),
            ("messages", pa.list_(message)),
            ("tags", pa.list_(pa.string())),
            ("grid", pa.list_(pa.list_(pa.int32()))),
            ("scores", pa.map_(pa.string(), pa.float64())),
            ("meta", pa.struct([("url", pa.string()), ("inner", pa.struct([("depth", pa.int32())]))])),
        ]
    )
    roles = ["user", "assistant"]
    rows = []
    for i in range(45):
        turns = [{"role": roles[j % 2], "content": SENTENCES[(i + j) % 6] or None} for j in range(i % 5 * 2)]
        rows.append(
            {
                "id": i,
                "messages": turns,
                "tags": None if i % 4 == 0 else [None if j == 1 else f"t{j}" for j in range(i % 3)],
                "grid": [[j] * (j % 3) for j in range(i % 4)],
                "scores": None if i % 6 == 5 else [(f"k{j}", None if j == 2 else j / 4) for j in range(1, i % 4 + 1)],
                "meta": None if i % 9 == 0 else {"url": f"u{i}", "inner": None if i % 2 else {"depth": i}},
            }
        )
    table = pa.Table.from_pylist(rows, schema=schema)
    expected = [dict(row, scores=dict(row["scores"]) if row["scores"] is not None else None) for row in rows]
    for name, options in {
        "nested": {},
        "nested-item": {"use_compliant_nested_type": False},
        "nested-v2": {"data_page_version": "2.0"},
    }.items():
        write(name, table, expected, row_group_size=20, data_page_size=100, write_batch_size=3, **options)


def kinds():
    utc = dt.timezone.utc
    day = dt.datetime(2024, 2, 29, 13, 5, 7)
    names = ["bool", "f4", "f8", "f2", "u1", "u4", "u8", "dec4", "dec8", "dec16", "date", "ms", "us", "utc", "time"]
    types = [pa.bool_(), pa.float32(), pa.float64(), pa.float16(), pa.uint8(), pa.uint32(), pa.uint64()]
    types += [pa.decimal128(7, 2), pa.decimal128(15, 3), pa.decimal128(30, 10), pa.date32(), pa.timestamp("ms")]
    types += [pa.timestamp("us"), pa.timestamp("us", "UTC"), pa.time64("us")]
    rows = [
        [True, 0.5, 0.1, 1.5, 255, 4294967295, 18446744073709551615, Decimal("-12.30"), Decimal("123456789012.345")]
        + [Decimal("12345678901234567890.0123456789"), day.date(), day, day.replace(microsecond=250)]
        + [day.replace(tzinfo=utc), dt.time(23, 59, 1, 500000)],
        [False, -2.25, 1e-7, -0.25, 0, 0, 1, Decimal("0.01"), Decimal("-0.001"), Decimal("0.0000000001")]
        + [dt.date(1969, 12, 31), dt.datetime(1969, 12, 31, 23, 59, 59, 999000), dt.datetime(1900, 1, 1)]
        + [dt.datetime(1600, 3, 4, 5, 6, 7, 8, tzinfo=utc), dt.time(0, 0)],
        [None] * len(names),
    ]
    texts = [
        ["true", "0.5", "0.1", "1.5", "255", "4294967295", "18446744073709551615", "-12.30", "123456789012.345"]
        + ["12345678901234567890.0123456789", '"2024-02-29"', '"2024-02-29T13:05:07"', '"2024-02-29T13:05:07.00025"']
        + ['"2024-02-29T13:05:07Z"', '"23:59:01.5"'],
        ["false", "-2.25", "1.0E-7", "-0.25", "0", "0", "1", "0.01", "-0.001", "1E-10", '"1969-12-31"']
        + ['"1969-12-31T23:59:59.999"', '"1900-01-01T00:00:00"', '"1600-03-04T05:06:07.000008Z"', '"00:00:00"'],
        ["null"] * len(names),
    ]
    blobs = [b"plain \xe4\xb8\xad", b"\x89PNG\r\n\x00\xff", None]
    uuids = [bytes(range(16)), b"\xff" * 16, None]
    columns = [pa.array([row[i] for row in rows], kind) for i, kind in enumerate(types)]
    columns += [pa.array(blobs, pa.binary()), pa.array(uuids, pa.binary(16)), pa.array([day, day, None], pa.timestamp("ns"))]
    table = pa.table(columns, names=names + ["blob", "fixed", "ns"])
    more = [json.dumps(plain([blob, fixed]), ensure_ascii=False)[1:-1].split(", ") for blob, fixed in zip(blobs, uuids)]
    out = ""
    for i, text in enumerate(texts):
        ns = "null" if i == 2 else '"2024-02-29T13:05:07"'
        pairs = zip(names + ["blob", "fixed", "ns"], text + more[i] + [ns])
        out += "{" + ",".join(f'"{name}":{value}' for name, value in pairs) + "}\n"
    for name, options in {"kinds": {}, "kinds-int96": {"use_deprecated_int96_timestamps": True}}.items():
        pq.write_table(table, FOLDER / f"{name}.parquet", **options)
        expected = out.replace("07Z", "07").replace("08Z", "08") if "int96" in name else out
        (FOLDER / f"{name}.jsonl").write_text(expected, encoding="utf-8")


def broken():
    bad = pa.array([b"good", b"\xff\xfe bad", b"fine"], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": bad}), FOLDER / "invalid-utf8.parquet")


def bombs():
    nulls = pa.array([["a"], [None] * 3_000_000, ["b"]], pa.list_(pa.string()))
    pq.write_table(pa.table({"xs": nulls}), FOLDER / "bomb-nulls.parquet", row_group_size=1)
    texts = pa.array(["x" * 900_000] * 2000).dictionary_encode()
    pq.write_table(pa.table({"text": texts}), FOLDER / "bomb-dictionary.parquet", compression="zstd")
    prefixes = pa.array([["y" * 900_000] * 1000], pa.list_(pa.string()))
    pq.write_table(
        pa.table({"xs": prefixes}),
        FOLDER / "bomb-prefix.parquet",
        compression="zstd",
        use_dictionary=False,
        write_statistics=False,
        column_encoding={"xs.list.element": "DELTA_BYTE_ARRAY"},
    )


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    flat()
    encodings()
    nested()
    kinds()
    broken()
    bombs()
    for file in sorted(FOLDER.iterdir()):
        print(file.name, file.stat().st_size)


if __name__ == "__main__":
    main()
