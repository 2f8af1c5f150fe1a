"""An article's Markdown as what is seen of it: its size and parts, never the text itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

from pydantic_core import PydanticCustomError

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.dialects import plain
from folio.evidence.reading.visible import visible
from folio.markdown import Outline, outline
from folio.profile.fields import parse_when
from folio.profile.manuscript import Manuscript
from folio.repository.documents.formulas import formulas
from folio.repository.documents.headings import guessed_language
from folio.repository.documents.markdown import parse_page
from folio.repository.documents.page import PageUnreadable
from folio.repository.documents.passages import on_failures
from folio.repository.documents.stated import in_prose, in_tables
from folio.repository.model import Passage, Place

MAX_FORMULAS = 100
MAX_PASSAGES = 10
MAX_QUANTITIES = 200
MAX_NAMES = 60
MAX_CODE = 20_000
NAME = re.compile(r"[\w+#.-]{1,40}")
IMPORTED = re.compile(
    r"^[ \t]{0,40}(?:import[ \t]+([A-Za-z]\w{0,39})|from[ \t]+([A-Za-z]\w{0,39})[\w.]{0,80}[ \t]+import\b"
    r"|library\(([A-Za-z]\w{0,39}))",
    re.M,
)
MAX_HEADINGS = 300
MAX_LINKS = 1000
SKETCH = 400
"""How many shingle hashes are kept: enough to tell a Jaccard similarity of 0.5 from 0.3."""
SHINGLE_WORDS = 5

UNIT = (
    r"%|°C|(?:k|M|G|Ki|Mi|Gi)?B|[mµn]?s|sec(?:onds?)?|min(?:utes?)?|hours?|days?|weeks?|months?|years?|kg|g|km|m|cm|mm"
    r"|€|EUR|USD|\$|£|euros?|dollars?|rows?|requests?|pp|points?|units?|crates?|orders?|MW|kW|W|Hz|MHz|GHz|fps"
)
NUMBER_WITH_UNIT = re.compile(rf"(?<![\w.])(?:[€$£]\s?\d[\d.,\u00a0 ]*|\d[\d.,\u00a0 ]*\s?(?:{UNIT})(?!\w))")


def look(text: Manuscript, *, path: str, by_hand: bool = True) -> ArticleSeen:
    """What is seen of a text that stands at `path`, a file or an address.

    What a person wrote `by_hand` may be in any dialect of Markdown.
    """
    if by_hand:
        text = replace(text, body=visible(text.body))
    found = outline(plain(text.body) if by_hand else text.body)
    headings = tuple(heading for _, heading in found.headings)
    return ArticleSeen(
        title=text.title or found.title,
        day=_day(text.date),
        words=len(found.words),
        code_blocks=sum(1 for _, content in found.code if len(content.strip().splitlines()) >= 5),
        figures=len(found.images) + found.tables,
        formulas=len(found.formulas),
        numbers_with_units=len(NUMBER_WITH_UNIT.findall(" ".join(found.paragraphs))),
        headings=headings[:MAX_HEADINGS],
        links=tuple(sorted(link for link in set(found.links) if link.startswith(("http://", "https://"))))[:MAX_LINKS],
        canonical=text.canonical,
        shingles=_sketch(found),
        language=guessed_language(headings, "\n".join(found.paragraphs)),
        derivations=tuple(sorted(formulas(text.body))[:MAX_FORMULAS]),
        failures=_failures(text, path),
        quantities=_quantities(text.body, path),
        code_names=_code_names(found),
    )


def _quantities(body: str, path: str) -> tuple[Place, ...]:
    """The quantities of the text and its tables, each at its first line."""
    try:
        tables = list(in_tables(parse_page(path, body), body))
    except PageUnreadable:
        tables = []
    first: dict[str, Place] = {}
    for one in sorted((*in_prose(body), *tables), key=lambda one: (one.line, one.name)):
        first.setdefault(one.name, Place(name=one.name, path=path, line=one.line, note=one.note))
    return tuple(first.values())[:MAX_QUANTITIES]


def _code_names(found: Outline) -> tuple[str, ...]:
    names = {language.casefold() for language, _ in found.code if NAME.fullmatch(language)}
    names |= {max(some) for _, content in found.code for some in IMPORTED.findall(content[:MAX_CODE])}
    return tuple(sorted(names)[:MAX_NAMES])


def _failures(text: Manuscript, path: str) -> tuple[Passage, ...]:
    """The sections that tell of a failure; all of the text when its title does."""
    title = f"# {' '.join(text.title.split())}\n" if text.title else ""
    try:
        page = parse_page(path, title + text.body)
    except PageUnreadable:
        return ()
    lines = (one.model_copy(update={"line": max(one.line - bool(title), 1)}) for one in on_failures(path, page))
    return tuple(sorted(lines, key=lambda one: (-one.words, one.line))[:MAX_PASSAGES])


def _sketch(found: Outline) -> tuple[int, ...]:
    """The smallest hashes of all five-word runs: two texts share them in proportion to what they have in common.

    Site generators set typographic apostrophes where a file has plain ones.
    """
    lower = [word.casefold().replace("’", "'") for word in found.words]
    runs = {" ".join(lower[index : index + SHINGLE_WORDS]) for index in range(len(lower) - SHINGLE_WORDS + 1)}
    hashes = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
    return tuple(sorted(hashes)[:SKETCH])


def _day(value: str | None) -> date | None:
    try:
        return parse_when(value).first_day
    except PydanticCustomError:
        return None
