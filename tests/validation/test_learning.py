"""Code that a course or a template gave is known by its fingerprint: it shows study, and no work of one's own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from folio.repository.origin.fingerprinting import fingerprint_at
from validation.ordinary import code
from validation.person import Workshop, honest, kept

COURSE = kept("course")
TEACHER = replace(
    COURSE, commits=tuple(replace(one, by="teacher@example.org", start="2024-01-01") for one in COURSE.commits)
)
OWN = "def greeting(name):\n    return f'Hello, {name}'\n\n\ndef farewell(name):\n    return f'Goodbye, {name}'\n"


def retyped(text: str) -> str:
    """The same code as a learner types it: other strings and numbers, two spaces for four, and no blank lines."""
    text = re.sub(r'"[^"\n]*"', '"mine"', text)
    text = re.sub(r"\b\d+\b", "7", text)
    return re.sub(r"^( {4})+", lambda found: "  " * (len(found[0]) // 4), text.replace("\n\n", "\n"), flags=re.M)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder: Path = tmp_path_factory.mktemp("learning")
    return Workshop(folder)


def rose(workshop: Workshop, case_files: dict[str, str], kind: str) -> dict[str, int]:
    """What a project with these files adds, by check, where the course is known as a template or a tutorial."""
    known = fingerprint_at(
        str(workshop.repository(TEACHER)), base=workshop.folder, scratch=workshop.folder, name="Microblog", kind=kind
    )
    learner = replace(COURSE, files={**COURSE.files, **case_files})
    before = workshop.report(honest(), fingerprints=(known,))
    after = workshop.report(honest().project("microblog", learner), fingerprints=(known,))
    scores = {check.id: check.score for check in before.checks}
    return {check.id: gain for check in after.checks if (gain := check.score - scores[check.id])}


@pytest.mark.parametrize("kind", ["tutorial", "template"])
@pytest.mark.parametrize("how", ["copied", "typed again"])
def test_a_course_that_was_followed_is_no_project(how: str, kind: str, workshop: Workshop) -> None:
    text = COURSE.files["course/app.py"]
    added = rose(workshop, {"course/app.py": text if how == "copied" else retyped(text)}, kind)
    assert added.keys() <= {"active-weeks", "commit-hygiene", "time-horizon"}, "study may show in the calendar alone"
    assert "project-substance" not in added


def test_a_few_own_lines_beside_a_template_are_no_project(workshop: Workshop) -> None:
    assert "project-substance" not in rose(workshop, {"course/hello.py": OWN}, "template")


def test_the_same_code_is_a_project_where_nobody_knows_the_course(workshop: Workshop) -> None:
    rise = workshop.report(honest().project("microblog", COURSE)).totals.earned
    assert rise > workshop.report(honest()).totals.earned


def test_what_was_written_by_oneself_counts_whatever_is_known(workshop: Workshop) -> None:
    """Otherwise the tests above could not fail."""
    own = code("course/app.py", 200, "Something nobody else wrote")
    assert "project-substance" in rose(workshop, {"course/app.py": own}, "tutorial")
