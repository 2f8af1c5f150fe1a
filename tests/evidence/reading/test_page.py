"""What is seen of a page, and when nothing of it is known."""

from __future__ import annotations

from datetime import date

import pytest

from folio.evidence.model import ArticleSeen
from folio.evidence.reading import page as pages
from folio.evidence.reading.page import PageRead, read_page

URL = "https://ada.example/posts/story/"
TODAY = date(2026, 11, 22)
PARAGRAPH = "<p>" + "Ten words that say nothing at all of any interest. " * 6 + "</p>"
"""Sixty words."""


def read(html: str, url: str = URL) -> PageRead:
    return read_page(html, url, TODAY)


def seen(html: str, url: str = URL) -> ArticleSeen:
    found = read(html, url)
    assert found.seen is not None, found.problem
    return found.seen


@pytest.mark.parametrize(
    "around",
    [
        "<nav><p>{}</p></nav>",
        "<header><p>{}</p></header>",
        "<footer><p>{}</p></footer>",
        "<aside class='related'><p>{}</p></aside>",
        "<section id='comments'><p>{}</p></section>",
        "<div class='post-comments'><p>{}</p></div>",
        "<div class='newsletter-form'><p>{}</p></div>",
        "<div class='share-buttons'><p>{}</p></div>",
        "<div class='cookie-banner'><p>{}</p></div>",
        "<div role='complementary'><p>{}</p></div>",
        "<div hidden><p>{}</p></div>",
        "<div aria-hidden='true'><p>{}</p></div>",
        "<div style='display: none'><p>{}</p></div>",
        "<div class='post-meta'><p>by Ada, in five minutes</p></div>",
        "<form><label>Your name</label><p>{}</p><input></form>",
        "<article class='card'><h3><a href='/other'>Another story</a></h3><p>too short to be it</p></article>",
        "<script>var text = 'words';</script><style>p {{ color: red }}</style>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<iframe>{}</iframe>",
    ],
)
def test_what_belongs_to_the_page_is_not_part_of_the_text(around: str) -> None:
    other = around.format("Fourteen words which belong to the page, and are nobody's idea of a text.")
    html = f"<article><h1>A story</h1>{PARAGRAPH * 2}{other}{PARAGRAPH * 2}</article>"
    assert seen(html).words == 240 + 2 * ("h1" in html and "title" in html)


@pytest.mark.parametrize(
    "name", ["id='comments'", "class='comments-area'", "class='x post-comments'", "id='disqus_thread'"]
)
def test_what_readers_wrote_is_left_out_also_where_it_is_longer_than_the_text(name: str) -> None:
    said = "".join(f"<article class='comment'><p>{'They wrote this and that. ' * 40}</p></article>" for _ in range(8))
    inside = f"<main><article>{PARAGRAPH * 4}<section {name}><h2>Comments</h2>{said}</section></article></main>"
    beside = f"<main><article>{PARAGRAPH * 4}</article><div {name}>{said}</div></main>"
    assert (seen(inside).words, seen(beside).words) == (240, 240)


@pytest.mark.parametrize(
    "end",
    [
        "<h2>Related posts</h2><div><h3>Another story</h3><p>About something else.</p><img src='/x.png'></div>",
        "<div class='x'><h3>Das könnte dich auch interessieren:</h3></div><ul><li>Eine andere Geschichte</li></ul>",
        "<h4>関連記事</h4><p>別の話</p>",
    ],
)
def test_what_is_named_below_the_text_for_reading_on_is_not_part_of_it(end: str) -> None:
    found = seen(f"<article>{PARAGRAPH * 4}{end}</article>")
    assert (found.words, found.figures, found.headings) == (240, 0, ())


def test_headings_whose_ids_sound_like_parts_of_a_page_are_headings() -> None:
    ids = ("meta-learning", "social-menu", "comments", "toc", "author")
    headings = "".join(f"<h2 id='{one}' class='anchor-heading'>About {one}</h2>{PARAGRAPH}" for one in ids)
    assert len(seen(f"<article>{headings}</article>").headings) == len(ids)


def test_a_section_on_related_work_is_part_of_the_text() -> None:
    assert seen(f"<article>{PARAGRAPH * 2}<h2>Related work</h2>{PARAGRAPH}</article>").words == 182
    assert seen(f"<article>{PARAGRAPH}<h2>More stories</h2>{PARAGRAPH * 3}</article>").words == 242


@pytest.mark.parametrize(
    "around",
    [
        "<div class='has-sidebar no-comments with-comments'>{}</div>",
        "<div class='toc-wrapper'>{}</div>",
        "<div role='alert'>{}</div>",
        "<aside class='note'>{}</aside>",
        "<aside>{}</aside>",
        "<details><summary></summary>{}</details>",
        "<div class='code-copy'><pre>one\ntwo</pre>{}</div>",
        "<form>{}</form>",
        "<section class='shared-nothing'>{}</section>",
        "<section id='related-work' class='level2'>{}</section>",
        "<section id='comments' class='level2'>{}</section>",
        "<div id='meta-learning'>{}</div>",
        "<div id='social-impact-of-menus'>{}</div>",
        "<div class='body-copy'>{}</div>",
    ],
)
def test_what_only_sounds_as_if_it_did_is_part_of_the_text(around: str) -> None:
    html = f"<article><h1>A story</h1>{PARAGRAPH}{around.format(PARAGRAPH * 2)}{PARAGRAPH}</article>"
    assert seen(html).words == 240


@pytest.mark.parametrize(
    "container",
    [
        "<article>{}</article>",
        "<main>{}</main>",
        "<div itemprop='articleBody'>{}</div>",
        "<div class='post-content'>{}</div>",
        "<div class='entry__content'>{}</div>",
        "<td id='content'>{}</td>",
        "<div>{}</div>",
        "<table><tr><td>{}</td><td>right</td></tr></table>",
        "{}",
    ],
)
def test_the_text_is_found_where_it_is_marked_and_where_nothing_is(container: str) -> None:
    links = "".join(f"<li><a href='/{at}'>Another page of this site</a></li>" for at in range(30))
    html = f"<body><div><ul>{links}</ul></div>{container.format(PARAGRAPH * 4)}<div>© Ada</div></body>"
    assert seen(html).words in range(240, 243)


def test_readings_above_letters_are_no_words_of_their_own() -> None:
    html = f"<article>{PARAGRAPH}<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p></article>"
    assert seen(html).words == 61


def test_pictures_that_a_script_loads_later_count_once() -> None:
    late = "<img class='lazy' data-src='/a.png'><noscript><img src='/a.png'></noscript>"
    only = "<noscript><img src='/b.png'></noscript>"
    html = f"<article>{PARAGRAPH}<figure>{late}</figure><figure>{only}</figure></article>"
    assert seen(html).figures == 2


def test_a_heading_that_repeats_the_title_is_not_counted() -> None:
    html = f"<title>A story - Ada</title><article><h1>A story</h1>{PARAGRAPH}<h1>Part one</h1>{PARAGRAPH}</article>"
    assert (seen(html).title, seen(html).headings, seen(html).words) == ("A story", ("Part one",), 122)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A story | Ada</title>", "A story"),
        ("<title>A story | Ada</title><meta property='og:title' content='A longer story'>", "A longer story"),
        ("<script type='application/ld+json'>{\"@type\": \"BlogPosting\", \"headline\": \"The   story\"}</script>", "The story"),
        ("<script type='application/ld+json'>{\"@graph\": [{\"@type\": [\"WebPage\"], \"headline\": \"No\"}, "
         "{\"@type\": \"TechArticle\", \"headline\": \"Yes\"}]}</script>", "Yes"),
        ("<script type='application/ld+json'>{broken</script><title>Still</title>", "A story"),
    ],
)  # fmt: skip
def test_the_title_is_what_the_page_says_best(head: str, title: str) -> None:
    assert seen(f"<head>{head}</head><article><h1>A story</h1>{PARAGRAPH}</article>").title == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:published_time' content='2026-03-14T23:30:00+09:00'>", date(2026, 3, 14)),
        ("<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"datePublished\":\"2026-03-14\"}</script>", date(2026, 3, 14)),
        ("<meta name='dcterms.date' content='2026-03-14'>", date(2026, 3, 14)),
        ("<body><time datetime='2026-03-14'>a while ago</time>", date(2026, 3, 14)),
        ("<body><p class='date'>March 14, 2026</p>", date(2026, 3, 14)),
        ("<meta property='article:published_time' content='2999-01-01'>", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_is_found_where_pages_say_it_and_is_never_in_the_future(head: str, day: date | None) -> None:
    assert seen(f"{head}<article>{PARAGRAPH}</article>").day == day


def test_the_day_is_found_in_the_address() -> None:
    assert seen(f"<article>{PARAGRAPH}</article>", "https://ada.example/2026/03/14/story/").day == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        ("<link rel='canonical' href='https://loom.example/first'>", "https://loom.example/first"),
        ("<link rel='canonical' href='/story?utm_source=x&id=3#part'>", "https://ada.example/story?id=3"),
        ("<meta property='og:url' content='https://ada.example/posts/story'>", "https://ada.example/posts/story"),
        ("<link rel='canonical' href='https://ada.example/'>", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("", None),
    ],
)
def test_the_address_of_first_publication_is_kept_also_on_another_host(link: str, canonical: str | None) -> None:
    assert seen(f"<head>{link}</head><article>{PARAGRAPH}</article>").canonical == canonical


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (
            f"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": false}}</script><article>{PARAGRAPH * 9}</article>",
            pages.BEHIND_A_WALL,
        ),
        (f"<article>{PARAGRAPH}<div class='paywall'>Subscribe now to go on reading</div></article>", pages.BEHIND_A_WALL),
        (f"<article><p>Member-only story</p>{PARAGRAPH}</article>", pages.BEHIND_A_WALL),
        (f"<article>{PARAGRAPH}<div data-testid='paywall'><h2>This post is for paid subscribers</h2></div></article>", pages.BEHIND_A_WALL),
        ("<form><input name='user'><input type='password'><button>Log in</button></form>", pages.LOGIN),
        ("<title>404 | Ada</title><h1>Page not found</h1><p>Try the search.</p>", pages.GONE),
        ("<title>Seite nicht gefunden</title><p>Leider.</p>", pages.GONE),
        ("<div id='root'></div><script src='/app.js'></script>", pages.SCRIPT),
        ("<div class='x'></div><noscript>You need to enable JavaScript to run this app.</noscript><p>…</p>", pages.SCRIPT),
        ("<article></article>", pages.EMPTY),
        ("", pages.EMPTY),
        (
            "<main>" + "".join(f"<article><h2><a href='/{at}'>Story</a></h2>{PARAGRAPH}</article>" for at in range(5)) + "</main>",
            pages.LIST,
        ),
    ],
)  # fmt: skip
def test_a_page_that_does_not_show_the_text_says_nothing_of_it(html: str, problem: str) -> None:
    assert read(html) == PageRead(problem=problem)


@pytest.mark.parametrize(
    "html",
    [
        f"<div class='paywall-container'>{PARAGRAPH * 4}</div>",
        f"<article>{PARAGRAPH}<div class='paywall'></div></article>",
        f"<article>{PARAGRAPH}<div class='paywall' hidden>Subscribe now to go on reading</div></article>",
        f"<article>{PARAGRAPH}<div class='d-none'><p class='paywall'>Subscribe now to go on reading</p></div></article>",
        f"<nav><a class='paywall-button'>Subscribe to all of our letters</a></nav><article>{PARAGRAPH}</article>",
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
        f"<article>{PARAGRAPH}<p class='paywall'>You have three free articles left</p></article>",
    ],
)
def test_what_only_is_called_a_wall_is_none(html: str) -> None:
    assert seen(html).words >= 60


def test_a_note_on_scripts_beside_comments_does_not_hide_the_text() -> None:
    html = f"<article>{PARAGRAPH}<noscript>Please enable JavaScript to view the comments.</noscript></article>"
    assert seen(html).words == 60


def test_links_are_absolute_and_lead_to_the_web() -> None:
    html = (
        "<base href='https://cdn.example/root/'><article>"
        f"{PARAGRAPH}<p>See <a href='two'>two</a>, <a href='mailto:a@b.c'>me</a>, <a href='https://github.com/ada/loom'>it</a>"
        f" and <a href='big.png'><img src='small.png'></a>.</p></article>"
    )
    assert seen(html).links == ("https://cdn.example/root/two", "https://github.com/ada/loom")
