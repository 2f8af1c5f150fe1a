"""Daily demand forecasts and order suggestions for small grocers."""

__version__ = "0.3.0"
