"""Slips found, and phrasing that is right or only foreign left alone."""

from __future__ import annotations

import pytest

from followup_kit.letters import spelling
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


def test_a_word_of_endless_length_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(spelling, "suggest", lambda word: looked_up.append(word) or "")
    monkeypatch.setattr(spelling, "_compound", lambda word: looked_up.append(word) or False)
    assert verdict(f"I liked the {'kitchen' * 100} and the ovenx.") == "met"
    assert set(looked_up) == {"ovenx"}


def test_words_of_the_context_are_no_slips() -> None:
    letter = "Dear Ms Ruiz,\n\nThank you for showing me the hanbok and the jangdok.\n\nBest,\nLi Wei"
    noted = {**CARD, "topics": ["hanbok", "jangdok"]}
    assert check_letter(letter, noted)["proofread"].verdict == "met"


def test_british_and_american_spellings_are_words() -> None:
    both = "calibre caliber fibre fiber jewellery jewelry marvellous marvelous organise organize practise grey gray"
    assert [w for w in both.split() if not is_word(w)] == []
    assert suggest("recieve") == "receive"


WORDS_OUT_OF_PLACE = """
I learned a lot form your chef.
The kitchen was quiet busy.
I was quiet impressed by the ovens.
You said the the oven is new.
I look forward to hearing form you.
I would like to no more about the shifts.
It was nice to here about the menus.
I have all ready sent the form.
The costumers come back every week.
I worked with costumers for six years.
Thank you for you help.
Thanks for taking the time to met me.
I enjoyed are talk.
It was a pleasure meeting your.
I hope you our well.
I am sure that I could fit in well with you team.
I want to thank you again for a the tour.
The way you you plan the menus is clever.
I will be happy to answer any question you my have.
If their is anything else you need, let me know.
I could start in to weeks.
It was a please to meet you.
I have know the market since I was ten.
I am writing to thanks you.
I am writting to you about the post.
You where very kind.
We're did you find that oven?
I would be able to start strait away.
My last manger can give you a reference.
I learned it threw practice.
I though about what you said.
I have though about what you said.
I am please to hear that.
I was please to meet the team.
I can bring to the team a lots of energy.
I did not had time to say it.
I have experience in in kitchens.
Please do no hesitate to call.
I would be very grateful if you could let me now.
Let me now if you need more.
My experience would be and asset to you.
The interview past quickly.
I have past my exam.
I will except any shift.
It was interesting too see the kitchen.
Their team is lead by a women.
A women in the kitchen told me about it.
These oven is old.
I have been a cook since for ten years.
I sincerely hop to hear from you.
I hop to hear from you soon.
I am looking forward to here from you.
My skills would be a god fit.
It was great to meat you.
I would work hard everyday.
Everyone was so nice and and helpful.
I think we would work good together.
I cant wait to start.
Thank you for your tim.
I appreciate you taking you time.
He was kind enough show me around.
I am vary interested in the job.
I want to apologize for been late.
I am use to long shifts.
I use to work nights.
It would be an great honour.
I have a lot of experiance.
There is alot to learn.
I could see my self working there.
I will bring my self to work on Sundays.
I am intersted in the roll of cook.
The principle of the school told me.
I learnt more then I expected.
I was surprised how quite the room was.
That was very kind off you.
I would of stayed longer.
Could you tell me weather you have decided?
It has been to long.
I am confident I can meet you expectations.
I can asses the stock quickly.
It does not effect my plans.
The interview had a big affect on me.
I look froward to hearing from you.
I look forwards to hear you.
Thank you for giving me the oppurtunity.
Than you for your time.
Thank for your time.
Thanks you for your time.
Thank you you for your time.
My I ask when you will decide?
I hope this email find you well.
I hope this letters finds you well.
The talk help me to understand the job.
She knows more then me about fish.
I could start form December.
Their not easy, those fourth floors.
You can call whenever its convenient.
I have told to two other people about it.
I took a unpaid day for the test.
It is a upgrade for the whole kitchen.
My grandmother teached me patience.
I catched the last bus.
I signed without to read it.
Every staff was kind.
I wonder if there are news about the decision.
We made four hundred piece a day.
I worked there for two year and more.
Two markets did sent goods back.
My brother did two change-outs their.
I passed it after half year.
She has already told to her mother about it.
"""


@pytest.mark.parametrize("sentence", WORDS_OUT_OF_PLACE.strip().split("\n"))
def test_a_real_word_in_the_wrong_place_is_a_slip(sentence: str) -> None:
    assert verdict(sentence) == "breach"


WORDS_IN_PLACE = """
I had quite a quiet shift.
You may have seen it all already.
All ready-made sauces are out.
The customers and the costume department came.
If there is anything, please say so.
I thought it through.
I have passed my exam in the past year.
A woman in the kitchen told me.
I used to work nights and am used to long shifts.
It had an effect on me.
I can see it myself, in my own self-taught way.
We were where you told us.
Please let me know now.
I know now what the work is.
The form from the office is attached.
I lost the loose screw.
No, I know no more than that.
They are there with their knives.
Thank you, you were kind.
Had I had had time, I would have asked.
I can now start.
That that works is clear.
It is too long to tell to you two.
The role and the bread roll are both yours.
You and your team are well led.
I could meet the team, and eat meat pie.
It will take a lot to put me off.
You are welcome to call, of course.
My boss lets me off on Sundays.
It is one of our own.
The hop harvest taught me patience.
The parts we fit are heavy.
I may ask my wife.
I write every day, and my everyday work is simple.
You can let me know whether the weather holds.
I wonder whether there is any news.
We use grade A eggs, a one-off order, a European oven and a unique, useful, usual knife.
It was a once in a while thing, and a unanimous vote.
I am a people person.
I have pencilled in Monday for it.
She was older than most; then she left.
Send me the form Tuesday or later.
He kept the two of you company.
We have got on without to date.
Every staff meeting began at eight, and every staff member came.
It was a two hour interview and a three course meal.
It is two and a half weeks since then.
Thanks for having me in yesterday.
What I did told me a lot about the work.
I have run room A alone, and ward A always on Mondays.
I spent a year at a UNESCO school and one in a UNHCR camp.
I like its very own bread, its clear focus on guests and its important work for the town.
For me, it's people who make a kitchen.
I saw how the people there work together.
There were news crews at the door.
"""


def test_a_compound_of_two_words_is_a_word_and_two_words_without_their_blank_are_a_slip() -> None:
    right = [
        w
        for w in ("callouts", "laytime", "signoff", "linework")
        if verdict(f"It was {w} for us there.") != "met"
    ]
    assert right == []
    assert verdict("I liked it alot and thankyou for it.") == "breach"


@pytest.mark.parametrize("sentence", WORDS_IN_PLACE.strip().split("\n"))
def test_the_same_words_in_their_place_are_left_alone(sentence: str) -> None:
    assert verdict(sentence) == "met"


@pytest.mark.parametrize(
    "sentence",
    [
        "I enjoyed it. the ovens are new.",
        "I enjoyed it ,and the ovens are new.",
        "I enjoyed it,and more.",
        "I met i think six cooks.",
    ],
)
def test_stops_and_capitals_on_the_wrong_side_are_slips(sentence: str) -> None:
    assert verdict(sentence) == "breach"
