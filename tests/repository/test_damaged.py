"""Repositories whose own files are broken, missing or lead elsewhere: each is told clearly, and none is changed."""

from __future__ import annotations

import os
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from folio.repository.git.repository import RepositoryUnreadable
from folio.repository.model import RepositorySeen
from repository.build import PLAIN, Built, look
from repository.untouched import untouched

TEXT = "".join(f"line = {number}\n" for number in range(50))


@pytest.fixture
def built(tmp_path: Path) -> Built:
    built = Built(tmp_path / "broken")
    built.commit("Write the first of files", {"a.py": TEXT, "README.md": "# Broken\n"})
    built.commit("Write the second of files", {"b/c.py": TEXT + "more = 1\n"}, at="2026-03-04T10:00:00+00:00")
    return built


def seen(built: Built, **options: object) -> RepositorySeen:
    canary = built.folder.parent / "canary"
    canary.mkdir(exist_ok=True)
    with untouched(built.folder, canary):
        return look(built.folder, built.folder.parent, **options)


def problem(built: Built, **options: object) -> str:
    with pytest.raises(RepositoryUnreadable) as caught:
        seen(built, **options)
    said = str(caught.value)
    assert "\n" not in said
    assert len(said) < 300
    return said


def loose(built: Built, name: str) -> Path:
    name = built.git("rev-parse", name)
    file = built.folder / ".git" / "objects" / name[:2] / name[2:]
    file.chmod(0o600)
    return file


def test_a_missing_blob_is_a_file_that_was_not_read(built: Built) -> None:
    """Without own commits, because what they changed can't be told when it is gone."""
    loose(built, "HEAD:a.py").unlink()
    found = seen(built, own=frozenset())
    assert [(one.path, one.why) for one in found.unread] == [("a.py", "its content is missing from the clone")]
    assert found.files.size is None


@pytest.mark.parametrize("name", ["HEAD", "HEAD^{tree}", "HEAD~1", "HEAD:b"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(file.read_bytes()[:15]), lambda file: file.write_bytes(b"\0" * 40)])  # fmt: skip
def test_a_missing_cut_or_corrupt_object_is_said(built: Built, name: str, harm: Callable[[Path], object]) -> None:
    harm(loose(built, name))
    said = problem(built)
    assert "git fsck" in said or "no commits yet" in said


def test_a_pack_that_is_cut_short_is_said(built: Built) -> None:
    built.git("repack", "-adq")
    (pack,) = (built.folder / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o600)
    pack.write_bytes(pack.read_bytes()[:-120])
    assert "git fsck" in problem(built)


def test_an_index_of_a_pack_that_is_nonsense_is_said(built: Built) -> None:
    built.git("repack", "-adq")
    (index,) = (built.folder / ".git" / "objects" / "pack").glob("*.idx")
    index.chmod(0o600)
    index.write_bytes(os.urandom(2000))
    assert "git fsck" in problem(built) or "no commits yet" in problem(built)


def test_a_tree_that_holds_itself_comes_to_an_end(built: Built) -> None:
    name = built.git("rev-parse", "HEAD^{tree}")
    entry = (
        b"40000 again\0" + bytes.fromhex(name) + b"100644 x.py\0" + bytes.fromhex(built.git("rev-parse", "HEAD:a.py"))
    )
    loose(built, name).write_bytes(zlib.compress(b"tree %d\0" % len(entry) + entry))
    said = problem(built, own=frozenset())
    assert "git fsck" in said or "too large" in said or "memory" in said


def test_replaced_and_grafted_history_is_seen_as_it_was_made(built: Built) -> None:
    honest = seen(built)
    first, second = built.git("rev-parse", "HEAD~1"), built.git("rev-parse", "HEAD")
    other = built.git("commit-tree", "-m", "Say something else here", built.git("rev-parse", "HEAD~1^{tree}"))
    built.git("replace", second, other)
    (built.folder / ".git" / "info").mkdir(exist_ok=True)
    (built.folder / ".git" / "info" / "grafts").write_text(f"{second}\n")
    assert seen(built) == honest
    assert honest.history.commits == 2
    assert first


def test_alternates_lead_to_objects_and_to_nothing_else(built: Built, tmp_path: Path) -> None:
    """As after `git clone --shared`; what is not reachable from the branch is not looked at."""
    elsewhere = Built(tmp_path / "elsewhere")
    elsewhere.commit("Keep this to ourselves", {"unheard.py": "of = 1\n"})
    info = built.folder / ".git" / "objects" / "info"
    info.mkdir(exist_ok=True)
    (info / "alternates").write_text(f"{elsewhere.folder}/.git/objects\n/nonexistent\n/etc\n{info.parent}\n")
    with untouched(elsewhere.folder):
        found = seen(built)
    assert "unheard" not in found.model_dump_json()
    assert found.history.commits == 2


def test_a_shallow_clone_says_so_and_a_nonsense_list_of_its_ends_too(built: Built, tmp_path: Path) -> None:
    shallow = Built.__new__(Built)
    shallow.folder = tmp_path / "shallow"
    built.git("clone", "--quiet", "--depth=1", f"file://{built.folder}", str(shallow.folder))
    assert seen(shallow).history.shallow
    (shallow.folder / ".git" / "shallow").write_text("nonsense\n")
    assert "git can't read it" in problem(shallow)


def test_a_filtered_clone_says_how_to_make_it_whole(built: Built, tmp_path: Path) -> None:
    filtered = Built.__new__(Built)
    filtered.folder = tmp_path / "filtered"
    built.git("config", "uploadpack.allowFilter", "true")
    built.git("clone", "--quiet", "--bare", "--filter=blob:none", f"file://{built.folder}", str(filtered.folder))
    assert "--refetch" in problem(filtered)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("ref: refs/heads/../../../../etc/passwd\n", "not a git repository"),
        ("", "not a git repository"),
        ("ref: refs/heads/.lock\n", "git"),
        ("0" * 40 + "\n", "git"),
        ("\0" * 5000, "not a git repository"),
    ],
)
def test_a_head_that_is_nonsense_is_said(built: Built, head: str, says: str) -> None:
    (built.folder / ".git" / "HEAD").write_text(head)
    try:
        assert seen(built).branch in ("main", None)  # the only branch there is
    except RepositoryUnreadable as error:
        assert says in str(error)


def test_a_head_that_names_a_branch_that_is_not_there_is_read_at_one_that_is(built: Built) -> None:
    (built.folder / ".git" / "HEAD").write_text("ref: refs/heads/nowhere\n")
    assert seen(built).branch == "main"


@pytest.mark.parametrize(
    "part",
    [".git", ".git/HEAD", ".git/config", ".git/packed-refs", ".git/refs/heads/main", ".git/objects/info/alternates"],
)
@pytest.mark.parametrize("kind", ["pipe", "device", "endless link"])
def test_a_pipe_or_device_in_place_of_a_file_ends_at_the_time_limit(built: Built, part: str, kind: str) -> None:
    file = built.folder / part
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        file.rename(built.folder.parent / "moved")
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero" if kind == "device" else file.name)
    try:
        seen(built, timeout=1.5)
    except RepositoryUnreadable as error:
        assert str(error)


def test_a_file_that_leads_to_another_repository_is_followed_to_a_repository_only(built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "leads"
    folder.mkdir()
    for text in ("gitdir: /etc\n", "gitdir: /dev\n", "gitdir: \n", "gitdir: " + "x" * 4000, "\0" * 100, "hello\n"):
        (folder / ".git").write_text(text)
        with pytest.raises(RepositoryUnreadable, match=r"not a git repository|too long"):
            look(folder, tmp_path)


def test_settings_that_name_programs_and_files_do_nothing(built: Built, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    canary.mkdir()
    run = f"touch {canary}/run"
    (tmp_path / "included").write_text(f"[core]\n fsmonitor = {run}\n pager = {run}\n")
    with (built.folder / ".git" / "config").open("a") as stream:
        stream.write(
            f'[include]\n path = {tmp_path}/included\n[includeIf "gitdir:/"]\n path = {tmp_path}/included\n'
            f'[alias]\n cat-file = !{run}\n ls-tree = !{run}\n log = !{run}\n diff-tree = !{run}\n'
            f'[core]\n worktree = {canary}\n editor = {run}\n sshCommand = {run}\n askPass = {run}\n gitProxy = {run}\n'
            f'[gpg]\n program = {run}\n[gpg "ssh"]\n defaultKeyCommand = {run}\n program = {run}\n[log]\n showSignature = true\n'
            f'[diff]\n external = {run}\n[diff "d"]\n textconv = {run}\n command = {run}\n cachetextconv = true\n'
            f'[filter "f"]\n clean = {run}\n smudge = {run}\n process = {run}\n[trailer "t"]\n command = {run}\n'
            f'[submodule "s"]\n url = ext::{run}\n update = !{run}\n[uploadpack]\n packObjectsHook = {run}\n'
            f"[mailmap]\n file = {tmp_path}/included\n blob = HEAD:a.py\n[pager]\n log = {run}\n[trace2]\n normalTarget = {canary}/trace\n"
        )  # fmt: skip
    built.write(
        {
            ".gitattributes": "* filter=f diff=d merge=m\n",
            ".gitmodules": f'[submodule "s"]\n path = s\n url = ext::{run}\n',
        }
    )
    subprocess.run(
        ["git", "add", ".gitattributes", ".gitmodules"], cwd=built.folder, env=PLAIN, check=False, capture_output=True
    )
    for file in canary.iterdir():
        file.unlink()
    found = seen(built)
    assert found.history.commits == 2
    assert list(canary.iterdir()) == []


def test_settings_that_can_not_be_parsed_are_said(built: Built) -> None:
    (built.folder / ".git" / "config").write_text("[core\n")
    assert "git can't read it" in problem(built)
