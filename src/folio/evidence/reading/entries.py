"""What a feed lists now beside what it listed before: which texts are known, and which pages are still to be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from folio.evidence.model import ArticleSeen, Entry
from folio.evidence.reading.again import doubt
from folio.evidence.reading.feed import EntryRead
from folio.evidence.reading.later import LATER
from folio.evidence.reading.page import PageRead
from folio.evidence.reading.sites import elsewhere, is_on

MAX_ENTRIES = 500
MAX_PAGES = 40
"""Of one feed in one run."""


def merged(
    listed: Sequence[EntryRead], before: Sequence[Entry], today: date, *, again: bool = False
) -> tuple[Entry, ...]:
    """All entries that are known now, the newest first; those whose page is to be read say LATER.

    A text that the feed carries whole is taken from there. One that was read before stays, and its page is read again
    when the feed says that it changed, when what the feed carries of it has become little or another text, or `again`.
    What the feed lists no more stays as it was: feeds drop their older entries.
    """
    known = {one.url: one for one in before} | {one.guid: one for one in before if one.guid}
    found = {one.url: _entry(one, known.get(one.url) or known.get(one.guid or ""), today, again) for one in listed}
    guids = {one.guid for one in found.values() if one.guid}
    found |= {one.url: one for one in before if one.url not in found and one.guid not in guids}
    return _newest(found.values())


def listed_still(before: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    """The entries of a feed that has not changed."""
    entries = tuple(before)
    latest = max((one.seen_on for one in entries if one.seen_on), default=None)
    return tuple(one.model_copy(update={"seen_on": today}) if one.seen_on == latest else one for one in entries)


def at_home(entries: Iterable[Entry], own: Collection[str], *, again: bool = False) -> tuple[Entry, ...]:
    """The entries, with why the pages of those that lead away from the person's `own` sites are not read.

    Feeds also list what others wrote. A text that the feed itself carries is the feed's, wherever its page is. With
    `again`, what was known of other pages is given up.
    """
    return tuple(
        _elsewhere(one, again) if one.problem is not None and not is_on(one.url, own) else one for one in entries
    )


def to_read(entries: Iterable[Entry], own: Collection[str]) -> tuple[str, ...]:
    """The pages on the person's `own` sites to read in this run: those not tried yet, then the failed; newest first."""
    waiting = (one for one in entries if one.problem is not None and is_on(one.url, own))
    return tuple(one.url for one in sorted(waiting, key=lambda one: one.problem != LATER)[:MAX_PAGES])


def with_pages(
    entries: Iterable[Entry], pages: Mapping[str, PageRead], fed: Mapping[str, ArticleSeen], *, again: bool = False
) -> tuple[Entry, ...]:
    """The entries with the texts of the pages that were read; what the feed itself carries, where that is longer.

    A page that shows little of what it showed before, or something else, is one that was not read; unless `again`.
    """
    return _newest(
        _with_page(one, pages[one.url], fed.get(one.url), again) if one.url in pages else one for one in entries
    )


def _entry(one: EntryRead, earlier: Entry | None, today: date, again: bool) -> Entry:
    text, problem = one.text, None
    known = earlier.text if earlier else None
    if text is None or not one.whole or (known and not again and doubt(text, known)):
        text = known
        unchanged = earlier is not None and (one.url, one.changed) == (earlier.url, earlier.changed)
        problem = earlier.problem if earlier and unchanged and not again else LATER
    return Entry(
        url=one.url,
        guid=one.guid,
        title=one.title,
        day=one.day or (earlier.day if earlier else None),
        changed=one.changed,
        text=text,
        problem=problem,
        seen_on=today,
    )


def _elsewhere(entry: Entry, again: bool) -> Entry:
    return entry.model_copy(update={"problem": elsewhere(entry.url), "text": None if again else entry.text})


def _with_page(entry: Entry, page: PageRead, fed: ArticleSeen | None, again: bool) -> Entry:
    text = page.seen
    if text is None:
        return entry.model_copy(update={"problem": page.problem})
    if fed is not None and fed.words > text.words:
        text = fed.model_copy(update={"canonical": text.canonical, "day": text.day})
    if entry.text is not None and not again and (why := doubt(text, entry.text)):
        return entry.model_copy(update={"problem": why})
    return entry.model_copy(update={"text": text, "problem": None, "day": entry.day or text.day})


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: one.day or date.min, reverse=True)[:MAX_ENTRIES])
