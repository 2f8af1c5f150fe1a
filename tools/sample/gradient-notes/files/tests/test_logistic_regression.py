import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression as Reference
from sklearn.preprocessing import StandardScaler

from gradient_notes import LogisticRegression
from gradient_notes.arrays import numerical_gradient
from gradient_notes.logistic_regression import gradient, loss, sigmoid


@pytest.fixture(scope="module")
def cancer():
    x, y = load_breast_cancer(return_X_y=True)
    return StandardScaler().fit_transform(x[:, :6]), y.astype(float)


def test_the_gradient_agrees_with_finite_differences(cancer):
    x, y = cancer
    at = np.random.default_rng(1).normal(size=x.shape[1] + 1)
    by_hand = gradient(at, x, y, 0.3)
    assert np.allclose(by_hand, numerical_gradient(lambda w: loss(w, x, y, 0.3), at), atol=1e-7)


def test_the_weights_agree_with_scikit_learn(cancer):
    x, y = cancer
    ours = LogisticRegression(l2=0.01).fit(x, y)
    # scikit-learn sums the loss where we take the mean, hence n in C.
    reference = Reference(C=1 / (0.01 * len(y)), tol=1e-10, max_iter=10_000).fit(x, y)
    assert np.allclose(ours.weights[:-1], reference.coef_[0], atol=1e-4)
    assert ours.weights[-1] == pytest.approx(reference.intercept_[0], abs=1e-4)
    assert np.allclose(ours.predict_proba(x), reference.predict_proba(x)[:, 1], atol=1e-4)


def test_the_loss_never_rises(cancer):
    losses = LogisticRegression(l2=0.01, max_steps=300).fit(*cancer).losses
    assert losses[0] == pytest.approx(np.log(2))
    assert (np.diff(losses) <= 1e-15).all()


def test_sigmoid_survives_large_arguments():
    with np.errstate(over="raise"):
        values = sigmoid(np.array([-1000.0, 0.0, 1000.0]))
    assert values.tolist() == [0.0, 0.5, 1.0]
