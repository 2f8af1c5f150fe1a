"""What is read of a page, of good HTML and of HTML that was written to hurt."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.web.page import PageFacts, page_facts

AT = "https://shop.example/a/b?c=1"
LARGEST = 2 * 1024 * 1024


def facts(html: str) -> PageFacts:
    return page_facts(html, AT)


def test_what_a_page_says_of_itself_is_read() -> None:
    found = facts(
        """<!DOCTYPE html><html lang="DE-at"><head><meta charset=koi8-r>
        <title>Größe &amp;
          mehr</title><meta name=Generator content=" Hugo 0.150 "><meta property="og:title" content="Größe">
        <meta name="robots" content="NOINDEX, follow"><link rel=canonical href="/b">
        <script src=/app.js></script><script>document.write("<p>no</p>")</script></head><body>ja"""
    )
    assert (found.title, found.language, found.canonical) == ("Größe & mehr", "de-at", "https://shop.example/b")
    assert (found.generator, found.og_title, found.noindex, found.scripts) == ("Hugo 0.150", "Größe", True, 2)
    assert found.text == "ja"


def test_an_empty_page_says_nothing() -> None:
    found = facts("")
    assert (found.title, found.text, found.text_length, found.links, found.noindex) == (None, "", 0, (), False)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("W<b>o</b>rd", "Word"),
        ("one<br>two<p>three<div>four</div>five", "one two three four five"),
        ("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", "a b c d"),
        ("a<script>b</script><style>c</style><noscript>d<p>e</noscript><template>f</template>g", "ag"),
        ("a<div hidden>b<p>c</div>d<input hidden>e", "ade"),
        ("caf&eacute; &lt;3 &#x1F600; &unknown;", "café <3 😀 &unknown;"),
        ("<!-- a --> b <![CDATA[ c ]]> d", "b d"),
        ("<my-app>a</my-app><p>b", "a b"),
        ("no tags at all", "no tags at all"),
        ("<title>t</title>a<svg><title>s</title></svg>b", "a b"),
        ("a</div></div></p>b", "ab"),
        ("你好 世界", "你好 世界"),
    ],
)
def test_the_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert (facts(html).text, facts(html).text_length) == (text, len(text))


def test_a_long_text_is_kept_in_part_and_measured() -> None:
    found = facts("<p>" + "word " * 3000)
    assert (len(found.text.split()), found.text_length) == (300, 14_999)
    assert len(facts("<p>" + "好" * 100_000).text) == 2000
    assert facts("<p>" + "x" * 1_000_000).text_length == 200_000


def test_links_are_absolute_and_of_the_web() -> None:
    found = facts(
        """<a href="x#part">1</a><a href="/y">2</a><area href="//other.example/z"><a href="?q">3</a><a href="x">4</a>
        <a href="mailto:a@b.example">5</a><a href="javascript:alert(1)">6</a><a href="http://[::1">7</a><a>8</a>
        <a href="ftp://c.example/">9</a><a href=" https://d.
        example/ ">10</a><a href="data:text/html,x">11</a><a href="#top">12</a>"""
    )
    assert found.links == (
        "https://shop.example/a/x",
        "https://shop.example/y",
        "https://other.example/z",
        "https://shop.example/a/b?q",
        "https://d.example/",
        "https://shop.example/a/b?c=1",
    )


def test_a_page_may_have_its_links_begin_elsewhere() -> None:
    assert facts("<base href=/base/><base href=/second/><a href=x>").links == ("https://shop.example/base/x",)
    assert facts("<base href='javascript:x'><a href=x>").links == ("https://shop.example/a/x",)


def test_what_the_author_calls_their_own_is_found_in_links_and_in_the_head() -> None:
    found = facts(
        """<link rel="me" href="https://code.example/ada"><link rel=stylesheet href=/x.css>
        <a rel="nofollow ME noopener" href="https://social.example/@ada">me</a><a rel=menu href=/menu>menu</a>"""
    )
    assert found.me == ("https://code.example/ada", "https://social.example/@ada")
    assert found.links == ("https://social.example/@ada", "https://shop.example/menu")


@pytest.mark.parametrize(
    ("content", "leads"),
    [
        ("0; url=/there", "https://shop.example/there"),
        ("0;URL='https://other.example/'", "https://other.example/"),
        ("5", None),
        ("0; url=", None),
        ("0; url=javascript:alert(1)", None),
    ],
)
def test_a_page_that_leads_on_by_itself_is_told(content: str, leads: str | None) -> None:
    assert facts(f'<meta http-equiv="Refresh" content="{content}">').refresh == leads


def test_what_can_be_filled_in_and_seen_is_counted() -> None:
    found = facts(
        "<form><input><input type=PASSWORD><input type=hidden><select><option>a</select><textarea>b</textarea>"
        "<button>c</button></form><img src=x><video></video><canvas></canvas><iframe src=x></iframe>"
    )
    assert (found.password_field, found.fields, found.media) == (True, 5, 4)
    assert facts("<p>password</p><input name=password>").password_field is False


@pytest.mark.parametrize("content", ["none", "noindex", "index, NoIndex", "noindex,nofollow"])
def test_a_page_that_is_not_to_be_found_is_told(content: str) -> None:
    assert facts(f"<meta name=robots content='{content}'>").noindex
    assert not facts(f"<meta name=description content='{content}'>").noindex


HOSTILE = {
    "nested elements": "<div>" * LARGEST,
    "nested lists": "<ul><li>" * LARGEST,
    "formatting that is never closed": "<b><i><a><p>" * LARGEST,
    "formatting with attributes": "".join(f"<font size={number}>" for number in range(130_000)),
    "end tags that close nothing": "<div>" * 480 + "</p>" * LARGEST,
    "end tags below much": "<div>" * 200_000 + "</p>" * LARGEST,
    "attributes": "<div " + " ".join(f"a{number}" for number in range(300_000)) + ">x",
    "one long attribute": '<a href="' + "x" * LARGEST,
    "a tag that never ends": "<div " + "a " * LARGEST,
    "comments": "<!--x-->" * LARGEST,
    "a comment that never ends": "<!--" + "-" * LARGEST,
    "CDATA": "<![CDATA[" * LARGEST,
    "less than": "<" * LARGEST,
    "entities": "&amp;" * LARGEST,
    "entities that do not exist": "&notanentity" * LARGEST,
    "links": "".join(f"<a href=/{number}>" for number in range(200_000)),
    "tables": "<table><tr>" + "<b>x" * LARGEST,
    "scripts": "<script><!--<script>" * LARGEST,
    "titles": "<title>x</title>" * LARGEST,
    "nothing": "\0" * LARGEST,
    "paragraphs": "<p><b>" * LARGEST,
    "base": "<base href=//x>" * LARGEST,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_was_written_to_hurt_is_read_in_little_room(name: str) -> None:
    """The time is bounded by the suite's own limit: none of these ended within a minute as a tree of nested lists does."""
    tracemalloc.start()
    try:
        found = facts(HOSTILE[name][:LARGEST])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found.links) <= 2000
    assert len(found.text) <= 2000
    assert most < 100 << 20


@given(st.text(max_size=300))
def test_any_text_is_a_page(html: str) -> None:
    assert isinstance(facts(html), PageFacts)


@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<p>", "<a", "href=x>", "</a>", "<title>", "</title>", "<script>", "</script>", "<!--", "-->", "<", ">", "&", '"', "'", "x"])
    )
)  # fmt: skip
def test_any_row_of_tags_is_a_page(tags: list[str]) -> None:
    assert isinstance(facts("".join(tags)), PageFacts)
