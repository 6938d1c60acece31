from fastapi import FastAPI
from sqlalchemy import text

from app.database import sessions
from app.models import Order

app = FastAPI()


@app.get("/health")
async def health() -> dict[str, str]:
    async with sessions() as session:
        await session.execute(text("select 1"))
    return {"database": "ok"}


@app.post("/orders", status_code=201)
async def create(order: dict[str, str]) -> dict[str, int]:
    async with sessions.begin() as session:
        row = Order(item=order["item"])
        session.add(row)
        await session.flush()
        return {"id": row.id}
