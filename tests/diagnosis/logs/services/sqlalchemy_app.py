"""Makes its tables while it is imported, with SQLAlchemy and psycopg2, as many tutorials do."""

import os

from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine(os.environ["DATABASE_URL"])
Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
