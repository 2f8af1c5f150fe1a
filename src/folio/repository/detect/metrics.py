"""What a model's quality is measured by. Source: rubric, `multi-metric-evaluation`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import matched, used
from folio.repository.code.python import Module, snake_case
from folio.repository.code.tables import metrics as tables
from folio.repository.code.usage import called, defined, one_each, own_module, strings_given
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

PACKAGES = frozenset(("sklearn", "torchmetrics", "keras", "tensorflow", "statsmodels", "evaluate", "cuml", "ranx",
    "pytrec_eval", "sktime", "darts",
            "utilsforecast", "jiwer", "rouge_score", "sacrebleu", "nltk", "bert_score", "properscoring", "seqeval",
            "pyspark"))  # fmt: skip
NAMES: dict[str, tuple[str, ...]] = {
    "accuracy": ("accuracy_score", "accuracy", "top_k_accuracy_score", "categorical_accuracy"),
    "balanced accuracy": ("balanced_accuracy_score", "balanced_accuracy"),
    "precision": ("precision_score", "precision"),
    "recall": ("recall_score", "recall", "sensitivity"),
    "f1": ("f1_score", "fbeta_score", "f1", "f_beta"),
    "precision and recall": ("precision_recall_fscore_support", "classification_report", "precision_recall_curve"),
    "roc auc": ("roc_auc_score", "roc_auc", "roc_curve", "auroc", "auc"),
    "average precision": ("average_precision_score", "average_precision", "pr_auc", "mean_average_precision"),
    "log loss": ("log_loss", "cross_entropy_score"),
    "brier score": ("brier_score_loss", "brier_score", "brier"),
    "calibration": ("calibration_curve", "expected_calibration_error", "calibration_error"),
    "matthews": ("matthews_corrcoef", "mcc"),
    "kappa": ("cohen_kappa_score", "cohen_kappa"),
    "confusion matrix": ("confusion_matrix", "multilabel_confusion_matrix"),
    "mean absolute error": ("mean_absolute_error", "mae", "median_absolute_error"),
    "mean squared error": (
        "mean_squared_error",
        "mse",
        "root_mean_squared_error",
        "rmse",
        "mean_squared_log_error",
        "rmsle",
    ),
    "percentage error": ("mean_absolute_percentage_error", "mape", "smape", "wape", "wmape", "symmetric_mape"),
    "scaled error": ("mean_absolute_scaled_error", "mase", "rmsse"),
    "pinball loss": ("mean_pinball_loss", "pinball_loss", "quantile_loss", "pinball"),
    "crps": ("crps", "continuous_ranked_probability_score", "crps_ensemble"),
    "coverage": ("coverage", "interval_coverage", "empirical_coverage", "prediction_interval_coverage"),
    "bias": ("forecast_bias", "mean_error", "bias"),
    "r2": ("r2_score", "r_squared", "explained_variance_score"),
    "ndcg": ("ndcg_score", "ndcg", "dcg_score", "ndcg_at_k"),
    "reciprocal rank": ("mean_reciprocal_rank", "mrr", "label_ranking_average_precision_score", "reciprocal_rank"),
    "precision at k": (
        "precision_at_k",
        "recall_at_k",
        "hit_rate",
        "hit_rate_at_k",
        "average_precision_at_k",
        "map_at_k",
    ),
    "silhouette": ("silhouette_score", "davies_bouldin_score", "calinski_harabasz_score"),
    "rand index": (
        "adjusted_rand_score",
        "normalized_mutual_info_score",
        "adjusted_mutual_info_score",
        "v_measure_score",
    ),
    "jaccard": ("jaccard_score", "iou", "mean_iou", "intersection_over_union", "dice_score", "dice"),
    "bleu": ("sentence_bleu", "corpus_bleu", "bleu", "bleu_score"),
    "rouge": ("rouge", "rouge_l", "rouge_scorer"),
    "word error rate": ("wer", "cer", "word_error_rate"),
    "perplexity": ("perplexity",),
    "cost": ("expected_cost", "cost_score", "cost_weighted_error", "total_cost", "business_cost"),
}
METRICS = {alias: name for name, aliases in NAMES.items() for alias in aliases}
SCORERS = {f"neg_{alias}": name for alias, name in METRICS.items()} | METRICS
SCORED = frozenset({"cross_val_score", "cross_validate", "GridSearchCV", "RandomizedSearchCV", "learning_curve",
    "validation_curve",
                    "permutation_importance", "make_scorer", "get_scorer", "load", "compile"})  # fmt: skip
NAMED = {
    "accuracy": re.compile(r"\bmetrics:\s*\[[^\]]{0,80}[\"'](?:accuracy|acc)[\"']"),
    "mean squared error": re.compile(r"\bmetrics:\s*\[[^\]]{0,80}[\"'](?:mse|meanSquaredError)[\"']"),
    "mean absolute error": re.compile(r"\bmetrics:\s*\[[^\]]{0,80}[\"'](?:mae|meanAbsoluteError)[\"']"),
}
"""Metrics that a model of JavaScript is compiled with."""
LIBRARIES = {"evaluate": {"load": "library metric"}, "jiwer": {"wer": "word error rate"}}


def scan(file: File) -> Iterator[Mark]:
    """Metrics of a library that are called or named as a `scoring`, and own ones that are defined."""
    module = own_module(file)
    if module and not module.packages.isdisjoint(PACKAGES):
        yield from _computed(module)
    yield from defined(file, METRICS)
    yield from called(file, LIBRARIES)
    yield from used(file, tables.METRICS)
    yield from matched(file, NAMED, ("js", "mjs", "ts", "tsx"))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first use of each metric: from a library, written here and called, or named as a `scoring`."""
    return one_each(tree.places("metrics"))


def _computed(module: Module) -> Iterator[Mark]:
    for call in module.calls:
        if call.name.partition(".")[0] not in PACKAGES:
            continue
        if (name := snake_case(call.last)) in METRICS:
            yield Mark(METRICS[name], call.line)
        if call.last in SCORED:
            for word in strings_given(call.node, "scoring") + strings_given(call.node, "metrics"):
                if fact := SCORERS.get(word.removesuffix("_macro").removesuffix("_weighted").removesuffix("_ovr")):
                    yield Mark(fact, call.line)
