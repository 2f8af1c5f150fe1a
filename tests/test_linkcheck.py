"""The check of a site's links: finds what is broken, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.cli.check import check as command
from folio.errors import FolioError
from folio.linkcheck.folder import LARGEST, site_files
from folio.linkcheck.offline import check
from folio.linkcheck.online import ask
from folio.linkcheck.report import LinkReport
from folio.web.client import Web
from web.site import a_site as serving
from web.site import only_loopback, to
from web.site import page as answered

HOME = "https://lena.example/portfolio/"
ABOUT = b'<h2 id="skills">x</h2><a name="old">y</a>'


def checked(body: str, **more: bytes) -> LinkReport:
    files = {"index.html": body.encode(), "about/index.html": ABOUT, "assets/x y.css": b"", "resume.pdf": b"%PDF"}
    return check(files | {name.replace("__", "/"): content for name, content in more.items()}).report()


def kinds(report: LinkReport) -> list[tuple[str, str]]:
    return [(one.address, one.kind) for one in report.faults]


@pytest.mark.parametrize("address", [
    "", "#top", "#Top", "about/", "about", "about/index.html", "./about/", "about/#skills", "about/#old", "about/?q=1#skills",
    "/about/", "resume.pdf#page=2", "assets/x%20y.css", "mailto:a@b.example", "tel:+39", "data:image/png;base64,xx",
    "https://other.example/", "//other.example/x", "about/#:~:text=hello", "javascript:alert(1)", "about/#%73kills",
])  # fmt: skip
def test_what_leads_somewhere_is_no_fault(address: str) -> None:
    assert checked(f'<a href="{address}">x</a>').faults == ()


@pytest.mark.parametrize(("address", "kind"), [
    ("gone/", "missing"), ("about/gone.png", "missing"), ("About/", "missing"), ("resume.pdf/x", "missing"),
    ("about/#nowhere", "anchor"), ("#nowhere", "anchor"), ("../other/", "outside"), ("about/../../x", "outside"),
    ("..", "outside"), ("%2e%2e/x", "outside"), ("http://[", "address"),
])  # fmt: skip
def test_what_leads_nowhere_is_found_and_named_as_the_page_has_it(address: str, kind: str) -> None:
    assert kinds(checked(f"<a href='{address}'>x</a>")) == [(address, kind)]


@pytest.mark.parametrize("tag", [
    '<img src="gone.png" alt="">', '<img srcset="resume.pdf 1x, gone.png 2x" alt="">', '<script src="gone.png"></script>',
    '<picture><source srcset="gone.png 400w,about/ 800w"></picture>', '<link rel="icon" href="gone.png">',
    '<video poster="gone.png"></video>', '<object data="gone.png"></object>', '<form action="gone.png"></form>',
    '<meta property="og:image" content="gone.png">', '<a href=gone.png>x', '<A HREF = "gone.png">x</A>',
    '<link rel=preload as=image imagesrcset="gone.png 2x">',
])  # fmt: skip
def test_every_way_to_name_a_file_is_followed(tag: str) -> None:
    assert kinds(checked(tag)) == [("gone.png", "missing")]


def test_what_is_no_tag_names_nothing() -> None:
    text = '<!-- <a href="gone/"> --><script>x = "<a href=gone>"</script><style>a{}</style><textarea><a href="gone/"></textarea>'
    assert (
        checked(f'{text}<code>href="gone/"</code><link rel="preconnect" href="gone/"><p data-src="gone/">').faults == ()
    )


def test_an_id_that_is_there_twice_is_found_once() -> None:
    assert kinds(checked('<p id="a"><p id="a"><p id="a"><p id="b">')) == [("a", "twice")]


def test_style_sheets_are_followed_from_where_they_lie() -> None:
    style = b"@import 'b.css'; a{src:url(\"../fonts/a.woff2\") url( fonts/b.woff2 ) url('data:x') url(#x)}"
    found = checked("", assets__a=b"", **{"assets/a.css": style, "fonts/a.woff2": b""})
    assert kinds(found) == [("b.css", "missing"), ("fonts/b.woff2", "missing")]


CANONICAL = f'<link rel="canonical" href="{HOME}">'


def test_whole_addresses_of_the_site_itself_are_within_it() -> None:
    head = f'{CANONICAL}<meta property="og:image" content="{HOME}assets/gone.png"><link rel="alternate" href="{HOME}about/">'
    found = checked(f'{head}<a href="/portfolio/about/">x</a><a href="{HOME}about/#gone">y</a>')
    assert kinds(found) == [(f"{HOME}about/#gone", "anchor"), (f"{HOME}assets/gone.png", "missing")]
    assert found.external == 0


def test_what_else_the_sites_host_may_answer_is_left_to_whoever_asks_it() -> None:
    found = checked(f'{CANONICAL}<a href="{HOME}call">x</a><a href="/elsewhere/">y</a>')
    assert found.faults == ()
    assert found.external == 2


def test_the_sitemap_and_feeds_name_only_what_there_is() -> None:
    sitemap = f"<loc>{HOME}about/</loc><loc>{HOME}gone/</loc><loc>https://other.example/</loc>".encode()
    assert kinds(checked(CANONICAL, **{"sitemap.xml": sitemap})) == [(f"{HOME}gone/", "missing")]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=60))
def test_no_page_and_no_address_makes_it_fail(content: bytes, address: str) -> None:
    report = check(
        {"index.html": content, "a.html": f'<a href="{address}">'.encode("utf-8", "replace"), "a.css": content}
    )
    assert json.loads(report.report().to_json())["pages"] <= 2


@pytest.mark.parametrize("content", [
    b"<a " * 200_000, b"<p id=a>" * 50_000, b"<" * 500_000, b'<a href="' * 100_000, b"<p " + b"a=1 " * 100_000 + b">",
], ids=["tags", "ids", "brackets", "quotes", "attributes"])  # fmt: skip
def test_a_hostile_page_is_read_like_any_other(content: bytes) -> None:
    assert check({"index.html": content, "a.html": b"<p>"}).pages >= 1


def test_other_sites_are_asked_and_only_what_is_surely_gone_is_broken() -> None:
    with serving() as site, Web(may_reach=only_loopback) as web:
        site.pages |= {"/there": answered("hello"), "/closed": answered("", status=403), "/moved": to("/there")}
        external = {site.url(path): ["index.html"] for path in ("/there", "/gone", "/closed", "/moved")}
        found = ask(external, web)
    assert {(one.address.rpartition("/")[2], one.kind) for one in found} == {("gone", "gone"), ("closed", "unsure")}
    assert {one.kind: one.is_broken for one in found} == {"gone": True, "unsure": False}


def test_no_private_address_is_asked_and_a_page_that_links_to_one_is_wrong() -> None:
    with serving() as site, Web() as web:
        (found,) = ask({site.url("/"): ["index.html"]}, web)
        assert found.kind == "gone"
        assert site.connections == 0


def a_site(folder: Path, body: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(body)
    return folder


def test_the_command_says_what_is_broken_and_ends_with_1(tmp_path: Path) -> None:
    broken = a_site(tmp_path / "broken", '<a href="gone/\x1b[31m">x</a>')
    ran = CliRunner().invoke(command, [str(broken), "--links"], standalone_mode=False)
    assert ran.return_value == 1
    assert "broken" in ran.stdout
    assert "there is no such file" in ran.stdout
    assert "\x1b[31m" not in ran.stdout
    told = CliRunner().invoke(command, [str(broken), "--links", "--format", "json"], standalone_mode=False)
    assert json.loads(told.stdout)["faults"][0]["kind"] == "missing"
    whole = a_site(tmp_path / "whole", '<a href="#top">x</a>')
    assert CliRunner().invoke(command, [str(whole), "--links"], standalone_mode=False).return_value == 0


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolioError, match="holds no pages"):
        site_files(tmp_path)


def test_links_of_the_file_system_are_not_followed(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", "")
    (tmp_path / "secret.html").write_text('<a href="gone/">')
    (site / "away.html").symlink_to(tmp_path / "secret.html")
    assert site_files(site)["away.html"] == b""
    assert LARGEST > 2_000_000
