"""A remote repository: what it says it holds, and fetching that without the contents of files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from folio.repository.git.address import Address
from folio.repository.git.bounds import Deadline, GitFailed, RepositoryUnreadable
from folio.repository.git.failures import why_no_copy
from folio.repository.git.network import Network
from folio.repository.git.repository import run
from folio.repository.git.room import Room

MAX_LISTED = 32 << 20
"""Bytes of a remote's list of references; about 400,000 of them."""
MAX_TAGS = 5_000
"""Tags that are fetched; those that could name a version come first."""
CONFIG = """\
[core]
\trepositoryFormatVersion = 1
\tbare = true
[extensions]
\tobjectFormat = {names}
[remote "origin"]
\turl = "{address}"
"""
PROMISE = {"remote.origin.promisor": "true", "remote.origin.partialCloneFilter": "blob:none"}
DETACHED = "refs/folio/head"
"""Where a remote's HEAD is kept when it names no branch."""

ROW = re.compile(r"^([0-9a-f]{40}|[0-9a-f]{64})\t(HEAD|refs/(?:heads|tags)/[^\x00-\x20\x7f~^:?*\[\\]+)$", re.M)
"""An object and a reference whose name means nothing else in a refspec."""
SYMBOLIC = re.compile(r"^ref: (\S+)\tHEAD$", re.M)


@dataclass(frozen=True, slots=True)
class Advertised:
    """What a remote says about itself."""

    commit: str
    branch: str | None
    """The full name of the branch that HEAD names."""
    tags: tuple[tuple[str, str], ...]
    """The full name and the object of each tag."""

    @property
    def wanted(self) -> dict[str, str]:
        """The objects of the references to fetch, by their names in the clone."""
        return dict(self.tags) | {self.branch or DETACHED: self.commit}


@dataclass(frozen=True, slots=True)
class Remote:
    """A remote that may be asked until the deadline."""

    address: Address
    network: Network
    deadline: Deadline

    def advertised(self) -> Advertised:
        """What it holds now; raises RepositoryUnreadable with what to do when it does not say."""
        text = self.address.text
        if text not in self.network.said:
            asked = ["ls-remote", "--symref", "--", text, "HEAD", "refs/heads/*", "refs/tags/*"]
            self.network.said[text] = self._run(asked, limit=MAX_LISTED)
        return _parsed(self.network.said[text])

    def fetch(self, folder: Path, references: Sequence[str], *, everything: bool = False) -> None:
        """Brings references into the bare repository at `folder`, without contents unless it is to be `everything`."""
        lines = [f"+{'HEAD' if name == DETACHED else name}:{name}" for name in references]
        how = ["--refetch", "--no-filter"] if everything else ["--filter=blob:none"]
        self._fetch(folder, [*how, "--update-shallow"], lines, {})

    def fetch_objects(self, folder: Path, names: Sequence[str]) -> None:
        """Brings single objects, in one go."""
        # Without haves: the host would otherwise be told about every commit, and could leave out what is asked for.
        self._fetch(folder, ["--filter=blob:none"], names, {"fetch.negotiationAlgorithm": "noop"})

    def configure(self, folder: Path, names: str) -> None:
        """Writes the settings of the clone at `folder`, whose objects have `names` of that kind.

        Each time, because a folder that came from elsewhere may hold others; and they hold no promise that the remote
        has what is missing, because git would ask for it on the way, object by object, or give up.
        """
        text = self.address.text.replace("\\", "\\\\").replace('"', '\\"')
        (folder / "config").write_text(CONFIG.format(names=names, address=text), "utf-8")

    def _fetch(self, folder: Path, how: Sequence[str], lines: Sequence[str], settings: dict[str, str]) -> None:
        fixed = ["fetch", "--quiet", "--force", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"]
        config = (folder / "config").read_bytes()
        try:
            self._run([*fixed, *how, "--stdin", "origin"], git_dir=folder, lines=lines, settings=settings | PROMISE)
        finally:
            (folder / "config").write_bytes(config)  # git has noted the promise

    def _run(
        self,
        arguments: Sequence[str],
        *,
        git_dir: Path | None = None,
        lines: Sequence[str] = (),
        settings: dict[str, str] | None = None,
        limit: int = 1 << 20,
    ) -> bytes:
        try:
            return run(
                arguments,
                deadline=self.deadline,
                git_dir=git_dir,
                stdin="".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape") if lines else None,
                settings=self.network.settings(self.address) | (settings or {}),
                limit=limit,
                room=Room(git_dir, self.network.room) if git_dir else None,
            )
        except GitFailed as error:
            raise RepositoryUnreadable(why_no_copy(str(error))) from error


def _parsed(listed: bytes) -> Advertised:
    text = listed.decode("utf-8", "surrogateescape")
    objects = {name: value for value, name in ROW.findall(text) if ".." not in name}
    heads = {name for name in objects if name.startswith("refs/heads/")}
    named = SYMBOLIC.search(text)
    branch = named[1] if named else None
    if "HEAD" not in objects:  # it names a branch that is not there
        branch = next(
            (name for name in ("refs/heads/main", "refs/heads/master") if name in heads), min(heads, default="")
        )
    commit = objects.get("HEAD") or objects.get(branch or "")
    if commit is None:
        raise RepositoryUnreadable("it has no commits yet; commit something, or leave it out")
    tags = [(name, value) for name, value in objects.items() if name.startswith("refs/tags/")]
    tags.sort(key=lambda tag: (any(letter.isdigit() for letter in tag[0]), tag))
    return Advertised(commit, branch if branch in heads else None, tuple(sorted(tags[-MAX_TAGS:])))
