"""Reads its settings as pydantic-settings does."""

from main import app as app
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    stripe_api_key: str
    max_workers: int = 4


settings = Settings()
