"""A piece of HTML as the Markdown that says the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.evidence.reading.html import body, parse
from folio.evidence.reading.writer import markdown
from folio.markdown import outline, words

BASE = "https://ada.example/posts/story/"


def written(html: str) -> str:
    return markdown(body(parse(html)), BASE)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>A <em>heading</em><br>in two lines</h2>", "## A heading in two lines"),
        ("<p>One\n  line</p>text<div>block</div>", "One line\n\ntext\n\nblock"),
        ("one<br>line<br><br>another", "one line\n\nanother"),
        ("<p>2 * 3 _and_ [this] `too` &lt;b&gt;</p>", "2 \\* 3 \\_and\\_ &#91;this&#93; \\`too\\` &lt;b>"),
        ("<p># no heading</p><p>1. no list</p><p>- nor this</p>", "\\# no heading\n\n1\\. no list\n\n\\- nor this"),
        ("<p>See <a href='../two/?a=1#b'>two</a>.</p>", "See [two](<https://ada.example/posts/two/?a=1#b>)."),
        ("<p><a href='javascript:alert(1)'>no</a> <a href='file:///etc'>no</a> <a href='#x'>no</a></p>", "no no no"),
        ("<a href='/x'><div><h3>A card</h3></div></a>", "### A card\n\n[](<https://ada.example/x>)"),
        ("<ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul>", "- one\n\n  - two\n- three"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n1. two"),
        ("<blockquote><p>said</p><p>twice</p></blockquote>", "> said\n>\n> twice"),
        ("<p>Use <code>a `tick`</code> and <kbd>x</kbd></p>", "Use `` a `tick` `` and `x`"),
        ("<p>noted<sup><a href='#fn1'>1</a></sup> and 2<sup>nd</sup></p>", "noted and 2nd"),
        ("<p>co&shy;operate\u200b now&nbsp;then</p>", "cooperate now then"),
        ("<dl><dt>term</dt><dd>what it is</dd></dl>", "term\n\nwhat it is"),
    ],
)
def test_html_becomes_the_markdown_that_says_the_same(html: str, expected: str) -> None:
    assert written(html) == expected + "\n"


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ("<img src='a.png'>", ("https://ada.example/posts/story/a.png",)),
        ("<img src='data:image/gif;base64,R0lGOD' data-src='/b.png'>", ("https://ada.example/b.png",)),
        ("<img srcset='/c.png 1x, /d.png 2x'>", ("https://ada.example/c.png",)),
        (f"<img src='data:image/png;base64,{'A' * 600}'>", ("#embedded",)),
        ("<figure><svg><path/></svg></figure>", ("#embedded",)),
        ("<svg viewBox='0 0 800 400'></svg>", ("#embedded",)),
        ("<svg width='16' height='16'></svg>", ()),
        ("<img src='/_/stat?x' width='1' height='1'>", ()),
        ("<img src='/a.png' class='emoji'>", ()),
        ("<img src='https://secure.gravatar.com/avatar/1'>", ()),
        ("<img src='javascript:alert(1)'>", ()),
        ("<picture><source srcset='/e.webp'><img src='/e.png'></picture>", ("https://ada.example/e.png",)),
    ],
)
def test_figures_are_pictures_that_show_something(html: str, pictures: tuple[str, ...]) -> None:
    assert outline(written(html)).images == pictures


def test_tables_of_data_are_tables_and_tables_that_set_things_beside_each_other_are_not() -> None:
    data = "<table><caption>Errors</caption><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td><code>x|y</code></td></tr></table>"
    assert written(data) == "Errors\n\n| a\\|b | c |\n| --- | --- |\n| 1 | `x\\|y` |\n"
    layout = "<table><tr><td><h2>Left</h2></td><td><p>Right</p></td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert written(layout) == "## Left\n\nRight\n\na\n\nb\n"


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_is_the_same_words_in_markdown(text: str) -> None:
    from html import escape

    plain = text.replace("$", " ").replace("\\", " ").replace("://", " ")
    found = outline(written(f"<p>{escape(plain)}</p>"))
    assert list(found.words) == words(" ".join(plain.replace("\xad", "").split()))
    assert (found.code, found.images, found.links, found.headings, found.tables) == ((), (), (), (), 0)
