"""Signals that let somebody watch it run. Source: rubric, `monitoring-present`."""

from __future__ import annotations

import ast
import re

from folio.repository.classify import Kind, ending
from folio.repository.model import Place
from folio.repository.tree import Tree
from folio.repository.usage import called, called_like, matched, one_each

READY = {
    "structlog": {"*": "structured logging"},
    "loguru": {"*": "structured logging"},
    "pythonjsonlogger": {"*": "structured logging"},
    "logfire": {"*": "tracing"},
    "prometheus_client": {"*": "metrics"},
    "prometheus_fastapi_instrumentator": {"*": "metrics"},
    "statsd": {"*": "metrics"},
    "datadog": {"*": "metrics"},
    "opentelemetry": {"get_meter": "metrics", "MeterProvider": "metrics", "*": "tracing"},
    "ddtrace": {"*": "tracing"},
    "elasticapm": {"*": "tracing"},
    "sentry_sdk": {"*": "error reporting"},
    "rollbar": {"*": "error reporting"},
    "bugsnag": {"*": "error reporting"},
    "evidently": {"*": "drift monitor"},
    "nannyml": {"*": "drift monitor"},
    "whylogs": {"*": "drift monitor"},
    "alibi_detect": {"*": "drift monitor"},
}
ELSEWHERE = {
    "structured logging": re.compile(
        r"\b(pino|winston)\(|winston\.createLogger|\bslog\.\w+\(|\bzap\.New|\bzerolog\.|\btracing::(info|warn|error)|LoggerFactory\.getLogger"
    ),
    "metrics": re.compile(r"\bprometheus\.(New|Must)|prom-client|\bMeterRegistry\b"),
    "tracing": re.compile(r"\botel\.|@opentelemetry|\bopentelemetry::"),
    "error reporting": re.compile(r"\bSentry\.init\(|\bsentry\.Init\("),
    "health endpoint": re.compile(r"[\"'`]/(api/)?(health|healthz|livez|readyz|ready|live|ping|status)[\"'`]"),
}
LANGUAGES = ("js", "jsx", "ts", "tsx", "mjs", "go", "rs", "java", "kt", "scala")
HEALTH = re.compile(
    r"/(api/)?(v\d+/)?(-/)?(health|healthz|health-check|healthcheck|livez|readyz|ready|live|liveness|readiness|heartbeat)/?"
)
METRICS_ROUTE = re.compile(r"/metrics/?")
DRIFT = re.compile(
    r"(^|_)drift(_|$)|population_stability|stability_index|(^|_)psi$|monitor_(check|stability|inputs|run)$"
)
ALERT = re.compile(r"^\s*-?\s*alert:\s*\S", re.M)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each signal; plain log lines are none, unless they carry fields."""
    found = called(tree, READY) + matched(tree, ELSEWHERE, LANGUAGES)
    found += [Place(name="drift monitor", path=one.path, line=one.line) for one in called_like(tree, DRIFT, at_least=4)]
    for module in tree.modules:
        if "logging" in module.packages:
            found += [
                Place(name="structured logging", path=module.path, line=line)
                for line in _with_fields(module.definitions, module.calls)
            ]
        for node in module.strings:
            if isinstance(node, ast.Constant) and HEALTH.fullmatch(str(node.value)):
                found.append(Place(name="health endpoint", path=module.path, line=node.lineno))
            elif isinstance(node, ast.Constant) and METRICS_ROUTE.fullmatch(str(node.value)):
                found.append(Place(name="metrics", path=module.path, line=node.lineno))
    for path in tree.of_kind(Kind.CONFIG):
        text = tree.read(path) or ""
        if ending(path) in ("yml", "yaml") and (match := ALERT.search(text)) and "expr:" in text:
            found.append(Place(name="alert rule", path=path, line=text.count("\n", 0, match.start()) + 1))
    return one_each(found)


def _with_fields(definitions: object, calls: object) -> list[int]:
    """Lines where the standard library's log records carry fields, or are written as JSON."""
    lines: list[int] = []
    for call in calls if isinstance(calls, tuple) else ():
        if call.last in ("debug", "info", "warning", "error", "exception", "critical", "log"):
            lines += [call.line for keyword in call.node.keywords if keyword.arg == "extra"]
    for one in definitions if isinstance(definitions, tuple) else ():
        if isinstance(one, ast.ClassDef) and any(ast.unparse(base).endswith("Formatter") for base in one.bases):
            lines += (
                [one.lineno]
                if any(isinstance(node, ast.Attribute) and node.attr == "dumps" for node in ast.walk(one))
                else []
            )
    return lines
