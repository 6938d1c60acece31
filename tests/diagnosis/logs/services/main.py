"""A service without faults of its own."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root() -> dict[str, str]:
    return {"service": "navigator"}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
