"""Draws the contact sheets of docs/how-to/{themes,pitch}.md: every theme, on the sample and on invented people.

    tools/contact_sheet.py            writes docs/images/resume-themes.webp, scripts.webp and pitch-themes.webp

Look at them after every change of a theme: that is what they are for.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))

from documents.people import printed as of  # noqa: E402
from folio.documents import letter, pitches, resume  # noqa: E402
from folio.known import known  # noqa: E402
from folio.observing import observe  # noqa: E402
from folio.options import Options  # noqa: E402
from folio.profile.appearance import Appearance  # noqa: E402
from folio.profile.load import load  # noqa: E402
from folio.render.document import Document, printed  # noqa: E402
from folio.render.paper import themes  # noqa: E402

IMAGES = CHECKOUT / "docs" / "images"
TODAY = date(2026, 11, 22)
WIDTH, GAP, LABEL = 330, 14, 18
BEHIND, INK = "#d9dde0", "#1c1f22"

Row = list[tuple[str, bytes, int]]
"""Each a label, a PDF, and which of its pages."""


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="folio-sheet-") as scratch:
        person = Path(scratch) / "lena"
        shutil.copytree(CHECKOUT / "sample_profile", person, ignore=shutil.ignore_patterns(".folio"))
        options = Options(today=TODAY, offline=True)
        observe(load(person), person, options)
        every, sample = themes("resume"), known(person, options)
        rows: list[Row] = []
        for page in (1, 2):
            made = ((theme, pdf(resume(sample, look=Appearance(theme=theme)))) for theme in every)
            rows.append([(f"{theme}, page {page}", content, page) for theme, content in made])
        rows.append([(f"{theme}, all there is", of("minimal", theme).content, 1) for theme in every])
        rows.append([(f"{theme}, page 2 of many", of("long", theme).content, 2) for theme in every])
        draw(rows, "resume-themes")
        scripts = ("german", "japanese", "hebrew", "arabic")
        draw([[(f"{theme}, {one}", of(one, theme).content, 1) for one in scripts] for theme in every], "scripts")
        offers: list[Row] = [[], []]
        for theme in themes("pitch"):
            for row, identifier in zip(offers, ("borgo-teresiano", "luka-koper-logistik"), strict=True):
                row.append((theme, pdf(pitches(sample, identifier, look=Appearance(theme=theme))), 1))
        target = known(person, options, "alto-adriatico")
        for row, theme in zip(offers, ("compact", "bold"), strict=True):
            row.append((f"letter, {theme}", pdf(letter(target, look=Appearance(theme=theme))), 1))
        draw(offers, "pitch-themes")


def pdf(documents: tuple[Document, ...]) -> bytes:
    return printed(documents)[0].artifact.content


def draw(rows: list[Row], name: str) -> None:
    """One picture of all pages, in rows."""
    sheets = [[(label, page_of(content, page)) for label, content, page in row] for row in rows]
    heights = [max(picture.height for _, picture in row) for row in sheets]
    columns = max(map(len, sheets))
    sheet = Image.new(
        "RGB", (GAP + columns * (WIDTH + GAP), GAP + sum(height + LABEL + GAP for height in heights)), BEHIND
    )
    pen, top = ImageDraw.Draw(sheet), GAP
    for row, height in zip(sheets, heights, strict=True):
        for column, (label, picture) in enumerate(row):
            left = GAP + column * (WIDTH + GAP)
            pen.text((left, top), label, fill=INK)
            sheet.paste(picture, (left, top + LABEL))
        top += height + LABEL + GAP
    path = IMAGES / f"{name}.webp"
    with io.BytesIO() as content:
        sheet.save(content, "WEBP", quality=78, method=6)
        path.write_bytes(content.getvalue())
    print(f"{path.relative_to(CHECKOUT)}: {sheet.width} x {sheet.height}, {path.stat().st_size:,} bytes")


def page_of(content: bytes, page: int) -> Image.Image:
    """A page as a picture; the first one where there is no such page."""
    document = pypdfium2.PdfDocument(content)
    chosen = document[min(page, len(document)) - 1]
    picture: Image.Image = chosen.render(scale=2 * WIDTH / chosen.get_width()).to_pil().convert("RGB")
    return picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
