"""What own code computes: algorithms, validation, metrics, statistics, baselines, structures."""

from __future__ import annotations

import pytest
from tests.repository.build import tree_of

from folio.repository.code.algorithm_names import ALIASES, algorithm
from folio.repository.detect import algorithms, baselines, inference, metrics, structures, tests, validation

DESCENT = '''
def logistic_regression(x, y, rate=0.1, steps=100):
    """By gradient descent."""
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        guess = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (guess - y) / len(y)
        weights -= rate * gradient
    return weights
'''
IN_NUMPY = "import numpy as np\n" + DESCENT


def names(places: object) -> list[str]:
    return [one.name for one in places]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("src/models.py", IN_NUMPY, ["logistic regression"]),
        (
            "src/models.py",
            IN_NUMPY.replace("logistic_regression", "fit_logistic_regression_gd"),
            ["logistic regression"],
        ),
        ("src/models.py", IN_NUMPY.replace("def logistic_regression", "def plot_logistic_regression"), []),
        ("src/models.py", IN_NUMPY.replace("def logistic_regression", "def load_kmeans_data"), []),
        ("src/models.py", "from sklearn.linear_model import LogisticRegression\n" + IN_NUMPY, []),
        ("src/models.py", "import sklearn.metrics\n" + IN_NUMPY, ["logistic regression"]),
        ("src/models.py", "import xgboost as xgb\n" + IN_NUMPY, []),
        ("tests/test_models.py", IN_NUMPY, []),
        ("examples/models.py", IN_NUMPY, []),
        ("vendor/models.py", IN_NUMPY, []),
        ("src/models.py", "def logistic_regression(x):\n" + "    print('a' + 'b')\n" * 9, []),
        ("src/models.py", "def k_means(x, k):\n    return x * k + 1 - 2 / 3\n", []),
        ("src/models.py", "class KMeans:\n    pass\n", []),
    ],
)
def test_an_algorithm_counts_when_it_is_written_here(path: str, text: str, found: list[str]) -> None:
    assert names(algorithms.detect(tree_of({path: text}))) == found


def test_gradients_left_to_a_library_are_noted() -> None:
    [place] = algorithms.detect(tree_of({"m.py": "import torch\nimport numpy as np\n" + DESCENT}))
    assert (place.note, place.line) == ("framework", 4)


def test_at_least_27_algorithms_are_known_by_their_names() -> None:
    assert len(ALIASES) >= 27
    for name in (
        "KMeans",
        "DecisionTreeRegressor",
        "PCA",
        "holt_winters",
        "SelfAttention",
        "ViterbiDecoder",
        "KalmanFilter",
        "Croston",
    ):
        assert algorithm(name), name
    for name in ("Chart", "train", "adapter", "cartesian", "Clustering", "attention_mask_path", "tree", "get_pca_plot"):
        assert algorithm(name) is None, name


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("R/km.R", "k_means <- function(x, k) {\n" + "  x <- x + 1\n" * 9 + "}\n"),
        ("src/km.jl", "function kmeans(x, k)\n" + "    x = x .+ 1\n" * 9 + "end\n"),
        ("src/km.cpp", "std::vector<int> k_means(const Matrix& x, int k) {\n" + "    x += 1;\n" * 9 + "}\n"),
        ("src/km.rs", "pub fn k_means(x: &Matrix, k: usize) -> Vec<usize> {\n" + "    x += 1;\n" * 9 + "}\n"),
        ("src/Km.java", "public class KMeans {\n" + "    int x = x + 1;\n" * 9 + "}\n"),
        ("src/Km.scala", "object KMeans {\n" + "  val x = y + 1\n" * 9 + "}\n"),
        ("km.go", "func KMeans(x [][]float64, k int) []int {\n" + "\tx = x + 1\n" * 9 + "}\n"),
        ("km.ts", "export function kMeans(x: number[][], k: number) {\n" + "  x = x + 1;\n" * 9 + "}\n"),
    ],
)
def test_other_languages_count_by_name_and_size(path: str, text: str) -> None:
    assert names(algorithms.detect(tree_of({path: text}))) == ["k-means"]
    short = "\n".join([text.split("\n", maxsplit=1)[0], text.split("\n")[1], text.rstrip().split("\n")[-1], ""])
    assert algorithms.detect(tree_of({path: short})) == ()


NOTEBOOK = '{"cells": [{"cell_type": "code", "source": ["%matplotlib inline\\n", "import numpy as np\\n"], "outputs": []}, {"cell_type": "code", "source": CODE, "outputs": []}], "nbformat": 4}'  # fmt: skip


def test_code_in_notebooks_counts() -> None:
    import json

    notebook = NOTEBOOK.replace("CODE", json.dumps(DESCENT.strip().splitlines(keepends=True)))
    [place] = algorithms.detect(tree_of({"notes.ipynb": notebook}))
    assert (place.name, str(place)) == ("logistic regression", "notes.ipynb, cell 2, line 1")


REFERENCE = "import pytest\nfrom sklearn.linear_model import LogisticRegression\nfrom shop.models import logistic_regression\n\n"
CHECK = "def test_it():\n    assert logistic_regression(X, y) == pytest.approx(LogisticRegression().fit(X, y).coef_)\n"


@pytest.mark.parametrize(
    ("test", "found"),
    [
        (REFERENCE + CHECK, ["logistic regression"]),
        (REFERENCE.replace("from shop.models", "from shop") + CHECK, ["logistic regression"]),
        (REFERENCE.replace("from shop.models import logistic_regression", "from shop.other import thing") + CHECK, []),
        (
            "import pytest\nimport shop.models\n" + CHECK.replace("LogisticRegression().fit(X, y).coef_", "1.5"),
            ["logistic regression"],
        ),
        ("from shop.models import logistic_regression\n\ndef test_it():\n    assert logistic_regression(X, y)\n", []),
    ],
)
def test_a_check_against_a_reference_goes_by_the_imports(test: str, found: list[str]) -> None:
    tree = tree_of(
        {
            "src/shop/__init__.py": "from shop.models import logistic_regression\nfrom .other import thing\n",
            "src/shop/models.py": IN_NUMPY,
            "src/shop/other.py": "thing = 1\n",
            "tests/test_models.py": test,
        }
    )
    assert names(tests.detect(tree, algorithms.detect(tree)).checked_against_reference) == found


SPLIT = "from sklearn.model_selection import {name}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SPLIT.format(name="KFold, train_test_split"), []),
        (SPLIT.format(name="train_test_split") + "a, b = train_test_split(x)\n", ["holdout"]),
        (
            "import sklearn.model_selection as ms\nms.KFold(5)\nms.cross_val_score(m, x)\n",
            ["cross-validation", "k-fold"],
        ),
        ("from sklearn import model_selection\nmodel_selection.TimeSeriesSplit()\n", ["time-series split"]),
        ("model_selection = 1\nmodel_selection.TimeSeriesSplit()\n", []),
        ("def walk_forward(x):\n    a = 1\n    b = 2\n    return a\n", []),
        ("def walk_forward(x):\n    a = 1\n    b = 2\n    return a\nwalk_forward(1)\n", ["walk-forward"]),
        ("test = rows[int(0.7 * len(rows)) :]\n", ["holdout"]),
        ("test = rows[0]\n", []),
        ("train, test = df[df.day < cut], 1\nx_test = df[df.day >= cut]\n", ["holdout"]),
        ("'test'.split('_')\n", []),
    ],
)
def test_validation_counts_where_it_is_done(text: str, found: list[str]) -> None:
    assert names(validation.detect(tree_of({"train.py": text}))) == found
    assert validation.detect(tree_of({"tests/test_train.py": text})) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from sklearn.metrics import f1_score, roc_auc_score\nf1_score(a, b)\n", ["f1"]),
        (
            "from sklearn import metrics\nmetrics.mean_absolute_error(a, b)\nmetrics.r2_score(a, b)\n",
            ["mean absolute error", "r2"],
        ),
        ("def mae(a, b):\n    return abs(a - b)\n", []),
        ("def mae(a, b):\n    return abs(a - b)\nprint(mae(1, 2))\n", ["mean absolute error"]),
        (
            "import sklearn.model_selection as m\nm.cross_validate(x, scoring=['roc_auc', 'neg_log_loss'])\n",
            ["log loss", "roc auc"],
        ),
        ("account.precision(2)\nself.recall()\n", []),
        ("from torchmetrics import AUROC\nAUROC()\n", ["roc auc"]),
    ],
)
def test_metrics_count_where_they_are_called(text: str, found: list[str]) -> None:
    assert names(metrics.detect(tree_of({"train.py": text}))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from scipy import stats\nstats.ttest_ind(a, b)\n", ["t-test"]),
        ("from scipy.stats import mannwhitneyu, bootstrap\nmannwhitneyu(a, b)\n", ["Mann-Whitney test"]),
        ("import statsmodels.api as sm\nsm.OLS(y, x).fit()\n", ["regression inference"]),
        ("import pymc as pm\npm.sample(100)\n", ["posterior"]),
        ("def bootstrap(app):\n    app.load()\n    app.run()\n    return app\nbootstrap(1)\n", []),
        ("def bootstrap_mean(x):\n    a = 1\n    b = rng.choice(x)\n    return a\nbootstrap_mean(1)\n", ["bootstrap"]),
    ],
)
def test_statistics_count_where_they_are_used(text: str, found: list[str]) -> None:
    assert names(inference.detect(tree_of({"train.py": text}))) == found


def test_base_r_is_known() -> None:
    assert names(inference.detect(tree_of({"a.R": "# t.test(x)\nwilcox.test(x, y)\n"}))) == ["Wilcoxon test"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from sklearn.dummy import DummyClassifier\n", []),
        ("from sklearn.dummy import DummyClassifier\nDummyClassifier().fit(x, y)\n", ["dummy classifier"]),
        ("def seasonal_naive(x):\n    return x\nseasonal_naive(1)\n", ["seasonal_naive"]),
        ("class Baseline:\n    def fit(self):\n        return 1\nBaseline().fit()\n", ["Baseline"]),
        ("def baseline_y(x):\n    return x\n", []),
    ],
)
def test_a_baseline_counts_where_it_is_used(text: str, found: list[str]) -> None:
    assert names(baselines.detect(tree_of({"train.py": text}))) == found


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.py", "import heapq\nfrom collections import deque\nheapq.heappush(a, 1)\n", ["heap"]),
        ("a.py", "import functools\n@functools.lru_cache\ndef f(x):\n    return x\n", ["memo"]),
        ("a.py", "queue = []\nqueue.put(1)\nheapq = 1\nheapq.push()\n", []),
        ("a.py", "async def f():\n    await g()\n", ["async"]),
        ("a.py", "async def f():\n    return 1\n", []),
        ("a.py", "class Trie:\n    a = 1\n    b = 2\n    c = 3\n    d = 4\nTrie()\n", ["tree"]),
        ("a.py", "from concurrent.futures import ThreadPoolExecutor as Pool\nPool(2)\n", ["threads"]),
        ("a.rs", "use std::collections::BinaryHeap;\n// VecDeque::new()\nlet h = BinaryHeap::new();\n", ["heap"]),
        ("a.go", "go func() { work() }()\n", ["threads"]),
        ("tests/test_a.py", "import heapq\nheapq.heappush(a, 1)\n", []),
    ],
)
def test_structures_count_where_they_are_used(path: str, text: str, found: list[str]) -> None:
    assert names(structures.detect(tree_of({path: text}))) == found
