"""Draws the pictures of README.md and docs/how-to/looks.md: the sample's site in every look, in Chromium.

    tools/site_pictures.py            writes docs/images/site.webp and docs/images/site-looks.webp
    tools/site_pictures.py FOLDER     also writes every kind of page, in every look, at three widths, light and dark

Look at them after every change of a look: that is what they are for. Chromium has to be on PATH, or named by CHROME.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from folio.options import Options
from folio.pipeline import assemble
from folio.portfolio.site.model import Look
from folio.render.site.folder import render_site
from folio.render.site.looks import looks
from folio.website.build import build_site

CHECKOUT = Path(__file__).parents[1]
IMAGES = CHECKOUT / "docs" / "images"
TODAY = date(2026, 11, 22)
WIDE, PHONE = (1440, 1080), (390, 1080)
BEHIND = "#d9dde0"
GAP = 16
KINDS = ("", "work/", "work/shelfcast/", "services/", "articles/", "articles/naive-seasonal-baseline/", "about/",
         "resume/", "testimonials/", "questions/", "now/", "contact/", "404.html")  # fmt: skip
WIDTHS = (390, 820, 1440)


def main(every: Path | None) -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="folio-pictures-") as scratch:
        built = dict(sites(Path(scratch)))
        with ThreadPoolExecutor(2) as pool:
            jobs = [
                (look, pool.submit(row, site, Path(scratch) / f"{look}-row")) for look, site in sorted(built.items())
            ]
            rows = {look: job.result() for look, job in jobs}
            if every:
                every.mkdir(parents=True, exist_ok=True)
                list(pool.map(lambda one: shoot(*one), everything(built, every)))
        save(sheet(list(rows.values()), 300), "site-looks")
        save(sheet([rows["grove"]], 420), "site")


def sites(scratch: Path) -> Iterator[tuple[str, Path]]:
    """The sample, built in every look."""
    person = scratch / "lena"
    shutil.copytree(CHECKOUT / "sample_profile", person, ignore=shutil.ignore_patterns(".folio"))
    found = assemble(person, Options(today=TODAY, offline=True))
    for look in looks(None):
        out = scratch / look
        shown = replace(found.portfolio, look=Look(look))
        pages = render_site(shown, documents={"resume.pdf": "Résumé (PDF)"}, cache=scratch / "cache")
        build_site(pages, folder=scratch / f"{look}-pages", out=out)
        yield look, out


def row(site: Path, scratch: Path) -> list[Image.Image]:
    """Home in light and in dark, a case study, and home on a phone."""
    scratch.mkdir()
    wanted = (("", WIDE, False), ("", WIDE, True), ("work/shelfcast/", WIDE, False), ("", PHONE, False))
    return [
        shoot(site, path, size, dark, scratch / f"{number}.png") for number, (path, size, dark) in enumerate(wanted)
    ]


def everything(built: dict[str, Path], folder: Path) -> Iterator[tuple[Path, str, tuple[int, int], bool, Path]]:
    for look, site in sorted(built.items()):
        for path in KINDS:
            for width in WIDTHS:
                for dark in (False, True):
                    name = f"{look}-{path.strip('/').replace('/', '-') or 'home'}-{width}-{'dark' if dark else 'light'}"
                    yield site, path, (width, 3200), dark, folder / f"{name}.png"


def shoot(site: Path, path: str, size: tuple[int, int], dark: bool, file: Path) -> Image.Image:
    """A page as Chromium shows it, without a server."""
    page = site / path / "index.html" if not path.endswith(".html") else site / path
    with tempfile.TemporaryDirectory(prefix="folio-chromium-") as own:
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 "--disable-background-networking", "--no-first-run", "--disable-sync",
                 f"--user-data-dir={own}", f"--window-size={size[0]},{size[1]}",
                 f"--screenshot={file}", *(["--force-dark-mode"] if dark else [])]  # fmt: skip
        subprocess.run([os.environ.get("CHROME", "chromium"), *flags, page.as_uri()], check=True, capture_output=True)
    return Image.open(file).convert("RGB")


def sheet(rows: list[list[Image.Image]], width: int) -> Image.Image:
    """The pictures in rows; those of a phone keep their share of the width."""
    scale = width / WIDE[0]
    small = [[one.resize((round(one.width * scale * (1 if one.width > 800 else 1.4)),
                          round(one.height * scale * (1 if one.width > 800 else 1.4))), Image.Resampling.LANCZOS)
              for one in row] for row in rows]  # fmt: skip
    heights = [min(one.height for one in row) for row in small]
    across = max(sum(one.width + GAP for one in row) for row in small) + GAP
    whole = Image.new("RGB", (across, sum(height + GAP for height in heights) + GAP), BEHIND)
    top = GAP
    for row_, height in zip(small, heights, strict=True):
        left = GAP
        for one in row_:
            whole.paste(one.crop((0, 0, one.width, height)), (left, top))
            left += one.width + GAP
        top += height + GAP
    return whole


def save(picture: Image.Image, name: str) -> None:
    path = IMAGES / f"{name}.webp"
    picture.save(path, "WEBP", quality=82, method=6)
    print(f"{path.relative_to(CHECKOUT)}: {picture.width} x {picture.height}, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
