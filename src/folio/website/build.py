"""Artifacts into a website, by the engine that was asked for; pages that it made before are taken as they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from folio.durable.held import scratch_folder
from folio.durable.locks import in_turn
from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.site.finish import finish
from folio.website.finished import recall, remember
from folio.website.folder import materialise
from folio.website.parts import LOST, Parts, keys, parted, place, to_build

Engine = Literal["mkdocs", "zensical"]


def build_site(
    artifacts: Sequence[Artifact], *, folder: Path, out: Path, engine: Engine = "mkdocs", cache: Path | None = None
) -> None:
    """Make `folder` hold `artifacts`, and `out` the website made from them: a file that is the same is not touched,
    and what is none of theirs is deleted.

    Raises FolioError with everything that the engine would only warn of. Nothing is printed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with in_turn(folder):  # two builds of one profile at once
        materialise(artifacts, folder)
    materialise(website(artifacts, engine=engine, cache=cache), out)


def website(
    artifacts: Iterable[Artifact], *, engine: Engine = "mkdocs", cache: Path | None = None
) -> tuple[Artifact, ...]:
    """The files of the website made from a site's folder, sorted by path.

    In `cache` are kept the pages that were finished before: those alone are built whose own file is another, and all
    when what they share is. The result is the same either way.
    """
    parts = parted(artifacts)
    by_place = keys(parts, engine)
    finished = recall(cache, by_place.values())
    missing = [where for where, key in by_place.items() if key not in finished]
    if missing:
        made = {by_place[where]: page for where, page in _built(parts, missing, engine).items()}
        remember(cache, made, by_place.values())
        finished |= made
    pages = (Artifact(where, finished[key]) for where, key in by_place.items())
    return tuple(sorted([*parts.others, *pages]))


def _built(parts: Parts, missing: Sequence[str], engine: Engine) -> dict[str, bytes]:
    """The pages at the places that are `missing`, by the engine."""
    if engine == "mkdocs":
        from folio.website.with_mkdocs import build
    else:
        from folio.website.with_zensical import build
    with scratch_folder() as scratch:
        folder = scratch.resolve()
        materialise(to_build(parts, missing), folder)
        build(folder, folder / "site")
        return {where: _finished(folder / "site", where, parts) for where in missing}


def _finished(site: Path, where: str, parts: Parts) -> bytes:
    try:
        text = (site / where).read_text(encoding="utf-8")
    except FileNotFoundError:
        made_from = next((page.path for page in parts.pages if place(page) == where), LOST)
        raise FolioError(f"the site could not be built: there is no page for {made_from}") from None
    return finish(text).encode("utf-8")


def finished_pages(state: Path) -> Path:
    """The cache of a person's website."""
    return state / "cache" / "pages"


def get_ready(engine: Engine) -> None:
    """Imports the engine, for whoever has time now and none later; raises FolioError where it is not installed."""
    if engine == "mkdocs":
        from folio.website.with_mkdocs import get_ready as ready
    else:
        from folio.website.with_zensical import get_ready as ready
    ready()
