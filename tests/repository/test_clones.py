"""Clones that stay between runs: brought up to date, one run at a time, and thrown away when they are damaged or old."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from folio.repository.git.bounds import Deadline
from folio.repository.git.clones import Keep
from folio.repository.git.network import Network
from folio.repository.git.repository import RepositoryUnreadable
from folio.repository.model import RepositorySeen
from repository.build import PLAIN, TODAY, Built, look
from repository.githttp import Host, hosting

NOISE = "".join(f"line = {number}\n" for number in range(200))


@pytest.fixture
def shop(tmp_path: Path) -> Built:
    built = Built(tmp_path / "shop")
    built.commit("Sell things to people", {"README.md": "# Shop\n\nSells.\n", "src/shop.py": NOISE})
    built.git("tag", "v1.0.0")
    publish(built, tmp_path)
    return built


def publish(built: Built, folder: Path) -> None:
    """Puts the repository on the host, as it is now."""
    shutil.rmtree(folder / "root", ignore_errors=True)
    built.git("clone", "--quiet", "--mirror", ".", str(folder / "root" / "shop.git"))


@pytest.fixture
def host(tmp_path: Path, shop: Built) -> Iterator[Host]:
    with hosting(tmp_path / "root", tmp_path) as host:
        yield host


def seen(host: Host, folder: Path, **options: object) -> RepositorySeen:
    given = {"network": Network(allow_private=True, authority=host.authority), "cache": folder / "cache"}
    return look(host.address(), folder, offline=False, **(given | options))


def the_clone(folder: Path) -> Path:
    (found,) = (folder / "cache" / "clones").glob("*.git")
    return found


def facts(one: RepositorySeen) -> tuple[object, ...]:
    return one.commit, one.branch, one.history, one.code


def test_an_unchanged_remote_is_asked_for_its_references_alone(tmp_path: Path, host: Host) -> None:
    first = seen(host, tmp_path)
    before = host.packs
    assert seen(host, tmp_path) == first
    assert host.packs - before == 1


def test_news_are_fetched_and_what_is_gone_goes(tmp_path: Path, host: Host, shop: Built) -> None:
    seen(host, tmp_path)
    kept = the_clone(tmp_path)
    shop.git("tag", "--delete", "v1.0.0")
    shop.git("branch", "--move", "main", "trunk")
    shop.commit("Sell one thing more", {"src/more.py": NOISE}, at="2026-03-04T10:00:00+00:00")
    shop.git("tag", "v1.0.0/first")  # takes the place of a tag by that name
    publish(shop, tmp_path)
    again = seen(host, tmp_path)
    assert facts(again) == facts(look(shop.folder, tmp_path))
    assert (again.branch, [tag.name for tag in again.history.tags]) == ("trunk", [])
    assert shop.git("--git-dir", str(kept), "for-each-ref", "--format=%(refname)").split() == [
        "refs/heads/trunk",
        "refs/tags/v1.0.0/first",
    ]


def test_a_history_that_was_written_anew_is_followed(tmp_path: Path, host: Host, shop: Built) -> None:
    seen(host, tmp_path)
    shop.git("commit", "--quiet", "--amend", "-m", "Sell things to many people")
    publish(shop, tmp_path)
    assert seen(host, tmp_path).commit == shop.git("rev-parse", "HEAD")


def damaged_pack(clone: Path) -> None:
    for pack in (clone / "objects" / "pack").glob("*.pack"):
        pack.chmod(0o600)
        pack.write_bytes(pack.read_bytes()[:40])


def damaged_head(clone: Path) -> None:
    (clone / "HEAD").write_bytes(b"\0\xff")


def no_objects(clone: Path) -> None:
    for file in (clone / "objects" / "pack").iterdir():
        file.unlink()


def nothing_at_all(clone: Path) -> None:
    for file in clone.iterdir():
        if file.is_file():
            file.unlink()


def no_tree(clone: Path) -> None:
    """Takes away what is found to be missing only while files are read."""
    for file in (clone / "objects" / "pack").glob("*.pack"):
        with file.rename(clone / "pack").open("rb") as pack:
            subprocess.run(["git", "--git-dir", clone, "unpack-objects", "-q"], stdin=pack, env=PLAIN, check=True)
    done = subprocess.run(
        ["git", "--git-dir", clone, "rev-parse", "HEAD^{tree}"], env=PLAIN, check=True, capture_output=True, text=True
    )
    (clone / "objects" / done.stdout[:2] / done.stdout[2:].strip()).unlink()


@pytest.mark.parametrize("harm", [damaged_pack, damaged_head, no_objects, no_tree, nothing_at_all])
def test_a_damaged_clone_is_made_anew(tmp_path: Path, host: Host, harm: object) -> None:
    first = seen(host, tmp_path)
    harm(the_clone(tmp_path))  # type: ignore[operator]
    assert seen(host, tmp_path) == first


def test_what_a_stopped_run_left_behind_is_swept(tmp_path: Path, host: Host, shop: Built) -> None:
    first = seen(host, tmp_path)
    kept = the_clone(tmp_path)
    left = ["HEAD.lock", "packed-refs.lock", "config.lock", "refs/heads/main.lock", "objects/pack/tmp_pack_x"]
    for name in left:
        (kept / name).write_bytes(b"x")
    assert seen(host, tmp_path) == first
    assert not [name for name in left if (kept / name).exists()]


def test_settings_that_were_put_into_a_clone_do_nothing(tmp_path: Path, host: Host, shop: Built) -> None:
    first = seen(host, tmp_path)
    kept = the_clone(tmp_path)
    run = f"touch {tmp_path}/canary"
    (kept / "config").write_text(
        f'[core]\n bare = true\n sshCommand = {run}\n[remote "origin"]\n url = ext::{run}\n vcs = ext\n uploadpack = {run}\n'
        f'[url "ext::{run} "]\n insteadOf = https://\n[include]\n path = {tmp_path}/more\n'
    )
    (kept / "objects" / "info").mkdir(exist_ok=True)
    (kept / "objects" / "info" / "alternates").write_text(f"{shop.folder}/.git/objects\n")
    shop.commit("Sell one thing more", {"src/more.py": NOISE}, at="2026-03-04T10:00:00+00:00")
    publish(shop, tmp_path)
    assert seen(host, tmp_path).history.commits == first.history.commits + 1
    assert not (tmp_path / "canary").exists()
    assert not (kept / "objects" / "info" / "alternates").exists()


def test_a_time_limit_leaves_a_clone_that_the_next_run_can_use(tmp_path: Path, host: Host) -> None:
    with pytest.raises(RepositoryUnreadable, match="not read within"):
        seen(host, tmp_path, timeout=0.05)
    assert seen(host, tmp_path).history.commits == 1


def test_clones_are_the_persons_alone_and_no_work_of_theirs(tmp_path: Path, host: Host) -> None:
    seen(host, tmp_path)
    folder = tmp_path / "cache" / "clones"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_second_run_waits_and_gives_up_at_the_time_limit(tmp_path: Path, host: Host) -> None:
    first = seen(host, tmp_path)
    with the_clone(tmp_path).with_suffix(".lock").open("r+b") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(RepositoryUnreadable, match="not read within"):
            seen(host, tmp_path, timeout=0.3)
        timer = threading.Timer(0.3, fcntl.flock, (other, fcntl.LOCK_UN))
        timer.start()
        assert seen(host, tmp_path) == first
        timer.join()


def test_the_lock_of_a_run_that_is_gone_is_no_obstacle(tmp_path: Path, host: Host) -> None:
    first = seen(host, tmp_path)
    the_clone(tmp_path).with_suffix(".lock").write_text("left behind")
    assert seen(host, tmp_path) == first


def test_one_address_can_be_read_by_several_at_once(tmp_path: Path, host: Host) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: seen(host, tmp_path), range(4)))
    assert len({one.model_dump_json() for one in found}) == 1
    assert the_clone(tmp_path)


def used(folder: Path, name: str, *, on: date, size: int = 1000, **bounds: int) -> None:
    """Uses a clone of an address, as if of that size, on a day."""
    with Keep(folder, on, **bounds).place(name, Deadline.after(60)) as place:
        place.mkdir(exist_ok=True)
        (place / "pack").write_bytes(b"x" * size)


def count(folder: Path) -> int:
    return len(list(folder.glob("*.git")))


def test_a_clone_that_was_not_used_for_long_is_removed(tmp_path: Path) -> None:
    used(tmp_path, "old", on=TODAY - timedelta(days=61))
    used(tmp_path, "new", on=TODAY - timedelta(days=59))
    assert count(tmp_path) == 2
    used(tmp_path, "now", on=TODAY)
    assert count(tmp_path) == 2


def test_the_clones_that_were_used_last_stay_within_the_room(tmp_path: Path) -> None:
    for number in range(6):
        used(tmp_path, f"clone {number}", on=TODAY + timedelta(days=number), limit=3500)
    assert count(tmp_path) == 3
    used(tmp_path, "clone 5", on=TODAY + timedelta(days=9), limit=3500)
    assert count(tmp_path) == 3


def test_a_clone_in_use_is_not_removed(tmp_path: Path) -> None:
    with Keep(tmp_path, TODAY - timedelta(days=99)).place("old", Deadline.after(60)) as place:
        place.mkdir()
        used(tmp_path, "new", on=TODAY)
        assert place.is_dir()
    used(tmp_path, "new", on=TODAY)
    assert not place.is_dir()


def test_a_link_among_the_clones_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("x")
    keep = tmp_path / "clones"
    keep.mkdir()
    os.symlink(tmp_path / "precious", keep / "a.git")
    used(keep, "new", on=TODAY)
    assert (tmp_path / "precious" / "file").read_text() == "x"
