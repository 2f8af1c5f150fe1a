"""Profiles of strangers: nothing of theirs leads out of their folder, and what is taken of them is what they need."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from folio.cohort import cloned
from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked
from folio.cohort.opening import opened, safe_name
from folio.errors import FolioError
from folio.observing import observe
from folio.options import Options
from folio.profile.load import load
from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.git.confined import refuse_outside
from folio.repository.git.opening import opened as open_repository

DAY = date(2026, 8, 1)
ASKED = Asked(Options(DAY, offline=True))
PROFILE = "name: Ada Example\nheadline: Models\nsummary: Models.\ntrack: ml-engineer\nprojects:\n  - {id: a, title: A, summary: A, repository: %s}\n"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *words], cwd=folder, check=True,
                   capture_output=True)  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    files = {
        "profile.yaml": PROFILE % "work.bundle" + "articles:\n  - {id: t, file: texts/t.md}\n"
        "  - {id: u, file: .folio/evidence/project/a.json}\n",
        "work.bundle": "x", "texts/t.md": "# T\n", "texts/t.de.md": "# T\n", "texts/p.png": "x", "texts/run.sh": "x",
        ".folio/evidence/project/a.json": "{}", ".folio/cache/big": "x", "templates/site.md.j2": "x", "secret": "x",
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    os.symlink("/etc/passwd", folder / "texts/q.png")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "-m", "one")
    return folder


def test_of_a_repository_the_profile_and_what_it_encloses_are_taken_and_no_evidence_of_its_own(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def local(_: str, **given: object) -> Iterator[object]:
        with open_repository(str(repository), base=repository, scratch=tmp_path) as found:
            yield found

    monkeypatch.setattr(cloned, "opened", local)
    candidate = Candidate("git.example/ada", "repository", "https://git.example/ada")
    with opened(candidate, Asked(Options(DAY, state=tmp_path / "kept")), tmp_path) as (file, options):
        taken = sorted(str(one.relative_to(file.parent)) for one in file.parent.rglob("*") if one.is_file())
        assert options.stranger
        assert options.state == file.parent / ".folio"
    assert taken == [
        "profile.yaml", "texts/p.png", "texts/t.de.md", "texts/t.md", "work.bundle",
    ]  # fmt: skip
    with opened(candidate, Asked(Options(DAY, state=tmp_path / "kept"), stored=True), tmp_path) as (again, _):
        assert again == file
    with (
        pytest.raises(FolioError, match="nothing of this repository was kept"),
        opened(candidate, Asked(Options(DAY), stored=True), tmp_path),
    ):
        pass


@pytest.mark.parametrize("where", ["../other", "/etc", "~/x", "~root/x", "inside/../../other", "link"])
def test_a_path_out_of_the_folder_is_not_looked_at_and_evidence_says_why(tmp_path: Path, where: str) -> None:
    home = tmp_path / "home"
    (home / "inside").mkdir(parents=True)
    git(tmp_path, "init", "-q", "other")
    os.symlink("../other", home / "link")
    (home / "profile.yaml").write_text(PROFILE % where)
    with opened(Candidate("ada", "folder", str(home / "profile.yaml")), ASKED, tmp_path) as (file, options):
        seen = observe(load(file), home, options).of("git", "project:a")
    assert seen
    assert seen.seen is None
    assert (seen.problem or "").startswith("a path out of the profile's folder is not read for somebody else")


def test_a_repository_that_borrows_from_outside_or_needs_the_runners_key_is_not_read(
    repository: Path, tmp_path: Path
) -> None:
    shutil.copytree(repository / ".git", tmp_path / "mine.git")
    refuse_outside("mine.git", tmp_path)
    refuse_outside("https://git.example/ada/x", tmp_path)
    with pytest.raises(RepositoryUnreadable, match="ssh address"):
        refuse_outside("git@git.example:ada/x.git", tmp_path)
    (tmp_path / "mine.git/objects/info/alternates").write_text(f"{repository}/.git/objects\n")
    with pytest.raises(RepositoryUnreadable, match="takes what it holds from outside"):
        refuse_outside("mine.git", tmp_path)
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree/.git").write_text(f"gitdir: {repository}/.git\n")
    with pytest.raises(RepositoryUnreadable, match="takes what it holds from outside"):
        refuse_outside("tree", tmp_path)


@pytest.mark.parametrize("place", ["profile.yaml", ".folio", ".folio/evidence", ".folio/cache", ".folio/evidence/project",
                                   ".folio/evidence/project/a.json"])  # fmt: skip
def test_a_profile_whose_files_are_links_is_refused(tmp_path: Path, place: str) -> None:
    home = tmp_path / "home"
    (home / place).parent.mkdir(parents=True)
    (home / "profile.yaml").write_text("name: a")
    (home / place).unlink(missing_ok=True)
    os.symlink(tmp_path, home / place)
    with (
        pytest.raises(FolioError, match=f"^{place}: is a link"),
        opened(Candidate("a", "folder", str(home / "profile.yaml")), ASKED, tmp_path),
    ):
        pass


def test_ids_that_no_folder_can_be_called_get_names_that_differ() -> None:
    ids = ["ada", "Ada", "team/ada", "team-ada", "..", "", "a" * 300, "ädä", "con\n", "/etc/passwd"]
    names = [safe_name(one) for one in ids]
    assert names[0] == "ada"
    assert len(set(names)) == len(ids)
    assert all(name and "/" not in name and name.strip(".") == name and len(name) < 100 for name in names)
