"""The detectors that look into files; which of them there are is said here and in `read`."""

from __future__ import annotations

from folio.repository import shingles
from folio.repository.detect import (
    algorithms,
    baselines,
    code,
    configuration,
    curve_outputs,
    dashboards,
    data_checks,
    data_fetching,
    data_tracking,
    documents,
    inference,
    learning_curves,
    metrics,
    models,
    monitoring,
    pipeline,
    request_checks,
    results_tables,
    secrets,
    serving,
    sql,
    structures,
    tests,
    validation,
    visuals,
)
from folio.repository.scan import Scanner

SCANNERS: dict[str, Scanner] = {
    "algorithms": algorithms.scan,
    "baselines": baselines.scan,
    "code": code.scan,
    "configuration": configuration.scan,
    "curve_outputs": curve_outputs.scan,
    "dashboards": dashboards.scan,
    "data_checks": data_checks.scan,
    "data_fetching": data_fetching.scan,
    "data_tracking": data_tracking.scan,
    "documents": documents.scan,
    "inference": inference.scan,
    "learning_curves": learning_curves.scan,
    "metrics": metrics.scan,
    "models": models.scan,
    "monitoring": monitoring.scan,
    "pipeline": pipeline.scan,
    "request_checks": request_checks.scan,
    "results_tables": results_tables.scan,
    "secrets": secrets.scan,
    "serving": serving.scan,
    "shingles": shingles.scan,
    "sql": sql.scan,
    "structures": structures.scan,
    "tests": tests.scan,
    "validation": validation.scan,
    "visuals": visuals.scan,
}
"""Every detector that looks into files, by its name."""
