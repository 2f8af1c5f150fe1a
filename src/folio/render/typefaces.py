"""The typefaces that a document needs besides those of its theme: for Arabic, Hebrew, Chinese, Japanese and Korean
(and for Greek and Cyrillic where a theme has Latin alone).

Themes name none of them. Each is a family of its own, since WeasyPrint tells the fonts of a PDF apart by family, weight
and slant; with the machine's fonts hidden, any loaded family is used for what the named ones lack, in the order of the
rules. The first is "Folio Others", which a theme may name to have it before the machine's. In a document written from
right to left it is "Folio First", which `alone.conf` and `beside.conf` put before every family: the punctuation of
sentences then comes from the face of the letters, which looks better, and extractors read a line of one font better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from folio.render.fonts import CJK, characters, used_fonts, without_glyph
from folio.resources import cjk_fonts


@dataclass(frozen=True, slots=True)
class Typeface:
    """Two files, as assets of a document."""

    regular: str
    bold: str
    only: str = ""
    """What of it is used, where that is not everything."""

    def covers(self) -> frozenset[int]:
        (font,) = used_fonts(f"asset:/{self.regular}").values()
        return characters(font)

    def rules(self, family: str) -> str:
        only = f";unicode-range:{self.only}" if self.only else ""
        return (
            f'@font-face{{font-family:"{family}";src:url("asset:/{self.regular}"){only}}}'
            f'@font-face{{font-family:"{family}";font-weight:600;src:url("asset:/{self.bold}"){only}}}'
        )


def _own(name: str, only: str = "") -> Typeface:
    return Typeface(f"fonts/{name}-Regular.ttf", f"fonts/{name}-SemiBold.ttf", only)


def _noto(region: str) -> Typeface:
    return Typeface(f"{CJK}NotoSans{region}-Regular.ttf", f"{CJK}NotoSans{region}-Bold.ttf")


HOW_TO_GET_CJK = "pip install 'folio-ready[cjk]'"

NO_LATIN = "U+20-22,U+27-29,U+2C,U+2E,U+3A-3B,U+3F,U+A0,U+AB,U+B7,U+BB,U+590-5FF,U+2010-2027,U+20AA,U+FB1D-FB4F"
WIDE = _own("ibm-plex-sans/IBMPlexSans")
ARABIC = _own("folio-arabic/FolioArabic")
HEBREW = _own("ibm-plex-sans-hebrew/IBMPlexSansHebrew", NO_LATIN)
JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL = map(_noto, ("JP", "KR", "SC", "TC"))

RIGHT_TO_LEFT = {"ar": ARABIC, "ckb": ARABIC, "fa": ARABIC, "ps": ARABIC, "sd": ARABIC, "ug": ARABIC, "ur": ARABIC,
                 "he": HEBREW, "iw": HEBREW, "yi": HEBREW}  # fmt: skip
TRADITIONAL_TAGS = re.compile("(zh|yue)-(.*-)?(hant|tw|hk|mo)", re.IGNORECASE)
KANA = ("\u3040\u30ff", "\u31f0\u31ff", "\uff66\uff9f")
HANGUL = ("\u1100\u11ff", "\u3130\u318f", "\uac00\ud7a3")
EAST_ASIAN = (
    "\u1100\u11ff", "\u2460\u24ff", "\u2e80\ud7a3", "\uf900\ufaff", "\ufe30\ufe4f", "\uff00\uffef",
    "\U00020000\U0003ffff",
)  # fmt: skip
"""First and last characters of ranges; as an expression, these alone would take 10 ms to compile."""


def further_faces(missing: str, language: str) -> str:
    """The `@font-face` rules of the typefaces that have characters of `missing`; "" when there are none.

    The same character looks different in China, Japan and Korea: the `language` of the document decides which comes
    first, and without a word from it the script.
    """
    wanted = set(map(ord, missing))
    rules: list[str] = []
    for typeface in in_order(missing, language):
        if wanted and (drawn := wanted & typeface.covers()):
            first = "Folio First" if typeface is RIGHT_TO_LEFT.get(_primary(language)) else "Folio Others"
            rules.append(typeface.rules(f"Folio Others {len(rules) + 1}" if rules else first))
            wanted -= drawn
    return "".join(rules)


def in_order(missing: str, language: str) -> list[Typeface]:
    """The typefaces that may have `missing`, the language's own first."""
    order = [WIDE, ARABIC, HEBREW]
    first = RIGHT_TO_LEFT.get(_primary(language))
    if _has(missing, EAST_ASIAN) and cjk_fonts() is not None:
        order += [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN]
        first = first or _first_of_east(missing, language)
    return sorted(order, key=lambda each: each is not first)


def _first_of_east(missing: str, language: str) -> Typeface:
    if TRADITIONAL_TAGS.match(language):
        return TRADITIONAL
    named = {"ja": JAPANESE, "ko": KOREAN, "zh": SIMPLIFIED}.get(_primary(language))
    return named or (JAPANESE if _has(missing, KANA) else KOREAN if _has(missing, HANGUL) else SIMPLIFIED)


def _has(text: str, ranges: tuple[str, ...]) -> bool:
    return any(each[0] <= sign <= each[1] for sign in text for each in ranges)


def _primary(language: str) -> str:
    return re.split("[-_]", language.lower())[0]


def in_all_scripts(html: str, *, overrides: Path | None = None) -> str:
    """`html` with the rules for what the typefaces of its own style sheet lack."""
    missing = without_glyph(html, used_fonts(html, overrides=overrides).values())
    language = LANGUAGE.search(html)
    rules = further_faces(missing, language[1] if language else "") if missing else ""
    return html.replace("</head>", f"<style>{rules}</style></head>", 1) if rules else html


LANGUAGE = re.compile("<html[^>]*? lang=[\"']?([A-Za-z0-9-]+)")


def lacks_cjk(missing: str) -> bool:
    """Whether folio's typefaces for Chinese, Japanese and Korean are wanted, and not installed."""
    return cjk_fonts() is None and _has(missing, EAST_ASIAN)
