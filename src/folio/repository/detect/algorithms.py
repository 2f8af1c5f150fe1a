"""Core algorithms that were implemented by hand. Source: rubric, `core-algorithms-from-scratch`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.algorithm_names import FRAMEWORKS, algorithm
from folio.repository.code.elsewhere import own_code
from folio.repository.code.languages.code import Code
from folio.repository.code.languages.definitions import definitions
from folio.repository.code.python import Module
from folio.repository.code.usage import lines_of, operations, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

MIN_LINES = 8
MIN_OPERATIONS = 4

READY = re.compile(
    r"sklearn\.(linear_model|ensemble|tree|svm|neighbors|naive_bayes|cluster|neural_network|decomposition|mixture"
    r"|discriminant_analysis"
    r"|gaussian_process|pipeline)(\.|$)|(xgboost|lightgbm|catboost|statsmodels|prophet|pmdarima|statsforecast"
    r"|cuml|implicit|surprise|gensim"
    r"|hmmlearn|filterpy|pykalman|stable_baselines3|rank_bm25|pyspark\.ml|transformers|tslearn|dtaidistance"
    r"|networkx|spacy)(\.|$)"
)
READY_ELSEWHERE: dict[str, re.Pattern[str]] = {
    "c": re.compile(r"mlpack|dlib|shogun|shark|opencv2/ml\.hpp|xgboost|LightGBM|fdeep"),
    "go": re.compile(
        r"github\.com/(sjwhitworth/golearn|cdipaolo/goml|dmitryikh/leaves|pa-m/sklearn|navossoc/bayesian)"
    ),
    "java": re.compile(r"smile|weka|org\.apache\.spark\.ml(lib)?|org\.tribuo|ml\.dmlc\.xgboost4j"),
    "javascript": re.compile(r"ml|ml-(?!matrix$|array|distance$|stat$)[\w-]+|brain\.js|scikitjs|natural|@sklearn/\S+"),
    "julia": re.compile(
        r"MLJ\w*|GLM|Clustering|DecisionTree|ScikitLearn|XGBoost|LIBSVM|NearestNeighbors|MultivariateStats|LightGBM"
        r"|EvoTrees|BetaML|Lasso|GLMNet|MixedModels|HMMBase|GaussianProcesses"
    ),
    "r": re.compile(
        r"caret|randomForest|ranger|e1071|xgboost|lightgbm|glmnet|forecast|fable|tidymodels|parsnip|mlr3\w*|cluster"
        r"|rpart|class|kknn|gbm|nnet|kernlab|mclust|MASS|h2o|prophet|depmixS4|HMM|neuralnet"
    ),
    "rust": re.compile(r"linfa\w*|smartcore|rustlearn|xgboost|lightgbm3?|gbdt|rusty_machine"),
}
"""Libraries that bring estimators: a file that loads one holds no algorithm of its own."""
FRAMEWORKS_ELSEWHERE: dict[str, re.Pattern[str]] = {
    "c": re.compile(r"torch|ATen|tensorflow"),
    "go": re.compile(r"gorgonia\.org|github\.com/(gomlx|wangkuiyi/gotorch)"),
    "java": re.compile(r"org\.(deeplearning4j|tensorflow)|ai\.djl|org\.bytedeco\.pytorch"),
    "javascript": re.compile(r"@tensorflow/\S+|onnxruntime\S*"),
    "julia": re.compile(r"Flux|Lux|Knet|Zygote|Enzyme"),
    "r": re.compile(r"torch|keras3?|tensorflow"),
    "rust": re.compile(r"candle_\w+|burn|tch|dfdx|tensorflow"),
}
"""Libraries that take the gradients."""


def scan(file: File) -> Iterator[Mark]:
    """Each definition that is one; `amount` is its lines, `note` "framework" where a library takes the gradients."""
    if code := own_code(file):
        yield from _elsewhere(file, code)
    elif module := own_module(file):
        yield from _in_module(module)


def detect(tree: Tree) -> tuple[Place, ...]:
    """One place per algorithm, the largest without help; `note` is "framework" where a library takes the gradients."""
    best: dict[str, tuple[tuple[bool, int], Place]] = {}
    for path, mark in tree.marks("algorithms"):
        rank = (mark.note == "", mark.amount)
        if mark.name not in best or rank > best[mark.name][0]:
            best[mark.name] = rank, tree.place(mark.name, path, mark.line, mark.note)
    return tuple(best[name][1] for name in sorted(best))


def _in_module(module: Module) -> Iterator[Mark]:
    named = [(one, name) for one in module.definitions if lines_of(one) >= MIN_LINES and (name := algorithm(one.name))]
    if not named or any(READY.match(name) for name, _ in module.imports):
        return
    note = "framework" if module.packages & FRAMEWORKS else ""
    for one, name in named:
        if operations(one) >= MIN_OPERATIONS:
            yield Mark(name, one.lineno, note, lines_of(one))


def _elsewhere(file: File, code: Code) -> Iterator[Mark]:
    if not any(map(algorithm, code.words)) or _loads(code, READY_ELSEWHERE):
        return
    note = "framework" if _loads(code, FRAMEWORKS_ELSEWHERE) else ""
    for one in definitions(code, algorithm):
        if one.lines >= MIN_LINES and one.operations >= MIN_OPERATIONS and (name := algorithm(one.name)):
            yield Mark(name, file.line(one.at), note, one.lines)


def _loads(code: Code, libraries: dict[str, re.Pattern[str]]) -> bool:
    pattern = libraries.get(code.family)
    return pattern is not None and any(map(pattern.fullmatch, code.packages))
