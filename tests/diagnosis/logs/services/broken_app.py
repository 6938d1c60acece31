"""Has a mistake of its own."""

from main import app as app

ROUTES = {"items": "/items"}
PREFIX = ROUTES.get("orders").rstrip("/")
