"""When something was, as RenderCV says it: `start_date` and `end_date`, or `date`, which may be any text."""

from __future__ import annotations

import re

from folio.profile.exchange import dates, markup
from folio.profile.exchange.given import Given, Json

BETWEEN = re.compile(r"\s+(?:-|–|—|to|until|till|bis|a|à|al)\s+|\s*[–—]\s*|(?<=\d{4})\s*-\s*(?=[A-Za-z]|\d{4})")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def span(one: Given) -> tuple[str | None, str | None, str | None]:
    """Start and end of an entry, and the link that some have in place of a date.

    What happened on one day, month or year has that as its end alone.
    """
    first, last, whole = one.line("start_date"), one.line("end_date"), one.line("date")
    start = _date(one, "start_date", first)
    end = _date(one, "end_date", last)
    link = markup.address(whole or "")
    if link:
        whole = None
    if whole and not (start or end):
        parts = BETWEEN.split(whole)
        if len(parts) == 2 and YEAR.search(parts[0]):
            start, end = _date(one, "date", parts[0]), _date(one, "date", parts[1])
        else:
            end = _date(one, "date", whole)
    elif whole:
        one.leave("date", "gives way to the start and the end", whole)
    if start and end and end < start[: len(end)]:
        one.leave("end_date", f"is before its start, {start}", last or whole)
        return start, None, link
    return start, end, link


def as_dates(said: Json) -> Json:
    """The same in RenderCV's keys; what has begun and has no end goes on."""
    start, end = said.get("start"), said.get("end")
    if start and start != end:
        return {"start_date": _written(start), "end_date": _written(end) if end else "present"}
    return {"date": _written(end)} if end else {}


def _date(one: Given, name: str, text: str | None) -> str | None:
    if not text or dates.is_now(text):
        return None
    if found := dates.found(text):
        return str(found)
    years = YEAR.findall(text)
    if len(set(years)) == 1:
        one.leave(name, f"is read as {years[0]}", text)
        return str(years[0])
    one.leave(name, "is no date that can be told", text)
    return None


def _written(text: str) -> str | int:
    return int(text) if len(text) == 4 and text.isdigit() else text
