"""A program that uses folio as a library: mypy checks it, a test runs it, and docs/reference/api.md shows it.

Each function shows the names it is called after. `folder` holds a profile, and `out` is empty.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import folio

TODAY = date(2026, 11, 22)


def load(folder: Path) -> None:
    """Read a profile, or say what is wrong with it."""
    try:
        profile = folio.load(folder)
    except folio.InputError as error:
        for problem in error.problems:
            print(problem.position, problem.what, problem.todo)
        raise
    print(profile.name, [project.id for project in profile.projects or ()])


def load_each(folder: Path) -> None:
    """Read a profile in each of its languages."""
    for tag, profile in folio.load_each(folder).items():
        print(tag, profile.headline)


def validate(folder: Path) -> None:
    """Say what is wrong, and what will look bad."""
    for problem in folio.validate(folder, today=TODAY):
        print(problem.severity, problem)


def collect(folder: Path) -> folio.Facts:
    """Look at what a profile names, without the network, and join both."""
    profile = folio.load(folder)
    access = folio.Access(base=folder, today=TODAY, offline=True)
    evidence = folio.collect(profile, access)
    return folio.derive(profile, evidence, today=TODAY)


def assess(facts: folio.Facts, out: Path) -> None:
    """Score by a platform's checklist, and write the report."""
    report = folio.assess(facts, folio.rubric("toptal"))
    print(report.level.title, report.points)
    folio.write(folio.render_report(report), out)


def plan(facts: folio.Facts) -> None:
    """Plan twelve hours."""
    found = folio.plan(facts, folio.rubric(), hours=12)
    for step in found.steps:
        print(step.step.todo)


def compose(facts: folio.Facts, folder: Path, out: Path) -> None:
    """Make the pages of the site, ready for `mkdocs build`."""
    enclosed = folio.enclosures(facts.profile, folder)
    portfolio = folio.compose(facts, None, enclosed)
    folio.write(folio.render_site(portfolio), out)


def compose_resume(facts: folio.Facts, folder: Path, out: Path) -> None:
    """Make the résumé."""
    resume = folio.compose_resume(facts, folio.enclosures(facts.profile, folder))
    folio.write([folio.resume_pdf(resume)], out)


def import_profile(document: Path, folder: Path) -> None:
    """Begin with another tool's document; the folder has no profile yet."""
    made = folio.import_profile(document, folder)
    print(made.format.title, made.path)
    for left in made.taken.left:
        print("kept under extra:", left)


def export(folder: Path, out: Path) -> None:
    """Write the profile for another tool."""
    made = folio.export(folio.load(folder), "json-resume")
    folio.write([folio.Artifact.of("resume.json", made.text)], out)
