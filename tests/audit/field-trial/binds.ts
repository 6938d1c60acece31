import { blueprint, type TrialCase, variable } from "./trial-case";

const LOOPBACK = "service/loopback-bind";
const HARD_CODED = "port/hard-coded";
const NODE = '{ "name": "shop", "scripts": { "start": "node server.js" } }';
const BIND = `error ${LOOPBACK}`;

/** A Node service of one file. */
const node = (source: string): TrialCase["files"] => ({
  "package.json": NODE,
  "server.js": source,
  "render.yaml": blueprint("node", "startCommand: node server.js"),
});

/** A Python service of one file, started as a program. */
const python = (requirements: string, source: string): TrialCase["files"] => ({
  "requirements.txt": requirements,
  "app.py": source,
  "render.yaml": blueprint("python", "startCommand: python app.py"),
});

const SERVERS: Readonly<Record<string, string>> = {
  "an express application of any name": 'const api = require("express")();\napi.listen(3000, "127.0.0.1");\n',
  "a chained server of Node": 'require("http")\n  .createServer(() => {}).listen(5001, "127.0.0.1");\n',
  "Koa under another name":
    'const Koa = require("koa"); const web = new Koa();\nweb.listen(3000, "127.0.0.1");\n',
  "Hapi with its host":
    'const Hapi = require("@hapi/hapi");\nconst it = Hapi.server({ port: 3000, host: "localhost" }); it.start();\n',
  "Fastify through require, in a variable":
    'const fastify = require("fastify")({ logger: true });\nfastify.listen({ port: process.env.PORT });\n',
  "Fastify through require, as app":
    'const app = require("fastify")();\napp.listen({ port: process.env.PORT });\n',
};

/** Where servers listen: by their code, their flags and their defaults. */
export const BINDS: readonly TrialCase[] = [
  ...Object.entries(SERVERS).map(
    ([title, source]): TrialCase => ({
      fault: title.startsWith("Fastify") ? "facts 18" : "trial 7",
      title,
      files: node(source),
      told: [`${BIND} server.js:2`],
    }),
  ),
  {
    fault: "trial 8",
    title: "Heroku gives a port, and the Procfile states another",
    files: {
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port 10000\n",
      "app.json": '{ "name": "shop" }',
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
      "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
    },
    told: ["warning port/hard-coded Procfile:1"],
  },
  {
    fault: "trial 9",
    title: "a bind on the command line is changed where --host is",
    files: {
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
      "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
      "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 127.0.0.1 --port $PORT"),
    },
    told: [`${BIND} render.yaml:6`],
    fixes: { [LOOPBACK]: /^(?!Add ).*0\.0\.0\.0/s },
  },
  {
    fault: "facts 2",
    title: "uvicorn.run without a host binds the loopback",
    files: python(
      "uvicorn==0.34.0\nfastapi==0.115.0\n",
      'from fastapi import FastAPI\nimport uvicorn\napp = FastAPI()\nif __name__ == "__main__":\n    uvicorn.run(app)\n',
    ),
    told: [`${BIND} app.py:5`],
  },
  ...["app.run()", "app.run(debug=True)", 'app.run(port=int(os.environ["PORT"]))'].map(
    (call): TrialCase => ({
      fault: "facts 2",
      title: `Flask's ${call} binds the loopback`,
      files: python("flask==3.1.0\n", `import os\nfrom flask import Flask\napp = Flask(__name__)\n${call}\n`),
      told: [`${BIND} app.py:4`],
    }),
  ),
  {
    fault: "facts 2",
    title: "a default in the code counts where nothing sets the variable",
    files: node(
      'const app = require("express")();\napp.listen(process.env.PORT, process.env.HOST || "localhost");\n',
    ),
    told: [`warning ${LOOPBACK} server.js:2`],
  },
  ...Object.entries({
    "flask rq worker": [],
    "flask db upgrade": ["error service/start-command render.yaml:2"],
  }).map(
    ([command, told]): TrialCase => ({
      fault: "facts 7",
      title: `${command} serves nothing`,
      files: {
        "requirements.txt": "flask==3.1.0\n",
        "render.yaml": `services:\n  - { type: worker, name: jobs, runtime: python, startCommand: ${command} }\n`,
      },
      told,
      silent: [LOOPBACK, HARD_CODED],
    }),
  ),
  {
    fault: "facts 8",
    title: "vite preview reads its configuration",
    files: {
      "package.json": '{ "name": "site", "devDependencies": { "vite": "7.0.0" } }',
      "vite.config.ts": "export default { preview: { host: true, port: 10000, allowedHosts: true } };\n",
      "render.yaml": blueprint("node", "startCommand: npx vite preview"),
    },
    told: [],
    silent: [LOOPBACK],
  },
  {
    fault: "facts 9",
    title: "gunicorn without PORT binds 127.0.0.1:8000",
    files: {
      Dockerfile: 'FROM python:3.13\nCMD ["gunicorn", "app:app"]\n',
      "app.py": "from flask import Flask\napp = Flask(__name__)\n",
      "fly.toml": 'app = "shop"\n[http_service]\ninternal_port = 8000\n',
    },
    told: [`${BIND} Dockerfile:2`],
  },
  {
    fault: "facts 9",
    title: "gunicorn's -b without a port is 8000",
    files: {
      "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\n",
      "app.py": "from flask import Flask\napp = Flask(__name__)\n",
      "render.yaml": blueprint(
        "python",
        "startCommand: gunicorn -b 0.0.0.0 app:app",
        ...variable("PORT", "10000"),
      ),
    },
    told: ["error port/agreement render.yaml:6"],
    silent: [LOOPBACK],
  },
];
