"""English documents: each joins facts into a text that a person might have written."""

import random

from .facts import (
    KINDS,
    MATERIALS,
    NUMBERS_EN,
    PEOPLE,
    PLACES,
    PRODUCTS,
    TOOLS,
    Tool,
    capital,
    with_article,
)

WEATHER = [
    "It was raining",
    "The sun was out early",
    "Snow lay on the roof",
    "A warm wind blew from the south",
    "Fog hung over the river",
    "The first frost had come",
    "The swallows were back",
    "It was too hot for a jacket",
]
CARE = [
    "Wipe it with a dry cloth before you put it away.",
    "A drop of oil keeps the rust away.",
    "It was bought at the fair and has never been repaired.",
    "The handle is worn smooth by many hands.",
    "It is older than anyone in the shop.",
    "Please bring it back before the evening.",
    "It costs little and lasts a lifetime.",
    "Beginners hold it too tightly.",
    "It was a present from the miller.",
    "Nobody lends it to strangers.",
    "There is another one, but it is never where it should be.",
    "Look at the edge before you begin.",
    "You can tell a good one by its weight.",
    "It has its own hook, and its name is written beside it.",
]
ENDINGS = [
    "In the evening the floor was swept and the lamp was put out.",
    "At six the stove went cold and everybody went home.",
    "The customer paid, looked back once and smiled.",
    "It will be oiled tomorrow and fetched on Saturday.",
    "Nobody was hurt and nothing was wasted.",
    "The cat had watched it all from the window.",
    "After that there was tea for everybody.",
    "The shavings went into the stove.",
    "Old Wang's clock struck five, two minutes too early.",
    "That was enough for one day.",
]
REASONS = [
    "for a wedding in May",
    "for the new school",
    "because the old one had broken",
    "for a child that had just been born",
    "for the kitchen of the inn",
    "as a present for the doctor",
    "for the library",
    "for a house by the river",
]


def use(tool: Tool) -> str:
    return f"{capital(tool.a)} is used to {tool.use_en}."


def kept(tool: Tool) -> str:
    return f"The {tool.en} is kept {PLACES[tool.place][0]}."


def kind(tool: Tool) -> str:
    return f"{capital(tool.a)} is a {KINDS[tool.kind][0]}."


def whichever(tool: Tool) -> str:
    return f"To {tool.use_en} you use {tool.a}."


def tool_portrait(rng: random.Random) -> str:
    tool = rng.choice(TOOLS)
    person = rng.choice(PEOPLE)
    facts = [
        rng.choice([use(tool), whichever(tool), f"{use(tool)} {kind(tool)}"]),
        rng.choice([kept(tool), f"You will find the {tool.en} {PLACES[tool.place][0]}. {kept(tool)}"]),
        rng.choice([kind(tool), whichever(tool), f"{person.en} took {tool.a} to {tool.use_en}."]),
        rng.choice(CARE),
    ]
    more = [
        rng.choice(CARE),
        f"{person.en} has had {'her' if person.he == 'she' else 'his'} own {tool.en} since {rng.choice(['school', 'last winter', 'the flood', 'the first week'])}.",
        f"If you need to {tool.use_en}, ask for the {tool.en}.",
        f"Ask {person.en} the {person.trade_en} how to hold it.",
    ]
    body = facts[:3] + rng.sample(more, rng.choice([1, 2]))
    rng.shuffle(body)
    return " ".join(dict.fromkeys(body))


def tool_round(rng: random.Random) -> str:
    place = rng.choice(sorted({tool.place for tool in TOOLS}))
    here = [tool for tool in TOOLS if tool.place == place]
    rng.shuffle(here)
    opening = rng.choice(
        [
            f"What do we keep {PLACES[place][0]}?",
            f"Look {PLACES[place][0]}.",
            f"Mei sorted what lies {PLACES[place][0]}.",
        ]
    )
    lines = [rng.choice([use(tool), kept(tool), whichever(tool), f"{kept(tool)} {use(tool)}"]) for tool in here]
    return " ".join([opening, *lines, rng.choice(CARE[:6])])


def material_portrait(rng: random.Random) -> str:
    m = rng.choice(MATERIALS)
    person = rng.choice(PEOPLE)
    body = [
        f"{capital(m.en)} is a kind of {m.kind_en}.",
        f"The colour of {m.en} is {m.colour_en}.",
        rng.choice([f"{capital(m.en)} is {m.trait_en}.", f"You know {m.en} at once, because it is {m.trait_en}."]),
        rng.choice([f"{capital(m.made_en)} are made of {m.en}.", f"We use {m.en} for {m.made_en}."]),
        rng.choice(
            [
                f"{person.en} keeps a piece of {m.en} on the window sill.",
                f"In spring a cart brought us new {m.en}.",
                f"The price of {m.en} has risen again.",
                f"{person.en} says that good {m.en} is hard to find.",
                f"A small piece of {m.en} costs {rng.choice(NUMBERS_EN[3:])} coins.",
            ]
        ),
    ]
    rng.shuffle(body)
    return " ".join(body[: rng.choice([3, 4, 5])])


def material_walk(rng: random.Random) -> str:
    kinds = sorted({m.kind_en for m in MATERIALS})
    chosen = rng.choice(kinds)
    members = [m for m in MATERIALS if m.kind_en == chosen]
    rng.shuffle(members)
    lines = [
        rng.choice(
            [
                f"{capital(m.en)} is a kind of {m.kind_en}, and {m.made_en} are made of it.",
                f"{capital(m.en)} is {m.trait_en}.",
                f"The colour of {m.en} is {m.colour_en}.",
            ]
        )
        for m in members
    ]
    return " ".join([f"On the shelf for {chosen} there is a sample of everything.", *lines])


def person_portrait(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    tool = rng.choice(TOOLS)
    he = p.he.capitalize()
    body = [
        f"{p.en} comes on {p.day_en}.",
        f"{p.en} likes to drink {p.drink_en}.",
        f"{he} has worked here for {rng.choice(NUMBERS_EN[2:])} years.",
        f"{he} can {tool.use_en} with {'her' if p.he == 'she' else 'his'} eyes shut.",
        f"Whoever wants to see the {p.trade_en} should come on {p.day_en}.",
        f"There is always {p.drink_en} in {'her' if p.he == 'she' else 'his'} cup.",
        rng.choice(
            [
                f"{he} sings while {p.he} works.",
                f"{he} never hurries.",
                f"{he} laughs at every bent nail.",
                f"{he} came to the village as a child.",
                f"{he} lives above the bakery.",
            ]
        ),
    ]
    return " ".join([f"{p.en} is the {p.trade_en}.", *rng.sample(body, rng.choice([2, 3, 4]))])


def day(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    q = rng.choice([other for other in PEOPLE if other is not p])
    tool, second = rng.sample(TOOLS, 2)
    m = rng.choice([m for m in MATERIALS if m.kind_en == "wood"])
    thing = rng.choice(PRODUCTS)[0]
    body = [
        f"{rng.choice(WEATHER)} when {p.en} the {p.trade_en} opened the shop.",
        rng.choice(
            [
                f"{capital(with_article(thing))} made of {m.en} had been ordered {rng.choice(REASONS)}.",
                f"There was {with_article(thing)} to be finished {rng.choice(REASONS)}.",
            ]
        ),
        rng.choice(
            [
                f"First {p.he} took the {tool.en} to {tool.use_en}.",
                f"The {tool.en} was needed to {tool.use_en}.",
                f"{p.en} needed the {tool.en}. {kept(tool)}",
            ]
        ),
        rng.choice(
            [
                f"{q.en} came by, drank {q.drink_en} and asked for the {second.en}. {kept(second)}",
                f"Then {q.en} used the {second.en} to {second.use_en}.",
                f'"Where is the {second.en}?" asked {q.en}. It was {PLACES[second.place][0]}, as always.',
            ]
        ),
        rng.choice(ENDINGS),
    ]
    return " ".join(body)


def counting(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    things = rng.choice(["nails", "screws", "boards", "spoons", "apples", "bricks", "buttons", "brushes"])
    lines = [f"{p.en} is counting {things}."]
    for _ in range(rng.choice([3, 4])):
        a, b = rng.randint(1, 5), rng.randint(1, 5)
        total = f"{capital(NUMBERS_EN[a])} plus {NUMBERS_EN[b]} is {NUMBERS_EN[a + b]}."
        lines.append(rng.choice([total, f"{total} So there are {NUMBERS_EN[a + b]} {things} in the box."]))
    return " ".join(lines)


def glossary(rng: random.Random) -> str:
    chosen = rng.sample(TOOLS, 3)
    lines = [
        rng.choice(
            [
                "A visitor from Shanghai asked for the names of our tools.",
                "Mei is teaching Ben the words of her language.",
                "On the label both languages are written.",
            ]
        )
    ]
    for tool in chosen:
        lines.append(f"The Chinese word for {tool.a} is {tool.zh}.")
        lines.append(
            rng.choice([use(tool), kept(tool), f"Everybody here knows that {tool.a} is used to {tool.use_en}."])
        )
    return " ".join(lines)


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
