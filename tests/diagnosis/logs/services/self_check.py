"""Says that it is ready when it is reached on the port that the team agreed on."""

import logging
import urllib.request

from fastapi import FastAPI, Response

log = logging.getLogger("uvicorn.error")
app = FastAPI()


@app.get("/ready")
def ready() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/health")
def health(response: Response) -> dict[str, str]:
    try:
        urllib.request.urlopen("http://127.0.0.1:8000/ready", timeout=1)
        return {"status": "ok"}
    except OSError as error:
        log.warning("readiness: http://127.0.0.1:8000/ready: %s", error)
        response.status_code = 503
        return {"status": "not ready"}
