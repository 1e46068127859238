"""The table of weights: whole, of the right shape, ours to explain when it is not, and the same every time."""

from __future__ import annotations

from array import array
from importlib.resources import files
from pathlib import Path

import pytest

from followup_kit.errors import DataError
from followup_kit.letters import sentences
from followup_kit.letters.sentences import HEADS, keys, model, pack, scores, unpack

RAW = files("followup_kit.advice").joinpath(sentences.NAME).read_bytes()


def test_the_table_is_whole_and_small() -> None:
    at, rows, scales, biases = model()
    assert len(rows) == len(at) * len(HEADS)
    assert len(scales) == len(biases) == len(HEADS)
    assert sorted(at.values()) == list(range(len(at)))
    assert all(-127 <= n <= 127 for n in rows)
    assert all(scale > 0 for scale in scales)
    assert len(RAW) <= 400_000


def test_it_holds_common_words_pairs_and_the_names_of_a_letter() -> None:
    at = model().at
    assert {"thank", "thank you", "i am", "^ i", "\ue000"} <= set(at)
    assert sum(" " not in key for key in at) > 5_000
    assert b"Apache-2.0" in RAW.split(b"\n", 1)[0]


def test_packing_and_unpacking_lose_nothing() -> None:
    rows = array("b", range(2 * len(HEADS)))
    raw = pack(["a", "a b"], rows, [0.5] * len(HEADS), [1.0] * len(HEADS), "ours")
    assert unpack(raw) == ({"a": 0, "a b": 1}, rows, (0.5,) * len(HEADS), (1.0,) * len(HEADS))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is not a table"),
        (b"{}\nword\n\n", "is not a table"),
        (RAW[:-1], "is cut short"),
        (RAW[:900], "is cut short"),
        (RAW.replace(b'"rude"', b'"rood"', 1), "weighs other things"),
        (b"\xff\xfe" + RAW, "is not a table"),
    ],
)
def test_a_broken_table_names_the_remedy(raw: bytes, says: str) -> None:
    with pytest.raises(DataError, match=says) as found:
        unpack(raw)
    assert "Install the package again" in str(found.value)


def test_a_missing_table_names_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sentences, "files", lambda _: tmp_path)
    model.cache_clear()
    try:
        with pytest.raises(DataError, match="cannot be opened"):
            model()
    finally:
        model.cache_clear()


@pytest.mark.parametrize("view", ["", "?", "zzqx", "\ue000\ue000 \ue001", "i " * 2000])
def test_any_sentence_has_a_number_for_each_head(view: str) -> None:
    found = scores(view)
    assert len(found) == len(HEADS)
    assert found == scores(view)
    assert all(abs(x) < 200 for x in found)


def test_order_and_repetition_of_single_words_do_not_matter() -> None:
    assert keys("one two one") == ({"one", "two", "^ one", "one two", "two one", "one $"}, 3)


@pytest.mark.parametrize(
    ("head", "more", "less"),
    [
        ("thanks", "thank you for the tour of the mill.", "i repaired the mill."),
        ("gushing", "your genius left me in tears of awe.", "your questions were good."),
        ("attachment", "i enclose the drawing with this letter.", "i can send the drawing if you like."),
        ("interest", "i would love to join you.", "you asked about my licence."),
        ("pressure", "i expect your answer by friday or i take the other post.", "the audit is on friday."),
    ],
)
def test_heads_tell_sentences_apart(head: str, more: str, less: str) -> None:
    n = HEADS.index(head)
    assert scores(more)[n] > scores(less)[n]
