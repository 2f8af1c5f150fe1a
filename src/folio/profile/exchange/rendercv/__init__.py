"""RenderCV's `cv.yaml`, of its first generation (LaTeX) and its second one (Typst).

https://docs.rendercv.com
"""

from __future__ import annotations

from folio.profile.exchange.given import Json


def is_one(document: Json) -> bool:
    """Whether it has the one key that RenderCV asks for."""
    return isinstance(document.get("cv"), dict)
