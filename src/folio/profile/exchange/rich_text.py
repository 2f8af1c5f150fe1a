"""HTML in other tools' documents, as Markdown: what is said and its lists, and no markup of a stranger's."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from folio.profile.exchange.prose import markdown
from folio.profile.fields import is_web_address

IS_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
UNSEEN = frozenset({"script", "style"})
LINES = frozenset({"p", "div", "br", "ul", "ol", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
TAGS = (
    (re.compile(r"</?(?:strong|b)>", re.IGNORECASE), "**"),
    (re.compile(r"</?(?:em|i)>", re.IGNORECASE), "*"),
    (re.compile(r"<br ?/?>", re.IGNORECASE), "\n"),
)


def from_html(text: str) -> str:
    """Markdown of what may be HTML or plain text; each paragraph and each item of a list on a line of its own."""
    if not IS_HTML.search(text):
        return markdown(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return markdown("".join(reader.found))


def with_markdown(text: str) -> str:
    """Markdown with the few tags of HTML that people put into it, as Markdown says them."""
    for tag, sign in TAGS:
        text = tag.sub(sign, text)
    return text


class _Reader(HTMLParser):
    """Collects text; HTMLParser calls the methods."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._address: str | None = None
        self._unseen = 0
        self._items = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        if tag in LINES:
            self._line("\n- " if tag == "li" else "\n")
        self._items += tag == "li"
        if tag == "a":
            self._address = next((value for name, value in attrs if name == "href"), None)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        self._items -= tag == "li" and self._items > 0
        if tag in LINES:
            self._line("\n")
        if tag == "a" and self._address:
            if is_web_address(self._address) and self._address not in "".join(self.found[-3:]):
                self.found.append(f" <{self._address}>")
            self._address = None

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(re.sub(r"\s+", " ", data))

    def _line(self, begin: str) -> None:
        """Begins a line; within an item, which is one, only another item does."""
        self.found.append(begin if not self._items or begin != "\n" else " ")
