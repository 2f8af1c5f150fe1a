"""HTML to one tagged PDF, in memory; the one door to WeasyPrint.

A document reaches nothing but what it is handed: no file, no network, no font of the machine. Every PDF declares
PDF/UA-1 and PDF/A-3a, and carries no date, so that the same input gives the same bytes.
"""

from __future__ import annotations

import contextlib
import gc
import io
import itertools
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.request import OpenerDirector
from xml.etree.ElementTree import SubElement

from folio.durable.held import scratch_folder
from folio.errors import FolioError
from folio.render.fit import Lay, fitted, without_tail
from folio.render.fonts import ALONE, BESIDE, font_files, without_glyph
from folio.render.layout import Layout
from folio.render.mend import clear_ends, mend
from folio.render.quick_import import quick_import, quick_types
from folio.render.typefaces import HOW_TO_GET_CJK, lacks_cjk
from folio.render.xmp import both_standards
from folio.resources import root

SCHEME = "asset:/"

TYPES = {
    "css": "text/css",
    "jpg": "image/jpeg",
    "otf": "font/otf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "webp": "image/webp",
}


ATTACHED = "resume.json"
"""The name of a document's source among its attachments."""
SINCE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day that attachments are dated by, for PDF/A asks for one; a real one would change the bytes."""

_FONTS: ContextVar[Path | None] = ContextVar("fonts", default=None)
"""Where WeasyPrint may keep fonts while it prints."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, how many pages it has, what had to be left out, and what there is to say about it."""

    content: bytes
    pages: int
    left_out: int = 0
    """How many ranks are not in it."""
    fits: bool = True
    warnings: tuple[str, ...] = ()


def pdf(
    html: str,
    *,
    assets: Mapping[str, bytes],
    most_pages: int | None = None,
    parts: int = 0,
    spare: int = 0,
    steps: tuple[str, ...] = (),
    source: bytes = b"",
) -> Printed:
    """`html` as a PDF. What it shows from outside is `asset:/<name>`, a name of `assets`, and nothing else.

    With more than `most_pages`, it is fitted to them (see `fit.fitted`); where that is not enough, it comes longer than
    asked for. `source` is attached to it.

    Raises FolioError when it asks for anything else, has no title or language, or a system library is missing.
    """
    weasyprint = load_weasyprint()
    fetcher = _fetcher(assets)

    with _fonts_in_scratch(), _warnings() as said, _fonts_of(html, assets, said), contextlib.suppress(fetcher.refusal):
        lay = _layer(weasyprint.HTML(string=html, base_url=SCHEME, url_fetcher=fetcher))
        found = fitted(lay, most_pages=most_pages or sys.maxsize, parts=parts, spare=spare, steps=steps)
        found = without_tail(lay, found, steps)
        content = _write(found.laid.document, source, fetcher)
    if fetcher.refused:  # and not only what was raised: WeasyPrint swallows what happens inside a picture
        raise FolioError(fetcher.refused[0])
    return Printed(content, found.laid.pages, found.left_out, found.fits, tuple(dict.fromkeys(said)))


def _layer(parsed: Any) -> Lay[Layout]:
    """Lays a parsed document out, each time with some other style at the end of its head.

    A layout is some 13 MB of objects that know each other; those of earlier ones go before a third.
    """
    last = SubElement(parsed.etree_element.find("head"), "style")
    number = itertools.count()

    def lay(style: str) -> Layout:
        if next(number) > 1:
            gc.collect()
        last.text = style
        document = parsed.render()
        _check(document)
        return Layout(document)

    return lay


def _write(document: Any, source: bytes, fetcher: Any) -> bytes:
    from weasyprint import Attachment

    for page in document.pages:  # WeasyPrint makes a second, untagged link of each element within one
        page.links = [link for link in page.links if link[3].element_tag == "a"]
    document.metadata.include_in_pdf = both_standards(document.metadata)
    attached = [Attachment(string=source, name=ATTACHED, description="The content of this document as JSON Resume",
                           created=SINCE, modified=SINCE, relationship="Source",
                           url_fetcher=fetcher)] if source else []  # fmt: skip
    with clear_ends(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        content: bytes = document.write_pdf(pdf_variant="pdf/a-3a", attachments=attached, finisher=mend)
    return content


def load_weasyprint() -> ModuleType:
    """WeasyPrint, imported quickly; a FolioError says what to install where its system libraries are missing."""
    if "weasyprint" not in sys.modules:
        out = io.StringIO()  # it prints its installation manual before it fails
        try:
            with quick_import(), contextlib.redirect_stdout(out), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                import weasyprint  # noqa: F401
                from weasyprint.text.ffi import ffi

                quick_types(ffi)
                from weasyprint.text import fonts

                fonts.mkdtemp = _font_folder
        except OSError as error:
            raise FolioError(_missing_library(error)) from None
    module: ModuleType = sys.modules["weasyprint"]
    return module


@contextlib.contextmanager
def _fonts_in_scratch() -> Iterator[None]:
    """Takes away the folders of fonts that WeasyPrint makes for a layout and leaves behind when a process ends."""
    with scratch_folder() as folder:
        before = _FONTS.set(folder)
        try:
            yield
        finally:
            _FONTS.reset(before)


def _font_folder(prefix: str = "") -> str:
    return tempfile.mkdtemp(prefix=prefix, dir=_FONTS.get())


class Libraries(NamedTuple):
    """The versions of the libraries that WeasyPrint found."""

    pango: tuple[int, ...]
    harfbuzz: tuple[int, ...]
    subsets: bool
    """Whether HarfBuzz's part is there that makes fonts smaller."""


def libraries() -> Libraries:
    """What WeasyPrint lays out with, as the libraries themselves say; FolioError where they are missing."""
    load_weasyprint()
    from weasyprint.text.ffi import harfbuzz, harfbuzz_subset, pango

    number: int = pango.pango_version()
    return Libraries(
        (number // 10_000, number // 100 % 100, number % 100), _newest(harfbuzz), harfbuzz_subset is not None
    )


def _newest(harfbuzz: Any) -> tuple[int, ...]:
    """HarfBuzz's version, which WeasyPrint only lets be compared: the largest that it is at least, part by part."""
    found: tuple[int, ...] = ()
    for rest in (2, 1, 0):
        part = 0
        while part < 100 and harfbuzz.hb_version_atleast(*found, part + 1, *[0] * rest):
            part += 1
        found = (*found, part)
    return found


def _missing_library(error: OSError) -> str:
    how = {
        "linux": "install it with 'apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0' (Debian, Ubuntu)",
        "darwin": "install it with 'brew install pango'",
    }.get(sys.platform, "see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html")
    return f"PDFs need the Pango library, which this machine lacks ({str(error).splitlines()[0]}); {how}"


def _fetcher(assets: Mapping[str, bytes]) -> Any:
    """WeasyPrint's way to the outside, closed but for `assets`; it notes what it `refused`, and WeasyPrint gives up."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Refusal(FatalURLFetchingError):  # type: ignore[misc]
        pass

    class Fetcher(URLFetcher):  # type: ignore[misc]
        refusal = Refusal

        def __init__(self) -> None:
            OpenerDirector.__init__(self)  # no handler at all: WeasyPrint's own are ready for files and for the web
            self._fail_on_errors = False
            self.refused: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:
            name = url.removeprefix(SCHEME)
            if name == url or name not in assets:
                self.refused.append(
                    f"asks for '{_short(url)}', but a document may only show what folio hands it; "
                    "take the picture or attachment out of the text"
                )
                raise Refusal
            kind = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
            return URLFetcherResponse(url, assets[name], {"Content-Type": kind})

    return Fetcher()


def _short(url: str) -> str:
    return url if len(url) <= 120 else f"{url[:117]}..."


def _check(document: Any) -> None:
    """What PDF/UA asks for and only the template can give; and nothing rides along."""
    if not document.metadata.title or not document.metadata.lang:
        raise FolioError("has no title or no language; give its template <title> and <html lang>")
    if document.metadata.attachments:
        raise FolioError('attaches a file, which a document may not; take the link with rel="attachment" out')


@contextlib.contextmanager
def _fonts_of(html: str, assets: Mapping[str, bytes], said: list[str]) -> Iterator[None]:
    """Hide the machine's fonts from fontconfig, unless the text needs glyphs that no font of the document has; then
    put folio's before them."""
    fonts = font_files(assets)
    missing = without_glyph(html, fonts)
    if missing and fonts:
        how = f"; folio's own come with: {HOW_TO_GET_CJK}" if lacks_cjk(missing) else ""
        said.append(f"no typeface of folio has {' '.join(missing[:10])}; fonts of this machine are used for that{how}")
    before = os.environ.get("FONTCONFIG_FILE")
    if not fonts or (missing and before):  # a person's own configuration stays
        yield
        return
    os.environ["FONTCONFIG_FILE"] = str(root("templates") / "fonts" / (BESIDE if missing else ALONE))
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextlib.contextmanager
def _warnings() -> Iterator[list[str]]:
    """What WeasyPrint logs at the level of a warning or above, instead of printing it."""
    said: list[str] = []
    log = logging.getLogger("weasyprint")
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    handlers, propagate = log.handlers[:], log.propagate
    log.handlers, log.propagate = [handler], False
    try:
        yield said
    finally:
        log.handlers, log.propagate = handlers, propagate
