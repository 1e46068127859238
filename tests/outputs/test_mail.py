"""Drafts for mail programs: encoding, and no smuggled headers."""

from __future__ import annotations

import email
import email.policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.errors import LetterError
from followup_kit.outputs.mail import MAILTO_LIMIT, eml, mailto, mailto_fits

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\x85"))


def parsed(made: bytes) -> email.message.EmailMessage:
    return email.message_from_bytes(made, policy=email.policy.default)  # type: ignore[return-value]


def test_a_draft_is_unsent_and_says_nothing_it_was_not_told() -> None:
    made = parsed(eml("Dear Ana,\n\nthank you.", subject="Our talk", to="ana@example.org", name="Ana Ruiz"))
    assert made["X-Unsent"] == "1"
    assert (made["To"], made["Subject"]) == ("Ana Ruiz <ana@example.org>", "Our talk")
    assert made.get_content().splitlines() == ["Dear Ana,", "", "thank you."]
    assert {h for h in ("Date", "Message-ID", "From", "Cc", "Bcc") if made[h] is not None} == set()


def test_all_fields() -> None:
    made = parsed(
        eml("x", to="ana@example.org", cc=["li@example.org", "kim@example.org"], sender="me@example.org",
            sender_name="Zoë, \"Z\" <Ö>")
    )  # fmt: skip
    assert made["Cc"] == "li@example.org, kim@example.org"
    assert made["From"].addresses[0].display_name == 'Zoë, "Z" <Ö>'
    assert made["From"].addresses[0].addr_spec == "me@example.org"


@given(body=TEXT, subject=LINE, name=LINE)
def test_any_text_arrives(body: str, subject: str, name: str) -> None:
    raw = eml(body, subject=subject, to="a@example.org", name=name)
    made = parsed(raw)
    wanted = body.replace("\r\n", "\n").replace("\r", "\n")
    payload = made.get_payload(decode=True)
    assert isinstance(payload, bytes)
    got = payload.decode().replace("\r\n", "\n")
    assert got.removesuffix("\n") == wanted.removesuffix("\n")
    assert str(made["Subject"]).split() == subject.split()
    assert len(made["To"].addresses) == 1
    assert made["To"].addresses[0].addr_spec == "a@example.org"
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert sorted(made.keys()) == sorted(
        ["To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    )


def test_a_long_body_has_lines_that_mail_can_carry() -> None:
    raw = eml("x" * 5000 + "ä" * 5000)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert len(parsed(raw).get_content().strip()) == 10_000


@pytest.mark.parametrize(
    "bad", ["a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y", "a\x00@example.org"]
)
def test_headers_cannot_be_injected(bad: str) -> None:
    for call in (
        lambda: eml("x", to=bad),
        lambda: eml("x", cc=[bad]),
        lambda: eml("x", sender=bad),
        lambda: eml("x", to="a@example.org", name=bad),
        lambda: eml("x", subject=bad),
        lambda: mailto("x", to=bad),
        lambda: mailto("x", subject=bad),
        lambda: mailto("x", cc=[bad]),
    ):
        with pytest.raises(LetterError):
            call()


@pytest.mark.parametrize(
    "bad", ["ana", "ana@", "@example.org", "a b@example.org", "a@b@c", "a@x,b@y", "Ana <a@b.org>"]
)
def test_what_is_no_address_is_named(bad: str) -> None:
    with pytest.raises(LetterError, match="is not an e-mail address"):
        eml("x", to=bad)
    with pytest.raises(LetterError, match="is not an e-mail address"):
        mailto("x", to=bad)


def test_addresses_beyond_ascii() -> None:
    assert parsed(eml("x", to="zoe@exämple.org"))["To"] == "zoe@xn--exmple-cua.org"
    assert "zoë@example.org".encode() in eml("x", to="zoë@example.org")
    with pytest.raises(LetterError, match="mail server"):
        eml("x", to="a@" + "ü" * 80 + ".org")


@given(body=TEXT, subject=LINE)
def test_a_link_carries_any_text(body: str, subject: str) -> None:
    link = mailto(body, subject=subject, to="ana@example.org")
    assert link.isascii()
    assert not set(link) & set(' \r\n"<>#')
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "ana@example.org")
    fields = parse_qs(parts.query, keep_blank_values=True, separator="&")
    wanted = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    assert fields.get("body", [""]) == [wanted]
    assert fields.get("subject", [""]) == [subject]
    assert set(fields) <= {"body", "subject"}


def test_a_link_that_mail_programs_would_cut_is_known() -> None:
    assert mailto_fits(mailto("short"))
    assert not mailto_fits(mailto("ä" * MAILTO_LIMIT))
    assert mailto("", cc=["a@example.org", "b@example.org"]) == "mailto:?cc=a@example.org,b@example.org"
