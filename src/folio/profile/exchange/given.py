"""A document of somebody else's, read key by key; what nobody asked for is known at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from folio.profile.exchange import dates
from folio.profile.exchange.taken import Left
from folio.profile.fields import CONTROL, LONGEST_LINE, When, is_web_address

Json = dict[str, Any]

LONGEST_TEXT = 20_000
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST = 300
"""Entries of one list; no honest document has more."""


class Given:
    """One mapping of the document, and where it is. Each value is asked for once, as what it ought to be.

    What can't be used goes to `left`, with the reason; so does, at `rest()`, what was not asked for.
    """

    def __init__(self, value: dict[str, Any], path: str, left: list[Left]) -> None:
        self._value = dict(value)
        self._whole = value
        self._inner: dict[str, Given] = {}
        self.path = path
        self.left = left

    def __bool__(self) -> bool:
        """Whether anything is left in it."""
        return bool(self._value)

    def text(self, *names: str) -> str | None:
        """Running text, without invisible characters, by the first of these names that has one."""
        for name in names:
            value = self._value.pop(name, None)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool):
                text = CONTROL.sub(" ", str(value).replace("\r\n", "\n")).strip()
                if len(text) > LONGEST_TEXT:
                    self.leave(name, f"over {LONGEST_TEXT:,} characters; cut", value)
                if text:
                    return text[:LONGEST_TEXT].strip()
            elif value not in (None, [], {}):
                self.leave(name, "is no text", value)
        return None

    def line(self, *names: str) -> str | None:
        """The same on one line, cut where a line has to end."""
        text = " ".join((self.text(*names) or "").split())
        if len(text) > LONGEST_LINE:
            self.leave(names[0], f"over {LONGEST_LINE} characters; cut", text)
        return text[:LONGEST_LINE].strip() or None

    def url(self, *names: str) -> str | None:
        """A web address; one without https:// gets it."""
        text = self.text(*names)
        if text is None or is_web_address(text):
            return text
        if "." in text and ":" not in text and is_web_address(f"https://{text}"):
            return f"https://{text}"
        self.leave(names[0], "is no web address", text)
        return None

    def date(self, *names: str) -> str | None:
        """A date as a profile writes it; None also for what goes on."""
        text = self.line(*names)
        if text is None or dates.is_now(text):
            return None
        when: When | None = dates.found(text)
        if when is None:
            self.leave(names[0], "is no date that can be told", text)
        return str(when) if when else None

    def texts(self, name: str) -> list[str]:
        """A list of texts; one text alone is a list of one."""
        value = self._value.pop(name, None)
        one_by_one = value if isinstance(value, list) else [value]
        inner = Given({str(at): one for at, one in enumerate(one_by_one[:MOST])}, f"{self.path}.{name}", self.left)
        found = [text for at in range(len(one_by_one[:MOST])) if (text := inner.text(str(at)))]
        if len(one_by_one) > MOST:
            self.leave(name, f"over {MOST} entries; the first were taken", one_by_one[MOST:])
        return found

    def lines(self, name: str) -> list[str]:
        """The same, each on one line."""
        return list(dict.fromkeys(" ".join(one.split())[:LONGEST_LINE].strip() for one in self.texts(name)))

    def inner(self, name: str) -> Given:
        """A mapping in this one; an empty one where there is none."""
        value = self._value.pop(name, None)
        path = f"{self.path}.{name}" if self.path else name
        if not isinstance(value, dict):
            if value not in (None, [], ""):
                self.leave(name, "is no mapping", value)
            value = {}
        self._inner[name] = Given(value, path, self.left)
        return self._inner[name]

    def each(self, name: str) -> Iterator[Given]:
        """The mappings of a list; what remains of each when the next is asked for was not wanted."""
        value = self._value.pop(name, None)
        path = f"{self.path}.{name}" if self.path else name
        entries = value if isinstance(value, list) else [] if value in (None, "", {}) else [value]
        for at, one in enumerate(entries[:MOST]):
            if not isinstance(one, dict):
                self.left.append(Left(f"{path}[{at}]", "is no mapping", one))
                continue
            given = Given(one, f"{path}[{at}]", self.left)
            yield given
            given.rest()
        if len(entries) > MOST:
            self.leave(name, f"over {MOST} entries; the first were taken", entries[MOST:])

    def raw(self, name: str) -> Any:
        """A value as it is, for a record that checks it."""
        return self._value.pop(name, None)

    def leave(self, name: str, why: str, value: Any) -> None:
        """Say of a value that it was not taken as it is."""
        self.left.append(Left(f"{self.path}.{name}" if self.path else name, why, value))

    def refuse(self, why: str, taken: dict[str, Any]) -> None:
        """Say of the whole entry that it was not taken, with all that is in it."""
        inner = {name: dict(one._value) for name, one in self._inner.items() if one}
        self.left.append(Left(self.path, why, taken | self._value | inner))
        self._forget()

    def leave_whole(self, why: str) -> None:
        """Say of the whole entry that it was not taken, as it stood there."""
        if self._whole:
            self.left.append(Left(self.path, why, self._whole))
        self._forget()

    def _forget(self) -> None:
        self._value.clear()
        for one in self._inner.values():
            one._forget()

    def rest(self) -> None:
        """What nobody asked for was not taken, of it and of the mappings in it that somebody asked for."""
        for one in self._inner.values():
            one.rest()
        for name, value in self._value.items():
            if value not in (None, "", [], {}):
                self.leave(str(name), "has no place in a profile", value)
        self._value.clear()


def span(given: Given, start: str = "startDate", end: str = "endDate") -> tuple[str | None, str | None]:
    """Start and end of an entry, by their names in it; an end before its start is left."""
    first, last = given.date(start), given.date(end)
    if first and last and last < first[: len(last)]:
        given.leave(end, f"is before its start, {first}", last)
        return first, None
    return first, last


def present(**values: Any) -> Json:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def held(model: type[BaseModel], data: object) -> bool:
    """Whether a record takes it."""
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def is_slug(text: str) -> bool:
    """Whether it can be an id."""
    return SLUG.fullmatch(text) is not None and len(text) <= 64
