from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from shelfcast import features, model, synth


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a year of invented data, from a Monday."""
    path = tmp_path_factory.mktemp("data")
    synth.generate(first_day=date(2024, 1, 1), days=182).write(path)
    return path


@pytest.fixture(scope="session")
def rows(folder: Path) -> pd.DataFrame:
    return features.from_folder(folder)


@pytest.fixture(scope="session")
def forecaster(rows: pd.DataFrame) -> model.Forecaster:
    small = model.Forecaster(mean=model.mean_model(max_iter=30))
    return small.fit(features.learnable(rows))
