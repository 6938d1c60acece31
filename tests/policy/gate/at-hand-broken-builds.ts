import {
  type AtHandCase,
  docker,
  express,
  fastapi,
  HTML,
  native,
  npm,
  PIP,
  requirements,
  site,
  uvicorn,
} from "./at-hand-form";

/** Builds, folders, paths and versions that do not fit the repository. */
const file = (at: string) => ({ rule: "service/missing-file", at });
const NODE = { command: "npm start", runtime: "node" };
const VITE = { vite: "6.0.0" };

export const AT_HAND_BROKEN_BUILDS: readonly AtHandCase[] = [
  {
    title: "requirements of a folder by another name",
    command: uvicorn("main:app"),
    properties: native("pip install --upgrade pip && pip install -r requirements/prod.txt"),
    files: { "main.py": fastapi(), "requirements/production.txt": requirements() },
    ...file("(runtimeSource)"),
  },
  {
    title: "a build script that package.json does not have, of a web service",
    ...NODE,
    properties: native("npm ci && npm run build", "node"),
    files: { ...npm({ start: "node server.js" }), "server.js": express() },
    rule: "service/missing-script",
    at: "(runtimeSource)",
  },
  {
    title: "pnpm's frozen install without its lock file",
    ...NODE,
    properties: native("pnpm install --frozen-lockfile", "node"),
    files: {
      "package.json": JSON.stringify({
        scripts: { start: "node server.js" },
        dependencies: { express: "4.21.0" },
      }),
      "server.js": express(),
    },
    ...file("(runtimeSource)"),
  },
  {
    title: "a build script of the shell that is not there",
    command: uvicorn("main:app"),
    properties: native("./build.sh"),
    files: { "main.py": fastapi(), "requirements.txt": requirements(), "render-build.sh": PIP },
    ...file("(runtimeSource)"),
  },
  {
    title: "Poetry without a project",
    command: `poetry run ${uvicorn("main:app")}`,
    properties: native("poetry install"),
    files: { "main.py": fastapi(), "requirements.txt": requirements() },
    ...file("(runtimeSource)"),
  },
  {
    title: "uv's frozen install without a lock file",
    command: `uv run ${uvicorn("main:app")}`,
    properties: native("uv sync --frozen"),
    files: {
      "main.py": fastapi(),
      "pyproject.toml":
        '[project]\nname = "acme"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["fastapi", "uvicorn"]\n',
    },
    ...file("(runtimeSource)"),
  },
  {
    title: "a root directory in other letters",
    command: uvicorn("main:app"),
    properties: native(PIP, "python", { rootDirectory: "Backend" }),
    files: { "backend/main.py": fastapi(), "backend/requirements.txt": requirements() },
    ...file("(rootDirectory)"),
  },
  {
    title: "a worker's root directory that is not there",
    kind: "worker",
    command: "python main.py",
    properties: native(PIP, "python", { rootDirectory: "services/worker" }),
    files: { "worker/main.py": "print(1)\n", "worker/requirements.txt": requirements() },
    ...file("(rootDirectory)"),
  },
  {
    title: "a Dockerfile outside of the root directory",
    command: null,
    properties: docker({ dockerfilePath: "./Dockerfile" }, { rootDirectory: "api" }),
    files: {
      Dockerfile: "FROM python:3.12\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "api/main.py": fastapi(),
    },
    ...file("(runtimeSource)"),
  },
  {
    title: "an image's context that is not there",
    command: null,
    properties: docker({ dockerfilePath: "./Dockerfile", context: "./backend" }),
    files: {
      Dockerfile: "FROM python:3.12\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "api/main.py": fastapi(),
    },
    ...file("(runtimeSource)"),
  },
  {
    title: "a site of Angular that publishes dist",
    kind: "static",
    properties: site("dist"),
    files: {
      ...npm({ build: "ng build" }, { "@angular/core": "19.0.0", "@angular/cli": "19.0.0" }),
      "angular.json": JSON.stringify({
        projects: {
          web: {
            projectType: "application",
            architect: {
              build: {
                builder: "@angular-devkit/build-angular:application",
                options: { outputPath: "dist/web" },
              },
            },
          },
        },
      }),
      "src/index.html": HTML,
    },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site of Next.js that publishes build",
    kind: "static",
    properties: site("build"),
    files: {
      ...npm({ build: "next build" }, { next: "15.1.0", react: "19.0.0" }),
      "next.config.js": 'module.exports = { output: "export" };\n',
    },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site of Create React App that publishes dist",
    kind: "static",
    properties: site("dist"),
    files: {
      ...npm({ build: "react-scripts build" }, { "react-scripts": "5.0.1", react: "18.3.1" }),
      "public/index.html": HTML,
    },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site of Vite built below its folder, published from the top",
    kind: "static",
    properties: site("dist", "cd web && npm ci && npm run build"),
    files: { ...npm({ build: "vite build" }, VITE, VITE, "web/"), "web/index.html": HTML },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a lock file of another version than package.json asks for",
    ...NODE,
    properties: native("npm ci", "node"),
    files: {
      ...npm({ start: "node server.js" }, { express: "^5.0.0" }, { express: "4.21.0" }),
      "server.js": express(),
    },
    rule: "service/lock-drift",
    at: "package.json",
  },
  {
    title: "an import in other letters than its file",
    command: uvicorn("main:app"),
    properties: native(PIP),
    files: {
      "main.py": `from Models import User\n${fastapi()}`,
      "models.py": "class User:\n    pass\n",
      "requirements.txt": requirements(),
    },
    rule: "service/import-case",
    at: "main.py:1",
  },
  {
    title: "an import of JavaScript in other letters than its file",
    ...NODE,
    properties: native("npm ci", "node"),
    files: {
      ...npm({ start: "node server.js" }),
      "server.js": `const users = require("./Routes/users");\nusers;\n${express()}`,
      "routes/users.js": "module.exports = {};\n",
    },
    rule: "service/import-case",
    at: "server.js:1",
  },
  {
    title: "an older Python by its variable than the project asks for",
    command: uvicorn("main:app"),
    variables: { PYTHON_VERSION: "3.9.18" },
    properties: native("pip install ."),
    files: {
      "main.py": fastapi(),
      "pyproject.toml":
        '[project]\nname = "acme"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["fastapi", "uvicorn"]\n',
    },
    rule: "service/runtime-version",
  },
  {
    title: "an older Python by its file than the project asks for",
    command: uvicorn("main:app"),
    properties: native("pip install ."),
    files: {
      "main.py": fastapi(),
      ".python-version": "3.9.18\n",
      "pyproject.toml":
        '[project]\nname = "acme"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["fastapi", "uvicorn"]\n',
    },
    rule: "service/runtime-version",
  },
];
