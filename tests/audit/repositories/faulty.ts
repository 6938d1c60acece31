// Longer than 200 lines: one list of faulty repositories, written after the kinds of fault before the audit ran on them.
import type { FaultyRepository, OpenRepository } from "./repository";

export const PACKAGE = (start: string): string =>
  `{\n  "name": "app",\n  "scripts": {\n    "start": "${start}"\n  }\n}\n`;
export const BLUEPRINT = (start: string, more = "", runtime = "python"): string =>
  `services:\n  - type: web\n    name: app\n    runtime: ${runtime}\n    plan: starter\n    buildCommand: make\n    startCommand: ${start}\n    healthCheckPath: /\n${more}`;
export const PORT_8080 = "    envVars:\n      - key: PORT\n        value: 8080\n";
export const POOLER =
  "postgres.abcdefghijklmnopqrst:secret@aws-0-us-west-1.pooler.supabase.com:6543/postgres";

/** Each fails at its deploy or soon after; the first run found what the commit that added this file says. */
export const FAULTY: readonly FaultyRepository[] = [
  {
    name: "the incident in its smallest form",
    files: { ".env.production": "PORT=10000\n", ".env.staging": "PORT=8000\n" },
    finds: ["port/differs-between-environments .env.production:1"],
  },
  {
    name: "a start script that binds loopback",
    files: {
      "render.yaml": BLUEPRINT("bash start.sh"),
      "start.sh": "#!/bin/bash\nset -e\nuvicorn main:app --host 127.0.0.1 --port 8000\n",
    },
    finds: ["service/loopback-bind start.sh:3"],
  },
  {
    name: "an image whose command is a start script",
    files: {
      "render.yaml": BLUEPRINT("x", PORT_8080, "docker").replace(/ +(?:start|build)Command: .*\n/g, ""),
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["bash", "/app/scripts/start.sh"]\n',
      "scripts/start.sh": "cd /app\nexport WORKERS=2\nexec uvicorn main:app --host 0.0.0.0 --port 8000\n",
    },
    finds: ["port/agreement scripts/start.sh:3"],
  },
  {
    name: "an npm script that runs a shell script",
    files: {
      "render.yaml": BLUEPRINT("npm start", PORT_8080, "node"),
      "package.json": PACKAGE("sh ./run.sh"),
      "run.sh": "node server.js\n",
      "server.js": 'require("express")().listen(4000, "127.0.0.1");\n',
    },
    finds: ["port/agreement server.js:1", "service/loopback-bind server.js:1"],
  },
  {
    name: "make run",
    files: {
      "render.yaml": BLUEPRINT("make run"),
      Makefile:
        ".PHONY: run\n\nrun: build\n\tuvicorn main:app --host 127.0.0.1 --port $(PORT)\n\nbuild:\n\ttrue\n",
    },
    finds: ["service/loopback-bind Makefile:4"],
  },
  {
    name: "pm2 with an ecosystem file",
    files: {
      "render.yaml": BLUEPRINT("pm2-runtime ecosystem.config.js", PORT_8080, "node"),
      "ecosystem.config.js": 'module.exports = {\n  apps: [{ name: "api", script: "./server.js" }],\n};\n',
      "server.js": 'const app = require("express")();\napp.listen(3000);\n',
    },
    finds: ["port/agreement server.js:2"],
  },
  {
    name: "supervisord",
    files: {
      Dockerfile:
        'FROM python:3.13\nENV PORT=8080\nCMD ["supervisord", "-n", "-c", "/app/supervisord.conf"]\n',
      "supervisord.conf":
        "[supervisord]\nnodaemon=true\n\n[program:web]\ncommand=uvicorn main:app --host 127.0.0.1 --port 8080\n",
    },
    finds: ["service/loopback-bind supervisord.conf:5"],
  },
  {
    name: "a Blueprint under another name",
    files: {
      "deploy/render.staging.yaml": BLUEPRINT("uvicorn main:app --host 127.0.0.1 --port $PORT"),
      "main.py": "app = 1\n",
    },
    finds: ["service/loopback-bind deploy/render.staging.yaml:7"],
  },
  {
    name: "a start command into a folder that is a service of its own",
    files: {
      "render.yaml": BLUEPRINT(
        "uvicorn backend.main:app --host 0.0.0.0 --port $PORT",
        `    envVars:\n      - key: DATABASE_URL\n        value: postgresql://${POOLER}\n`,
      ),
      "backend/requirements.txt": "fastapi\nuvicorn\nasyncpg\n",
      "backend/__init__.py": "",
      "backend/main.py":
        'import os\nimport asyncpg\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\nasync def connect():\n    return await asyncpg.connect(os.environ["DATABASE_URL"])\n',
      "frontend/package.json": PACKAGE("vite preview --host"),
    },
    finds: ["database/transaction-mode-statements render.yaml:11"],
  },
  {
    name: "a workspace by its built file",
    files: {
      "render.yaml": BLUEPRINT("node apps/api/dist/main.js", PORT_8080, "node"),
      "package.json": '{ "name": "root", "workspaces": ["apps/*"] }\n',
      "apps/api/package.json": PACKAGE("node dist/main.js"),
      "apps/api/src/main.ts": 'import express from "express";\nconst app = express();\napp.listen(4000);\n',
    },
    finds: ["port/agreement apps/api/src/main.ts:3"],
  },
  {
    name: "a workspace of npm",
    files: {
      "render.yaml": BLUEPRINT("npm run start --workspace=apps/api", PORT_8080, "node"),
      "package.json": '{ "name": "root", "workspaces": ["apps/*"] }\n',
      "apps/api/package.json": PACKAGE("node server.js"),
      "apps/api/server.js": 'const app = require("express")();\napp.listen(4000);\n',
    },
    finds: ["port/agreement apps/api/server.js:2"],
  },
  {
    name: "a workspace of yarn by its name",
    files: {
      "render.yaml": BLUEPRINT("yarn workspace @acme/api start", PORT_8080, "node"),
      "package.json": '{ "name": "root", "workspaces": ["apps/*"] }\n',
      "apps/api/package.json": PACKAGE("node server.js").replace('"app"', '"@acme/api"'),
      "apps/api/server.js": 'const app = require("express")();\napp.listen(4000);\n',
    },
    finds: ["port/agreement apps/api/server.js:2"],
  },
  {
    name: "a pnpm filter",
    files: {
      "render.yaml": BLUEPRINT("pnpm --filter @acme/api start", PORT_8080, "node"),
      "package.json": '{ "name": "root" }\n',
      "apps/api/package.json": PACKAGE("node server.js").replace('"app"', '"@acme/api"'),
      "apps/api/server.js": 'const app = require("express")();\napp.listen(4000);\n',
    },
    finds: ["port/agreement apps/api/server.js:2"],
  },
  ...(
    [
      ["any variable's name", 'const api = require("express")();\napi.listen(3000, "127.0.0.1");\n', 2],
      ["a chained call", 'require("http").createServer().listen(18789, "127.0.0.1");\n', 1],
      [
        "a chained call with options",
        'require("http")\n  .createServer()\n  .listen({ port: 3000, host: "127.0.0.1" });\n',
        3,
      ],
      ["Koa", 'const Koa = require("koa");\nconst web = new Koa();\nweb.listen(3000, "localhost");\n', 3],
      [
        "Hapi",
        'const Hapi = require("@hapi/hapi");\nconst s = Hapi.server({ port: 3000, host: "localhost" });\ns.start();\n',
        2,
      ],
      [
        "Fastify's default by require",
        'const fastify = require("fastify")({ logger: true });\nfastify.listen({ port: process.env.PORT });\n',
        2,
      ],
      [
        "Fastify's default under another name",
        'const app = require("fastify")();\napp.listen({ port: process.env.PORT });\n',
        2,
      ],
    ] as const
  ).map(([name, text, line]) => ({
    name: `JavaScript: ${name}`,
    files: { "render.yaml": BLUEPRINT("node index.js", "", "node"), "index.js": text },
    finds: [`service/loopback-bind index.js:${line}`],
  })),
  ...(
    [
      [
        "uvicorn.run(app)",
        'import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app)\n',
        7,
      ],
      ["uvicorn.run with a reload", 'import uvicorn\n\nuvicorn.run("app:app", reload=True)\n', 3],
      ["Flask's app.run()", "from flask import Flask\n\napp = Flask(__name__)\n\napp.run()\n", 5],
      [
        "Flask's app.run(debug=True)",
        'from flask import Flask\n\nweb = Flask(__name__)\nif __name__ == "__main__":\n    web.run(debug=True)\n',
        5,
      ],
      ["Dash", "from dash import Dash\n\napp = Dash()\napp.run()\n", 4],
      ["Gradio", "import gradio as gr\n\ndemo = gr.Blocks()\ndemo.launch()\n", 4],
      ["FastMCP", 'from fastmcp import FastMCP\n\nmcp = FastMCP("x")\nmcp.run(transport="http")\n', 4],
      ["NiceGUI on loopback", 'from nicegui import ui\n\nui.run(host="127.0.0.1")\n', 3],
      [
        "tornado",
        'import tornado.web\n\napp = tornado.web.Application([])\napp.listen(8888, address="127.0.0.1")\n',
        4,
      ],
      [
        "a default of code that nothing overrides",
        'import os\nimport uvicorn\n\nuvicorn.run("x:app", host=os.getenv("HOST", "127.0.0.1"), port=int(os.environ["PORT"]))\n',
        4,
      ],
    ] as const
  ).map(([name, text, line]) => ({
    name: `Python: ${name}`,
    files: { "render.yaml": BLUEPRINT("python app.py"), "app.py": text },
    finds: [`service/loopback-bind app.py:${line}`],
  })),
  ...(
    [
      ["rails server", "bundle exec rails server -b 127.0.0.1"],
      ["php -S", "php -S localhost:8000"],
      ["php artisan serve", "php artisan serve --port=$PORT"],
      ["dotnet", "dotnet app.dll --urls http://localhost:5000"],
      ["chainlit", "chainlit run app.py"],
      ["sanic", "sanic app:app"],
      ["litestar", "litestar run"],
      ["gunicorn on loopback", "gunicorn -b 127.0.0.1:8000 app:app"],
    ] as const
  ).map(([name, command]) => ({
    name: `command: ${name}`,
    files: { "render.yaml": BLUEPRINT(command) },
    finds: ["service/loopback-bind render.yaml:7"],
  })),
  {
    name: "gunicorn without PORT on Fly",
    files: {
      "fly.toml": 'app = "shop"\n\n[http_service]\ninternal_port = 8000\n',
      Dockerfile: 'FROM python:3.13\nCMD ["gunicorn", "app:app"]\n',
    },
    finds: ["service/loopback-bind Dockerfile:2"],
  },
  {
    name: "gunicorn with a bind that names no port",
    files: {
      "fly.toml": 'app = "shop"\n\n[env]\nPORT = "10000"\n\n[http_service]\ninternal_port = 10000\n',
      Dockerfile: "FROM python:3.13\nCMD gunicorn -b 0.0.0.0 app:app\n",
    },
    finds: ["port/agreement Dockerfile:2"],
  },
  ...(
    [
      [
        "Go net/http",
        "main.go",
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("127.0.0.1:8080", nil)\n}\n',
        6,
      ],
      [
        "gin",
        "main.go",
        'package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() {\n\tr := gin.Default()\n\tr.Run("localhost:8080")\n}\n',
        7,
      ],
      [
        "Rust",
        "src/main.rs",
        'fn main() {\n    let l = std::net::TcpListener::bind("127.0.0.1:3000").unwrap();\n}\n',
        2,
      ],
      ["Rocket's default", "src/main.rs", "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n", 3],
    ] as const
  ).map(([name, file, text, line]) => ({
    name: `code: ${name}`,
    files: {
      Dockerfile: 'FROM debian\nCOPY . .\nRUN make\nCMD ["/app/server"]\n',
      ...(file.endsWith(".go")
        ? { "go.mod": "module x\n\ngo 1.25\n" }
        : { "Cargo.toml": '[package]\nname = "app"\n' }),
      [file]: text,
    },
    finds: [`service/loopback-bind ${file}:${line}`],
  })),
  {
    name: "puma's settings bind loopback",
    files: {
      "render.yaml": BLUEPRINT("bundle exec puma -C config/puma.rb", "", "ruby"),
      "config/puma.rb": 'threads 3, 3\nbind "tcp://127.0.0.1:3000"\n',
    },
    finds: ["service/loopback-bind config/puma.rb:2"],
  },
  {
    name: "Phoenix on loopback",
    files: {
      Dockerfile: 'FROM debian\nCMD ["/app/bin/server"]\n',
      "config/runtime.exs":
        "import Config\n\nconfig :app, AppWeb.Endpoint,\n  http: [ip: {127, 0, 0, 1}, port: 4000]\n",
    },
    finds: ["service/loopback-bind config/runtime.exs:4"],
  },
  {
    name: "Spring Boot's address",
    files: {
      Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "app.jar"]\n',
      "src/main/resources/application.properties": "spring.application.name=app\nserver.address=127.0.0.1\n",
    },
    finds: ["service/loopback-bind src/main/resources/application.properties:2"],
  },
  {
    name: "Kestrel's URLs in an image",
    files: {
      Dockerfile:
        'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENV ASPNETCORE_URLS=http://localhost:5000\nENTRYPOINT ["dotnet", "app.dll"]\n',
    },
    finds: ["service/loopback-bind Dockerfile:2"],
  },
  {
    name: "Streamlit's settings bind loopback",
    files: {
      "render.yaml": BLUEPRINT("streamlit run app.py"),
      ".streamlit/config.toml": '[server]\naddress = "localhost"\nport = 8501\n',
    },
    finds: ["service/loopback-bind .streamlit/config.toml:2"],
  },
  {
    name: "the server is not among the requirements",
    files: {
      "render.yaml": BLUEPRINT("gunicorn app:app --bind 0.0.0.0:$PORT"),
      "requirements.txt": "flask==3.0.0\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
    finds: ["service/missing-requirement render.yaml:7"],
  },
  {
    name: "an application that its module does not have",
    files: {
      "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
      "requirements.txt": "fastapi\nuvicorn\n",
      "main.py": "from fastapi import FastAPI\n\napi = FastAPI()\n",
    },
    finds: ["service/missing-application render.yaml:7"],
  },
  {
    name: "a module that is not there",
    files: {
      "render.yaml": BLUEPRINT("uvicorn app.main:app --host 0.0.0.0 --port $PORT"),
      "requirements.txt": "fastapi\nuvicorn\n",
      "src/server.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
    finds: ["service/missing-application render.yaml:7"],
  },
  {
    name: "an image of Go that is older than its module asks for",
    files: {
      Dockerfile: 'FROM golang:1.24 AS build\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
      "go.mod": "module example.com/app\n\ngo 1.25.0\n",
      "main.go": "package main\n\nfunc main() {}\n",
    },
    finds: ["service/runtime-version Dockerfile:1"],
  },
  {
    name: "a migration whose parent is not there",
    files: {
      "render.yaml": BLUEPRINT("uvicorn main:app --host 0.0.0.0 --port $PORT"),
      "requirements.txt": "fastapi\nuvicorn\nalembic\n",
      "main.py": "app = object()\n",
      "alembic/versions/1_a.py": 'revision = "1a"\ndown_revision = None\n',
      "alembic/versions/2_b.py": 'revision = "2b"\ndown_revision = "9z"\n',
    },
    finds: ["database/broken-migrations alembic/versions/2_b.py:2"],
  },
  {
    name: "a variable that JavaScript requires and no environment has",
    files: {
      "render.yaml": BLUEPRINT("node server.js", "", "node"),
      "server.js":
        'if (!process.env.STRIPE_KEY) throw new Error("STRIPE_KEY is missing");\nrequire("http").createServer().listen(process.env.PORT);\n',
    },
    finds: ["environment/missing-variable server.js:1"],
  },
  {
    name: "a secret key of Supabase in a Blueprint",
    files: {
      "render.yaml": BLUEPRINT(
        "node server.js",
        `    envVars:\n      - key: NEXT_PUBLIC_SUPABASE_KEY\n        value: sb_secret_${"a1B2c3D4e5F6g7H8i9J0k1_L2m3N4o5"}\n`,
        "node",
      ),
      "server.js": 'require("http").createServer().listen(process.env.PORT);\n',
    },
    finds: ["secret/in-blueprint render.yaml:11"],
  },
  {
    name: "Django in debug mode",
    files: {
      "render.yaml": BLUEPRINT("gunicorn mysite.wsgi --bind 0.0.0.0:$PORT"),
      "requirements.txt": "django\ngunicorn\n",
      "mysite/__init__.py": "",
      "mysite/wsgi.py":
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\napplication = 1\n',
      "mysite/settings.py": 'DEBUG = True\nALLOWED_HOSTS = ["*"]\nROOT_URLCONF = "mysite.urls"\n',
    },
    finds: ["environment/debug-in-production mysite/settings.py:1"],
  },
];

/** What cannot be followed is said to be so, with the place where the chain ends. */
export const OPEN: readonly OpenRepository[] = [
  {
    name: "a program that nobody knows",
    files: { "render.yaml": BLUEPRINT("./bin/serve-it --now"), "main.py": "import os\nos.environ['A']\n" },
    undecidedAt: "render.yaml:7",
  },
  {
    name: "a script that decides by a condition",
    files: {
      "render.yaml": BLUEPRINT("sh start.sh"),
      "start.sh":
        'if [ "$MODE" = web ]; then\n  uvicorn main:app --host 127.0.0.1\nelse\n  celery -A jobs worker\nfi\n',
    },
    undecidedAt: "start.sh:1",
  },
  {
    name: "a script that is not there",
    files: { "render.yaml": BLUEPRINT("bash scripts/run.sh"), "main.py": "import os\nos.environ['A']\n" },
    undecidedAt: "render.yaml:7",
  },
];
