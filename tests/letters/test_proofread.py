"""Slips found, and phrasing that is right or only foreign left alone."""

from __future__ import annotations

import pytest

from followup_kit.letters.check import check_letter
from followup_kit.letters.spelling import is_word, suggest

CARD = {
    "interviewer_name": "Ms Ana Ruiz",
    "position": "Cook",
    "company": "Harbour Foods",
    "topics": ["menus"],
}


def verdict(sentence: str) -> str:
    letter = (
        f"Dear Ms Ruiz,\n\nThank you for the talk. {sentence} I would love to join.\n\nKind regards,\nLi Wei"
    )
    return check_letter(letter, CARD)["proofread"].verdict


MISSPELT = """
recieve definately accomodate apreciate intrested experiance seperate occured untill tommorow begining beleive acheive
adress arguement collegue comittee enviroment goverment immediatly independant liason neccessary posession probaly
proffesional recomend responsability succesful suprise truely unfortunatly wierd wich thankyou alot aswell interveiw
intervew postion comapny custmers skils appreicate thnaks oportunity qualifed availible convinient aplication excitment
calender prefered refered commited discused maintainance
"""


@pytest.mark.parametrize("word", MISSPELT.split())
def test_a_misspelt_word_is_a_slip(word: str) -> None:
    assert verdict(f"It was {word} for us there.") == "breach"


@pytest.mark.parametrize(
    "sentence",
    [
        "I am agree with you.",
        "I look forward to hear from you soon.",
        "She don't wait for anybody.",
        "He have shown me the kitchen.",
        "You was very kind.",
        "I should of told you about my training.",
        "Their is one more thing.",
        "I seen the new oven.",
        "It don't matter to me.",
        "I am interesting in this job.",
        "Despite of the rain I enjoyed it.",
        "We discussed about the menu.",
        "Thank you for give me the chance.",
        "You gave me many good advices.",
        "It was a honour to meet you.",
        "I am really exited about it.",
        "The chefs is kind.",
        "I would like to thanks you.",
        "Me and my friend was there.",
        "The kitchen it is big.",
        "Did you received my letter?",
        "I enjoyed to meet you.",
        "I am used to work at night.",
        "If I would have known, I would have come.",
        "Could you told me more?",
        "I suggest you to try it.",
        "I assure you that I'am ready.",
        "Then you for the talk.",
        "They have a menu which change every day.",
        "Thank you for talk on Monday.",
        "I can starts on Monday.",
        "I want ask you one thing.",
        "It is one of the best kitchen.",
        "I am looking forward for your answer.",
        "It is more easy for me to come early.",
        "Is possible to know the date?",
        "Two week ago we met.",
        "We talked about about the menu.",
    ],
)
def test_a_slip_of_grammar_is_found(sentence: str) -> None:
    assert verdict(sentence) == "breach"


@pytest.mark.parametrize(
    "sentence",
    [
        "Had I known about the test, I would have brought a pencil.",
        "I very much hope to hear from you.",
        "Thank you for meeting with me on Monday.",
        "Your so-called slow cooker was quick.",
        "For thirty-one years I have cooked.",
        "It made my afternoon to find the old oven still in use.",
        "The calibre of the cooks was plain to see.",
        "I was a line cook for two years in Hanoi.",
        "I got used to working at night.",
        "What you said about the menus is true.",
        "One of the cooks has a knife from Japan.",
        "These are the rooms I like.",
        "I look forward to hearing from you.",
        "I should have told you about my training.",
        "In the kitchen it was very clean.",
        "I would be happy to come, if that helps.",
        "You told me that the ovens are new, and that the menu changes every day.",
        "The way the tables are set is what I liked.",
        "Each of the guests got a card.",
        "I have worked nights since 2019.",
        "I take with me a good picture of the work.",
        "For me it is important to learn every day something new.",
    ],
)
def test_right_and_only_foreign_phrasing_is_left_alone(sentence: str) -> None:
    assert verdict(sentence) == "met"


def test_words_of_the_context_are_no_slips() -> None:
    letter = "Dear Ms Ruiz,\n\nThank you for showing me the hanbok and the jangdok.\n\nBest,\nLi Wei"
    noted = {**CARD, "topics": ["hanbok", "jangdok"]}
    assert check_letter(letter, noted)["proofread"].verdict == "met"


def test_british_and_american_spellings_are_words() -> None:
    both = "calibre caliber fibre fiber jewellery jewelry marvellous marvelous organise organize practise grey gray"
    assert [w for w in both.split() if not is_word(w)] == []
    assert suggest("recieve") == "receive"
