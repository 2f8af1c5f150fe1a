"""What kind of place a location names: a work tree, a bare repository, a bundle, or an https or ssh address."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from folio.repository.git.address import Address, address_of
from folio.repository.git.bounds import RepositoryUnreadable

CONTROL = re.compile(r"[\x00-\x1f\x7f]")

BUNDLE = (b"# v2 git bundle\n", b"# v3 git bundle\n")

OFFLINE = "not looked at, because folio runs offline"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a repository is: a remote address, a bundle file or a git folder; exactly one is set."""

    address: Address | None = None
    bundle: Path | None = None
    git_dir: Path | None = None

    def reachable(self, *, offline: bool) -> Location:
        """Itself; raises RepositoryUnreadable for an address that is not asked."""
        if self.address is not None and offline:
            raise RepositoryUnreadable(f"{OFFLINE}; run it online, or name a local clone")
        return self


def located(location: str, *, base: Path) -> Location:
    """What kind of place `location` names, paths taken from `base`; raises RepositoryUnreadable."""
    if not location or location.startswith("-") or CONTROL.search(location):
        raise RepositoryUnreadable("not an address or a path; write a path, or an https or ssh address")
    if address := address_of(location):
        return Location(address=address)
    path = base / _from_home(location)
    sys.audit("folio.read", str(path))  # that nothing is there may change
    try:
        if path.is_dir():
            return Location(git_dir=_git_folder(path))
        if path.is_file():
            with path.open("rb") as stream:
                if stream.read(16) not in BUNDLE:
                    raise RepositoryUnreadable(
                        "a file that is not a git bundle; make one with 'git bundle create FILE --all'"
                    )
            return Location(bundle=path.absolute())
    except OSError as error:
        raise RepositoryUnreadable(f"{(error.strerror or 'unreadable').lower()}; check the path") from None
    raise RepositoryUnreadable("there is nothing at this path; check it")


def _from_home(location: str) -> Path:
    try:
        return Path(location).expanduser()
    except RuntimeError:
        raise RepositoryUnreadable("in the home folder of a user who is not on this machine; check it") from None


def work_tree(folder: Path) -> Path | None:
    """The top of the git work tree that the folder lies in; None where it is in none."""
    whole = folder.resolve()
    return next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)


def _git_folder(path: Path) -> Path:
    """The folder with git's own files for a work tree or bare repository at `path`."""
    inside = path / ".git"
    if inside.is_file():  # a linked work tree or a submodule says where its repository is
        text = inside.read_text("utf-8", "replace") if inside.stat().st_size < 4096 else ""
        inside = path / text.removeprefix("gitdir:").strip() if text.startswith("gitdir:") else inside
        if (inside / "HEAD").is_file():
            return inside.resolve()
    for candidate in (inside, path):
        if (candidate / "HEAD").is_file() and all((candidate / part).is_dir() for part in ("objects", "refs")):
            return candidate.absolute()
    raise RepositoryUnreadable(
        "a folder that is not a git repository; name the folder that holds .git, or run 'git init'"
    )
