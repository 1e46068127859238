"""The drill of names: a name on a card, and which of four spellings is the one on the card."""

from __future__ import annotations

import random
import unicodedata
from functools import cache

from followup_kit.advice.loading import read_toml
from followup_kit.course.checking import ChoiceIs, NameIs
from followup_kit.course.drills import DrillKind
from followup_kit.course.exercise_record import AnswerField, Exercise

__all__ = ["KIND", "near_misses"]

RULES = ("000.13", "004.04")
BECAUSE = "Copy the name letter for letter from the card, with every accent and hyphen."
TYPED = 3
"""From this level on the name is typed, not chosen."""

_PAIRS = (
    ("ph", "f"),
    ("c", "k"),
    ("ei", "ie"),
    ("y", "i"),
    ("ll", "l"),
    ("pp", "p"),
    ("an", "en"),
    ("s", "z"),
)


@cache
def names() -> tuple[str, ...]:
    """The names of the drill."""
    found: list[str] = read_toml("drill_names.toml")["names"]
    return tuple(found)


def near_misses(name: str) -> list[tuple[str, str]]:
    """Spellings that are nearly right, each with what is wrong about it; none equals ``name``.

    >>> near_misses("Zoë Özdemir")[0]
    ('Zoe Ozdemir', 'The accents are missing.')
    """
    found: dict[str, str] = {}

    def add(text: str, why: str) -> None:
        if text.casefold() != name.casefold():
            found.setdefault(text, why)

    add(_without_accents(name), "The accents are missing.")
    for dash in "-’":
        add(
            name.replace(dash, " " if dash == "-" else ""),
            f"The {'hyphen' if dash == '-' else 'apostrophe'} is missing.",
        )
    first, _, last = name.partition(" ")
    for old, new in _PAIRS:
        add(f"{first} {last.replace(old, new, 1)}", f"In the family name “{old}” became “{new}”.")
        add(f"{first.replace(old, new, 1)} {last}", f"In the first name “{old}” became “{new}”.")
    for n in range(1, len(last) - 2):
        if last[n].isalpha() and last[n + 1].isalpha() and last[n] != last[n + 1]:
            swapped = last[:n] + last[n + 1] + last[n] + last[n + 2 :]
            add(f"{first} {swapped}", "Two letters of the family name are swapped.")
    add(f"{last} {first}", "Family name and first name have changed places.")
    return list(found.items())


def _without_accents(name: str) -> str:
    plain = name.translate(str.maketrans("øØłŁıßæđ", "oOlLisad"))
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def make(rng: random.Random, level: int) -> Exercise:
    """A case of this level: the higher, the nearer the misses; then the name is typed."""
    name = rng.choice(names())
    misses = near_misses(name)
    prompt = f"The card says: **{name}**\n\n"
    field: AnswerField
    if level >= TYPED:
        prompt += (
            "Type the name as you would put it into the greeting of a letter, with first and family name."
        )
        slips = {miss.casefold(): why for miss, why in misses}
        right = NameIs(name=name, because=BECAUSE, slips=slips)
        field = AnswerField(id="name", label="Name", kind="name", right=right)
        solution = name
    else:
        prompt += "Four people wrote it into their letters. Who spelled it as on the card?"
        # The swaps and changed letters in the list's middle are the hardest to see.
        pool = misses if level == 1 else misses[1:] or misses
        chosen = rng.sample(pool, min(3, len(pool)))
        spelled = [(name, ""), *chosen]
        rng.shuffle(spelled)
        options = {"abcd"[n]: text for n, (text, _) in enumerate(spelled)}
        slips = {"abcd"[n]: why for n, (_, why) in enumerate(spelled) if why}
        solution = next(key for key, text in options.items() if text == name)
        choice = ChoiceIs(option=solution, because=BECAUSE, slips=slips)
        field = AnswerField(id="name", label="As on the card", kind="choice", options=options, right=choice)
    return Exercise(
        id="drill-names-1",
        title="As on the card",
        objective=KIND.objective,
        prompt=prompt,
        fields=(field,),
        hints=(
            "Compare letter by letter, from the end to the beginning.",
            "Look at accents, hyphens and double letters.",
        ),
        solution={"name": solution},
        because=f"On the card stands {name}. {BECAUSE}",
        rules=RULES,
        minutes=1,
    )


KIND = DrillKind(id="names", title="Names", objective="02-ask-before-leaving", levels=TYPED, make=make)
