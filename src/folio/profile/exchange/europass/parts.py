"""What both generations of Europass say alike: spans, levels of languages, and texts with a list in them."""

from __future__ import annotations

from collections.abc import Iterable

from folio.profile.exchange import languages
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.languages import name_of
from folio.profile.exchange.prose import summary_and_highlights
from folio.profile.exchange.rich_text import from_html
from folio.profile.exchange.sections import Sections
from folio.profile.fields import as_line

SKILLS = ("Listening", "Reading", "Spoken interaction", "Spoken production", "Writing")
"""What is told apart in a language, in Europass's words."""


def in_order(given: Given, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """A span; an end before its start is left."""
    if start and end and end < start[: len(end)]:
        given.leave("end", f"is before its start, {start}", end)
        return start, None
    return start, end


def day(given: Given, name: str) -> str | None:
    """A date in itself, or in the `FormattedDateTime` of it."""
    value = given.raw(name)
    holder = Given({name: value if isinstance(value, dict) else {"FormattedDateTime": value}}, given.path, given.left)
    inner = holder.inner(name)
    found = inner.date("FormattedDateTime", "DateText")
    inner.rest()
    return found


def last_part(code: str) -> str:
    """`MLT` of `http://publications.europa.eu/resource/authority/language/MLT`; another code is itself."""
    return code.rstrip("/").rpartition("/")[2] if "://" in code else code


def told(given: Given, *names: str) -> str | None:
    """Running text that may be HTML, as Markdown."""
    return from_html(given.text(*names) or "") or None


def described(given: Given, *names: str) -> Json:
    """A description as a summary and the highlights it ends with."""
    summary, highlights = summary_and_highlights(told(given, *names))
    return present(summary=summary, highlights=highlights)


def language(name: str | None, code: str | None, levels: Iterable[tuple[str, str | None]], spoken: str) -> Json | None:
    """A language by one CEFR level where all that is told apart is of it, else by each in words."""
    code = languages.two_letters(code) if code else None
    name = name or (name_of(code, spoken) if code else None)
    said = [(skill, level.strip()) for skill, level in levels if level]
    if not name or not said:
        return None
    each = {level.upper() for _, level in said}
    same = languages.level(each.pop()) if len(each) == 1 else None
    fluency = None if same else as_line(", ".join(f"{skill} {level}" for skill, level in said))
    return present(name=name, code=code or languages.code(name, spoken), level=same, fluency=fluency)


def native(name: str | None, code: str | None, spoken: str) -> Json | None:
    """A mother tongue."""
    return language(name, code, [("", "native")], spoken)


def listed(sections: Sections, section: str, text: str | None) -> None:
    """A text as entries of a section: one for each item of a list, or one by its first line."""
    summary, items = summary_and_highlights(text)
    lines = [line for line in (summary or "").split("\n\n") if line]
    for title in items if items and not lines else []:
        sections.add(section, as_line(title), summary=title if len(title) > len(as_line(title)) else None)
    if lines:
        short = as_line(lines[0]) == " ".join(lines[0].split())
        rest = "\n\n".join(lines[1:] if short else lines)
        sections.add(section, as_line(lines[0]), summary=rest, highlights=items)
