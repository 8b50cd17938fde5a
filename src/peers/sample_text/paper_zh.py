"""Chinese paper: letters from customers and pages from the order book."""

import random

from .facts import MATERIALS, NUMBERS_ZH, PEOPLE, PRODUCTS
from .prose_zh import ENDINGS, REASONS, WEATHER

BUILDINGS = ["新学校要用", "修桥要用", "河边盖房子要用", "磨坊的谷仓要用"]
SECONDS = [
    "边角请磨圆一点。",
    "慢慢做，不着急。",
    "我们想在月底以前来取。",
    "上一个用了整整十年。",
    "奶奶每天都要坐在它旁边。",
    "请不要上漆，我们喜欢看木纹。",
    "要是做得好，还要再做一个。",
]


def letter(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    _, thing, measure = rng.choice(PRODUCTS)
    m = rng.choice([m for m in MATERIALS if m.kind_zh in ("木材", "金属")])
    return "".join(
        [
            f"{p.zh}您好：\n{rng.choice(REASONS)}，请您用{m.zh}做一{measure}{thing}。",
            f"我们选{m.zh}，因为它{m.trait_zh}，而且{m.zh}的颜色是{m.colour_zh}。",
            rng.choice(SECONDS),
            f"我们付{rng.choice(NUMBERS_ZH[2:9])}百个铜板，再送您一些{rng.choice(['蜂蜜', '苹果', '木柴', '火腿', '新烤的面包'])}。",
            f"我们{p.day_zh}来找您，好吗？",
            rng.choice(
                ["磨坊的邻居敬上。", "学校的朋友敬上。", "您的表弟敬上。", "您的老主顾敬上。", "村里的乐队敬上。"]
            ),
        ]
    )


def order(rng: random.Random) -> str:
    """A page from the order book: what was asked for and what was answered."""
    p, q = rng.sample(PEOPLE, 2)
    m = rng.choice([m for m in MATERIALS if m.kind_zh in ("木材", "金属")])
    _, thing, measure = rng.choice(PRODUCTS)
    asked = rng.choice(
        [
            f"{rng.choice(REASONS)}，要一{measure}{m.zh}的{thing}。",
            f"{rng.choice(BUILDINGS)}，要{rng.choice(NUMBERS_ZH[3:8])}块{m.zh}。",
        ]
    )
    answered = rng.choice(
        [
            f"{p.zh}{p.day_zh}来的时候就能做好。",
            f"很乐意，不过{q.zh}要先看看图纸。",
            f"{rng.choice(WEATHER)}，还没有动手。",
            rng.choice(ENDINGS),
            rng.choice(SECONDS),
            f"{m.zh}用完了，下一车要等一个星期。",
        ]
    )
    head = rng.choice(
        [f"订货簿，{p.zh}的一页。", f"有人来订货，小梅都记在本子上，给{p.zh}看。", f"这是交给{p.zh}的活。"]
    )
    return f"{head}\n\n要求：\n{asked}\n\n答复：\n{answered}"


# A document's form and its share among the generated ones.
FORMS = [(letter, 8), (order, 10)]
