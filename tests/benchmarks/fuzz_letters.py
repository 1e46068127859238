"""Fuzz the letter check by hand with atheris: any text at all gives a report whose spans hold.

    python -m pip install atheris        # Linux, CPython 3.11 to 3.13; not part of the extra `test`
    python tests/benchmarks/fuzz_letters.py -max_total_time=600 -timeout=5 [FOLDER WITH FOUND INPUTS]

The first byte chooses the kind of letter, the second whether a second letter is given; the rest is text in
UTF-8, WTF-8 surrogates included. Arguments are those of libFuzzer: ``-timeout`` stops at a slow input.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import atheris

with atheris.instrument_imports(include=["followup_kit.letters"]):
    from followup_kit.letters.check import check_letter
    from followup_kit.letters.checklists import our_checklist
    from followup_kit.records.letter import KINDS

CONTEXT = {
    "interviewer_name": "Ms. Ana Ruiz and Li Wei", "position": "Grower", "company": "Bright Farm",
    "topics": ["greenhouse", "tomato trial"], "sender_name": "Zoë Özdemir", "others_met": ["Tom Baker"],
    "interview_date": "2026-03-02", "sent_date": "2026-03-03",
}  # fmt: skip
ITEMS = sorted(item.id for item in our_checklist().items)


def one_input(data: bytes) -> None:
    """Check one text, and what the report promises."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    text = _text(data[2:])
    report = check_letter(text, CONTEXT, kind=kind, also=text[::2] if data[1:2] > b"\xc0" else None)
    if sorted(finding.item for finding in report) != ITEMS:
        raise AssertionError("An item is missing, or there twice.")
    for finding in report:
        if list(finding.spans) != sorted(finding.spans) or any(
            text[a:b] != quote or a >= b for (a, b), quote in zip(finding.spans, finding.quotes, strict=True)
        ):
            raise AssertionError(f"{finding.item}: a span does not hold.")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
