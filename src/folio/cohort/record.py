"""A record: a profile and its evidence as one JSON object, judged as strictly as files are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from folio.cohort.address import is_address
from folio.cohort.candidate import Candidate
from folio.document import Document, parse, plain_document
from folio.errors import InputError, Position, Problem
from folio.evidence.model import Observation
from folio.profile.load import FILE
from folio.repository.git.bounds import RepositoryUnreadable

KEYS = ("id", "profile", "evidence", "url")
MAX_ID = 200
MAX_OBSERVATIONS = 5_000
EMPTY_OR_GONE = "nothing can be read here any more", "run again with the file as it was, or plan the run anew"


@dataclass(frozen=True, slots=True)
class Record:
    """The profile as it is written, and what was seen of it."""

    document: Document
    observations: tuple[Observation, ...]
    given: object
    """The profile as the record has it: a text, or an object."""

    def text(self) -> bytes:
        """The profile as a file of its own."""
        given = self.given
        written = given if isinstance(given, str) else json.dumps(self.document.data, ensure_ascii=False, indent=1)
        return written.encode("utf-8")


def read(candidate: Candidate) -> Record:
    """The record of a candidate that is filled; raises InputError with the line and column of what is wrong."""
    place = _Place(candidate.place)
    found = place.object(candidate.content)
    if (name := name_of(found)) is not None and name != candidate.id:
        raise place.wrong("", f"'{name}' stands here now", "plan the run anew: the file has changed")
    if "id" in found and name is None:
        raise place.wrong("id", "not an id", f"write a text of at most {MAX_ID} printable characters, or leave it out")
    if unknown := sorted(set(found) - set(KEYS)):
        raise place.wrong(unknown[0][:40], "unknown field", f"a record has {', '.join(KEYS)}")
    return Record(_document(found, place), tuple(_observations(found, place)), found["profile"])


def name_of(record: dict[str, object]) -> str | None:
    """The id that a record gives itself; None where it has none, or none that can be one."""
    given = record.get("id")
    text = str(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if isinstance(text, str) and 0 < len(text) <= MAX_ID and text.isprintable() and text == text.strip():
        return text
    return None


def address_in(record: dict[str, object]) -> str | None:
    """The address of a git repository that a record names in place of a profile; None where it names none."""
    given = record.get("url")
    if not isinstance(given, str):
        return None
    try:
        return given if is_address(given) else None
    except RepositoryUnreadable:
        return None


class _Place:
    """The line or row that a record stands in, for problems: the file by its name alone."""

    def __init__(self, place: str) -> None:
        file, _, number = place.rpartition(":")
        self.file = Path(file).name
        self.number = int(number) if number.isdecimal() else 0

    def wrong(self, field: str, what: str, todo: str, column: int = 1) -> InputError:
        return InputError([Problem(Position(self.file, self.number, column), field, what, todo)])

    def object(self, content: bytes) -> dict[str, object]:
        if not content:
            raise self.wrong("", *EMPTY_OR_GONE)
        if content == TOO_LONG:
            raise self.wrong("", "over 8 MB in one record", "split it or shorten it")
        try:
            found = json.loads(content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            column = len(content[: error.start].decode("utf-8")) + 1
            raise self.wrong("", f"not UTF-8 (byte 0x{content[error.start]:02x})", "save it as UTF-8", column) from None
        except json.JSONDecodeError as error:
            raise self.wrong("", f"not JSON: {error.msg.lower()}", "write one object a line", error.pos + 1) from None
        except (ValueError, RecursionError):
            raise self.wrong("", "not JSON that can be read", "write numbers and levels of a usual size") from None
        if not isinstance(found, dict):
            raise self.wrong("", "not an object", 'write {"profile": ...} on each line')
        return cast(dict[str, object], found)


TOO_LONG = b"\x00"
"""The content of a record that is too long to be held."""


def _document(found: dict[str, object], place: _Place) -> Document:
    given = found.get("profile")
    if given is None and "url" in found:
        raise place.wrong("url", "not a git address that folio reads", "write https://host/path, and no password in it")
    if isinstance(given, str):
        return parse(given.encode("utf-8", "surrogatepass"), name=FILE)
    if isinstance(given, dict):
        return plain_document(given, Position(place.file, place.number))
    raise place.wrong("profile", "missing" if given is None else "not a profile", "write an object, or YAML as a text")


def _observations(found: dict[str, object], place: _Place) -> Iterator[Observation]:
    given = found.get("evidence")
    if given is None:
        return
    if isinstance(given, str):  # as tables have it
        try:
            given = json.loads(given)
        except (ValueError, RecursionError):
            raise place.wrong("evidence", "not JSON", "write the list as JSON") from None
    if not isinstance(given, list) or len(given) > MAX_OBSERVATIONS:
        raise place.wrong("evidence", f"not a list of at most {MAX_OBSERVATIONS:,}", "write it as evidence files do")
    for number, one in enumerate(given):
        for alone in _alone(one):
            try:
                yield Observation.model_validate(alone)
            except ValidationError as error:
                where = ".".join(map(str, ("evidence", number, *error.errors(include_url=False)[0]["loc"])))
                raise place.wrong(where[:120], "not what folio writes", "leave it out to look again") from None


def _alone(given: object) -> Iterator[object]:
    """Each observation of a file of evidence, or the one that this is."""
    if isinstance(given, dict) and isinstance(several := given.get("observations"), list):
        for one in several[:MAX_OBSERVATIONS]:
            yield one | {"subject": given.get("subject")} if isinstance(one, dict) else one
    else:
        yield given
