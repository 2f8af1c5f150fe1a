"""Artifacts into a website, by the engine that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from folio.render.artifact import Artifact
from folio.website.folder import finish_folder, materialise

Engine = Literal["mkdocs", "zensical"]


def build_site(artifacts: Sequence[Artifact], *, folder: Path, out: Path, engine: Engine = "mkdocs") -> None:
    """Write `artifacts` into `folder` where they changed, and the website made from them into `out`, which is emptied.

    Raises FolioError with everything that the engine would only warn of. Nothing is printed.
    """
    materialise(artifacts, folder)
    if engine == "mkdocs":
        from folio.website.with_mkdocs import build
    else:
        from folio.website.with_zensical import build
    build(folder, out)
    finish_folder(out)
