"""A worker that still has the password of last week, and asks three times."""

import os

import psycopg

for _ in range(3):
    try:
        psycopg.connect(os.environ["OLD_DATABASE_URL"], connect_timeout=3).close()
    except psycopg.OperationalError:
        pass
