"""Fills its SQLite database before it serves."""

import os
import sqlite3

connection = sqlite3.connect(os.path.join(os.environ["CACHE_FOLDER"], "cache.sqlite"))
connection.execute("CREATE TABLE IF NOT EXISTS pages (body BLOB)")
for _ in range(1000):
    connection.execute("INSERT INTO pages VALUES (randomblob(4000))")
    connection.commit()
