import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { itJudges, type JudgedCase } from "../judged-case";
import { inFolder } from "../written-folder";

const PROJECT = "name: shop\nruntime:\n  name: nodejs\nmain: index.ts\n";
const PROGRAM = 'import { Environment } from "portcullis";\n\nnew Environment("production");\n';
const PACKAGE =
  '{ "name": "shop-infra", "private": true, "dependencies": { "@pulumi/pulumi": "3.259.0" } }\n';
const SERVER = 'require("http").createServer().listen(process.env.PORT, "0.0.0.0");\n';
const SCRIPTS = '{ "name": "shop", "scripts": { "serve": "node server.js" } }\n';
const DOCKERFILE = 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD ["npm", "run", "serve"]\n';

const stack = (lines: string, repository = "https://github.com/acme/shop"): string =>
  `config:\n  portcullis:service:\n    name: shop\n    repository: ${repository}\n    port: 8000\n${lines}`;
const checkout = (remote: string) => ({
  ".git/HEAD": "ref: refs/heads/main\n",
  ".git/config": `[remote "origin"]\n\turl = ${remote}\n`,
});

const CASES: readonly JudgedCase[] = [
  {
    title: "the packages of a Pulumi program are none of the service's",
    files: {
      "package.json": SCRIPTS,
      "server.js": SERVER,
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": PROGRAM,
      "infra/package.json": PACKAGE,
      "infra/Pulumi.production.yaml": stack(
        "    runtime: node\n    build: npm ci\n    start: npm run serve\n",
      ),
      "infra/package-lock.json": '{ "lockfileVersion": 3, "packages": { "": {} } }\n',
      "package-lock.json": '{ "lockfileVersion": 3, "packages": { "": {} } }\n',
    },
    told: [],
  },
  {
    title: "an image that is built from a file beside the Pulumi program has the service's package",
    files: {
      "package.json": SCRIPTS,
      "server.js": SERVER,
      "infra/Dockerfile": DOCKERFILE,
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": PROGRAM,
      "infra/package.json": PACKAGE,
      "render.yaml":
        "services:\n  - type: web\n    name: shop\n    runtime: docker\n    plan: starter\n    dockerfilePath: ./infra/Dockerfile\n    dockerContext: .\n    healthCheckPath: /health\n",
    },
    told: [],
  },
  {
    title: "a script that the root directory of a stack's service lacks is missing there",
    files: {
      "api/package.json": SCRIPTS,
      "api/server.js": SERVER,
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": PROGRAM,
      "infra/package.json": PACKAGE.replace(
        '"private": true',
        '"private": true, "scripts": { "sreve": "pulumi up" }',
      ),
      "infra/Pulumi.production.yaml": stack(
        "    rootDirectory: api\n    runtime: node\n    start: npm run sreve\n",
      ),
    },
    told: ["error service/missing-script infra/Pulumi.production.yaml:8"],
  },
  {
    title: "a Pulumi project at the root has the service's package where the service is of that repository",
    files: {
      ...checkout("https://github.com/acme/shop.git"),
      "Pulumi.yaml": PROJECT,
      "index.ts": PROGRAM,
      "package.json": PACKAGE,
      "Pulumi.production.yaml": stack("    runtime: node\n    start: npm run serve\n"),
    },
    told: ["error service/missing-script Pulumi.production.yaml:7"],
  },
  {
    title: "a repository of the Pulumi project alone lacks nothing of a service of another repository",
    files: {
      ...checkout("https://github.com/acme/environments.git"),
      "Pulumi.yaml": PROJECT,
      "index.ts": PROGRAM,
      "package.json": PACKAGE,
      "Pulumi.production.yaml": stack("    runtime: node\n    start: npm run serve\n"),
    },
    told: [],
    undecided: ["service/start-command Pulumi.production.yaml:7"],
  },
  {
    title: "a program of Pulumi's in Python is none of the service's",
    files: {
      "requirements.txt": "fastapi\nuvicorn\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "infra/Pulumi.yaml": "name: shop\nruntime: python\n",
      "infra/requirements.txt": "pulumi>=3\npulumi-aws\n",
      "infra/__main__.py":
        'import os\n\nimport pulumi\n\nREGION = os.environ["REGION_OF_STACK"]\nPASSWORD_URL = os.environ["DATABASE_ADMIN_URL"]\n',
      "infra/.python-version": "3.8\n",
      ".python-version": "3.13\n",
    },
    told: [],
    silent: ["service/runtime-version", "environment/missing-variable"],
  },
  {
    title: "a password in the code of a Pulumi program is found",
    files: {
      "package.json": SCRIPTS.replace("serve", "start"),
      "server.js": SERVER,
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": `import { Pool } from "pg";\n${PROGRAM}new Pool({ connectionString: "postgresql://app:kV8sP2xQ9zT4@db.acme.com:5432/app" });\n`,
      "infra/package.json": PACKAGE,
    },
    told: ["error secret/in-code infra/index.ts:5"],
  },
  {
    title: "a folder that a service is built from stays its own beside a Pulumi program",
    files: {
      "api/Pulumi.yaml": PROJECT,
      "api/index.ts": PROGRAM,
      "api/package.json":
        '{ "name": "api", "scripts": { "serve": "node server.js" }, "dependencies": { "@pulumi/pulumi": "3.259.0" } }\n',
      "api/server.js": SERVER,
      "render.yaml":
        "services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    rootDir: api\n    buildCommand: npm install\n    startCommand: npm run sreve\n    healthCheckPath: /health\n",
    },
    told: ["error service/missing-script render.yaml:8"],
  },
  {
    title: "an image has what its own start needs, where the stack writes the start out",
    files: {
      "source/package.json": SCRIPTS,
      "source/server.js": SERVER,
      Dockerfile: DOCKERFILE.replace("COPY . .", "COPY source/ ."),
      "package.json": '{ "name": "tools", "scripts": {} }\n',
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": PROGRAM,
      "infra/package.json": PACKAGE,
      "infra/Pulumi.production.yaml": stack("    runtime: docker\n    start: npm run serve\n"),
    },
    told: [],
  },
  {
    title: "a command in place of the image's own finds what the build has put there",
    files: {
      "source/package.json": SCRIPTS.replace('"serve"', '"other": "node other.js", "serve"'),
      "source/server.js": SERVER,
      "source/other.js": SERVER,
      Dockerfile: DOCKERFILE.replace("COPY . .", "COPY source/ ."),
      "package.json": '{ "name": "tools", "scripts": {} }\n',
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts": PROGRAM,
      "infra/package.json": PACKAGE,
      "infra/Pulumi.production.yaml": stack("    runtime: docker\n    start: npm run other\n"),
    },
    told: [],
  },
];

describe("A Pulumi program beside a service", () => itJudges(CASES));

describe("a Pulumi program that declares services by itself", () => {
  const notRead = (files: Readonly<Record<string, string>>) =>
    inFolder(
      { "server.js": SERVER, "package.json": SCRIPTS, ...files },
      (folder) => auditFolder(folder).notRead,
    );

  it("is named as not read", () => {
    const files = { "infra/Pulumi.yaml": PROJECT, "infra/index.ts": PROGRAM, "infra/package.json": PACKAGE };
    assert.deepEqual(notRead(files), [{ file: "infra/index.ts", tool: "Pulumi" }]);
  });

  it("is named by the file that its language begins with, where the project names none", () => {
    const files = {
      "Pulumi.yaml": "name: shop\nruntime: python\n",
      "__main__.py": 'import pulumi_render as render\n\nrender.WebService("shop")\n',
    };
    assert.deepEqual(notRead(files), [{ file: "__main__.py", tool: "Pulumi" }]);
  });

  it("is not named where it takes all from its stack files, which are read", () => {
    const files = {
      "infra/Pulumi.yaml": PROJECT,
      "infra/index.ts":
        'import { Environment, environmentArgs, readStack } from "portcullis";\n\nconst stack = readStack();\nnew Environment(stack.environmentName, environmentArgs(stack));\n',
      "infra/package.json": PACKAGE,
    };
    assert.deepEqual(notRead(files), []);
  });

  it("is not named where its file is not there, or a pack of policies", () => {
    const files = {
      "infra/Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: dist/index.js\n",
      "policy/PulumiPolicy.yaml": "runtime: nodejs\n",
      "policy/index.js": 'require("portcullis/policy").createPolicyPack({});\n',
    };
    assert.deepEqual(notRead(files), []);
  });
});
