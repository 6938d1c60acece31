"""Counts the rows of a table before it serves, with asyncpg."""

import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    app.state.customers = await connection.fetchval("SELECT count(*) FROM customers")
    yield


app = FastAPI(lifespan=lifespan)
