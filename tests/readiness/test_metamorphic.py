"""What must not matter does not: I10 (names and popularity change nothing) and I11 (doing the same again gains nothing).

Whole runs over real repositories, so that a name read anywhere on the way would show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from folio.evidence.model import HostedSeen
from folio.pipeline import score
from folio.readiness.report import Report
from folio.readiness.rubric import platforms
from personas.people import Persona, freelancer
from personas.run import OPTIONS, Town
from repository.build import ME, Built
from validation.case import Case, Commits
from validation.person import Person, Workshop, article, honest


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder: Path = tmp_path_factory.mktemp("metamorphic")
    return Town(folder)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder: Path = tmp_path_factory.mktemp("again")
    return Workshop(folder)


def figures(reports: Mapping[str, Report]) -> dict[str, object]:
    """Every figure on every platform, and no words."""
    return {
        name: (report.totals, report.parts, report.level.id, report.up_to.id,
               [(one.id, one.weight, one.score, one.ceiling, one.parts) for one in report.checks])
        for name, report in reports.items()
    }  # fmt: skip


# ------------------------------------------------------------------ I10: what is never read


def written_anew(persona: Persona, *changes: tuple[str, str]) -> Persona:
    """The same person, where every mention of something in the profile and in the texts is another."""

    def anew(text: str) -> str:
        for before, after in changes:
            text = text.replace(before, after)
        return text

    said = yaml.safe_load(anew(yaml.safe_dump(dict(persona.said), allow_unicode=True)))
    return replace(persona, said=said, texts={name: anew(text) for name, text in persona.texts.items()})


def committed_by(case: Case, address: str) -> Case:
    """The same repository, by somebody with another address."""
    return replace(case, commits=tuple(replace(one, by=address) for one in case.commits))


def another_address(persona: Persona) -> Persona:
    address = "o.adeyemi@elsewhere.example"
    repositories = {name: committed_by(case, address) for name, case in persona.repositories.items()}
    return replace(written_anew(persona, (ME, address)), repositories=repositories)


def another_repository(persona: Persona) -> Persona:
    """The project is called otherwise, and so is its repository, its address and all that points at it."""
    changes = (("project:shelf", "project:awesome-ai"), ("code/shelf", "code/awesome-ai"), ("id: shelf", "id: awesome-ai"),
               ("mara-example/shelf", "mara-example/awesome-ai"), ("shelf.example.org", "awesome-ai.example.org"))  # fmt: skip
    repositories = {"awesome-ai" if name == "shelf" else name: case for name, case in persona.repositories.items()}
    return replace(written_anew(persona, *changes), repositories=repositories)


def with_work(persona: Persona, **changes: Any) -> Persona:
    return persona.changed(work=[{**persona.said["work"][0], **changes}])


RENAMED: dict[str, Callable[[Persona], Persona]] = {
    "name": lambda one: one.changed(name="Oluwaseun Adeyemi"),
    "address": another_address,
    "user": lambda one: written_anew(one, ("mara-example", "x-coder-x")),
    "repository": another_repository,
    "city": lambda one: one.changed(contact={**one.said["contact"], "location": "San Francisco"}),
    "employer": lambda one: with_work(one, organisation="Google DeepMind"),
    "client": lambda one: one.changed(clients=[{"id": "grocer", "name": "Amazon", "sector": "retail"}]),
    "school": lambda one: one.changed(education=[{"title": "PhD", "institution": "ETH Zurich", "kind": "degree"}]),
    "photo": lambda one: one.changed(photo={"file": "photo.png", "alt": "Somebody else altogether"}),
    "referee": lambda one: written_anew(one, ("Rasa Petrauskaite", "Elon Musk")),
}


@pytest.mark.parametrize("what", RENAMED)
def test_i10_another_name_changes_no_figure(what: str, town: Town) -> None:
    before, after = freelancer(), RENAMED[what](freelancer())
    assert after != before
    assert figures(town.reports(after)) == figures(town.reports(before))


def test_i10_what_the_picture_shows_changes_no_figure(town: Town) -> None:
    home = town.home(freelancer())
    before = score(home, OPTIONS).reports
    picture = home / "photo.png"
    picture.write_bytes(picture.read_bytes()[::-1])
    assert [one.totals for one in score(home, OPTIONS).reports] == [one.totals for one in before]


POPULAR = {"stargazers_count": 48_211, "forks_count": 3_900, "watchers": 1_200, "followers": 90_000}


def test_i10_stars_forks_watchers_and_followers_have_no_place_in_what_is_kept(town: Town) -> None:
    """Whoever writes them into the kept evidence by hand has evidence that nobody reads."""
    home = town.home(freelancer())
    before = score(home, OPTIONS).reports
    for file in sorted((home / ".folio" / "evidence").rglob("*.json")):
        text = file.read_text(encoding="utf-8")
        many = re.sub(r'("kind": ?"hosted",?)', r'\1 "stargazers_count": 48211,', text)
        file.write_text(many, encoding="utf-8")
    assert set(POPULAR).isdisjoint(HostedSeen.model_fields)
    after = score(home, OPTIONS).reports
    assert all(now.totals.earned <= then.totals.earned for now, then in zip(after, before, strict=True))


# ------------------------------------------------------------------ I11: the same once more


def gains(before: Report, after: Report) -> dict[str, int]:
    scores = {check.id: check.score for check in before.checks}
    return {check.id: gain for check in after.checks if (gain := check.score - scores[check.id]) > 0}


def losses(before: Report, after: Report) -> dict[str, int]:
    return gains(after, before)


def bakery(person: Person | None = None) -> Case:
    return (person or honest()).projects["bakery"]


def blank(text: str) -> str:
    """More blank lines, and trailing blanks."""
    return re.sub(r"\n", "  \n\n", text)


def commented(text: str) -> str:
    return "".join(f"# line {number}\n{line}" for number, line in enumerate(text.splitlines(keepends=True)))


def only_code(case: Case, change: Callable[[str], str]) -> dict[str, str]:
    return {path: change(text) if path.endswith(".py") else text for path, text in case.files.items()}


def moved(case: Case) -> Case:
    """The package in another folder, and what imports it."""

    def elsewhere(path: str) -> str:
        return re.sub(r"^bakery/", "bread/", path)

    files = {elsewhere(path): text.replace("from bakery", "from bread") for path, text in case.files.items()}
    return replace(case, files=files, fill={elsewhere(path): lines for path, lines in case.fill.items()})


MORE = Commits(start="2026-03-15", subject="Say more about the rule", lines=200)
EMPTY = Commits(start="2024-01-01", count=200, every=3, subject="Think about rule {n}", lines=0)
FIRST, LATER = honest().articles["loaves"]


def with_bakery(case: Case) -> Person:
    return honest().project("bakery", case)


def and_commits(*more: Commits) -> Case:
    return replace(bakery(), commits=(*bakery().commits, *more))


AGAIN: dict[str, tuple[Person, Person]] = {
    "a copy of a repository": (honest(), honest().project("bread", bakery())),
    "a copy of each repository": (
        honest(), honest().project("bread", bakery()).project("store", honest().projects["depot"]),
    ),
    "an article on a second site": (honest(), honest().wrote("again", "2026-08-03", LATER)),
    "an article in three weeks again": (
        honest(), honest().wrote("b", "2026-08-03", LATER).wrote("c", "2026-08-10", LATER).wrote("d", "2026-08-17", LATER),
    ),
    "an article with other white space": (honest(), honest().wrote("again", "2026-08-03", LATER.replace(" ", "  "))),
    "blank lines in the code": (honest(), with_bakery(replace(bakery(), files=only_code(bakery(), blank)))),
    "comments in the code": (honest(), with_bakery(replace(bakery(), files=only_code(bakery(), commented)))),
    "one commit in fifty pieces": (
        with_bakery(and_commits(MORE)), with_bakery(and_commits(replace(MORE, count=50, seconds=11, lines=4))),
    ),
    "two hundred empty commits": (honest(), with_bakery(and_commits(EMPTY))),
    "the files in another folder": (honest(), with_bakery(moved(bakery()))),
    "the skills twice": (honest(), honest().says(skills=[*honest().said["skills"], *honest().said["skills"]])),  # type: ignore[misc]
}  # fmt: skip


@pytest.mark.parametrize("what", AGAIN)
def test_i11_doing_the_same_again_gains_nothing(what: str, workshop: Workshop) -> None:
    before, after = (workshop.report(one) for one in AGAIN[what])
    assert gains(before, after) == {}


@pytest.mark.parametrize("what", [name for name in AGAIN if name.startswith(("a copy", "an article"))])
def test_i11_a_copy_costs_nothing_either(what: str, workshop: Workshop) -> None:
    before, after = (workshop.report(one) for one in AGAIN[what])
    assert losses(before, after) == {}
    assert after.totals.earned == before.totals.earned
    assert after.exclusions


def test_i11_files_moved_later_gain_nothing(tmp_path: Path) -> None:
    """Moved by a commit of its own, with a history that knows both places."""
    made = Built(tmp_path / "mill").commit
    text = "".join(f"def weigh_{number}(grams):\n    return grams * {number}\n" for number in range(90))
    made("Weigh the flour", {"mill/weigh.py": text, "README.md": "# mill\n"}, at="2026-03-02T10:00:00Z")
    (tmp_path / "profile.yaml").write_text(MILL, encoding="utf-8")
    before = score(tmp_path, OPTIONS).reports
    (tmp_path / "mill" / "flour").mkdir()
    (tmp_path / "mill" / "mill" / "weigh.py").rename(tmp_path / "mill" / "flour" / "weigh.py")
    made("Keep the flour apart", at="2026-06-09T10:00:00Z")
    after = score(tmp_path, OPTIONS).reports
    assert {one.platform.id for one in after} == set(platforms())
    for then, now in zip(before, after, strict=True):
        assert gains(then, now) == {}


MILL = f"""\
name: Mara Example
headline: Weighs flour
summary: I weigh flour.
identities: [{ME}]
projects:
  - {{id: mill, title: Mill, summary: Weighs flour., repository: mill}}
articles: []
"""


def test_an_honest_article_would_gain(workshop: Workshop) -> None:
    """Without room for more, nothing above could fail."""
    after = workshop.report(honest().wrote("new", "2026-08-03", article("new", 900)))
    assert len(gains(workshop.report(honest()), after)) >= 4
