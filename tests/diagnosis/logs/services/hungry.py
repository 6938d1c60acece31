"""Keeps everything it has ever seen."""

import time

kept = []
print("loading the catalogue", flush=True)
while True:
    kept.append(bytearray(b"x" * 8_000_000))
    time.sleep(0.02)
