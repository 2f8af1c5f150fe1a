"""Marks: they stand for what was read, and open it only where a client can."""

from __future__ import annotations

from typing import Any

import pytest

from build import a_good_repository, a_hosted, project_said, some_facts
from folio.evidence.model import HostedSeen
from folio.portfolio.badges import badges
from folio.portfolio.site.compose import compose
from folio.portfolio.site.words import site_words
from folio.profile.enclosed import Enclosures
from folio.render.site.folder import render_site
from render.pages import PageRead

CODE = "https://github.com/ada/shop"


def shop(hosted: HostedSeen | None = None, **said: Any) -> Any:
    """Facts whose only project is a shop that was read, from a clone on the person's own machine."""
    project = project_said("shop", **{"repository": "../shop", "skills": ["Python"], **said})
    return some_facts(
        repositories={"shop": a_good_repository()},
        hosted={"shop": hosted} if hosted else {},
        projects=[project],
        articles=[],
        skills=[{"name": "Python", "evidence": ["project:shop"]}],
    )


def opened(**said: Any) -> list[str | None]:
    return [one.href for one in badges(shop(**said).projects[0], "en")]


def test_marks_of_a_clone_that_nobody_else_can_see_open_nothing_on_any_page_and_no_page_calls_it_public() -> None:
    site = render_site(compose(shop(), None, Enclosures({}, {})))
    text = {one.path.removeprefix("docs/"): one.content.decode() for one in site if one.path.endswith((".md", ".txt"))}
    said = site_words("en")
    for path, words in (("index.md", None), ("work/shop/index.md", "evidence"), ("about/index.md", "skills_note")):
        page = PageRead(text[path].split("---\n", 2)[2])
        marks = [(tag, attrs) for tag, attrs in page.elements if (attrs.get("class") or "").startswith("mark ")]
        assert bool(marks) == (path != "about/index.md")
        assert {tag for tag, _ in marks} <= {"span"}
        assert not [attrs for _, attrs in page.elements if "data-href" in attrs]
        assert words is None or said[words] in page.text
    assert not [path for path, one in text.items() if "public" in one or "../shop" in one]


@pytest.mark.parametrize(
    ("said", "open_to_clients"),
    [
        ({}, False),
        ({"code_url": CODE}, True),
        ({"code_url": CODE, "hosted": a_hosted(name="ada/shop")}, True),
        ({"code_url": CODE, "hosted": a_hosted(name="Ada/Shop", private=True)}, False),
        ({"code_url": "https://gitlab.com/ada/mirror", "hosted": a_hosted(name="ada/shop", private=True)}, True),
    ],
)
def test_a_mark_opens_the_code_where_its_address_is_not_known_to_be_private(
    said: dict[str, Any], open_to_clients: bool
) -> None:
    addresses = opened(**said)
    assert len(addresses) > 3
    assert {bool(one) for one in addresses} == {open_to_clients}
