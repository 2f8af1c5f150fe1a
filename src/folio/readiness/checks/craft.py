"""Software craft: would another engineer be glad to take it over?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.check import (
    UNKNOWN_LANGUAGE,
    Finding,
    Found,
    Item,
    Unread,
    Unsure,
    at,
    check,
    graded,
    plural,
    repository_check,
    unread_code,
    unread_readme,
    unseen_ci,
)
from folio.repository.model import RepositorySeen

LATEST_DAYS = 40
"""Days listed for one repository; more than the curve ever counts, so that nothing is lost by the limit."""


@repository_check("tests-meaningful")
def tests_meaningful(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Tests that can fail are the difference between "it works" and "it worked when I left"."""
    tests = repository.tests
    if tests.imports_project:
        says = f"{plural(tests.assertions, 'assertion')} in {plural(tests.files, 'test file')}"
        yield Found(says, amount=tests.assertions, places=at(repository.largest_tests))
    else:
        yield Found("no test imports the project", amount=0)


@repository_check("ci-runs-tests", every_file=False)
def ci_runs_tests(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Speed without breakage: the next change is tested whether or not anybody remembers to."""
    ci = repository.ci
    unsure = None if ci.unseen else False
    steps = ci.test_steps or ci.lint_steps or ci.deploy_steps
    parts = {"ci": bool(steps) or unsure, "tests": bool(ci.test_steps) or unsure}
    yield from graded(parts, places=steps, why=unseen_ci(repository))


README_PARTS = ("text", "headings", "install", "usage", "results", "licence")


@repository_check("readme-complete", every_file=False)
def readme_complete(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """The README is the first page of yours that a client's engineer reads, and often the last."""
    readme = repository.readme
    if readme is None or readme.scaffold:
        yield Found(parts=())
        if readme is None and (why := unread_readme(repository)):
            yield Unsure(why, Found(parts=README_PARTS))
        return
    usage = readme.code_blocks > 0 and readme.usage
    parts = {
        "text": readme.characters >= 400,
        "headings": readme.headings >= 2,
        "install": readme.install,
        "usage": usage if readme.code_blocks else False,
        "results": readme.results,
        "licence": True if repository.licence else readme.licence_note,
    }
    for find in graded(parts, why=UNKNOWN_LANGUAGE):
        yield Found(parts=find.parts, places=(f"{readme.path}:1",)) if isinstance(find, Found) else find


@repository_check("dependencies-declared-locked", every_file=False)
def dependencies_declared_locked(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """The same versions next year are why a client's build still works next year."""
    needs = repository.dependencies
    locked = bool(needs.locks) or needs.exact_pins >= 3
    shown = tuple(f"{path}:1" for path in (*needs.manifests, *needs.locks)[:8])
    parts = {"declared": bool(needs.manifests), "locked": locked}
    yield Found(parts=tuple(name for name, state in parts.items() if state), places=shown)


@repository_check("lint-format-types", every_file=False)
def lint_format_types(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Code that looks like everybody's is code somebody else can maintain."""
    tools = repository.toolchain
    parts = {
        "linter": bool(tools.linters),
        "formatter": bool(tools.formatters),
        "types": bool(tools.type_checkers),
        "enforced": tools.enforced,
    }
    yield from graded(parts, places=tools.places)


@repository_check("licence-present", every_file=False)
def licence_present(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Without a licence a client may look at your code and may not use any of it."""
    licence = repository.licence
    if licence is None:
        yield Found(parts=())
        return
    parts = {"file": True, "recognised": True if licence.spdx else None}
    for find in graded(parts, why=f"the text of {licence.path} was not recognised as a licence"):
        yield Found(parts=find.parts, places=(f"{licence.path}:1",)) if isinstance(find, Found) else find


@repository_check("modular-code")
def modular_code(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A notebook ends with its author; a package can be imported, tested and handed over."""
    code = repository.code
    lines = max(code.lines - code.test_lines - code.sql_lines, 0)
    says = f"{plural(lines, 'line')} in {plural(code.modules, 'module')}"
    yield Found(says, amount=lines if code.modules >= 3 else 0, places=at(repository.largest))


@check("commit-hygiene", of_code=True)
def commit_hygiene(facts: Facts) -> Iterator[Finding]:
    """A history of small steps with reasons shows a client how you deliver; how often is nobody's business."""
    for project in facts.counted_projects:
        repository = project.repository
        if repository is None:
            continue
        days = [day for day in repository.history.own_days if day <= facts.today]
        for day in days[-LATEST_DAYS:]:
            yield Item(project.code, Level.OBSERVED, Found(day.isoformat(), facet=day.isoformat()))
        if repository.history.shallow:
            yield Unread(project.code, "a shallow clone holds no history", "fetch its whole history")
    yield from unread_code(facts)
