"""Forms of exercises, drills, quizzes, progress and the own case, from Python's side."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from followup_kit.course import opening
from followup_kit.course.learner import session
from followup_kit.course.learner.campaign import my_campaign
from followup_kit.course.learner.own_case import Case, my_case, save_case
from followup_kit.course.learner.own_letters import LetterFile
from followup_kit.course.question import Question
from followup_kit.course.quiz import quiz_form
from followup_kit.course.registry import exercises
from followup_kit.journal.store import Journal
from followup_kit.records.case import Event, Interview, Person
from followup_kit.widgets import base
from followup_kit.widgets.base import Checklist, Choice
from followup_kit.widgets.case_form import case_form, read_people
from followup_kit.widgets.drill_form import drill_form
from followup_kit.widgets.form import ExerciseForm, exercise_form
from followup_kit.widgets.progress_bar import progress_bar
from followup_kit.widgets.quiz import lesson_quiz, quiz, retrieval, workshop_quiz

EVERY = exercises()
FIRST, CALL = (next(e for e in EVERY if e.id == i) for i in ("04-working-days", "04-promised-call"))


def fill(form: ExerciseForm, given: dict) -> None:
    for field in form.question.exercise.fields:
        control, value = form.fields[field.id], given.get(field.id, "")
        if isinstance(control, Choice | Checklist):
            read = field.read(value, field and form.question.exercise.year).value
            if field.kind == "yes_no":
                read = "yes" if read else "no"
            control.value = sorted(read) if isinstance(control, Checklist) else read
        else:
            control.value = str(value)


def press(form, text: str) -> None:
    """Press the button with that text, wherever it stands in the form's box."""

    def buttons(widget):
        for child in getattr(widget, "children", ()):
            if getattr(child, "description", None) == text and hasattr(child, "click"):
                yield child
            yield from buttons(child)

    next(buttons(form.box)).click()


@pytest.mark.parametrize("plain", [False, True], ids=["native", "plain"])
@pytest.mark.parametrize("exercise", EVERY, ids=lambda e: e.id)
def test_a_form_judges_as_the_cell_does(exercise, plain):
    base.use_plain_controls(plain)
    try:
        form = ExerciseForm(Question(exercise))
        press(form, "Check")
        assert "Not attempted" in form.feedback.value
        fill(form, exercise.solution)
        press(form, "Check")
        assert "✓ Right" in form.feedback.value
        assert form.box.said.startswith("Right.")
        assert all(not f.error for f in form.fields.values())
    finally:
        base.use_plain_controls(None)


def test_a_wrong_part_says_why_at_its_field():
    form = ExerciseForm(Question(CALL))
    fill(form, {"day": "16 March", "channel": "phone"})
    press(form, "Check")
    assert "promised date" in form.fields["day"].error
    assert form.fields["channel"].error == ""
    assert form.box.said.startswith("Not yet. Day: 16 March is the promised date")


def test_enter_in_a_field_checks():
    form = ExerciseForm(Question(CALL))
    fill(form, CALL.solution)
    form.fields["day"].inner.entered += 1
    assert "✓ Right" in form.feedback.value


def test_hint_solution_and_reset():
    form = ExerciseForm(Question(CALL))
    for n in range(len(CALL.hints) + 1):
        press(form, "Hint")
        assert form.help.value.count("Hint ") == min(n + 1, len(CALL.hints))
    assert "no more hints" in form.box.said
    press(form, "Solution")
    press(form, "Solution")
    assert form.help.value.count("<strong>Tue 17 March 2026</strong>") == 1
    assert "John Krautzel" not in form.help.value
    assert "000.05" in form.help.value
    fill(form, CALL.solution)
    press(form, "Check")
    press(form, "Reset")
    assert form.answers() == {"day": "", "channel": None}
    assert form.feedback.value == ""
    assert "q = course.exercise(&quot;04-promised-call&quot;)" in form.help.value
    press(form, "Hint")
    assert "Hint 1 of" in form.help.value


def test_what_a_reset_cleared_comes_back_until_something_else_is_entered():
    form = ExerciseForm(Question(CALL))
    press(form, "Reset")
    assert form.box.said == "The form is empty again."
    fill(form, CALL.solution)
    press(form, "Reset")
    assert "brings your answers back" in form.box.said
    press(form, "Bring my answers back")
    assert form.answers()["day"] == CALL.solution["day"]
    assert form.help.value == ""
    press(form, "Reset")
    form.fields["day"].value = "3 March"
    press(form, "Reset")
    assert form.answers() == {"day": "", "channel": None}


def test_answers_of_a_quiz_come_back():
    form = lesson_quiz("04")
    for item in form.items:
        form.choices[item.id].value = item.answer
    press(form, "Start anew")
    assert not any(choice.value for choice in form.choices.values())
    press(form, "Bring my answers back")
    assert all(form.check().values())
    press(form, "Start anew")
    next(iter(form.choices.values())).value = form.items[0].answer
    press(form, "Start anew")
    assert not any(choice.value for choice in form.choices.values())


def test_form_and_cell_share_one_question():
    assert exercise_form("04-let-go").question is exercise_form("04-let-go").question


def test_what_is_typed_is_escaped_everywhere():
    form = ExerciseForm(Question(CALL))
    fill(form, {"day": "<img src=x>", "channel": "phone"})
    press(form, "Check")
    assert "<img" not in form.feedback.value


def test_a_drill_goes_on():
    form = drill_form("dates", seed=2)
    for _ in range(2):
        fill(form.form, form.run.question.exercise.solution)
        press(form.form, "Check")
        press(form, "Next case")
    assert "2 of 2 right at once; level 2" in form.box.children[-1].value
    assert "Case 3" in form.box.said


def test_the_quiz_before_and_after_shows_the_gain_to_the_learner(course_folder):
    opening.start()
    before, after = quiz("before"), quiz("after")
    press(before, "Check my answers")
    assert "0 of 10 right. 10 not answered yet." in before.summary.value
    for form, share in ((before, 3), (after, 10)):
        for n, item in enumerate(form.items):
            wrong = next(o.id for o in item.options if o.id != item.answer)
            form.choices[item.id].value = item.answer if n < share else wrong
        press(form, "Check my answers")
    assert "3 of 10 right." in before.summary.value
    assert "10 of 10 right." in after.summary.value
    assert after.summary.value.count("✗ not yet") == 7
    assert "<table>" not in before.summary.value
    kept = session.progress_file().progress.quizzes
    assert set(kept["before"]) == {i.id for i in quiz_form("A")}
    press(before, "Start anew")
    assert all(c.value is None for c in before.choices.values())


def test_checks_and_retrieval_explain_each_answer():
    for form in (lesson_quiz("04"), retrieval("04")):
        item = form.items[0]
        for option in item.options:
            form.choices[item.id].value = option.id
            assert form.check() == {item.id: option.id == item.answer}
            reply = form._replies[item.id].value
            assert ("✓ Right." if option.id == item.answer else "✗ Not yet.") in reply
    assert len(retrieval("04").items) == 2


def test_the_bar_follows_the_answers(course_folder):
    assert "run the first cell" in progress_bar("04").body.value
    opening.start()
    bar, whole = progress_bar("04"), progress_bar()
    assert 'value="0"' in bar.body.value
    Question(FIRST).check(**FIRST.solution)
    assert f"1 of {sum(e.lesson == '04' for e in EVERY)} exercises" in bar.body.value
    assert f"The whole course: 1 of {len(EVERY)} exercises" in whole.body.value
    assert bar.body.value.count("<label>") == bar.body.value.count("<progress") == 1


OWN = {
    "name": "Amina", "company": "Clinic", "day": "Mon 2 March", "ends": "3.30 pm", "promised": "16 March",
    "people": "Zoë Özdemir; Operations Manager; hiring manager; z@example.com\nPeter Lindgren; led the interview",
    "topics": "cover\n\nholidays", "country": "germany",
}  # fmt: skip


def enter(form, given) -> None:
    for key, value in given.items():
        form.fields[key].value = value


def test_the_own_case_is_entered_once_and_used_everywhere(course_folder):
    form = case_form(year=2026)
    enter(form, OWN)
    form.fields["written_only"].value = ["yes"]
    press(form, "Save")
    assert form.box.said.startswith("Saved.")
    case = my_case()
    assert (case.country, case.written_only, case.own) == ("DE", True, True)
    assert case.interview.promised.isoformat() == "2026-03-16"
    assert case.interview.ends.isoformat("minutes") == "15:30"
    assert [p.roles for p in case.interview.people] == [("hiring_manager",), ("lead_interviewer",)]
    assert case.interview.topics == ("cover", "holidays")
    again = case_form(year=2026)
    assert again.read() == case
    press(again, "Delete")
    assert my_case().own, "nothing is deleted before it is confirmed"
    again.sure.value = ["yes"]
    press(again, "Delete")
    assert not my_case().own
    assert again.fields["company"].value == ""


@pytest.mark.parametrize("title", ["Hiring Manager", "Head of Sales", ""])
def test_saving_the_form_unchanged_loses_nothing(course_folder, title):
    ana = Person(
        name="Ana Ruiz", title=title, roles=("hiring_manager",), email="a@example.org", phone="1", address="Street 2"
    )  # fmt: skip
    one = Interview(
        day=dt.date(2026, 3, 2), ends=dt.time(15, 30), timezone="Europe/Berlin", id="acme", company="Acme", people=(ana,)
    )  # fmt: skip
    save_case(Case(interview=one, country="DE"))
    press(case_form(year=2026), "Save")
    assert my_case().interview == one


APPLIED = Interview(
    day=dt.date(2026, 3, 2), company="Acme", timezone="Europe/Berlin",
    people=(Person(name="Ana Ruiz", roles=("interviewer",), phone="1"),),
)  # fmt: skip


def in_journal():
    """Employer, day and events of each interview in the learner's journal, once the campaign was opened."""
    with my_campaign(dt.date(2026, 3, 10)).journal as journal:
        return [(e.interview.company, e.interview.day.day, len(e.events)) for e in journal.entries()]


def begun(**changes):
    """The form after one press of Save, where an interview with an event and a letter was known before."""
    save_case(Case(interview=APPLIED, name="Kim"))
    with my_campaign(dt.date(2026, 3, 10)).journal as journal:
        journal.record("acme-2026-03-02", Event.parse("sent:2026-03-03:thank_you"))
    LetterFile()["thank_you · Ana Ruiz · Acme · 2026-03-02"] = {"text": "Dear Ana Ruiz,"}
    form = case_form(year=2026)
    enter(form, changes)
    press(form, "Save")
    return form


@pytest.mark.parametrize("plain", [False, True], ids=["native", "plain"])
@pytest.mark.parametrize(
    ("changes", "default"),
    [
        ({"day": "3 March"}, "correction"),
        ({"company": "Acme Ltd"}, "correction"),
        ({"day": "3 March", "company": "Beta"}, "new"),
    ],
)
def test_another_day_or_employer_is_asked_about(course_folder, changes, default, plain):
    base.use_plain_controls(plain)
    try:
        form = begun(**changes)
        assert form.another.value == default
        assert form.another in form._asking.children
        assert form.box.said.startswith("Not saved yet. You entered Acme, Mon 2 March 2026 before.")
        assert my_case().interview == APPLIED
        enter(form, {"day": "2 March", "company": " acme "})
        form.another.value = "new"
        press(form, "Save")
        assert form._asking.children == ()
        assert my_case().interview == replace(APPLIED, company="acme")
    finally:
        base.use_plain_controls(None)


@pytest.mark.parametrize(
    "changes", [{"day": "3 March"}, {"company": "Akme"}, {"day": "3 March", "company": "Akme"}]
)
def test_a_correction_changes_the_entry_in_the_journal(course_folder, changes):
    form = begun(**changes)
    form.another.value = "correction"
    press(form, "Save")
    assert form.box.said.startswith("Saved.")
    now = my_case()
    assert (now.interview.timezone, now.interview.people[0].phone) == ("Europe/Berlin", "1")
    day = 3 if "day" in changes else 2
    assert in_journal() == [(changes.get("company", "Acme"), day, 1)]
    assert in_journal() == [(changes.get("company", "Acme"), day, 1)], "and it stays one"
    (key,) = LetterFile()
    assert key == f"thank_you · Ana Ruiz · {changes.get('company', 'Acme')} · 2026-03-0{day}"
    assert my_case() == now


@pytest.mark.parametrize(
    "changes", [{"day": "20 March"}, {"company": "Beta"}, {"day": "20 March", "company": "Beta"}]
)
def test_a_new_interview_leaves_the_earlier_one_in_the_journal(course_folder, changes):
    form = begun(**changes)
    form.another.value = "new"
    press(form, "Save")
    assert form.box.said.endswith("Acme, Mon 2 March 2026 is kept in your journal.")
    assert (my_case().interview.timezone, my_case().entry) == (None, "")
    day = 20 if "day" in changes else 2
    assert in_journal() == [("Acme", 2, 1), (changes.get("company", "Acme"), day, 0)]
    assert list(LetterFile()) == ["thank_you · Ana Ruiz · Acme · 2026-03-02"]
    press(case_form(year=2026), "Save")
    assert len(in_journal()) == 2


def test_a_new_interview_takes_the_earlier_one_to_the_journal_first(course_folder):
    save_case(Case(interview=APPLIED))
    form = case_form(year=2026)
    enter(form, {"day": "20 March", "company": "Beta"})
    press(form, "Save")
    press(form, "Save")
    assert [e[0] for e in in_journal()] == ["Acme", "Beta"]


def test_nothing_is_replaced_where_the_journal_cannot_take_it(course_folder):
    save_case(Case(interview=APPLIED))
    (course_folder / session.JOURNAL).write_bytes(b"no journal")
    form = case_form(year=2026)
    enter(form, {"day": "20 March", "company": "Beta"})
    press(form, "Save")
    press(form, "Save")
    assert form.box.said.startswith("The earlier interview stays in the form, and nothing was saved.")
    assert my_case().interview == APPLIED


def test_a_form_that_was_open_before_the_journal_knew_the_interview_corrects_it_too(course_folder):
    save_case(Case(interview=APPLIED))
    form = case_form(year=2026)
    assert in_journal() == [("Acme", 2, 0)]
    form.fields["day"].value = "3 March"
    press(form, "Save")
    press(form, "Save")
    assert in_journal() == [("Acme", 3, 0)]


def test_an_interview_that_was_removed_stays_out_until_it_is_saved_again(course_folder):
    save_case(Case(interview=APPLIED))
    assert in_journal() == [("Acme", 2, 0)]
    with Journal(course_folder / session.JOURNAL) as journal:
        journal.remove("acme")
    found = my_campaign()
    assert found.journal.entries() == ()
    assert found.notice.startswith("The interview that you entered last was removed from your journal.")
    found.journal.close()
    press(case_form(year=2026), "Save")
    assert in_journal() == [("Acme", 2, 0)]
    (course_folder / session.JOURNAL).unlink()
    assert in_journal() == [("Acme", 2, 0)], "a journal that was lost is made anew"


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({}, "day", "The plan counts from this day"),
        ({"day": "31 April"}, "day", "There is no day"),
        ({"day": "2 March", "promised": "1 March"}, "promised", "before the interview"),
        ({"day": "2 March", "ends": "late"}, "ends", "is not a time"),
        ({"day": "2 March", "country": "Germny"}, "country", "Did you mean"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(given, field, said, course_folder):
    form = case_form(year=2026)
    enter(form, given)
    press(form, "Save")
    assert said in form.fields[field].error
    assert form.box.said.startswith("Not saved yet.")
    assert not course_folder.exists()


def test_the_question_of_a_form_is_counted_once(course_folder):
    opening.start()
    form = ExerciseForm(Question(FIRST))
    fill(form, FIRST.solution)
    press(form, "Check")
    press(form, "Check")
    assert session.progress_file().progress.exercises[FIRST.id].attempts == 1


def test_the_two_questions_of_a_workshop_count_as_answered_before(course_folder):
    opening.start()
    form = workshop_quiz()
    assert [i.id for i in form.items] == ["03-thank-well-a", "04-date-first-nudge-a"]
    form.choices["03-thank-well-a"].value = form.items[0].answer
    form.check()
    assert form.box.said == "1 of 2 right. 1 not answered yet."
    assert session.progress_file().progress.quizzes == {"before": {"03-thank-well-a": True}}


@pytest.mark.parametrize(
    ("line", "name", "title", "email"),
    [
        ("Mrs. Müller, boss", "Mrs. Müller", "boss", ""),
        ("Ana Ruiz ana@example.org", "Ana Ruiz", "", "ana@example.org"),
        ("Ana Ruiz, ana@example.org", "Ana Ruiz", "", "ana@example.org"),
        ("Ana Ruiz (ana@example.org)", "Ana Ruiz", "", "ana@example.org"),
        ("Ana Ruiz, head of sales, ana@example.org", "Ana Ruiz", "head of sales", "ana@example.org"),
        ("Ruiz, Ana", "Ruiz, Ana", "", ""),
        ("Li Wei, PhD", "Li Wei, PhD", "", ""),
        ("Ana Ruiz; Head of Sales", "Ana Ruiz", "Head of Sales", ""),
        ("Ana Ruiz <ana@example.org>; Head of Sales", "Ana Ruiz", "Head of Sales", "ana@example.org"),
        ("Ruiz, ana; boss", "Ruiz, ana", "boss", ""),
        ("Ruiz <ana@example.org>, Ana; boss", "Ruiz, Ana", "boss", "ana@example.org"),
    ],
)
def test_people_are_read_as_they_are_written(line, name, title, email):
    (one,) = read_people(line)
    assert (one.name, one.title, one.email) == (name, title, email)


def test_a_role_after_a_comma_is_a_role_and_an_address_alone_is_kept():
    (one,) = read_people("Ana Ruiz, hiring manager")
    assert (one.name, one.title, one.roles) == ("Ana Ruiz", "", ("hiring_manager",))
    (alone,) = read_people("ana@example.org")
    assert alone.name == "ana@example.org"
