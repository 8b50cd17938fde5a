"""Chinese conversations at the bench: somebody asks, somebody knows."""

import random

from .facts import MATERIALS, NUMBERS_ZH, PEOPLE, TOOLS
from .prose_zh import (
    ENDINGS,
    WEATHER,
    colour,
    english,
    kept,
    kind,
    kind_of,
    made,
    total,
    use,
    whichever,
)

STARTS = [
    "歇工的时候，大家坐在长凳上。",
    "炉子很暖和，谁也不着急。",
    "学校的一个班来参观。",
    "两位客人在等雨停。",
    "下午，面包房新来的姑娘进来看看。",
    "头一天来，要问的事情真多。",
]


def about_tool(rng: random.Random) -> tuple[str, str]:
    tool = rng.choice(TOOLS)
    return rng.choice(
        [
            (
                rng.choice([f"{tool.zh}，为什么要有它？", f"{tool.zh}，有什么好？", f"{tool.zh}，它能干什么？"]),
                use(tool),
            ),
            (
                rng.choice([f"{tool.zh}，留着做什么？", f"{tool.zh}，有什么好？", f"{tool.zh}，什么时候要拿？"]),
                use(tool),
            ),
            (rng.choice([f"要{tool.use_zh}，怎么办？", f"要{tool.use_zh}，靠什么？"]), whichever(tool)),
            (rng.choice([f"{tool.zh}，谁看见了？", f"{tool.zh}，到哪里去了？"]), kept(tool)),
            (rng.choice([f"{tool.zh}，算什么东西？", f"{tool.zh}，该记在哪张单子上？"]), kind(tool)),
            (rng.choice([f"{tool.zh}，外国客人管它叫什么？", f"{tool.zh}，标签上怎么写？"]), english(tool)),
        ]
    )


def about_material(rng: random.Random) -> tuple[str, str]:
    m = rng.choice(MATERIALS)
    return rng.choice(
        [
            (rng.choice([f"{m.zh}，怎么认得出来？", f"{m.zh}，看上去是深还是浅？"]), colour(m)),
            (rng.choice([f"{m.made_zh}，要拿什么料？", f"{m.made_zh}，拿什么去做？"]), made(m)),
            (rng.choice([f"{m.zh}，该跟什么放在一起？", f"{m.zh}，那是什么？"]), kind_of(m)),
        ]
    )


def about_person(rng: random.Random) -> tuple[str, str]:
    p = rng.choice(PEOPLE)
    return rng.choice(
        [
            (rng.choice([f"要请{p.trade_zh}，该找谁？", f"{p.zh}整天忙什么？"]), f"{p.zh}是{p.trade_zh}。"),
            (rng.choice([f"什么时候来找{p.zh}好？", f"{p.zh}天天都在吗？"]), f"{p.zh}{p.day_zh}来。"),
            (rng.choice([f"给{p.zh}倒什么好？", f"{p.zh}呢，喝茶还是喝别的？"]), f"{p.zh}喜欢喝{p.drink_zh}。"),
        ]
    )


def about_numbers(rng: random.Random) -> tuple[str, str]:
    a, b = rng.randint(1, 5), rng.randint(1, 5)
    zh = NUMBERS_ZH
    return rng.choice([f"{zh[a]}加{zh[b]}，一共多少？", f"{zh[a]}加{zh[b]}，会算吗？"]), total(a, b)


TOPICS = [about_tool, about_tool, about_tool, about_material, about_person, about_numbers]


def talk(rng: random.Random) -> str:
    """Questions and answers between two people."""
    p, q = rng.sample(PEOPLE, 2)
    lines = [rng.choice(STARTS)]
    for turn in range(rng.choice([3, 4])):
        asked, answer = rng.choice(TOPICS)(rng)
        who, whom = (f"{p.zh}问：", f"{q.zh}说：") if turn == 0 else ("", "")
        lines.append(f"{who}“{asked}”\n{whom}“{answer}”")
    return "\n".join(lines)


def lesson(rng: random.Random) -> str:
    """A page of Mei's notebook: what she asked and what she was told."""
    lines = [f"{rng.choice(WEATHER)}。今天问过的事情，都记在这里。"]
    for _ in range(rng.choice([3, 4, 5])):
        asked, answer = rng.choice(TOPICS)(rng)
        lines.append(f"{asked}\n{answer}")
    return "\n\n".join([*lines, rng.choice(ENDINGS)])


# A document's form and its share among the generated ones.
FORMS = [(talk, 24), (lesson, 20)]
