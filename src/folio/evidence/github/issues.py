"""Issues of one repository: those of a plan's steps that are not there yet are created, none of them twice.

This is the only module that writes to GitHub, and it does so for `folio plan --github` alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from folio.errors import FolioError
from folio.evidence.github.answer import Answer
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import NOT_GITHUBS, Trouble

T = TypeVar("T")

NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[\w.-]{1,100}", re.ASCII)
MARK = re.compile(r"(?m)^<!-- folio-step ([0-9a-f]{20}) -->")
MOST_PAGES = 30
"""Of a hundred issues each; more can't be looked through to be sure that none is created twice."""
PAUSE = 1.0
"""Seconds between two issues, as GitHub asks of whoever creates things:

https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests"""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue to be; `key` tells it from all others."""

    key: str
    title: str
    body: str

    @property
    def content(self) -> dict[str, str]:
        """As GitHub takes it, with the mark by which it is known again."""
        return {"title": self.title, "body": f"{self.body}\n\n<!-- folio-step {self.key} -->\n"}


@dataclass(frozen=True, slots=True)
class Existing:
    """An issue that is there."""

    number: int
    address: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Tracker:
    """A repository that takes issues, and the steps that it has issues for."""

    name: str
    existing: Mapping[str, Existing]


def check_name(name: str) -> None:
    """Raises FolioError when no repository can be called `name`."""
    if not NAME.fullmatch(name):
        raise FolioError(f"'{name}' is no repository; write it as OWNER/REPO")


def tracker(session: Session, name: str, *, public: bool) -> Tracker:
    """The repository `owner/name`, looked through for issues of folio's, open and closed.

    Raises FolioError when there is no such repository, when others can read it and `public` is not set, and when it
    takes no issues.
    """
    check_name(name)
    home = _told(name, partial(session.get, f"/repos/{name}", _home), "the token has to see it")
    if not home["private"] and not public:
        raise FolioError(
            f"{home['name']} can be read by others, and your readiness is private;"
            " name a private repository, or add --public"
        )
    if home["archived"] or not home["issues"]:
        why = "is archived" if home["archived"] else "has its issues switched off (Settings, General, Features)"
        raise FolioError(f"{home['name']} {why}; name another repository")
    return Tracker(home["name"], dict(_existing(session, home["name"])))


def create(
    session: Session, where: Tracker, issues: Iterable[Issue], *, sleep: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Issue, Existing]]:
    """Creates those that are not there, and yields each as it is created. Nothing is tried twice.

    Raises FolioError where one can't be created; those before it are there, and the next run leaves them alone.
    """
    first = True
    for issue in issues:
        if issue.key in where.existing:
            continue
        if not first:
            sleep(PAUSE)
        first = False
        made = _told(
            where.name,
            partial(session.post, f"/repos/{where.name}/issues", issue.content, _issue),
            "the token needs the permission to write issues",
            "; run it again to create the rest: none is created twice",
        )
        yield issue, made


def _existing(session: Session, name: str) -> Iterator[tuple[str, Existing]]:
    path: str | None = f"/repos/{name}/issues?state=all&per_page=100"
    for _ in range(MOST_PAGES):
        page = _answer(name, partial(session.get, path or "", _page), "its issues may be switched off")
        yield from page.value or ()
        path = session.below(page.following)
        if path is None:
            return
    raise FolioError(f"{name} has more than {MOST_PAGES * 100} issues; name a repository for your plan alone")


def _told(name: str, ask: Callable[[], Answer[T]], advice: str, after: str = "") -> T:
    """What an answer says; one that says nothing is not GitHub's."""
    answer = _answer(name, ask, advice, after)
    if answer.value is None:
        raise FolioError(f"{name}: {NOT_GITHUBS}")
    return answer.value


def _answer(name: str, ask: Callable[[], Answer[T]], advice: str, after: str = "") -> Answer[T]:
    """An answer; GitHub's trouble is said with the repository, and with advice where it may help."""
    try:
        return ask()
    except Trouble as trouble:
        raise FolioError(f"{name}: {trouble}{f'; {advice}' if trouble.lasts else ''}{after}") from None


def _home(answer: Any) -> dict[str, Any]:
    return {
        "name": _name(answer["full_name"]),
        # What is internal to an enterprise is private to GitHub, and all of the enterprise can read it.
        "private": answer["private"] is True and answer.get("visibility", "private") == "private",
        "archived": answer["archived"] is True,
        "issues": answer["has_issues"] is True,
    }


def _name(text: str) -> str:
    if not NAME.fullmatch(text):
        raise ValueError(text)
    return text


def _page(answer: Any) -> list[tuple[str, Existing]]:
    """The issues of a page that carry a mark; a pull request carries none."""
    return [
        (mark, _issue(one)) for one in answer if "pull_request" not in one for mark in MARK.findall(one["body"] or "")
    ]


def _issue(answer: Any) -> Existing:
    return Existing(int(answer["number"]), str(answer["html_url"]), answer["state"] == "closed")
