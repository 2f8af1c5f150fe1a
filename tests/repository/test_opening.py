from __future__ import annotations

import os
from pathlib import Path

import pytest

from folio.repository.git.network import Network
from folio.repository.git.opening import located, opened
from folio.repository.git.repository import RepositoryUnreadable
from folio.repository.state import fingerprint
from repository.build import ME, TODAY, Built, look

PATH = os.environ["PATH"]
FILES = {"README.md": "# Shop\n\nSells things.\n", "src/shop.py": "def sell(thing):\n    return thing\n"}


@pytest.fixture
def shop(tmp_path: Path) -> Built:
    built = Built(tmp_path / "shop")
    built.commit("Sell things to people", FILES)
    built.git("tag", "v1.0.0")
    return built


def test_a_work_tree_a_bare_repository_and_a_bundle_look_the_same(tmp_path: Path, shop: Built) -> None:
    shop.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    places = [shop.folder, tmp_path / "bare.git", shop.bundle()]
    seen = [look(place, tmp_path) for place in places]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0].branch == "main"
    assert [tag.name for tag in seen[0].history.tags] == ["v1.0.0"]


def test_a_linked_work_tree_is_read_at_its_own_branch(tmp_path: Path, shop: Built) -> None:
    shop.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    assert look(tmp_path / "linked", tmp_path).branch == "other"


def test_a_path_is_taken_from_the_profiles_folder(tmp_path: Path, shop: Built) -> None:
    assert look("shop", tmp_path).commit == shop.git("rev-parse", "HEAD")


def test_a_detached_head_is_read_without_a_branch(tmp_path: Path, shop: Built) -> None:
    shop.git("checkout", "--quiet", "--detach")
    seen = look(shop.folder, tmp_path)
    assert (seen.branch, seen.history.commits) == (None, 1)


def test_a_bundle_of_one_branch_that_names_no_head_is_read(tmp_path: Path, shop: Built) -> None:
    shop.git("bundle", "create", "--quiet", str(tmp_path / "one.bundle"), "main")
    assert look(tmp_path / "one.bundle", tmp_path).branch == "main"


def test_what_is_in_the_work_tree_only_is_not_seen(tmp_path: Path, shop: Built) -> None:
    shop.write({"LICENSE": "MIT License\n", "src/more.py": "print(1)\n"})
    seen = look(shop.folder, tmp_path)
    assert seen.licence is None
    assert seen.code.modules == 1


def test_cloning_leaves_nothing_behind(tmp_path: Path, shop: Built) -> None:
    look(shop.bundle(), tmp_path)
    assert list((tmp_path / "scratch").iterdir()) == []


def problem(location: str | Path, tmp_path: Path, **options: object) -> str:
    with pytest.raises(RepositoryUnreadable) as caught:
        look(location, tmp_path, **options)
    return str(caught.value)


def test_a_missing_path_is_said_to_be_missing(tmp_path: Path) -> None:
    assert problem("nowhere", tmp_path) == "there is nothing at this path; check it"


def test_a_folder_without_git_is_not_a_repository(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert "not a git repository" in problem("plain", tmp_path)


def test_a_folder_inside_a_repository_is_not_taken_for_it(tmp_path: Path, shop: Built) -> None:
    assert "not a git repository" in problem(shop.folder / "src", tmp_path)


def test_a_file_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert "not a git bundle" in problem("notes.txt", tmp_path)


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    Built(tmp_path / "new")
    assert "no commits yet" in problem("new", tmp_path)


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_bundle_that_is_cut_short_says_so(tmp_path: Path, shop: Built, part: float) -> None:
    whole = shop.bundle()
    whole.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
    assert "git bundle create" in problem(whole, tmp_path)


def test_a_bundle_that_builds_on_missing_commits_says_so(tmp_path: Path, shop: Built) -> None:
    shop.commit("Sell more things today", {"src/more.py": "x = 1\n"})
    shop.git("bundle", "create", "--quiet", str(tmp_path / "part.bundle"), "HEAD~1..HEAD", "main")
    assert "leaves out" in problem("part.bundle", tmp_path)


def test_a_damaged_repository_is_a_problem_and_not_a_crash(tmp_path: Path, shop: Built) -> None:
    for one in (shop.folder / ".git" / "objects").rglob("*"):
        if one.is_file():
            one.chmod(0o600)
            one.write_bytes(b"broken")
    assert "git fsck" in problem(shop.folder, tmp_path)


def test_the_time_limit_ends_the_reading(tmp_path: Path, shop: Built) -> None:
    assert "not read within" in problem(shop.folder, tmp_path, timeout=0.000001)


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("ext::sh -c 'touch canary'", "not read"),
        ("file:///etc", "write the path"),
        ("http://example.org/shop.git", "not read"),
        ("git://example.org/shop.git", "not read"),
        ("fd::17/foo", "not read"),
        ("--upload-pack=touch canary", "not an address or a path"),
        ("-u", "not an address or a path"),
        ("https://-oProxyCommand=touch/shop", "not an address"),
        ("ssh://-oProxyCommand=touch/shop", "not an address"),
        ("ssh://-l@host/shop", "not an address"),
        ("https://me:secret@example.org/shop", "take it out"),
        ("https://", "not an address"),
        ("https://[bad/shop", "not an address"),
        ("shop\n--upload-pack=x", "not an address or a path"),
        ("", "not an address or a path"),
    ],
)
def test_a_location_that_could_run_or_tell_something_is_refused(tmp_path: Path, location: str, says: str) -> None:
    said = problem(location, tmp_path, offline=False)
    assert says in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "location", ["https://example.org/me/shop.git", "ssh://git@example.org/shop", "git@example.org:me/shop.git"]
)
def test_addresses_are_not_asked_offline(tmp_path: Path, location: str) -> None:
    found = located(location, base=tmp_path).address
    assert found is not None
    assert found.text == location
    assert "offline" in problem(location, tmp_path)


def test_an_address_is_cloned_over_ssh(tmp_path: Path, shop: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for ssh runs git's own server side, so that all but the encryption is real."""
    stand_in = tmp_path / "bin" / "ssh"
    stand_in.parent.mkdir()
    stand_in.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$@" >>"$0.log"\nfor last; do :; done\nunset GIT_DIR\nexec sh -c "$last"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{stand_in.parent}:{PATH}")
    seen = look(f"git@localhost:{shop.folder}", tmp_path, offline=False, network=Network(allow_private=True))
    assert seen.history.commits == 1
    assert "-oBatchMode=yes" in stand_in.with_suffix(".log").read_text()


def test_an_address_that_is_not_there_says_what_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "bin" / "ssh"
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\necho "ERROR: Repository not found." >&2\nexit 1\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{stand_in.parent}:{PATH}")
    address = "git@localhost:me/shop.git"
    assert "nothing was found" in problem(address, tmp_path, offline=False, network=Network(allow_private=True))
    assert "private address" in problem(address, tmp_path, offline=False)


def test_variables_that_point_git_elsewhere_do_not(
    tmp_path: Path, shop: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"):
        monkeypatch.setenv(name, "/nonexistent")
    assert look(shop.folder, tmp_path).history.commits == 1


def test_a_fingerprint_changes_with_the_repository_and_the_addresses(tmp_path: Path, shop: Built) -> None:
    def mark(location: object, own: frozenset[str] = frozenset({ME})) -> str:
        return fingerprint(str(location), base=tmp_path, own=own, today=TODAY)

    first = mark(shop.folder)
    assert first
    assert first == mark(shop.folder)
    assert first != mark(shop.folder, frozenset())
    bundle = mark(shop.bundle())
    shop.commit("Sell one thing more")
    assert mark(shop.folder) != first
    assert mark(shop.bundle()) != bundle


@pytest.mark.parametrize("location", ["https://example.org/shop", "nowhere", "ext::sh"])
def test_what_can_only_be_asked_has_no_fingerprint(tmp_path: Path, location: str) -> None:
    assert fingerprint(location, base=tmp_path, own=frozenset(), today=TODAY) == ""


def test_the_door_closes_when_the_reader_fails(tmp_path: Path, shop: Built) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        opened(str(shop.bundle()), base=tmp_path, scratch=tmp_path / "scratch"),
    ):
        _ = 1 / 0
    assert list((tmp_path / "scratch").iterdir()) == []
