"""YAMLResume's `resume.yml` (0.9 to 0.16): content, locale and layouts.

https://yamlresume.dev/docs
"""

from __future__ import annotations

from folio.profile.exchange.given import Json


def is_one(document: Json) -> bool:
    """Whether its content is under the key that YAMLResume asks for."""
    content = document.get("content")
    return isinstance(content, dict) and isinstance(content.get("basics"), dict)
