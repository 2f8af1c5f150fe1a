"""What is known of a person for a document: the profile, tailored, and what was seen of it before.

It imports neither what looks nor what scores: a document that is made from what is stored has no use for either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from folio.document import Document
from folio.errors import Problem
from folio.evidence import store
from folio.evidence.model import Evidence
from folio.evidence.privacy import scrubbing
from folio.facts import Facts, derive
from folio.options import Options, state_folder
from folio.profile.enclosed import Enclosures, enclosures
from folio.profile.load import load, locate
from folio.profile.model import Profile
from folio.profile.tailor import tailored, the_target
from folio.profile.target import Target


def own_templates(folder: Path) -> Path | None:
    """The person's own templates, searched before folio's; None when they have none."""
    own = folder / "templates"
    return own if own.is_dir() else None


def loaded(path: str | Path) -> Profile:
    """The profile, with everything checked that documents need as well: themes and languages."""
    from folio.render.looks import unknown_looks

    looks = unknown_looks(own_templates(locate(path).parent))
    return load(path, further=lambda document: (*checks_named(document), *looks(document)))


def checks_named(document: Document) -> Iterable[Problem]:
    """Annotations and proofs that name no check they could. Few profiles name any; importing all checks takes 30 ms."""
    whole = document.data if isinstance(document.data, dict) else {}
    projects = whole.get("projects")
    proofs = [one.get("proof") for one in projects if isinstance(one, dict)] if isinstance(projects, list) else []
    if not whole.get("annotations") and not any(isinstance(one, dict) and one.get("covers") for one in proofs):
        return ()
    from folio.readiness.annotations import unknown_checks

    return unknown_checks(document)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person for one target, from what was seen before; nothing is looked at for it."""

    folder: Path
    facts: Facts
    enclosed: Enclosures
    target: Target | None

    @property
    def templates(self) -> Path | None:
        return own_templates(self.folder)


def known(path: str | Path, options: Options, target: str | None = None) -> Known:
    """The profile tailored to a target, joined to the evidence that is stored.

    Raises FolioError when there is no such target.
    """
    folder = locate(path).parent
    profile = loaded(path)
    chosen = the_target(profile, target) if target else None
    stored = store.load(state_folder(folder, options) / "evidence")
    evidence = Evidence(observations=tuple(map(scrubbing(profile), stored.values())))
    return known_for(profile, chosen, evidence, enclosures(profile, folder), folder, options)


def known_for(
    profile: Profile, target: Target | None, evidence: Evidence, enclosed: Enclosures, folder: Path, options: Options
) -> Known:
    """The same from what was loaded and seen already."""
    tailor = tailored(profile, target)
    facts = derive(tailor, evidence, today=options.today)
    return Known(folder, facts, enclosed, tailor.target(target.id) if target else None)
