"""English paper: letters from customers and pages from the order book."""

import random

from .facts import MATERIALS, NUMBERS_EN, PEOPLE, PRODUCTS, capital, with_article
from .prose_en import ENDINGS, REASONS, WEATHER

BUILDINGS = ["for the new school", "for the bridge", "for a house by the river", "for the barn of the miller"]
SECONDS = [
    "Mind the edges, please.",
    "Take all the time you need.",
    "We would like to fetch it by the end of the month.",
    "The last one has served us for ten years.",
    "My grandmother will sit beside it every day.",
    "Please do not paint it, we like to see the grain.",
    "If it turns out well, we shall want another.",
]


def letter(rng: random.Random) -> str:
    p = rng.choice(PEOPLE)
    thing = rng.choice(PRODUCTS)[0]
    m = rng.choice([m for m in MATERIALS if m.kind_en in ("wood", "metal")])
    count = rng.choice(NUMBERS_EN[2:9])
    return " ".join(
        [
            f"Dear {p.en},\nplease make us {with_article(thing)} out of {m.en} {rng.choice(REASONS)}.",
            f"We have chosen {m.en}, because it is {m.trait_en}, and the colour of {m.en} is {m.colour_en}.",
            rng.choice(SECONDS),
            f"We can pay {count} hundred coins and bring you {rng.choice(['honey', 'apples', 'firewood', 'a ham', 'fresh bread'])}.",
            f"Shall we come on {p.day_en}?",
            f"Your {rng.choice(['neighbours from the mill', 'friends from the school', 'cousin', 'faithful customers', 'village band'])}",
        ]
    )


def order(rng: random.Random) -> str:
    """A page from the order book: what was asked for and what was answered."""
    p, q = rng.sample(PEOPLE, 2)
    m = rng.choice([m for m in MATERIALS if m.kind_en in ("wood", "metal")])
    asked = rng.choice(
        [
            f"{capital(with_article(rng.choice(PRODUCTS)[0]))} made of {m.en}, {rng.choice(REASONS)}.",
            f"{capital(rng.choice(NUMBERS_EN[2:7]))} pieces of {m.en}, {rng.choice(BUILDINGS)}.",
        ]
    )
    answered = rng.choice(
        [
            f"It will be ready when {p.en} comes on {p.day_en}.",
            f"Gladly, but {q.en} has to see the drawing first.",
            f"{rng.choice(WEATHER)}, and nobody has begun.",
            f"{rng.choice(ENDINGS)}",
            f"{rng.choice(SECONDS)}",
            f"We have no {m.en} left, and the next cart comes in a week.",
        ]
    )
    head = rng.choice(
        [
            f"Below is a page of the order book. It describes a task for {p.en}.",
            f"The order book of {p.en}. Below is a request, and next to it the response that completes the page.",
            f"Whoever takes an order writes down the instruction, the input and the response, and {p.en} reads it.",
        ]
    )
    return f"{head}\n\nInstruction:\n{asked}\n\nResponse:\n{answered}"


# A document's form and its share among the generated ones.
FORMS = [(letter, 8), (order, 10)]
