"""Which of a commit's files are worth reading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from folio.repository.classify import Kind, ending, kind, language
from folio.repository.git.listing import Entry, Listing, listing
from folio.repository.git.repository import Repository

__all__ = ["Entry", "chosen", "everything", "listed"]

MAX_TEXT = 400_000
MAX_NOTEBOOK = 6_000_000
MAX_FILES = 4_000
MAX_TOTAL = 100_000_000
"""Bytes of all texts together. The three limits above it are the rubric's `scan.file_limits`."""
MAX_UNREAD = 50

DATA_JSON = re.compile(
    r"(package|metrics|results|vercel|now|firebase|app|turbo|tsconfig|composer|service|credentials)[^/]*\.json$"
    r"|(^|/)(nx|project|lerna|deno|devbox|cdk|railway|wrangler|host|staticwebapp\.config|renovate|rush|zappa_settings"
    r"|dockerrun\.aws|vcpkg|model-settings|sqlfluff|captain)\.json$"
    r"|(key|secret|account|schema|devcontainer|eslintrc|prettierrc|biome|renovate)[^/]*\.json$"
)
LOGGED = re.compile(
    r"(^|/)((train(ing)?_?)?(history|metrics|results|log|losses|curves?)\.(csv|tsv|json|jsonl)|trainer_state\.json)$"
)
"""What a training run writes down; one that is long is passed over, because nothing depends on it alone."""
MAX_LOG = 200_000
SCRIPTS = frozenset({".ci", "ci", "bin", "script", "scripts", "tools", "hack", "exec", ".husky"})

BINARY = frozenset([
    "7z", "avi", "avif", "bin", "bmp", "bz2", "class", "dll", "exe", "flac", "gif", "gz", "h5", "hdf5", "ico",
    "jar", "jpeg", "jpg", "mkv", "mov", "mp3", "mp4", "npy", "npz", "o", "ogg", "onnx", "otf", "parquet", "pdf",
    "pickle", "pkl", "png", "pt", "pth", "pyc", "rar", "safetensors", "so", "tar", "tif", "tiff", "ttf", "wasm",
    "wav", "webm", "webp", "woff", "woff2", "xls", "xlsx", "xz", "zip"
])  # fmt: skip
"""Endings of files that are never text; a data set of pictures is passed over by these alone."""


def everything(repository: Repository) -> Listing:
    """What the commit holds; what is worth reading and was left out of the clone is fetched first, in one go."""
    if repository.supply is None:
        return listing(repository)
    wanted = [one.name for one in chosen(listing(repository).entries)[0]]
    repository.need(wanted)
    return listing(repository, wanted=wanted)


def listed(repository: Repository) -> tuple[Entry, ...]:
    """The regular files of the commit, sorted. Links and submodules are left out: they lead elsewhere."""
    return everything(repository).entries


def chosen(entries: Sequence[Entry]) -> tuple[list[Entry], dict[str, str]]:
    """The files to read, and why others that could matter are not read."""
    over: dict[str, str] = {}
    wanted: list[Entry] = []
    for one in entries:
        if not (_matters(one.path) or _is_log(one)):
            continue
        limit = MAX_NOTEBOOK if ending(one.path) == "ipynb" else MAX_TEXT
        if one.size > limit:
            if kind(one.path) is not Kind.GENERATED:
                over[one.path] = f"{one.size:,} bytes; the limit is {limit:,}"
        else:
            wanted.append(one)
    wanted.sort(key=lambda one: (_rank(one.path), one.path.count("/"), one.path))
    total = 0
    for number, one in enumerate(wanted):
        total += one.size
        if number >= MAX_FILES or total > MAX_TOTAL:
            left = wanted[number:]
            named = next((other for other in left if language(other.path)), one)  # code matters to most checks
            over[named.path] = (
                f"not read, and {len(left) - 1:,} more; the limit is {MAX_FILES:,} files and {MAX_TOTAL:,} bytes"
            )
            del wanted[number:]
            break
    return wanted, dict(sorted(over.items())[:MAX_UNREAD])


def _matters(path: str) -> bool:
    if ending(path) in BINARY:
        return False
    what = kind(path)
    if what is Kind.VENDORED:
        return False
    if what is Kind.GENERATED:
        return language(path) == "SQL"
    if what is Kind.EXAMPLE:
        return language(path) is not None or ending(path) == "ipynb"
    if what is Kind.OTHER:
        folder = path.rpartition("/")[0]
        return ending(path) in ("", "txt") and (not folder or folder.rsplit("/", 1)[-1] in SCRIPTS)
    return ending(path) != "json" or DATA_JSON.search(path.lower()) is not None


def _is_log(one: Entry) -> bool:
    if one.size > MAX_LOG or not LOGGED.search(one.path.lower()):
        return False
    return kind(one.path) in (Kind.OTHER, Kind.CONFIG)


def _rank(path: str) -> int:
    """Documents and configuration first: there are few of them and each can decide a fact."""
    if LOGGED.search(path.lower()):
        return 4
    what = kind(path)
    if what in (Kind.DOCS, Kind.CONFIG, Kind.OTHER):
        return 0 if path.count("/") < 2 else 2
    return 1 if what is Kind.SOURCE else 3
