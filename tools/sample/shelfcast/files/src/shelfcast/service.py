"""The HTTP service: next week's forecasts and orders for one shop."""

import logging
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated

import pandas as pd
from fastapi import FastAPI, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from shelfcast import __version__, features, model
from shelfcast.settings import Settings

logger = logging.getLogger("shelfcast.service")


class ForecastRequest(BaseModel):
    """Which shop, and which of its products; all of them when none is named."""

    model_config = ConfigDict(extra="forbid")

    shop: Annotated[str, Field(min_length=1, max_length=40)]
    products: Annotated[list[str], Field(max_length=500)] = []
    days: Annotated[int, Field(ge=1, le=features.HORIZON_DAYS)] = features.HORIZON_DAYS


class Forecast(BaseModel):
    """One product on one day, in units."""

    day: date
    product: str
    expected: Annotated[float, Field(ge=0)]
    order: Annotated[int, Field(ge=0)]
    on_offer: bool


class ForecastResponse(BaseModel):
    shop: str
    model_version: str
    last_sale: date
    forecasts: list[Forecast]


class Health(BaseModel):
    status: str
    version: str
    last_sale: date


def forecast_week(forecaster: model.Forecaster, rows: pd.DataFrame) -> pd.DataFrame:
    """The future rows of a feature table with `expected` and `order` beside them."""
    future = rows[rows["is_future"] & (rows["days_seen_56"] >= features.ENOUGH_DAYS)]
    return future.assign(
        expected=forecaster.expected(future).round(1), order=forecaster.order(future).astype(int)
    )


def create_app(settings: Settings) -> FastAPI:
    """Build the app; the model and the week's forecasts are computed once, when it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        forecaster = model.load(settings.model)
        rows = features.from_folder(settings.data)
        app.state.week = forecast_week(forecaster, rows)
        app.state.last_sale = rows.loc[~rows["is_future"], "day"].max().date()
        app.state.version = forecaster.version
        logger.info("ready", extra={"rows": len(app.state.week)})
        yield

    app = FastAPI(title="shelfcast", version=__version__, lifespan=lifespan)

    @app.middleware("http")
    async def log_request(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        request_id = request.headers.get("x-request-id") or uuid.uuid4().hex
        started = time.perf_counter()
        response = await call_next(request)
        response.headers["x-request-id"] = request_id
        logger.info(
            "request",
            extra={
                "request_id": request_id,
                "method": request.method,
                "path": request.url.path,
                "status": response.status_code,
                "milliseconds": round(1000 * (time.perf_counter() - started), 1),
            },
        )
        return response

    @app.get("/healthz")
    def healthz() -> Health:
        return Health(status="ok", version=app.state.version, last_sale=app.state.last_sale)

    @app.post("/forecasts")
    def forecasts(request: ForecastRequest) -> ForecastResponse:
        week: pd.DataFrame = app.state.week
        rows = week[week["shop_id"] == request.shop]
        if rows.empty:
            raise HTTPException(404, f"no forecasts for shop {request.shop!r}")
        unknown = sorted(set(request.products) - set(rows["product_id"]))
        if unknown:
            raise HTTPException(404, f"no forecasts for {', '.join(unknown)}")
        if request.products:
            rows = rows[rows["product_id"].isin(request.products)]
        until = pd.Timestamp(app.state.last_sale) + pd.Timedelta(days=request.days)
        return ForecastResponse(
            shop=request.shop,
            model_version=app.state.version,
            last_sale=app.state.last_sale,
            forecasts=[
                Forecast(
                    day=row.day.date(),
                    product=row.product_id,
                    expected=row.expected,
                    order=row.order,
                    on_offer=row.discount > 0,
                )
                for row in rows[rows["day"] <= until].itertuples()
            ],
        )

    return app
