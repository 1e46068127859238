"""Letters as drafts for the learner's own mail program; nothing is ever sent.

``eml`` makes a file that mail programs open as an unsent message; ``mailto`` makes a link that
opens one. Neither holds a date or a sender that was not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from urllib.parse import quote

from followup_kit.errors import LetterError, shorten

__all__ = ["MAILTO_LIMIT", "eml", "mailto", "mailto_fits"]

MAILTO_LIMIT = 2000
"""Characters of a link that every common mail program and browser takes; some cut longer ones."""

_ADDRESS = re.compile(r"[^\s@<>(),;:\"\[\]\\\x00-\x1f\x7f]+@[^\s@<>(),;:\"\[\]\\\x00-\x1f\x7f]+")


def eml(
    body: str,
    *,
    subject: str = "",
    to: str = "",
    name: str = "",
    cc: Iterable[str] = (),
    sender: str = "",
    sender_name: str = "",
) -> bytes:
    """An unsent message (``.eml``, MIME, CRLF line ends) with that text; the same input gives the same bytes.

    ``to``, ``cc`` and ``sender`` are bare addresses; ``name`` and ``sender_name`` stand beside them.

    Raises :class:`~followup_kit.errors.LetterError` for an address that is none, and for a line
    break in an address, name or subject, which could smuggle in another recipient.

    >>> made = eml("Thank you.", subject="Our talk", to="ana@example.org", name="Ana Ruiz")
    >>> made.decode().splitlines()[:3]
    ['To: Ana Ruiz <ana@example.org>', 'Subject: Our talk', 'X-Unsent: 1']
    """
    sides = {"To": [(to, name)], "Cc": [(c, "") for c in cc], "From": [(sender, sender_name)]}
    addresses = {h: [_address(a, n) for a, n in pairs if a] for h, pairs in sides.items()}
    # Only a mailbox name beyond ASCII needs raw UTF-8 in the headers; older programs read the rest better.
    plain = all(a.username.isascii() for found in addresses.values() for a in found)
    message = EmailMessage(policy=SMTP if plain else SMTPUTF8)
    for header, found in addresses.items():
        if found:
            message[header] = found
    message["Subject"] = _one_line(subject, "subject")
    message["X-Unsent"] = "1"
    text = _clean(body).replace("\r\n", "\n").replace("\r", "\n")
    message.set_content(text, charset="utf-8", cte=_encoding(text))
    return message.as_bytes()


def mailto(body: str, *, subject: str = "", to: str = "", cc: Iterable[str] = ()) -> str:
    """A ``mailto:`` link (RFC 6068) that opens a new message with that text.

    Raises :class:`~followup_kit.errors.LetterError` as :func:`eml` does. A long text may be cut by
    the mail program: see :func:`mailto_fits`.

    >>> mailto("Liebe Zoë,\\ndanke & Grüße", subject="Danke?", to="zoe@example.org")
    'mailto:zoe@example.org?subject=Danke%3F&body=Liebe%20Zo%C3%AB%2C%0D%0Adanke%20%26%20Gr%C3%BC%C3%9Fe'
    """
    receiver = _quoted(_address(to, "").addr_spec) if to else ""
    fields = {
        "cc": ",".join(_quoted(_address(c, "").addr_spec) for c in cc),
        "subject": _quoted(_one_line(subject, "subject")),
        "body": _quoted(_clean(body).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")),
    }
    query = "&".join(f"{key}={value}" for key, value in fields.items() if value)
    return f"mailto:{receiver}" + (f"?{query}" if query else "")


def mailto_fits(link: str) -> bool:
    """True where every common mail program takes the whole link; else offer the ``.eml`` file or a copy.

    >>> mailto_fits(mailto("Thank you.", to="ana@example.org"))
    True
    """
    return len(link) <= MAILTO_LIMIT


def _address(address: str, name: str) -> Address:
    address = _one_line(address, "address").strip()
    if not _ADDRESS.fullmatch(address):
        raise LetterError(f"{shorten(address)!r} is not an e-mail address: write it as name@company.org.")
    user, _, domain = address.rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            raise LetterError(
                f"{shorten(domain)!r} is not the name of a mail server: check the address."
            ) from None
    try:
        return Address(_one_line(name, "name").strip(), username=user, domain=domain)
    except (ValueError, IndexError):
        raise LetterError(
            f"{shorten(address)!r} is not an e-mail address: write it as name@company.org."
        ) from None


def _one_line(text: str, what: str) -> str:
    if any(ord(c) < 0x20 or ord(c) in (0x7F, 0x85, 0x2028, 0x2029) for c in text):
        raise LetterError(f"The {what} holds a line break or a control character: write it in one line.")
    return _clean(text)


def _clean(text: str) -> str:
    """The text without half characters, which no encoding can carry."""
    return text.encode("utf-8", "replace").decode()


def _encoding(text: str) -> str:
    short = all(len(line) <= 900 for line in text.split("\n"))
    return "7bit" if text.isascii() and short and "\0" not in text else "base64"


def _quoted(text: str) -> str:
    return quote(text, safe="@")
