"""The waiting simulator as records: an employer model, and what came of many candidates."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta

from followup_kit.errors import CaseError, UnknownName, shorten
from followup_kit.records.advice import Channel, Name, Text
from followup_kit.records.base import DataRecord, Record
from followup_kit.records.displays import pretty, show

if TYPE_CHECKING:
    import matplotlib.figure
    import pandas as pd

__all__ = ["Employer", "EmployerSpec", "Figure", "Minutes", "Shape", "Simulation"]

Shape = Literal["exponential", "lognormal", "promised"]
"""How long employers take: two shapes around a mean, or the promised date, kept or slipped."""


class EmployerSpec(DataRecord, frozen=True, kw_only=True):
    """An employer with a published mean; ``card`` is the number of its evidence card.

    ``unit`` says which days the card counts: a business week has five.
    """

    id: Name
    title: Text
    mean: Annotated[float, Meta(gt=0)]
    unit: Literal["days", "business days"]
    card: int
    note: Text

    @property
    def mean_days(self) -> float:
        """The mean in plain days, to a tenth."""
        return self.mean if self.unit == "days" else round(self.mean * 7 / 5, 1)


class Minutes(DataRecord, frozen=True, kw_only=True):
    """How many minutes one contact takes, by channel; our estimate."""

    editorial: Text
    email: int
    phone: int
    letter: int
    card: int
    post: int

    def of(self, channel: Channel) -> int:
        """The minutes of one contact by that channel; none for letting go."""
        return 0 if channel == "none" else int(getattr(self, channel))


_MEAN, _CARD, _NOTE = 25.1, 8, "from interview to offer, 2023"
"""The mean that stands where none is given, the evidence card that it is from, and what it counts."""


class Employer(Record, frozen=True, kw_only=True):
    """How an employer decides, as a model.

    ``mean_days`` is the mean time from the interview to the decision in days, for the shapes
    ``exponential`` and ``lognormal`` (``sigma``: the spread of the logarithm). The promised date
    lies ``promise_days`` after the interview (None: none was named); for the shape ``promised`` it
    is kept with probability ``kept`` and otherwise slips by ``slip_days`` on average. ``ghosting``
    is the share of candidates who are never told. ``patience`` is how many nudges before a decision
    this employer takes in good part. ``note`` says what the mean of its evidence ``card`` counts;
    a mean of one's own has neither.

    >>> Employer().card, Employer(mean_days=17).card
    (8, None)
    >>> Employer(mean_days=-3)
    Traceback (most recent call last):
    followup_kit.errors.CaseError: The mean time to a decision is a number of days above 0 and at most 1000, not -3.
    """

    shape: Shape = "exponential"
    mean_days: float = _MEAN
    sigma: float = 0.8
    promise_days: int | None = 14
    kept: float = 0.5
    slip_days: float = 14.0
    ghosting: float = 0.33
    patience: int = 3
    title: str = "Large US employer hiring graduates"
    card: int | None = _CARD
    note: str = _NOTE

    def __post_init__(self) -> None:
        if (self.card, self.note) == (_CARD, _NOTE) and self.mean_days != _MEAN:
            msgspec.structs.force_setattr(self, "card", None)
            msgspec.structs.force_setattr(self, "note", "")
        if self.shape not in get_args(Shape):
            raise UnknownName("shape", self.shape, get_args(Shape))
        _between("mean time to a decision", self.mean_days, "number of days", 0, 1000, above=True)
        _between("spread of a lognormal wait", self.sigma, "number", 0, 5, above=True)
        _between("mean slip of a promised date", self.slip_days, "number of days", 0, 1000, above=True)
        _between("share of promises kept", self.kept, "number", 0, 1)
        _between("share of candidates who are never told", self.ghosting, "number", 0, 1)
        _whole("patience", self.patience, 0, 1000)
        if self.promise_days is not None:
            _whole("promised time in days", self.promise_days, 0, 366)
        elif self.shape == "promised":
            raise CaseError(
                "The shape 'promised' needs promise_days, the days from the interview to the promised date."
            )


def _between(what: str, value: object, kind: str, low: float, high: float, *, above: bool = False) -> None:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    # Written so that NaN, which compares as false, is refused.
    if not (low < number <= high if above else low <= number <= high):
        bounds = f"above {low:g} and at most {high:g}" if above else f"from {low:g} to {high:g}"
        raise CaseError(f"The {what} is a {kind} {bounds}, not {shorten(str(value))}.")


def _whole(what: str, value: object, low: int, high: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise CaseError(f"The {what} is a whole number from {low} to {high}, not {shorten(str(value))}.")


class Figure(Record, frozen=True, kw_only=True):
    """One figure over all candidates it concerns: mean, median, 10th and 90th percentile, and how often which value.

    ``of`` says which candidates it is about and ``count`` how many they are. ``share`` is the share
    of them with a value above 0. ``values`` counts candidates by value, in whole ``unit``.
    """

    name: str
    title: str
    unit: str
    of: str
    count: int
    mean: float
    median: float
    p10: float
    p90: float
    share: float
    values: dict[int, int]

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain values."""
        return {
            "title": self.title,
            "unit": self.unit,
            "of": self.of,
            "count": self.count,
            "mean": round(self.mean, 4),
            "median": self.median,
            "p10": self.p10,
            "p90": self.p90,
            "share": round(self.share, 4),
            "values": {str(k): v for k, v in self.values.items()},
        }


class Simulation(Record, frozen=True, kw_only=True):
    """What came of ``n`` simulated candidates who followed one protocol with one kind of employer.

    It says what following the protocol costs and when it falls, never that it wins a job:
    ``assumptions`` stand beside every figure. The same ``seed`` gives the same result.
    """

    protocol: str
    title: str
    employer: Employer
    n: int
    seed: int
    figures: dict[str, Figure]
    assumptions: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The simulation as plain values, as ``followup-kit simulate --format json`` prints it."""
        e = self.employer
        return {
            "protocol": self.protocol,
            "n": self.n,
            "seed": self.seed,
            "employer": {
                "title": e.title,
                "shape": e.shape,
                "mean_days": e.mean_days,
                "sigma": e.sigma,
                "promise_days": e.promise_days,
                "kept": e.kept,
                "slip_days": e.slip_days,
                "ghosting": e.ghosting,
                "patience": e.patience,
                "card": e.card,
            },
            "figures": {name: f.to_dict() for name, f in self.figures.items()},
            "assumptions": list(self.assumptions),
        }

    def to_frame(self) -> pd.DataFrame:
        """The figures as a pandas frame, one row each."""
        made: pd.DataFrame = show("simulation_frame", self)
        return made

    def picture(self, name: str = "contacts_before_decision") -> matplotlib.figure.Figure:
        """A figure as a picture, drawn by matplotlib; its text alternative is :meth:`alternative`."""
        made: matplotlib.figure.Figure = show("simulation_picture", self, name)
        return made

    def alternative(self, name: str = "contacts_before_decision") -> str:
        """What the picture shows, in words."""
        made: str = show("simulation_alternative", self, name)
        return made

    def __str__(self) -> str:
        made: str = show("simulation_text", self)
        return made

    def _repr_html_(self) -> str:
        made: str = show("simulation_html", self)
        return made

    _repr_pretty_ = pretty
