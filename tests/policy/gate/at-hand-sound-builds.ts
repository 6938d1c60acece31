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

/** Builds, folders, paths and versions that fit the repository, or that something else makes fit. */
const NODE = { command: "npm start", runtime: "node" };
const PROJECT =
  '[project]\nname = "acme"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["fastapi", "uvicorn"]\n';

export const AT_HAND_SOUND_BUILDS: readonly AtHandCase[] = [
  {
    title: "requirements of a folder",
    command: uvicorn("main:app"),
    properties: native("pip install --upgrade pip && pip install -r requirements/production.txt"),
    files: { "main.py": fastapi(), "requirements/production.txt": requirements() },
  },
  {
    title: "a build script of a workspace's member",
    ...NODE,
    command: "npm start --workspace apps/api",
    properties: native("npm ci && npm run build --workspace apps/api", "node"),
    files: {
      "package.json": JSON.stringify({ private: true, workspaces: ["apps/*"] }),
      "package-lock.json": '{ "lockfileVersion": 3, "packages": {} }\n',
      "apps/api/package.json": JSON.stringify({
        name: "api",
        scripts: { build: "tsc", start: "node server.js" },
        dependencies: { express: "4.21.0" },
      }),
      "apps/api/server.js": express(),
    },
  },
  {
    title: "a build script that may be absent",
    ...NODE,
    properties: native("npm ci && npm run build --if-present", "node"),
    files: { ...npm({ start: "node server.js" }), "server.js": express() },
  },
  {
    title: "an install without a lock file",
    ...NODE,
    properties: native("npm install", "node"),
    files: {
      "package.json": JSON.stringify({
        scripts: { start: "node server.js" },
        dependencies: { express: "4.21.0" },
      }),
      "server.js": express(),
    },
  },
  {
    title: "a build script of the shell that is there",
    command: uvicorn("main:app"),
    properties: native("./build.sh"),
    files: {
      "main.py": fastapi(),
      "requirements.txt": requirements(),
      "build.sh": "#!/bin/sh\npip install -r requirements.txt\n",
    },
  },
  {
    title: "a build script that is fetched",
    command: uvicorn("main:app"),
    properties: native("curl -fsSL https://example.com/build.sh -o build.sh && sh build.sh"),
    files: { "main.py": fastapi(), "requirements.txt": requirements() },
  },
  {
    title: "uv with its lock file",
    command: `uv run ${uvicorn("main:app")}`,
    properties: native("uv sync --frozen"),
    files: {
      "main.py": fastapi(),
      "pyproject.toml": PROJECT,
      "uv.lock":
        'version = 1\nrequires-python = ">=3.11"\n\n[[package]]\nname = "acme"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n    { name = "fastapi" },\n    { name = "uvicorn" },\n]\n\n[package.metadata]\nrequires-dist = [\n    { name = "fastapi" },\n    { name = "uvicorn" },\n]\n\n[[package]]\nname = "fastapi"\nversion = "0.115.0"\n\n[[package]]\nname = "uvicorn"\nversion = "0.32.0"\n',
    },
  },
  {
    title: "a lock file at the top of a root directory's workspace",
    ...NODE,
    properties: native("cd ../.. && npm ci && cd apps/api && npm run build", "node", {
      rootDirectory: "apps/api",
    }),
    files: {
      "package.json": JSON.stringify({ private: true, workspaces: ["apps/*"] }),
      "package-lock.json": '{ "lockfileVersion": 3, "packages": {} }\n',
      "apps/api/package.json": JSON.stringify({
        name: "api",
        scripts: { build: "tsc", start: "node server.js" },
        dependencies: { express: "4.21.0" },
      }),
      "apps/api/server.js": express(),
    },
  },
  {
    title: "a Dockerfile below its root directory",
    command: null,
    properties: docker({ dockerfilePath: "./Dockerfile" }, { rootDirectory: "api" }),
    files: {
      "api/Dockerfile": "FROM python:3.12\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "api/main.py": fastapi(),
    },
  },
  {
    title: "an image's context that is there",
    command: null,
    properties: docker({ dockerfilePath: "./Dockerfile", context: "./backend" }),
    files: {
      Dockerfile:
        "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "backend/main.py": fastapi(),
      "backend/requirements.txt": requirements(),
    },
  },
  {
    title: "a site of Angular that publishes its browser folder",
    kind: "static",
    properties: site("dist/web/browser"),
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
    },
  },
  {
    title: "a site of Next.js that publishes out",
    kind: "static",
    properties: site("out"),
    files: {
      ...npm({ build: "next build" }, { next: "15.1.0", react: "19.0.0" }),
      "next.config.js": 'module.exports = { output: "export" };\n',
    },
  },
  {
    title: "a site of Next.js that publishes the folder of its settings",
    kind: "static",
    properties: site("build"),
    files: {
      ...npm({ build: "next build" }, { next: "15.1.0", react: "19.0.0" }),
      "next.config.js": 'module.exports = { output: "export", distDir: "build" };\n',
    },
  },
  {
    title: "a site of Create React App with BUILD_PATH",
    kind: "static",
    variables: { BUILD_PATH: "dist" },
    properties: site("dist"),
    files: {
      ...npm({ build: "react-scripts build" }, { "react-scripts": "5.0.1", react: "18.3.1" }),
      "public/index.html": HTML,
    },
  },
  {
    title: "a site whose build moves its folder",
    kind: "static",
    properties: site("public", "npm ci && npm run build && mv dist public"),
    files: { ...npm({ build: "vite build" }, { vite: "6.0.0" }), "index.html": HTML },
  },
  {
    title: "a lock file of the versions that are asked for",
    ...NODE,
    properties: native("npm ci", "node"),
    files: {
      ...npm({ start: "node server.js" }, { express: "^4.19.0" }),
      "package-lock.json": JSON.stringify({
        name: "acme",
        version: "1.0.0",
        lockfileVersion: 3,
        packages: {
          "": { name: "acme", version: "1.0.0", dependencies: { express: "^4.19.0" } },
          "node_modules/express": { version: "4.21.0" },
        },
      }),
      "server.js": express(),
    },
  },
  {
    title: "a lock file of other versions that npm install may change",
    ...NODE,
    properties: native("npm install", "node"),
    files: {
      ...npm({ start: "node server.js" }, { express: "^5.0.0" }, { express: "4.21.0" }),
      "server.js": express(),
    },
  },
  {
    title: "an import of an installed package with a capital letter",
    command: uvicorn("main:app"),
    properties: native(PIP),
    files: {
      "main.py": `from PIL import Image\n\nImage\n${fastapi()}`,
      "requirements.txt": requirements("pillow==11.0.0"),
    },
  },
  {
    title: "a new Python by its variable, and an older one by a file that it wins over",
    command: uvicorn("main:app"),
    variables: { PYTHON_VERSION: "3.12.7" },
    properties: native("pip install ."),
    files: { "main.py": fastapi(), ".python-version": "3.9.18\n", "pyproject.toml": PROJECT },
  },
  {
    title: "an older Python of another folder's file",
    command: uvicorn("main:app"),
    properties: native("pip install ."),
    files: { "main.py": fastapi(), "tools/.python-version": "3.9.18\n", "pyproject.toml": PROJECT },
  },
];
