import { type AtHandCase, gunicorn, native, npm, PIP } from "./at-hand-form";

/** Applications that look as if nothing answered `/health`, and something does, or may. Written before the first run. */
const NODE = { command: "node server.js", runtime: "node", properties: native("npm ci", "node") };
const PY = { properties: native(PIP) };
const FLASK = "flask==3.1.0\ngunicorn==23.0.0\n";
const ITEMS = '@app.route("/items")\ndef items():\n    return []\n';
const flask = (title: string, app: string, more: Readonly<Record<string, string>> = {}): AtHandCase => ({
  title,
  command: gunicorn("app:app"),
  ...PY,
  files: { "app.py": app, "requirements.txt": FLASK, ...more },
});
const fastify = (title: string, made: string, lines: string): AtHandCase => ({
  title,
  ...NODE,
  files: {
    ...npm({ start: "node server.js" }, { fastify: "5.1.0", "@fastify/under-pressure": "9.0.0" }),
    "server.js": `const app = require("fastify")(${made});\napp.get("/items", async () => []);\n${lines}\napp.listen({ port: process.env.PORT, host: "0.0.0.0" });\n`,
  },
});
const hono = (title: string, made: string, lines: string): AtHandCase => ({
  title,
  ...NODE,
  files: {
    ...npm({ start: "node server.js" }, { hono: "4.6.0", "@hono/node-server": "1.13.0" }),
    "server.js": `const { serve } = require("@hono/node-server");\nconst { Hono } = require("hono");\nconst app = new Hono(${made});\n${lines}\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n`,
  },
});
const django = (
  title: string,
  settings: string,
  more: Readonly<Record<string, string>> = {},
): AtHandCase => ({
  title,
  command: gunicorn("shop.wsgi"),
  ...PY,
  files: {
    "manage.py": 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    "shop/__init__.py": "",
    "shop/settings.py": `ROOT_URLCONF = "shop.urls"\nALLOWED_HOSTS = ["*"]\nINSTALLED_APPS = []\n${settings}`,
    "shop/wsgi.py":
      'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
    "shop/urls.py":
      'from django.contrib import admin\nfrom django.urls import path\n\nurlpatterns = [path("admin/", admin.site.urls)]\n',
    "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
    ...more,
  },
});
const PROBES = "def health(request):\n    return None\n";

export const AT_HAND_ALIKE_ROUTES: readonly AtHandCase[] = [
  flask(
    "Flask whose routes take current_app",
    `from flask import Flask\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\nwith app.app_context():\n    import routes\n`,
    {
      "routes.py":
        'from flask import current_app as app\n\n\n@app.route("/health")\ndef health():\n    return {}\n',
    },
  ),
  flask(
    "Flask with a list of blueprints",
    `from flask import Flask\n\nfrom routes import BLUEPRINTS\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\nfor one in BLUEPRINTS:\n    app.register_blueprint(one)\n`,
    {
      "routes.py":
        'from flask import Blueprint\n\nprobes = Blueprint("probes", __name__)\n\n\n@probes.get("/health")\ndef health():\n    return {}\n\n\nBLUEPRINTS = [probes]\n',
    },
  ),
  flask(
    "Flask with a rule in its map",
    `from flask import Flask\nfrom werkzeug.routing import Rule\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\napp.url_map.add(Rule("/health", endpoint="items"))\n`,
  ),
  flask(
    "Flask with a namespace of another package",
    `from flask import Flask\n\nfrom api import ns\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\nns.attach(app)\n`,
    {
      "api.py":
        'from acme_rest import Namespace\n\nns = Namespace()\n\n\n@ns.route("/health")\ndef health():\n    return {}\n',
    },
  ),
  flask(
    "Flask whose own function registers",
    `from flask import Flask\n\nfrom routes import register\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\nregister(app)\n`,
    {
      "routes.py":
        'def register(application):\n    @application.get("/health")\n    def health():\n        return {}\n',
    },
  ),
  flask(
    "Flask with its method under another name",
    `from flask import Flask\n\napp = Flask(__name__)\nroute = app.route\n\n\n${ITEMS}\n\n@route("/health")\ndef health():\n    return {}\n`,
  ),
  flask(
    "Flask with a page for what is not found",
    `from flask import Flask\n\napp = Flask(__name__)\n\n\n${ITEMS}\n\n@app.errorhandler(404)\ndef page(error):\n    return app.send_static_file("index.html")\n`,
  ),
  flask(
    "Flask whose path has a constant before it",
    `from flask import Flask\n\nPREFIX = ""\napp = Flask(__name__)\n\n\n${ITEMS}\n\n@app.route(PREFIX + "/health")\ndef health():\n    return {}\n`,
  ),
  {
    title: "a factory of Flask that imports its routes itself",
    command: gunicorn("'app:create_app()'"),
    ...PY,
    files: {
      "app/__init__.py":
        "from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    from . import items, probes\n\n    app.register_blueprint(items.bp)\n    app.register_blueprint(probes.bp)\n    return app\n",
      "app/items.py":
        'from flask import Blueprint\n\nbp = Blueprint("items", __name__, url_prefix="/items")\n\n\n@bp.get("/")\ndef items():\n    return []\n',
      "app/probes.py":
        'from flask import Blueprint\n\nbp = Blueprint("probes", __name__)\n\n\n@bp.get("/health")\ndef health():\n    return {}\n',
      "requirements.txt": FLASK,
    },
  },
  fastify("Fastify that rewrites addresses", '{ rewriteUrl: () => "/items" }', ""),
  fastify(
    "Fastify with its pressure's route",
    "",
    'app.register(require("@fastify/under-pressure"), { exposeStatusRoute: "/health" });',
  ),
  fastify(
    "Fastify with a loop of routes",
    "",
    'for (const url of ["/health"]) app.get(url, async () => ({}));',
  ),
  {
    title: "Fastify with a path of another file",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { fastify: "5.1.0" }),
      "paths.js": 'module.exports = { ITEMS: "/items", HEALTH: "/health" };\n',
      "server.js":
        'const { ITEMS, HEALTH } = require("./paths");\nconst app = require("fastify")();\napp.get(ITEMS, async () => []);\napp.get(HEALTH, async () => ({}));\napp.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
    },
  },
  {
    title: "Hono with a path of another file",
    ...NODE,
    files: {
      ...npm({ start: "node server.js" }, { hono: "4.6.0", "@hono/node-server": "1.13.0" }),
      "paths.js": 'module.exports = { ITEMS: "/items", HEALTH: "/health" };\n',
      "server.js":
        'const { serve } = require("@hono/node-server");\nconst { Hono } = require("hono");\nconst paths = require("./paths");\nconst app = new Hono();\napp.get(paths.ITEMS, (c) => c.json([]));\napp.get(paths.HEALTH, (c) => c.json({}));\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n',
    },
  },
  hono(
    "Hono that reads paths by itself",
    '{ getPath: () => "/items" }',
    'app.get("/items", (c) => c.json([]));',
  ),
  hono(
    "Hono whose routes have a name of their own",
    "",
    'const routes = app.get("/items", (c) => c.json([]));\nroutes.get("/health", (c) => c.json({}));',
  ),
  hono(
    "Hono with a loop of routes",
    "",
    'app.get("/items", (c) => c.json([]));\nfor (const path of ["/health"]) app.get(path, (c) => c.json({}));',
  ),
  django(
    "Django with middleware that is put first",
    'MIDDLEWARE = []\nMIDDLEWARE.insert(0, "shop.health.HealthMiddleware")\n',
    { "shop/health.py": "class HealthMiddleware:\n    pass\n" },
  ),
  django(
    "Django with pages of its database",
    'MIDDLEWARE = ["django.contrib.flatpages.middleware.FlatpageFallbackMiddleware"]\n',
  ),
  django("Django with patterns of a function", "MIDDLEWARE = []\n", {
    "shop/urls.py":
      'from django.contrib import admin\nfrom django.urls import path\n\nfrom shop.probes import health\n\nurlpatterns = [path("admin/", admin.site.urls)]\nurlpatterns.append(path("health", health))\n',
    "shop/probes.py": PROBES,
  }),
  django("Django behind a wrapper that answers", "MIDDLEWARE = []\n", {
    "shop/wsgi.py":
      'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nfrom shop.probes import answering\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = answering(get_wsgi_application())\n',
    "shop/probes.py": "def answering(application):\n    return application\n",
  }),
  django("Django with other settings by a variable of the command", "MIDDLEWARE = []\n", {
    "shop/production.py": 'from shop.settings import *\n\nROOT_URLCONF = "shop.all"\n',
    "shop/all.py":
      'from django.urls import path\n\nfrom shop.probes import health\n\nurlpatterns = [path("health", health)]\n',
    "shop/probes.py": PROBES,
    "shop/wsgi.py":
      'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.production")\napplication = get_wsgi_application()\n',
  }),
];
