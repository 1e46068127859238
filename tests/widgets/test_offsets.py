"""Code points and UTF-16 units: there and back, and as the browser would cut the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from followup_kit.widgets.offsets import clean, from_utf16, to_utf16

TEXT = st.text(st.sampled_from("aé\u0301😀👩🏽\u200d🔬\n\r شלום\ud800\udc00�\U0010ffff\uffff")) | st.text()


@st.composite
def spans_in_a_text(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXT.map(clean))
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))))
    return text, spans


@given(spans_in_a_text())
def test_the_browser_cuts_out_the_same_words(given_: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = given_
    units = text.encode("utf-16-le")
    for (start, end), (first, last) in zip(spans, to_utf16(text, spans), strict=True):
        assert units[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


@given(spans_in_a_text())
def test_there_and_back_gives_the_same_spans(given_: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = given_
    assert from_utf16(text, [(a, b) for a, b in to_utf16(text, spans)]) == spans


@given(TEXT.map(clean), st.integers(-3, 300), st.integers(-3, 300))
def test_any_place_that_a_page_sends_is_inside_the_text(text: str, start: int, end: int) -> None:
    [(first, last)] = from_utf16(text, [(start, end)])
    assert 0 <= first <= len(text)
    assert 0 <= last <= len(text)
    assert first <= last or start > end


@given(TEXT)
def test_a_clean_text_can_travel_and_stays_clean(text: str) -> None:
    once = clean(text)
    assert once.encode("utf-8").decode("utf-8") == once
    assert "\r" not in once
    assert clean(once) == once
    assert len(once) == len(text.replace("\r\n", "\n"))


def test_half_a_character_counts_as_the_whole() -> None:
    assert from_utf16("a😀b", [(0, 2), (2, 4), (2, 2)]) == [(0, 2), (1, 3), (1, 2)]
