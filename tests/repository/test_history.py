from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from folio.repository.git.repository import Repository
from folio.repository.history import read as history
from folio.repository.history.changes import Change
from folio.repository.history.effort import says_something
from repository.build import ME, PLAIN, TODAY, Built, look

CODE = "".join(f"line{number} = {number}\n" for number in range(5))


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return Built(tmp_path / "work")


def seen(built: Built, **options: object):  # type: ignore[no-untyped-def]
    return look(built.folder, built.folder.parent, **options).history


def test_counts_agree_with_git(built: Built) -> None:
    built.commit("Start with one module", {"a.py": CODE}, at="2026-03-02T10:00:00+02:00")
    built.commit("Add another one to it", {"b.py": CODE}, at="2026-03-03T10:00:00+02:00", by="other@example.org")
    built.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    built.commit("Add a third on a branch", {"c.py": CODE}, at="2026-03-09T10:00:00+02:00")
    built.git("checkout", "--quiet", "main")
    built.git("merge", "--quiet", "--no-ff", "-m", "Merge the side branch in", "side", at="2026-03-10T10:00:00+02:00")
    history = seen(built)
    assert history.commits == int(built.git("rev-list", "--count", "HEAD")) == 4
    assert history.authors == len(set(built.git("log", "--format=%ae").split())) == 2
    assert history.own == 2
    assert (history.first_day, history.last_day) == (date(2026, 3, 2), date(2026, 3, 10))
    assert history.own_days == (date(2026, 3, 2), date(2026, 3, 9))
    assert history.own_weeks == ("2026-W10", "2026-W11")


def test_an_address_counts_in_any_case(built: Built) -> None:
    built.commit("Write it under another case", {"a.py": CODE}, by="Mara@Example.ORG")
    assert seen(built).own == 1


def test_the_day_is_the_authors_own(built: Built) -> None:
    built.commit("Work late into the night", {"a.py": CODE}, at="2026-03-02T23:30:00-08:00")
    assert seen(built).own_days == (date(2026, 3, 2),)


def test_a_commit_that_changes_nothing_of_ones_own_writing_carries_no_day(built: Built) -> None:
    built.commit("Start with the first module", {"a.py": CODE, "poetry.lock": "a\n"}, at="2026-03-02T10:00:00Z")
    built.commit("Renew the lock file again", {"poetry.lock": "b\n" * 99}, at="2026-03-03T10:00:00Z")
    built.commit("Indent the module once more", {"a.py": CODE.replace(" = ", "  =  ")}, at="2026-03-04T10:00:00Z")
    built.git("mv", "a.py", "renamed.py")
    built.commit("Give the module another name", at="2026-03-05T10:00:00Z")
    built.commit("Change nothing at all here", at="2026-03-06T10:00:00Z")
    built.commit(
        "Take in other people's code", {"vendor/x.py": CODE, "node_modules/x.js": CODE}, at="2026-03-07T10:00:00Z"
    )
    history = seen(built)
    assert (history.own, history.idle) == (6, 5)
    assert history.own_days == (date(2026, 3, 2),)
    assert history.own_weeks == ("2026-W10",)


def test_a_rename_with_a_line_changed_is_that_line(built: Built) -> None:
    built.commit("Start with the first module", {"a.py": CODE * 9}, at="2026-03-02T10:00:00Z")
    built.git("mv", "a.py", "b.py")
    built.commit("Rename it and change a line", {"b.py": CODE * 9 + "x = 1\n"}, at="2026-03-12T10:00:00Z")
    history = seen(built)
    assert history.own_days == (date(2026, 3, 2),)
    assert history.own_weeks == ("2026-W10", "2026-W11")


def test_names_with_tabs_and_line_ends_are_names(built: Built) -> None:
    built.commit("Write it under an odd name", {"a\n9\t9\tb\x01c.py": CODE}, at="2026-03-02T10:00:00Z")
    assert len(seen(built).own_days) == 1


def test_a_small_change_counts_for_the_week_and_not_for_the_day(built: Built) -> None:
    built.commit("Correct one line of it", {"a.py": "x = 1\n"})
    built.commit("Write the first chapter down", {"notes.md": "word\n" * 9}, at="2026-03-20T10:00:00Z")
    history = seen(built)
    assert history.own_days == ()
    assert history.own_weeks == ("2026-W10", "2026-W12")


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("Count an unreachable link as unverified", True),
        ("fix: keep the last five minutes", True),
        ("Corrige le calcul des intervalles", True),
        ("在没有网络时也能读取", True),
        ("update", False),
        ("fix bug", False),
        ("Add files via upload", False),
        ("Update README.md", False),
        ("more fixes .", False),
        ("wip wip wip", False),
    ],
)
def test_boilerplate_says_nothing(subject: str, says: bool) -> None:
    assert says_something(subject) is says


def test_twenty_commits_in_ten_minutes_are_one(built: Built) -> None:
    for number in range(24):
        at = f"2026-03-02T23:58:{number:02}+00:00" if number < 12 else f"2026-03-03T00:01:{number:02}+00:00"
        built.commit(f"Add module number {number}", {f"m{number}.py": CODE}, at=at)
    history = seen(built)
    assert (history.own, history.stuffed) == (24, 23)
    assert history.own_days == (date(2026, 3, 2),)


def test_nineteen_commits_in_ten_minutes_are_themselves(built: Built) -> None:
    for number in range(19):
        at = f"2026-03-0{2 if number < 9 else 3}T{'23:59' if number < 9 else '00:00'}:{number:02}+00:00"
        built.commit(f"Add module number {number}", {f"m{number}.py": CODE}, at=at)
    assert len(seen(built).own_days) == 2


def test_an_author_date_long_before_the_commit_does_not_count(built: Built) -> None:
    built.commit(
        "Pretend to be early here", {"a.py": CODE}, at="2025-01-01T10:00:00Z", committed="2026-03-02T10:00:00Z"
    )
    built.commit("Take a few weeks only", {"b.py": CODE}, at="2026-02-20T10:00:00Z", committed="2026-03-02T10:00:00Z")
    history = seen(built)
    assert history.own_days == (date(2026, 2, 20), date(2026, 3, 2))
    assert history.backdated == 1


def test_what_is_dated_after_today_does_not_count(built: Built) -> None:
    built.commit("Do it in good time", {"a.py": CODE})
    built.commit("Do it in the future", {"b.py": CODE}, at="2027-01-01T10:00:00Z")
    built.git("tag", "-a", "v9.0.0", "-m", "later", at="2027-01-02T10:00:00Z")
    history = seen(built)
    assert (history.commits, history.future, history.own) == (2, 1, 1)
    assert (history.people, history.last_day) == (1, date(2027, 1, 1))
    assert history.own_days == (date(2026, 3, 2),)
    assert (history.tags, history.tag_count) == ((), 1)
    assert look(built.folder, built.folder.parent).committed_on == date(2027, 1, 1)


def test_tags_that_look_like_versions_count_once_a_commit(built: Built) -> None:
    built.commit("Make the first release ready")
    for name in ("v1.0.0", "v1.0.1", "1.0.2", "latest", "release", "before-refactoring", "shop-v0.9.1", "2026.03"):
        built.git("tag", name)
    built.commit("Make the second release ready")
    built.git("tag", "-a", "v2.0.0-rc.1", "-m", "second", at="2026-03-09T10:00:00Z")
    assert [(tag.name, tag.day) for tag in seen(built).tags] == [
        ("1.0.2", date(2026, 3, 2)),
        ("v2.0.0-rc.1", date(2026, 3, 9)),
    ]
    assert seen(built).tags[1].commit == built.git("rev-parse", "HEAD")
    assert (seen(built).tag_count, seen(built).second_tags) == (9, 4)


def test_a_tag_of_a_tag_is_its_commits_and_one_of_a_file_is_no_release(built: Built) -> None:
    built.commit("Make the first release ready", {"a.py": CODE})
    built.git("tag", "-a", "v1.0.0", "-m", "one")
    built.git("tag", "-a", "v1.0.0-again", "v1.0.0", "-m", "a tag of it")
    built.git("tag", "v2.0.0", "HEAD:a.py")
    built.git("tag", "-a", "v3.0.0", "HEAD^{tree}", "-m", "a tag of a tree")
    history = seen(built)
    assert [(tag.name, tag.commit) for tag in history.tags] == [("v1.0.0", built.git("rev-parse", "HEAD"))]
    assert (history.tag_count, history.second_tags) == (4, 1)


def test_a_shallow_clone_says_so(tmp_path: Path, built: Built) -> None:
    for number in range(3):
        built.commit(f"Take step number {number}", {"a.py": f"x = {number}\n"})
    built.git("clone", "--quiet", "--depth=1", f"file://{built.folder}", str(tmp_path / "shallow"))
    history = look(tmp_path / "shallow", tmp_path).history
    assert (history.shallow, history.commits) == (True, 1)
    assert seen(built).shallow is False


def test_subjects_and_names_of_any_bytes_are_read(built: Built) -> None:
    built.git("config", "i18n.commitEncoding", "latin-1")
    built.write({"a.py": CODE})
    built.git("add", "--all")
    (built.folder.parent / "message").write_bytes("Füge ein Modul hinzu \x01 %H\n".encode("latin-1"))
    built.git("commit", "--quiet", "-F", "../message")
    built.commit("Go on after that one", {"b.py": CODE}, at="2026-03-05T10:00:00Z")
    assert (seen(built).commits, len(seen(built).own_days)) == (2, 2)


def test_nobodys_addresses_own_nothing(built: Built) -> None:
    built.commit("Do some work on it", {"a.py": CODE})
    history = seen(built, own=frozenset())
    assert (history.commits, history.own, history.own_days) == (1, 0, ())


def test_the_same_repository_gives_the_same_value(built: Built) -> None:
    built.commit("Do some work on it", {"a.py": CODE, "b.py": "import a\n"})
    one, other = (look(built.folder, built.folder.parent, own=frozenset({ME}), today=TODAY) for _ in range(2))
    assert one.model_dump_json() == other.model_dump_json()


# ------------------------------------------------------------------ as few commits compared as that takes

START = datetime(2022, 1, 1, 10, tzinfo=UTC)


def daily(built: Built, days: int, *, a_day: int, telling: bool = True) -> None:
    """Commits of one line more each, so many on each day."""
    lines: list[str] = []
    for number in range(days * a_day):
        day, turn = divmod(number, a_day)
        when = int((START + timedelta(days=day, minutes=11 * turn)).timestamp())
        subject = f"Add step number {number}" if telling or not turn else "wip"
        text = "".join(f"x{number} = {line}\n" for line in range(4))
        lines.append(f"commit refs/heads/main\ncommitter A <{ME}> {when} +0000\ndata {len(subject)}\n{subject}\n")
        lines.append(f"M 100644 inline a.py\ndata {len(text)}\n{text}\n")
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=built.folder, env=PLAIN, input="".join(lines).encode(), check=True
    )


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many commits each process that compares was asked about."""
    asked: list[int] = []
    real = history.changes

    def counted(repository: Repository, names: Sequence[str]) -> dict[str, Change]:
        asked.append(len(names))
        return real(repository, names)

    monkeypatch.setattr(history, "changes", counted)
    return asked


def test_of_a_long_history_few_commits_are_compared(built: Built, compared: list[int]) -> None:
    daily(built, 1_700, a_day=3)
    found = seen(built)
    assert found.own == 5_100
    assert found.own_days[0] == START.date()
    assert len(found.own_days) >= 41
    assert found.own_days[-1] == START.date() + timedelta(days=1_699)
    assert len(found.own_weeks) >= 26
    assert sum(compared) < 80
    assert len(compared) == 1


def test_when_the_first_of_a_day_settles_nothing_others_are_compared(built: Built, compared: list[int]) -> None:
    for day in range(1, 5):
        at = f"2026-03-{day:02}T1"
        built.commit(f"Pin the packages of day {day}", {"poetry.lock": f"{day}\n"}, at=f"{at}0:00:00Z")
        for turn in range(1, 5):
            built.commit(
                "Indent it in another way", {"a.py": CODE.replace(" =", " " * turn + "=")}, at=f"{at}{turn}:00:00Z"
            )
        built.commit(f"Write the module of day {day}", {f"m{day}.py": CODE}, at=f"{at}5:00:00Z")
    found = seen(built)
    assert len(found.own_days) == 4
    assert 1 < len(compared) <= 5


def test_nobody_can_make_folio_compare_for_ever(built: Built, compared: list[int]) -> None:
    for number in range(3):
        built.commit(
            f"Renew the lock file {number}", {"poetry.lock": f"{number}\n"}, at=f"2026-03-{number + 1:02}T10:00:00Z"
        )
    lines = [
        f"commit refs/heads/main\ncommitter A <{ME}> {1_600_000_000 + number * 30_000} +0000\ndata 21\nAdd empty step {number:06}\n"
        for number in range(6_000)
    ]
    subprocess.run(
        ["git", "fast-import", "--quiet", "--force"],
        cwd=built.folder,
        env=PLAIN,
        input="".join(lines).encode(),
        check=True,
    )
    found = seen(built)
    assert (found.own_days, found.own_weeks) == ((), ())
    assert found.idle == sum(compared) <= 400
    assert len(compared) <= 5
