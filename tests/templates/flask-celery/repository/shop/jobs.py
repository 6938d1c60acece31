import os

from celery import Celery

app = Celery("shop", broker=os.environ["BROKER_URL"])


@app.task
def send(order: int) -> None:
    print(f"sent order {order}")
