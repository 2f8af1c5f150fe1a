"""Signals that let somebody watch it run. Source: rubric, `monitoring-present`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.code.elsewhere import matched, used
from folio.repository.code.python import Module
from folio.repository.code.tables import monitoring as tables
from folio.repository.code.usage import bases, called, defined_like, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

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
    "health endpoint": re.compile(r"[\"'`]/(api/)?(health|healthz|livez|readyz|ready|live|ping|status)[\"'`]"),
}
LANGUAGES = ("js", "jsx", "ts", "tsx", "mjs", "go", "rs", "java", "kt", "scala", "cpp", "cc", "jl", "rb", "php", "cs")
PLUMBED = re.compile(r"^#\*\s*@(?:get|head)\s+/(?:health|healthz|healthcheck|livez|readyz|ping)\b", re.M)
"""A route of R's plumber, which is a comment."""
HEALTH = re.compile(
    r"/(api/)?(v\d+/)?(-/)?(health|healthz|health-check|healthcheck|livez|readyz|ready|live|liveness|readiness|heartbeat)/?"
)
METRICS_ROUTE = re.compile(r"/metrics/?")
DRIFT = re.compile(
    r"(^|_)drift(_|$)|population_stability|stability_index|(^|_)psi$|monitor_(check|stability|inputs|run)$"
)
CONFIGURED: tuple[tuple[str, re.Pattern[str], re.Pattern[str], str], ...] = (
    # signal, files, what they say, what they say besides
    ("alert rule", re.compile(r"\.ya?ml$"), re.compile(r"^\s*-?\s*alert:\s*\S", re.M), "expr:"),
    (
        "alert rule",
        re.compile(r"\.tf$"),
        re.compile(r"^\s*resource\s+\"(google_monitoring_alert_policy|aws_cloudwatch_metric_alarm|datadog_monitor"
                   r"|azurerm_monitor_metric_alert|grafana_rule_group|newrelic_nrql_alert_condition)\"", re.M),
        "",
    ),
    (
        "structured logging",
        re.compile(r"(^|/)(logback|log4j2)[^/]*\.xml$"),
        re.compile(r"LogstashEncoder|JsonEncoder|JsonLayout|JsonTemplateLayout|EcsLayout"),
        "",
    ),
    (
        "health endpoint",
        re.compile(r"(^|/)(pom\.xml|build\.gradle(\.kts)?|build\.sbt)$"),
        re.compile(r"spring-boot-starter-actuator|quarkus-smallrye-health|micronaut-management"),
        "",
    ),
)  # fmt: skip
"""Signals that are configured and not coded."""


LEVELS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})


def scan(file: File) -> Iterator[Mark]:
    """Signals in own code; plain log lines are none, unless they carry fields."""
    yield from called(file, READY)
    yield from used(file, tables.SIGNALS)
    yield from matched(file, ELSEWHERE, LANGUAGES)
    if file.is_source and file.ending == "r" and (route := PLUMBED.search(file.text)):
        yield Mark("health endpoint", file.line(route.start()))
    yield from defined_like(file, DRIFT, "drift monitor", at_least=4)
    module = own_module(file)
    if module is None:
        return
    if "logging" in module.packages:
        yield from _with_fields(module)
    for node in module.strings:
        if isinstance(node, ast.Constant) and str(node.value)[:1] == "/":
            if HEALTH.fullmatch(str(node.value)):
                yield Mark("health endpoint", node.lineno)
            elif METRICS_ROUTE.fullmatch(str(node.value)):
                yield Mark("metrics", node.lineno)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each signal, alert rules among them."""
    found = tree.places("monitoring")
    for path in tree.own:
        for name, files, pattern, more in CONFIGURED:
            if files.search(path) and tree.kind(path) is not Kind.TEST:
                text = tree.read(path) or ""
                if (match := pattern.search(text)) and more in text:
                    found.append(Place(name=name, path=path, line=text.count("\n", 0, match.start()) + 1))
    return one_each(found)


def _with_fields(module: Module) -> Iterator[Mark]:
    """Where the standard library's log records carry fields, or are written as JSON."""
    for call in module.calls:
        if call.last in LEVELS and any(keyword.arg == "extra" for keyword in call.node.keywords):
            yield Mark("structured logging", call.line)
    for one in module.definitions:
        named = bases(module, one) if isinstance(one, ast.ClassDef) else ()
        if any(base.endswith("Formatter") for base in named) and any(
            isinstance(node, ast.Attribute) and node.attr == "dumps" for node in ast.walk(one)
        ):
            yield Mark("structured logging", one.lineno)
