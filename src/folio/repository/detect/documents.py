"""What documents and notebooks say: on limits, on what failed, on how good the results are, and formulas.

Source: rubric, `limitations-stated`, `negative-results-documented`, `evaluation-report`, `derivations-written-out`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from folio.repository.classify import Kind
from folio.repository.code.usage import one_each
from folio.repository.documents.formulas import formulas
from folio.repository.documents.headings import kinds, matches
from folio.repository.documents.markdown import has_heading
from folio.repository.documents.passages import (
    MIN_NUMBERS,
    limiting_paragraphs,
    on_failures,
    on_limits,
    on_results,
    report,
)
from folio.repository.documents.prose import measured
from folio.repository.model import Documents, Passage, Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

PAGES = frozenset(["md", "markdown", "rst", "qmd", "rmd", "adoc", "asciidoc", "org", "ipynb"])
CHANGELOG = re.compile(r"(docs/)?(changelog|changes|history|news|release[-_]?notes)(\.(md|rst|txt|adoc|org))?", re.I)
CHANGES = re.compile(r"(^|/)(changelog|changes|history|news|release[-_]?notes)[^/]*$", re.I)
"""They name what was broken once, release by release."""
README = re.compile(r"(^|/)readme[^/]*$", re.I)
CARD = re.compile(r"(^|/)[^/]*(model[-_ ]?card|evaluation([-_ ]report)?|eval[-_ ]report)[^/]*$", re.I)
FIGURES = re.compile(r"(^|/)([\w-]*metrics|[\w-]*evaluation|eval_results|results|scores)\.(json|ya?ml)$", re.I)
VALUE = re.compile(r":\s*-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
HEADINGS = frozenset(["limitations", "failures", "report"])
OF_README = frozenset(["limitations", "failures", "evaluation"])
MAX_PASSAGES = 20
MAX_FORMULAS = 100
"""Twice as many as the curve of the check asks for."""
MAX_FIGURES = 200_000


def scan(file: File) -> Iterator[Mark]:
    """The passages and formulas of a document or notebook, as measures and digests; the name says on what."""
    if not file.prose:
        return
    for digest, line in sorted(formulas(file.prose).items())[:MAX_FORMULAS]:
        yield Mark("formula", 1 if file.ending == "ipynb" else line, digest)
    if (file.ending in PAGES or README.search(file.path)) and not CHANGES.search(file.path):
        for kind, found in _found(file):
            line = 1 if file.ending == "ipynb" else found.line
            yield Mark(kind, line, f"{found.digest} {found.numbers} {found.links}", found.words)


def detect(tree: Tree) -> Documents:
    """What stands in documents and in the text cells of notebooks."""
    marks = list(tree.marks("documents", Kind.DOCS, Kind.SOURCE))
    figures = (one for path in tree.own if FIGURES.search(path) and (one := _figures(path, tree.read(path) or "")))
    return Documents(
        changelog=next(
            (path for path in tree.own if CHANGELOG.fullmatch(path) and (tree.read(path) or "").count("\n") >= 3), None
        ),
        formulas=one_each(
            Place(name=mark.note, path=path, line=mark.line) for path, mark in marks if mark.name == "formula"
        )[:MAX_FORMULAS],
        limitations=_kept(_named(marks, "limitations")),
        failures=_kept(_named(marks, "failures")),
        evaluation=_kept([*_named(marks, "evaluation"), *figures]),
    )


def _found(file: File) -> Iterator[tuple[str, Passage]]:
    path, in_readme = file.path, README.search(file.path) is not None
    if in_readme:
        yield from (("limitations", one) for one in limiting_paragraphs(path, file.prose))
    named = CARD.search(path) or matches(path.rsplit("/", 1)[-1].split(".", 1)[0], "failures")
    wanted = OF_README if in_readme else HEADINGS
    if not named and not has_heading(file.prose, lambda line: not wanted.isdisjoint(kinds(line))):
        return
    if (page := file.page) is None:
        return
    yield from (("limitations", one) for one in on_limits(path, page))
    yield from (("failures", one) for one in on_failures(path, page))
    if in_readme:
        yield from (("evaluation", one) for one in on_results(path, page))
    elif CARD.search(path) or report(path, page):
        whole = measured(path, 1, "\n".join(one.prose for one in page.sections))
        yield from [("evaluation", whole)] * (whole.numbers >= MIN_NUMBERS)


def _named(marks: Iterable[tuple[str, Mark]], name: str) -> Iterator[Passage]:
    for path, mark in marks:
        if mark.name == name:
            digest, numbers, links = mark.note.split(" ")
            yield Passage(
                path=path, line=mark.line, words=mark.amount, numbers=int(numbers), links=int(links), digest=digest
            )


def _kept(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """The longest of those that differ: one text in two places is one."""
    distinct = {one.digest: one for one in sorted(found, key=lambda one: (not one.in_readme, one.path, one.line))}
    longest = sorted(distinct.values(), key=lambda one: (-one.words, one.path, one.line))[:MAX_PASSAGES]
    return tuple(sorted(longest, key=lambda one: (one.path, one.line)))


def _figures(path: str, text: str) -> Passage | None:
    """A file of metrics."""
    text = text[:MAX_FIGURES]
    if path.endswith(".json"):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return None
    values = len(VALUE.findall(text))
    return measured(path, 1, text).model_copy(update={"numbers": values}) if values >= MIN_NUMBERS else None
