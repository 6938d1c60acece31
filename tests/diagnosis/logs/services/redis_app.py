"""Imports a package that its requirements forget."""

import redis
from main import app as app

cache = redis.Redis()
