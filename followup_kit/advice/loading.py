"""The strict loader: a TOML file becomes a record, or one error that names file, place and remedy."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from followup_kit.errors import DataError, near_matches, shorten

__all__ = ["load_data", "load_file", "read_toml"]

T = TypeVar("T")

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*?)`(?: - at `(?P<path>.*)`)?$", re.S)
_BAD_KEY = re.compile(r"Invalid enum value (?P<quote>['\"])(?P<key>.*)(?P=quote) - at `key` in ", re.S)
_PLAIN = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>.*)`)?$", re.S)


def load_data(name: str, shape: type[T]) -> T:
    """The record in a data file of this package, by its name below ``followup_kit/advice``."""
    return _convert(read_toml(name), shape, name)


def load_file(path: str | Path, shape: type[T]) -> T:
    """The record in a file of the user's own.

    Raises :class:`~followup_kit.errors.DataError` where it cannot be read or is not of that shape.
    """
    shown = shorten(Path(path).name)
    try:
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:  # a ValueError where the path holds a null character
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise DataError(shown, "", f"cannot be opened ({reason}). Check the name and the folder.") from None
    return _convert(_parse(raw, shown), shape, shown)


def read_toml(name: str) -> dict[str, Any]:
    """A data file of this package as plain values."""
    return _parse(files("followup_kit.advice").joinpath(name).read_bytes(), name)


def _parse(raw: bytes, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise DataError(shown, "", "is not UTF-8 text. Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(shown, "", f"is not valid TOML: {error}.") from None
    except RecursionError:
        raise DataError(shown, "", "is nested too deeply to be one of our files.") from None


def _convert(data: dict[str, Any], shape: type[T], shown: str) -> T:
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise DataError(shown, *_explain(str(error), data, shape)) from None


def _explain(message: str, data: dict[str, Any], shape: Any) -> tuple[str, str]:
    """The place and the problem of a validation error, in words."""
    unknown = _UNKNOWN.match(message)
    path = (unknown or _PLAIN.match(message))["path"] or "$"  # type: ignore[index]
    place, value, annotation = _follow(path, data, shape)
    if unknown:
        allowed = [
            f.encode_name
            for struct in _structs(annotation)
            for f in msgspec.structs.fields(struct)
            if not isinstance(value, dict) or f.encode_name not in value
        ]
        return place, _choices(f"unknown key {shorten(unknown['key'])!r}", unknown["key"], allowed)
    problem = _PLAIN.match(message)["what"].replace("`", "'")  # type: ignore[index]
    bad_key = _BAD_KEY.match(message)
    if bad_key:
        annotation, value = _args(annotation)[0], bad_key["key"]
    choices = _literals(annotation)
    if choices and isinstance(value, str):
        return place, _choices(f"{shorten(value)!r} is not allowed here", value, choices)
    examples = [m.examples[0] for m in getattr(annotation, "__metadata__", ()) if m.examples]
    if examples and "matching regex" in problem:
        return place, f"{shorten(str(value))!r} is not written as it must be, for example {examples[0]!r}."
    if value is not None and not isinstance(value, dict | list):
        problem += f", found {shorten(repr(value))}"
    return place, problem[0].lower() + problem[1:] + "."


def _choices(problem: str, name: str, allowed: list[str]) -> str:
    near = near_matches(name, allowed)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"{problem}.{hint} Allowed: {', '.join(allowed)}."


def _follow(path: str, data: Any, shape: Any) -> tuple[str, Any, Any]:
    """The place in words, the value there, and its annotation, for a path such as ``$.steps[2].roll``."""
    words: list[str] = []
    value, annotation = data, shape
    for key, index in re.findall(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]", path):
        if key:
            words.append(key)
            field = next(
                (f for s in _structs(annotation) for f in msgspec.structs.fields(s) if f.encode_name == key),
                None,
            )
            annotation = field.type if field else None
            value = value.get(key) if isinstance(value, dict) else None
        elif index == "...":
            annotation = (_args(annotation) or [None])[-1]
            value = None
        else:
            item = value[int(index)] if isinstance(value, list) and int(index) < len(value) else None
            named = item.get("id") or item.get("label") if isinstance(item, dict) else None
            words[-1:] = [f"{words[-1] if words else ''} {shorten(str(named or int(index) + 1))}".strip()]
            annotation = next((a for a in _args(annotation) if a is not Ellipsis), None)
            value = item
    return " → ".join(words), value, annotation


def _args(annotation: Any) -> list[Any]:
    annotation = _bare(annotation)
    return [a for a in get_args(annotation) if a is not type(None)]


def _bare(annotation: Any) -> Any:
    """The annotation without ``Annotated`` and ``| None``."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
            continue
        args = get_args(annotation)
        if type(None) in args and get_origin(annotation) is not Literal:
            rest = [a for a in args if a is not type(None)]
            if len(rest) == 1:
                annotation = rest[0]
                continue
        return annotation


def _structs(annotation: Any) -> list[Any]:
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        return [bare]
    return []


def _literals(annotation: Any) -> list[str]:
    bare = _bare(annotation)
    return [str(a) for a in get_args(bare)] if get_origin(bare) is Literal else []
