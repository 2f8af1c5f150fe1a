"""The pages that a site may have, and which of them one person's site has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from folio.portfolio.site.model import Portfolio


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: its name is also the key of its word in the navigation."""

    name: str
    path: str
    template: str
    needs: tuple[str, ...] = ()
    """The fields of Portfolio it lives on; a page that lacks all of them is not written."""
    in_menu: bool = True
    """Else it is linked from the foot of every page."""


BEYOND_HOME = ("experience", "contracts", "skills", "education", "talks", "languages", "more", "readiness")
"""What makes a page about the person more than the home page said again."""

PAGES = (
    Page("home", "", "site/index.md.j2"),
    Page("work", "work/", "site/work.md.j2", ("work",)),
    Page("services", "services/", "site/services.md.j2", ("offers", "terms")),
    Page("articles", "articles/", "site/articles.md.j2", ("essays",)),
    Page("about", "about/", "site/about.md.j2", BEYOND_HOME),
    Page("resume", "resume/", "site/resume.md.j2", ("experience", "contracts")),
    Page("contact", "contact/", "site/contact.md.j2", ("contact", "form")),
    Page("testimonials", "testimonials/", "site/testimonials.md.j2", ("testimonials",), in_menu=False),
    Page("questions", "questions/", "site/questions.md.j2", ("questions",), in_menu=False),
    Page("now", "now/", "site/now.md.j2", ("now",), in_menu=False),
    Page("imprint", "imprint/", "site/imprint.md.j2", ("imprint",), in_menu=False),
    Page("privacy", "privacy/", "site/privacy.md.j2", ("privacy",), in_menu=False),
)
"""In the order of the navigation."""


def shown(portfolio: Portfolio) -> tuple[Page, ...]:
    """The pages that have something to say and are not hidden, in the person's order, then in folio's."""
    wanted = {name: number for number, name in enumerate(portfolio.order)}
    home, *others = _with_content(portfolio)
    return (home, *sorted(others, key=lambda page: wanted.get(page.name, len(wanted))))


def _with_content(portfolio: Portfolio) -> Iterator[Page]:
    for page in PAGES:
        left_out = page.name in portfolio.hidden or (page.name == "resume" and not portfolio.show_resume)
        if not left_out and (not page.needs or any(getattr(portfolio, name) for name in page.needs)):
            yield page


def paths(portfolio: Portfolio, pages: Sequence[Page]) -> list[str]:
    """The site paths that templates may link to: of `pages`, and of the person's own."""
    own = [page.path for page in portfolio.own_pages]
    return list(dict.fromkeys([*(page.path for page in pages), *own]))
