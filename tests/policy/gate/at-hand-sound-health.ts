import {
  type AtHandCase,
  express,
  fastapi,
  gunicorn,
  native,
  npm,
  PIP,
  requirements,
  uvicorn,
} from "./at-hand-form";

/** Health check paths that a route answers, or of which the routes cannot all be followed. */
const NODE = { command: "node server.js", runtime: "node", properties: native("npm ci", "node") };
const PY = { properties: native(PIP) };
const FLASK = "flask==3.1.0\ngunicorn==23.0.0\n";

export const AT_HAND_SOUND_HEALTH: readonly AtHandCase[] = [
  {
    title: "FastAPI that answers /health",
    command: uvicorn("main:app"),
    ...PY,
    files: { "main.py": fastapi(), "requirements.txt": requirements() },
  },
  {
    title: "FastAPI that answers by a parameter",
    command: uvicorn("main:app"),
    ...PY,
    files: { "main.py": fastapi("/{page}"), "requirements.txt": requirements() },
  },
  {
    title: "FastAPI with files at the top",
    command: uvicorn("main:app"),
    ...PY,
    files: {
      "main.py": `${fastapi("/api/items")}\n\nfrom fastapi.staticfiles import StaticFiles\n\napp.mount("/", StaticFiles(directory="web", html=True))\n`,
      "web/health": "ok\n",
      "requirements.txt": requirements(),
    },
  },
  {
    title: "FastAPI with a middleware that answers",
    command: uvicorn("main:app"),
    ...PY,
    files: {
      "main.py": `${fastapi("/items")}\n\n@app.middleware("http")\nasync def health_check(request, call_next):\n    from fastapi.responses import PlainTextResponse\n\n    if request.url.path == "/health":\n        return PlainTextResponse("ok")\n    return await call_next(request)\n`,
      "requirements.txt": requirements(),
    },
  },
  {
    title: "FastAPI whose routes another function adds",
    command: uvicorn("main:app"),
    ...PY,
    files: {
      "main.py": `from acme_probes import add_probes\n${fastapi("/items")}\n\nadd_probes(app)\n`,
      "requirements.txt": requirements("acme-probes==1.0.0"),
    },
  },
  {
    title: "Express that answers /health",
    ...NODE,
    files: { ...npm({ start: "node server.js" }), "server.js": express() },
  },
  {
    title: "Express that answers all by one handler",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }),
      "server.js":
        'const express = require("express");\nconst app = express();\napp.get("/items", (_, answer) => answer.json([]));\napp.use((request, answer) => answer.send("ok"));\napp.listen(process.env.PORT, "0.0.0.0");\n',
    },
  },
  {
    title: "Express with a package that adds its own routes",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { express: "4.21.0", "@godaddy/terminus": "4.12.0" }),
      "server.js":
        'const http = require("http");\nconst { createTerminus } = require("@godaddy/terminus");\nconst express = require("express");\nconst app = express();\napp.get("/items", (_, answer) => answer.json([]));\nconst server = http.createServer(app);\ncreateTerminus(server, { healthChecks: { "/health": async () => {} } });\nserver.listen(process.env.PORT, "0.0.0.0");\n',
    },
  },
  {
    title: "a factory of Flask whose blueprint has no prefix",
    command: gunicorn("'app:create_app()'"),
    ...PY,
    files: {
      "app/__init__.py":
        "from flask import Flask\n\nfrom .routes import api\n\n\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(api)\n    return app\n",
      "app/routes.py":
        'from flask import Blueprint\n\napi = Blueprint("api", __name__)\n\n\n@api.get("/health")\ndef health():\n    return {}\n',
      "requirements.txt": FLASK,
    },
  },
  {
    title: "Flask with an extension that answers health checks",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py":
        'from flask import Flask\nfrom healthcheck import HealthCheck\n\napp = Flask(__name__)\nHealthCheck(app, "/health")\n\n\n@app.route("/ping")\ndef ping():\n    return {}\n',
      "requirements.txt": `${FLASK}healthcheck==1.3.3\n`,
    },
  },
  {
    title: "Django with a middleware that may answer",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: {
      "manage.py": 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
      "shop/__init__.py": "",
      "shop/settings.py":
        'ROOT_URLCONF = "shop.urls"\nALLOWED_HOSTS = ["*"]\nMIDDLEWARE = ["shop.health.HealthMiddleware"]\nINSTALLED_APPS = []\n',
      "shop/health.py":
        'from django.http import HttpResponse\n\n\nclass HealthMiddleware:\n    def __init__(self, get_response):\n        self.get_response = get_response\n\n    def __call__(self, request):\n        if request.path == "/health":\n            return HttpResponse("ok")\n        return self.get_response(request)\n',
      "shop/wsgi.py":
        'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
      "shop/urls.py":
        'from django.contrib import admin\nfrom django.urls import path\n\nurlpatterns = [path("admin/", admin.site.urls)]\n',
      "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
    },
  },
  {
    title: "Fastify with a plugin without a prefix",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { fastify: "5.1.0" }),
      "health.js": 'module.exports = async function (app) {\n  app.get("/health", async () => ({}));\n};\n',
      "server.js":
        'const fastify = require("fastify")();\nfastify.register(require("./health"));\nfastify.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
    },
  },
  {
    title: "Fastify with routes that are found in a folder",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { fastify: "5.1.0", "@fastify/autoload": "6.0.0" }),
      "routes/health/index.js":
        'module.exports = async function (app) {\n  app.get("/", async () => ({}));\n};\n',
      "server.js":
        'const path = require("path");\nconst fastify = require("fastify")();\nfastify.register(require("@fastify/autoload"), { dir: path.join(__dirname, "routes") });\nfastify.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
    },
  },
  {
    title: "Hono with a route below its base path, asked for in full",
    ...NODE,
    properties: { ...NODE.properties, healthCheckPath: "/api/health" },
    files: {
      ...npm({ start: "node server.js" }, { hono: "4.6.0", "@hono/node-server": "1.13.0" }),
      "server.js":
        'const { serve } = require("@hono/node-server");\nconst { Hono } = require("hono");\nconst app = new Hono().basePath("/api");\napp.get("/health", (c) => c.json({}));\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n',
    },
  },
];
