"""JSON Resume (https://jsonresume.org), in every generation of its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


BESIDE_WORK = ("education", "skills", "projects", "publications", "languages")


def is_one(document: Json) -> bool:
    """Whether a document is JSON Resume: it says who somebody is under `basics`, or names the schema.

    The schema asks for neither; one without them has `work` and at least one more of its lists.
    """
    schema = document.get("$schema")
    if isinstance(document.get("basics"), dict) or (isinstance(schema, str) and "resume-schema" in schema):
        return True
    return isinstance(document.get("work"), list) and any(isinstance(document.get(one), list) for one in BESIDE_WORK)
