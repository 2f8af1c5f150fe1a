"""Advice: each rule speaks where it should, at the very place, and is quiet about a good profile."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from folio.advice.examine import Examined, examine
from folio.advice.listed import RULES, says
from folio.document import parse
from folio.errors import Problem
from folio.resources import root

TODAY = date(2026, 11, 22)
GOOD = """\
name: Ada
headline: Looms that weave by themselves
summary: I build looms for weavers, and I stay until the first cloth is sold to somebody.
contact: {email: ada@loom.dev}
"""


def look(folder: Path, text: str, today: date = TODAY) -> Examined:
    return examine(parse(text.encode(), name="profile.yaml"), folder, today)


def warnings(folder: Path, text: str) -> tuple[Problem, ...]:
    found = look(folder, text)
    assert [str(one) for one in found.errors] == []
    assert found.warnings is not None
    assert all(one.severity == "warning" and one.rule in RULES and one.what and one.todo for one in found.warnings)
    return found.warnings


@cache
def of_the_sample() -> tuple[Problem, ...]:
    folder = root("sample_profile")
    return warnings(folder, (folder / "profile.yaml").read_text(encoding="utf-8"))


def test_a_good_profile_is_left_alone(tmp_path: Path) -> None:
    assert warnings(tmp_path, GOOD) == ()


def test_the_sample_is_good_but_for_a_name_that_takes_no_mail() -> None:
    assert [(one.rule, one.field) for one in of_the_sample()] == [("unreachable-email", "contact.email")]


WORDS = "projects: [{id: a, title: T, summary: S, featured: true, problem: P}]"
CLIENT = "clients: [{id: c, name: C, sector: S}]\n"
CONTRACT = "contracts: [{id: x, client: c, role: R, deliverable: D, start: 2024-01"
BAD = [
    ("too-long", "headline: " + "word " * 25, "headline", "124 characters"),
    ("too-long", "projects: [{id: a, title: " + "T" * 90 + ", summary: S}]", "projects[0].title", "90 characters"),
    ("too-long", "links: {other: [{label: " + "T" * 31 + ", url: https://a.dev}]}", "links.other[0].label", "31"),
    ("short-summary", "summary: Engineer.", "summary", "a single word"),
    ("short-summary", "summary: I build good looms.", "summary", "only 4 words"),
    ("example-words", "headline: What you do, for whom, with which result", "headline", "still the example's"),
    ("example-words", "contact: {email: you@example.org}", "contact.email", "still the example's"),
    ("missing-translation", "site: {locales: [de]}", "site.locales[0]", "in 'en' stand: 2 (headline, summary)"),
    ("in-the-future", "work: [{id: a, organisation: O, role: R, start: 2027-01}]", "work[0].start", "still to come"),
    ("in-the-future", CLIENT + CONTRACT + ", end: 2027, result: R}]", "contracts[0].end", "told as completed"),
    ("in-the-future", "articles: [{id: a, url: https://a.dev/x, date: 2026-12}]", "articles[0].date", "2026-12"),
    ("old-availability", "availability: {hours_per_week: 8, start: 2026-09, time_zone: UTC, as_of: 2026-08-01}",
     "availability.as_of", "113 days ago"),
    ("expired-pitch", "pitches: [{id: p, client: C, date: 2026-01, headline: H, problem: P, offer: O, next_step: N, "
     "valid_until: 2026-10-31}]", "pitches[0].valid_until", "is past"),
    ("untold-story", WORDS.replace(", problem: P", ""), "projects[0].featured", "nearly empty"),
    ("no-result", CLIENT + CONTRACT + "}]", "contracts[0]", "'x' has no result"),
    ("duplicate-skill", "skills: [{name: Python}, {name: python}]", "skills[1].name", "listed already, as 'Python'"),
    ("duplicate-skill", "work: [{id: a, organisation: O, role: R, start: 2020, skills: [SQL, Rust, sql]}]",
     "work[0].skills[2]", "'SQL'"),
    ("duplicate-link", "links: {website: https://a.dev, other: [{label: A, url: https://www.a.dev/}]}",
     "links.other[0].url", "the same page as links.website"),
    ("duplicate-link", "links: {github: ada, other: [{label: A, url: https://github.com/ada}]}",
     "links.other[0].url", "links.github"),
    ("unreachable-email", "contact: {email: ada@mail.example.com}", "contact.email", "takes no mail"),
    ("unreachable-email", "contact: {email: ada@loom.invalid}", "contact.email", "takes no mail"),
    ("unreachable-email", "contact: {email: 'mailto:ada@loom.dev'}", "contact.email", "no part of an address"),
    ("local-phone", "contact: {email: ada@loom.dev, phone: 0664 123}\nprivacy: {phone: true}", "contact.phone", "country"),
    ("no-contact", "contact: {}\nlinks: {github: ada}", "links.github", "clients don't write on GitHub"),
    ("no-contact", "privacy: {email: false}", "privacy.email", "hides the only way"),
    ("colour-in-comment", "site:\n  accent: #1f4e5f\n", "site.accent", "#1f4e5f is a comment"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "field", "says"), BAD, ids=range(len(BAD)))
def test_what_looks_bad_is_told_at_its_place(tmp_path: Path, rule: str, text: str, field: str, says: str) -> None:
    name = text.partition(":")[0]
    kept = [line for line in GOOD.splitlines() if not line.startswith(f"{name}:")]
    [found] = warnings(tmp_path, "\n".join([*kept, text, ""]))
    assert (found.rule, found.field) == (rule, field)
    assert says in found.what
    assert found.position.line > 3 or found.position.line == len(kept) + 1
    assert found.source


FINE = [
    "skills: [{name: Ruby}, {name: Julia}]",
    WORDS,
    CLIENT + CONTRACT + ", end: 2027, completed: false}]",
    "education: [{title: MSc, end: 2027}]",
    "availability: {hours_per_week: 8, start: 2026-12, time_zone: UTC, as_of: 2026-09}",
    "contact: {email: ada@loom.dev, phone: 0664 123}",
    "contact: {calendar: 'https://cal.dev/ada'}",
    "site: {form: {action: 'https://forms.dev/abc'}}\ncontact: {}",
    "site: {accent: '#1f4e5f'} # accent: #123456",
]


@pytest.mark.parametrize("text", FINE, ids=range(len(FINE)))
def test_what_only_looks_like_it_is_left_alone(tmp_path: Path, text: str) -> None:
    name = text.partition(":")[0]
    extra = "contact:" in text
    kept = [line for line in GOOD.splitlines() if not line.startswith((f"{name}:", "contact:" if extra else "\0"))]
    assert warnings(tmp_path, "\n".join([*kept, text, ""])) == ()


def test_texts_in_several_languages_are_each_looked_at(tmp_path: Path) -> None:
    text = GOOD.replace("headline: Looms that weave by themselves", "headline:\n  en: Looms\n  de: " + "W" * 101)
    text = text.replace("summary: I", "summary:\n  de: Kurz gesagt.\n  en: I") + "site: {locales: [de]}\n"
    found = warnings(tmp_path, text)
    assert [(one.rule, one.field, one.position.line) for one in found] == [
        ("too-long", "headline.de", 4),
        ("short-summary", "summary.de", 6),
    ]


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


PHOTO = GOOD + "photo: {file: me.png, alt: Ada}\n"
PICTURED = GOOD + "projects:\n  - {id: a, title: T, summary: S, picture: {file: p.png, alt: A}}\n"


def test_pictures_too_small_for_their_place_are_told(tmp_path: Path) -> None:
    (tmp_path / "me.png").write_bytes(picture(400, 120))
    (tmp_path / "p.png").write_bytes(picture(300, 900))
    assert [(one.rule, one.field, one.what) for one in (*warnings(tmp_path, PHOTO), *warnings(tmp_path, PICTURED))] == [
        ("small-picture", "photo.file", "only 400 x 120 pixels"),
        ("small-picture", "projects[0].picture.file", "only 300 x 900 pixels"),
    ]
    (tmp_path / "me.png").write_bytes(picture(400, 320))
    assert warnings(tmp_path, PHOTO) == ()


@pytest.mark.parametrize(
    "content",
    [None, b"no picture", picture(400, 400)[:200], b"GIF89a" + bytes(40)],
    ids=["missing", "no picture", "cut off", "of another kind"],
)
def test_a_picture_that_can_not_be_shown_is_an_error_where_it_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "me.png").write_bytes(content)
    found = look(tmp_path, PHOTO)
    [error] = found.errors
    assert (error.rule, error.field, error.position.line) == ("file", "photo.file", 5)
    assert "'me.png': " in error.what


def test_an_article_that_is_not_there_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    [error] = look(tmp_path, GOOD + "articles:\n  - {id: a, file: a.md}\n").errors
    assert (error.field, error.position.line, error.position.column) == ("articles[0].file", 6, 19)
    assert "no such file" in error.what


def test_links_that_lead_nowhere_and_unknown_words_of_pages_are_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    page = "---\ntitle: Uses\nmenue: Tools\n---\n\n[a](contact/) [b](../work/loom/) [c](loom.md) [d](work/lom/)\n"
    (tmp_path / "pages" / "uses.md").write_text(page + "[e](https://x.dev) [f](#a) [g](../uses/) [h](uses)\n")
    (tmp_path / "a.md").write_text("# A\n\nSee [the\nother](../b/), [this](../../uses/) and [me](uses/).\n")
    text = GOOD + "projects: [{id: loom, title: T, summary: S}]\narticles: [{id: a, file: a.md, title: A}]\n"
    found = [
        (one.rule, Path(one.position.file).name, one.position.line, one.what, one.todo)
        for one in warnings(tmp_path, text)
    ]
    assert found == [
        ("broken-link", "a.md", 4, "'../b/' leads to no page of the site", found[0][4]),
        ("unknown-front-matter", "uses.md", 3, "means nothing here", "did you mean 'menu'"),
        ("broken-link", "uses.md", 6, "'loom.md' leads to no page of the site", found[2][4]),
        ("broken-link", "uses.md", 6, "'work/lom/' leads to no page of the site", found[3][4]),
        ("broken-link", "uses.md", 7, "'uses' leads to no page of the site", "write 'uses/'"),
    ]


def test_a_repository_that_is_not_there_is_told_and_one_that_is_elsewhere_is_left_alone(tmp_path: Path) -> None:
    text = GOOD + "projects:\n  - {id: a, title: T, summary: S, repository: ../pings}\n"
    text += "  - {id: b, title: T, summary: S, repository: https://code.example/ada/b.git}\n"
    [found] = [one for one in warnings(tmp_path, text) if one.rule == "missing-repository"]
    assert (found.field, found.position.line) == ("projects[0].repository", 6)
    assert found.what == "'../pings': there is nothing at this path"


def test_every_rule_is_tried_here_and_says_what_it_looks_for() -> None:
    tried = {rule for rule, *_ in BAD} | {"small-picture", "broken-link", "unknown-front-matter", "missing-repository"}
    assert tried == set(RULES)
    assert all(says(rule).endswith(".") and len(says(rule)) < 120 for rule in RULES.values())
