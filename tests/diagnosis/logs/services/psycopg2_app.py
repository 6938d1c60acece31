"""A WSGI service that connects with psycopg2 while gunicorn imports it."""

import os

import psycopg2

connection = psycopg2.connect(os.environ["DATABASE_URL"])


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
