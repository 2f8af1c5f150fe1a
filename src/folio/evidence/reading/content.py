"""Where on a page the text is, and what in it is not text.

The text is the smallest element that a page marks as one and that still has most of what is written on the page; a page
that marks none has it in the smallest element with nine tenths. Measured on real pages of thirteen kinds against their
Markdown sources, this keeps more of the text and less of what is around it than trafilatura and readability-lxml do
(docs/decisions.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from folio.evidence.reading.furniture import LEADS_AWAY, holds_text, is_around, is_head, is_hidden, is_replies
from folio.evidence.reading.html import Element, drop, words_of
from folio.repository.text import words

CONTAINERS = ("article", "main", "section", "div", "td", "body")
NOT_PROSE = ("a", "nav", "footer", "aside", "button")
NEVER = words(
    "style script template iframe object embed button select input textarea dialog canvas audio video map label option "
    "nav footer rp rt link meta"
)
MARKED = 0.4
"""Of a page's prose, what an element has to have to be the text."""
ENOUGH = 0.85
"""Of that, what a smaller one inside it has to have."""
NEARLY_ALL = 0.9
AROUND_AT_MOST = 0.35
"""Of the text, what can be taken out of it because of its name; `has-sidebar` may be the name of everything."""
HEAD_AT_MOST = 0.1
LISTED = 3
"""Articles with linked headings that make a page a list of them."""


class ListOfArticles(Exception):
    """A page with many articles, such as a blog's first page."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Letters of each element: all, those that are running prose, and the number of elements in it."""

    letters: dict[Element, int]
    prose: dict[Element, int]
    size: dict[Element, int]


def weigh(root: Element) -> Weights:
    letters: dict[Element, int] = {}
    prose: dict[Element, int] = {}
    size: dict[Element, int] = {}
    for element in reversed(list(root.iter())):
        inner = list(element)
        own = len((element.text or "").strip()) + sum(len((one.tail or "").strip()) for one in inner)
        letters[element] = own + sum(letters[one] for one in inner)
        prose[element] = 0 if element.tag in NOT_PROSE else own + sum(prose[one] for one in inner)
        size[element] = 1 + sum(size[one] for one in inner)
    return Weights(letters, prose, size)


def main_text(body: Element) -> Element:
    """The element that the text is in, with nothing else left in it. Raises ListOfArticles."""
    for element in list(body.iter("script", "style", "template")):
        drop(element)
    _without_replies(body)
    weights = weigh(body)
    found = _chosen(body, weights)
    _refuse_lists(found, weights)
    _clean(found)
    return found


def without_surroundings(body: Element) -> Element:
    """A piece of HTML that is a text already, as feeds have them, without what does not belong to it."""
    _clean(body)
    return body


def _without_replies(body: Element) -> None:
    """Takes out what others wrote, however much it is, unless it is all there is."""
    letters = weigh(body).letters
    for element in list(body.iter("div", "section", "ol", "ul", "aside", "article")):
        if is_replies(element) and letters[element] <= NEARLY_ALL * letters[body]:
            drop(element)


def _chosen(body: Element, weights: Weights) -> Element:
    prose = weights.prose
    marked = [one for one in body.iter("article", "main", "section", "div", "td") if holds_text(one)]
    best = max(marked, key=lambda one: prose[one], default=body)
    if best is not body and prose[best] >= MARKED * prose[body]:
        inside = [one for one in marked if prose[one] >= ENOUGH * prose[best]]
    else:
        inside = [one for one in body.iter(*CONTAINERS) if prose[one] >= NEARLY_ALL * prose[body]]
    return min(inside, key=lambda one: weights.size[one])


def _refuse_lists(found: Element, weights: Weights) -> None:
    listed = [one for one in found.iter("article") if one is not found and _has_linked_heading(one)]
    letters = [weights.letters[one] for one in listed]
    if len(listed) >= LISTED and 2 * max(letters) < sum(letters) and 2 * sum(letters) > weights.letters[found]:
        raise ListOfArticles


def _has_linked_heading(article: Element) -> bool:
    return any(one.find(".//a") is not None or _in_link(one, article) for one in article.iter("h1", "h2", "h3", "h4"))


def _in_link(element: Element, within: Element) -> bool:
    for above in element.iterancestors():
        if above is within:
            return False
        if above.tag == "a":
            return True
    return False


def _clean(root: Element) -> None:
    _without_ends(root)
    weights = weigh(root)
    whole = weights.letters[root]

    def share(element: Element) -> float:
        return weights.letters[element] / whole if whole else 0.0

    for element in list(root.iter()):
        if element is root or element.getparent() is None or element.tag in ("pre", "code", "formula"):
            continue
        if element.tag == "noscript":
            _settle(element)
        elif element.tag in NEVER:
            if share(element) <= 0.5:
                drop(element)
        elif element.tag == "header":
            if share(element) <= 2 * HEAD_AT_MOST:
                drop(element)
        elif element.tag in ("aside", "form") or is_around(element) or is_hidden(element):
            if share(element) <= AROUND_AT_MOST and not _is_remark(element, weights):
                drop(element)
        elif element.tag == "article" and _has_linked_heading(element):
            if share(element) <= AROUND_AT_MOST / 2:
                drop(element)
        elif is_head(element) and share(element) <= HEAD_AT_MOST and not _holds_work(element):
            drop(element)


def _without_ends(root: Element) -> None:
    """Takes out what is named below the text for reading on."""
    weights = weigh(root)
    for heading in list(root.iter("h2", "h3", "h4", "h5", "h6")):
        if heading.getparent() is None or not LEADS_AWAY.fullmatch(words_of(heading)):
            continue
        part = heading
        while (above := part.getparent()) is not None and above is not root and words_of(above) == words_of(heading):
            part = above
        rest = [part, *part.itersiblings()]
        if sum(weights.letters[one] for one in rest) <= AROUND_AT_MOST * weights.letters[root]:
            for one in rest:
                drop(one)


def _is_remark(element: Element, weights: Weights) -> bool:
    """An aside of the author's own: mostly prose, and called nothing else."""
    prose = weights.prose
    within = sum(prose[one] for one in element) + len((element.text or "").strip())
    return element.tag == "aside" and not is_around(element) and within > weights.letters[element] / 2


def _holds_work(element: Element) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in ("pre", "table", "figure", "formula"))


def _settle(noscript: Element) -> None:
    """Pictures for readers without scripts are the only ones where a script would have put them."""
    parent = noscript.getparent()
    inside = list(noscript.iter("img"))
    if parent is None or not inside or len(list(parent.iter("img"))) > len(inside):
        drop(noscript)
    else:
        noscript.tag = "span"
