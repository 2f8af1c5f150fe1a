"""A cheap thing that the model has to beat. Source: rubric, `baseline-compared`."""

from __future__ import annotations

import re

from folio.repository.model import Place
from folio.repository.tree import Tree
from folio.repository.usage import called, called_like, one_each

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


def detect(tree: Tree) -> tuple[Place, ...]:
    """Ready-made baselines that are used, and own ones that are called; `name` says which."""
    return one_each(called(tree, READY) + called_like(tree, OWN, at_least=2))
