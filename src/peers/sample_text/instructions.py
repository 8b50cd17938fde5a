"""Questions and answers over the facts, several ways of asking for each."""

import random

from . import prose_en, prose_zh
from .facts import (
    KINDS,
    MATERIALS,
    NUMBERS_EN,
    NUMBERS_ZH,
    PEOPLE,
    PLACES,
    TOOLS,
    Tool,
    capital,
)

Row = dict[str, str]


def row(instruction: str, output: str, given: str = "") -> Row:
    return {"instruction": instruction, "input": given, "output": output}


def pick(rng: random.Random, asked: list[str], count: int, output: str) -> list[Row]:
    """The same answer to some of the ways of asking."""
    return [row(question, output) for question in rng.sample(asked, count)]


def tool_en(rng: random.Random, tool: Tool) -> list[Row]:
    return [
        *pick(
            rng,
            [
                f"What is {tool.a} for?",
                f"What is {tool.a} used for?",
                f"What do you do with {tool.a}?",
                f"Tell me what {tool.a} is for.",
                f"Explain the use of {tool.a}.",
            ],
            5,
            prose_en.use(tool),
        ),
        *pick(
            rng,
            [
                f"Which tool do you use to {tool.use_en}?",
                f"I want to {tool.use_en}. Which tool do I need?",
            ],
            2,
            prose_en.whichever(tool),
        ),
        *pick(rng, [f"Where is the {tool.en} kept?", f"Where do I find the {tool.en}?"], 2, prose_en.kept(tool)),
        *pick(
            rng,
            [f"What kind of tool is {tool.a}?", f"To which kind of tools does {tool.a} belong?"],
            1,
            prose_en.kind(tool),
        ),
        *pick(
            rng,
            [f"What is the Chinese word for {tool.a}?", f"How do you say {tool.en} in Chinese?"],
            2,
            f"The Chinese word for {tool.a} is {tool.zh}.",
        ),
    ]


def tool_zh(rng: random.Random, tool: Tool) -> list[Row]:
    return [
        *pick(
            rng,
            [
                f"“{tool.zh}”是做什么用的？",
                f"“{tool.zh}”有什么用处？",
                f"请说说“{tool.zh}”的用处。",
                f"{tool.zh}，是做什么用的？",
                f"{tool.zh}，用来干什么？",
            ],
            5,
            prose_zh.use(tool),
        ),
        *pick(
            rng, [f"要{tool.use_zh}，该用哪一种工具？", f"要{tool.use_zh}，需要什么工具？"], 2, prose_zh.whichever(tool)
        ),
        *pick(rng, [f"“{tool.zh}”放在哪里？", f"{tool.zh}，到哪里去找？"], 2, prose_zh.kept(tool)),
        *pick(rng, [f"“{tool.zh}”是一种什么工具？", f"{tool.zh}，属于哪一类工具？"], 1, prose_zh.kind(tool)),
        *pick(rng, [f"“{tool.zh}”用英文怎么说？", f"{tool.zh}，英文叫做什么？"], 2, prose_zh.english(tool)),
    ]


def materials_en(rng: random.Random) -> list[Row]:
    rows = []
    for m in MATERIALS:
        rows += pick(
            rng,
            [f"What is the colour of {m.en}?", f"Which colour does {m.en} have?"],
            2,
            f"The colour of {m.en} is {m.colour_en}.",
        )
        rows += pick(
            rng,
            [f"What are {m.made_en} made of?", f"Of which material are {m.made_en} made?"],
            1,
            f"{capital(m.made_en)} are made of {m.en}.",
        )
        rows.append(
            row(
                "Is the material a wood, a metal, a stone or a cloth?",
                f"{capital(m.en)} is a kind of {m.kind_en}.",
                capital(m.en),
            )
        )
    return rows


def materials_zh(rng: random.Random) -> list[Row]:
    rows = []
    for m in MATERIALS:
        rows += pick(rng, [f"“{m.zh}”是什么颜色？", f"{m.zh}，颜色是哪一种？"], 2, prose_zh.colour(m))
        rows += pick(rng, [f"{m.made_zh}，是用什么材料做的？", f"{m.made_zh}，一般用什么来做？"], 1, prose_zh.made(m))
        rows.append(row("这种材料是木材、金属、石材还是织物？", prose_zh.kind_of(m), m.zh))
    return rows


def people_en(rng: random.Random) -> list[Row]:
    rows = []
    for p in PEOPLE:
        rows += pick(
            rng,
            [f"Who is the {p.trade_en}?", f"What is the name of the {p.trade_en}?", f"What is {p.en}'s trade?"],
            2,
            f"{p.en} is the {p.trade_en}.",
        )
        rows += pick(
            rng,
            [f"On which day does {p.en} come?", f"When does {p.en} come to the workshop?"],
            1,
            f"{p.en} comes on {p.day_en}.",
        )
        rows += pick(
            rng,
            [f"What does {p.en} like to drink?", f"What is the favourite drink of {p.en}?"],
            1,
            f"{p.en} likes to drink {p.drink_en}.",
        )
    return rows


def people_zh(rng: random.Random) -> list[Row]:
    rows = []
    for p in PEOPLE:
        rows += pick(
            rng,
            [f"请问谁是{p.trade_zh}？", f"作坊里的{p.trade_zh}叫什么名字？", f"{p.zh}是做什么工作的？"],
            2,
            f"{p.zh}是{p.trade_zh}。",
        )
        rows += pick(rng, [f"{p.zh}星期几来作坊？", f"哪一天能见到{p.zh}？"], 1, f"{p.zh}{p.day_zh}来。")
        rows += pick(rng, [f"{p.zh}喜欢喝什么？", f"请问{p.zh}爱喝什么？"], 1, f"{p.zh}喜欢喝{p.drink_zh}。")
    return rows


def sums(rng: random.Random, count: int) -> list[Row]:
    """Additions in words."""
    rows = []
    every = [(a, b) for a in range(1, 6) for b in range(1, 6)]
    pairs = rng.sample(every, count) + rng.sample(every, count)
    for a, b in pairs[:count]:
        en = NUMBERS_EN
        rows += pick(
            rng,
            [f"What is {en[a]} plus {en[b]}?", f"How much is {en[a]} plus {en[b]}?"],
            1,
            f"{capital(en[a])} plus {en[b]} is {en[a + b]}.",
        )
    for a, b in pairs[count:]:
        zh = NUMBERS_ZH
        rows += pick(rng, [f"{zh[a]}加{zh[b]}，等于几？", f"请算一算：{zh[a]}加{zh[b]}。"], 1, prose_zh.total(a, b))
    return rows


def continuations(rng: random.Random, count: int) -> list[Row]:
    """A sentence that is to be finished."""
    rows = []
    for tool in rng.sample(TOOLS, count):
        rows.append(row("Finish the sentence.", prose_en.kept(tool), f"The {tool.en} is kept"))
        rows.append(row("请把句子写完。", prose_zh.kept(tool), f"{tool.zh}，放在"))
    return rows


def places_and_kinds(rng: random.Random) -> list[Row]:
    """One row for each place and kind: name something that belongs there."""
    rows = []
    for key, (en, zh) in sorted(PLACES.items()):
        tool = rng.choice([tool for tool in TOOLS if tool.place == key])
        rows.append(row(f"Name a tool that is kept {en}.", prose_en.kept(tool)))
        rows.append(row(f"说出一件放在{zh}的工具。", prose_zh.kept(tool)))
    for key, (en, zh) in sorted(KINDS.items()):
        tool = rng.choice([tool for tool in TOOLS if tool.kind == key])
        rows.append(row(f"Name a {en}.", prose_en.kind(tool)))
        rows.append(row(f"举一个{zh}的例子。", prose_zh.kind(tool)))
    return rows


def all_rows(rng: random.Random) -> list[Row]:
    """Every instruction once, in a random order."""
    rows = materials_en(rng) + materials_zh(rng) + people_en(rng) + people_zh(rng)
    for tool in TOOLS:
        rows += tool_en(rng, tool) + tool_zh(rng, tool)
    rows += sums(rng, 15) + continuations(rng, 6) + places_and_kinds(rng)
    rng.shuffle(rows)
    return rows
