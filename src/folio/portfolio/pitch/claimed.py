"""What a pitch would like to prove and folio did not see: for the person, before the client asks."""

from __future__ import annotations

from collections.abc import Iterator

from folio.facts import Facts, ProjectFacts
from folio.portfolio.site.cases import case_study
from folio.profile.offer import Pitch

LOOK = "'folio collect' looks at it"


def remarks(pitch: Pitch, facts: Facts) -> tuple[str, ...]:
    """What to know before this pitch is sent: an offer that has ended, and proof that is only claimed."""
    return tuple(dict.fromkeys((*_ended(pitch, facts), *_claimed(pitch, facts))))


def _ended(pitch: Pitch, facts: Facts) -> Iterator[str]:
    until = pitch.valid_until
    if until and until.last_day < facts.today:
        yield f"the offer ended on {until.last_day}; give a later 'valid_until'"


def _claimed(pitch: Pitch, facts: Facts) -> Iterator[str]:
    for link in pitch.proof:
        kind, _, name = link.partition(":")
        if kind == "project" and (project := facts.project(name)):
            yield from _of_project(project, facts)
        elif kind == "article" and (article := facts.article(name)):
            if not (article.seen and article.counts):
                yield f"article '{name}' is left out: {_why(article.unread, article.counts)}"
        elif kind in ("project", "article"):
            yield f"{kind} '{name}' is left out: no list that the profile names has it yet; {LOOK}"
        else:
            yield f"'{link}' is left out: folio can't see it; name a project or an article that shows it"


def _of_project(project: ProjectFacts, facts: Facts) -> Iterator[str]:
    name = project.claim.id
    if not (project.repository and project.counts):
        yield f"project '{name}' is shown without proof: {_why(project.unread, project.counts)}"
        return
    for one in case_study(project, facts).figures:
        if not one.proven:
            yield (
                f"project '{name}': '{one.what}: {one.value}' is only claimed and left out; "
                "write the number into its README, results file or an article, then run 'folio collect'"
            )


def _why(unread: str | None, counts: bool | None) -> str:
    if counts is False:
        return "it was read and does not count; 'folio score' says why"
    return f"not seen ({unread}); {LOOK}" if unread else f"not seen yet; {LOOK}"
