"""What asyncpg meets behind the pooler: reads one JSON object (task, url, more) and prints the task's answer as JSON."""

import asyncio
import io
import json
import sys
from collections import Counter

import asyncpg


ASLEEP = (
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE wait_event = 'PgSleep' AND query LIKE 'SELECT ''cancel me%'"
)


async def concurrent(url: str, cache: int, clients: int, rounds: int) -> dict[str, int]:
    """How each query of many concurrent clients ended, by the error's name; `right` counts the right answers."""
    outcomes: Counter[str] = Counter()

    async def one(number: int) -> None:
        connection = await asyncpg.connect(url, statement_cache_size=cache)
        for turn in range(rounds):
            try:
                # Texts differ by client, so that a statement of one name means different things.
                answer = await connection.fetchval(f"SELECT $1::int + {number}", turn)
                outcomes["right" if answer == turn + number else "wrong"] += 1
            except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError) as error:
                outcomes[type(error).__name__] += 1
                if connection.is_closed():
                    return
        await connection.close()

    await asyncio.gather(*(one(number) for number in range(clients)))
    return outcomes


async def cancelled(url: str) -> dict[str, object]:
    """A query whose task is cancelled, which asyncpg does for its time limits too, beside one that nobody cancels."""
    first, second, third = [await asyncpg.connect(url, statement_cache_size=0) for _ in range(3)]
    other = asyncio.create_task(second.fetchval("SELECT 'unharmed' FROM pg_sleep(0.6)"))
    # Longer than any test waits: only a cancellation that arrives ends it.
    asleep = asyncio.create_task(first.fetchval("SELECT 'cancel me' FROM pg_sleep(600)"))
    # A cancellation before the server is at the query would be lost.
    while not await third.fetchval(ASLEEP):
        await asyncio.sleep(0.01)
    asleep.cancel()
    try:
        await asleep
        error = None
    except asyncio.CancelledError as cancellation:
        error = type(cancellation).__name__
    answer = {"error": error, "afterwards": await first.fetchval("SELECT 1"), "other": await other}
    for connection in (first, second, third):
        await connection.close()
    return answer


async def copied(url: str) -> dict[str, object]:
    """COPY into and out of a table, and one that the server refuses in its middle."""
    connection = await asyncpg.connect(url, statement_cache_size=0)
    await connection.execute("CREATE TABLE IF NOT EXISTS copied (n int); TRUNCATE copied")
    records = [(n,) for n in range(50_000)]
    await connection.copy_records_to_table("copied", records=records)
    try:
        await connection.copy_to_table("copied", source=io.BytesIO(b"no number\n" * 200_000))
        error = None
    except asyncpg.PostgresError as refusal:
        error = type(refusal).__name__
    out = io.BytesIO()
    await connection.copy_from_table("copied", output=out)
    rows = await connection.fetchval("SELECT count(*) FROM copied")
    await connection.close()
    return {"error": error, "rows": rows, "lines": out.getvalue().count(b"\n")}


TASKS = {"concurrent": concurrent, "cancelled": cancelled, "copied": copied}
order = json.load(sys.stdin)
print(json.dumps(asyncio.run(TASKS[order.pop("task")](**order))))
