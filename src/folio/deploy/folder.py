"""What of a folder is published: a site of folio's, and nothing that is for the person alone."""

from __future__ import annotations

import os
import re
from pathlib import Path

from folio.errors import FolioError
from folio.output import SITE

PLACES = (".", "site", "out/site")
"""Where a site lies in a folder that is named: it is one, or what `folio build` wrote, or where that was written."""
REPORT = "readiness"
PRIVATE = frozenset({".env", ".folio", ".git", "profile.yaml", "profile.yml"})
MAX_BYTES = 1 << 30
"""More than hosts of pages take."""
TITLE = b"<title>Readiness of "
HOST = re.compile(rb"<loc>https?://([^/<:]+)")


def site_in(folder: Path) -> Path:
    """The site that a folder is or holds; raises FolioError where there is none."""
    for place in PLACES:
        if (folder / place / SITE).is_file():
            return folder / place
    what = "holds no site of folio's" if folder.is_dir() else "there is no such folder"
    raise FolioError(f"{folder}: {what}; name the folder that 'folio build' or 'folio site' wrote, such as out")


def files_of(site: Path, *, with_report: bool = False) -> dict[str, bytes]:
    """The files of a site by their paths; with the report of `folio build` beside it where that is asked for.

    Raises FolioError for links, for what is private, and for a report that nobody asked for.
    """
    files = _read(site)
    report = sorted(path for path, content in files.items() if _is_report(path, content, files))
    if report and not with_report:
        what = f"{site}: holds a readiness report ({report[0]}), which is for you alone"
        raise FolioError(f"{what}; take it out, or publish it with --with-readiness")
    if with_report and not report:
        beside = site.resolve().parent / REPORT
        if not (beside / "report.json").is_file():
            raise FolioError(f"{beside}: there is no readiness report; make one with 'folio build'")
        files |= {f"{REPORT}/{path}": content for path, content in _read(beside).items()}
    return dict(sorted(files.items()))


def host_of(files: dict[str, bytes]) -> str | None:
    """The host at which the pages say they are; None where they don't."""
    found = HOST.search(files.get("sitemap.xml", b""))
    return found[1].decode("ascii", "replace").lower() if found else None


def _read(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    size = 0
    for where, folders, names in os.walk(folder, onerror=_unreadable):
        for name in (*folders, *names):
            path = Path(where, name)
            if name.lower() in PRIVATE:
                raise FolioError(f"{path}: is no part of a site, and may be private; take it out")
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                raise FolioError(f"{path}: is a link or no file; a site is published as it lies there, so take it out")
        for name in names:
            path = Path(where, name)
            try:
                content = path.read_bytes()
            except OSError as error:
                _unreadable(error)
            size += len(content)
            if size > MAX_BYTES:
                raise FolioError(f"{folder}: holds over {MAX_BYTES >> 20:,} MB; hosts of pages take no more")
            files[path.relative_to(folder).as_posix()] = content
    return files


def _is_report(path: str, content: bytes, files: dict[str, bytes]) -> bool:
    folder, _, name = path.rpartition("/")
    if name in ("report.json", "report.md") and folder.rpartition("/")[2] == REPORT:
        return True
    return name.endswith(".html") and TITLE in content[:4096]


def _unreadable(error: OSError) -> None:
    raise FolioError(f"{error.filename}: {(error.strerror or 'unreadable').lower()}; make it readable") from None
