import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from shelfcast import cli, log, model
from shelfcast.service import create_app
from shelfcast.settings import Settings


@pytest.fixture(scope="module")
def client(folder: Path, forecaster: model.Forecaster, tmp_path_factory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("models") / "f.joblib"
    forecaster.save(path)
    with TestClient(create_app(Settings(data=folder, model=path))) as client:
        yield client


def test_healthz_says_how_fresh_the_data_is(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": "0.3.0", "last_sale": "2024-06-29"}


def test_a_week_for_one_product(client: TestClient) -> None:
    answer = client.post("/forecasts", json={"shop": "cavana", "products": ["bread-1"]}).json()
    assert answer["shop"] == "cavana"
    days = [row["day"] for row in answer["forecasts"]]
    # The sixth day ahead would be a Sunday and is left out.
    assert days == sorted(days)
    assert "2024-06-30" not in days
    assert all(row["order"] >= row["expected"] > 0 for row in answer["forecasts"])


def test_fewer_days_and_all_products(client: TestClient) -> None:
    answer = client.post("/forecasts", json={"shop": "roiano", "days": 2}).json()
    assert {row["day"] for row in answer["forecasts"]} == {"2024-07-01"}
    assert len(answer["forecasts"]) == 30


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"shop": "atlantis"}, 404),
        ({"shop": "cavana", "products": ["caviar-1"]}, 404),
        ({"shop": "cavana", "days": 8}, 422),
        ({"shop": "cavana", "day": 3}, 422),
        ({}, 422),
    ],
)
def test_a_wrong_question_gets_a_clear_status(client: TestClient, body: dict, status: int) -> None:
    assert client.post("/forecasts", json=body).status_code == status


def test_the_request_id_comes_back(client: TestClient) -> None:
    assert client.get("/healthz", headers={"x-request-id": "abc"}).headers["x-request-id"] == "abc"


def test_a_log_line_is_one_json_object() -> None:
    record = logging.makeLogRecord(
        {"msg": "request", "levelname": "INFO", "status": 200, "path": "/è"}
    )
    entry = json.loads(log.JsonFormatter().format(record))
    assert entry["event"] == "request"
    assert (entry["status"], entry["path"]) == (200, "/è")


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFCAST_PORT", "9000")
    monkeypatch.setenv("SHELFCAST_QUANTILE", "0.95")
    assert (Settings().port, Settings().quantile) == (9000, 0.95)


def test_the_command_trains_and_forecasts(folder: Path, tmp_path: Path, capsys) -> None:
    where = ["--data", str(folder), "--model", str(tmp_path / "f.joblib")]
    assert cli.main([*where, "train"]) == 0
    assert cli.main([*where, "forecast"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "day,shop_id,product_id,expected,order"
    assert len(lines) > 400


def test_missing_data_is_status_2_and_named(tmp_path: Path, capsys) -> None:
    assert cli.main(["--data", str(tmp_path), "check"]) == 2
    assert "sales.csv: missing" in capsys.readouterr().err
