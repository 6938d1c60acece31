"""The sample service of a rehearsal: health with the database, sign-in, upload, and a streamed chat."""

import asyncio
import hashlib
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI, HTTPException, Request, UploadFile
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel

import database

CLOSE_SECONDS = 5
# Below the 5 s that Render gives a health check, so that the answer can still name the reason.
HEALTH_SECONDS = 4
CHUNK_BYTES = 64 * 1024
DATABASE_PROBLEMS = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncio.TimeoutError,
    OSError,
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.pool = await database.open_pool()
    try:
        await database.prepare_users(app.state.pool)
        yield
    finally:
        await close(app.state.pool)


async def close(pool: asyncpg.Pool) -> None:
    try:
        await asyncio.wait_for(pool.close(), CLOSE_SECONDS)
    except asyncio.TimeoutError:
        pool.terminate()


app = FastAPI(title="Navigator", lifespan=lifespan)


class Credentials(BaseModel):
    username: str
    password: str


class Question(BaseModel):
    message: str


@app.get("/health")
async def health(request: Request) -> JSONResponse:
    """Healthy means that the database answered a query just now."""
    started = time.perf_counter()
    try:
        role = await asyncio.wait_for(request.app.state.pool.fetchval("SELECT current_user"), HEALTH_SECONDS)
    except DATABASE_PROBLEMS as error:
        problem = f"{type(error).__name__}: {error}"
        return JSONResponse({"status": "unavailable", "database": problem}, status_code=503)
    milliseconds = round((time.perf_counter() - started) * 1000, 1)
    return JSONResponse({"status": "ok", "database": "ok", "role": role, "milliseconds": milliseconds})


@app.post("/auth/login")
async def login(credentials: Credentials, request: Request) -> dict[str, str]:
    try:
        known = await database.password_matches(
            request.app.state.pool, credentials.username, credentials.password
        )
    except (asyncpg.UndefinedTableError, asyncpg.InsufficientPrivilegeError) as error:
        raise HTTPException(503, f"Sign-in has no users table it may read: {error}") from error
    if not known:
        raise HTTPException(401, "Unknown user or wrong password.")
    return {"access_token": secrets.token_urlsafe(32), "token_type": "bearer", "user": credentials.username}


@app.post("/upload", status_code=201)
async def upload(file: UploadFile) -> dict[str, str | int]:
    digest, size = hashlib.sha256(), 0
    while chunk := await file.read(CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    return {"name": file.filename or "", "bytes": size, "sha256": digest.hexdigest()}


@app.post("/chat")
async def chat(question: Question) -> StreamingResponse:
    return StreamingResponse(answer(question.message), media_type="text/event-stream")


async def answer(message: str) -> AsyncIterator[str]:
    """One event per word, then the whole answer: a client can show the first before the last exists."""
    text = f"You said: {message}"
    for word in text.split():
        yield f"data: {json.dumps({'delta': word})}\n\n"
        await asyncio.sleep(0.02)
    yield f"event: done\ndata: {json.dumps({'answer': text})}\n\n"
