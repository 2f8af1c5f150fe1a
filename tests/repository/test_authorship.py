"""Whose commits are whose: addresses, .mailmap, code hosts' own addresses, co-authors, programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.repository.history.authorship import Authorship, Standing, forms
from folio.repository.history.mailmap import MAX_BYTES, Mailmap, parsed
from folio.repository.model import History
from repository.build import ME, Built, look

OLD, OTHER = "mara@old.example", "other@example.org"


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return Built(tmp_path / "work")


def seen(built: Built, **options: object) -> History:
    return look(built.folder, built.folder.parent, **options).history


def write(built: Built, number: int, *, by: str = ME, message: str = "") -> None:
    """One commit of five lines, on a day of its own."""
    code = "".join(f"line{line} = {number}\n" for line in range(5))
    at = f"2026-03-{number + 1:02}T10:00:00Z"
    built.commit(message or f"Write module number {number}", {f"m{number}.py": code}, at=at, by=by)


def whose(mailmap: str, name: str, email: str, *own: str) -> Standing:
    return Authorship(frozenset(own or (ME,)), parsed(mailmap.encode())).standing(name, email)


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("own", "author", "same"),
    [
        ("mara@users.noreply.github.com", "12345+mara@users.noreply.github.com", True),
        ("12345+mara@users.noreply.github.com", "mara@users.noreply.github.com", True),
        ("mara@users.noreply.github.com", "12345+Mara@users.noreply.GitHub.com", True),
        ("mara@users.noreply.gitlab.com", "77-mara@users.noreply.gitlab.com", True),
        ("mara@users.noreply.git.firm.example", "77-mara@users.noreply.git.firm.example", True),
        ("monkeys@users.noreply.github.com", "12-monkeys@users.noreply.github.com", False),
        ("mara@users.noreply.github.com", "mara@users.noreply.gitlab.com", False),
        ("mara@users.noreply.github.com", "tamara@users.noreply.github.com", False),
        ("mara@example.org", "1+mara@example.org", False),
    ],
)
def test_a_code_hosts_address_is_its_accounts(own: str, author: str, same: bool) -> None:
    assert (whose("", "M", author, own) is Standing.OWN) is same


def test_an_address_without_a_number_has_one_form() -> None:
    assert forms("Mara@Example.org") == ("mara@example.org",)


def test_a_name_alone_is_nobodys() -> None:
    assert whose("", "Mara", "mara@elsewhere.example") is Standing.OTHER


# ------------------------------------------------------------------ .mailmap


@pytest.mark.parametrize(
    ("mailmap", "name", "email"),
    [
        ("Mara <mara@example.org> <mara@old.example>", "M", OLD),
        ("<mara@example.org> <MARA@Old.example>", "M", OLD),
        ("Mara <mara@example.org> Root <root@localhost>", "root", "root@localhost"),
        ("Mara <mara@new.example> <mara@example.org>", "M", "mara@new.example"),
        ("Mara <mara@example.org>\nMara <mara@old.example>", "M", OLD),
        ("Mara <mara@example.org>\nMARA <mara@new.example> <mara@old.example>", "M", OLD),
        ("# Mara\n\nno entry\n<>\nMara <mara@example.org> <mara@old.example> # since 2020", "M", OLD),
    ],
)
def test_a_mailmap_joins_addresses_to_the_person(mailmap: str, name: str, email: str) -> None:
    assert whose(mailmap, name, email) is Standing.OWN


@pytest.mark.parametrize(
    ("mailmap", "name", "email"),
    [
        ("Mara <mara@old.example>", "Mara", OLD),  # her name, and no address of hers beside it
        ("Mara <mara@example.org> Root <root@localhost>", "Paul", "root@localhost"),
        ("# Mara <mara@example.org> <mara@old.example>", "M", OLD),
        ("Paul <paul@x.example> Paul <mara@example.org>", "Paul", "paul@x.example"),  # he once used her machine
    ],
)
def test_a_mailmap_joins_nobody_else(mailmap: str, name: str, email: str) -> None:
    assert whose(mailmap, name, email) is Standing.OTHER


def test_what_is_ones_own_stays_so_whatever_a_mailmap_says() -> None:
    assert whose("Paul <paul@x.example> <mara@example.org>", "Mara", ME) is Standing.OWN


@pytest.mark.parametrize(
    "content", [b"\xff<\xfe>\0<", b"<" * 99_999, b" " * 99_999 + b"<a@b>", b"a <b> " * 9_999, b"\r\n>"]
)
def test_a_mailmap_of_anything_is_read(content: bytes) -> None:
    assert isinstance(parsed(content), Mailmap)


def test_the_mailmap_of_the_commit_is_read_and_not_that_of_the_work_tree(built: Built) -> None:
    write(built, 0, by=OLD)
    built.commit("Say who is who in here", {".mailmap": f"Mara <{ME}> <{OLD}>\n"}, by=OTHER)
    built.write({".mailmap": f"Mara <{ME}> <{OTHER}>\n"})
    history = seen(built)
    assert (history.own, history.people, history.share) == (1, 2, 500)
    assert history.authors == 2


def test_a_mailmap_that_is_a_link_or_too_long_says_nothing(built: Built) -> None:
    write(built, 0, by=OLD)
    (built.folder / "real").write_text(f"Mara <{ME}> <{OLD}>\n")
    (built.folder / ".mailmap").symlink_to("real")
    built.commit("Say who is who by a link", by=OTHER)
    assert seen(built).own == 0
    (built.folder / ".mailmap").unlink()
    built.commit("Say it at length", {".mailmap": f"Mara <{ME}> <{OLD}>\n" + "#" * MAX_BYTES}, by=OTHER)
    assert seen(built).own == 0


# ------------------------------------------------------------------ co-authors


@pytest.mark.parametrize("trailer", [f"Co-authored-by: Mara <{ME}>", f"co-authored-by:Mara<{ME.upper()}>"])
def test_a_commit_that_names_the_person_as_co_author_is_half_theirs(built: Built, trailer: str) -> None:
    write(built, 0)
    write(built, 1, by=OTHER, message=f"Write it together\n\nBoth of us did.\n\n{trailer}")
    write(built, 2, by=OTHER, message=f"Write it alone\n\nCo-authored-by: Paul <paul@x.example>\nThanks to {ME}")
    history = seen(built)
    assert (history.own, history.coauthored, history.people, history.share) == (1, 1, 3, 500)
    assert [day.day for day in history.own_days] == [1, 2]


def test_ones_own_commit_stays_whole_with_a_co_author(built: Built) -> None:
    write(built, 0, message=f"Write it together\n\nCo-authored-by: Paul <{OTHER}>\nCo-authored-by: Mara <{ME}>")
    history = seen(built)
    assert (history.own, history.coauthored, history.share) == (1, 0, 1000)


def test_a_message_full_of_trailers_takes_no_time(built: Built) -> None:
    write(
        built,
        0,
        by=OTHER,
        message="Go on\n\n" + "Co-authored-by: \t" + " " * 60_000 + "\n" + "Co-authored-by: A <a@b>\n" * 2_000,
    )
    assert seen(built).coauthored == 0


# ------------------------------------------------------------------ programs and merges


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
        ("Some New Thing[bot]", "1+some-new-thing[bot]@users.noreply.github.com"),
        ("dependabot-preview", "support@dependabot.com"),
        ("Renovate Bot", "bot@renovateapp.com"),
        ("GitHub Action", "action@github.com"),
        ("github-actions", "github-actions@github.com"),
        ("pre-commit-ci", "x@example.org"),
    ],
)
def test_programs_are_known(name: str, email: str) -> None:
    assert whose("", name, email) is Standing.PROGRAM


@pytest.mark.parametrize(
    ("name", "email"), [("Paul Robot", "paul@robot.example"), ("Abbot", "abbot@example.org"), ("", "")]
)
def test_people_are_no_programs(name: str, email: str) -> None:
    assert whose("", name, email) is Standing.OTHER


def test_programs_and_merges_take_no_share(built: Built) -> None:
    write(built, 0)
    write(built, 1, by="49699333+dependabot[bot]@users.noreply.github.com")
    built.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    write(built, 2)
    built.git("checkout", "--quiet", "main")
    built.git("merge", "--quiet", "--no-ff", "-m", "Merge the side branch in", "side", by=OTHER)
    history = seen(built)
    assert (history.commits, history.own, history.people, history.share) == (4, 2, 2, 1000)


# ------------------------------------------------------------------ bursts and the share


def test_a_burst_makes_no_repository_ones_own(built: Built) -> None:
    for number in range(10):
        write(built, number, by=OTHER)
    for number in range(60):
        at = f"2026-03-20T10:00:{number:02}Z"
        built.commit(f"Push step number {number}", {"s.py": f"s = {number}\n"}, at=at)
    history = seen(built)
    assert (history.own, history.people, history.stuffed) == (60, 70, 59)
    assert history.share == 1000 * 19 // 29


def test_the_twentieth_commit_within_ten_minutes_takes_nothing_from_the_share(built: Built) -> None:
    write(built, 0, by=OTHER)
    shares = []
    for number in range(21):
        built.commit(f"Push step number {number}", {"s.py": f"s = {number}\n"}, at=f"2026-03-20T10:00:{number:02}Z")
        if number >= 18:
            shares.append(seen(built).share)
    assert shares == [950, 950, 950]


def test_the_history_holds_neither_names_nor_addresses(built: Built) -> None:
    write(built, 0, message=f"Write it together\n\nCo-authored-by: Paul <{OTHER}>")
    kept = seen(built).model_dump_json()
    assert "example.org" not in kept
    assert "Paul" not in kept
