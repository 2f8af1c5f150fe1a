"""The detectors that look into files; which of them there are is said here and in `read`."""

from __future__ import annotations

from folio.repository import shingles
from folio.repository.detect import (
    algorithms,
    baselines,
    code,
    configuration,
    data_checks,
    documents,
    inference,
    metrics,
    models,
    monitoring,
    results_tables,
    secrets,
    serving,
    sql,
    structures,
    tests,
    validation,
)
from folio.repository.scan import Scanner

SCANNERS: dict[str, Scanner] = {
    "algorithms": algorithms.scan,
    "baselines": baselines.scan,
    "code": code.scan,
    "configuration": configuration.scan,
    "data_checks": data_checks.scan,
    "documents": documents.scan,
    "inference": inference.scan,
    "metrics": metrics.scan,
    "models": models.scan,
    "monitoring": monitoring.scan,
    "results_tables": results_tables.scan,
    "secrets": secrets.scan,
    "serving": serving.scan,
    "shingles": shingles.scan,
    "sql": sql.scan,
    "structures": structures.scan,
    "tests": tests.scan,
    "validation": validation.scan,
}
"""Every detector that looks into files, by its name."""
