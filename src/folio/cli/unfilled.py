"""A word on stderr about what a new profile still says in the example's words: no mistake, and never meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from folio.cli.terminal import say
from folio.cli.text import clean
from folio.profile.placeholders import untouched

if TYPE_CHECKING:
    from folio.profile.enclosed import Enclosures
    from folio.profile.model import Profile


SHOWN = 3
"""Texts named of those that a language lacks."""


def warn(path: Path, profile: Profile, overrides: Sequence[str] = ()) -> None:
    """Names every line of the profile at `path` that is still the example's."""
    if not (places := list(untouched(profile))):
        return
    from folio.document import dotted
    from folio.profile.load import document

    written = document(path, overrides)
    for one in places:
        say(f"{clean(str(written.where(one)))}: '{dotted(one)}' is still the example's; write your own", err=True)


def warn_of_languages(path: Path, profile: Profile, enclosed: Mapping[str, Enclosures]) -> None:
    """Says how much of the profile at `path` the further languages of its site lack."""
    from folio.document import dotted, read
    from folio.profile.languages import site_tags
    from folio.profile.load import locate
    from folio.profile.localised import missing_texts

    for tag in site_tags(profile)[1:]:
        document = read(locate(path))
        missing = [dotted(one) for one in missing_texts(document, tag)]
        missing += [one.file for one in profile.articles or () if one.file and one.id not in enclosed[tag].translated]
        if missing:
            first = ", ".join(missing[:SHOWN]) + (", ..." if len(missing) > SHOWN else "")
            what = f"texts without a version in '{tag}', where those in '{profile.language}' stand: {len(missing)}"
            say(f"{clean(document.name)}: {clean(f'{what} ({first})')}", err=True)
