"""pdftotext of Poppler, where it is installed: looks at the page, and reads its columns one after the other.

`-layout` keeps the page's look in place of that: what stands side by side is in one line, with spaces between.
"""

from __future__ import annotations

import shutil
import subprocess

from folio.ats.lines import Line, plain_lines

SECONDS = 20


def is_there() -> bool:
    """Whether it is on the PATH."""
    return shutil.which("pdftotext") is not None


def read(content: bytes, *options: str) -> tuple[Line, ...]:
    """The lines of a document."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", *options, "-", "-"],
        input=content,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise ValueError(said[0] if said else f"pdftotext ended with status {done.returncode}")
    pages = done.stdout.decode("utf-8", "replace").removesuffix("\f").split("\f")
    return plain_lines(pages)


def read_layout(content: bytes) -> tuple[Line, ...]:
    """The lines of a document as they stand on the page."""
    return read(content, "-layout")
