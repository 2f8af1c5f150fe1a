"""What the subjects of findings are called when people read them."""

from __future__ import annotations

from collections.abc import Mapping

from folio.facts import Facts
from folio.readiness.plan import NEW


def subject_names(facts: Facts) -> Mapping[str, str]:
    """The name of each subject that a check can yield."""
    profile = facts.profile
    names = {"profile": "your profile", NEW: "something new"}
    names |= {project.subject: project.claim.title for project in facts.projects if not project.same_as}
    names |= {article.subject: article.title for article in facts.articles}
    names |= {f"work:{work.id}": f"{work.role}, {work.organisation}" for work in profile.work or ()}
    names |= {f"contract:{one.id}": one.deliverable for one in profile.contracts or ()}
    names |= {f"talk:{talk.id}": talk.title for talk in profile.talks or ()}
    names |= {f"reference:{one.id}": one.name for one in profile.references or ()}
    names |= {f"service:{service.id}": service.title for service in profile.services or ()}
    names |= {name: page.url for name, page in facts.pages.items() if name.startswith("link:")}
    names |= {name: name.partition(":")[2] for name in facts.unlisted}
    names |= {
        f"platform:{one.id}": f"your profile on {one.id.replace('-', ' ').title()}" for one in profile.platforms or ()
    }
    names |= {f"language:{one.code}": one.name for one in profile.languages or ()}
    return names


def name_of(subject: str, names: Mapping[str, str]) -> str:
    """The name of a subject; one of several findings on it is told by its number."""
    if subject.startswith(("http://", "https://")):
        return subject
    whole, mark, number = subject.partition("#")
    if whole in names:
        return f"{names[whole]}, no. {number}" if mark else names[whole]
    kind, _, rest = whole.partition(":")
    return names[NEW] if kind == NEW else rest.replace("-", " ") or kind
