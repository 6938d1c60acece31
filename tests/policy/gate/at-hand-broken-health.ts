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

/** Health check paths that no route of the code answers, and by which routes; `/health` is what is asked. */
const RULE = { rule: "service/health-check-path", at: "(healthCheckPath)" };
const NODE = { command: "node server.js", runtime: "node", properties: native("npm ci", "node") };
const PY = { properties: native(PIP) };

export const AT_HAND_BROKEN_HEALTH: readonly AtHandCase[] = [
  {
    title: "FastAPI that answers /healthz",
    command: uvicorn("main:app"),
    ...PY,
    files: { "main.py": fastapi("/healthz"), "requirements.txt": requirements() },
    ...RULE,
  },
  {
    title: "Express that answers /status",
    ...NODE,
    files: { ...npm({ start: "node server.js" }), "server.js": express("/status") },
    ...RULE,
  },
  {
    title: "Express behind a router's prefix",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }),
      "routes.js":
        'const { Router } = require("express");\nconst router = Router();\nrouter.get("/health", (_, answer) => answer.json({}));\nmodule.exports = router;\n',
      "server.js":
        'const express = require("express");\nconst routes = require("./routes");\nconst app = express();\napp.use("/api", routes);\napp.listen(process.env.PORT, "0.0.0.0");\n',
    },
    ...RULE,
  },
  {
    title: "Flask that answers /ping",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py":
        'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route("/ping")\ndef ping():\n    return {}\n',
      "requirements.txt": "flask==3.1.0\ngunicorn==23.0.0\n",
    },
    ...RULE,
  },
  {
    title: "a factory of Flask with a prefix of its blueprint",
    command: gunicorn("'app:create_app()'"),
    ...PY,
    files: {
      "app/__init__.py":
        'from flask import Flask\n\nfrom .routes import api\n\n\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(api, url_prefix="/api")\n    return app\n',
      "app/routes.py":
        'from flask import Blueprint\n\napi = Blueprint("api", __name__)\n\n\n@api.get("/health")\ndef health():\n    return {}\n',
      "requirements.txt": "flask==3.1.0\ngunicorn==23.0.0\n",
    },
    ...RULE,
  },
  {
    title: "Django that includes its routes behind a prefix",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: {
      "manage.py": 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
      "shop/__init__.py": "",
      "shop/settings.py":
        'ROOT_URLCONF = "shop.urls"\nALLOWED_HOSTS = ["*"]\nMIDDLEWARE = []\nINSTALLED_APPS = ["api"]\n',
      "shop/wsgi.py":
        'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
      "shop/urls.py":
        'from django.urls import include, path\n\nurlpatterns = [path("api/", include("api.urls"))]\n',
      "api/__init__.py": "",
      "api/urls.py":
        'from django.urls import path\n\nfrom . import views\n\nurlpatterns = [path("health", views.health)]\n',
      "api/views.py":
        'from django.http import HttpResponse\n\n\ndef health(request):\n    return HttpResponse("ok")\n',
      "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
    },
    ...RULE,
  },
  {
    title: "Fastify with a plugin's prefix",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { fastify: "5.1.0" }),
      "health.js": 'module.exports = async function (app) {\n  app.get("/health", async () => ({}));\n};\n',
      "server.js":
        'const fastify = require("fastify")();\nfastify.register(require("./health"), { prefix: "/api" });\nfastify.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
    },
    ...RULE,
  },
  {
    title: "Hono behind a base path",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { hono: "4.6.0", "@hono/node-server": "1.13.0" }),
      "server.js":
        'const { serve } = require("@hono/node-server");\nconst { Hono } = require("hono");\nconst app = new Hono().basePath("/api");\napp.get("/health", (c) => c.json({}));\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n',
    },
    ...RULE,
  },
  {
    title: "a router of FastAPI that answers /live alone",
    command: uvicorn("app.main:app"),
    ...PY,
    files: {
      "app/__init__.py": "",
      "app/routes.py":
        'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/live")\ndef live():\n    return {}\n',
      "app/main.py":
        "from fastapi import FastAPI\n\nfrom app.routes import router\n\napp = FastAPI()\napp.include_router(router)\n",
      "requirements.txt": requirements(),
    },
    ...RULE,
  },
];
