import assert from "node:assert/strict";
import path from "node:path";
import { servedRoutes } from "../../../../audit/adoption/routes/health-route";
import { repositoryOf } from "../../../../audit/walk/repository";
import { describePlace } from "../../../../domain";
import { type Files, inFolder } from "../../written-folder";

/** Written before the first run. `health` and `root` as `path place`; undefined where none is to be found. */
interface Case {
  readonly title: string;
  readonly files: Files;
  readonly health?: string;
  readonly root?: string;
  readonly folder?: string;
  readonly others?: readonly string[];
}

const FASTAPI = "from fastapi import APIRouter, FastAPI\napp = FastAPI()\n";
const ROUTER =
  'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/healthz")\ndef health(): ...\n';
const SETTINGS = 'ROOT_URLCONF = "shop.urls"\n';
const EXPRESS = 'const express = require("express");\nconst app = express();\n';
const NEXT = '{ "dependencies": { "next": "16.0.0" } }';

const CASES: readonly Case[] = [
  {
    title: "FastAPI's decorator",
    files: { "main.py": `${FASTAPI}@app.get("/healthz")\nasync def health(): ...\n` },
    health: "/healthz main.py:3:1",
  },
  {
    title: "the name that says most, of several",
    files: {
      "main.py": `${FASTAPI}@app.get("/ping")\ndef ping(): ...\n@app.get("/health")\ndef health(): ...\n`,
    },
    health: "/health main.py:5:1",
  },
  {
    title: "a router's route under the prefix of its include",
    files: {
      "app/main.py": `${FASTAPI}from app.health import router\napp.include_router(router, prefix="/api/v1")\n`,
      "app/health.py": ROUTER,
    },
    health: "/api/v1/healthz app/health.py:3:1",
  },
  {
    title: "a router's own prefix, and a prefix of a constant",
    files: {
      "main.py": `${FASTAPI}API = "/api"\nops = APIRouter(prefix="/ops")\n@ops.get("/ready")\ndef ready(): ...\napp.include_router(ops, prefix=API)\n`,
    },
    health: "/api/ops/ready main.py:5:1",
  },
  {
    title: "no route of a router whose prefix is computed",
    files: {
      "main.py": `${FASTAPI}from health import router\nimport os\napp.include_router(router, prefix=os.environ["PREFIX"])\n`,
      "health.py": ROUTER,
    },
  },
  { title: "no route of a router that nothing includes", files: { "main.py": FASTAPI, "health.py": ROUTER } },
  {
    title: "no path of a client's request",
    files: { "main.py": `import httpx\n${FASTAPI}client = httpx.Client()\nclient.get("/health")\n` },
  },
  {
    title: "no path with a parameter",
    files: { "main.py": `${FASTAPI}@app.get("/jobs/{status}")\ndef job(): ...\n` },
  },
  {
    title: "the root's, where no other looks like it",
    files: { "main.py": `${FASTAPI}@app.get("/")\ndef index(): ...\n` },
    root: "/ main.py:3:1",
  },
  {
    title: "Flask's decorator, in a function that makes the application",
    files: {
      "shop/__init__.py": `from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    @app.route("/healthz")\n    def health():\n        return "ok"\n    return app\n`,
    },
    health: "/healthz shop/__init__.py:4:5",
  },
  {
    title: "a blueprint's route under its prefix",
    files: {
      "app.py":
        "from flask import Flask\nfrom ops import ops\napp = Flask(__name__)\napp.register_blueprint(ops)\n",
      "ops.py":
        'from flask import Blueprint\nops = Blueprint("ops", __name__, url_prefix="/ops")\n@ops.route("/health")\ndef health(): ...\n',
    },
    health: "/ops/health ops.py:3:1",
  },
  {
    title: "no route that answers POST alone",
    files: {
      "app.py":
        'from flask import Flask\napp = Flask(__name__)\n@app.route("/status", methods=["POST"])\ndef status(): ...\n',
    },
  },
  {
    title: "Django's urlpatterns",
    files: {
      "shop/settings.py": SETTINGS,
      "shop/urls.py": 'urlpatterns = [path("admin/", admin.site.urls), path("health/", views.health)]\n',
    },
    health: "/health/ shop/urls.py:1:49",
  },
  {
    title: "Django's include, and its regular expressions",
    files: {
      "shop/settings.py": SETTINGS,
      "shop/urls.py": 'urlpatterns = [path("ops/", include("ops.urls"))]\n',
      "ops/urls.py": 'urlpatterns = [re_path(r"^healthz$", health)]\n',
    },
    health: "/ops/healthz ops/urls.py:1:16",
  },
  {
    title: "no urls.py that nothing includes",
    files: {
      "shop/settings.py": SETTINGS,
      "shop/urls.py": "urlpatterns = []\n",
      "ops/urls.py": 'urlpatterns = [path("health", health)]\n',
    },
  },
  {
    title: "Express",
    files: {
      "src/server.js": `${EXPRESS}app.get("/healthz", (request, response) => response.send("ok"));\n`,
    },
    health: "/healthz src/server.js:3:1",
  },
  {
    title: "a router of Express under its prefix, from another file",
    files: {
      "src/server.js": `${EXPRESS}const ops = require("./ops");\napp.use("/ops", ops);\n`,
      "src/ops.js":
        'const { Router } = require("express");\nconst router = Router();\nrouter.get("/health", (q, r) => r.end());\nmodule.exports = router;\n',
    },
    health: "/ops/health src/ops.js:3:1",
  },
  {
    title: "a router of TypeScript, without a prefix",
    files: {
      "src/server.ts":
        'import express from "express";\nimport { ops } from "./ops";\nconst app = express();\napp.use(ops);\n',
      "src/ops.ts":
        'import { Router } from "express";\nexport const ops = Router();\nops.get("/livez", (q, r) => r.end());\n',
    },
    health: "/livez src/ops.ts:3:1",
  },
  {
    title: "middleware that answers a path itself",
    files: { "server.js": `${EXPRESS}app.use("/health", (request, response) => response.send("ok"));\n` },
    health: "/health server.js:3:1",
  },
  {
    title: "no setting of an application, and no request of a client",
    files: {
      "server.js": `${EXPRESS}const axios = require("axios");\napp.get("/health");\naxios.get("/health", { timeout: 1 });\n`,
    },
  },
  {
    title: "Fastify, by a route's options",
    files: {
      "server.js":
        'const fastify = require("fastify")({ logger: true });\nfastify.route({ method: "GET", url: "/healthz", handler });\n',
    },
    health: "/healthz server.js:2:1",
  },
  {
    title: "a plugin of Fastify that is registered without a prefix",
    files: {
      "server.js": 'const app = require("fastify")();\napp.register(require("./routes"));\n',
      "routes.js":
        'module.exports = async function routes(fastify) {\n  fastify.get("/health", async () => ({}));\n};\n',
    },
    health: "/health routes.js:2:3",
  },
  {
    title: "no route of a plugin where prefixes are given",
    files: {
      "server.js":
        'const app = require("fastify")();\napp.register(require("./routes"), { prefix: "/v1" });\n',
      "routes.js":
        'module.exports = async function routes(fastify) {\n  fastify.get("/health", async () => ({}));\n};\n',
    },
  },
  {
    title: "a route handler of Next.js, without its group",
    files: {
      "package.json": NEXT,
      "src/app/(ops)/api/health/route.ts": "export async function GET() {}\n",
      "src/app/page.tsx": "",
    },
    health: "/api/health src/app/(ops)/api/health/route.ts:1",
    root: "/ src/app/page.tsx:1",
  },
  {
    title: "an API route of Next.js under its base path",
    files: {
      "package.json": NEXT,
      "next.config.js": 'module.exports = { basePath: "/shop" };\n',
      "pages/api/healthz.js": "",
    },
    health: "/shop/api/healthz pages/api/healthz.js:1",
  },
  {
    title: "no route handler that answers POST alone",
    files: { "package.json": NEXT, "app/api/status/route.js": "export async function POST() {}\n" },
  },
  {
    title: "no route of a test, and none of another service's folder",
    files: {
      "tests/test_app.py": `${FASTAPI}@app.get("/health")\ndef health(): ...\n`,
      "web/server.js": `${EXPRESS}app.get("/health", (q, r) => r.end());\n`,
      "api/main.py": `${FASTAPI}@app.get("/livez")\ndef live(): ...\n`,
    },
    folder: "",
    others: ["web", "api"],
  },
  {
    title: "that of the service's own folder",
    files: {
      "web/server.js": `${EXPRESS}app.get("/health", (q, r) => r.end());\n`,
      "api/main.py": `${FASTAPI}@app.get("/livez")\ndef live(): ...\n`,
    },
    folder: "api",
    others: ["web", "api"],
    health: "/livez api/main.py:3:1",
  },
];

describe("The health check's path, by the routes of code", () => {
  for (const { title, files, health, root, folder = "", others = [] } of CASES)
    it(`is ${title}`, () =>
      inFolder(files, (at) => {
        const found = servedRoutes(
          folder,
          others,
          repositoryOf(
            at,
            Object.keys(files).map((file) => path.posix.normalize(file)),
          ),
        );
        const words = (route: typeof found.health): string | undefined =>
          route && `${route.path} ${describePlace(route.place)}`;
        assert.deepEqual({ health: words(found.health), root: words(found.root) }, { health, root });
      }));
});
