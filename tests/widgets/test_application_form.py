"""The form for one more interview: what is missing or wrong stands at its field, and nothing is recorded then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import followup_kit as fk
from followup_kit.widgets.application_form import ApplicationForm


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[fk.Journal]:
    with fk.Journal(tmp_path / "journal.sqlite") as made:
        yield made


def filled(**values: str) -> ApplicationForm:
    form = ApplicationForm("DE-BY")
    for name, value in ({"company": "Acme", "day": "2026-03-02"} | values).items():
        form.fields[name].value = value
    return form


def test_what_stands_in_the_fields_is_recorded(journal: fk.Journal) -> None:
    form = filled(
        company=" Hôtel  du Lac ",
        position="Night porter",
        person="Zoë Özdemir",
        promised="2026-03-16",
        protocol="paced",
    )
    assert form.add(journal) == "hotel-du-lac-2026-03-02"
    entry = journal.entries()[0]
    assert entry.label == "Hôtel du Lac, Night porter"
    assert entry.interview.promised == dt.date(2026, 3, 16)
    assert [p.name for p in entry.interview.people] == ["Zoë Özdemir"]
    assert (entry.settings.protocol, entry.settings.calendar) == ("paced", "DE-BY")
    assert not form.wrong()


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"company": "  "}, "company", "Name the employer"),
        ({"day": ""}, "day", "fill it in"),
        ({"day": "yesterday"}, "day", "not a day"),
        ({"day": "0202-03-02"}, "day", "check the year"),
        ({"promised": "2026-03-01"}, "promised", "before the interview"),
        ({"promised": "20260"}, "promised", "not a day"),
        ({"country": "Germny"}, "country", "Did you mean"),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    journal: fk.Journal, values: dict[str, str], field: str, words: str
) -> None:
    form = filled(**values)
    assert form.add(journal) is None
    assert words in form.fields[field].error
    assert form.fields[field].label in form.wrong()
    assert journal.entries() == ()


def test_the_same_interview_is_not_added_twice(journal: fk.Journal) -> None:
    assert filled().add(journal)
    again = filled(company="ACME")
    assert again.add(journal) is None
    assert "on that day already" in again.fields["day"].error
    again.fields["day"].value = "2026-03-09"
    assert again.add(journal) == "acme-2026-03-09"


def test_begin_keeps_country_and_protocol() -> None:
    form = filled(country="GB", protocol="showcase", person="Ada")
    form.fields["day"].error = "wrong"
    form.begin("Acme", "Clerk")
    assert {n: f.value for n, f in form.fields.items()} == {
        "company": "Acme", "position": "Clerk", "person": "", "day": "", "promised": "", "country": "GB",
        "protocol": "showcase",
    }  # fmt: skip
    assert form.wrong() == ""
