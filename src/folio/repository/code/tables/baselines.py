"""Ready-made baselines in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

READY = by_family(
    {
        "r": {
            "forecast|fpp2": {"naive forecast": "naive snaive rwf meanf"},
            "fable|fpp3|fabletools": {"naive forecast": "NAIVE SNAIVE RW MEAN"},
            "parsnip|tidymodels": {"null model": "null_model"},
            "mlr3|mlr3verse": {"featureless": "LearnerClassifFeatureless LearnerRegrFeatureless"},
        },
        "julia": {
            "MLJ|MLJModels": {"dummy classifier": "ConstantClassifier", "dummy regressor": "ConstantRegressor"},
        },
        "java": {
            "weka": {"majority class": "ZeroR OneR"},
            "org.tribuo": {"dummy classifier": "DummyClassifierTrainer", "dummy regressor": "DummyRegressionTrainer"},
        },
        "go": {
            "github.com/sjwhitworth/golearn": {"majority class": "trees.NewZeroR"},
        },
    }
)  # fmt: skip
