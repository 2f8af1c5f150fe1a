"""Whose site an address is on."""

from __future__ import annotations

import pytest

from folio.evidence.reading.sites import is_on, site_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ada.example/feed", "http://www.ada.example/story?x=1"),
        ("https://ada.example:8080/", "https://ADA.example./story"),
        ("https://blog.ada.example/feed", "https://ada.example/story"),
        ("https://ada.example/feed", "https://blog.ada.example/story"),
        ("https://medium.com/feed/@ada", "https://medium.com/@Ada/story-0f3c"),
        ("https://medium.com/feed/@ada", "https://ada.medium.com/story-0f3c"),
        ("https://medium.com/feed/the-loom", "https://medium.com/the-loom/story-0f3c"),
        ("https://dev.to/feed/ada", "https://dev.to/ada/story"),
        ("https://github.com/ada.atom", "https://github.com/ada/loom"),
        ("https://ada.substack.com/feed", "https://ada.substack.com/p/story"),
        ("https://127.0.0.1/feed", "https://127.0.0.1/story"),
    ],
)
def test_addresses_on_one_persons_site(one: str, other: str) -> None:
    assert is_on(other, [site_of(one)])
    assert is_on(one, ["loom.example", site_of(other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ada.example/feed", "https://bob.example/story"),
        ("https://ada.example/feed", "https://nada.example/story"),
        ("https://medium.com/feed/@ada", "https://medium.com/@bob/story"),
        ("https://medium.com/feed/@ada", "https://bob.medium.com/story"),
        ("https://dev.to/feed/ada", "https://dev.to/bob/story"),
        ("https://github.com/ada", "https://github.com/bob/loom"),
        ("https://ada.substack.com/feed", "https://bob.substack.com/p/story"),
        ("https://substack.com/@ada", "https://bob.substack.com/p/story"),
        ("https://github.io/", "https://bob.github.io/"),
        ("http://example/", "https://bob.example/"),
        ("not an address", "https://bob.example/"),
        ("http://[", "http://["),
    ],
)
def test_addresses_that_may_be_two_peoples(one: str, other: str) -> None:
    assert not is_on(other, [site_of(one)])
    assert not is_on(one, [site_of(other)])
