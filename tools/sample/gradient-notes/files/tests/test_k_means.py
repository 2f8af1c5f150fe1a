import numpy as np
import pytest
from sklearn.cluster import KMeans as Reference
from sklearn.datasets import load_iris, make_blobs
from sklearn.metrics import adjusted_rand_score

from gradient_notes import KMeans
from gradient_notes.k_means import squared_distances


def test_blobs_are_found():
    x, truth = make_blobs(300, centers=4, cluster_std=0.6, random_state=3)
    assert adjusted_rand_score(truth, KMeans(4).fit(x).labels) == 1.0


def test_inertia_is_as_low_as_scikit_learns():
    x = load_iris().data
    ours = KMeans(3, restarts=10).fit(x)
    reference = Reference(3, n_init=10, random_state=0).fit(x)
    assert ours.inertia == pytest.approx(reference.inertia_, rel=1e-3)
    assert adjusted_rand_score(reference.labels_, ours.labels) > 0.97


def test_every_centre_is_the_mean_of_its_rows():
    x = load_iris().data
    model = KMeans(3).fit(x)
    for cluster in range(3):
        assert np.allclose(model.centres[cluster], x[model.labels == cluster].mean(axis=0))
    assert np.array_equal(model.predict(x), model.labels)


def test_distances_agree_with_the_slow_way():
    rng = np.random.default_rng(0)
    x, centres = rng.normal(size=(20, 3)), rng.normal(size=(4, 3))
    slow = ((x[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    assert np.allclose(squared_distances(x, centres), slow)


def test_equal_rows_and_too_many_clusters():
    assert KMeans(2).fit(np.ones((5, 2))).inertia == 0
    with pytest.raises(ValueError, match="cannot make 6 clusters of 5 rows"):
        KMeans(6).fit(np.ones((5, 2)))
