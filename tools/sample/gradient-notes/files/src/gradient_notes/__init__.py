"""Six learning algorithms written out in NumPy, to be read beside the notes."""

from gradient_notes.decision_tree import DecisionTree
from gradient_notes.gradient_boosting import GradientBoosting
from gradient_notes.k_means import KMeans
from gradient_notes.logistic_regression import LogisticRegression
from gradient_notes.multilayer_perceptron import MultilayerPerceptron
from gradient_notes.pca import PCA

__all__ = [
    "PCA",
    "DecisionTree",
    "GradientBoosting",
    "KMeans",
    "LogisticRegression",
    "MultilayerPerceptron",
]
