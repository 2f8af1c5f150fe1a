"""A word on stderr about what a new profile still says in the example's words: no mistake, and never meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from folio.cli.terminal import say
from folio.cli.text import clean
from folio.profile.placeholders import untouched

if TYPE_CHECKING:
    from folio.profile.model import Profile


def warn(path: Path, profile: Profile) -> None:
    """Names every line of the profile at `path` that is still the example's."""
    if not (places := list(untouched(profile))):
        return
    from folio.document import dotted, read
    from folio.profile.load import locate

    document = read(locate(path))
    for one in places:
        say(f"{clean(str(document.where(one)))}: '{dotted(one)}' is still the example's; write your own", err=True)
