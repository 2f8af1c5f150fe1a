"""Claims that say too little to convince: a story without a word, a contract of which nothing came."""

from __future__ import annotations

from collections.abc import Iterator

from folio.advice.seen import Seen
from folio.errors import Problem


def untold_story(seen: Seen) -> Iterator[Problem]:
    """A featured project says neither what the problem was, nor what was done, nor what came of it."""
    for number, one in enumerate(seen.profile.projects or ()):
        if one.featured and not (one.problem or one.approach or one.outcome):
            path = ("projects", number, "featured")
            todo = "add 'problem', 'approach' and 'outcome', or take 'featured' out"
            yield seen.problem(path, f"'{one.id}' is featured, and its page would be nearly empty", todo)


def no_result(seen: Seen) -> Iterator[Problem]:
    """A contract is told as completed and not what came of it."""
    for number, one in enumerate(seen.profile.contracts or ()):
        if one.completed and one.result is None:
            path = ("contracts", number)
            yield seen.problem(
                path, f"'{one.id}' has no result", "add 'result': what changed for the client, in a line"
            )


def missing_repository(seen: Seen) -> Iterator[Problem]:
    """A project's repository is a path, and there is none at it."""
    from folio.repository.git.bounds import RepositoryUnreadable
    from folio.repository.git.location import located

    for number, one in enumerate(seen.profile.projects or ()):
        if one.repository:
            try:
                located(one.repository, base=seen.folder)
            except RepositoryUnreadable as error:
                what, _, todo = str(error).partition("; ")
                path = ("projects", number, "repository")
                yield seen.problem(path, f"'{one.repository}': {what}", todo or "correct the path")


def twice_a_skill(seen: Seen) -> Iterator[Problem]:
    """A skill is listed twice, in other capitals perhaps."""
    lists = [("skills",), *(path for path, _ in _with_skills(seen))]
    for path in lists:
        first: dict[str, str] = {}
        listed = seen.at(*path)
        for number, one in enumerate(listed if isinstance(listed, list) else ()):
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and (before := first.setdefault(name.strip().casefold(), name)) is not name:
                place = (*path, number, "name") if isinstance(one, dict) else (*path, number)
                yield seen.problem(place, f"'{name}' is listed already, as '{before}'", "keep one of them")


def twice_a_link(seen: Seen) -> Iterator[Problem]:
    """The same page is linked twice."""
    from folio.profile.places import plain

    first: dict[str, str] = {}
    for name in ("website", "gitlab", "code", "linkedin"):
        if isinstance(url := seen.at("links", name), str):
            first.setdefault(plain(url), name)
    if isinstance(login := seen.at("links", "github"), str):
        first.setdefault(f"github.com/{login.strip().lower()}", "github")
    for path, link in seen.entries("links", "other"):
        url = link.get("url")
        if isinstance(url, str):
            number = path[-1]
            if (before := first.setdefault(plain(url), f"other[{number}]")) != f"other[{number}]":
                yield seen.problem((*path, "url"), f"is the same page as links.{before}", "keep one of them")


def _with_skills(seen: Seen) -> Iterator[tuple[tuple[str | int, ...], object]]:
    for section in ("work", "projects"):
        for path, entry in seen.entries(section):
            if "skills" in entry:
                yield (*path, "skills"), entry["skills"]
