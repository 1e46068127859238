"""Greetings of many cultures: right ones, ones with a single slip, and ones to somebody else. Practice names."""

from __future__ import annotations

import random

CARDS = [
    "Ms. Sarah Whitfield", "Mr. John Abernathy", "Dr. Jonathan Meyer", "Mrs. Keller", "Howard", "Prof. Åsa Sjöström", "Herr Jörg Weißenböck",
    "Mme Solange Étienne-Dubois", "Sra. Nieves Echeverría Núñez", "Dra. Begoña Ibáñez", "Mr. Lê Quang Định", "Ms. Nguyễn Thị Lan", "Mr. Krzysztof Wójtowicz",
    "Mrs. Jūratė Kazlauskienė", "Ms. Guðbjörg Þorvaldsdóttir", "Mr. Ichirō Kanda", "Dr. Chinwe Eze", "Mr. Oluwaseun Adebayo", "Ms. Wangari Mutua", "Dr. Ngozi Okonkwo-Bright",
    "Mr. Ahmed al-Rashid", "Ms. Fatima bint Yusuf", "Mr. Jan van der Berg", "Mevrouw Anneke de Vries", "Sr. Miguel de la Cruz", "Mr. Feng Guowei", "Ms. Li Wei", "Mr. Park Min-jun",
    "Ms. Kim Hye-rin", "Mr. Nagy Péter", "Ms. Szabó Katalin", "Dr. Zdeněk Hořava", "Mr. Giorgos Papadopoulos", "Ms. Tatiana Volkova", "Mr. Dražen Šimunović", "Ms. Ayşe Yılmaz",
    "Mr. Emre Çelik", "Dr. Parvati Iyengar", "Mr. Sunil Rao", "Ms. Harpreet Kaur Gill", "Mr. Rajesh Subramaniam", "Ms. Siobhán O'Connor", "Mr. Seán Ó Briain", "Captain Elias Holm",
    "Ms. Ingeborg Thalberg", "Mr. Rasmus Dahl", "Mme Béatrice Fontanel", "M. Gaëtan Lefèvre", "Ms. Amélie Roussel", "Mr. Torquil Abernethy-Shah", "Ms. Petra Lindgren-Mwangi", "Mr. Kwame Nkrumah-Boateng",
    "Dr. María José Fernández", "Mr. João Gonçalves", "Ms. Inês Carvalho", "Mr. Łukasz Wiśniewski", "Ms. Małgorzata Szczepańska", "Mr. Yusuf Karimov", "Ms. Leilani Kahananui", "Mr. Tane Ngata",
    "Rev. Thomas Ashworth", "Judge Miriam Halevi", "Ms. Zoë Achterberg", "Mr. Hamish MacDonald", "Ms. Fiona McAllister", "Laurel Bellamy", "Tom Birkett", "Helga Brandt",
]  # fmt: skip
TITLES = {
    "Ms.": "Ms",
    "Mr.": "Mr",
    "Dr.": "Doctor",
    "Mrs.": "Mrs",
    "Prof.": "Professor",
    "Mme": "Madame",
    "Sra.": "Señora",
    "Sr.": "Señor",
}
OPENINGS = ["Dear {}", "Hello {}", "Good morning {}", "Hi {}"]
_LETTERS = "abcdefghijklmnoprstuvwyz"
_LAST_IN_FRONT = ("Feng Guowei", "Li Wei", "Park Min-jun", "Kim Hye-rin", "Nagy Péter", "Szabó Katalin")
_WHOLE_SURNAME = 1


def _split(card: str) -> tuple[str, list[str]]:
    words = card.split()
    known = set(TITLES) | {"Herr", "Dra.", "Mevrouw", "Captain", "M.", "Rev.", "Judge"}
    return (words[0], words[1:]) if words[0] in known else ("", words)


def _surname(parts: list[str]) -> str:
    joined = " ".join(parts)
    if joined in _LAST_IN_FRONT:
        return parts[0]
    if joined.startswith(("Lê ", "Nguyễn ")):
        return parts[-1]
    for n, part in enumerate(parts[1:], 1):
        if part in {"van", "de", "bint", "Ó"}:
            return " ".join(parts[n:])
    return " ".join(parts[2:]) if joined == "María José Fernández" else " ".join(parts[1:]) or parts[0]


def right(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Cards with a greeting that is right."""
    rng = random.Random(seed)
    made = []
    while len(made) < count:
        card = CARDS[len(made) % len(CARDS)]
        title, parts = _split(card)
        surname = _surname(parts)
        forms = [" ".join(parts)]
        if title:
            forms += [f"{title} {surname}", f"{TITLES.get(title, title)} {surname}"]
        if len(parts) > 1:
            forms += [parts[0] if surname != parts[0] else parts[-1], card]
        if " ".join(parts) in _LAST_IN_FRONT:
            forms.append(" ".join([*parts[1:], parts[0]]))
        end = rng.choice([",", ",", ":", " -", "!"])
        made.append((card, rng.choice(OPENINGS).format(rng.choice(forms)) + end))
    return made


def slipped(count: int, seed: int = 2) -> list[tuple[str, str]]:
    """Cards with a greeting that has one letter wrong, dropped, doubled or swapped, or an accent lost."""
    rng = random.Random(seed)
    made = []
    while len(made) < count:
        card = CARDS[len(made) % len(CARDS)]
        title, parts = _split(card)
        surname = _surname(parts)
        words = surname.split() if rng.random() < 0.7 or len(parts) == 1 else [parts[0]]
        longest = max(range(len(words)), key=lambda n: len(words[n]))
        wrong = _slip(words[longest], rng)
        if wrong.casefold() in {p.casefold() for p in parts} or len(wrong) < 2:
            continue
        words[longest] = wrong
        shown = " ".join([title, *words]) if title and rng.random() < 0.7 else " ".join(words)
        made.append((card, rng.choice(OPENINGS).format(shown) + ","))
    return made


def _slip(word: str, rng: random.Random) -> str:
    from followup_kit.letters.draft import plain

    n = rng.randrange(1, len(word))
    kind = rng.choice(["drop", "swap", "change", "double", "accent"])
    if kind == "accent" and plain(word) != word.casefold():
        return plain(word).capitalize()
    if kind == "drop" and len(word) > 3:
        return word[:n] + word[n + 1 :]
    if kind == "swap" and n + 1 < len(word) and word[n] != word[n + 1]:
        return word[:n] + word[n + 1] + word[n] + word[n + 2 :]
    if kind == "double":
        return word[: n + 1] + word[n] + word[n + 1 :]
    return word[:n] + rng.choice(_LETTERS.replace(word[n].lower(), "")) + word[n + 1 :]


def somebody_else(count: int, seed: int = 3) -> list[tuple[str, str]]:
    """Cards with a greeting to a person who is not on them."""
    rng = random.Random(seed)
    made = []
    while len(made) < count:
        card = CARDS[len(made) % len(CARDS)]
        title, parts = _split(card)
        other_title, other = _split(rng.choice(CARDS))
        mine = {w.casefold() for p in parts for w in p.split("-")}
        if mine & {w.casefold() for p in other for w in p.split("-")}:
            continue
        if title and other_title:
            shown = f"{other_title} {_surname(other)}"
        elif not title and len(other) > 1:
            shown = other[0]
        else:
            continue
        made.append((card, rng.choice(OPENINGS).format(shown) + ","))
    return made
