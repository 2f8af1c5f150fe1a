import numpy as np
import pytest
from sklearn.datasets import load_digits, make_moons
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from gradient_notes import MultilayerPerceptron
from gradient_notes.arrays import numerical_gradient
from gradient_notes.multilayer_perceptron import (
    Layer,
    backpropagate,
    cross_entropy,
    forward,
    softmax,
)


@pytest.mark.parametrize("layer", [0, 1, 2])
@pytest.mark.parametrize("part", ["weights", "bias"])
def test_backpropagation_agrees_with_finite_differences(layer, part):
    rng = np.random.default_rng(4)
    x, y = rng.normal(size=(7, 3)), np.eye(4)[rng.integers(0, 4, 7)]
    layers = MultilayerPerceptron(hidden=(5, 6)).initial(3, 4, rng)
    by_hand = getattr(backpropagate(layers, forward(layers, x), y)[layer], part)

    def loss(value):
        changed = list(layers)
        other = {"weights": layers[layer].weights, "bias": layers[layer].bias} | {part: value}
        changed[layer] = Layer(**other)
        return cross_entropy(forward(changed, x)[-1], y)

    assert np.allclose(by_hand, numerical_gradient(loss, getattr(layers[layer], part)), atol=1e-7)


def test_probabilities_add_up_and_survive_large_numbers():
    p = softmax(np.array([[1000.0, 1000.0], [-5.0, 5.0]]))
    assert np.allclose(p.sum(axis=1), 1)
    assert p[0, 0] == 0.5


def test_moons_need_a_hidden_layer():
    x, y = make_moons(400, noise=0.15, random_state=0)
    flat = MultilayerPerceptron(hidden=(), epochs=150).fit(x, y)
    deep = MultilayerPerceptron(hidden=(16,), epochs=150).fit(x, y)
    assert np.mean(flat.predict(x) == y) < 0.92
    assert np.mean(deep.predict(x) == y) > 0.97
    assert deep.losses[-1] < 0.2 * deep.losses[0]


def test_digits_score_within_two_points_of_scikit_learn():
    x, y = load_digits(return_X_y=True)
    parts = train_test_split(x / 16, y, test_size=0.3, random_state=0, stratify=y)
    train, test, y_train, y_test = parts
    ours = MultilayerPerceptron(hidden=(32,), epochs=40).fit(train, y_train)
    reference = MLPClassifier((32,), activation="tanh", learning_rate_init=0.01, random_state=0)
    theirs = reference.set_params(batch_size=32, max_iter=40).fit(train, y_train)
    assert np.mean(ours.predict(test) == y_test) > theirs.score(test, y_test) - 0.02
