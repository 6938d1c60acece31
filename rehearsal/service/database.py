"""The service's connection pool and its one table."""

import asyncio
import hashlib
import hmac
import logging
import os
import secrets

import asyncpg

log = logging.getLogger("uvicorn.error")

# A pooler in session mode holds one backend per client, so the pool is small.
POOL_SIZE = 4

CREATE_USERS = """
CREATE TABLE users (
  name text PRIMARY KEY,
  salt bytea NOT NULL,
  password_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
)
"""

SEED_USER = """
INSERT INTO users (name, salt, password_hash) VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET salt = excluded.salt, password_hash = excluded.password_hash
"""


async def open_pool() -> asyncpg.Pool:
    """Connect to DATABASE_URL at once: a service that cannot reach its database must not go live."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        raise RuntimeError("DATABASE_URL is not set: the service has no database to connect to.")
    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=POOL_SIZE,
        timeout=15,
        statement_cache_size=statement_cache_size(),
    )


def statement_cache_size() -> int:
    """How many statements asyncpg keeps prepared by name; 0 where a pooler lends a backend per transaction."""
    text = os.environ.get("DATABASE_STATEMENT_CACHE_SIZE", "100")
    if not text.isdecimal():
        raise RuntimeError(f"DATABASE_STATEMENT_CACHE_SIZE must be a whole number, got {text!r}.")
    return int(text)


async def prepare_users(pool: asyncpg.Pool) -> None:
    """Create the users table where the role may, and seed the demo user where one is given."""
    name, password = os.environ.get("DEMO_USER"), os.environ.get("DEMO_PASSWORD")
    try:
        if await pool.fetchval("SELECT to_regclass('users') IS NULL"):
            await create_users(pool)
        if name and password:
            salt = secrets.token_bytes(16)
            await pool.execute(SEED_USER, name, salt, await password_hash(password, salt))
    except asyncpg.InsufficientPrivilegeError as refusal:
        log.warning("The users table cannot be prepared, sign-in will answer 503: %s", refusal)


async def create_users(pool: asyncpg.Pool) -> None:
    try:
        await pool.execute(CREATE_USERS)
    # Two instances that create it at once collide in the catalogue. The later one is refused for the table, for its
    # row type or for a unique index of either, by how far the first one had come.
    except (asyncpg.DuplicateTableError, asyncpg.DuplicateObjectError, asyncpg.UniqueViolationError):
        if await pool.fetchval("SELECT to_regclass('users') IS NULL"):
            raise
        log.info("Another instance created the users table first.")


async def password_hash(password: str, salt: bytes) -> bytes:
    """Slow on purpose, so it runs beside the event loop, which serves others meanwhile."""
    return await asyncio.to_thread(hashlib.scrypt, password.encode(), salt=salt, n=2**14, r=8, p=1)


async def password_matches(pool: asyncpg.Pool, name: str, password: str) -> bool:
    row = await pool.fetchrow("SELECT salt, password_hash FROM users WHERE name = $1", name)
    # An unknown name costs one hash as well, so that the time taken does not show which names exist.
    salt, expected = (row["salt"], row["password_hash"]) if row else (b"no such user", b"")
    return hmac.compare_digest(await password_hash(password, salt), expected)
