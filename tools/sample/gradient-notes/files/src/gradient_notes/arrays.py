"""The two array types every module uses, and the one numerical check they share."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def numerical_gradient(
    function: Callable[[Floats], float], at: Floats, step: float = 1e-6
) -> Floats:
    """Central differences, one coordinate at a time: slow, and hard to get wrong."""
    gradient = np.zeros_like(at)
    for index in np.ndindex(at.shape):
        ahead, behind = at.copy(), at.copy()
        ahead[index] += step
        behind[index] -= step
        gradient[index] = (function(ahead) - function(behind)) / (2 * step)
    return gradient
