// Longer than 200 lines: one list of services that have what they need to start.
import type { SmallRepository } from "./repository";
import {
  appOf,
  CHECK,
  groups,
  LISTENS,
  lines,
  NEXT,
  nextImage,
  packageOf,
  RENDER_NODE,
  railway,
  STANDALONE,
  waiting,
} from "./unmet-parts";

const modules = (name: string, files: Record<string, string>): SmallRepository => ({
  name,
  files: { "render.yaml": RENDER_NODE, ...files },
});
const ready = (name: string, compose: string, more: Record<string, string> = {}): SmallRepository => ({
  name,
  files: { "compose.yaml": compose, ...more },
});
const grouped = (name: string, manifest: string, ...names: readonly string[]): SmallRepository => ({
  name,
  files: appOf(manifest, ...names),
});
const standalone = (name: string, files: Record<string, string>): SmallRepository => ({
  name,
  files: { ...NEXT, ...files },
});

/** Services that have what they need to start. */
export const SOUND_UNMET: readonly SmallRepository[] = [
  modules("require in a package of CommonJS", {
    "package.json": packageOf("node server.js", ""),
    "server.js": LISTENS,
  }),
  modules("require in a .cjs file of a package of modules", {
    "package.json": packageOf("node server.cjs"),
    "server.cjs": LISTENS,
  }),
  modules("require that a module makes for itself", {
    "package.json": packageOf("node server.js"),
    "server.js": `import { createRequire } from "node:module";\n\nconst require = createRequire(import.meta.url);\nconst express = require("express");\nexpress().listen(process.env.PORT);\n`,
  }),
  modules("require in a package of CommonJS below one of modules", {
    "package.json": packageOf("node server/index.js"),
    "server/package.json": '{ "type": "commonjs" }\n',
    "server/index.js": LISTENS,
  }),
  modules("require in a comment and in a text", {
    "package.json": packageOf("node server.js"),
    "server.js": `/*\nconst express = require("express");\n*/\nimport express from "express";\n\nexport const HELP = \`\nconst express = require("express");\n\`;\nexpress().listen(process.env.PORT);\n`,
  }),
  modules("require that tsx gives", { "package.json": packageOf("tsx server.js"), "server.js": LISTENS }),
  {
    name: "require in an image without its package.json",
    files: {
      "fly.toml": lines('app = "elm"', "[http_service]", "  internal_port = 8080"),
      Dockerfile: lines(
        "FROM node:22-slim",
        "WORKDIR /app",
        "COPY server.js ./",
        'CMD ["node", "server.js"]',
      ),
      "package.json": packageOf("node server.js"),
      "server.js": `const http = require("node:http");\nhttp.createServer().listen(8080, "0.0.0.0");\n`,
    },
  },
  ready("a PostgreSQL with a check", waiting(["image: postgres:17", ...CHECK])),
  ready("an image that is not known", waiting(["image: localstack/localstack:4"])),
  ready("an image of the repository with a check", waiting(["build: ./store"]), {
    "store/Dockerfile": lines("FROM node:22-slim", "HEALTHCHECK CMD node -e 0", 'CMD ["node", "-e", "0"]'),
  }),
  ready("a check that an override adds", waiting(["image: postgres:17"]), {
    "compose.override.yaml": lines(
      "services:",
      "  store:",
      "    healthcheck:",
      "      test: [CMD, pg_isready]",
    ),
  }),
  ready(
    "a check that an anchor brings",
    lines(
      "x-checked: &checked",
      "  healthcheck:",
      "    test: [CMD, pg_isready]",
      waiting(["<<: *checked", "image: postgres:17"]),
    ),
  ),
  ready(
    "a service that extends one with a check",
    waiting(["extends: { file: base.yaml, service: store }"]),
    {
      "base.yaml": lines(
        "services:",
        "  store:",
        "    image: postgres:17",
        "    healthcheck:",
        "      test: [CMD, pg_isready]",
      ),
    },
  ),
  ready(
    "a service that is waited for without its health",
    waiting(["image: postgres:17"]).replace("service_healthy", "service_started"),
  ),
  grouped(
    "a service of a group that is there",
    groups(["web", "worker"], '  processes = ["web"]'),
    "web",
    "worker",
  ),
  grouped("a service of the only group", groups(["app"], '  processes = ["app"]')),
  grouped(
    "a service of the default group without groups",
    lines('app = "elm"', "[http_service]", "  internal_port = 8080", '  processes = ["app"]'),
  ),
  grouped(
    "a service of several groups",
    groups(["web", "admin"], '  processes = ["web", "admin"]'),
    "web",
    "admin",
  ),
  grouped("a service without a group", groups(["app", "worker"]), "worker"),
  grouped("a group of a service with an empty list", groups(["app", "worker"], "  processes = []"), "worker"),
  standalone("a standalone folder that Next makes", {
    "next.config.mjs": 'export default {\n  output: "standalone",\n};\n',
    Dockerfile: nextImage([STANDALONE]),
  }),
  standalone("a standalone folder by a variable of the image", {
    "next.config.mjs": "export default {\n  output: process.env.OUTPUT,\n};\n",
    Dockerfile: nextImage([STANDALONE], "ENV OUTPUT=standalone"),
  }),
  standalone("a standalone folder by a private variable of Next", {
    "next.config.mjs": "export default {};\n",
    Dockerfile: nextImage([STANDALONE], "ENV NEXT_PRIVATE_STANDALONE=true"),
  }),
  standalone("a standalone folder that another file asks for", {
    "next.config.mjs": 'import { shared } from "./next.shared.mjs";\n\nexport default shared;\n',
    "next.shared.mjs": 'export const shared = { output: "standalone" };\n',
    Dockerfile: nextImage([STANDALONE]),
  }),
  standalone("a standalone folder that a step asks for", {
    "next.config.mjs": "export default {};\n",
    Dockerfile: nextImage([STANDALONE], "RUN sed -i 's/{}/{ output: \"standalone\" }/' next.config.mjs"),
  }),
  standalone("a whole folder of Next", {
    "next.config.mjs": "export default {};\n",
    Dockerfile: lines(
      "FROM node:22-alpine",
      "WORKDIR /app",
      "COPY . .",
      "RUN npm install && npm run build",
      'CMD ["npx", "next", "start", "-p", "8080", "-H", "0.0.0.0"]',
    ),
  }),
  {
    name: "a shell at Railway that reads the variable",
    files: railway('sh -c "uvicorn main:app --host 0.0.0.0 --port $PORT"'),
  },
  {
    name: "a shell at Railway by its whole path",
    files: railway("/bin/sh -c 'exec gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT'"),
  },
  {
    name: "a start command at Railway without an image",
    files: railway("uvicorn main:app --host 0.0.0.0 --port $PORT", '"builder": "NIXPACKS"'),
  },
  {
    name: "a start command at Railway with a builder of today",
    files: railway("uvicorn main:app --host 0.0.0.0 --port $PORT", '"builder": "RAILPACK"'),
  },
  {
    name: "a server at Railway that reads PORT by itself",
    files: railway("gunicorn main:app -k uvicorn.workers.UvicornWorker"),
  },
  {
    name: "a start command at Railway with bash",
    files: railway('bash -lc "hypercorn main:app --bind 0.0.0.0:$PORT"'),
  },
];
