"""A cheap thing that the model has to beat. Source: rubric, `baseline-compared`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import used
from folio.repository.code.tables import baselines as tables
from folio.repository.code.usage import called, defined_like, one_each
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

READY = {
    "sklearn": {"DummyClassifier": "dummy classifier", "DummyRegressor": "dummy regressor"},
    "sktime": {"NaiveForecaster": "naive forecast"},
    "statsforecast": {"Naive": "naive forecast", "SeasonalNaive": "naive forecast"},
    "darts": {"NaiveSeasonal": "naive forecast", "NaiveDrift": "naive forecast"},
    "gluonts": {"SeasonalNaivePredictor": "naive forecast"},
}
OWN = re.compile(
    r"(^|_)baseline(_|s?$)|(^|_)(seasonal_)?naive(_forecast\w*|_model|_predict\w*)?$|majority_class|predict_mean|last_value"
)


def scan(file: File) -> Iterator[Mark]:
    """Ready-made baselines that are used, and own ones that are defined; `name` says which."""
    yield from called(file, READY)
    yield from used(file, tables.READY)
    yield from defined_like(file, OWN, at_least=2)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each; own ones count where they are called."""
    return one_each(tree.places("baselines"))
