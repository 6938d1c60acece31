"""Keeps everything it has ever seen."""

kept = []
print("loading the catalogue", flush=True)
while True:
    kept.append(bytearray(8_000_000))
