"""Writes the reference pages on readiness from the data that scores are made of.

    tools/readiness_docs.py [--check]

In docs/reference, catalogue.md comes from the catalogue, the platforms, the guards and the docstrings of the checks,
and criteria.md from criteria.yaml beside it. `--check` writes nothing, and fails when a page is not what would be
written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

import folio.readiness.checks  # noqa: F401  # importing it enters the checks
from folio.document import read
from folio.frozen import Frozen
from folio.readiness.check import CHECKS
from folio.readiness.rubric import Catalogue, Entry, Rubric, platforms, rubric
from folio.readiness.rubric.guards import Guard, guards
from folio.schema import validate

DOCS = Path(__file__).parents[1] / "docs" / "reference"
ARTICLES = ("becoming", "traits", "reach", "everyday")
LEVELS = ("claimed", "attested", "observed", "verified")
TRACK = "ml-engineer"
BY_HAND = "<!-- Made by tools/readiness_docs.py; change the data and run it again. -->"

AGGREGATES = {
    "best": "the best one counts",
    "top3": "the best three count, at 600, 250 and 150 thousandths",
    "count": "each one counts, and their sum goes through the curve",
    "union": "distinct ones count, wherever they are, and their sum goes through the curve",
    "all": "one is enough to block a level",
}
ABOUT = {
    "repository": "repositories",
    "article": "articles",
    "link": "addresses",
    "profile": "what you say",
    "host": "",
}
CAPS = {
    "static": "what a repository or a text shows",
    "live": "what answers at an address",
    "profile": "what only a person or a client can know",
    "declared": "what the profile says, where the text itself is what a client reads",
}
CERTAINTY = {"first-party": "the platform's own page", "reported": "reported", "secondary": "second hand"}


class Item(Frozen):
    """One thing that an article asks, and what answers it."""

    article: Literal["becoming", "traits", "reach", "everyday"]
    asks: Annotated[str, Field(min_length=8, max_length=140)]
    kind: Literal["criterion", "evidence", "checklist", "platform", "principle"]
    checks: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    fairness: tuple[str, ...] = ()
    principle: str = ""


class Criteria(Frozen):
    """Every item."""

    items: tuple[Item, ...]


def criteria() -> tuple[Item, ...]:
    """The items of docs/reference/criteria.yaml, in the order of the articles."""
    return validate(Criteria, read(DOCS / "criteria.yaml", name="criteria.yaml")).items


def pages() -> dict[str, str]:
    """The pages by their file names."""
    return {"catalogue.md": _page(catalogue_page()), "criteria.md": _page(criteria_page(criteria()))}


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------ the catalogue


def catalogue_page() -> Iterator[str]:
    """Everything that a score is made of."""
    shipped = [rubric(name) for name in platforms()]
    catalogue = shipped[0].catalogue
    yield from ("# The catalogue", "", BY_HAND, "")
    counts = f"{len(catalogue.checks)} checks, {len(shipped)} platforms, {len(catalogue.tracks)} roles"
    yield f"Version {catalogue.version}: {counts}. [How the score comes about](../explanation/readiness.md),"
    yield "[where the checks come from](criteria.md), and [how to change any of it](../how-to/rubric.md)."
    yield from ("", *_contents(), "", "## Checks", "")
    yield "Weights are in thousandths of the whole, for an ML engineer. A dash: the check does not apply. Parts"
    yield "and curves are in thousandths of the check."
    for category in catalogue.categories:
        entries = [entry for entry in catalogue.checks if entry.category == category.id]
        yield from ("", f"### {category.title}", "", *_weights(entries, shipped))
        for entry in entries:
            yield from ("", *_check(entry, catalogue))
    yield from ("", "## What platforms ask to fill in", "", *_fields(catalogue))
    yield from ("", "## Platforms")
    for chosen in shipped:
        yield from ("", *_platform(chosen))
    yield from ("", "## Roles", "", *_tracks(catalogue), "", "## Levels", "", *_levels(catalogue))
    yield from (
        "",
        "## Confidence",
        "",
        *_confidence(catalogue),
        "",
        "## What evidence is worth",
        "",
        *_caps(catalogue),
    )
    yield from ("", "## Guards", "", *_guards(guards().guards), "", "## Fairness", "")
    yield from (f"{number}. {rule}" for number, rule in enumerate(guards().fairness.values(), 1))


def _contents() -> Iterator[str]:
    for title in ("Checks", "What platforms ask to fill in", "Platforms", "Roles", "Levels", "Confidence",
                  "What evidence is worth", "Guards", "Fairness"):  # fmt: skip
        yield f"- [{title}](#{title.lower().replace(' ', '-')})"


def _weights(entries: Sequence[Entry], shipped: Sequence[Rubric]) -> Iterator[str]:
    yield from table("check", *(chosen.platform.title for chosen in shipped))
    dealt = [chosen.weights(TRACK) for chosen in shipped]
    for entry in entries:
        yield row(f"[{entry.title}](#{entry.id})", *(str(weights.get(entry.id, "–")) for weights in dealt))


def _check(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    yield from (f"#### {entry.id}", "", f"**{entry.title}.** {CHECKS[entry.id].why}", "")
    yield f"- Measures {entry.measures}."
    yield f"- Reads: {_and(entry.reads)}. {AGGREGATES[entry.aggregate].capitalize()}. {_caps_words(entry, catalogue)}"
    if entry.curve:
        yield f"- Curve: {', '.join(f'{x} → {y}' for x, y in entry.curve)}."
    if entry.of_platform:
        yield "- Parts: [what the platform asks for](#what-platforms-ask-to-fill-in), in equal shares."
    yield f"- Next: {entry.next}. {_effort(entry.minutes)}{_after(entry)}."
    yield f"- From: {_sources(entry, catalogue)}."
    yield f"- Guards: {_about(entry)}."
    if any(part.later for part in entry.parts):
        later = [part.says for part in entry.parts if part.later]
        yield f"- Comes with time, so that no step adds it while anything else is missing: {_and(later)}."
    if entry.parts:
        yield from ("", *table("part", "worth", "what adds it to the rest", "takes"))
        for part in entry.parts:
            worth = f"{part.milli}, without {part.instead_of}" if part.instead_of else str(part.milli)
            yield row(part.says, worth, part.next, _effort(part.minutes or entry.minutes))


def _caps_words(entry: Entry, catalogue: Catalogue) -> str:
    caps = catalogue.caps[entry.caps]
    below = [f"{name} {getattr(caps, name)}" for name in LEVELS if getattr(caps, name) < 1000]
    return f"At most: {', '.join(below)}." if below else "What the profile says counts in full."


def _after(entry: Entry) -> str:
    return f". First: {', '.join(f'[{name}](#{name})' for name in entry.requires)}" if entry.requires else ""


def _sources(entry: Entry, catalogue: Catalogue) -> str:
    articles = [f"[{name}](criteria.md)" for name in entry.sources if name in ARTICLES]
    others = [_source(name, catalogue) for name in entry.sources if name not in ARTICLES]
    words = f"the {'article' if len(articles) == 1 else 'articles'} {_and(articles)}" if articles else ""
    return "; ".join(one for one in (words, *others) if one)


def _source(name: str, catalogue: Catalogue) -> str:
    source = catalogue.sources[name]
    return f"[{source.name}]({source.url})" if source.url else source.name


def _about(entry: Entry) -> str:
    own = [f"`{name}`" for name, guard in guards().guards.items() if entry.id in guard.checks]
    every = [f"all on {ABOUT[kind]}" for kind in entry.reads if kind in ("repository", "article", "link")]
    return _and([*every, *own]) if every or own else "`popularity`, as everywhere"


def _effort(minutes: tuple[int, int]) -> str:
    """`10 to 30 min`, `45 min to 2 h`."""
    least, most = minutes
    if most < 60 or (least % 60 and most % 60):
        return f"{least} to {most} min"
    words = [f"{one // 60} h" if one % 60 == 0 else f"{one / 60:g} h" if one > 60 else f"{one} min" for one in minutes]
    return f"{words[0].removesuffix(' h')} to {words[1]}"


def _fields(catalogue: Catalogue) -> Iterator[str]:
    asked = {chosen: rubric(chosen).platform for chosen in platforms()}
    yield from table("field", "id", "asked by", "what fills it", "takes")
    for field in catalogue.fields:
        by = ", ".join(one.title for one in asked.values() if field.id in one.fields) or "rubrics of your own"
        yield row(field.says, f"`{field.id}`", by, field.next, _effort(field.minutes))


def _platform(chosen: Rubric) -> Iterator[str]:
    platform, catalogue = chosen.platform, chosen.catalogue
    titles = {entry.id: entry.title for entry in catalogue.checks}
    names = {category.id: category.title for category in catalogue.categories}
    yield from (f"### {platform.title}", "")
    yield f"`--platform {platform.id}`. As of: {platform.as_of}. Rests on: {platform.basis}."
    yield from ("", *table("", *(names[name] for name in platform.categories)))
    yield row("weight", *(str(weight) for weight in platform.categories.values()))
    yield row("floor, %", *(str(platform.floors.get(name) or "") for name in platform.categories))
    yield ""
    for gate in platform.gates:
        yield f"- Gate: [{titles[gate.check]}](#{gate.check}), {gate.at_least} of 1000, at least {gate.level}"
    if platform.emphasis:
        yield f"- Weighs more: {', '.join(f'{name} × {times}' for name, times in platform.emphasis.items())}"
    if platform.base_override:
        yield f"- Base weight here: {', '.join(f'{name} {base}' for name, base in platform.base_override.items())}"
    if platform.fields:
        says = ", ".join(catalogue.field(name).says for name in platform.fields)
        yield f"- Asks everybody for: {says}"
    if only := {name: subjects for name, subjects in platform.subjects.items() if name != "platform-presence"}:
        yield f"- Counts only: {'; '.join(f'{name} for {_and(subjects)}' for name, subjects in only.items())}"
    yield f"- Can't be observed: {'; '.join(platform.not_observable)}"
    yield from (f"- Uncertain: {line}" for line in platform.uncertain)
    yield from (f"- Afterwards: {line}" for line in platform.afterwards)
    yield from ("", *table("what is known", "from", "whose word"))
    for fact in platform.sources:
        yield row(f"[{fact.says}]({fact.url})", fact.dated, CERTAINTY[fact.certainty])


def _tracks(catalogue: Catalogue) -> Iterator[str]:
    yield "Only the role that the profile names makes a check not apply. Its weight goes to the others of its category."
    yield from ("", *table("role", "id", "does not apply"))
    for name, track in catalogue.tracks.items():
        yield row(
            track.title,
            f"`{name}`",
            ", ".join(f"[{check}](#{check})" for check in track.without) or "everything applies",
        )
    yield from ("", "Some checks measure the same for every role and are worded for it:", "")
    yield from table("role", "check", "next step there")
    for track in catalogue.tracks.values():
        for check, words in track.words.items():
            called = f"[{check}](#{check})" + (f", called “{words.title}”" if words.title else "")
            if words.next or words.title:
                yield row(track.title, called, words.next or "")
            says = {part.id: part.says for entry in catalogue.checks if entry.id == check for part in entry.parts}
            for part, step in words.parts.items():
                yield row(track.title, f"[{check}](#{check}): {says[part]}", step)
            for part in words.without:
                yield row(
                    track.title, f"[{check}](#{check}): {says[part]}", "not asked; the other parts share its worth"
                )


def _levels(catalogue: Catalogue) -> Iterator[str]:
    yield from table("level", "points", "floors of the pillars", "points beyond claims", "gates")
    for rung in catalogue.levels:
        floors = f"{rung.floors_percent} % of the platform's" if rung.floors_percent else ""
        yield row(rung.title, str(rung.points), floors, str(rung.beyond_claims or ""), "all met" if rung.gates else "")


def _confidence(catalogue: Catalogue) -> Iterator[str]:
    yield "How much was looked at, and how much of what is earned is more than claims; both figures have to be reached."
    yield from ("", *table("confidence", "looked at", "beyond claims"))
    for one in catalogue.confidence:
        yield row(one.id, f"{one.coverage} %", f"{one.beyond_claims_percent} %")


def _caps(catalogue: Catalogue) -> Iterator[str]:
    yield "The most that one thing can be worth, in thousandths, by how well it is supported."
    yield from ("", *table("", *LEVELS))
    for name, caps in catalogue.caps.items():
        yield row(CAPS[name], *(str(getattr(caps, level)) for level in LEVELS))


def _guards(named: dict[str, Guard]) -> Iterator[str]:
    yield "What is seen and not counted. The report names each thing that a guard leaves out; the others work by"
    yield "construction, so that there is nothing to name."
    yield from ("", *table("guard", "rule", "about", "named in the report"))
    for name, guard in named.items():
        about = ", ".join(f"[{check}](#{check})" for check in guard.checks)
        about = about or ("everything" if len(guard.on) == len(ABOUT) else _and([ABOUT[kind] for kind in guard.on]))
        yield row(f"`{name}`", guard.rule, about, "yes" if guard.says == "exclusion" else "no, by construction")


# ------------------------------------------------------------------ the articles


def criteria_page(items: Sequence[Item]) -> Iterator[str]:
    """Which item of which article is answered by what."""
    catalogue = rubric().catalogue
    named = {check for item in items for check in item.checks}
    yield from ("# Where the checks come from", "", BY_HAND, "")
    yield f"Four practitioners' articles ask {len(items)} things of somebody who wants to be hired, here in our words."
    yield "Each is answered by checks, a guard, a platform, a rule of fairness or a rule of scoring."
    number = 0
    for article in ARTICLES:
        name = catalogue.sources[article].name
        yield from (
            "",
            f"## {name[0].upper()}{name[1:]} (`{article}`)",
            "",
            *table("no.", "asks", "kind", "answered by"),
        )
        for item in items:
            if item.article == article:
                number += 1
                yield row(str(number), item.asks, item.kind, _answers(item))
    yield from ("", "## Checks that come from elsewhere", "")
    yield "From what platforms ask, or from engineering practice:"
    yield ""
    for entry in catalogue.checks:
        if entry.id not in named:
            sources = "; ".join(_source(name, catalogue) for name in entry.sources)
            yield f"- [{entry.title}](catalogue.md#{entry.id}): {sources}"


def _answers(item: Item) -> str:
    answers = [f"[{name}](catalogue.md#{name})" for name in item.checks]
    answers += [f"guard [{name}](catalogue.md#guards)" for name in item.guards]
    answers += [f"platform [{rubric(name).platform.title}](catalogue.md#{name})" for name in item.platforms]
    rules = list(guards().fairness)
    answers += [f"[rule {rules.index(name) + 1} of fairness](catalogue.md#fairness)" for name in item.fairness]
    answers += [item.principle] if item.principle else []
    return ", ".join(answers)


# ------------------------------------------------------------------ Markdown


def table(*titles: str) -> Iterator[str]:
    """The head of a table."""
    yield row(*titles)
    yield row(*("---" for _ in titles))


def row(*cells: str) -> str:
    """One row of a table."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _and(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def main() -> int:
    """Writes the pages, or says which of them are out of date."""
    stale = [name for name, text in pages().items() if not _is(DOCS / name, text)]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/reference/{name} is out of date; run tools/readiness_docs.py", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(pages()[name], encoding="utf-8", newline="\n")
        print(f"written: docs/reference/{name}")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
