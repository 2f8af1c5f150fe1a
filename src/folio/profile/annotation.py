"""What the person says of a result. It is printed beside the result, and changes no figure."""

from typing import Literal

from folio.frozen import Frozen
from folio.profile.fields import Line, Same, Slug

Reason = Literal["not-detected", "not-applicable-here", "test-data", "remediated"]
"""The vocabulary of OpenSSF Scorecard's maintainer annotations, as far as it fits a person's work."""


class Annotation(Frozen):
    """A word on one check, or on one subject of it."""

    check: Slug
    subject: Same | None = None
    """The project, article or other subject it is about, such as `project:shelfcast`; None for the whole check."""
    reason: Reason
    note: Line
