"""Loads a model before it listens, for longer than a platform waits."""

import time

from main import app as app

print("loading the model", flush=True)
time.sleep(60)
print("the model is loaded", flush=True)
