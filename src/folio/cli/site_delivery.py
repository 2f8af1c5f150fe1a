"""What `folio site` ends with: pages are built and written, and it is said where they are.

As with `delivery`, this may happen in another process than the one that composed them.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio import kept
from folio.cli.delivery import said, said_as_json
from folio.cli.progress import progress

if TYPE_CHECKING:
    from folio.pages import Pages
    from folio.website.build import Engine


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """A site to build, and where it goes; `place` and `inputs` are as `delivery.Order` has them."""

    pages: Pages
    out: Path
    engine: Engine
    place: Path | None = None
    inputs: kept.Inputs | None = None
    hint: str = ""
    """What to look over in the profile."""
    quiet: bool = False
    as_json: bool = False


def get_ready() -> None:
    """Imports what building will take, while the pages are composed elsewhere."""
    from folio import pages, site  # noqa: F401 - for the unpickling
    from folio.website.build import get_ready

    said = (*sys.argv, *(value for name, value in os.environ.items() if name.startswith(kept.OPTIONS)))
    get_ready("zensical" if any("zensical" in word for word in said) else "mkdocs")


def deliver(order: SiteOrder) -> None:
    """Builds and writes the site; raises FolioError when it can't be."""
    from folio.site import write_site

    with progress(order.quiet) as shown:
        shown.within("building the pages and printing the documents")
        files = write_site(order.pages, order.out, order.engine)
    pages = sum(1 for one in files if one.path.endswith("index.html"))
    _say_where(order.out, pages, order.hint, as_json=order.as_json)
    if order.place is not None and order.inputs is not None:
        hashes = {one.path: hashlib.sha256(one.content).hexdigest() for one in files}
        about = {"out": str(order.out), "pages": pages, "files": hashes, "hint": order.hint, "json": order.as_json}
        kept.remember(order.place, sys.argv[1:], order.inputs, kept.Answer(about, ()))


def repeat(answer: kept.Answer) -> bool:
    """Whether the site is still there, whole and as it was left; says so where it is."""
    out = answer.about["out"]
    hashes = dict(answer.about["files"])
    for at, _, names in os.walk(out):
        for name in names:
            path = os.path.join(at, name)
            try:
                with open(path, "rb") as file:
                    found = hashlib.sha256(file.read()).hexdigest()
            except OSError:
                return False
            if hashes.pop(os.path.relpath(path, out).replace(os.sep, "/"), None) != found:
                return False
    if hashes:
        return False
    _say_where(Path(out), answer.about["pages"], answer.about["hint"], as_json=answer.about["json"])
    return True


def _say_where(out: Path, pages: int, hint: str, *, as_json: bool) -> None:
    if as_json:
        said_as_json({"out": str(out), "pages": pages})
    else:
        said(f"{out}{os.sep} ({pages} {'page' if pages == 1 else 'pages'})")
    if hint:
        said(hint, sys.stderr)
