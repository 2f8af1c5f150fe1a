"""Where a site is pushed to: a remote of the repository around it, an https or ssh address, or a folder."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from folio.deploy.git import HARMLESS, Git, GitFailed
from folio.errors import FolioError
from folio.repository.git.address import HOST, SCP_LIKE

NAME = re.compile(r"[A-Za-z0-9_][\w.-]*", re.ASCII)
USER = re.compile(r"[A-Za-z0-9_][\w.@+-]*", re.ASCII)
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HOW = "write an https or ssh address, a path, or the name of a remote"


@dataclass(frozen=True, slots=True)
class Remote:
    """A remote to push to, written so that git can read it as nothing else."""

    address: str
    scheme: str
    """How git gets there: "https", "ssh", or "file" for a folder of this machine."""

    def settings(self, token: str | None) -> dict[str, str]:
        """What lets git go there, and by no other way; a token goes into a header, which no list of processes shows."""
        given = {f"protocol.{self.scheme}.allow": "always"}
        if token and self.scheme == "https":
            secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
            given[f"http.{_origin(self.address)}/.extraHeader"] = f"Authorization: Basic {secret}"
            given["credential.helper"] = ""
        return given

    def pack(self, program: str) -> list[str]:
        """The option that keeps the hooks of a folder from running: `program` is upload-pack or receive-pack."""
        return [f"--{program}={HARMLESS} {program}"] if self.scheme == "file" else []


def remote(text: str, around: Path, git: Git) -> Remote:
    """The remote that `text` means: an address, else the name of a remote of the repository around a folder, or a path.

    Raises FolioError where it is none of them, and for addresses that would start a program or show a secret.
    """
    if not text or text.startswith("-") or UNSAFE.search(text.replace(" ", "") if _is_path(text) else text):
        raise FolioError(f"{text!a} is no remote; {HOW}")
    if found := address(text):
        return found
    if NAME.fullmatch(text) and (configured := _configured(text, around, git)):
        url, base = configured
        return address(url) or _folder(base / url, text)
    path = Path(text).expanduser()
    if path.is_dir():
        return _folder(path, text)
    if NAME.fullmatch(text):
        what = f"the repository around {around} has no remote '{text}'"
        raise FolioError(f"{what}; add one with 'git remote add {text} ADDRESS', or name another with --to")
    raise FolioError(f"{text}: there is nothing at this path; {HOW}")


def address(text: str) -> Remote | None:
    """The remote at an address, None for what is none; raises FolioError for one that is not safe."""
    if "://" not in text and "::" not in text:
        found = SCP_LIKE.fullmatch(text)
        return Remote(text, "ssh") if found and not text.startswith("-") else None
    if UNSAFE.search(text):
        raise FolioError(f"{text!a} is no address; {HOW}")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise FolioError(f"{text!a} is no address; {HOW}") from None
    if parts.scheme == "file" and "::" not in text:
        return _file(text, parts.netloc, unquote(parts.path))
    if parts.scheme not in ("https", "ssh") or not text.lower().startswith(f"{parts.scheme}://"):
        raise FolioError(f"'{text.split(':', 1)[0]}' addresses are not pushed to; {HOW}")
    if parts.password is not None:
        what = f"the address at {host} holds a password"
        raise FolioError(f"{what}; take it out, and put a token into FOLIO_DEPLOY_TOKEN or use the ssh address")
    named = parts.username is None or USER.fullmatch(parts.username)
    if not HOST.fullmatch(host) or port == 0 or not named or len(parts.path) < 2 or parts.query or parts.fragment:
        raise FolioError(f"{text!a} is no address of a repository; write it as https://host/path")
    return Remote(text, parts.scheme)


def _file(text: str, host: str, path: str) -> Remote:
    if host or not path.startswith("/"):
        raise FolioError(f"{text}: a file address names no host; write it as file:///path")
    return _folder(Path(path), text)


def _folder(path: Path, said: str) -> Remote:
    if not path.is_dir():
        raise FolioError(f"{said}: there is no folder {path}; check the path")
    return Remote(str(path.resolve()), "file")


def _is_path(text: str) -> bool:
    return "://" not in text and "::" not in text


def _origin(text: str) -> str:
    parts = urlsplit(text)
    return f"https://{parts.netloc.rpartition('@')[2]}"


def _configured(name: str, around: Path, git: Git) -> tuple[str, Path] | None:
    """The address of a remote by its name, and the folder from which a path there counts."""
    try:
        said = git.run("-C", str(around.resolve()), "rev-parse", "--path-format=absolute", "--git-common-dir")
    except GitFailed:
        return None
    common = Path(said.decode("utf-8", "surrogateescape").rstrip("\n"))
    for key in ("pushurl", "url"):
        try:
            found = git.run("config", "--file", str(common / "config"), "--null", "--get-all", f"remote.{name}.{key}")
        except GitFailed:
            continue
        url = found.split(b"\0")[0].decode("utf-8", "replace")
        if url and not url.startswith("-") and not UNSAFE.search(url):
            return url, common.parent if common.name == ".git" else common
    return None
