"""A page on the web as what is seen of the article on it, or why none of it is known."""

import re
from datetime import date

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.about import About, about
from folio.evidence.reading.content import ListOfArticles, main_text, without_surroundings
from folio.evidence.reading.days import published
from folio.evidence.reading.html import Element, body, drop, parse, words_of
from folio.evidence.reading.listings import set_listings
from folio.evidence.reading.measure import look
from folio.evidence.reading.notation import set_formulas
from folio.evidence.reading.walls import is_behind_a_wall
from folio.evidence.reading.writer import markdown
from folio.frozen import Frozen
from folio.profile.manuscript import Manuscript

FEW = 40
"""Words; fewer beside a login, a word of apology or an empty frame for scripts are no article."""
NEEDS_SCRIPT = re.compile(r"(?i)enable javascript|javascript (?:is )?(?:required|disabled)|without javascript")
NOT_THERE = re.compile(
    r"(?i)\b(?:404|page not found|not found|seite nicht gefunden|page introuvable|p[aá]gina no encontrada)\b"
)
LIST = "it is a list of articles; give the address of one of them, or name its feed in 'feeds'"
BEHIND_A_WALL = "not everybody can read it to the end; add its Markdown file, or a feed that carries the whole text"
LOGIN = "it asks to log in; give an address that anybody can read"
SCRIPT = "its text appears only with scripts; name a feed that carries it in 'feeds', or add its Markdown file"
GONE = "it says that there is nothing at this address; correct it"
EMPTY = "there is no text on it"


class PageRead(Frozen):
    """What came of reading a page. Exactly one of the two is set."""

    seen: ArticleSeen | None = None
    problem: str | None = None


def read_page(text: str, url: str, today: date) -> PageRead:
    """The article on a page that was fetched from `url`."""
    tree = parse(text)
    said = about(tree, url)
    wall = is_behind_a_wall(tree, said.free)
    form = any((one.get("type") or "").lower() == "password" for one in tree.iter("input"))
    scripted = NEEDS_SCRIPT.search(" ".join(words_of(one) for one in tree.iter("noscript"))) is not None
    heads = " ".join(words_of(one) for one in tree.iter("title", "h1"))
    try:
        seen = _seen(tree, said, published(tree, url, today), url)
    except ListOfArticles:
        return PageRead(problem=LIST)
    if wall:
        return PageRead(problem=BEHIND_A_WALL)
    if seen.words < FEW:
        if form:
            return PageRead(problem=LOGIN)
        if NOT_THERE.search(heads):
            return PageRead(problem=GONE)
        if scripted or _is_shell(tree):
            return PageRead(problem=SCRIPT)
    return PageRead(seen=seen) if seen.words or seen.figures or seen.code_blocks else PageRead(problem=EMPTY)


def read_fragment(text: str, url: str, title: str | None) -> ArticleSeen:
    """A text in HTML without a page around it, as feeds carry them."""
    tree = parse(text)
    set_formulas(tree)
    set_listings(tree)
    return look(Manuscript(markdown(without_surroundings(body(tree)), url), title=title), path=url, by_hand=False)


def _seen(tree: Element, said: About, day: date | None, url: str) -> ArticleSeen:
    set_formulas(tree)
    set_listings(tree)
    root = main_text(body(tree))
    for heading in list(root.iter("h1")):
        if said.title and words_of(heading) in said.title:
            drop(heading)
    text = Manuscript(markdown(root, said.base), said.title, str(day) if day else None, canonical=said.canonical)
    return look(text, path=url, by_hand=False)


def _is_shell(tree: Element) -> bool:
    """A body with scripts and next to nothing else."""
    return any(one.get("id") in ("root", "app", "__next", "___gatsby", "__nuxt") for one in tree.iter("div"))
