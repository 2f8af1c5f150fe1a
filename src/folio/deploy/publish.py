"""From the files of a site to the tip of a branch: what is there now, what would change, and the push.

The push carries what was seen (`--force-with-lease`): a branch that somebody else moved meanwhile is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from folio.deploy import commit, names
from folio.deploy.failures import refused
from folio.deploy.git import Git, GitFailed
from folio.deploy.remote import Remote
from folio.durable.held import scratch_folder
from folio.errors import FolioError

BEFORE = "refs/folio/before"
CNAME = "CNAME"
ROW = re.compile(rb":\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([A-Z])\d*\0([^\0]*)\0")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published, where, and how."""

    files: Mapping[str, bytes] = field(repr=False)
    remote: Remote
    branch: str
    message: str
    moment: datetime
    domain: str | None = None
    """The custom domain; where there is none, that of the branch stays, unless `drop_domain`."""
    drop_domain: bool = False
    replace: bool = False
    """Whether commits may go that folio did not make."""
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A commit that is ready to be pushed, and what it would change."""

    order: Order
    git: Git
    commit: str
    before: str | None
    """The commit at the branch's tip; None where there is no such branch."""
    domain: str | None
    files: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the branch holds these very files already."""
        return self.before is not None and not (self.added or self.changed or self.removed)


@contextmanager
def prepared(order: Order, git: Git) -> Iterator[Prepared]:
    """The commit, in a repository that is gone after the block; raises FolioError when the remote can't be asked, and
    where its branch holds commits of others.
    """
    git = replace(git, settings={**git.settings, **order.remote.settings(order.token)})
    with scratch_folder() as scratch:
        advertised = _advertised(order, git)
        kind = "sha256" if any(len(one) == 64 for one in advertised.values()) else "sha1"
        folder = Path(scratch, "site.git")
        git.run("init", "--quiet", "--bare", "--template=", f"--object-format={kind}", "--", str(folder))
        git = replace(git, git_dir=folder)
        before = _fetched(order, git) if f"refs/heads/{order.branch}" in advertised else None
        yield _made(order, git, before)


def push(ready: Prepared) -> None:
    """Puts the commit on the branch, if that still is as it was seen; raises FolioError where it takes none."""
    order, ref = ready.order, f"refs/heads/{ready.order.branch}"
    lease = f"--force-with-lease={ref}:{ready.before or ''}"
    how = ["--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", lease]
    pack = order.remote.pack("receive-pack")
    try:
        ready.git.run("push", *how, *pack, "--", order.remote.address, f"{ready.commit}:{ref}")
    except GitFailed as error:
        raise refused(f"{order.remote.address} {order.branch}", str(error)) from None


def _advertised(order: Order, git: Git) -> dict[str, str]:
    """What of the remote concerns the branch: commits by their references."""
    pack = order.remote.pack("upload-pack")
    try:
        listed = git.run("ls-remote", *pack, "--", order.remote.address, "HEAD", f"refs/heads/{order.branch}")
    except GitFailed as error:
        raise refused(order.remote.address, str(error)) from None
    rows = (line.partition("\t") for line in listed.decode("utf-8", "replace").splitlines())
    return {name: value for value, _, name in rows if name}


def _fetched(order: Order, git: Git) -> str:
    """The commit at the branch's tip, brought here with its files; raises FolioError where it is somebody else's."""
    how = ["--quiet", "--depth=1", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"]
    pack = order.remote.pack("upload-pack")
    try:
        git.run("fetch", *how, *pack, "--", order.remote.address, f"+refs/heads/{order.branch}:{BEFORE}")
    except GitFailed as error:
        raise refused(order.remote.address, str(error)) from None
    before = git.run("rev-parse", "--verify", BEFORE).decode().strip()
    if not order.replace and not _own(git, before):
        what = f"the branch '{order.branch}' of {order.remote.address} holds commits that folio did not make"
        raise FolioError(f"{what}; name another --branch, or lose them with --replace")
    return before


def _own(git: Git, tip: str) -> bool:
    # Not what `fetch` left here, where the parents of the tip are cut off; the commit itself still names them.
    return commit.is_own(git.run("cat-file", "commit", tip))


def _made(order: Order, git: Git, before: str | None) -> Prepared:
    files = {**order.files, ".nojekyll": b""}
    if order.drop_domain:
        files.pop(CNAME, None)
    if domain := order.domain or _domain(files, git, before, order):
        files[CNAME] = f"{domain}\n".encode()
    try:
        git.run("fast-import", "--quiet", stdin=commit.stream(files, order.message, order.moment))
        made = git.run("rev-parse", "--verify", commit.REF).decode().strip()
    except GitFailed as error:
        raise FolioError(f"the site can't be committed: {str(error).splitlines()[-1][:200]}") from None
    ready = Prepared(order, git, made, before, domain, len(files))
    if before is None:
        return replace(ready, added=tuple(sorted(files)))
    rows = ROW.findall(git.run("diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", before, made))
    kinds = {kind: tuple(_text(path) for one, path in rows if one == kind) for kind in {one for one, _ in rows}}
    changed = tuple(sorted((*kinds.get(b"M", ()), *kinds.get(b"T", ()))))
    return replace(ready, added=kinds.get(b"A", ()), changed=changed, removed=kinds.get(b"D", ()))


def _domain(files: Mapping[str, bytes], git: Git, before: str | None, order: Order) -> str | None:
    """The domain that the site names itself, else the one that the branch has, if it is one and is to stay."""
    if CNAME in files:
        return names.domain(files[CNAME].decode("utf-8", "replace"))
    if before is None or order.drop_domain:
        return None
    try:
        return names.domain(git.run("cat-file", "blob", f"{before}:{CNAME}").decode("utf-8", "replace"))
    except (GitFailed, FolioError):
        return None


def _text(path: bytes) -> str:
    return path.decode("utf-8", "backslashreplace")
