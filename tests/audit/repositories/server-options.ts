import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const COMMAND = (start: string): SmallRepository["files"] => ({ "render.yaml": BLUEPRINT(start) });
const NAME = "service/loopback-bind render.yaml:7";
const VALUE = "service/start-command render.yaml:7";

/** Written before names of hosts and options without values were read. */
export const FAULTY_OPTIONS: readonly FaultyRepository[] = [
  ["uvicorn main:app --host example.com --port $PORT", NAME],
  ["gunicorn app:app -b shop.onrender.com:$PORT", NAME],
  ["uvicorn main:app --host 0.0.0.0 --port $PORT --workers", VALUE],
  ["gunicorn app:app --bind 0.0.0.0:$PORT --workers", VALUE],
  ["hypercorn main:app -b 0.0.0.0:$PORT -k", VALUE],
  ["daphne app.asgi:application -b 0.0.0.0 -p", VALUE],
].map(([start = "", finds = ""]) => ({ name: `options: ${start}`, finds: [finds], files: COMMAND(start) }));

export const SOUND_OPTIONS: readonly SmallRepository[] = [
  "uvicorn main:app --host api.internal --port $PORT",
  "uvicorn main:app --host 0.0.0.0 --port $PORT --proxy-headers",
  "gunicorn -b 0.0.0.0:$PORT -w 4 app.main:app",
  "hypercorn main:app -b [::]:$PORT --workers 2",
].map((start) => ({ name: `options: ${start}`, files: COMMAND(JSON.stringify(start)) }));
