"""Fundamentals: does the person know how it works, and doubt their own results?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.check import (
    READABLE,
    Finding,
    Found,
    Item,
    Unread,
    Unsure,
    at,
    check,
    facets,
    graded,
    names,
    plural,
    repository_check,
    unread_code,
    unread_files,
    unread_readme,
    unsaid,
)
from folio.readiness.texts import unread_texts
from folio.repository.model import Place, RepositorySeen

SECTION_OF_RESULTS = 500
"""What a section of the README is worth beside a report of its own, in thousandths."""


@repository_check("core-algorithms-from-scratch")
def core_algorithms_from_scratch(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Whoever has built a method once knows where it breaks; a client pays for that when a library call goes wrong."""
    for place in repository.algorithms:
        helped = place.note == "framework"
        says = f"{place.name}, with a framework's gradients" if helped else place.name
        yield Found(says, quality=600 if helped else 1000, facet=place.name, places=(str(place),))


@repository_check("numeric-check-against-reference")
def numeric_check_against_reference(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Own code that is compared with a trusted implementation is own code a client need not take on faith."""
    places = repository.tests.checked_against_reference
    if places:
        yield Found(f"compared with a reference: {', '.join(names(places))}", places=at(places))
    elif repository.algorithms:
        yield Found("own algorithms, and no test compares them with a reference", quality=0)


@check("derivations-written-out", of_code=True)
def derivations_written_out(facts: Facts) -> Iterator[Finding]:
    """Whoever writes the gradient down knows what the library does, and sees when it does something else."""
    for project in facts.counted_projects:
        for formula in project.repository.documents.formulas if project.repository else ():
            found = Found("a display formula", facet=formula.name, places=(str(formula),))
            yield Item(project.code, Level.OBSERVED, found)
        if project.repository:
            yield from unread_files(project.code, project.repository)
    for article in facts.counted_articles:
        for digest in article.seen.derivations if article.seen else ():
            yield Item(article.subject, Level.OBSERVED, Found("a display formula", facet=digest))
    yield from unread_code(facts)
    yield from unread_texts(facts, aside=bool(facts.counted_projects))


@repository_check("validation-discipline")
def validation_discipline(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A model that was judged on data it had seen fails in the client's hands, after the invoice."""
    schemes = [name for name in names(repository.validation) if name != "holdout"]
    parts = {
        "holdout": any(place.name == "holdout" for place in repository.validation),
        "scheme": bool(schemes),
        "second-scheme": len(schemes) > 1,
    }
    yield from graded(parts, places=repository.validation)


@repository_check("multi-metric-evaluation")
def multi_metric_evaluation(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """One number hides the errors that cost the client money; several show what is being traded away."""
    metrics = names(repository.metrics)
    says = ", ".join(metrics) or "no metric is computed"
    yield Found(says, amount=len(metrics), places=at(repository.metrics))


@repository_check("statistical-inference-used")
def statistical_inference_used(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """An interval or a test tells a client whether a gain is real before they build on it."""
    yield from facets(repository.inference)


@repository_check("learning-curves-read")
def learning_curves_read(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Two curves tell whether more data, more model or more care will help before a client pays for the wrong one."""
    curves = repository.learning_curves
    if curves:
        shown = any(place.note == "shown" for place in curves)
        says = ", ".join(names(curves))
        yield Found(says if shown else f"{says}; no output shows it", quality=1000 if shown else 600, places=at(curves))


@repository_check("baseline-compared")
def baseline_compared(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client wants to know what the expensive model adds to the cheap one, and at what cost."""
    tables = [one for one in repository.results_tables if one.baseline]
    priced = [one for one in tables if one.cost]
    # A table may stand there under words that folio does not have.
    why = unread_readme(repository)
    missing = None if why else False
    parts = {"baseline": bool(repository.baselines), "table": bool(tables) or missing, "cost": bool(priced) or missing}
    places = (*repository.baselines, *(Place(name="table", path=one.path, line=one.line) for one in priced or tables))
    yield from graded(parts, places=places, why=why or "")


@repository_check("evaluation-report", every_file=False)
def evaluation_report(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client who reads how it was judged, on what and with which numbers, need not take your word for it."""
    found = repository.documents.evaluation
    reports = [one for one in found if not one.in_readme]
    if reports:
        yield Found(f"{plural(reports[0].numbers, 'number')} in {reports[0].path}", places=at(reports))
    elif found:
        yield Found("results with numbers in the README", quality=SECTION_OF_RESULTS, places=at(found))
    else:
        yield Found("no evaluation with numbers", quality=0)
    if not found and (why := unread_readme(repository)):
        yield Unsure(why, Found(quality=SECTION_OF_RESULTS))


@repository_check("data-structures-practice")
def data_structures_practice(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Timed algorithm tests open most screens, and code with the right structure stays fast as data grows."""
    yield from facets(repository.structures)


@check("six-foundations-map")
def six_foundations_map(facts: Facts) -> Iterator[Finding]:
    """One weak foundation decides how a whole system behaves; pointing at proof for each shows there is none."""
    foundations = facts.profile.foundations
    if foundations is None:
        yield unsaid("foundations", "name, under 'foundations', what supports each of the six")
        return
    for foundation, references in foundations.items():
        if not references:
            yield Item("profile", Level.CLAIMED, Found(f"{foundation}, with nothing linked", facet=foundation))
        for reference in references:
            support = facts.support(reference)
            if support.level is not None:
                yield Item(reference, support.level, Found(foundation, facet=foundation))
            if support.level is None or support.unread is not None:
                todo = READABLE if reference.startswith("project:") else ""
                page = reference.startswith("http")
                why = support.says if page else f"{foundation} rests on it, and it was not read"
                yield Unread(reference, why, todo, Found(facet=foundation))
