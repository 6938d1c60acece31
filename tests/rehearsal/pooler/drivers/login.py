"""Logs in once for each object of a JSON list (driver, url) and prints what came of each as a JSON list."""

import asyncio
import json
import sys

QUERY = "SELECT current_user || '@' || current_database()"


async def with_asyncpg(url: str) -> str:
    import asyncpg

    connection = await asyncpg.connect(url, timeout=10)
    try:
        return await connection.fetchval(QUERY)
    finally:
        await connection.close()


def with_psycopg(url: str) -> str:
    import psycopg

    with psycopg.connect(url) as connection:
        return connection.execute(QUERY).fetchone()[0]


def with_psycopg2(url: str) -> str:
    import psycopg2

    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUERY)
            return cursor.fetchone()[0]
    finally:
        connection.close()


def attempt(driver: str, url: str) -> dict[str, str | None]:
    try:
        if driver == "asyncpg":
            return {"is": asyncio.run(with_asyncpg(url))}
        return {"is": with_psycopg(url) if driver == "psycopg" else with_psycopg2(url)}
    except Exception as error:
        name = f"{type(error).__module__}.{type(error).__qualname__}"
        return {"error": name, "sqlstate": getattr(error, "sqlstate", None), "message": str(error)}


print(json.dumps([attempt(**case) for case in json.load(sys.stdin)]))
