"""Repositories behind https addresses, on a host of our own that runs the real git."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from folio.repository.entries import chosen, everything
from folio.repository.git.network import Network
from folio.repository.git.opening import opened
from folio.repository.git.repository import RepositoryUnreadable
from folio.repository.model import RepositorySeen
from folio.repository.state import fingerprint
from repository.build import ME, TODAY, Built, look
from repository.githttp import Host, hosting

LINES = "".join(f"total = {number}\n" for number in range(40))


@pytest.fixture
def shop(tmp_path: Path) -> Built:
    """A repository with a history, tags on and beside its branch, a picture, a link and a submodule."""
    built = Built(tmp_path / "shop")
    built.commit(
        "Sell things to people", {"README.md": "# Shop\n\nSells.\n", "src/shop.py": LINES, "logo.png": b"\0" * 900}
    )
    (built.folder / "link").symlink_to("src/shop.py")
    commit = built.commit("Draw another logo for it", {"logo.png": os.urandom(9_000)}, at="2026-03-05T10:00:00+00:00")
    built.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    built.git("commit", "--quiet", "-m", "Add a submodule to it", at="2026-03-06T10:00:00+00:00")
    built.git("tag", "-a", "v1.0.0", "-m", "First")
    built.git("tag", "nightly")
    built.git("checkout", "--quiet", "-b", "release")
    built.commit("Correct the first release again", {"src/shop.py": LINES + "x = 1\n"}, at="2026-03-07T10:00:00+00:00")
    built.git("tag", "v1.0.1")
    built.git("checkout", "--quiet", "main")
    built.commit("Count the things we sell", {"src/shop.py": LINES * 2}, at="2026-03-09T10:00:00+00:00")
    return built


def publish(built: Built, root: Path) -> None:
    """Puts the repository on the host, as it is now."""
    root.mkdir(exist_ok=True)
    target = root / "shop.git"
    built.git("clone", "--quiet", "--mirror", ".", str(target)) if not target.exists() else built.git(
        "push", "--quiet", "--mirror", str(target)
    )


@pytest.fixture
def root(tmp_path: Path, shop: Built) -> Path:
    publish(shop, tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def host(tmp_path: Path, root: Path) -> Iterator[Host]:
    with hosting(root, tmp_path) as host:
        yield host


def network(host: Host, **given: object) -> Network:
    return Network(**({"allow_private": True, "authority": host.authority} | given))  # type: ignore[arg-type]


def seen(host: Host, folder: Path, **options: object) -> RepositorySeen:
    return look(host.address(), folder, offline=False, **({"network": network(host)} | options))


def problem(host: Host, folder: Path, address: str, **options: object) -> str:
    with pytest.raises(RepositoryUnreadable) as caught:
        look(address, folder, offline=False, **({"network": network(host)} | options))
    return str(caught.value)


def without_size(one: RepositorySeen) -> RepositorySeen:
    return one.model_copy(update={"files": one.files.model_copy(update={"size": None})})


def test_the_facts_are_those_of_a_local_clone(tmp_path: Path, host: Host, shop: Built) -> None:
    local = look(shop.folder, tmp_path)
    remote = seen(host, tmp_path)
    assert remote == without_size(local)
    assert [tag.name for tag in remote.history.tags] == ["v1.0.0", "v1.0.1"]
    assert (remote.files.count, remote.files.links, remote.files.submodules) == (5, 1, 1)


@pytest.mark.parametrize(
    ("settings", "version"),
    [({}, 2), ({}, 0), ({"uploadpack.allowFilter": "true"}, 0), ({"uploadpack.allowFilter": "true"}, 2)],
)
def test_the_facts_are_the_same_from_a_host_that_can_less(
    tmp_path: Path, root: Path, shop: Built, settings: dict[str, str], version: int
) -> None:
    """One without filters sends everything; one that gives no single objects is asked for everything."""
    with hosting(root, tmp_path, settings=settings, version=version) as host:
        assert seen(host, tmp_path) == without_size(look(shop.folder, tmp_path))


def test_only_what_is_read_is_fetched(tmp_path: Path, host: Host, shop: Built) -> None:
    with opened(host.address(), base=tmp_path, scratch=tmp_path / "scratch", network=network(host)) as repository:
        held = everything(repository)
        objects = repository.run("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").decode().split()
        wanted = [one.name for one in chosen(held.entries)[0]]
        assert set(wanted) <= set(objects)
        assert shop.git("rev-parse", "HEAD:logo.png") not in objects
        assert len(repository.blobs(wanted)) == 2


def test_the_number_of_files_does_not_change_how_often_the_host_is_asked(
    tmp_path: Path, root: Path, shop: Built
) -> None:
    counts = []
    for number in (1, 60):
        shop.commit("Write many modules at once", {f"src/m{one}_{number}.py": f"x = {one}\n" for one in range(number)})
        publish(shop, root)
        with hosting(root, tmp_path) as host:
            seen(host, tmp_path)
            counts.append(len(host.asked))
    assert counts[0] == counts[1]


def test_a_clone_is_removed_when_none_are_kept(tmp_path: Path, host: Host) -> None:
    seen(host, tmp_path)
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize(
    ("manner", "says"),
    [
        ("locked", "private or does not exist"),
        ("moved", "the address moved"),
        ("busy", "asked less often"),
        ("gone", "nothing was found"),
        ("broken", "could not be cloned"),
    ],
)
def test_what_a_host_refuses_is_said(tmp_path: Path, host: Host, manner: str, says: str) -> None:
    assert says in problem(host, tmp_path, host.address(manner=manner))
    assert all(path.startswith(f"/{manner}/") for _, path in host.asked)


def test_nobody_is_asked_for_a_password(tmp_path: Path, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    asking = tmp_path / "asking"
    asking.write_text(f"#!/bin/sh\ntouch {tmp_path}/canary\necho secret\n")
    asking.chmod(0o755)
    for name in ("GIT_ASKPASS", "SSH_ASKPASS", "GIT_TERMINAL_PROMPT"):
        monkeypatch.setenv(name, str(asking))
    assert "private or does not exist" in problem(host, tmp_path, host.address(manner="locked"))
    assert not (tmp_path / "canary").exists()


def test_a_host_that_sends_drop_by_drop_is_left_at_the_time_limit(tmp_path: Path, host: Host) -> None:
    started = time.monotonic()
    assert "not read within 1.5 s" in problem(host, tmp_path, host.address(manner="slow"), timeout=1.5)
    assert time.monotonic() - started < 60


def test_a_pack_that_is_too_large_is_cut_off(tmp_path: Path, root: Path, shop: Built) -> None:
    shop.commit("Keep some noise for later", {"noise.py": os.urandom(6 << 20)})
    publish(shop, root)
    with hosting(root, tmp_path, settings={}) as host:
        said = problem(host, tmp_path, host.address(), network=network(host, room=2 << 20))
    assert said == "a clone of it takes over 2 MB; make a smaller one yourself and name its path"
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_a_private_address_is_not_asked(tmp_path: Path, host: Host, name: str) -> None:
    given = network(host, allow_private=False)
    assert "private address" in problem(host, tmp_path, host.address(host=name), network=given)
    assert host.asked == []


def test_a_host_is_not_trusted_by_its_own_word(tmp_path: Path, host: Host) -> None:
    assert "certificate" in problem(host, tmp_path, host.address(), network=network(host, authority=None))
    assert host.asked == []


def test_a_host_that_does_not_answer_is_named_as_the_reason(tmp_path: Path, host: Host) -> None:
    assert "does not answer" in problem(host, tmp_path, "https://localhost:1/shop.git")


def test_a_remote_without_commits_says_so(tmp_path: Path, root: Path, host: Host) -> None:
    Built(root / "empty.git", bare=True)
    assert "no commits yet" in problem(host, tmp_path, host.address("empty.git"))


def test_a_remote_whose_head_names_no_branch_is_read(tmp_path: Path, root: Path, host: Host, shop: Built) -> None:
    commit = shop.git("rev-parse", "HEAD~1")
    (root / "shop.git" / "HEAD").write_text(f"{commit}\n")
    found = seen(host, tmp_path)
    assert (found.commit, found.branch) == (commit, None)


def test_a_remote_whose_head_names_a_branch_that_is_not_there_is_read(tmp_path: Path, root: Path, host: Host) -> None:
    (root / "shop.git" / "HEAD").write_text("ref: refs/heads/nowhere\n")
    assert seen(host, tmp_path).branch == "main"


def test_a_branch_that_looks_like_an_option_is_read(tmp_path: Path, root: Path, host: Host, shop: Built) -> None:
    branch = "refs/heads/--upload-pack=touch"
    shop.git("--git-dir", str(root / "shop.git"), "update-ref", branch, shop.git("rev-parse", "HEAD"))
    (root / "shop.git" / "HEAD").write_text(f"ref: {branch}\n")
    assert seen(host, tmp_path).branch == "--upload-pack=touch"


def test_a_repository_with_longer_names_is_read(tmp_path: Path, root: Path, host: Host) -> None:
    built = Built.__new__(Built)
    built.folder = tmp_path / "long"
    built.folder.mkdir()
    built.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    commit = built.commit("Sell things to people", {"src/shop.py": LINES})
    built.git("clone", "--quiet", "--bare", ".", str(root / "long.git"))
    with opened(
        host.address("long.git"), base=tmp_path, scratch=tmp_path / "scratch", network=network(host)
    ) as repository:
        assert (repository.commit, len(commit)) == (commit, 64)
        assert len(repository.blobs([one.name for one in everything(repository).entries])) == 1


def test_a_fingerprint_asks_the_remote_and_changes_with_it(tmp_path: Path, host: Host, shop: Built, root: Path) -> None:
    def mark(**given: object) -> str:
        options: dict[str, object] = {"offline": False, "network": network(host)} | given
        return fingerprint(host.address(), base=tmp_path, own=frozenset({ME}), today=TODAY, **options)  # type: ignore[arg-type]

    first = mark()
    assert first
    assert mark() == first
    assert mark(offline=True) == ""
    assert mark(network=Network()) == ""
    shop.git("tag", "v2.0.0")
    publish(shop, root)
    second = mark()
    shop.commit("Sell one thing more")
    publish(shop, root)
    assert len({first, second, mark()}) == 3


def test_one_look_asks_for_the_list_of_references_once(tmp_path: Path, host: Host) -> None:
    given = network(host)
    fingerprint(host.address(), base=tmp_path, own=frozenset(), today=TODAY, offline=False, network=given)
    before = len(host.asked)
    with opened(host.address(), base=tmp_path, scratch=tmp_path / "scratch", network=given):
        pass
    with ExitStack() as stack:
        again = len(host.asked)
        stack.enter_context(opened(host.address(), base=tmp_path, scratch=tmp_path / "scratch", network=network(host)))
    assert len(host.asked) - again > again - before
