"""Asks the database once before it serves, with psycopg 3."""

import os
from contextlib import asynccontextmanager

import psycopg
from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as connection:
        connection.execute("SELECT 1")
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
