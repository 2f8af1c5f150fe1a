"""A profile from its file, or every problem in it at once, each at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.errors import FolioError, InputError
from folio.profile.load import load

MINIMAL = "name: Ada\nheadline: Engines for weavers\nsummary: I build engines.\n"


def problems(folder: Path, text: str) -> list[str]:
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_three_lines_are_a_profile(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(MINIMAL, encoding="utf-8")
    profile = load(tmp_path)
    assert (profile.name, profile.projects) == ("Ada", None)


def test_an_absent_section_is_not_the_same_as_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(MINIMAL + "contracts: []\n", encoding="utf-8")
    profile = load(tmp_path)
    assert profile.contracts == ()
    assert profile.projects is None


TEN_MISTAKES = """\
name: Ada
headlin: Engines for weavers
summary: I build engines.
track: ml-enginer
contact: {email: ada at example}
links:
  website: ada.example
languages:
  - {name: English, code: en, level: B3}
projects:
  - {id: Loom One, title: Loom, summary: A loom}
  - {id: loom, title: Loom, summary: A loom, client: nobody}
availability: {hours_per_week: 90, start: 2026-13, time_zone: UTC, as_of: 2026-11-01}
rates: {price: {amount: much, currency: EUR}}
"""


def test_ten_mistakes_are_all_said_at_once_at_their_places(tmp_path: Path) -> None:
    assert problems(tmp_path, TEN_MISTAKES) == [
        "profile.yaml:1:1: headline: is missing; add it",
        "profile.yaml:2:1: headlin: no such field; did you mean 'headline'",
        "profile.yaml:4:8: track: 'ml-enginer' is not one of the choices; did you mean 'ml-engineer'",
        "profile.yaml:5:18: contact.email: 'ada at example' is not an e-mail address; write it as name@example.org",
        "profile.yaml:7:12: links.website: 'ada.example' is not an absolute web address; write it with https://",
        "profile.yaml:9:38: languages[0].level: 'B3' is not one of the choices; "
        "write one of A1, A2, B1, B2, C1, C2, native",
        "profile.yaml:11:10: projects[0].id: 'Loom One' is not a short name; "
        "use small letters, digits and single hyphens, such as 'churn-model'",
        "profile.yaml:12:54: projects[1].client: there is no 'nobody' in 'clients'; add it to 'clients'",
        "profile.yaml:13:32: availability.hours_per_week: '90' is too large; it must be at most 80",
        "profile.yaml:13:43: availability.start: '2026-13' is not a date; write 2024, 2024-03 or 2024-03-15",
        "profile.yaml:14:25: rates.price.amount: 'much' is not a number; write digits, with a point for decimals",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("work:\n  - {id: a, organisation: b, role: c, start: 2024, end: 2023}\n", "2023 is before the start, 2024"),
        ("talks:\n- {id: a, title: t, event: e, date: 2024}\n- {id: a, title: t, event: e, date: 2024}\n", "given twice"),
        ("skills: [{name: SQL, evidence: ['project:lom']}]\nprojects: [{id: loom, title: t, summary: s}]\n",
         "there is no 'lom' in 'projects'; did you mean 'loom'"),
        ("foundations: {maths: []}\n", "did you mean 'mathematics'"),
        ("articles: [{id: a}]\n", "an article that is nowhere; add 'file' or 'url'"),
        ("clients: [{id: a, name: Acme, sector: s, nda: true}]\n", "a client under NDA needs a name to show"),
        ("clients: [{id: a, name: Acme, sector: s, nda: true, shown_as: Acme Bank}]\n", "contains the name under NDA"),
        ("articles: {}\n", "is not a list"),
        ("privacy: {email: perhaps}\n", "'perhaps' is neither true nor false"),
        ("contact: {location: \"a\\u202eb\"}\n", "an invisible character (U+202E)"),
    ],
)  # fmt: skip
def test_each_kind_of_mistake_is_said_in_words(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in problem for problem in problems(tmp_path, MINIMAL + text))


def test_a_name_under_nda_is_refused_wherever_it_would_be_printed(tmp_path: Path) -> None:
    text = MINIMAL + (
        "clients: [{id: bank, name: Helvetica Bank, sector: banking, nda: yes, shown_as: a Swiss bank}]\n"
        "projects: [{id: p, title: Scoring, summary: Scoring for helvetica bank in Bern}]\n"
    )
    assert problems(tmp_path, text) == [
        "profile.yaml:5:45: projects[0].summary: holds the name of clients[0], who is under NDA; "
        "write 'a Swiss bank' instead"
    ]


def test_a_name_under_nda_is_refused_in_the_genitive_too(tmp_path: Path) -> None:
    text = MINIMAL + (
        "clients: [{id: bank, name: Nordbanken Betaling, sector: banking, nda: yes, shown_as: a Nordic bank}]\n"
        "projects: [{id: p, title: Krav, summary: Nordbanken Betalings krav}]\n"
    )
    assert [one.split(": ", 2)[2] for one in problems(tmp_path, text)] == [
        "holds the name of clients[0], who is under NDA; write 'a Nordic bank' instead"
    ]


def test_a_folder_without_a_profile_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(FolioError, match="there is no profile here; start one with 'folio init"):
        load(tmp_path)


def test_what_a_list_on_the_web_may_hold_can_be_named_as_evidence(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    said = "name: Ada\nheadline: h\nsummary: s\nskills: [{name: Python, evidence: ['project:loom', 'article:looms']}]\n"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(InputError, match="there is no 'loom' in 'projects'"):
        load(file)
    file.write_text(said + "github: Ada-Lovelace\nfeeds: ['https://ada.example/feed']\n", encoding="utf-8")
    profile = load(file)
    assert profile.github
    assert profile.github.user == "ada-lovelace"
