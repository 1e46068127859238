"""Scripts and reports of calls as markup; every text of a person is escaped."""

from __future__ import annotations

from html import escape

from followup_kit.records.call import Branch, CallFinding, CallReport, CallScript, RouteAdvice

__all__ = ["PARTS", "answer_markup", "finding_markup", "lines_markup", "spoken_summary"]

PARTS = {
    "who_you_are": "Who you are",
    "question": "The one question",
    "excitement": "That you are keen",
    "thanks": "Thanks",
    "close": "Close",
}


def lines_markup(script: CallScript, way: RouteAdvice) -> str:
    """The lines of a script as a list: what each is for, the words, and who says so."""
    rows = []
    for line in script.lines:
        part = PARTS[line.part]
        if line.part == "question" and script.kind not in ("status", "voicemail"):
            part = "What it is about"
        rows.append((part, line.text, _by(line.rules, line.editorial)))
    if script.frame[0]:
        rows.insert(0, ("Before it", script.frame[0], f"Ours: {way.editorial}"))
    if script.frame[1]:
        rows.append(("Signature", script.frame[1], f"Ours: {way.editorial}"))
    items = (
        f"<li><strong>{escape(part)}:</strong> {escape(words)}<br><small>{escape(by)}</small></li>"
        for part, words, by in rows
    )
    return f"<ol>{''.join(items)}</ol>"


def _by(rules: tuple[str, ...], editorial: str) -> str:
    said = f"Rules: {', '.join(rules)}" if rules else ""
    if not editorial:
        return said
    return f"{said}. Ours: {editorial}" if said else f"Ours: {editorial}"


def finding_markup(report: CallReport) -> str:
    """A report: its length and its calls, what to mend, what could be added, what is for oneself to judge."""
    if not report.started:
        return "<p>Not started: write your words above.</p>"
    out = [f"<p><strong>{escape(report.length())}</strong></p>"]
    groups = (
        ("✗", "To mend", report.to_fix()),
        ("+", "You could add", report.to_add()),
        ("?", "For you to judge", report.to_judge()),
    )
    for sign, title, found in groups:
        if found:
            items = "".join(_item(sign, f) for f in found)
            out.append(f'<div class="fk-card"><p><strong>{title}</strong></p><ul>{items}</ul></div>')
    if not report.to_fix():
        out.append("<p>✓ Nothing to mend was found.</p>")
    items = "".join(_item("✓", f) for f in report.met())
    out.append(f"<details><summary>In order ({len(report.met())})</summary><ul>{items}</ul></details>")
    return "".join(out)


def _item(sign: str, f: CallFinding) -> str:
    by = f" Rules: {', '.join(f.rules)}." if f.rules else ""
    ours = f" Ours: {f.editorial}" if f.editorial else ""
    tip = f" {f.suggestion}" if f.suggestion else ""
    return (
        f"<li>{sign} <strong>{escape(f.title)}.</strong> {escape(f.message)}{escape(tip)}"
        f"<br><small>{escape((by + ours).strip())}</small></li>"
    )


def answer_markup(branch: Branch, said: str) -> str:
    """What was heard, the next line, and who says so."""
    note = f"<p>{escape(branch.note)}</p>" if branch.note else ""
    by = _by(branch.rules, branch.editorial or "")
    return (
        f'<div class="fk-card"><p><span class="fk-verdict">{escape(branch.title)}.</span> {escape(branch.hear)}</p>'
        f"<p><strong>{escape(said)}</strong></p>{note}<p><small>{escape(by)}</small></p></div>"
    )


def spoken_summary(report: CallReport) -> str:
    """The report in one breath, for a screen reader."""
    if not report.started:
        return "There is no text yet."
    parts = [f"{len(report.to_fix())} to mend" + (f": {report.to_fix()[0].title}" if report.to_fix() else "")]
    parts += [f"{len(report.to_add())} could be added"] if report.to_add() else []
    parts += [f"{len(report.to_judge())} for you to judge"] if report.to_judge() else []
    return f"{'; '.join(parts)}. {report.length()}"
