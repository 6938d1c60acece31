"""Keeps every session of a pool of one open, with SQLAlchemy and psycopg2."""

import os

from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

engine = create_engine(os.environ["DATABASE_URL"], pool_size=1, max_overflow=0, pool_timeout=1)
app = FastAPI()
sessions = []


@app.get("/items/{item}")
def items(item: int) -> dict[str, int]:
    session = Session(engine)
    sessions.append(session)
    return {"item": session.scalar(text("SELECT :item"), {"item": item})}
