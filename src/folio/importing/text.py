"""Documents that are JSON or YAML, told apart by their first character."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any, NoReturn

from folio.document import MAX_BYTES, Document, not_utf8, parse_foreign
from folio.errors import FolioError, InputError, Position, Problem
from folio.importing.opened import Opened, key_path

AGAIN = "export it again, or correct it there"
DEEPEST = 100
"""Levels; a CV has six."""


def opened(content: bytes, name: str) -> Opened:
    """The document in a text file; raises InputError with the place of what can't be read."""
    if len(content) > MAX_BYTES:
        raise InputError([Problem(Position(name), "", f"over {MAX_BYTES:,} bytes", "folio reads no document so large")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error, name, "save the file as UTF-8") from None
    is_json = text.lstrip()[:1] in ("{", "[")

    @cache
    def document() -> Document | None:
        try:
            # A tab is a blank in JSON, and a mistake in YAML, which has the rest of it.
            return parse_foreign(text.replace("\t", " "), name=name)[0]
        except (InputError, IndexError):
            return None

    def where(path: str) -> Position:
        found = document()
        return found.where(key_path(path)) if found else Position(name)

    data = _json(text, name) if is_json else _yaml(text, name)
    if not _is_shallow(data):
        raise _too_deep(name)
    if not isinstance(data, dict):
        what = "is empty" if data is None else "holds no fields"
        raise InputError([Problem(Position(name), "", f"the document {what}", AGAIN)])
    return Opened(data, where)


def _json(text: str, name: str) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) < len(found):
            raise _twice(text, name, Counter(key for key, _ in found).most_common(1)[0][0])
        return made

    try:
        data = json.loads(text, parse_constant=_refuse, object_pairs_hook=pairs)
        # Halves of characters, which JSON lets through and nothing else does, become question marks.
        return json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    except json.JSONDecodeError as error:
        lines = text.split("\n")
        line = lines[error.lineno - 1] if error.lineno <= len(lines) else ""
        what = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise InputError([Problem(Position(name, error.lineno, error.colno), "", what, AGAIN, line)]) from None
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError as error:  # Python's own for a number that takes a while to read
        what = "a number of over 4,300 digits" if "digits" in str(error) else str(error)
        raise FolioError(f"{name}: no JSON: it holds {what}; {AGAIN}") from None


def _is_shallow(data: Any) -> bool:
    """Whether it is nested no deeper than what reads it can follow."""
    level = [data]
    for _ in range(DEEPEST):
        within = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, (dict, list)))
        level = [inner for each in within for inner in each]
        if not level:
            return True
    return False


def _too_deep(name: str) -> FolioError:
    return FolioError(f"{name}: nested too deeply to be read; {AGAIN}")


def _twice(text: str, name: str, key: str) -> InputError:
    """A key that an object has twice, with both places: JSON's own reader tells none."""
    try:
        parse_foreign(text.replace("\t", " "), name=name, strict=True)
    except InputError as error:
        if "is given twice" in error.problems[0].what:
            return error
    return InputError([Problem(Position(name), "", f"'{key}' is given twice in one object", "keep one of them")])


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _yaml(text: str, name: str) -> Any:
    found = parse_foreign(text, name=name, typed=True, strict=True)
    if len(found) > 1:
        raise FolioError(f"{name}: holds {len(found)} documents; keep one in the file")
    return found[0].data if found else None
