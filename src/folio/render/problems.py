"""Problems of a profile in the forms that other programs read: JSON, SARIF 2.1.0, and commands to GitHub's runner."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from folio.errors import Problem
from folio.render.plain import plain
from folio.render.sarif_log import MOST, Json, log, message, rule_name, tool
from folio.render.workflow import Kind, command, limited

FINGERPRINT = "folioProblem/v1"


def as_json(profile: str, problems: Sequence[Problem], fixable: Collection[Problem]) -> str:
    """The problems in a shape that stays: fields may be added, and none is taken away or given another meaning."""
    whole = {
        "profile": profile,
        "problems": [_entry(one, one in fixable) for one in problems],
        "errors": sum(one.severity == "error" for one in problems),
        "warnings": sum(one.severity == "warning" for one in problems),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem, fixable: bool) -> Json:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "field": problem.field,
        "message": problem.what,
        "todo": problem.todo,
        "fixable": fixable,
    }


def as_sarif(problems: Sequence[Problem], rules: Mapping[str, str]) -> str:
    """The problems as a log with one run; `rules` says of each rule of advice what it looks for."""
    names = sorted({one.rule for one in problems})
    numbers = {name: number for number, name in enumerate(names)}
    results = [_result(one, numbers[one.rule]) for one in problems[:MOST]]
    run: Json = {
        "tool": tool([_rule(name, rules.get(name)) for name in names]),
        "automationDetails": {"id": "folio/validate/"},
        "invocations": [{"executionSuccessful": True}],
        "results": results,
        "properties": {"resultsLeftOut": max(len(problems) - MOST, 0)},
    }
    return log(run)


def _rule(name: str, says: str | None) -> Json:
    return {"id": name, "name": rule_name(name)} | ({"shortDescription": message(says)} if says else {})


def _result(problem: Problem, number: int) -> Json:
    at = problem.position
    region = {"region": {"startLine": at.line, "startColumn": max(at.column, 1)}} if at.line else {}
    result: Json = {
        "ruleId": problem.rule,
        "ruleIndex": number,
        "level": problem.severity,
        "message": message(_says(problem)),
        "partialFingerprints": {FINGERPRINT: _identity(problem)},
    }
    if at.line:
        result["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(at.file)}, **region}}]
    return result


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")


def _identity(problem: Problem) -> str:
    """The same while a problem stays, wherever its line moves to."""
    parts = (problem.rule, problem.position.file, problem.field, problem.what)
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def as_annotations(problems: Sequence[Problem]) -> str:
    """Workflow commands, one a line, errors first; each is shown at its line of the file."""
    kinds: tuple[Kind, ...] = ("error", "warning")
    lines = {
        kind: [command(kind, one.rule, _says(one), place=one.position) for one in problems if one.severity == kind]
        for kind in kinds
    }
    every = [line for kind in kinds for line in limited(kind, lines[kind], "found by 'folio validate'")]
    return "".join(f"{line}\n" for line in every)


def _says(problem: Problem) -> str:
    name = f"{problem.field}: " if problem.field else ""
    return plain(f"{name}{problem.what}{f'; {problem.todo}' if problem.todo else ''}")
