"""Works and never listens."""

import time

while True:
    print("worker: no job in the queue", flush=True)
    time.sleep(2)
