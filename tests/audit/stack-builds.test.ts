import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { describePlace } from "../../domain";
import { type Files, inFolder } from "./written-folder";

/** What a stack's file says of build, migrations and folder, beside the code. Written before the first run. */
const GIT = {
  ".git/config": '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n',
};
const FASTAPI =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n';
const stack = (lines: readonly string[]) => ({
  "infra/Pulumi.yaml": "name: infra\nruntime: nodejs\n",
  "infra/Pulumi.staging.yaml": [
    "config:",
    "  portcullis:service:",
    "    name: api",
    "    repository: https://github.com/acme/api",
    "    runtime: python",
    ...lines.map((line) => `    ${line}`),
    "    port: 8000",
    "    healthCheckPath: /health",
    "",
  ].join("\n"),
});
const START = "start: uvicorn main:app --host 0.0.0.0 --port $PORT";
const NODE = 'require("express")().listen(process.env.PORT, "0.0.0.0");\n';

interface StackCase {
  readonly title: string;
  readonly lines: readonly string[];
  readonly files: Files;
  /** Rule and place; none where it is sound. */
  readonly said?: string;
}

const AT = (line: number) => `infra/Pulumi.staging.yaml:${line}`;
const CASES: readonly StackCase[] = [
  {
    title: "requirements by another name",
    lines: ["build: pip install -r requirement.txt", START],
    files: { "main.py": FASTAPI, "requirements.txt": "fastapi\nuvicorn\n" },
    said: `service/missing-file ${AT(6)}`,
  },
  {
    title: "npm ci without a lock file",
    lines: ["build: npm ci", "start: node server.js"],
    files: {
      "server.js": NODE,
      "package.json": JSON.stringify({ dependencies: { express: "4.21.0" } }),
    },
    said: `service/missing-file ${AT(6)}`,
  },
  {
    title: "a script before the deploy that package.json does not have",
    lines: ["build: npm install", "start: npm start", "preDeploy: npm run migrate"],
    files: {
      "server.js": NODE,
      "package.json": JSON.stringify({
        scripts: { start: "node server.js" },
        dependencies: { express: "4.21.0" },
      }),
    },
    said: `service/missing-script ${AT(8)}`,
  },
  {
    title: "migrations of which the settings are in another folder",
    lines: ["build: pip install -r requirements.txt", START, "preDeploy: alembic upgrade head"],
    files: {
      "main.py": FASTAPI,
      "requirements.txt": "fastapi\nuvicorn\nalembic\n",
      "db/alembic.ini": "[alembic]\nscript_location = scripts\n",
      "db/scripts/env.py": "from alembic import context\n",
    },
    said: `service/missing-file ${AT(8)}`,
  },
  {
    title: "a root directory that is not there",
    lines: ["rootDirectory: backend", "build: pip install -r requirements.txt", START],
    files: { "api/main.py": FASTAPI, "api/requirements.txt": "fastapi\nuvicorn\n" },
    said: `service/missing-file ${AT(6)}`,
  },
  {
    title: "a build of its root directory",
    lines: ["rootDirectory: api", "build: pip install -r requirements.txt", START],
    files: { "api/main.py": FASTAPI, "api/requirements.txt": "fastapi\nuvicorn\n" },
  },
  {
    title: "migrations of its root directory",
    lines: [
      "rootDirectory: api",
      "build: pip install -r requirements.txt",
      START,
      "preDeploy: alembic upgrade head",
    ],
    files: {
      "api/main.py": FASTAPI,
      "api/requirements.txt": "fastapi\nuvicorn\nalembic\n",
      "api/alembic.ini": "[alembic]\nscript_location = scripts\n",
      "api/scripts/env.py": "from alembic import context\n",
    },
  },
  {
    title: "a service of another repository",
    lines: [
      "rootDirectory: backend",
      "build: pip install -r requirement.txt",
      START,
      "preDeploy: alembic upgrade head",
    ],
    files: {
      "main.py": FASTAPI,
      "requirements.txt": "fastapi\nuvicorn\n",
      ".git/config": GIT[".git/config"].replace("acme/api", "acme/infra"),
    },
  },
  {
    title: "a root directory above the folder that is audited",
    lines: ["rootDirectory: backend", START],
    files: { "main.py": FASTAPI, "requirements.txt": "fastapi\nuvicorn\n", ".git/config": "" },
  },
  {
    title: "a build in an image",
    lines: ["runtime: docker", START],
    files: {
      Dockerfile:
        "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
      "requirements.txt": "fastapi\nuvicorn\n",
    },
  },
];

const audited = ({ lines, files }: StackCase): readonly string[] => {
  const isImage = lines.some((line) => line.startsWith("runtime:"));
  const written = stack(lines);
  const text = written["infra/Pulumi.staging.yaml"];
  const own = isImage ? text.replace("    runtime: python\n", "") : text;
  const above = files[".git/config"] === "";
  const { ".git/config": config = GIT[".git/config"], ...rest } = files;
  const all = { ...written, "infra/Pulumi.staging.yaml": own, ...rest };
  return inFolder(above ? all : { ...all, ".git/config": config }, (folder) =>
    auditFolder(folder)
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule, place }) => `${rule} ${describePlace(place).replace(/(:\d+):\d+.*$/, "$1")}`),
  );
};

describe("an audit of a stack's build beside the code", () => {
  for (const one of CASES)
    it(`${one.said === undefined ? "passes" : "finds"} ${one.title}`, () => {
      assert.deepEqual(audited(one), one.said === undefined ? [] : [one.said]);
    });
});
