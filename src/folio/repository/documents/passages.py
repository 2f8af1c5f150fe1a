"""What documents say under their headings on limits, failures and results: found here, judged by the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.documents.headings import kinds as kinds_of
from folio.repository.documents.headings import matches
from folio.repository.documents.page import Page, Section
from folio.repository.documents.prose import links_to_work, measured, outermost, passage
from folio.repository.model import Passage
from folio.repository.text import without_fences

MIN_WORDS = 10
MIN_NUMBERS = 2
"""Numbers that make a section of results an evaluation. Source: rubric, `evaluation-report`."""
MAX_PARAGRAPHS = 5
NO_PARAGRAPH = (" ", "\t", "|", "#", "<", ">", "=", "..")


def on_limits(path: str, page: Page) -> Iterator[Passage]:
    """The sections on limits, known issues and trade-offs."""
    yield from _below(path, page, "limitations")


def on_failures(path: str, page: Page) -> Iterator[Passage]:
    """The sections on what did not work and what was learned, or the whole document when its name says so."""
    found = tuple(_below(path, page, "failures", "limitations"))
    yield from found
    name = path.rsplit("/", 1)[-1].split(".", 1)[0]
    if not found and matches(name, "failures"):
        yield _whole(path, page)


def on_results(path: str, page: Page) -> Iterator[Passage]:
    """The sections of results that hold numbers."""
    for one in _below(path, page, "evaluation"):
        if one.numbers >= MIN_NUMBERS:
            yield one


def report(path: str, page: Page) -> Passage | None:
    """A document that is a model card or an evaluation by its title, with numbers."""
    title = page.headings[0].title if page.headings else ""
    whole = _whole(path, page)
    return whole if matches(title, "report") and whole.numbers >= MIN_NUMBERS else None


def limiting_paragraphs(path: str, text: str) -> Iterator[Passage]:
    """Paragraphs that speak of limits under any heading."""
    line, found = 1, 0
    for paragraph in re.split(r"\n[ \t]*\n", without_fences(text)):
        start = line + len(paragraph) - len(paragraph.lstrip("\n"))
        line += paragraph.count("\n") + 2
        found_words = kinds_of(paragraph)
        if paragraph.lstrip("\n").startswith(NO_PARAGRAPH) or "other_limits" in found_words:
            continue
        if "limiting" in found_words:
            yield measured(path, start, paragraph)
            found += 1
            if found == MAX_PARAGRAPHS:
                return


def _below(path: str, page: Page, *kinds: str) -> Iterator[Passage]:
    """What stands below headings of these kinds; a README's title is the project's name, whatever it says."""
    headings = page.headings[1:] if _is_readme_with_title(path, page) else page.headings
    said = frozenset(kinds)
    wanted = tuple(one for one in headings if said & kinds_of(one.title) and not matches(one.title, "other_limits"))
    for heading in outermost(page, wanted):
        found = passage(path, page, heading)
        if found.words >= MIN_WORDS or found.numbers:
            yield found


def _is_readme_with_title(path: str, page: Page) -> bool:
    first: Section | None = page.headings[0] if page.headings else None
    return first is not None and first.level == 1 and path.rsplit("/", 1)[-1].lower().startswith("readme")


def _whole(path: str, page: Page) -> Passage:
    return measured(path, 1, "\n".join(one.prose for one in page.sections), links_to_work(page.sections))
