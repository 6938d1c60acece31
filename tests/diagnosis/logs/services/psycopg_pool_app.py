"""Waits for psycopg's pool before it serves."""

import logging
import os
from contextlib import asynccontextmanager

from fastapi import FastAPI
from psycopg_pool import AsyncConnectionPool

logging.basicConfig(level=logging.WARNING, format="%(levelname)s:%(name)s:%(message)s")


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with AsyncConnectionPool(os.environ["DATABASE_URL"], min_size=1, open=False) as pool:
        await pool.wait(timeout=4)
        yield


app = FastAPI(lifespan=lifespan)
