import assert from "node:assert/strict";
import { explainFolder } from "../../../../audit";
import { itJudges, type JudgedCase } from "../../judged-case";
import { type Files, inFolder } from "../../written-folder";

const blueprint = (build: string, start: string, more: readonly string[] = [], runtime = "node"): string =>
  [
    ...["services:", "  - type: web", "    name: heron", `    runtime: ${runtime}`, "    plan: starter"],
    `    startCommand: ${start}`,
    `    buildCommand: ${build}`,
    "    healthCheckPath: /",
    ...more,
    "",
  ].join("\n");
const settings = (out: string): string =>
  `{ "compilerOptions": { "outDir": "${out}", "rootDir": "src" }, "include": ["src"] }\n`;
const packageOf = (build: string, more = ""): string =>
  `{ "name": "api", "version": "1.0.0", "scripts": { "build": "${build}", "start": "node dist/server.js"${more} }, "devDependencies": { "typescript": "5.9.2" } }\n`;
const LISTENS =
  'import { createServer } from "node:http";\n\ncreateServer((q, s) => s.end("ok")).listen(Number(process.env.PORT));\n';
const api = (build = "tsc", out = "dist", more = ""): Files => ({
  "apps/api/package.json": packageOf(build, more),
  "apps/api/package-lock.json": '{ "lockfileVersion": 3 }\n',
  "apps/api/tsconfig.json": settings(out),
  "apps/api/src/server.ts": LISTENS,
});
const PYTHON: Files = {
  "api/requirements.txt": "fastapi==0.116.1\nuvicorn==0.35.0\ngunicorn==23.0.0\n",
  "api/main.py":
    'import os\n\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))\n',
};
const COMMONJS: Files = {
  "api/package.json":
    '{ "name": "api", "version": "1.0.0", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.1.0" } }\n',
  "api/server.js": 'require("express")().listen(process.env.PORT);\n',
};
const IN = "cd apps/api && npm install && npm run build";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const PIP = "cd api && pip install -r requirements.txt";

const RULE = "service/missing-file";
const faulty = (
  title: string,
  manifest: string,
  files: Files,
  fix: RegExp,
  at = "render.yaml",
): JudgedCase => ({
  title,
  files: { [at]: manifest, ...files },
  told: [`error ${RULE} ${at}:6`],
  fixes: { [RULE]: fix },
});

const FAULTY: readonly JudgedCase[] = [
  faulty(
    "what the compiler writes in a folder that the build enters",
    blueprint(IN, "node dist/server.js"),
    api(),
    /rootDir: apps\/api.*`node apps\/api\/dist\/server\.js`/,
  ),
  faulty(
    "the same with the Blueprint in that folder",
    blueprint(IN, "node dist/server.js"),
    api(),
    /rootDir: apps\/api/,
    "apps/api/render.yaml",
  ),
  faulty(
    "the compiler without a script",
    blueprint("cd apps/api && npm ci && npx tsc", "node dist/server.js"),
    api(),
    /rootDir: apps\/api/,
  ),
  faulty(
    "a folder that npm is given",
    blueprint("npm --prefix apps/api install && npm --prefix apps/api run build", "node dist/server.js"),
    api(),
    /rootDir: apps\/api/,
  ),
  faulty(
    "below a root directory",
    blueprint("cd apps/api && npm install && npm run build", "node dist/server.js", ["    rootDir: shop"]),
    Object.fromEntries(Object.entries(api()).map(([file, text]) => [`shop/${file}`, text])),
    /rootDir: shop\/apps\/api/,
  ),
  faulty(
    "a file of JavaScript",
    blueprint("cd api && npm install", "node server.js"),
    COMMONJS,
    /rootDir: api\b.*`node api\/server\.js`/,
  ),
  faulty(
    "a package's script, where no package is",
    blueprint("cd api && npm install", "npm start"),
    COMMONJS,
    /rootDir: api\b/,
  ),
  faulty("a program of Python", blueprint(PIP, "python main.py", [], "python"), PYTHON, /rootDir: api\b/),
  faulty("an application of uvicorn", blueprint(PIP, UVICORN, [], "python"), PYTHON, /rootDir: api\b/),
  faulty(
    "an application of gunicorn",
    blueprint(PIP, "gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT", [], "python"),
    PYTHON,
    /rootDir: api\b/,
  ),
];

const sound = (title: string, manifest: string, files: Files, at = "render.yaml"): JudgedCase => ({
  title,
  files: { [at]: manifest, ...files },
  told: [],
  silent: [RULE],
});
const ROOT_PACKAGE = (build: string): Files => ({
  "package.json": `{ "name": "heron", "workspaces": ["apps/*"], "scripts": { "build": "${build}", "start": "node dist/server.js" } }\n`,
});

const SOUND: readonly JudgedCase[] = [
  sound("the path from the root", blueprint(IN, "node apps/api/dist/server.js"), api()),
  sound("a start that goes there too", blueprint(IN, "cd apps/api && node dist/server.js"), api()),
  sound(
    "the root directory",
    blueprint("npm install && npm run build", "node dist/server.js", ["    rootDir: apps/api"]),
    api(),
  ),
  sound("a compiler that writes to the root", blueprint(IN, "node dist/server.js"), api("tsc", "../../dist")),
  sound(
    "a script that writes to the root",
    blueprint(IN, "node dist/server.js"),
    api("tsc --outDir ../../dist"),
  ),
  sound(
    "a bundler that writes to the root",
    blueprint(IN, "node dist/server.js"),
    api("esbuild src/server.ts --bundle --platform=node --outfile=../../dist/server.js"),
  ),
  sound(
    "a bundler whose folder is not followed",
    blueprint(IN, "node dist/server.js"),
    api("vite build --ssr src/server.ts"),
  ),
  sound("a copy to the root", blueprint(`${IN} && cp -r dist ../..`, "node dist/server.js"), api()),
  sound(
    "a copy from the root",
    blueprint(`${IN} && cd ../.. && cp -r apps/api/dist .`, "node dist/server.js"),
    api(),
  ),
  sound(
    "a script of which not all is known",
    blueprint(IN, "node dist/server.js"),
    api("tsc && node scripts/lay-out.js"),
  ),
  sound(
    "a script behind the build",
    blueprint(IN, "node dist/server.js"),
    api("tsc", "dist", ', "postbuild": "shx cp -r dist ../../dist"'),
  ),
  sound("a build of the root", blueprint("npm install && npm run build", "node dist/server.js"), {
    ...api(),
    ...ROOT_PACKAGE("tsc -p apps/api --outDir dist"),
  }),
  sound("a build by turbo", blueprint("npm install && npx turbo build", "node dist/server.js"), {
    ...api(),
    ...ROOT_PACKAGE("turbo build"),
    "turbo.json": '{ "tasks": { "build": {} } }\n',
  }),
  sound("a script of the shell", blueprint("cd apps/api && ./build.sh", "node dist/server.js"), {
    ...api(),
    "apps/api/build.sh": "npm ci\nnpm run build\nmv dist ../..\n",
  }),
  sound("a file that is there, too", blueprint("cd api && npm install", "node server.js"), {
    ...COMMONJS,
    "server.js": 'require("./api/server.js");\n',
    "package.json": '{ "name": "heron" }\n',
  }),
  sound(
    "a client that is built beside the server",
    blueprint("npm install && cd client && npm install && npm run build", "node server.js"),
    {
      "package.json": '{ "name": "heron", "dependencies": { "express": "5.1.0" } }\n',
      "server.js": 'require("express")().listen(process.env.PORT);\n',
      "client/package.json": '{ "name": "client", "scripts": { "build": "vite build" } }\n',
      "client/server.js": "// of the client's tests\n",
    },
  ),
  sound(
    "a folder of applications that uvicorn is given",
    blueprint(PIP, `${UVICORN} --app-dir api`, [], "python"),
    PYTHON,
  ),
  sound(
    "a folder that gunicorn is given",
    blueprint(
      PIP,
      "gunicorn --chdir api main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
      [],
      "python",
    ),
    PYTHON,
  ),
  sound(
    "a folder in PYTHONPATH",
    blueprint(PIP, UVICORN, ["    envVars:", "      - key: PYTHONPATH", "        value: api"], "python"),
    PYTHON,
  ),
  sound("a module by its package", blueprint(PIP, UVICORN.replace("main", "api.main"), [], "python"), PYTHON),
  sound("a package that is installed", blueprint("cd api && pip install -e .", UVICORN, [], "python"), {
    ...PYTHON,
    "api/pyproject.toml":
      '[project]\nname = "main"\nversion = "1.0.0"\ndependencies = ["fastapi", "uvicorn"]\n',
  }),
  sound(
    "a folder that may be a repository of its own",
    blueprint("npm install && npm run build", "node dist/server.js"),
    api(),
    "apps/api/render.yaml",
  ),
  sound(
    "a pre-deploy command in the folder",
    blueprint("npm install", "node server.js", ["    preDeployCommand: cd api && node server.js"]),
    {
      ...COMMONJS,
      "server.js": 'require("./api/server.js");\n',
      "package.json": '{ "name": "heron" }\n',
    },
  ),
];

describe("a start outside of the folder that is built", () => {
  itJudges(FAULTY, "is found");
  itJudges(SOUND, "is sound or not certain");

  it("is not explained by the code of that folder", () =>
    inFolder({ "render.yaml": blueprint(IN, "node dist/server.js"), ...api() }, (folder) => {
      const [chain] = explainFolder(folder).flatMap(({ chains }) => chains);
      assert.deepEqual([chain?.end, chain?.starts], ["open", []]);
      assert.match(chain?.why ?? "", /dist\/server\.js/);
    }));
});
