"""Every picture of a site, made ready side by side and put where pages ask for it."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from folio.errors import FolioError
from folio.portfolio.parts import Picture
from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact
from folio.render.site import image_cache
from folio.render.site.addresses import ATTRIBUTE, TAG
from folio.render.site.images import PORTRAIT, WIDTHS, Shown, responsive
from folio.render.templates import render

COLUMN = "(min-width: 50rem) 44rem, 92vw"
"""How wide a picture among running text is: the column's width, or the window's less its edges."""
FOLD = 400
"""Characters: a picture after so few of them is seen before anybody scrolls."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """A site's pictures: its portfolios with pictures that know where they lie, and those that texts show."""

    portfolios: tuple[Portfolio, ...]
    in_texts: Mapping[str, Shown]
    """By the address that the texts give."""
    artifacts: tuple[Artifact, ...]

    def hang(self, overrides: Path | None) -> Callable[[str], str]:
        """What puts the pictures into a page's texts."""
        return partial(hang, pictures=self.in_texts, overrides=overrides)


def gallery(portfolios: Sequence[Portfolio], cache: Path | None) -> Gallery:
    """Writes every picture of the site in its sizes; raises FolioError with all that can't be."""
    wanted: dict[tuple[str, bytes, str, tuple[int, ...]], None] = {}
    for one in portfolios:
        for picture, name, widths in _own(one):
            wanted[name, picture.content, picture.file, widths] = None
        for path, content in one.assets:
            file = _file(path)
            wanted[PurePosixPath(file).stem, content, file, WIDTHS] = None
    if not wanted:
        return Gallery(tuple(portfolios), {}, ())
    folder = cache / "images" if cache else None
    made, wrong = {}, []
    with ThreadPoolExecutor(min(len(wanted), os.cpu_count() or 1)) as pool:
        futures = {
            job: pool.submit(responsive, job[1], alt="", name=job[0], cache=folder, widths=job[3], file=job[2])
            for job in wanted
        }
    for job, future in futures.items():
        try:
            made[job[:2]] = future.result()
        except FolioError as error:
            wrong.append(str(error))
    if wrong:
        raise FolioError("\n".join(sorted(set(wrong))))
    image_cache.tidy(folder, {image_cache.key(content, widths) for _, content, _, widths in wanted})

    def hung(picture: Picture, name: str) -> Shown:
        return replace(made[name, picture.content], alt=picture.alt)

    return Gallery(
        tuple(
            replace(
                one,
                photo=one.photo and hung(one.photo, "portrait"),
                work=tuple(replace(case, picture=case.picture and hung(case.picture, case.id)) for case in one.work),
            )
            for one in portfolios
        ),
        {path: made[PurePosixPath(_file(path)).stem, content] for one in portfolios for path, content in one.assets},
        tuple({file.path: file for shown in made.values() for file in shown.artifacts}.values()),
    )


def _file(path: str) -> str:
    """What the person's file of a text's picture is called: its site path tells its content as well."""
    return re.sub(r"-[0-9a-f]{8}(?=\.\w+$)", "", PurePosixPath(path).name)


def _own(portfolio: Portfolio) -> list[tuple[Picture, str, tuple[int, ...]]]:
    """The pictures that templates show, with their names and widths."""
    photo = [(portfolio.photo, "portrait", PORTRAIT)] if portfolio.photo else []
    return [*photo, *((case.picture, case.id, WIDTHS) for case in portfolio.work if case.picture)]


def hang(body: str, pictures: Mapping[str, Shown], *, overrides: Path | None = None) -> str:
    """A page's HTML with each `<img>` of a text that shows one of `pictures` written as that picture.

    The first one is loaded at once when it is seen without scrolling, all others when they come near.
    """
    first = True

    def image(found: re.Match[str]) -> str:
        nonlocal first
        if not found[0].startswith("<img "):
            return found[0]
        said = {name.strip().rstrip("="): html.unescape(value) for name, value in ATTRIBUTE.findall(found[0])}
        shown = pictures.get(said.get("src", ""))
        above = first and len(TAG.sub("", body[: found.start()]).split()) * 6 < FOLD
        first = False
        if shown is None:
            return found[0]
        values = {"picture": replace(shown, alt=said.get("alt", "")), "sizes": COLUMN, "lazy": not above}
        return render("site/picture.html.j2", values, overrides=overrides).strip()

    return TAG.sub(image, body)
