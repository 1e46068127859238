"""The follow-up pack: everything for one interview on a few printed pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from followup_kit.advice.questions import questions
from followup_kit.advice.rules import cite, rule_range, sources
from followup_kit.calls import call_script
from followup_kit.letters.checklists import load_checklist
from followup_kit.outputs.paper import page
from followup_kit.outputs.words import RECIPIENTS, STATUSES, day_text, how, series_title, when
from followup_kit.records.base import Record
from followup_kit.records.case import Interview
from followup_kit.records.journal import Draft
from followup_kit.records.plan import Plan

__all__ = ["PackLine", "PackSection", "pack_html", "sections_for"]


class PackLine(Record, frozen=True, kw_only=True):
    """One line of a section, with the rules that it comes from."""

    text: str
    rules: tuple[str, ...] = ()


class PackSection(Record, frozen=True, kw_only=True):
    """A list of the pack: a checklist with boxes to tick, or the lines of a call script."""

    title: str
    lines: tuple[PackLine, ...]
    boxes: bool = False


def sections_for(plan: Plan) -> tuple[PackSection, ...]:
    """The lists of a pack: questions, what belongs into the thank-you, and call scripts where calls are planned.

    >>> import datetime as dt
    >>> from followup_kit.planner import plan
    >>> [s.title for s in sections_for(plan(Interview(day=dt.date(2026, 3, 2)), "classic"))]
    ['Before you leave the room', 'Check your thank-you', 'Asking how things stand', 'Leaving a message']
    """
    asked = tuple(PackLine(text=q.ask, rules=q.rules) for q in questions().questions)
    items = [i for i in load_checklist().items if "thank_you" in i.kinds]
    found = [
        PackSection(title="Before you leave the room", lines=asked, boxes=True),
        PackSection(
            title="Check your thank-you",
            lines=tuple(PackLine(text=i.text, rules=i.rules) for i in items),
            boxes=True,
        ),
    ]
    if any(t.channel == "phone" and t.open for t in plan):
        for kind in ("status", "voicemail"):
            script = call_script(kind, plan.interview)
            lines = tuple(PackLine(text=line.text, rules=line.rules) for line in script.lines)
            found.append(PackSection(title=script.title, lines=lines))
    return tuple(found)


def pack_html(
    plan: Plan, *, drafts: Iterable[Draft] = (), sections: Sequence[PackSection] | None = None
) -> str:
    """One HTML page, made for print: contacts, plan, letters, and the sections (those of :func:`sections_for` if None).

    What the learner typed is escaped, and keeps its line breaks and its direction.

    >>> import datetime as dt
    >>> from followup_kit.planner import plan
    >>> "<h2>Plan</h2>" in pack_html(plan(Interview(day=dt.date(2026, 3, 2), company="A & B"), "classic"))
    True
    """
    interview = plan.interview
    named = ", ".join(p for p in (interview.position, interview.company) if p) or "one interview"
    parts = [
        f'<h1 dir="auto">Follow-up pack: {escape(named)}</h1>',
        f"<p>Interview on {day_text(interview.day)}. "
        + (
            f"They promised to decide by {day_text(interview.promised)}.</p>"
            if interview.promised
            else "No promised date is known: ask for it.</p>"
        ),
        *_contacts(interview),
        *_plan(plan),
        *_letters(drafts),
    ]
    shown = sections_for(plan) if sections is None else sections
    for section in shown:
        parts += _section(section)
    parts += _sources(plan, shown)
    return page(f"Follow-up pack: {named}", "".join(parts))


def _contacts(interview: Interview) -> Iterator[str]:
    yield "<h2>Contact card</h2>"
    if interview.contact_via:
        yield f'<p dir="auto">Everything goes through {escape(interview.contact_via)}.</p>'
    if interview.people:
        heads = ("Name", "Title", "Role", "E-mail", "Phone", "Address")
        cells = "".join(f'<th scope="col">{h}</th>' for h in heads)
        yield f"<table><caption>Who you met, spelled as on the card</caption><thead><tr>{cells}</tr></thead><tbody>"
        for p in interview.people:
            role = ", ".join(RECIPIENTS[r] for r in p.roles)
            yield f'<tr><th scope="row" dir="auto">{escape(p.name)}</th>'
            yield "".join(
                f'<td dir="auto">{escape(c)}</td>' for c in (p.title, role, p.email, p.phone, p.address)
            )
            yield "</tr>"
        yield "</tbody></table>"
    else:
        yield "<p>Nobody is noted yet. Name, spelling, title and address stand on the card or in the invitation.</p>"
    if interview.topics:
        items = "".join(f'<li dir="auto">{escape(t)}</li>' for t in interview.topics)
        yield f"<h3>What you talked about</h3><ul>{items}</ul>"


def _plan(plan: Plan) -> Iterator[str]:
    yield "<h2>Plan</h2>"
    for note in plan.assumptions:
        yield f"<p>{escape(note)}</p>"
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("When", "What", "How and to whom", "Done", "Why"))
    yield f"<table><caption>{escape(plan.title)} plan, working days: {escape(plan.calendar)}</caption>"
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for t in plan:
        if t.status == "cancelled":
            continue
        done = f"{day_text(t.done_on)}" if t.done_on else f'<span class="box"></span>{STATUSES[t.status]}'
        ours = " <small>(our number)</small>" if t.editorial else ""
        yield (
            f'<tr><th scope="row">{when(t)}</th><td>{escape(series_title(t, plan))}{ours}</td>'
            f'<td dir="auto">{escape(how(t))}</td><td>{done}</td><td>{escape(t.reason)}</td></tr>'
        )
    yield "</tbody></table><p>Silence is common, and no verdict on you.</p>"


def _letters(drafts: Iterable[Draft]) -> Iterator[str]:
    found = list(drafts)
    if found:
        yield '<h2 class="new">Letters</h2>'
    for draft in found:
        title = draft.subject or draft.step.replace("_", " ").capitalize()
        yield f'<h3 dir="auto">{escape(title)}</h3><div class="letter" dir="auto">{escape(draft.body)}</div>'


def _section(section: PackSection) -> Iterator[str]:
    yield f"<h2>{escape(section.title)}</h2>"
    tag = "ul" if section.boxes else "ol"
    yield f"<{tag}{' class=plain' if section.boxes else ''}>"
    for line in section.lines:
        box = '<span class="box"></span>' if section.boxes else ""
        where = f" <small>({escape(rule_range(line.rules))})</small>" if line.rules else ""
        yield f'<li dir="auto">{box}{escape(line.text)}{where}</li>'
    yield f"</{tag}>"


def _sources(plan: Plan, sections: Sequence[PackSection]) -> Iterator[str]:
    """What the numbers of the rules stand for."""
    ids = [r for t in plan for r in t.rules] + [r for s in sections for line in s.lines for r in line.rules]
    named = sorted({i.partition(".")[0] for i in ids} & set(sources()))
    if named:
        items = "".join(f"<li>{s}: {escape(cite(s))}</li>" for s in named)
        yield f"<h2>Sources</h2><p>A number such as 000.05 names a source and one of its rules.</p><ul>{items}</ul>"
