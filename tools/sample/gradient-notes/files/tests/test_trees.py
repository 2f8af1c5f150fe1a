import numpy as np
import pytest
from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import KFold, cross_val_score
from sklearn.tree import DecisionTreeRegressor

from gradient_notes import DecisionTree, GradientBoosting
from gradient_notes.arrays import numerical_gradient
from gradient_notes.decision_tree import best_split
from gradient_notes.gradient_boosting import pinball, squared


@pytest.fixture(scope="module")
def diabetes():
    return load_diabetes(return_X_y=True)


def test_the_best_split_agrees_with_trying_all():
    rng = np.random.default_rng(5)
    x, y = rng.integers(0, 6, (40, 3)).astype(float), rng.normal(size=40)

    def error(values):
        return ((values - values.mean()) ** 2).sum()

    tried = [
        (error(y) - error(y[x[:, c] <= t]) - error(y[x[:, c] > t]), c, t + 0.5)
        for c in range(3)
        for t in range(5)
        if (x[:, c] <= t).any() and (x[:, c] > t).any()
    ]
    gain, column, threshold = best_split(x, y, min_leaf=1)
    assert gain == pytest.approx(max(tried)[0])
    assert (column, threshold) == max(tried)[1:]


def test_a_tree_predicts_what_scikit_learns_tree_predicts(diabetes):
    x, y = diabetes
    ours = DecisionTree(max_depth=3, min_leaf=10).fit(x, y)
    reference = DecisionTreeRegressor(max_depth=3, min_samples_leaf=10, random_state=0).fit(x, y)
    assert np.allclose(ours.predict(x), reference.predict(x))
    assert len(ours.leaves()) == reference.get_n_leaves()


def test_a_constant_target_is_one_leaf():
    tree = DecisionTree().fit(np.arange(6.0)[:, None], np.full(6, 2.5))
    assert len(tree.leaves()) == 1
    assert tree.predict(np.array([[99.0]])).tolist() == [2.5]


@pytest.mark.parametrize("loss", [squared(), pinball(0.9)], ids=["squared", "pinball"])
def test_the_negative_gradient_is_one(loss):
    rng = np.random.default_rng(2)
    y, f = rng.normal(size=12), rng.normal(size=12)
    numerical = -numerical_gradient(lambda at: len(y) * loss.value(y, at), f)
    assert np.allclose(loss.negative_gradient(y, f), numerical, atol=1e-6)


def test_boosting_agrees_with_scikit_learn(diabetes):
    x, y = diabetes
    ours = GradientBoosting(trees=60, max_depth=2, min_leaf=5).fit(x, y)
    reference = GradientBoostingRegressor(
        n_estimators=60, max_depth=2, min_samples_leaf=5, random_state=0
    ).fit(x, y)
    assert np.allclose(ours.predict(x), reference.predict(x), rtol=0.01)
    assert np.allclose(2 * np.array(ours.losses), reference.train_score_, rtol=1e-3)


def test_boosting_scores_like_scikit_learn_on_rows_it_has_not_seen(diabetes):
    x, y = diabetes
    folds = KFold(5, shuffle=True, random_state=1)
    reference = GradientBoostingRegressor(n_estimators=60, max_depth=2, random_state=0)
    theirs = cross_val_score(reference, x, y, cv=folds, scoring="r2")
    ours = []
    for train, test in folds.split(x):
        model = GradientBoosting(trees=60, max_depth=2).fit(x[train], y[train])
        residual = y[test] - model.predict(x[test])
        ours.append(1 - (residual**2).sum() / ((y[test] - y[test].mean()) ** 2).sum())
    assert np.mean(ours) == pytest.approx(theirs.mean(), abs=0.02)


def test_pinball_boosting_covers_its_quantile():
    rng = np.random.default_rng(8)
    x = rng.uniform(0, 3, (1500, 1))
    y = np.sin(x[:, 0]) + rng.normal(0, 0.1 + 0.2 * x[:, 0])
    model = GradientBoosting(pinball(0.9), trees=80, max_depth=2, min_leaf=30)
    upper = model.fit(x[:1000], y[:1000]).predict(x[1000:])
    assert np.mean(y[1000:] <= upper) == pytest.approx(0.9, abs=0.04)


def test_the_learning_curve_shows_overfitting(diabetes):
    x, y = diabetes
    model = GradientBoosting(trees=150, max_depth=4, learning_rate=0.2)
    model.fit(x[:300], y[:300], validation=(x[300:], y[300:]))
    assert (np.diff(model.losses) < 0).all()
    best = int(np.argmin(model.validation_losses))
    assert best < 50
    assert model.validation_losses[-1] > 1.1 * model.validation_losses[best]
