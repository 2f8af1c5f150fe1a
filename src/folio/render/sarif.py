"""What repositories lack, as SARIF 2.1.0: the form in which code hosts and editors take the findings of tools.

A result is something that was looked for in a repository, is known not to be there, and would raise the score. What is
not known is no result: nobody may be alarmed by what was not looked at. It is told as a notification of the run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from folio.readiness.figures import hours
from folio.readiness.report import CheckSeen, ItemSeen, Report
from folio.render.plain import plain
from folio.render.report_view.checks import WEB
from folio.render.repository_places import Spot, commit_of, readme_of, spots
from folio.render.sarif_log import MOST, Json, log, message, rule_name, tool

FINGERPRINT = "folioFinding/v1"


def sarif(report: Report) -> str:
    """The findings in the repositories that were read, as one SARIF log with one run."""
    checks = [check for check in report.checks if any(map(commit_of, check.items))]
    rules = {check.id: number for number, check in enumerate(checks)}
    results = [one for check in checks for one in _results(report, check, rules[check.id])]
    run: Json = {
        "tool": tool(list(map(_rule, checks))),
        "automationDetails": {
            "id": f"folio/{quote(report.platform.id)}/{quote(report.track)}/{report.today.isoformat()}",
            "description": message(f"Readiness for {report.platform.title}, as {report.role}"),
        },
        "originalUriBaseIds": _bases(report),
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report, rules))}
        ],
        "results": results[:MOST],
        "properties": {
            "platform": report.platform.id,
            "track": report.track,
            "asOf": plain(report.platform.as_of),
            "day": report.today.isoformat(),
            "rubric": report.rubric.id,
            "rubricVersion": report.rubric.version,
            "rubricDigest": report.rubric.digest,
            "commits": _commits(report),
            "resultsLeftOut": max(len(results) - MOST, 0),
        },
    }
    return log(run)


def _rule(check: CheckSeen) -> Json:
    address = next((one.url for one in check.sources if one.url and WEB.fullmatch(one.url)), None)
    rule: Json = {
        "id": check.id,
        "name": rule_name(check.id),
        "shortDescription": message(check.title),
        "fullDescription": message(f"{check.why} Measured: {check.measures}."),
        "help": message(f"Next step: {check.next} ({hours(check.minutes)})."),
        "defaultConfiguration": {"level": _level(check)},
        "properties": {"category": check.category, "tags": ["readiness", check.category], "precision": "high"},
    }
    return rule | ({"helpUri": address} if address else {})


def _results(report: Report, check: CheckSeen, rule: int) -> Iterator[Json]:
    """What each repository that was read lacks of a check; nothing where more would not raise its score."""
    if check.aggregate == "union" or (check.ceiling == 1000 and not check.hygiene):
        return
    for item in check.items:
        if commit_of(item) and _lacks(check, item):
            seen: dict[str, int] = defaultdict(int)
            for spot in spots(item) if check.hygiene and item.places else _anchor(report, item):
                seen[spot.path] += 1
                yield {
                    "ruleId": check.id,
                    "ruleIndex": rule,
                    "level": _level(check),
                    "message": message(_message(check, item)),
                    "locations": [_location(item, spot)],
                    "partialFingerprints": {FINGERPRINT: _identity(check, item, spot, seen[spot.path])},
                }


def _lacks(check: CheckSeen, item: ItemSeen) -> bool:
    """Whether something is known to be missing: not even everything that nobody could read would make it whole."""
    unread = [one for one in check.unread if one.subject == item.subject]
    best = max((1000 if one.best is None else one.best for one in unread), default=0)
    return max(item.quality, best) < 1000


def _anchor(report: Report, item: ItemSeen) -> tuple[Spot, ...]:
    """Where a part that is there was found, or the README: what is missing has no place of its own."""
    return spots(item)[:1] or (Spot(readme_of(report, item.subject)),)


def _location(item: ItemSeen, spot: Spot) -> Json:
    where = {"uri": quote(spot.path, errors="replace"), "uriBaseId": _base(item.subject)}
    return {
        "physicalLocation": {"artifactLocation": where, "region": {"startLine": spot.line}},
        "logicalLocations": [{"name": plain(item.name), "kind": "module"}],
    }


def _message(check: CheckSeen, item: ItemSeen) -> str:
    """What is missing and the next step."""
    says = item.says or "not found"
    if item.quality and "not found" not in says:
        says += f", which is {item.quality // 10} % of what is looked for"
    return f"{check.title}, in {item.name}: {says}. Next: {check.next}."


def _identity(check: CheckSeen, item: ItemSeen, spot: Spot, number: int) -> str:
    """The same from run to run while a finding stays: of a secret its file, else the repository and the check alone."""
    parts = [check.id, item.subject, *((spot.path, str(number)) if check.hygiene else ())]
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def _notifications(report: Report, rules: dict[str, int]) -> Iterator[Json]:
    """What nobody could read in a project, once for each reason."""
    reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
    for check in report.checks:
        if check.id in rules:
            for one in check.unread:
                if one.subject.startswith("project:"):
                    reasons[one.name, one.why].append(check.id)
    for (name, why), checks in reasons.items():
        yield {
            "level": "note",
            "message": message(f"Not known, {name}: {why}. It touches: {', '.join(checks)}."),
            "descriptor": {"id": "not-known"},
        }


def _bases(report: Report) -> Json:
    """Each repository's root, by its project; where that lies is nobody's business but the reader's."""
    items = (item for check in report.checks for item in check.items if commit_of(item))
    return {_base(item.subject): {"description": message(f"the repository of {item.name}")} for item in items}


def _commits(report: Report) -> dict[str, str]:
    items = (item for check in report.checks for item in check.items)
    return {_base(item.subject): commit for item in items if (commit := commit_of(item))}


def _base(subject: str) -> str:
    """`shelfcast`, from `project:shelfcast#2`."""
    return subject.partition("#")[0].partition(":")[2]


def _level(check: CheckSeen) -> str:
    return "error" if check.hygiene else "note"
