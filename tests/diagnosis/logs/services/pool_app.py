"""Opens three connections before it serves."""

import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.connections = [await asyncpg.connect(os.environ["DATABASE_URL"]) for _ in range(3)]
    yield


app = FastAPI(lifespan=lifespan)
