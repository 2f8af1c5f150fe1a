"""What is known of a person for a document: the profile, tailored, and what was seen of it before.

It imports neither what looks nor what scores: a document that is made from what is stored has no use for either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from folio.document import Document
from folio.errors import FolioError, Problem
from folio.evidence.model import Evidence
from folio.evidence.stored import stored_evidence
from folio.facts import Facts, derive
from folio.options import Options, state_folder
from folio.profile.enclosed import Enclosures, enclosures, titled
from folio.profile.languages import nearest, site_tags
from folio.profile.load import document, each_of, locate
from folio.profile.model import Profile
from folio.profile.tailor import tailored, the_target
from folio.profile.target import Target
from folio.render.own import own_templates

if TYPE_CHECKING:
    from folio.portfolio.pitch.model import PitchPage
    from folio.portfolio.resume.model import Resume
    from folio.portfolio.site.model import Portfolio
    from folio.profile.appearance import Appearance
    from folio.profile.offer import Pitch
    from folio.readiness.report import Report


RESUME = "resume.pdf"


def loaded_each(path: str | Path, overrides: Sequence[str] = (), *, stranger: bool = False) -> dict[str, Profile]:
    """The profile in each of its languages, its own first, with everything checked that documents need as well: themes
    and languages. `overrides` are as `load` has them; a stranger's own themes are not known."""
    return each_checked(document(path, overrides), locate(path).parent, stranger=stranger)


def each_checked(given: Document, folder: Path, *, stranger: bool = False) -> dict[str, Profile]:
    """The same from a document that was read already, of the profile in `folder`."""
    from folio.render.looks import unknown_looks

    looks = unknown_looks(None if stranger else own_templates(folder))
    return each_of(given, further=lambda one: (*checks_named(one), *looks(one)))


def loaded(path: str | Path) -> Profile:
    """The same in its own language alone."""
    return next(iter(loaded_each(path).values()))


def checks_named(document: Document) -> Iterable[Problem]:
    """Annotations and proofs that name no check they could. Few profiles name any; importing all checks takes 30 ms."""
    whole = document.data if isinstance(document.data, dict) else {}
    projects = whole.get("projects")
    proofs = [one.get("proof") for one in projects if isinstance(one, dict)] if isinstance(projects, list) else []
    if not whole.get("annotations") and not any(isinstance(one, dict) and one.get("covers") for one in proofs):
        return ()
    from folio.readiness.annotations import unknown_checks

    return unknown_checks(document)


def all_enclosed(said: Mapping[str, Profile], folder: Path) -> dict[str, Enclosures]:
    """What the profile encloses in each of its languages; raises FolioError with every file that can't be used."""
    own = next(iter(said))
    found: dict[str, Enclosures] = {}
    wrong: dict[str, None] = {}
    for tag, profile in said.items():
        try:
            found[tag] = enclosures(profile, folder, own=own)
        except FolioError as error:
            wrong |= dict.fromkeys(str(error).splitlines())
    if wrong:
        raise FolioError("\n".join(sorted(wrong)))
    return found


def links(resumes: Mapping[str, Resume]) -> dict[str, str]:
    """The words to link each résumé by, in its own language."""
    return {path: f"{one.words.resume} (PDF)" for path, one in resumes.items()}


@dataclass(frozen=True, slots=True)
class Person:
    """What a person says in each of their languages, and what was seen of it: nothing is looked at for it."""

    folder: Path
    said: Mapping[str, Profile]
    """By language, the profile's own first."""
    evidence: Evidence
    today: date
    enclosed: dict[str, Enclosures] = field(default_factory=dict)
    """By language, as far as it was read already."""
    stranger: bool = False
    """Whose own templates are not used."""
    _known: dict[tuple[str | None, str], Known] = field(default_factory=dict, repr=False, compare=False)

    @property
    def profile(self) -> Profile:
        """The profile in its own language."""
        return next(iter(self.said.values()))

    @property
    def templates(self) -> Path | None:
        return None if self.stranger else own_templates(self.folder)

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the site, the profile's own first."""
        return site_tags(self.profile)

    def known(self, target: str | None = None, locale: str | None = None) -> Known:
        """What is known for one target, in the language that a locale means; without one, in that of the target's
        documents, of all documents, or the profile's own. FolioError when there is no such target."""
        own = self.profile
        wanted = the_target(own, target) if target else None
        locale = locale or (wanted.look.locale if wanted else None) or own.resume.locale or own.language
        key = target, nearest(locale, tuple(self.said))
        if key not in self._known:
            self._known[key] = self._derived(*key)
        return self._known[key]

    def portfolios(self, report: Report | None) -> tuple[Portfolio, ...]:
        """The site in each of its languages; the report is the one on the profile in its own."""
        from folio.portfolio.site.compose import compose
        from folio.portfolio.site.languages import alternates

        every = alternates(self.languages)
        found = (self.known(locale=tag) for tag in self.languages)
        return tuple(compose(one.facts, report, one.enclosed, every) for one in found)

    def resumes(self) -> dict[str, Resume]:
        """The résumé by its path: in the language of documents, and below their tags in the site's further ones."""
        from folio.portfolio.resume.compose import compose_resume

        _, *others = self.languages
        found = {RESUME: self.known()} | {f"{tag}/{RESUME}": self.known(locale=tag) for tag in others}
        return {path: compose_resume(one.facts, one.enclosed) for path, one in found.items()}

    def pitch(self, pitch: Pitch, look: Appearance | None = None) -> PitchPage:
        """A pitch, with the rest of the profile in its language; `look` goes before what the pitch says."""
        from folio.portfolio.pitch.compose import compose_pitch, the_pitch

        here = self.known(locale=(look.locale if look else None) or pitch.language or self.profile.language)
        return compose_pitch(the_pitch(here.facts, pitch.id), here.facts, here.enclosed, look)

    def _derived(self, target: str | None, tag: str) -> Known:
        enclosed = self._enclosures(tag)
        profile = tailored(titled(self.said[tag], enclosed), self.said[tag].target(target) if target else None)
        facts = derive(profile, self.evidence, today=self.today)
        return Known(self.folder, facts, enclosed, profile.target(target) if target else None, self)

    def _enclosures(self, tag: str) -> Enclosures:
        if tag not in self.enclosed:
            self.enclosed[tag] = enclosures(self.said[tag], self.folder, own=next(iter(self.said)))
        return self.enclosed[tag]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person for one target, in one language."""

    folder: Path
    facts: Facts
    enclosed: Enclosures
    target: Target | None
    person: Person

    @property
    def templates(self) -> Path | None:
        return self.person.templates


def known(path: str | Path, options: Options, target: str | None = None, locale: str | None = None) -> Known:
    """What is known from what was seen before, for one target and in one language (see `Person.known`)."""
    return known_person(path, options).known(target, locale)


def known_person(path: str | Path, options: Options) -> Person:
    """What a person says, and what was seen of it before."""
    folder = locate(path).parent
    said = loaded_each(path, options.overrides, stranger=options.stranger)
    evidence = stored_evidence(next(iter(said.values())), state_folder(folder, options) / "evidence")
    return Person(folder, said, evidence, options.today, stranger=options.stranger)
