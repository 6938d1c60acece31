"""Asks with parameters, from several connections at once."""

import os

from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(os.environ["DATABASE_URL"], pool_size=5)
app = FastAPI()


@app.get("/items/{owner}")
async def items(owner: int) -> dict[str, int]:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": 0.02})
        await connection.commit()
        return {"count": (await connection.execute(text("SELECT CAST(:n AS int)"), {"n": owner})).scalar_one()}
