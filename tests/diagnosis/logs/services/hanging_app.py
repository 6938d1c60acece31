"""Its health check waits for something that never comes: always, or after so many answers."""

import os
import time

from fastapi import FastAPI

WELL_ANSWERS = int(os.environ.get("WELL_ANSWERS", "0"))
app = FastAPI()
answered = 0


@app.get("/health")
def health() -> dict[str, str]:
    global answered
    answered += 1
    if answered > WELL_ANSWERS:
        time.sleep(60)
    return {"status": "ok"}
