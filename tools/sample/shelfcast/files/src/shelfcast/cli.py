"""The `shelfcast` command: generate, check, train, backtest, forecast, watch, serve."""

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from shelfcast import backtest, features, log, model, monitor, schema, synth
from shelfcast.service import create_app, forecast_week
from shelfcast.settings import Settings

logger = logging.getLogger("shelfcast.cli")
WATCHED_DAYS = 28


def generate(settings: Settings, arguments: argparse.Namespace) -> int:
    """write two years of invented till data"""
    synth.generate(seed=arguments.seed).write(settings.data)
    return 0


def check(settings: Settings, arguments: argparse.Namespace) -> int:
    """check the input tables and print every problem"""
    for name, table in schema.read(settings.data).items():
        print(f"{name}: {len(table)} rows")
    return 0


def train(settings: Settings, arguments: argparse.Namespace) -> int:
    """fit the forecaster on everything known and save it"""
    rows = features.learnable(features.from_folder(settings.data, horizon=0))
    model.Forecaster(quantile=settings.quantile).fit(rows).save(settings.model)
    logger.info("trained", extra={"rows": len(rows)})
    return 0


def evaluate(settings: Settings, arguments: argparse.Namespace) -> int:
    """replay the past and print all scores as JSON"""
    rows = features.learnable(features.from_folder(settings.data, horizon=0))
    exact = json.dumps(backtest.report(rows))
    print(json.dumps(json.loads(exact, parse_float=lambda text: round(float(text), 4)), indent=1))
    return 0


def forecast(settings: Settings, arguments: argparse.Namespace) -> int:
    """print next week's forecasts and orders as CSV"""
    week = forecast_week(model.load(settings.model), features.from_folder(settings.data))
    columns = ["day", "shop_id", "product_id", "expected", "order"]
    week[columns].to_csv(sys.stdout, index=False)
    return 0


def watch(settings: Settings, arguments: argparse.Namespace) -> int:
    """compare the last four weeks with the training data; status 1 when something moved"""
    rows = features.learnable(features.from_folder(settings.data, horizon=0))
    recent = rows["day"] > rows["day"].max() - pd.Timedelta(days=WATCHED_DAYS)
    forecaster = model.load(settings.model)
    alerts = monitor.check(rows[~recent], rows[recent], forecaster.expected(rows[recent]))
    for alert in alerts:
        logger.warning("moved", extra={"alert": str(alert)})
    return 1 if alerts else 0


def serve(settings: Settings, arguments: argparse.Namespace) -> int:
    """answer HTTP requests"""
    import uvicorn  # slow to import, and only needed here

    uvicorn.run(create_app(settings), host=settings.host, port=settings.port, access_log=False)
    return 0


COMMANDS: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
    command.__name__: command
    for command in (generate, check, train, evaluate, forecast, watch, serve)
}


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="shelfcast", description=__doc__)
    arguments.add_argument("--data", type=Path, help="folder of the CSV tables (SHELFCAST_DATA)")
    arguments.add_argument("--model", type=Path, help="file of the trained model (SHELFCAST_MODEL)")
    commands = arguments.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.__doc__)
        if name == "generate":
            sub.add_argument("--seed", type=int, default=20260305)
    return arguments


def main(argv: Sequence[str] | None = None) -> int:
    arguments = parser().parse_args(argv)
    given = {name: value for name in ("data", "model") if (value := getattr(arguments, name))}
    settings = Settings(**given)
    log.configure(settings.log_level)
    try:
        return COMMANDS[arguments.command](settings, arguments)
    except (schema.BadInput, FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
