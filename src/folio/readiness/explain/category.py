"""One category: how its checks come to its points."""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.explain.section import Section
from folio.readiness.figures import tenths
from folio.readiness.report import CategorySeen, CheckSeen, Report


def category_sections(report: Report, category: CategorySeen) -> Iterator[Section]:
    """What a category weighs on this platform, each of its checks, and their sum."""
    checks = [one for one in report.checks if one.category == category.id]
    kind = "a pillar" if category.pillar else "a category"
    weight = f"{kind} that weighs {category.weight} of 1,000 on {report.platform.title}"
    yield Section(f"{category.title} ({category.id})", (weight, *_floor(report, category)))
    yield Section("How it adds up: weight x score, in millionths of the whole", tuple(_sum(category, checks)))
    if closed := [one.title for one in checks if not one.weight and not one.hygiene]:
        yield Section(f"Without weight on {report.platform.title}", tuple(closed))


def _floor(report: Report, category: CategorySeen) -> Iterator[str]:
    for one in report.conditions:
        if one.kind == "floor" and one.about == category.id:
            yield f"{report.target.title} asks for a floor: {one.title}; {one.says}: {one.state}"


def _sum(category: CategorySeen, checks: list[CheckSeen]) -> Iterator[str]:
    for one in checks:
        if one.weight:
            unknown = f", not known {one.split.unknown:,}" if one.split.unknown else ""
            missing = f", not there {one.split.missing:,}" if one.split.missing else ""
            yield f"{one.id}: {one.weight} x {one.score} = {one.split.earned:,}{unknown}{missing}"
    split, points = category.split, category.points
    yield f"together: earned {split.earned:,}, not known {split.unknown:,}, not there {split.missing:,}"
    figures = f"{tenths(split.earned)}, {tenths(split.unknown)} and {tenths(split.missing)} points"
    printed = f"{points.earned}, {points.unknown} and {points.missing}"
    yield f"which is {figures}; printed as {printed}, so that all categories together make whole points"
