"""Counts the rows of a table while gunicorn imports it, with SQLAlchemy and psycopg2."""

import os

from sqlalchemy import create_engine, text

with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
    CUSTOMERS = connection.scalar(text("SELECT count(*) FROM customers"))


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
