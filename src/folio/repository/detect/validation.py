"""How results are held against data that the model has not seen. Source: rubric, `validation-discipline`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import matched, used
from folio.repository.code.python import Module, snake_case
from folio.repository.code.tables import validation as tables
from folio.repository.code.usage import called, defined_like, one_each, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

SCHEMES = {
    "train_test_split": "holdout", "random_split": "holdout", "temporal_train_test_split": "holdout", "KFold": "k-fold",
    "RepeatedKFold": "k-fold", "ShuffleSplit": "shuffle split", "StratifiedKFold": "stratified k-fold",
    "RepeatedStratifiedKFold": "stratified k-fold", "StratifiedShuffleSplit": "stratified shuffle split",
    "GroupKFold": "group k-fold", "StratifiedGroupKFold": "group k-fold", "GroupShuffleSplit": "group k-fold",
    "LeaveOneGroupOut": "group k-fold", "LeaveOneOut": "leave-one-out", "LeavePOut": "leave-one-out",
    "TimeSeriesSplit": "time-series split", "cross_val_score": "cross-validation", "cross_validate": "cross-validation",
    "cross_val_predict": "cross-validation", "cv": "cross-validation", "GridSearchCV": "search with cross-validation",
    "RandomizedSearchCV": "search with cross-validation", "HalvingGridSearchCV": "search with cross-validation",
    "HalvingRandomSearchCV": "search with cross-validation", "ExpandingWindowSplitter": "walk-forward",
    "SlidingWindowSplitter": "walk-forward", "cross_validation": "cross-validation", "backtest": "walk-forward",
    "historical_forecasts": "walk-forward",
}  # fmt: skip
PACKAGES = (
    "sklearn",
    "sktime",
    "torch",
    "prophet",
    "xgboost",
    "lightgbm",
    "catboost",
    "darts",
    "datasets",
    "cuml",
    "tscv",
    "statsforecast",
)
OWN = {
    "walk-forward": re.compile(r"walk_forward|rolling_origin|expanding_window|backtest|forward_chain"),
    "time-series split": re.compile(r"time_series_(split|cv)|time_(ordered_)?folds"),
    "k-fold": re.compile(r"^(stratified_)?k_?folds?(_|$)|(^|_)make_folds$"),
    "group k-fold": re.compile(r"group_k_?folds?|group_(split|folds)"),
    "leave-one-out": re.compile(r"leave_one_(out|group)"),
    "cross-validation": re.compile(r"cross_valid|cross_val(_|$)"),
    "holdout": re.compile(
        r"(train|time|temporal|date|random|stratified|chronological|holdout|hold_out|test)_(\w+_)?split$|^split_(by|at|on)_|^hold_?out|^split_train"
    ),
}
IN_R = {"cross-validation": re.compile(r"\btrainControl\([^)]{0,400}?\"(?:repeated|adaptive_)?(?:cv|LOOCV|LGOCV)\"")}
"""A scheme that is named in a string."""
KEPT_BACK = re.compile(r"^(x_|y_)?(test|holdout|held_out|valid(ation)?)(_(set|rows|df|data|frame|x|y|lines|part))?$")


READY = dict.fromkeys(PACKAGES, SCHEMES)


def scan(file: File) -> Iterator[Mark]:
    """Schemes of a library that are used, own ones that are defined, and parts that are kept back."""
    yield from called(file, READY)
    if module := own_module(file):
        yield from _kept_back(module)
        yield from _held_out_in_fit(module)
    for name, pattern in OWN.items():
        yield from defined_like(file, pattern, name, at_least=4)
    yield from used(file, tables.SCHEMES)
    yield from matched(file, IN_R, ("r",))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first use of each scheme; one that is written here counts where it is called."""
    return one_each(tree.places("validation"))


def _held_out_in_fit(module: Module) -> Iterator[Mark]:
    """Keras keeps a part back itself: `model.fit(x, y, validation_split=0.2)`."""
    if module.packages.isdisjoint({"keras", "tensorflow"}):
        return
    for call in module.calls:
        if call.last == "fit" and any(one.arg in ("validation_split", "validation_data") for one in call.node.keywords):
            yield Mark("holdout", call.line)


def _kept_back(module: Module) -> Iterator[Mark]:
    """A part that is cut off by a share or a date and called a test: `test = rows[int(0.7 * len(rows)) :]`."""
    for node in module.assignments:
        if isinstance(node.value, ast.Subscript):
            names = [one.id for one in node.targets if isinstance(one, ast.Name)]
            cut = node.value.slice
            share = isinstance(cut, ast.Slice) and any(isinstance(one, (ast.BinOp, ast.Call)) for one in ast.walk(cut))
            if any(KEPT_BACK.match(snake_case(name)) for name in names) and (share or isinstance(cut, ast.Compare)):
                yield Mark("holdout", node.lineno)
