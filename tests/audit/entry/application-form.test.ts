import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const FASTAPI = "from fastapi import FastAPI\n\napp = FastAPI()\n";
const FLASK = "from flask import Flask\n\napp = Flask(__name__)\n";

const repository = (start: string, main: string, more: Readonly<Record<string, string>> = {}) => ({
  "requirements.txt":
    "fastapi\nflask\nuvicorn\ngunicorn\nhypercorn\ndaphne\nwaitress\nstarlette\na2wsgi\nquart\ndjango\n",
  "main.py": main,
  "render.yaml": `services:\n  - type: web\n    name: shop\n    runtime: python\n    plan: starter\n    healthCheckPath: /health\n    buildCommand: pip install -r requirements.txt\n    startCommand: ${start}\n`,
  ...more,
});

/** How a server calls its application: of 12 wrong ones none was found before the rule was there. */
const CASES: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ["FastAPI by gunicorn's own worker", repository("gunicorn main:app --bind 0.0.0.0:$PORT", FASTAPI), true],
  ["FastAPI by a sync worker", repository("gunicorn -k sync main:app -b 0.0.0.0:$PORT", FASTAPI), true],
  [
    "FastAPI by threads",
    repository("gunicorn -k gthread --threads 4 main:app -b 0.0.0.0:$PORT", FASTAPI),
    true,
  ],
  [
    "FastAPI with a lifespan that has its name",
    repository(
      "gunicorn main:app --workers 2 --bind 0.0.0.0:$PORT",
      "from contextlib import asynccontextmanager\nfrom fastapi import FastAPI\n\n@asynccontextmanager\nasync def lifespan(app: FastAPI):\n    yield\n\napp = FastAPI(lifespan=lifespan)\n",
    ),
    true,
  ],
  [
    "Starlette",
    repository(
      "gunicorn main:app -b 0.0.0.0:$PORT",
      "from starlette.applications import Starlette\napp = Starlette()\n",
    ),
    true,
  ],
  [
    "a module's name",
    repository(
      "gunicorn main:api -b 0.0.0.0:$PORT",
      "import fastapi\n\napi = fastapi.FastAPI(title='Shop')\n",
    ),
    true,
  ],
  [
    "Quart",
    repository("gunicorn main:app -b 0.0.0.0:$PORT", "from quart import Quart\napp = Quart(__name__)\n"),
    true,
  ],
  ["Flask by uvicorn", repository("uvicorn main:app --host 0.0.0.0 --port $PORT", FLASK), true],
  ["Flask by daphne", repository("daphne -b 0.0.0.0 -p $PORT main:app", FLASK), true],
  [
    "Flask by uvicorn's worker",
    repository("gunicorn -k uvicorn.workers.UvicornWorker main:app -b 0.0.0.0:$PORT", FLASK),
    true,
  ],
  ["FastAPI by waitress", repository("waitress-serve --listen=0.0.0.0:$PORT main:app", FASTAPI), true],
  [
    "a settings file without a worker class",
    repository("gunicorn main:app -b 0.0.0.0:$PORT", FASTAPI, { "gunicorn.conf.py": "workers = 2\n" }),
    true,
  ],
  [
    "uvicorn's worker",
    repository("gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT", FASTAPI),
    false,
  ],
  [
    "its own package",
    repository("gunicorn main:app -k uvicorn_worker.UvicornWorker -b 0.0.0.0:$PORT", FASTAPI),
    false,
  ],
  ["FastAPI by uvicorn", repository("uvicorn main:app --host 0.0.0.0 --port $PORT", FASTAPI), false],
  ["Flask by gunicorn", repository("gunicorn main:app -b 0.0.0.0:$PORT", FLASK), false],
  ["Flask by hypercorn", repository("hypercorn main:app --bind 0.0.0.0:$PORT", FLASK), false],
  ["FastAPI by hypercorn", repository("hypercorn main:app --bind 0.0.0.0:$PORT", FASTAPI), false],
  [
    "a settings file with the class",
    repository("gunicorn main:app -b 0.0.0.0:$PORT", FASTAPI, {
      "gunicorn.conf.py": 'worker_class = "uvicorn.workers.UvicornWorker"\n',
    }),
    false,
  ],
  [
    "a settings file that reads a variable",
    repository("gunicorn -c conf.py main:app -b 0.0.0.0:$PORT", FASTAPI, {
      "conf.py":
        'import os\nworker_class = os.environ.get("WORKER_CLASS", "uvicorn.workers.UvicornWorker")\n',
    }),
    false,
  ],
  [
    "a settings file that is not here",
    repository("gunicorn -c /etc/secrets/conf.py main:app -b 0.0.0.0:$PORT", FASTAPI),
    false,
  ],
  [
    "wrapped afterwards",
    repository(
      "gunicorn main:app -b 0.0.0.0:$PORT",
      "from a2wsgi import ASGIMiddleware\nfrom fastapi import FastAPI\n\napp = FastAPI()\napp = ASGIMiddleware(app)\n",
    ),
    false,
  ],
  [
    "wrapped by another name",
    repository(
      "uvicorn main:asgi --host 0.0.0.0 --port $PORT",
      "from a2wsgi import WSGIMiddleware\nfrom flask import Flask\n\napp = Flask(__name__)\nasgi = WSGIMiddleware(app)\n",
    ),
    false,
  ],
  [
    "a name of their own",
    repository("gunicorn main:app -b 0.0.0.0:$PORT", "from shop import FastAPI\n\napp = FastAPI()\n"),
    false,
  ],
  [
    "a condition",
    repository(
      "gunicorn main:app -b 0.0.0.0:$PORT",
      "from fastapi import FastAPI\nfrom flask import Flask\n\nif True:\n    app = FastAPI()\nelse:\n    app = Flask(__name__)\n",
    ),
    false,
  ],
  ["WSGI said", repository("uvicorn --interface wsgi main:app --host 0.0.0.0 --port $PORT", FLASK), false],
];

describe("how a server calls its application", () => {
  for (const [name, files, isWrong] of CASES)
    it(`${isWrong ? "is wrong" : "is right, or not known"}: ${name}`, () =>
      inFolder(files, (folder) => {
        const found = auditFolder(folder).findings.filter(({ what }) =>
          /^the application that \w[\w-]* calls$/.test(what),
        );
        assert.deepEqual(
          found.map(({ rule, severity }) => `${severity} ${rule}`),
          isWrong ? ["error service/start-command"] : [],
        );
      }));
});
