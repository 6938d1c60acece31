"""Asks for its database again and again before it serves, up to so many times."""

import asyncio
import logging
import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI

log = logging.getLogger("uvicorn.error")
ATTEMPTS = int(os.environ.get("ATTEMPTS", "1000"))


@asynccontextmanager
async def lifespan(app: FastAPI):
    for attempt in range(1, ATTEMPTS + 1):
        try:
            app.state.connection = await asyncpg.connect(os.environ["DATABASE_URL"], timeout=3)
            log.info("connected to the database at attempt %d", attempt)
            break
        except Exception as error:
            log.warning("attempt %d: %s: %s; retrying", attempt, type(error).__name__, error)
            await asyncio.sleep(1)
    else:
        raise SystemExit("the database did not answer")
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
