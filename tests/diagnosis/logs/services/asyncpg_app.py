"""Opens an asyncpg pool before it serves, as FastAPI's documentation of lifespans shows."""

import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=1, max_size=5, timeout=5)
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan)


@app.get("/health")
async def health() -> dict[str, int]:
    return {"answer": await app.state.pool.fetchval("SELECT 1")}


@app.get("/items/{owner}")
async def items(owner: int) -> dict[str, int]:
    async with app.state.pool.acquire() as connection:
        await connection.execute("SELECT pg_sleep(0.02)")
        return {"count": await connection.fetchval("SELECT $1::int + 40", owner)}
