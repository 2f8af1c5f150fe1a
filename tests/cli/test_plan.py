"""`folio plan`: what a person reads, where it is written, and how issues come about."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from build import a_good_repository, a_repository, an_article, some_facts, some_tests
from cli.plans import a_plan
from cli.test_commands import folio
from evidence.tracker import TrackerHub, a_tracker
from folio.cli import group
from folio.cli.planned import lines
from folio.cli.text import cleaned, columns
from folio.errors import FolioError
from folio.facts import Facts
from folio.readiness.assess import stand
from folio.readiness.planning import PlanSeen, planned
from folio.readiness.rubric import rubric
from folio.render.plan import checklist

Compare = Callable[[str, str], None]
TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "GITHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """An engineer's profile that says little and names no repository."""
    (tmp_path / "profile.yaml").write_text(
        "name: Ada\nheadline: Engines for weavers\nsummary: I build engines.\ncontact: {email: ada@example.org}\n"
        "projects:\n  - {id: loom, title: 'Loom, @ada', summary: It weaves.}\n"
        "articles: []\nreferences: []\nservices: []\ncontracts: []\n",
        encoding="utf-8",
    )
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["plan", *words, "--today", TODAY, "-q"], standalone_mode=False)


def offline(me: Path, *words: str) -> Result:
    return run(str(me), "--offline", *words)


def the_plan(facts: Facts, **asked: object) -> PlanSeen:
    return planned(facts, stand(facts, rubric("direct-client")), **asked)  # type: ignore[arg-type]


def shown(plan: PlanSeen) -> str:
    return "".join(f"{click.unstyle(line)}\n" for line in lines(cleaned(plan)))


# ------------------------------------------------------------------ on a terminal

ENGINEER = some_facts(
    repositories={"shelfcast": a_good_repository(tests=some_tests(12)), "routes": a_repository()},
    texts={"baselines": an_article()},
    contracts=[], references=[], services=[], talks=[], rehearsals=[], foundations={}, skills=[], work=[],
)  # fmt: skip


def test_a_plan_reads_like_advice(golden: Compare) -> None:
    golden("../cli/golden/plan.txt", shown(a_plan()))


def test_a_checklist_reads_like_advice(golden: Compare) -> None:
    golden("../cli/golden/plan.md", checklist(a_plan()))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(columns(line) for line in shown(the_plan(ENGINEER)).splitlines()) <= width


def test_numbers_go_through_and_every_step_is_done() -> None:
    plan = the_plan(ENGINEER)
    text = shown(plan)
    begun = [int(one) for one in re.findall(r"^ *(\d+)\. (?!goes on)", text, re.MULTILINE)]
    assert begun == list(range(1, len(plan.steps) + 1))
    assert text.count("Week of ") == len(plan.weeks)


def test_what_nobody_knows_is_asked_before_the_weeks() -> None:
    text = shown(the_plan(some_facts(projects=[{"id": "x", "title": "X", "summary": "X."}], articles=[])))
    assert text.index("Find out") < text.index("Week of")


def test_hostile_names_move_no_cursor(me: Path) -> None:
    for form in ("text", "markdown", "json", "ics"):
        done = offline(me, "--format", form)
        assert done.exit_code == 0, done.exception
        assert "\x1b" not in done.stdout
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", done.stdout)


# ------------------------------------------------------------------ forms and files


def test_each_form_can_be_read_again(me: Path) -> None:
    content = json.loads(offline(me, "--format", "json").stdout)
    assert content["schema_version"] == 1
    found = Calendar.from_ical(offline(me, "--format", "ics").stdout_bytes).walk("VEVENT")
    boxes = offline(me, "--format", "markdown").stdout.count("- [ ] **")
    assert len(content["steps"]) == len(found) == boxes > 0


def test_a_file_is_written_whole_and_nothing_printed(me: Path) -> None:
    target = me / "plan.ics"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o600)
    done = offline(me, "--format", "ics", "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in me.iterdir() if "plan" in path.name) == ["plan.ics"]


def test_a_place_that_can_not_be_written_is_told(me: Path) -> None:
    done = offline(me, "-o", str(me / "missing" / "plan.txt"))
    assert isinstance(done.exception, FolioError)
    assert "choose another file" in str(done.exception)


def test_the_text_in_a_file_has_no_colours(me: Path) -> None:
    offline(me, "-o", str(me / "plan.txt"))
    assert (me / "plan.txt").read_text(encoding="utf-8").startswith("Plan for Ada\n")


def test_budgets_are_kept(me: Path) -> None:
    content = json.loads(offline(me, "--format", "json", "--hours", "7", "--weekly", "2").stdout)
    assert content["minutes"] <= 420
    for week in content["weeks"]:
        assert sum(stint["minutes"] for stint in week["stints"]) <= 120


@pytest.mark.parametrize(
    "words", [("--hours", "0"), ("--weekly", "0"), ("--level", "foundation"), ("--yes",), ("--dry-run",)]
)
def test_what_makes_no_sense_is_refused(me: Path, words: tuple[str, ...]) -> None:
    assert isinstance(offline(me, *words).exception, click.UsageError)


# ------------------------------------------------------------------ issues


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[TrackerHub]:
    monkeypatch.setattr("folio.evidence.github.issues.PAUSE", 0.0)
    with a_tracker() as started:
        monkeypatch.setenv("GITHUB_API_URL", started.address)
        monkeypatch.setenv("GITHUB_TOKEN", "ghp_onlyForTheseTests")
        yield started


def test_a_dry_run_shows_and_creates_nothing(me: Path, hub: TrackerHub) -> None:
    done = run(str(me), "--github", hub.name, "--dry-run")
    assert done.exit_code == 0, done.exception
    assert "ada/plans: " in done.stdout
    assert "(new)" in done.stdout
    assert hub.issues == []


def test_nothing_is_created_unasked(me: Path, hub: TrackerHub) -> None:
    done = run(str(me), "--github", hub.name)
    assert isinstance(done.exception, FolioError)
    assert "add --yes" in str(done.exception)
    assert hub.issues == []


def test_yes_creates_and_a_second_time_nothing(me: Path, hub: TrackerHub) -> None:
    first = run(str(me), "--github", hub.name, "--yes")
    assert first.exit_code == 0, first.exception
    assert first.stdout.count("created #") == len(hub.issues) > 3
    second = run(str(me), "--github", hub.name, "--yes")
    assert second.exit_code == 0, second.exception
    assert "0 of " in second.stdout
    assert second.stdout.count("created #") == 0
    assert "(#1)" in second.stdout


def test_an_answer_at_the_terminal_decides(me: Path, hub: TrackerHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.cli.plan_issues._asked_at_a_terminal", lambda: True)
    no = CliRunner().invoke(group, ["plan", str(me), "--today", TODAY, "-q", "--github", hub.name], input="n\n")
    assert no.exit_code == 1
    assert hub.issues == []
    yes = CliRunner().invoke(group, ["plan", str(me), "--today", TODAY, "-q", "--github", hub.name], input="y\n")
    assert yes.exit_code == 0
    assert hub.issues


def test_without_a_token_it_says_what_to_do(me: Path, hub: TrackerHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    monkeypatch.setenv("PATH", "")
    done = run(str(me), "--github", hub.name, "--yes")
    assert isinstance(done.exception, FolioError)
    assert "set GITHUB_TOKEN, or log in with 'gh auth login'" in str(done.exception)
    assert hub.asked == []


def test_offline_creates_nothing(me: Path, hub: TrackerHub) -> None:
    done = offline(me, "--github", hub.name, "--yes")
    assert isinstance(done.exception, FolioError)
    assert "offline" in str(done.exception)
    assert hub.asked == []


def test_a_dry_run_needs_neither_network_nor_token(me: Path, hub: TrackerHub, monkeypatch: pytest.MonkeyPatch) -> None:
    without_network = offline(me, "--github", hub.name, "--dry-run")
    monkeypatch.delenv("GITHUB_TOKEN")
    monkeypatch.setenv("PATH", "")
    without_token = run(str(me), "--github", hub.name, "--dry-run")
    for done, why in ((without_network, "offline"), (without_token, "there is no token for GitHub")):
        assert done.exit_code == 0, done.exception
        first, *steps = done.stdout.splitlines()
        assert first == f"ada/plans: an issue for each of {len(steps)} steps, less those that have one already"
        assert f"were not looked for: {why}." in done.stderr
    assert hub.asked == []


def test_what_is_no_repository_is_told_before_anything_else(tmp_path: Path) -> None:
    done = offline(tmp_path / "no profile", "--github", "nonsense", "--dry-run")
    assert isinstance(done.exception, FolioError)
    assert str(done.exception) == "'nonsense' is no repository; write it as OWNER/REPO"


def test_as_a_person_runs_it(me: Path) -> None:
    done = folio(
        "plan", ".", "--offline", "--today", TODAY, "--hours", "5", cwd=me, NO_COLOR="1", PATH=os.environ["PATH"]
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Plan for Ada\n")
    assert "After these" in done.stdout
