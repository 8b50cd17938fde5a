"""English conversations at the bench: somebody asks, somebody knows."""

import random

from .facts import MATERIALS, NUMBERS_EN, PEOPLE, TOOLS, capital, with_article
from .prose_en import ENDINGS, WEATHER, kept, kind, use, whichever

STARTS = [
    "During the break they sat on the bench.",
    "The stove was warm and nobody was in a hurry.",
    "A class from the school had come to visit.",
    "Two customers were waiting for the rain to stop.",
    "In the afternoon the new girl from the bakery looked in.",
    "On the first day one asks a great deal.",
]


def about_tool(rng: random.Random) -> tuple[str, str]:
    tool = rng.choice(TOOLS)
    return rng.choice(
        [
            (
                rng.choice([f"Why do we have {tool.a}?", f"What good is {tool.a}?", f"And {tool.a}, what does it do?"]),
                use(tool),
            ),
            (
                rng.choice([f"Why do we have {tool.a}?", f"What good is {tool.a}?", f"When do I take {tool.a}?"]),
                use(tool),
            ),
            (rng.choice([f"How do I {tool.use_en}?", f"What helps me to {tool.use_en}?"]), whichever(tool)),
            (rng.choice([f"Who has seen the {tool.en}?", f"Where did the {tool.en} go?"]), kept(tool)),
            (rng.choice([f"What sort of thing is {tool.a}?", f"On which list do I put {tool.a}?"]), kind(tool)),
            (
                rng.choice([f"What do they call {tool.a} in Shanghai?", f"What would Mei's mother call {tool.a}?"]),
                f"The Chinese word for {tool.a} is {tool.zh}.",
            ),
        ]
    )


def about_material(rng: random.Random) -> tuple[str, str]:
    m = rng.choice(MATERIALS)
    return rng.choice(
        [
            (
                rng.choice([f"How do I know {m.en} when I see it?", f"Is {m.en} dark or light?"]),
                f"The colour of {m.en} is {m.colour_en}.",
            ),
            (
                rng.choice([f"What shall we take for the {m.made_en}?", f"And the {m.made_en}, what are they?"]),
                f"{capital(m.made_en)} are made of {m.en}.",
            ),
            (
                rng.choice([f"On which shelf do I put {m.en}?", f"And {m.en}, what is that?"]),
                f"{capital(m.en)} is a kind of {m.kind_en}.",
            ),
        ]
    )


def about_person(rng: random.Random) -> tuple[str, str]:
    p = rng.choice(PEOPLE)
    return rng.choice(
        [
            (
                rng.choice(
                    [f"Whom do I ask for when I need {with_article(p.trade_en)}?", f"What does {p.en} do all day?"]
                ),
                f"{p.en} is the {p.trade_en}.",
            ),
            (
                rng.choice([f"When shall I look for {p.en}?", f"Is {p.en} here every day?"]),
                f"{p.en} comes on {p.day_en}.",
            ),
            (
                rng.choice([f"What shall I pour for {p.en}?", f"And {p.en}, tea or coffee?"]),
                f"{p.en} likes to drink {p.drink_en}.",
            ),
        ]
    )


def about_numbers(rng: random.Random) -> tuple[str, str]:
    a, b = rng.randint(1, 5), rng.randint(1, 5)
    en = NUMBERS_EN
    asked = rng.choice([f"Can you add {en[a]} and {en[b]}?", f"I have {en[a]}, you have {en[b]}: how many are there?"])
    return asked, f"{capital(en[a])} plus {en[b]} is {en[a + b]}."


TOPICS = [about_tool, about_tool, about_tool, about_material, about_person, about_numbers]


def talk(rng: random.Random) -> str:
    """Questions and answers between two people."""
    p, q = rng.sample(PEOPLE, 2)
    lines = [rng.choice(STARTS)]
    for turn in range(rng.choice([3, 4])):
        asked, answer = rng.choice(TOPICS)(rng)
        who, whom = (f" asked {p.en}.", f"{q.en} looked up. ") if turn == 0 else ("", "")
        lines.append(f'"{asked}"{who}\n{whom}"{answer}"')
    return "\n".join(lines)


def lesson(rng: random.Random) -> str:
    """A page of Mei's notebook: what she asked and what she was told."""
    lines = [f"{rng.choice(WEATHER)}. Today I wrote down what I had asked."]
    for _ in range(rng.choice([3, 4, 5])):
        asked, answer = rng.choice(TOPICS)(rng)
        lines.append(f"{asked}\n{answer}")
    return "\n\n".join([*lines, rng.choice(ENDINGS)])


# A document's form and its share among the generated ones.
FORMS = [(talk, 24), (lesson, 20)]
