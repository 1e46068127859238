"""How hard a text is to read, by Flesch and Kincaid: years of school, from sentence and word length.

A rough measure that counts and does not understand. It needs no word list, so it works offline.
"""

from __future__ import annotations

import re

__all__ = ["grade", "prose", "syllables"]

_SENTENCE = re.compile(r"[.!?:]+[\"”’)*]*(?:\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def syllables(word: str) -> int:
    """Spoken syllables of an English word, by its letters; at least one.

    >>> [syllables(w) for w in ("date", "working", "interview", "asked", "ended", "table", "changes")]
    [1, 2, 3, 1, 2, 2, 2]
    """
    word = word.casefold().replace("’", "'")
    word = re.sub(r"'\w*$", "", word)
    if re.search(r"[^td]ed$", word) or re.search(r"[^aeiouysxzcgh]es$", word):
        word = word[:-2]
    elif re.search(r"[^aeiouyl]e$", word) or re.search(r"[aeiouy]le$", word):
        word = word[:-1]
    groups = len(re.findall(r"[aeiouyàáâäãåæèéêëìíîïòóôöõøùúûüýÿ]+", word))
    # Two vowels that are spoken apart, as in "idea", "quiet", "interviewer".
    apart = len(re.findall(r"ia(?!l)|eo(?!ple)|io(?!n|u)|iet|uou|ewe|yi|[aou]ye|\w\wea$", word))
    return max(1, groups + apart)


def grade(text: str) -> float:
    """The school grade of plain ``text``; 0 where there are no words.

    >>> grade("The plan shows the day. You can change it.") < 3
    True
    """
    sentences = [s for s in _SENTENCE.split(text) if _WORD.search(s)]
    words = _WORD.findall(text)
    if not words:
        return 0.0
    spoken = sum(syllables(w) for w in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def prose(markdown: str) -> str:
    """The sentences of a markdown text: without code, tables, links' addresses, pictures and marks.

    >>> prose("## Words\\n\\nSee [the plan](plan.html) and `code`.")
    'Words\\n\\nSee the plan and .'
    """
    text = re.sub(r"```.*?```", "", markdown, flags=re.DOTALL)
    text = re.sub(r"<table>.*?</table>", "", text, flags=re.DOTALL)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^>]*>|`[^`]*`|https?://\S+|\b\d{3}\.\d{2}\b", "", text)
    units: list[str] = []
    closed = False
    for line in text.splitlines():
        marked = re.match(r"\s*(?:#+|[-*+>]|\d+\.)\s+", line)
        if marked:
            units.append(line[marked.end() :])
        elif units and units[-1] and line.strip() and not closed:
            units[-1] += " " + line.strip()  # a line that wraps within a paragraph ends no sentence
        else:
            units.append(line.strip())
        closed = line.lstrip().startswith("#")
    return re.sub(r"[*_]{1,2}", "", "\n".join(units)).strip()
