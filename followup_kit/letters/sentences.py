"""What a sentence of a letter does: a learned weight for each word and each pair of words, added up.

The weights were fitted on labelled sentences of several hands (``python -m tests.letters.fit_model``).
Single words got theirs partly through word vectors of a sentence-embedding model, so that words
which no labelled sentence holds weigh about as much as words of like meaning. What ships is only
the sum: one row of small whole numbers a word or pair.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from followup_kit.errors import DataError
from followup_kit.records.base import DataRecord

__all__ = ["HEADS", "Model", "keys", "model", "pack", "scores", "unpack"]

HEADS = (
    "any", "pressure", "rude", "cold", "gushing", "humour",
    "thanks", "interest", "fit", "example", "impact", "next_step", "attachment", "amplifies", "specific",
)  # fmt: skip
"""What a sentence is weighed for: any flaw, the five kinds of flaw, and what a letter does."""
NAME = "checklists/sentences.bin"
FEWEST = 4
"""A sentence of fewer words is weighed as if it had so many: one word alone proves little."""
DAMPING = 0.25
"""The sum is divided by this power of the number of words."""

_TOKEN = re.compile(r"[\ue000-\ue002]+|[a-z0-9\u00c0-\u024f]+(?:'[a-z]+)?|[!?;:]")


class _Head(DataRecord, frozen=True, kw_only=True):
    heads: tuple[str, ...]
    scales: tuple[float, ...]
    biases: tuple[float, ...]
    count: int
    origin: str


class Model(NamedTuple):
    """Rows of weights: ``rows[at[key]]`` holds one whole number a head, to be multiplied by its scale."""

    at: dict[str, int]
    rows: array[int]
    scales: tuple[float, ...]
    biases: tuple[float, ...]


def keys(view: str) -> tuple[set[str], int]:
    """The distinct words and neighbouring pairs of a sentence in small letters, and its number of words.

    A known name counts as one private letter; ``^`` and ``$`` stand for the sentence's two ends.

    >>> found, count = keys("thank you!")
    >>> sorted(found), count
    (['!', '! $', '^ thank', 'thank', 'thank you', 'you', 'you !'], 3)
    """
    words = [w if w[0] < "\ue000" else w[0] for w in _TOKEN.findall(view)]
    found = set(words)
    before = "^"
    for word in [*words, "$"]:
        found.add(f"{before} {word}")
        before = word
    return found, len(words)


def scores(view: str) -> list[float]:
    """The log-odds of each of :data:`HEADS` for a sentence, as the folded view of a letter shows it.

    >>> found = dict(zip(HEADS, scores("i need your answer by friday or i go elsewhere."), strict=True))
    >>> found["pressure"] > 0 > found["thanks"]
    True
    """
    at, rows, scales, biases = model()
    width = len(scales)
    found, count = keys(view)
    picked = [rows[n * width : (n + 1) * width] for key in found if (n := at.get(key)) is not None]
    damped = max(count, FEWEST) ** -DAMPING
    if not picked:
        return list(biases)
    return [
        bias + damped * scale * sum(column)
        for bias, scale, column in zip(biases, scales, zip(*picked, strict=True), strict=True)
    ]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights of this package; raises :class:`~followup_kit.errors.DataError` where they cannot be used."""
    try:
        raw = files("followup_kit.advice").joinpath(NAME).read_bytes()
    except OSError:
        raise DataError(NAME, "", "cannot be opened. Install the package again.") from None
    return unpack(raw)


def unpack(raw: bytes) -> Model:
    """A model from the bytes of its file: a line of JSON, the keys a line each, an empty line, the numbers.

    >>> unpack(b"nonsense")
    Traceback (most recent call last):
    followup_kit.errors.DataError: checklists/sentences.bin: is not a table of weights. Install the package again.
    """
    line, _, rest = raw.partition(b"\n")
    words, _, numbers = rest.partition(b"\n\n")
    try:
        head = msgspec.json.decode(line, type=_Head)
        names = words.decode("utf-8").split("\n")
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _broken("is not a table of weights") from None
    width = len(head.heads)
    if head.heads != HEADS or not width == len(head.scales) == len(head.biases):
        raise _broken("weighs other things than this version does")
    at = dict(zip(names, range(len(names)), strict=True))
    if len(at) != head.count or len(numbers) != head.count * width:
        raise _broken("is cut short")
    return Model(at, array("b", numbers), head.scales, head.biases)


def pack(
    names: Sequence[str], rows: array[int], scales: Sequence[float], biases: Sequence[float], origin: str
) -> bytes:
    """The bytes of a model's file; ``rows`` holds ``len(HEADS)`` numbers from -127 to 127 a name."""
    head = _Head(heads=HEADS, scales=tuple(scales), biases=tuple(biases), count=len(names), origin=origin)
    return msgspec.json.encode(head) + b"\n" + "\n".join(names).encode() + b"\n\n" + rows.tobytes()


def _broken(problem: str) -> DataError:
    return DataError(NAME, "", f"{problem}. Install the package again.")
