import asyncio
import logging

from sqlalchemy import select

from app.database import sessions
from app.models import Order

logging.basicConfig(level=logging.INFO)


async def main() -> None:
    logging.info("waiting for orders")
    while True:
        async with sessions.begin() as session:
            for order in await session.scalars(select(Order).where(Order.sent.is_(False))):
                logging.info("sent order %s", order.id)
                order.sent = True
        await asyncio.sleep(1)


asyncio.run(main())
