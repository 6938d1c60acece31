"""What psycopg 3 meets behind the pooler: reads one JSON object (task, url) and prints the task's answer as JSON."""

import json
import sys
import threading

import psycopg


def pipelined(url: str) -> list[int]:
    """Forty statements that are sent before the first is answered."""
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        with connection.pipeline():
            cursors = [connection.execute("SELECT %s::int", (n,)) for n in range(40)]
        return [cursor.fetchone()[0] for cursor in cursors]


def cancelled(url: str) -> dict[str, object]:
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        timer = threading.Timer(0.2, connection.cancel_safe)
        timer.start()
        try:
            connection.execute("SELECT pg_sleep(20)")
            error = None
        except psycopg.errors.QueryCanceled as refusal:
            error = refusal.sqlstate
        timer.join()
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
