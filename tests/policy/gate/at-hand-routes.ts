import { type AtHandCase, gunicorn, native, npm, PIP, requirements, uvicorn } from "./at-hand-form";

/** Routes of Flask, Django, Fastify and Hono in the forms that teams have; `/health` is what is asked. */
const RULE = { rule: "service/health-check-path", at: "(healthCheckPath)" };
const NODE = { command: "node server.js", runtime: "node", properties: native("npm ci", "node") };
const PY = { properties: native(PIP) };
const FLASK = "flask==3.1.0\ngunicorn==23.0.0\n";
const flask = (routes: string, more = "") =>
  `from flask import Flask\n${more}\napp = Flask(__name__)\n\n\n${routes}\n`;
const fastify = (lines: string, more: Readonly<Record<string, string>> = {}) => ({
  ...npm({ start: "node server.js" }, { fastify: "5.1.0", ...more }),
  "server.js": `const fastify = require("fastify")({ logger: true });\n${lines}\nfastify.listen({ port: process.env.PORT, host: "0.0.0.0" });\n`,
});
const hono = (lines: string) => ({
  ...npm({ start: "node server.js" }, { hono: "4.6.0", "@hono/node-server": "1.13.0" }),
  "server.js": `const { serve } = require("@hono/node-server");\nconst { Hono } = require("hono");\nconst app = new Hono();\n${lines}\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n`,
});
const django = (urls: string, more: Readonly<Record<string, string>> = {}, middleware = "") => ({
  "manage.py": 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
  "shop/__init__.py": "",
  "shop/settings.py": `ROOT_URLCONF = "shop.urls"\nALLOWED_HOSTS = ["*"]\nMIDDLEWARE = [${middleware}]\nINSTALLED_APPS = ["django.contrib.contenttypes"]\n`,
  "shop/wsgi.py":
    'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
  "shop/urls.py": urls,
  "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
  ...more,
});

export const AT_HAND_BROKEN_ROUTES: readonly AtHandCase[] = [
  {
    title: "Flask with a blueprint's own prefix",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py": flask("app.register_blueprint(api)", "from routes import api\n"),
      "routes.py":
        'from flask import Blueprint\n\napi = Blueprint("api", __name__, url_prefix="/api/v1")\n\n\n@api.route("/health", methods=["GET"])\ndef health():\n    return {}\n',
      "requirements.txt": FLASK,
    },
    ...RULE,
  },
  {
    title: "Flask with routes by add_url_rule",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py": flask('def health():\n    return {}\n\n\napp.add_url_rule("/healthz", view_func=health)'),
      "requirements.txt": FLASK,
    },
    ...RULE,
  },
  {
    title: "Django that answers healthz alone",
    command: gunicorn("shop.wsgi:application"),
    ...PY,
    files: django(
      'from django.contrib import admin\nfrom django.urls import path\n\nfrom shop.views import health\n\nurlpatterns = [\n    path("admin/", admin.site.urls),\n    path("healthz/", health),\n]\n',
      {
        "shop/views.py":
          "from django.http import JsonResponse\n\n\ndef health(request):\n    return JsonResponse({})\n",
      },
      '"django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"',
    ),
    ...RULE,
  },
  {
    title: "Fastify with a plugin in the file, behind a prefix",
    ...NODE,
    files: fastify(
      'fastify.register(async (app) => {\n  app.get("/health", async () => ({}));\n}, { prefix: "/v1" });',
    ),
    ...RULE,
  },
  {
    title: "Fastify that answers /status by route()",
    ...NODE,
    files: fastify('fastify.route({ method: "GET", url: "/status", handler: async () => ({}) });'),
    ...RULE,
  },
  {
    title: "Hono with a router behind a prefix",
    ...NODE,
    files: hono('const api = new Hono();\napi.get("/health", (c) => c.json({}));\napp.route("/api", api);'),
    ...RULE,
  },
  {
    title: "Hono that answers /healthz",
    ...NODE,
    files: hono('app.get("/healthz", (c) => c.text("ok"));'),
    ...RULE,
  },
];

export const AT_HAND_SOUND_ROUTES: readonly AtHandCase[] = [
  {
    title: "Flask that answers before each request",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py": flask(
        '@app.route("/items")\ndef items():\n    return []\n\n\n@app.before_request\ndef check():\n    if request.path == "/health":\n        return "ok"',
        "from flask import request\n",
      ),
      "requirements.txt": FLASK,
    },
  },
  {
    title: "Flask with an API of resources",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py": flask(
        '@app.route("/items")\ndef items():\n    return []\n\n\napi = Api(app)\napi.add_resource(Health, "/health")',
        "from flask_restful import Api\n\nfrom resources import Health\n",
      ),
      "resources.py":
        "from flask_restful import Resource\n\n\nclass Health(Resource):\n    def get(self):\n        return {}\n",
      "requirements.txt": `${FLASK}flask-restful==0.3.10\n`,
    },
  },
  {
    title: "Flask with a page for all else",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app.py": flask(
        '@app.route("/", defaults={"path": ""})\n@app.route("/<path:path>")\ndef page(path):\n    return "ok"',
      ),
      "requirements.txt": FLASK,
    },
  },
  {
    title: "Flask behind a wrapper that answers",
    command: gunicorn("app:application"),
    ...PY,
    files: {
      "app.py": flask(
        '@app.route("/items")\ndef items():\n    return []\n\n\napplication = DispatcherMiddleware(app, {"/health": health})',
        "from werkzeug.middleware.dispatcher import DispatcherMiddleware\n\nfrom probes import health\n",
      ),
      "probes.py": 'def health(environ, start):\n    start("200 OK", [])\n    return [b"ok"]\n',
      "requirements.txt": FLASK,
    },
  },
  {
    title: "Flask in a package, with routes in a module that imports the application",
    command: gunicorn("app:app"),
    ...PY,
    files: {
      "app/__init__.py": "from flask import Flask\n\napp = Flask(__name__)\n\nfrom app import routes\n",
      "app/routes.py":
        'from app import app\n\n\n@app.route("/health")\ndef health():\n    return {}\n\n\n@app.route("/items")\ndef items():\n    return []\n',
      "requirements.txt": FLASK,
    },
  },
  {
    title: "Django that includes its routes without a prefix",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: django(
      'from django.urls import include, path\n\nurlpatterns = [path("", include("shop.probes"))]\n',
      {
        "shop/probes.py":
          'from django.http import HttpResponse\nfrom django.urls import path\n\nurlpatterns = [path("health", lambda request: HttpResponse("ok"))]\n',
      },
    ),
  },
  {
    title: "Django with routes of a package",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: {
      ...django(
        'from django.urls import include, path\n\nurlpatterns = [path("", include("health_check.urls"))]\n',
      ),
      "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\ndjango-health-check==3.18.0\n",
    },
  },
  {
    title: "Django with a pattern for all else",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: django(
      'from django.http import HttpResponse\nfrom django.urls import re_path\n\nurlpatterns = [re_path(r"^.*$", lambda request: HttpResponse("ok"))]\n',
    ),
  },
  {
    title: "Django with patterns that are added",
    command: gunicorn("shop.wsgi"),
    ...PY,
    files: django(
      'from django.contrib import admin\nfrom django.urls import path\n\nfrom shop.probes import probes\n\nurlpatterns = [path("admin/", admin.site.urls)]\nurlpatterns += probes()\n',
      { "shop/probes.py": "from acme import probes\n" },
    ),
  },
  {
    title: "Fastify with a package of health checks",
    ...NODE,
    files: fastify(
      'fastify.get("/items", async () => []);\nfastify.register(require("fastify-healthcheck"));',
      { "fastify-healthcheck": "4.4.0" },
    ),
  },
  {
    title: "Fastify with a hook that answers",
    ...NODE,
    files: fastify(
      'fastify.get("/items", async () => []);\nfastify.addHook("onRequest", async (request, reply) => {\n  if (request.url === "/health") return reply.send({});\n});',
    ),
  },
  {
    title: "Fastify that answers whatever is not found",
    ...NODE,
    files: fastify(
      'fastify.get("/items", async () => []);\nfastify.setNotFoundHandler((request, reply) => reply.code(200).send({}));',
    ),
  },
  {
    title: "Hono with middleware that answers",
    ...NODE,
    files: hono(
      'app.get("/items", (c) => c.json([]));\napp.use("*", async (c, next) => (c.req.path === "/health" ? c.text("ok") : next()));',
    ),
  },
  {
    title: "Hono with a router at the top",
    ...NODE,
    files: hono('const api = new Hono();\napi.get("/health", (c) => c.json({}));\napp.route("/", api);'),
  },
  {
    title: "FastAPI whose imported router answers",
    command: uvicorn("main:app"),
    ...PY,
    files: {
      "main.py":
        "from fastapi import FastAPI\n\nfrom probes import router\n\napp = FastAPI()\napp.include_router(router)\n",
      "probes.py":
        'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/health")\ndef health():\n    return {}\n',
      "requirements.txt": requirements(),
    },
  },
];
