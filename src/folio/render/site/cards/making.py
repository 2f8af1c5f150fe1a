"""The cards of a whole site, each drawn once and kept."""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path

from folio.durable.whole import sweep, write_whole
from folio.portfolio.site.model import CaseStudy, Essay, Portfolio
from folio.render.artifact import Artifact
from folio.render.site.cards.card import HEIGHT, WIDTH, Card, card
from folio.render.site.looks import SiteLook
from folio.version import VERSION

RECIPE = 2
"""To be raised when the same card is to look different."""
ENDING = ".png"
BEGIN, END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
"""What every picture of this kind begins and ends with, and none that was cut off."""

log = logging.getLogger("folio")


@dataclass(slots=True)
class Cards:
    """Draws cards as pages ask for them, and knows them all in the end. `cache` is where earlier ones are kept."""

    look: SiteLook
    cache: Path | None
    _made: dict[str, Artifact] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def for_page(
        self,
        portfolio: Portfolio,
        words: Mapping[str, str],
        path: str,
        head: Mapping[str, str],
        case: CaseStudy | None = None,
        essay: Essay | None = None,
    ) -> dict[str, object] | None:
        """What the page's head says of its card: path in the site, size and words; None when there can be none.

        A page whose title can't be drawn has the home page's card. Addresses of pictures have to be whole, so there
        are none as long as nobody knows where the site will be.
        """
        if not portfolio.site_url:
            return None
        title, description = head["title"], head["description"]
        said = card(portfolio, self.look, words, path, title=title, description=description, case=case, essay=essay)
        place = f"assets/cards/{portfolio.prefix}{path}card.png"
        content = self._drawn(said)
        if content is None and path:
            home = {"title": portfolio.name, "description": portfolio.headline}
            return self.for_page(portfolio, words, "", home)
        if content is None:
            return None
        self._made[place] = Artifact(f"docs/{place}", content)
        return {"path": place, "width": WIDTH, "height": HEIGHT, "alt": said.alt}

    def artifacts(self) -> list[Artifact]:
        """All that were asked for; what is kept of others is let go."""
        if self._folder:
            with contextlib.suppress(OSError):
                sweep(self._folder)
                for file in self._folder.glob(f"*{ENDING}"):
                    if file.name not in self._used:
                        file.unlink()
        return list(self._made.values())

    @property
    def _folder(self) -> Path | None:
        return self.cache / "cards" if self.cache else None

    def _drawn(self, said: Card) -> bytes | None:
        digest = hashlib.sha256(repr((VERSION, RECIPE, astuple(said))).encode("utf-8", "replace")).hexdigest()
        name = digest[:32] + ENDING
        self._used.add(name)
        kept = self._folder / name if self._folder else None
        with contextlib.suppress(OSError):
            if kept and _is_whole(known := kept.read_bytes()):
                return known
        from folio.render.site.cards.drawing import draw

        content = draw(said)
        if kept and content:
            try:
                kept.parent.mkdir(parents=True, exist_ok=True)
                write_whole(kept, content)
            except OSError as error:
                log.info("a card is not kept in the cache (%s)", error)
        return content


def _is_whole(content: bytes) -> bool:
    return content.startswith(BEGIN) and content.endswith(END)
