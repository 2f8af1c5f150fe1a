import numpy as np
import pytest
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA as Reference
from sklearn.preprocessing import StandardScaler

from gradient_notes import PCA
from gradient_notes.pca import fix_signs


@pytest.fixture(scope="module")
def wine():
    return StandardScaler().fit_transform(load_wine().data)


@pytest.mark.parametrize("by_power_iteration", [False, True])
def test_components_and_variances_agree_with_scikit_learn(wine, by_power_iteration):
    ours = PCA(4, by_power_iteration).fit(wine)
    reference = Reference(4).fit(wine)
    assert np.allclose(ours.variances, reference.explained_variance_)
    assert np.allclose(ours.components, fix_signs(reference.components_), atol=1e-6)


def test_components_are_orthonormal(wine):
    components = PCA(6, by_power_iteration=True).fit(wine).components
    assert np.allclose(components @ components.T, np.eye(6), atol=1e-6)


def test_the_reconstruction_error_is_the_variance_left_out(wine):
    model = PCA(5).fit(wine)
    back = model.inverse_transform(model.transform(wine))
    left_out = ((wine - back) ** 2).sum() / (len(wine) - 1)
    everything = wine.var(axis=0, ddof=1).sum()
    assert left_out == pytest.approx(everything - model.variances.sum())


def test_all_components_give_the_data_back(wine):
    model = PCA(wine.shape[1]).fit(wine)
    assert np.allclose(model.inverse_transform(model.transform(wine)), wine)
