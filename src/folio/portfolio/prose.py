"""Markdown of the person's as HTML that can be shown: rendered, highlighted and sanitised; the one maker of `Html`.

Raw HTML in the text is shown as text. What comes out holds no script, style, event handler, form or frame, and links
only to http, https and mailto. Formulas become MathML, which browsers and readers show without any script.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from folio.portfolio.parts import Html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML

MAX_HTML = 400_000
"""Characters; the sanitiser's time grows with the square of nesting, and no article is longer."""

MATH = {
    "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "msup", "msub", "msubsup", "mfrac", "msqrt", "mroot",
    "mover", "munder", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "menclose", "mfenced", "mphantom",
}  # fmt: skip
TAGS = MATH | {
    "p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img", "h2", "h3", "h4",
    "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div", "span", "figure", "figcaption",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height", "loading", "decoding"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "span": {"class"},
    "pre": {"tabindex"},
    "code": {"class"},
    "th": {"class", "scope"},
    "td": {"class"},
    "ol": {"start"},
    "math": {"display", "xmlns"},
    **{tag: {"mathvariant", "stretchy", "fence", "form", "lspace", "rspace", "width", "linethickness", "columnalign"}
       for tag in MATH - {"math"}},
}  # fmt: skip

Locate = Callable[[str], str | None]
"""From the address of a picture in a text to the address to show, or None to leave the picture out."""


def nowhere(address: str) -> None:
    """Leaves every picture out."""


def prose(text: str, *, pictures: Locate = nowhere) -> Html:
    """Running text as HTML blocks. Headings start at the second level: the page's title is its only first one."""
    unmarked = _unmarked(text)
    if unmarked:
        return unmarked
    key = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    asked, marked_up, html = _rendered.get(key, (*earlier.get(key, ({}, None)), None))
    if marked_up is None or any(pictures(address) != found for address, found in asked.items()):
        asked = {}

        def noted(address: str) -> str | None:
            return asked.setdefault(address, pictures(address))

        marked_up, html = str(_renderer().render(text, {"pictures": noted})), None
    html = html if html is not None else _sanitised(marked_up)
    if len(_rendered) >= MOST_RENDERED:
        _rendered.clear()
    _rendered[key] = asked, marked_up, html
    in_use[key] = asked, marked_up
    return html


MOST_RENDERED = 2_000
_rendered: dict[str, tuple[dict[str, str | None], str, Html]] = {}
"""What became of texts, and the pictures that were asked for: `folio serve` shows the same ones again and again."""

MarkedUp = tuple[dict[str, str | None], str]
"""The pictures that a text asked for, and its HTML before it is sanitised."""
earlier: dict[str, MarkedUp] = {}
"""By a text's digest, what an earlier run made of it; nothing of it is shown before it is sanitised again."""
in_use: dict[str, MarkedUp] = {}
"""The same of the texts that were asked for since it was emptied."""


def on_paper(text: str) -> Html:
    """Running text of a document with headings of its own: those in the text are bold, and formulas as they were typed,
    for what lays out documents knows no MathML."""
    return _unmarked(text) or _sanitised(_paper_renderer().render(text, {"pictures": nowhere}))


def phrase(text: str) -> Html:
    """One paragraph's worth of text as inline HTML, for a list item or a table cell; formulas as for `on_paper`."""
    line = " ".join(text.split())
    if _is_unmarked(line):
        return Markup(line)
    return _sanitised(_paper_renderer().renderInline(line, {"pictures": nowhere}))


MARKS = re.compile(r"[\\`*_~\[\]<>&$!]")
"""What Markdown or HTML may take for more than itself within a line."""
SHORT = 10_000


def _is_unmarked(line: str) -> bool:
    """Whether a line is sure to come out as it is: no marks, nothing invisible, no space of another kind."""
    return len(line) < SHORT and line.isprintable() and not MARKS.search(line)


def _unmarked(text: str) -> Html | None:
    """What a renderer and the sanitiser would make of plain paragraphs; None where they have to look themselves.

    Most texts of a profile are such, and importing the parser takes 40 ms. A line that begins with a letter begins
    nothing but a paragraph.
    """
    lines = text.strip("\n").split("\n")
    if not all(not line or (line[0].isalpha() and line == line.strip() and _is_unmarked(line)) for line in lines):
        return None
    paragraphs = re.split("\n\n+", "\n".join(lines))
    return Markup("\n".join(f"<p>{one}</p>" for one in paragraphs if one))


def plain(text: str, limit: int = 0) -> str:
    """The words of Markdown without its marks, as one line; cut at a word's end when `limit` is given."""
    html = re.sub(r"<[^>]+>", " ", str(prose(text)))
    line = " ".join(Markup(html).unescape().split())
    line = re.sub(r"\s+([.,;:!?])", r"\1", line)
    if limit and len(line) > limit:
        line = line[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    return line


def _sanitised(html: str) -> Html:
    import nh3

    clean = nh3.clean(
        html[:MAX_HTML],
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
        strip_comments=True,
    )
    return Markup(clean.strip())


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    from folio.markdown import parser

    markdown = parser(_formula)
    markdown.add_render_rule("image", _image)
    markdown.add_render_rule("heading_open", _heading)
    markdown.add_render_rule("heading_close", _heading)
    markdown.add_render_rule("fence", _code)
    markdown.add_render_rule("code_block", _code)
    markdown.add_render_rule("math_block", _formula_block)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


@lru_cache(maxsize=1)
def _paper_renderer() -> MarkdownIt:
    from folio.markdown import parser

    markdown = parser(_as_typed)
    markdown.add_render_rule("image", _image)
    markdown.add_render_rule("heading_open", _bold)
    markdown.add_render_rule("heading_close", _bold)
    markdown.add_render_rule("fence", _code)
    markdown.add_render_rule("code_block", _code)
    return markdown


def _as_typed(content: str, options: dict[str, Any]) -> str:
    marks = "$$" if options.get("display_mode") else "$"
    return str(escape(f"{marks}{content}{marks}"))


def _formula(content: str, options: dict[str, Any]) -> str:
    from latex2mathml.converter import convert

    try:
        return convert(content, display="block" if options.get("display_mode") else "inline")
    except Exception:  # noqa: BLE001 - the converter has a dozen kinds of error without a common base
        return f"<code>{escape(content)}</code>"


def _formula_block(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    # Focusable like a block of code: a long one scrolls on a phone.
    formula = _formula(tokens[index].content.strip(), {"display_mode": True})
    return f'<div class="math block" tabindex="0">\n{formula}\n</div>\n'


def _highlight(content: str, language: str) -> str:
    from pygments import highlight

    lexer = _lexer(language)
    return str(highlight(content, lexer(stripnl=False), _formatter())) if lexer else str(escape(content))


@lru_cache(maxsize=100)
def _lexer(language: str) -> Any:
    """What takes the code of a language apart; None for what is none."""
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        return find_lexer_class_by_name(language)
    except ClassNotFound:
        return None


@cache
def _formatter() -> Any:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)


def _code(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    language = token.info.strip().partition(" ")[0]
    # Focusable, because a block that scrolls has to be reachable by keyboard.
    return f'<div class="highlight"><pre tabindex="0"><code>{_highlight(token.content, language)}</code></pre></div>\n'


def _image(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    address = env["pictures"](str(token.attrGet("src") or ""))
    words = renderer.renderInlineAsText(token.children or [], options, env)
    if address is None:
        return str(escape(words))
    return f'<img src="{escape(address)}" alt="{escape(words)}" loading="lazy" decoding="async">'


def _heading(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    level = max(int(tokens[index].tag[1]), 2)
    return f"<h{level}>" if tokens[index].nesting == 1 else f"</h{level}>\n"


def _bold(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    return "<p><strong>" if tokens[index].nesting == 1 else "</strong></p>\n"


def _table_open(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    _name_rows(tokens, index)
    return '<div class="folio-table" tabindex="0" role="group" aria-label="Table">\n<table>\n'


def _name_rows(tokens: Any, index: int) -> None:
    """Where the first heading of a table is empty, what stands below it are the headings of the rows."""
    if tokens[index + 4].content:  # after thead, tr and th
        return
    tokens[index + 3].tag = tokens[index + 5].tag = "td"
    for place in range(index + 6, len(tokens)):
        if tokens[place].type == "table_close":
            break
        if tokens[place].type == "tr_open" and tokens[place + 1].type == "td_open":
            tokens[place + 1].tag = tokens[place + 3].tag = "th"
            tokens[place + 1].attrSet("scope", "row")


def _table_close(renderer: RendererHTML, tokens: Any, index: int, options: Any, env: Any) -> str:
    return "</table>\n</div>\n"
