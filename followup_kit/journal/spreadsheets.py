"""The journal as a folder of CSV files, safe to open in a spreadsheet, both ways without loss.

A cell that a spreadsheet would run as a formula (it begins with ``= + - @`` or a control
character) gets an apostrophe in front, and so does a cell that begins with an apostrophe itself;
import takes it off again. An empty cell is "nothing"; a lone apostrophe is an empty text where
nothing would be meant otherwise.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from followup_kit.errors import FollowUpError, JournalError
from followup_kit.journal import schema
from followup_kit.journal.connection import told
from followup_kit.journal.transfer import FORMAT, Tables, write
from followup_kit.records.base import DataRecord
from followup_kit.records.journal import TABLES

__all__ = ["neutral", "read_folder", "restored", "write_folder"]

# The full-width forms count as formulas in spreadsheets set to Chinese, Japanese or Korean.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
          "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
_ABOUT = "journal.csv"


def neutral(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula.

    >>> neutral("=1+1"), neutral("+49 30 1234"), neutral("Zoë")
    ("'=1+1", "'+49 30 1234", 'Zoë')
    """
    return f"'{text}" if text.startswith(("'", *_RISKY)) or text.lstrip().startswith(_RISKY) else text


def restored(cell: str) -> str:
    """The text that :func:`neutral` made a cell of.

    >>> restored(neutral("=1+1"))
    '=1+1'
    """
    return cell.removeprefix("'")


def write_folder(tables: Tables, folder: Path) -> tuple[Path, ...]:
    """One file per table, and ``journal.csv`` that says what they are; the files."""
    with told(folder, "folder"):
        try:
            folder.mkdir(exist_ok=True)
        except FileNotFoundError:
            raise JournalError(
                f"There is no folder {folder.parent} for {folder.name}: make it first."
            ) from None
    paths = [folder / _ABOUT]
    write(paths[0], _csv([["format", "version"], [FORMAT, str(schema.version())]]))
    for table, shape in TABLES.items():
        paths.append(folder / f"{table}.csv")
        fields = shape.__struct_fields__
        lines = [
            [_cell(getattr(row, f), optional) for f, optional in _optional(shape)] for row in tables[table]
        ]
        write(paths[-1], _csv([list(fields), *lines]))
    return tuple(paths)


def read_folder(folder: Path) -> dict[str, Sequence[DataRecord]]:
    """The tables in such a folder, also where a spreadsheet saved them with ``;`` or tabs; nothing is written.

    Raises :class:`~followup_kit.errors.JournalError`, naming file and line.
    """
    if folder.is_file():
        raise JournalError(f"{folder.name} is a file: give the folder with the CSV files.")
    head, said = [*_lines(folder / _ABOUT), [], []][:2]
    if head != ["format", "version"] or said[:1] != [FORMAT] or not (len(said) == 2 and said[1].isdecimal()):
        raise JournalError(
            f"{_ABOUT} does not say that this folder is an export of a journal: check the folder."
        )
    if int(said[1]) > schema.version():
        raise JournalError("The folder comes from a newer followup-kit: update followup-kit.")
    return {table: _table(folder / f"{table}.csv", shape) for table, shape in TABLES.items()}


def _table(path: Path, shape: type[DataRecord]) -> list[DataRecord]:
    lines = _lines(path)
    fields = list(shape.__struct_fields__)
    if not lines or lines[0] != fields:
        raise JournalError(
            f"{path.name} does not begin with the columns {', '.join(fields)}: leave the first line as it is."
        )
    out = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(line):
            continue
        try:
            if len(line) != len(fields):
                raise ValueError(f"it has {len(line)} cells, not {len(fields)}")
            out.append(_row(shape, line))
        except (msgspec.MsgspecError, FollowUpError, ValueError) as error:
            problem = str(error).replace("`", "'")
            raise JournalError(
                f"{path.name}, line {number} cannot be imported: {problem}. Nothing was changed; dates are "
                "written YYYY-MM-DD."
            ) from None
    return out


def _row(shape: type[DataRecord], line: list[str]) -> DataRecord:
    values: dict[str, Any] = {}
    hints = get_type_hints(shape)
    for (field, optional), (_, read), cell in zip(_optional(shape), schema.readers(shape), line, strict=True):
        text = restored(cell)
        if optional and cell == "":
            values[field] = None
        elif read:
            values[field] = read(text)
        else:
            values[field] = int(text) if hints[field] is int else text
    return msgspec.convert(values, shape)


def _optional(shape: type[DataRecord]) -> list[tuple[str, bool]]:
    hints = get_type_hints(shape)
    return [(f, type(None) in getattr(hints[f], "__args__", ())) for f in shape.__struct_fields__]


def _cell(value: Any, optional: bool) -> str:
    plain = schema.plain(value)
    if plain is None:
        return ""
    if plain == "" and optional:
        return "'"
    return neutral(plain) if isinstance(plain, str) else str(plain)


def _csv(lines: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    # With a byte-order mark, since spreadsheets take the file for the machine's old encoding without.
    return out.getvalue().encode("utf-8-sig")


def _lines(path: Path) -> list[list[str]]:
    with told(path, "file"):
        raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise JournalError(f"{path.name} is not UTF-8 text: save it as CSV UTF-8.") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    longest = csv.field_size_limit(max(131_072, len(text)))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise JournalError(f"{path.name} is not a CSV file ({error}): export it again.") from None
    finally:
        csv.field_size_limit(longest)
