"""The parts that all things are made of: names, addresses and what is left out."""

from __future__ import annotations

from typing import TypeAlias

from markupsafe import Markup

from folio.portfolio.site.model import Portfolio
from folio.render.site.whole import address, rooted

Thing: TypeAlias = dict[str, object]


def lean(thing: Thing) -> Thing:
    """`thing` without what nobody said."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}


def named(name: str) -> Thing:
    """Something of which no more is known than its name."""
    return {"@type": "Thing", "name": name}


def tied(id: str) -> Thing:
    """The thing of the graph that has this `@id`."""
    return {"@id": id}


def page_id(portfolio: Portfolio, path: str) -> str:
    """The `@id` of a page: its address, as far as it is known."""
    return address(portfolio, path) or "#page"


def part_id(portfolio: Portfolio, path: str, part: str) -> str:
    """The `@id` of something on a page."""
    return f"{address(portfolio, path) or ''}#{part}"


def person_id(portfolio: Portfolio) -> str:
    """The `@id` of the person: the same on every page and in every language."""
    return f"{rooted(portfolio, '') or ''}#person"


def site_id(portfolio: Portfolio) -> str:
    return f"{rooted(portfolio, '') or ''}#website"


def text_of(html: Markup) -> str:
    """The words of sanitised HTML."""
    return " ".join(html.striptags().split())
