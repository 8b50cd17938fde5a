"""Chinese documents: each joins facts into a text that a person might have written."""

import random

from .facts import (
    KINDS,
    MATERIALS,
    NUMBERS_ZH,
    PEOPLE,
    PLACES,
    PRODUCTS,
    TOOLS,
    Material,
    Tool,
)

WEATHER = [
    "外面下着雨",
    "太阳出得很早",
    "屋顶上积着雪",
    "南风暖暖地吹着",
    "河上起了雾",
    "下了头一场霜",
    "燕子回来了",
    "天热得穿不住外套",
]
CARE = [
    "用完擦干净，再放回去。",
    "滴一点油，就不会生锈。",
    "这是从集市上买来的，从来没有修过。",
    "柄已经被许多双手磨得发亮。",
    "它的年纪比作坊里谁都大。",
    "傍晚以前请送回来。",
    "它不贵，却能用一辈子。",
    "新手总是握得太紧。",
    "这是磨坊主人送的。",
    "不认识的人来借，是不给的。",
    "还有一件备用的，可是总也找不到。",
    "动手以前，先看看好不好用。",
    "好不好，掂一掂就知道。",
    "它有自己的位置，旁边写着名字。",
]
ENDINGS = [
    "傍晚，地扫干净了，灯也关了。",
    "六点钟，炉子凉了，大家都回家了。",
    "客人付了钱，回头看了一眼，笑了。",
    "明天上油，星期六来取。",
    "谁也没有受伤，什么也没有浪费。",
    "猫一直在窗台上看着。",
    "忙完以后，大家一起喝茶。",
    "刨花都进了炉子。",
    "老王的钟敲了五下，早了两分钟。",
    "这一天就这样过去了。",
]
REASONS = [
    "五月里有人结婚",
    "新学校要开学",
    "旧的那个坏了",
    "邻居家刚生了孩子",
    "客栈的厨房要用",
    "要送给医生做礼物",
    "图书馆要用",
    "河边的新房子要用",
]


def use(tool: Tool) -> str:
    return f"{tool.zh}，用来{tool.use_zh}。"


def kept(tool: Tool) -> str:
    return f"{tool.zh}，放在{PLACES[tool.place][1]}。"


def kind(tool: Tool) -> str:
    return f"{tool.zh}，是一种{KINDS[tool.kind][1]}。"


def whichever(tool: Tool) -> str:
    return f"要{tool.use_zh}，就用{tool.zh}。"


def english(tool: Tool) -> str:
    return f"{tool.zh}，英文叫做 {tool.en}。"


def kind_of(m: Material) -> str:
    return f"{m.zh}，是一种{m.kind_zh}。"


def colour(m: Material) -> str:
    return f"{m.zh}，颜色是{m.colour_zh}。"


def made(m: Material) -> str:
    return f"{m.made_zh}，是用{m.zh}做的。"


def total(a: int, b: int) -> str:
    return f"{NUMBERS_ZH[a]}加{NUMBERS_ZH[b]}，等于{NUMBERS_ZH[a + b]}。"


def tool_portrait(rng: random.Random) -> str:
    tool = rng.choice(TOOLS)
    person = rng.choice(PEOPLE)
    facts = [
        rng.choice([use(tool), whichever(tool), use(tool) + kind(tool)]),
        rng.choice([kept(tool), f"找{tool.zh}，要到{PLACES[tool.place][1]}去找。{kept(tool)}"]),
        rng.choice([kind(tool), whichever(tool), f"{person.zh}拿起一{tool.measure}{tool.zh}，准备{tool.use_zh}。"]),
    ]
    more = [
        rng.choice(CARE),
        f"{person.zh}有一{tool.measure}自己的{tool.zh}，{rng.choice(['上学的时候就有了', '去年冬天才买', '发大水那年留下来的', '来的第一个星期就领了'])}。",
        f"谁要{tool.use_zh}，就来借{tool.zh}。",
        f"怎么用才顺手，可以去问{person.trade_zh}{person.zh}。",
    ]
    body = facts + rng.sample(more, rng.choice([1, 2]))
    rng.shuffle(body)
    return "".join(dict.fromkeys(body))


def tool_round(rng: random.Random) -> str:
    place = rng.choice(sorted({tool.place for tool in TOOLS}))
    here = [tool for tool in TOOLS if tool.place == place]
    rng.shuffle(here)
    opening = rng.choice(
        [
            f"{PLACES[place][1]}都有什么呢？",
            f"来看看{PLACES[place][1]}的东西。",
            f"小梅把{PLACES[place][1]}的东西理了一遍。",
        ]
    )
    lines = [rng.choice([use(tool), kept(tool), whichever(tool), kept(tool) + use(tool)]) for tool in here]
    return "".join([opening, *lines, rng.choice(CARE[:6])])


def material_portrait(rng: random.Random) -> str:
    m = rng.choice(MATERIALS)
    person = rng.choice(PEOPLE)
    body = [
        kind_of(m),
        colour(m),
        rng.choice([f"{m.zh}{m.trait_zh}。", f"{m.zh}一摸就知道，因为它{m.trait_zh}。"]),
        rng.choice([made(m), f"我们用{m.zh}做{m.made_zh}。"]),
        rng.choice(
            [
                f"{person.zh}在窗台上放着一块{m.zh}。",
                f"春天，大车给我们运来了新的{m.zh}。",
                f"{m.zh}又涨价了。",
                f"{person.zh}说，好的{m.zh}不容易找。",
                f"一小块{m.zh}要{rng.choice(NUMBERS_ZH[3:])}个铜板。",
            ]
        ),
    ]
    rng.shuffle(body)
    return "".join(body[: rng.choice([3, 4, 5])])


def material_walk(rng: random.Random) -> str:
    kinds = sorted({m.kind_zh for m in MATERIALS})
    chosen = rng.choice(kinds)
    members = [m for m in MATERIALS if m.kind_zh == chosen]
    rng.shuffle(members)
    lines = [
        rng.choice(
            [
                kind_of(m) + made(m),
                f"{m.zh}{m.trait_zh}。",
                colour(m),
            ]
        )
        for m in members
    ]
    return "".join([f"放{chosen}的架子上，每样都有一块样品。", *lines])


def person_portrait(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    tool = rng.choice(TOOLS)
    body = [
        f"{p.zh}{p.day_zh}来。",
        f"{p.zh}喜欢喝{p.drink_zh}。",
        f"{p.ta}在这里干了{rng.choice(NUMBERS_ZH[2:])}年。",
        f"{p.ta}闭着眼睛也能{tool.use_zh}。",
        f"要找{p.trade_zh}，请{p.day_zh}来。",
        f"{p.ta}的杯子里总是{p.drink_zh}。",
        rng.choice(
            [
                f"{p.ta}一边干活一边唱歌。",
                f"{p.ta}从来不着急。",
                f"看见弯了的钉子，{p.ta}总要笑。",
                f"{p.ta}小时候就来到了村里。",
                f"{p.ta}住在面包房的楼上。",
            ]
        ),
    ]
    return "".join([f"{p.zh}是{p.trade_zh}。", *rng.sample(body, rng.choice([2, 3, 4]))])


def day(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    q = rng.choice([other for other in PEOPLE if other is not p])
    tool, second = rng.sample(TOOLS, 2)
    m = rng.choice([m for m in MATERIALS if m.kind_zh == "木材"])
    _, thing, measure = rng.choice(PRODUCTS)
    return "".join(
        [
            f"{rng.choice(WEATHER)}，{p.trade_zh}{p.zh}打开了作坊的门。",
            rng.choice(
                [
                    f"{rng.choice(REASONS)}，订了一{measure}{m.zh}的{thing}。",
                    f"{rng.choice(REASONS)}，有一{measure}{thing}今天要做完。",
                ]
            ),
            rng.choice(
                [
                    f"{p.ta}先拿起{tool.zh}来{tool.use_zh}。",
                    f"要{tool.use_zh}，少不了{tool.zh}。",
                    f"{p.zh}要用{tool.zh}。{kept(tool)}",
                ]
            ),
            rng.choice(
                [
                    f"{q.zh}进来喝了一杯{q.drink_zh}，想借{second.zh}。{kept(second)}",
                    f"接着{q.zh}用{second.zh}{second.use_zh}。",
                    f"“{second.zh}在哪里？”{q.zh}问。{second.zh}放在{PLACES[second.place][1]}，从来没有变过。",
                ]
            ),
            rng.choice(ENDINGS),
        ]
    )


def counting(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    measure, thing = rng.choice(
        ["个 钉子", "个 螺丝", "块 木板", "把 勺子", "个 苹果", "块 砖", "个 纽扣", "把 刷子"]
    ).split()
    lines = [f"{p.zh}在数{thing}。"]
    for _ in range(rng.choice([3, 4])):
        a, b = rng.randint(1, 5), rng.randint(1, 5)
        lines.append(rng.choice([total(a, b), f"{total(a, b)}所以盒子里有{NUMBERS_ZH[a + b]}{measure}{thing}。"]))
    return "".join(lines)


def glossary(rng: random.Random) -> str:
    lines = [
        rng.choice(
            [
                "上海来的客人把工具的英文名字都记在了本子上。",
                "小梅在学工具的英文名字，学会了再教给林奶奶。",
                "标签上写着两种文字，客人都说好。",
            ]
        )
    ]
    for tool in rng.sample(TOOLS, 3):
        lines.append(english(tool))
        lines.append(rng.choice([use(tool), kept(tool), f"作坊里谁都知道，{tool.zh}用来{tool.use_zh}。"]))
    return "".join(lines)


# A document's form and its share among the generated ones.
FORMS = [
    (tool_portrait, 26),
    (tool_round, 8),
    (material_portrait, 16),
    (material_walk, 5),
    (person_portrait, 10),
    (day, 22),
    (counting, 8),
    (glossary, 10),
]
