"""A protocol written as TOML, as the loader reads it; what has its default value is left out."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from followup_kit.advice.protocols import load_protocol, shared_steps
from followup_kit.errors import CaseError
from followup_kit.records.advice import Protocol

__all__ = ["protocol_toml", "save_protocol"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def protocol_toml(protocol: Protocol) -> str:
    """The protocol as the text of a file for :func:`~followup_kit.advice.protocols.load_protocol`.

    The steps that every protocol shares are left out: the loader brings them.

    >>> from followup_kit.advice.protocols import load_protocol
    >>> protocol_toml(load_protocol("classic")).splitlines()[0]
    'id = "classic"'
    """
    own = tuple(s for s in protocol.steps if s not in shared_steps())
    plain = _plain(msgspec.structs.replace(protocol, steps=own))
    steps = plain.pop("steps")
    lines = [f"{_key(k)} = {_value(v)}" for k, v in plain.items()]
    for step in steps:
        lines += ["", "[[steps]]", *(f"{_key(k)} = {_value(v)}" for k, v in step.items())]
    return "\n".join(lines) + "\n"


def save_protocol(protocol: Protocol, path: str | Path) -> Protocol:
    """Save a protocol as a TOML file and give it back as it loads from there.

    Raises :class:`~followup_kit.errors.CaseError` where a file of that name is there already or
    cannot be written, and :class:`~followup_kit.errors.DataError` where the protocol does not hold
    together; then nothing is left behind.
    """
    path = Path(path)
    if path.suffix != ".toml":
        raise CaseError(f"The file {path.name!r} needs a name that ends in .toml.")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(protocol_toml(protocol))
    except FileExistsError:
        raise CaseError(f"There is a file {path.name!r} already: choose another name.") from None
    except OSError as error:
        raise CaseError(
            f"{path.name!r} cannot be written ({error.strerror}): choose another name or folder."
        ) from None
    try:
        return load_protocol(path)
    except Exception:
        path.unlink()
        raise


def _plain(record: Any) -> Any:
    """A record as plain values, without what has its default value; other values as they are."""
    if isinstance(record, msgspec.Struct):
        found = {}
        for field in msgspec.structs.fields(record):
            value = getattr(record, field.name)
            default = field.default
            if default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
                default = field.default_factory()
            if value is not None and (field.required or value != default):
                found[field.encode_name] = _plain(value)
        return found
    if isinstance(record, dict):
        return {k: _plain(v) for k, v in record.items()}
    if isinstance(record, tuple | list):
        return [_plain(v) for v in record]
    return record


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dt.time):
        return value.isoformat()
    if isinstance(value, dict):
        inside = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_value(v) for v in value)}]"
    # A JSON text is a basic string of TOML, except that TOML wants DEL escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key)
