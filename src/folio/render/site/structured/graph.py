"""The things of one page, joined to a graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from folio.portfolio.site.model import CaseStudy, Essay, Portfolio
from folio.render.site.structured import said, services, work, writing
from folio.render.site.structured.person import offers, person, person_in_full
from folio.render.site.structured.things import Thing, lean, page_id, part_id, person_id, site_id, tied
from folio.render.site.whole import address, rooted

KINDS = {
    "": "ProfilePage",
    "work/": "CollectionPage",
    "articles/": "CollectionPage",
    "about/": "AboutPage",
    "contact/": "ContactPage",
    "questions/": "FAQPage",
}
"""What kind of page lies at a path; a WebPage at any other."""
ABOUT = ("", "about/", "resume/", "contact/")
"""Pages whose subject is the person."""


def for_page(
    portfolio: Portfolio,
    path: str,
    *,
    title: str,
    description: str,
    words: Mapping[str, str],
    case: CaseStudy | None = None,
    essay: Essay | None = None,
    photo: str | None = None,
    image: str | None = None,
) -> Thing:
    """The JSON-LD of the page at `path` of its language.

    `words` are the site's in that language. `photo` is the portrait's site path; `image` the whole address of a picture
    of the page's subject.
    """
    graph: list[Thing] = [_site(portfolio)]
    if path in ABOUT:
        graph.append(person_in_full(portfolio, photo, reachable=path == "contact/"))
        if not path:
            graph[-1] |= offers(portfolio)
    else:
        graph.append(person(portfolio))
    page = _page(portfolio, path, title, description)
    graph.append(page)
    if crumbs := _crumbs(portfolio, path, title, words):
        page["breadcrumb"] = tied(part_id(portfolio, path, "breadcrumb"))
        graph.append(crumbs)
    if subject := _subject(portfolio, path, words, case, essay, image):
        page["mainEntity"] = tied(str(subject["@id"])) if "@type" in subject else subject
        graph += [subject] if "@type" in subject else []
    if path == "questions/" and portfolio.questions:
        page["mainEntity"] = said.questions(portfolio)
    return {"@context": "https://schema.org", "@graph": graph}


def _site(portfolio: Portfolio) -> Thing:
    languages = [one.locale for one in portfolio.alternates] or [portfolio.language]
    return lean(
        {
            "@type": "WebSite",
            "@id": site_id(portfolio),
            "name": portfolio.name,
            "url": rooted(portfolio, ""),
            "inLanguage": languages if len(languages) > 1 else languages[0],
            "publisher": tied(person_id(portfolio)),
        }
    )


def _page(portfolio: Portfolio, path: str, title: str, description: str) -> Thing:
    day = portfolio.now.day if path == "now/" and portfolio.now else None
    return lean(
        {
            "@type": KINDS.get(path, "WebPage"),
            "@id": page_id(portfolio, path),
            "url": address(portfolio, path),
            "name": title,
            "description": description,
            "inLanguage": portfolio.language,
            "isPartOf": tied(site_id(portfolio)),
            # The figures on the home page are counted on this day; no other page says anything of today.
            "dateModified": portfolio.today.isoformat() if not path and portfolio.stats else day,
        }
    )


def _crumbs(portfolio: Portfolio, path: str, title: str, words: Mapping[str, str]) -> Thing | None:
    """The way from the home page to this one, which a page of the site's own kinds shows as its place."""
    if not path:
        return None
    section = path.partition("/")[0]
    way = [(words["home"], "")]
    if path != f"{section}/" and section in words:
        way.append((words[section], f"{section}/"))
    way.append((title.partition(" · ")[0], path))
    return _list(
        "BreadcrumbList",
        part_id(portfolio, path, "breadcrumb"),
        [_step(portfolio, name, where) for name, where in way],
    )


def _step(portfolio: Portfolio, name: str, path: str) -> Thing:
    url = address(portfolio, path)
    return {"name": name, **({"item": {"@type": "WebPage", "@id": url, "url": url}} if url else {})}


def _subject(
    portfolio: Portfolio,
    path: str,
    words: Mapping[str, str],
    case: CaseStudy | None,
    essay: Essay | None,
    image: str | None,
) -> Thing | None:
    """What the page is about: a thing of its own, or the `@id` of one that is in the graph already."""
    listed = part_id(portfolio, path, "list")
    if case:
        return work.work(portfolio, case, image)
    if essay:
        return writing.article(portfolio, essay, image)
    if path in ABOUT:
        return tied(person_id(portfolio))
    if path == "work/" and portfolio.work:
        return _list("ItemList", listed, _named(work.listed(portfolio)))
    if path == "articles/" and portfolio.essays:
        return _list("ItemList", listed, _named(writing.listed(portfolio)))
    if path == "services/" and portfolio.offers:
        offered = (services.service(portfolio, one, words["not_included"]) for one in portfolio.offers)
        return _list("ItemList", listed, ({"item": one} for one in offered))
    if path == "testimonials/" and portfolio.testimonials:
        quoted = (said.quotation(portfolio, one) for one in portfolio.testimonials)
        return _list("ItemList", listed, ({"item": one} for one in quoted))
    return None


def _named(entries: Iterable[tuple[str, str | None]]) -> list[Thing]:
    return [lean({"name": name, "url": url}) for name, url in entries]


def _list(kind: str, id: str, items: Iterable[Thing]) -> Thing:
    return {
        "@type": kind,
        "@id": id,
        "itemListElement": [
            {"@type": "ListItem", "position": position, **item} for position, item in enumerate(items, start=1)
        ],
    }
