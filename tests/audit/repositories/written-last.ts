import { BLUEPRINT, PORT_8080 } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const FLY = (port: number): string => `app = "app"\n\n[http_service]\n  internal_port = ${port}\n`;
const IMAGE = (from: string, command: string): string =>
  `FROM ${from}\nWORKDIR /app\nCOPY . .\nCMD ${command}\n`;
const DENO = '["deno", "run", "--allow-net", "--allow-env", "main.ts"]';
const BUN = '["bun", "run", "src/index.ts"]';

/** Written on 28 November 2026, and committed before the audit was run on any of them. */
export const FAULTY_LAST: readonly FaultyRepository[] = [
  {
    name: "Deno on the loopback address",
    files: {
      Dockerfile: IMAGE("denoland/deno:2.1.4", DENO),
      "fly.toml": FLY(8000),
      "main.ts": 'Deno.serve({ hostname: "127.0.0.1", port: 8000 }, () => new Response("ok"));\n',
    },
    finds: ["service/loopback-bind main.ts:1"],
  },
  {
    name: "Bun on another port than Fly's",
    files: {
      Dockerfile: IMAGE("oven/bun:1.1", BUN),
      "fly.toml": FLY(3000),
      "src/index.ts": 'Bun.serve({ port: 4000, hostname: "0.0.0.0", fetch: () => new Response("ok") });\n',
    },
    finds: ["port/agreement src/index.ts:1"],
  },
  {
    name: "Litestar's command line without a host",
    files: {
      "render.yaml": BLUEPRINT("litestar --app main:app run --port $PORT"),
      "requirements.txt": "litestar[standard]\n",
      "main.py": "app = object()\n",
    },
    finds: ["service/loopback-bind render.yaml:7"],
  },
  {
    name: "Sanic on localhost",
    files: {
      "render.yaml": BLUEPRINT("sanic main:app --host localhost --port $PORT"),
      "requirements.txt": "sanic\n",
      "main.py": "app = object()\n",
    },
    finds: ["service/loopback-bind render.yaml:7"],
  },
  {
    name: "a schema of variables that production does not meet",
    files: {
      ".env.schema": "# @required @sensitive\nSTRIPE_KEY=\n# @type=port\nPORT=8000\n",
      ".env.production": "PORT=8000\nLOG_LEVEL=info\n",
      ".env.staging": "PORT=8000\nLOG_LEVEL=debug\nSTRIPE_KEY=op://shop/staging\n",
      "server.js": "require('http').createServer().listen(process.env.PORT);\n",
    },
    finds: ["environment/missing-variable .env.production:1"],
  },
  {
    name: "SQLAlchemy 2.1's default driver on a pooler in transaction mode",
    files: {
      "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
      "uv.lock": '[[package]]\nname = "sqlalchemy"\nversion = "2.1.9"\n',
      "main.py":
        'from sqlalchemy import create_engine\n\nengine = create_engine(\n    "postgresql://app.abcdefghijklmnopqrst:x@aws-0-eu-west-1.pooler.supabase.com:6543/postgres"\n)\napp = object()\n',
    },
    finds: ["database/transaction-mode-statements main.py:4"],
  },
  {
    name: "a Procfile whose port is written out, on Heroku",
    files: {
      Procfile: "web: gunicorn app:app --bind 0.0.0.0:8000\n",
      "app.json": '{ "name": "app" }\n',
      "requirements.txt": "gunicorn\nflask\n",
      "app.py": "app = object()\n",
    },
    finds: ["port/hard-coded Procfile:1"],
  },
  {
    name: "Rocket's address in Rocket.toml",
    files: {
      Dockerfile: IMAGE("debian:bookworm-slim", '["./target/release/app"]'),
      "fly.toml": FLY(8000),
      "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nrocket = "0.5"\n',
      "Rocket.toml": '[release]\naddress = "127.0.0.1"\nport = 8000\n',
      "src/main.rs": "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n",
    },
    finds: ["service/loopback-bind Rocket.toml:2"],
  },
];

export const SOUND_LAST: readonly SmallRepository[] = [
  {
    name: "Deno that takes the platform's port",
    files: {
      Dockerfile: IMAGE("denoland/deno:2.1.4", DENO),
      "fly.toml": FLY(8080),
      "main.ts":
        'const port = Number(Deno.env.get("PORT") ?? 8080);\nDeno.serve({ hostname: "0.0.0.0", port }, () => new Response("ok"));\n',
    },
  },
  {
    name: "Bun with Hono's default export",
    files: {
      Dockerfile: IMAGE("oven/bun:1.1", BUN),
      "fly.toml": FLY(3000),
      "src/index.ts":
        'import { Hono } from "hono";\nconst app = new Hono();\nexport default { port: process.env.PORT ?? 3000, fetch: app.fetch };\n',
      "package.json": '{ "dependencies": { "hono": "^4.6.0" } }\n',
    },
  },
  {
    name: "Litestar and Sanic on all addresses",
    files: {
      "api/render.yaml": BLUEPRINT("litestar --app main:app run --host 0.0.0.0 --port $PORT"),
      "api/requirements.txt": "litestar[standard]\n",
      "api/main.py": "app = object()\n",
      "hooks/render.yaml": BLUEPRINT("sanic main:app --host 0.0.0.0 --port $PORT"),
      "hooks/requirements.txt": "sanic\n",
      "hooks/main.py": "app = object()\n",
    },
  },
  {
    name: "a schema of variables whose values every environment has",
    files: {
      ".env.schema":
        "# @defaultRequired=false\n# ---\n# @required\nSTRIPE_KEY=\n# @optional\nSENTRY_DSN=\n# @type=port\nPORT=8000\n# @required\nREGION=eu\n",
      ".env.production": "PORT=8000\nSTRIPE_KEY=op://shop/production\n",
      ".env.staging": "PORT=8000\nSTRIPE_KEY=op://shop/staging\nSENTRY_DSN=https://a@sentry.acme.com/1\n",
    },
  },
  {
    name: "SQLAlchemy 2.0 with psycopg2 on the pooler",
    files: {
      "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
      "poetry.lock": '[[package]]\nname = "sqlalchemy"\nversion = "2.0.36"\n',
      "main.py":
        'import os\n\nfrom sqlalchemy import create_engine\n\nengine = create_engine(os.environ["DATABASE_URL"])\napp = object()\n',
    },
  },
  {
    name: "a Procfile with Heroku's port and a worker",
    files: {
      Procfile: "web: gunicorn app:app --bind 0.0.0.0:$PORT\nworker: celery -A app worker\n",
      "app.json": '{ "name": "app" }\n',
      "requirements.txt": "gunicorn\nflask\ncelery\n",
      "app.py": "app = object()\n",
    },
  },
  {
    name: "Rocket's address in Rocket.toml for every address",
    files: {
      Dockerfile: IMAGE("debian:bookworm-slim", '["./target/release/app"]'),
      "fly.toml": FLY(8000),
      "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nrocket = "0.5"\n',
      "Rocket.toml": '[release]\naddress = "0.0.0.0"\nport = 8000\n',
      "src/main.rs": "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n",
    },
  },
  {
    name: "a Blueprint of a Node service that reads its port, with PORT set",
    files: {
      "render.yaml": BLUEPRINT("node server.mjs", PORT_8080, "node"),
      "server.mjs":
        'import { createServer } from "node:http";\ncreateServer().listen({ port: Number(process.env.PORT), host: "0.0.0.0" });\n',
    },
  },
];
