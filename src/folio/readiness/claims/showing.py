"""Whether something that folio read shows a skill: every name a repository or a text goes by, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from folio.evidence.model import ArticleSeen
from folio.readiness.claims.skill_words import ORDINARY, SHOWN_BY
from folio.readiness.specialisms import belongs
from folio.repository.model import Place, RepositorySeen

Seen = tuple[str, Place | None]
Named = Mapping[str, Seen]
"""From a name, its words joined by hyphens, to what was seen under it, in words and with its place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows skills: what stands in code, and what a text says in its title and headings."""

    code: Named
    words: Named = field(default_factory=dict)


PLACED = ("algorithms", "structures", "validation", "metrics", "inference", "baselines", "data_checks", "monitoring",
          "learning_curves", "remote_models", "local_models")  # fmt: skip
"""Fields of a repository that name what they found; each is also a group of its own, such as `data-checks`."""
SPELLED = {"c++": "cplusplus", "c#": "csharp", ".net": "dotnet", "f#": "fsharp", "node.js": "node-js"}
SHORT = 3
"""Letters of a name that is only found whole: `R` and `Go` are parts of too much."""


@lru_cache(maxsize=4096)
def name(text: str) -> str:
    """`Time-series validation` as `time-series-validation`, `C++` as `cplusplus`."""
    said = " ".join(text.casefold().split())
    return SPELLED.get(said) or "-".join(re.findall(r"[^\W_]+", said))


def repository_shows(seen: RepositorySeen) -> Shown:
    """Every name under which the repository shows something, with words for it and its place."""
    code: dict[str, Seen] = {}
    for said, words, place in _in_repository(seen):
        code.setdefault(name(said), (words, place))
    return Shown(code)


def article_shows(seen: ArticleSeen) -> Shown:
    """The languages and packages in the code of an article, and its title and headings."""
    code: dict[str, Seen] = {name(one): (f"its code is {one}", None) for one in reversed(seen.code_names)}
    words: dict[str, Seen] = {name(one): (f"it has a heading '{one}'", None) for one in reversed(seen.headings)}
    if seen.title:
        words[name(seen.title)] = (f"it is called '{seen.title}'", None)
    return Shown(code, words)


def all_of(shown: Iterable[Shown]) -> Shown:
    """Several as one; the first stands where two show the same."""
    several = tuple(shown)[::-1]
    return Shown(
        {one: seen for each in several for one, seen in each.code.items()},
        {one: seen for each in several for one, seen in each.words.items()},
    )


def shows(skill: str, shown: Shown) -> str | None:
    """What shows the skill, in words; None when nothing does.

    Code shows it under all names that it is known by, a title or heading only under its own.
    """
    said = name(skill)
    return (_in_code(skill, said, shown.code) or _in_words(said, shown.words)) if said else None


def is_ordinary(skill: str) -> bool:
    """Whether its name is a word of every day as well, so that only code shows it."""
    return name(skill) in ORDINARY


def titled(skill: str, title: str) -> bool:
    """Whether a title names the skill."""
    return shows(skill, Shown({}, {name(title): ("its title", None)})) is not None


def says(skill: str, text: str) -> bool:
    """Whether a running text names the skill; what is an ordinary word as well has to be written as the skill is."""
    said = name(skill)
    if is_ordinary(skill):
        return re.search(rf"(?<!\w){re.escape(skill)}(?!\w)", text) is not None
    return bool(said) and f"-{said}-" in f"-{name(text)}-"


def _in_code(skill: str, said: str, code: Named) -> str | None:
    wanted = (said, *SHOWN_BY.get(said, "").split())
    for one in wanted:
        if one in code:
            return _said(*code[one])
    for one in wanted:
        if len(one) > SHORT and (inside := _having(one, code)):
            return inside
    if said in SHOWN_BY or len(said) <= SHORT or said in SPELLED.values():
        return None  # its names are known: a word that is only alike shows nothing
    tag = belongs(skill, code)
    return _said(*code[tag]) if tag else None


def _in_words(said: str, words: Named) -> str | None:
    return None if said in ORDINARY else _having(said, words)


def _having(one: str, named: Named) -> str | None:
    return next((_said(*seen) for tag, seen in named.items() if one in tag and f"-{one}-" in f"-{tag}-"), None)


def _said(words: str, place: Place | None) -> str:
    return f"{words} ({place})" if place else words


def _in_repository(seen: RepositorySeen) -> Iterator[tuple[str, str, Place | None]]:
    for language, lines in seen.code.languages.items():
        yield language, f"{lines:,} lines of {language}", None
    for package in seen.code.frameworks:
        yield package, f"it imports {package}", None
    if seen.sql.constructs:
        yield "SQL", f"{seen.sql.lines:,} lines of SQL", seen.sql.constructs[0]
    for deployment in seen.deployments:
        words = f"it is deployed by {deployment.path}"
        yield from ((deployment.kind, words, None), ("containers", words, None))
    for system, file in zip(seen.ci.systems, seen.ci.files, strict=False):
        yield from ((one, f"{system} in {file}", None) for one in (system, "ci"))
    for checker in seen.toolchain.type_checkers:
        yield "type-checkers", f"{checker} is set up", None
    for runner in seen.tests.runners:
        yield runner, f"its tests run with {runner}", None
    if seen.tests.assertions:
        yield "tests", f"{seen.tests.assertions} assertions in {seen.tests.files} test files", None
    for group, places in _placed(seen):
        for place in places:
            yield place.name, place.name, place
        if group and places:
            yield group, places[0].name, places[0]


def _placed(seen: RepositorySeen) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Findings with places, by the group they belong to; empty where they belong to none."""
    yield "serving", seen.serving.interfaces
    yield "cd", seen.ci.deploy_steps
    yield from ((field, getattr(seen, field)) for field in PLACED)
    yield "visuals", (*seen.visuals.tools, *seen.visuals.dashboards)
    yield "pipeline", (*seen.pipeline.graphs, *seen.pipeline.stages)
    yield "", (*seen.provenance.tracked, *seen.toolchain.places)
