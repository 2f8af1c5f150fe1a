"""A multi-layer perceptron with backpropagation and Adam. Derivation: notes/backpropagation.md."""

from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats


def softmax(z: Floats) -> Floats:
    shifted = np.exp(z - z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


@dataclass
class Layer:
    weights: Floats
    bias: Floats


def forward(layers: list[Layer], x: Floats) -> list[Floats]:
    """The input and the output of every layer; tanh inside, class probabilities at the end."""
    outputs = [x]
    for layer in layers[:-1]:
        outputs.append(np.tanh(outputs[-1] @ layer.weights + layer.bias))
    outputs.append(softmax(outputs[-1] @ layers[-1].weights + layers[-1].bias))
    return outputs


def cross_entropy(probabilities: Floats, y: Floats) -> float:
    return float(-np.mean(np.log((probabilities * y).sum(axis=1) + 1e-300)))


def backpropagate(layers: list[Layer], outputs: list[Floats], y: Floats) -> list[Layer]:
    """The gradient of the mean cross-entropy, in the shape of the layers; `y` is one-hot."""
    gradients = []
    delta = (outputs[-1] - y) / len(y)
    for layer, entering in zip(reversed(layers), reversed(outputs[:-1]), strict=True):
        gradients.append(Layer(entering.T @ delta, delta.sum(axis=0)))
        # Through the weights, then through tanh, whose derivative is 1 - tanh^2. For the input
        # layer this computes one delta too many, which nobody reads.
        delta = (delta @ layer.weights.T) * (1 - entering**2)
    return gradients[::-1]


@dataclass
class Adam:
    """One parameter's running moments."""

    rate: float
    first: Floats | float = 0.0
    second: Floats | float = 0.0
    steps: int = 0

    def step(self, gradient: Floats) -> Floats:
        self.steps += 1
        self.first = 0.9 * self.first + 0.1 * gradient
        self.second = 0.999 * self.second + 0.001 * gradient**2
        first = self.first / (1 - 0.9**self.steps)
        second = self.second / (1 - 0.999**self.steps)
        return np.asarray(self.rate * first / (np.sqrt(second) + 1e-8))


@dataclass
class MultilayerPerceptron:
    """Classes are 0, 1, 2, ... `losses` holds the training loss of every epoch."""

    hidden: tuple[int, ...] = (16,)
    epochs: int = 200
    batch: int = 32
    rate: float = 0.01
    seed: int = 0
    layers: list[Layer] = field(init=False)
    losses: list[float] = field(init=False)

    def initial(self, inputs: int, classes: int, rng: np.random.Generator) -> list[Layer]:
        """Glorot's scale keeps the variance of signals and gradients alike from layer to layer."""
        sizes = (inputs, *self.hidden, classes)
        return [
            Layer(rng.normal(0, np.sqrt(2 / (a + b)), (a, b)), np.zeros(b))
            for a, b in zip(sizes[:-1], sizes[1:], strict=True)
        ]

    def fit(self, x: Floats, y: Floats) -> "MultilayerPerceptron":
        rng = np.random.default_rng(self.seed)
        one_hot = np.eye(int(y.max()) + 1)[y.astype(int)]
        self.layers = self.initial(x.shape[1], one_hot.shape[1], rng)
        optimisers = [(Adam(self.rate), Adam(self.rate)) for _ in self.layers]
        self.losses = []
        for _ in range(self.epochs):
            order = rng.permutation(len(x))
            for start in range(0, len(x), self.batch):
                rows = order[start : start + self.batch]
                outputs = forward(self.layers, x[rows])
                gradients = backpropagate(self.layers, outputs, one_hot[rows])
                for layer, slope, (weights, bias) in zip(
                    self.layers, gradients, optimisers, strict=True
                ):
                    layer.weights = layer.weights - weights.step(slope.weights)
                    layer.bias = layer.bias - bias.step(slope.bias)
            self.losses.append(cross_entropy(forward(self.layers, x)[-1], one_hot))
        return self

    def predict_proba(self, x: Floats) -> Floats:
        return forward(self.layers, x)[-1]

    def predict(self, x: Floats) -> Floats:
        return self.predict_proba(x).argmax(axis=1).astype(float)
