"""What was found and what nobody could read, in the words of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.readiness.check import Unread
from folio.readiness.naming import name_of, subject_names
from folio.readiness.report import LEVELS, ItemSeen, LevelName, UnreadSeen
from folio.readiness.rubric import Entry
from folio.readiness.score import Scored, quality
from folio.readiness.sources import Sources


class Words:
    """The words for one person's findings. Platforms that count the same findings share what is said of them."""

    def __init__(self, facts: Facts) -> None:
        names = subject_names(facts)
        self.clean = cache(discreet(facts.profile))
        self.name = cache(lambda subject: self.clean(name_of(subject, names)))
        self._subjects = _apart(names, self.clean)
        self.subject = cache(self._subject)
        self._sources = Sources(facts)
        self._items: dict[str, tuple[Scored, tuple[ItemSeen, ...]]] = {}

    def _subject(self, subject: str) -> str:
        """The subject as it is shown; two that hide different names stay two, so that a report can be scored again."""
        whole, mark, number = subject.partition("#")
        return self._subjects.get(whole, self.clean(whole)) + mark + self.clean(number)

    def items(self, scored: Scored) -> tuple[ItemSeen, ...]:
        """A check's items, the best first."""
        before, told = self._items.get(scored.entry.id, (None, ()))
        if before is None or not scored.finds_the_same(before):
            told = tuple(self._told(scored))
            self._items[scored.entry.id] = scored, told
        return told

    def unread(self, scored: Scored) -> Iterator[UnreadSeen]:
        """What a check could not look at, as far as it counts."""
        for one in scored.unread:
            if not one.aside:
                yield UnreadSeen(
                    subject=self.subject(one.subject),
                    name=self.name(one.subject),
                    why=self.clean(one.why),
                    todo=self.clean(one.todo),
                    best=None if one.best is None else quality(scored.entry, one.best),
                    facet=self.subject(one.best.facet) if one.best and one.best.facet else None,
                    anything=one.anything,
                )

    def _told(self, scored: Scored) -> Iterator[ItemSeen]:
        entry, clean = scored.entry, self.clean
        unknown = _open(scored.unread)
        found_here = zip(scored.items, scored.values, scored.qualities, strict=True)
        for item, worth, good in sorted(found_here, key=lambda one: (-one[1], one[0].subject)):
            found = item.found
            says = found.says
            parts: tuple[tuple[str, int], ...] = ()
            if found.parts is not None:
                says = part_words(entry, set(found.parts), unknown.get(item.subject, set()), dict(found.begun))
                parts = tuple((one.says, one.milli) for one in entry.parts if one.id in found.parts)
            yield ItemSeen(
                subject=self.subject(item.subject),
                name=self.name(item.subject),
                level=level_name(item.level),
                quality=good,
                value=worth,
                says=clean(says),
                facet=self.subject(found.facet) if found.facet else None,
                places=tuple(map(clean, found.places)),
                source=clean(self._sources.of(item, entry.reads)),
                amount=found.amount,
                parts=parts,
            )


def _apart(subjects: Iterable[str], clean: Callable[[str], str]) -> dict[str, str]:
    """The subjects as they are shown, numbered where hiding names makes two of them one."""
    shown: dict[str, str] = {}
    taken: set[str] = set()
    for subject in sorted(subjects):
        name, number = clean(subject), 2
        while name in taken:
            name, number = f"{clean(subject)}-{number}", number + 1
        shown[subject] = name
        taken.add(name)
    return shown


def _open(unread: tuple[Unread, ...]) -> dict[str, set[str]]:
    """By subject, the parts that nobody can tell."""
    found: dict[str, set[str]] = {}
    for one in unread:
        if one.best and one.best.parts:
            found.setdefault(one.subject, set()).update(one.best.parts)
    return found


def part_words(entry: Entry, there: set[str], unknown: set[str], begun: Mapping[str, str]) -> str:
    """Which parts of a subject are there, which are not enough yet, and which were looked for and not found."""
    has = [part.says for part in entry.parts if part.id in there and not part.instead_of]
    short = [f"{part.says} ({begun[part.id]})" for part in entry.parts if part.id in begun]
    known = there | unknown | begun.keys()
    lacks = [part.says for part in entry.parts if part.id not in known and not part.instead_of]
    words = [", ".join(has)] if has else []
    words += [f"not enough yet: {', '.join(short)}"] if short else []
    words += [f"not found: {', '.join(lacks)}"] if lacks else []
    return "; ".join(words)


def level_name(level: Level) -> LevelName:
    return LEVELS[level - 1]
