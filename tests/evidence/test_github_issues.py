"""Creating issues: none twice, none in public by accident, and every refusal in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from evidence.tracker import TrackerHub, a_tracker
from folio.errors import FolioError
from folio.evidence.access import Access
from folio.evidence.github.issues import Existing, Issue, Tracker, create, tracker
from folio.evidence.github.session import Session

SECRET = "ghp_onlyForTheseTests"
STEPS = tuple(Issue(f"{number:020x}", f"Step {number}", f"Do {number}") for number in range(1, 4))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[TrackerHub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with a_tracker() as started:
        yield started


def session(hub: TrackerHub, tmp_path: Path) -> Session:
    from evidence.hub.rig import TODAY

    access = Access(base=tmp_path, today=TODAY, offline=False, scratch=tmp_path, token=SECRET, github_api=hub.address,
                    patience=0)  # fmt: skip
    return Session(access)


def run(
    hub: TrackerHub, tmp_path: Path, steps: Sequence[Issue] = STEPS, *, public: bool = False
) -> tuple[list[int], list[float]]:
    """The numbers of the issues that one run created, and the pauses it made."""
    pauses: list[float] = []
    with session(hub, tmp_path) as asking:
        where = tracker(asking, hub.name, public=public)
        return [made.number for _, made in create(asking, where, steps, sleep=pauses.append)], pauses


def test_every_step_becomes_an_issue_with_a_pause_between(hub: TrackerHub, tmp_path: Path) -> None:
    assert run(hub, tmp_path) == ([1, 2, 3], [1.0, 1.0])
    assert [one["title"] for one in hub.issues] == ["Step 1", "Step 2", "Step 3"]
    assert hub.issues[0]["body"] == f"Do 1\n\n<!-- folio-step {STEPS[0].key} -->\n"
    assert hub.tokens == {f"token {SECRET}"}


def test_a_second_run_creates_nothing(hub: TrackerHub, tmp_path: Path) -> None:
    run(hub, tmp_path)
    assert run(hub, tmp_path) == ([], [])
    assert len(hub.issues) == 3


def test_what_was_closed_is_not_opened_again(hub: TrackerHub, tmp_path: Path) -> None:
    hub.add(title="Renamed by the person", body=STEPS[1].content["body"], state="closed")
    assert run(hub, tmp_path)[0] == [2, 3]
    with session(hub, tmp_path) as asking:
        there = tracker(asking, hub.name, public=False).existing[STEPS[1].key]
    assert there == Existing(1, f"{hub.address}/ada/plans/issues/1", closed=True)


def test_the_mark_is_found_on_later_pages_and_among_others_issues(hub: TrackerHub, tmp_path: Path) -> None:
    for step in STEPS:
        hub.add(title=step.title, body=f"edited\r\n{step.content['body']}more")
    for number in range(230):
        hub.add(title=f"Other {number}", body=None if number % 2 else "<!-- folio-step x -->")
    hub.add(title="A change", body=STEPS[0].content["body"], pull_request={"url": "x"})
    assert run(hub, tmp_path) == ([], [])
    assert sum(path.startswith("/repos/ada/plans/issues") for _, path in hub.asked) == 3


def test_a_public_repository_is_refused_unless_it_is_wanted(hub: TrackerHub, tmp_path: Path) -> None:
    hub.facts = {"private": False, "visibility": "public"}
    with pytest.raises(FolioError, match=r"can be read by others, and your readiness is private.*--public"):
        run(hub, tmp_path)
    assert hub.issues == []
    assert run(hub, tmp_path, public=True)[0] == [1, 2, 3]


def test_what_a_whole_enterprise_reads_is_not_private(hub: TrackerHub, tmp_path: Path) -> None:
    hub.facts = {"private": True, "visibility": "internal"}
    with pytest.raises(FolioError, match="can be read by others"):
        run(hub, tmp_path)


@pytest.mark.parametrize(
    ("facts", "words"), [({"has_issues": False}, "has its issues switched off"), ({"archived": True}, "is archived")]
)
def test_a_repository_that_takes_no_issues_is_told(
    hub: TrackerHub, tmp_path: Path, facts: dict[str, bool], words: str
) -> None:
    hub.facts |= facts
    with pytest.raises(FolioError, match=words):
        run(hub, tmp_path)


RESET = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795356300", "date": "Sun, 22 Nov 2026 13:20:00 GMT"}


@pytest.mark.parametrize(
    ("where", "refusal", "words"),
    [
        ("GET /repos/ada/plans", (404, "Not Found", {}), "ada/plans: not found .or private.; the token has to see it"),
        ("GET /repos/ada/plans", (401, "Bad credentials", {}), "GitHub refuses the token .401."),
        ("GET /repos/ada/plans/issues", (410, "Issues are disabled", {}), "its issues may be switched off"),
        (
            "POST /repos/ada/plans/issues",
            (403, "Resource not accessible", {}),
            "permission to write issues; run it again",
        ),
        ("POST /repos/ada/plans/issues", (422, "Validation Failed", {}), "GitHub answers 422"),
        (
            "POST /repos/ada/plans/issues",
            (403, "API rate limit exceeded", RESET),
            "hourly limit is used up; try again after",
        ),
        (
            "POST /repos/ada/plans/issues",
            (403, "secondary rate limit", {"retry-after": "60"}),
            "go slower; .* in a minute",
        ),
    ],
)
def test_a_refusal_is_said_plainly(
    hub: TrackerHub, tmp_path: Path, where: str, refusal: tuple[int, str, dict[str, str]], words: str
) -> None:
    hub.refusals[where] = refusal
    with pytest.raises(FolioError, match=words):
        run(hub, tmp_path)
    assert hub.issues == []


def test_an_issue_whose_answer_broke_off_is_not_created_twice(hub: TrackerHub, tmp_path: Path) -> None:
    """It may be there: nothing is tried again in the same run, and the next run looks first."""
    hub.breaks_after = 1
    with pytest.raises(FolioError, match="run it again to create the rest: none is created twice"):
        run(hub, tmp_path)
    assert len(hub.issues) == 2
    hub.breaks_after = None
    assert run(hub, tmp_path)[0] == [3]
    assert [one["title"] for one in hub.issues] == ["Step 1", "Step 2", "Step 3"]


@pytest.mark.parametrize(
    "name", ["plans", "ada/", "ada/plans/issues", "ada/../x/y", "a b/c", "ada/pl?x", "-ada/plans", ""]
)
def test_only_a_name_is_asked_for(hub: TrackerHub, tmp_path: Path, name: str) -> None:
    with session(hub, tmp_path) as asking, pytest.raises(FolioError, match="write it as OWNER/REPO"):
        tracker(asking, name, public=True)
    assert hub.asked == []


def test_a_repository_with_too_many_issues_is_left_alone(
    hub: TrackerHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("folio.evidence.github.issues.MOST_PAGES", 2)
    for number in range(201):
        hub.add(title=str(number))
    with pytest.raises(FolioError, match="more than 200 issues"):
        run(hub, tmp_path)


def test_a_renamed_repository_gets_its_issues_at_its_new_name(hub: TrackerHub, tmp_path: Path) -> None:
    hub.facts |= {"full_name": "ada/plans"}
    hub.refusals["GET /repos/ada/old"] = (301, "Moved", {"Location": f"{hub.address}/repos/ada/plans"})
    with session(hub, tmp_path) as asking:
        assert tracker(asking, "ada/old", public=False) == Tracker("ada/plans", {})
