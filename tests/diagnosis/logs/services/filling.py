"""Writes its cache to its disk before it serves."""

import os

from main import app as app

with open(os.path.join(os.environ["CACHE_FOLDER"], "cache.bin"), "wb") as cache:
    for _ in range(1000):
        cache.write(os.urandom(4096))
        cache.flush()
