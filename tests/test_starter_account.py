"""A profile that begins with an account on GitHub says what the account says, is worth showing, and holds together."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import accounts
from evidence.hub import Hub, a_hub, limited
from evidence.hub.rig import SECRET
from folio import schemas
from folio.document import parse
from folio.errors import FolioError
from folio.evidence.access import Access
from folio.evidence.adopt import adopted
from folio.evidence.github.person import Person
from folio.evidence.github.readme import Readme
from folio.evidence.model import AccountSeen, Evidence, Listed, Observation
from folio.profile.fields import CONTROL
from folio.profile.load import each_of
from folio.profile.model import Profile
from folio.starting.account import skills, words
from folio.starting.account.draft import drafted
from folio.starting.account.look import Account, Shown, look
from folio.starting.account.told import told
from folio.starting.draft import Draft
from folio.starting.text import profile_text

TODAY = date(2026, 11, 22)


def access(hub: Hub, folder: Path, token: str | None = None) -> Access:
    return Access(
        base=folder, today=TODAY, offline=False, scratch=folder, github_api=hub.address, token=token, patience=0
    )


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with pytest.MonkeyPatch.context() as patch, a_hub() as started:
        patch.setenv("NO_PROXY", "127.0.0.1")
        accounts.ilse(started)
        accounts.mallory(started)
        yield started


@pytest.fixture(scope="module")
def ilse(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Account:
    return look("ilse", access(hub, tmp_path_factory.mktemp("ilse"), SECRET))


def profile(draft: Draft) -> Profile:
    return profile_in(profile_text(draft))


def profile_in(text: str) -> Profile:
    return next(iter(each_of(parse(text.encode(), name="profile.yaml")).values()))


def test_a_new_profile_from_an_account_reads_like_this(
    ilse: Account, hub: Hub, golden: Callable[[str, str], None]
) -> None:
    golden("starter/ilse.yaml", profile_text(drafted(ilse)).replace(hub.address, "https://hub.example"))


def test_it_is_right_for_folio_and_for_editors(ilse: Account) -> None:
    text = profile_text(drafted(ilse))
    assert profile_in(text).github is not None
    schema = jsonschema_rs.validator_for(json.loads(schemas.text("profile")))
    assert [error.message for error in schema.iter_errors(yaml.safe_load(text))] == []


def test_it_is_right_once_its_examples_are_uncommented(ilse: Account) -> None:
    text = profile_text(drafted(ilse)).partition("\n")[2]
    whole = profile_in(re.sub(r"^# ", "", text, flags=re.MULTILINE))
    assert [bool(one.role) for one in whole.projects or ()] == [True, False, False, False, False]


def test_no_project_is_there_twice_when_the_account_is_listed_again(ilse: Account) -> None:
    own = profile(drafted(ilse))
    seen = Observation(source="accounts", subject="account:ilse", observed_on=TODAY, fingerprint="1", seen=ilse.seen)
    whole = adopted(own, Evidence(observations=(seen,)))
    assert [one.id for one in whole.projects or ()] == [one.id for one in own.projects or ()]
    more = own.model_copy(update={"github": own.github and own.github.model_copy(update={"most": 6})})
    again = adopted(more, Evidence(observations=(seen,)))
    assert [one.id for one in again.projects or ()] == [one.id for one in own.projects or ()]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"<[^>]*>|[*`]", " ", text).casefold()))


def test_every_sentence_is_the_accounts_or_a_readmes(ilse: Account) -> None:
    own = profile(drafted(ilse))
    sources = [ilse.person.bio or "", *(one.listed.description or "" for one in ilse.repositories)]
    sources += [one.text for one in (ilse.about, *(one.readme for one in ilse.repositories)) if one]
    said = plain(" ".join(sources))
    texts = [own.headline, own.summary.partition("Public projects:")[0]]
    for one in own.projects or ():
        texts += [one.summary, one.problem or "", one.approach or "", one.outcome or ""]
    sentences = [plain(one) for text in texts for one in re.split(r"(?<=[.:])\s+|\n", text)]
    assert len(sentences) > 15
    assert [one for one in sentences if one not in said] == []


def test_what_is_somebody_elses_supports_no_skill_and_no_date(ilse: Account) -> None:
    own = profile(drafted(ilse))
    theirs = next(one for one in own.projects or () if one.id == "meterfmt")
    assert (theirs.start, theirs.live, [one.name for one in own.skills or () if one.name == "Go"]) == (None, None, [])


def test_forks_archived_empty_private_and_profile_repositories_are_left_out(ilse: Account) -> None:
    assert [one.id for one in profile(drafted(ilse)).projects or ()] == [
        "gridline", "meterfmt", "tariff-calculator", "dbt-meters", "meter-store",
    ]  # fmt: skip


def test_without_a_token_it_is_asked_within_the_limit_and_pins_are_not_known(hub: Hub, tmp_path: Path) -> None:
    before = len(hub.asked)
    made = drafted(look("ilse", access(hub, tmp_path)))
    assert [one["id"] for one in made.projects] == ["gridline", "tariff-calculator", "dbt-meters", "meter-store"]
    assert len(hub.asked) - before == 6 + 2 * 4


def test_the_address_that_git_knows_is_taken_where_the_account_commits_with_it(ilse: Account) -> None:
    assert drafted(ilse).email is None
    assert drafted(ilse, "somebody@else.example").email is None
    made = drafted(ilse, "Ilse@ilse.example")
    assert (made.email, made.identities) == ("Ilse@ilse.example", ("ilse@work.example",))


@pytest.mark.parametrize(
    ("login", "fault", "said"),
    [
        ("nobody", None, "there is no account 'nobody' on GitHub; check the name"),
        ("ilse", limited(), "GitHub could not be read: GitHub's hourly limit is used up; try again after 2026-11-22"),
    ],
)
def test_what_goes_wrong_is_one_line(login: str, fault: object, said: str, hub: Hub, tmp_path: Path) -> None:
    hub.faults += [fault] * 3 if fault else []  # type: ignore[list-item]
    try:
        with pytest.raises(FolioError) as raised:
            look(login, access(hub, tmp_path))
    finally:
        hub.faults.clear()
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_hostile_texts_stay_texts(hub: Hub, tmp_path: Path) -> None:
    text = profile_text(drafted(look("mallory", access(hub, tmp_path))))
    made = profile_in(text)
    assert CONTROL.search(text) is None
    assert (made.contact.email, made.links.website, made.identities) == (None, None, ("fine@evil.example",))
    assert made.name == "Mallory: {{ 7*7 }} headline: pwned"
    assert made.headline.startswith("'\"\\ --- - evil: true # no comment")


texts = st.text(st.characters(codec=None), max_size=200)


@cache
def person(name: str, bio: str, place: str) -> Person:
    return Person("ada", name or None, bio or None, place or None, place or None, place or None, None)


@given(name=texts, bio=texts, place=texts, description=texts, readme=texts)
def test_whatever_an_account_says_makes_a_profile(
    name: str, bio: str, place: str, description: str, readme: str
) -> None:
    listed = Listed(name="ada/loom", url="https://github.com/ada/loom", description=description, topics=(place, "dbt"))
    shown = Shown(listed, own=True, languages={"Python": 9, place: 4}, readme=Readme("README.md", readme))
    about = Readme("readme.rst", f"{readme}\n\n{bio}")
    seen = AccountSeen(login="ada", website=None, addresses=(place,))
    made = profile_in(profile_text(drafted(Account(person(name, bio, place), seen, about, (shown,), TODAY))))
    assert [one.id for one in made.projects or ()] == ["loom"]


def test_a_project_that_nobody_described_says_what_it_is_written_in_and_asks_for_more() -> None:
    listed = Listed(name="ada/my_api", url="https://github.com/ada/my_api", description="api")
    shown = Shown(listed, own=True, languages={"Go": 9, "Makefile": 90})
    account = Account(person("", "", ""), AccountSeen(login="ada", website=None), None, (shown,), TODAY)
    text = profile_text(drafted(account))
    [made] = profile_in(text).projects or ()
    assert (made.title, made.summary, profile_in(text).headline) == ("My API", "Written in Go.", "Software in Go")
    assert ("Nobody has written a summary" in text, "only what your code is written in" in text) == (True, True)


@pytest.mark.parametrize(
    ("pushed", "archived", "end"),
    [(date(2026, 5, 1), False, None), (date(2026, 5, 1), True, "2026-05"), (date(2025, 3, 9), False, "2025-03")],
)
def test_what_is_archived_or_without_a_push_in_a_year_has_ended(pushed: date, archived: bool, end: str | None) -> None:
    listed = Listed(
        name="ada/a", url="https://github.com/ada/a", archived=archived, created_on=date(2024, 2, 1), pushed_on=pushed
    )
    seen = AccountSeen(login="ada", website=None)
    account = Account(person("", "", ""), seen, None, (Shown(listed, own=True),), TODAY)
    [made] = profile(drafted(account)).projects or ()
    assert (str(made.start), str(made.end) if made.end else None) == ("2024-02", end)


def test_an_account_with_nothing_in_it_begins_with_examples() -> None:
    nothing = Account(person("", "", ""), AccountSeen(login="ada", website=None), None, (), TODAY)
    made = profile(drafted(nothing))
    assert (made.name, made.projects, made.skills) == ("ada", None, None)
    assert made.github is not None
    assert made.github.most == 6


@pytest.mark.parametrize(
    ("name", "text", "title", "intro"),
    [
        ("README.md", "# Loom\n\nWeaves patterns from punched cards, fast.", "Loom", "Weaves patterns from punched cards, fast."),
        ("README.md", "Weaves patterns from punched cards.\n\n## Install\n\nRun the script of the same name.", "",
         "Weaves patterns from punched cards."),
        ("README.md", "# Loom\n\n[a](b) [c](d) [e](f)\n\n> Somebody said something very nice about it.\n\n- one of many items in a list\n",
         "Loom", ""),
        ("README.md", "# Loom\n\n## Install\n\nRun the script of the same name.\n\n## About\n\nIt weaves what it is told to.",
         "Loom", "It weaves what it is told to."),
        ("README.md", "# Vite\n\nThis template provides a minimal setup to get React working in Vite.", "", ""),
        ("README.adoc", "= Loom\n\nWeaves patterns from punched cards.", "Loom", "Weaves patterns from punched cards."),
        ("README.md", "---\ntitle: x\n---\n<h1 align=center>Loom</h1>\n<p>\n  Weaves <b>patterns</b> from `Card<T>` decks.\n</p>",
         "Loom", "Weaves patterns from Card<T> decks."),
        ("README.md", "[" * 20_000, "", ""),
        ("README.md", "", "", ""),
    ],
)  # fmt: skip
def test_a_readmes_title_and_first_real_paragraph_are_found(name: str, text: str, title: str, intro: str) -> None:
    found = told(Readme(name, text))
    assert (found.title, "".join(found.intros[:1])) == (title, intro)


def test_words_are_made_plain_and_end_where_a_sentence_ends() -> None:
    assert words.line(":rocket: Ships 🚀 fast\u202e, as `ever` \ud83d") == "Ships fast, as ever"
    assert words.ended("One. Two is longer. Three.", 20) == "One. Two is longer."
    assert words.ended("A sentence that has no end", 12) == "A sentence…"
    assert [words.from_name(name, {"dbt": "dbt"}) for name in ("dbt-meters", "my_app", "PyLoom", "...")] == [
        "dbt meters", "My app", "PyLoom", "...",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "named", "track"),
    [
        ("Full-stack developer", [["Python"]], "full-stack"),
        ("", [["Python", "PyTorch"], ["PyTorch"]], "ml-engineer"),
        ("", [["TypeScript", "React"], ["TypeScript"], ["Go"]], "full-stack"),
        ("", [["Zig"]], None),
    ],
)
def test_the_track_is_what_the_person_says_or_what_most_repositories_speak_for(
    said: str, named: list[list[str]], track: str | None
) -> None:
    assert skills.track(said, named) == track
