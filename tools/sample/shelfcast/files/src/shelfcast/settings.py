"""Everything that differs between two shops' machines, read from the environment."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Variables start with `SHELFCAST_`; a `.env` file in the working folder is read too."""

    model_config = SettingsConfigDict(env_prefix="SHELFCAST_", env_file=".env", extra="ignore")

    data: Path = Path("data")
    model: Path = Path("models/forecaster.joblib")
    quantile: float = Field(default=0.9, gt=0.5, lt=1)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
