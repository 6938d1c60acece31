"""What psycopg 3 meets behind the pooler: reads one JSON object (task, url) and prints the task's answer as JSON."""

import json
import sys
import threading
import time

import psycopg


def pipelined(url: str) -> list[int]:
    """Forty statements that are sent before the first is answered."""
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        with connection.pipeline():
            cursors = [connection.execute("SELECT %s::int", (n,)) for n in range(40)]
        return [cursor.fetchone()[0] for cursor in cursors]


ASLEEP = (
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE wait_event = 'PgSleep' AND query LIKE 'SELECT ''cancel it%'"
)


def cancel_when_asleep(url: str, connection: psycopg.Connection) -> None:
    """A cancellation that arrives before the server is at the query would be lost."""
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as looking:
        while looking.execute(ASLEEP).fetchone()[0] == 0:
            time.sleep(0.01)
    connection.cancel_safe()


def cancelled(url: str) -> dict[str, object]:
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        canceller = threading.Thread(target=cancel_when_asleep, args=(url, connection))
        canceller.start()
        try:
            # Longer than any test waits: only a cancellation that arrives ends it.
            connection.execute("SELECT 'cancel it' FROM pg_sleep(600)")
            error = None
        except psycopg.errors.QueryCanceled as refusal:
            error = refusal.sqlstate
        canceller.join()
        return {"error": error, "afterwards": connection.execute("SELECT 1").fetchone()[0]}


def copied(url: str) -> dict[str, object]:
    """COPY into a table, and one that the server refuses after its data was sent."""
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS copied_too (n int)")
        connection.execute("TRUNCATE copied_too")
        with connection.cursor() as cursor:
            with cursor.copy("COPY copied_too FROM STDIN") as copy:
                for n in range(10_000):
                    copy.write_row((n,))
        try:
            with connection.cursor() as cursor, cursor.copy("COPY copied_too FROM STDIN") as copy:
                copy.write("no number\n" * 1000)
            error = None
        except psycopg.errors.InvalidTextRepresentation as refusal:
            error = refusal.sqlstate
        return {"error": error, "rows": connection.execute("SELECT count(*) FROM copied_too").fetchone()[0]}


TASKS = {"pipelined": pipelined, "cancelled": cancelled, "copied": copied}
order = json.load(sys.stdin)
print(json.dumps(TASKS[order.pop("task")](**order)))
