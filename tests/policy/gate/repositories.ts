import type { Files } from "../../audit/written-folder";
import type { SealedCase } from "./sealed";

/** A service whose code is beside the stack, and what the pack must say of it. Written before the first run. */
export interface CodeCase extends SealedCase {
  readonly title: string;
  readonly files: Files;
  /** Where the rejection points. */
  readonly at?: string;
}

const DOCKER = {
  runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } },
};
const inFolder = (rootDirectory: string) => ({ rootDirectory });
const UVICORN = (host: string, port: string) =>
  `import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, host=${host}, port=${port})\n`;
const PACKAGE = JSON.stringify({ scripts: { start: "node server.js" }, dependencies: { express: "^4" } });
const EXPRESS = (listen: string) =>
  `const express = require("express");\nconst app = express();\napp.listen(${listen});\n`;

export const CODE_BROKEN: readonly CodeCase[] = [
  {
    title: "Python's own start on loopback",
    command: "python main.py",
    files: { "main.py": UVICORN('"127.0.0.1"', "8000") },
    rule: "service/loopback-bind",
    at: "main.py:7",
  },
  {
    title: "Python's own start at another port",
    command: "python main.py",
    files: { "main.py": UVICORN('"0.0.0.0"', "5000") },
    rule: "port/agreement",
    at: "main.py:7",
  },
  {
    title: "a module that is run",
    command: "python -m app",
    files: { "app/__init__.py": "", "app/__main__.py": UVICORN('"0.0.0.0"', "5000") },
    rule: "port/agreement",
    at: "app/__main__.py:7",
  },
  {
    title: "Node's listen at another port",
    command: "node server.js",
    runtime: "node",
    files: { "server.js": EXPRESS("3000"), "package.json": PACKAGE },
    rule: "port/agreement",
    at: "server.js:3",
  },
  {
    title: "npm start",
    command: "npm start",
    runtime: "node",
    files: { "server.js": EXPRESS("3000"), "package.json": PACKAGE },
    rule: "port/agreement",
    at: "server.js:3",
  },
  {
    title: "npm start of a Node server on loopback",
    command: "npm start",
    runtime: "node",
    files: { "server.js": EXPRESS('process.env.PORT, "127.0.0.1"'), "package.json": PACKAGE },
    rule: "service/loopback-bind",
    at: "server.js:3",
  },
  {
    title: "a Dockerfile's command at another port",
    command: null,
    properties: DOCKER,
    files: { Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 9000\n" },
    rule: "port/agreement",
    at: "Dockerfile:2",
  },
  {
    title: "a Dockerfile's list on loopback",
    command: null,
    properties: DOCKER,
    files: { Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "main:app", "--port", "8000"]\n' },
    rule: "service/loopback-bind",
    at: "Dockerfile:2",
  },
  {
    title: "a Dockerfile of another name, in a folder",
    command: null,
    properties: {
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          dockerfilePath: "./api/Dockerfile.production",
          context: "./api",
        },
      },
    },
    files: {
      Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "api/Dockerfile.production": "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 9000\n",
    },
    rule: "port/agreement",
    at: "api/Dockerfile.production:2",
  },
  {
    title: "an image's script on loopback",
    command: null,
    properties: DOCKER,
    files: {
      Dockerfile: 'FROM python:3.12\nCOPY . .\nENTRYPOINT ["./start.sh"]\n',
      "start.sh": "#!/bin/sh\nset -e\nalembic upgrade head\nexec gunicorn main:app -b 127.0.0.1:8000\n",
    },
    rule: "service/loopback-bind",
    at: "start.sh:4",
  },
  {
    title: "gunicorn's settings at another port",
    command: null,
    properties: DOCKER,
    files: {
      Dockerfile: "FROM python:3.12\nCMD gunicorn -c gunicorn.conf.py main:app\n",
      "gunicorn.conf.py": 'bind = "0.0.0.0:9000"\nworkers = 2\n',
      "main.py": "app = None\n",
    },
    rule: "port/agreement",
    at: "gunicorn.conf.py:1",
  },
  {
    title: "puma's settings at another port",
    command: "bundle exec puma -C config/puma.rb",
    runtime: "ruby",
    files: { "config/puma.rb": "threads 1, 5\nport 3000\n", Gemfile: 'gem "puma"\n' },
    rule: "port/agreement",
    at: "config/puma.rb:2",
  },
  {
    title: "puma's settings that read another variable",
    command: "bundle exec puma -C config/puma.rb",
    runtime: "ruby",
    files: { "config/puma.rb": 'port ENV.fetch("PUMA_PORT", 3000)\n', Gemfile: 'gem "puma"\n' },
    rule: "port/agreement",
    at: "config/puma.rb:1",
  },
  {
    title: "a Go program on loopback",
    command: "./app",
    runtime: "go",
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          runtime: "go",
          buildCommand: "go build -o app .",
        },
      },
    },
    files: {
      "go.mod": "module example.com/api\n\ngo 1.25\n",
      "main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("127.0.0.1:8000", nil)\n}\n',
    },
    rule: "service/loopback-bind",
    at: "main.go:6",
  },
  {
    title: "the code of the service's own folder",
    command: "python main.py",
    properties: inFolder("api"),
    files: { "main.py": UVICORN('"0.0.0.0"', "8000"), "api/main.py": UVICORN('"0.0.0.0"', "5000") },
    rule: "port/agreement",
    at: "api/main.py:7",
  },
  {
    title: "make",
    command: "make serve",
    files: { Makefile: "serve:\n\tuvicorn main:app --host 0.0.0.0 --port 9000\n", "main.py": "app = None\n" },
    rule: "port/agreement",
    at: "Makefile:2",
  },
  {
    title: "a script on loopback",
    command: "./start.sh",
    files: { "start.sh": "#!/bin/bash\nexec uvicorn main:app --port $PORT\n", "main.py": "app = None\n" },
    rule: "service/loopback-bind",
    at: "start.sh:2",
  },
  {
    title: "an image that sets its server's host",
    command: null,
    properties: DOCKER,
    files: {
      Dockerfile: "FROM python:3.12\nENV UVICORN_HOST=127.0.0.1\nCMD uvicorn main:app --port $PORT\n",
    },
    rule: "service/loopback-bind",
  },
  {
    title: "a private service's code",
    kind: "private",
    command: "python main.py",
    files: { "main.py": UVICORN('"127.0.0.1"', "8000") },
    rule: "service/loopback-bind",
    at: "main.py:7",
  },
  {
    title: "a program without the component",
    driver: "none",
    command: "python main.py",
    files: { "main.py": UVICORN('"0.0.0.0"', "5000") },
    rule: "port/agreement",
    at: "main.py:7",
  },
  {
    title: "Flask's own server, at the declared port",
    command: "python app.py",
    files: {
      "app.py":
        'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(port=8000)\n',
    },
    rule: "service/loopback-bind",
    at: "app.py:6",
  },
];

export const CODE_SOUND: readonly CodeCase[] = [
  {
    title: "Python's own start that reads PORT",
    command: "python main.py",
    files: { "main.py": `import os\n${UVICORN('"0.0.0.0"', 'int(os.environ["PORT"])')}` },
  },
  {
    title: "Python's own start at the declared port",
    command: "python main.py",
    files: { "main.py": UVICORN('"0.0.0.0"', "8000") },
  },
  {
    title: "a host that the service sets",
    command: "python main.py",
    variables: { HOST: "0.0.0.0" },
    files: { "main.py": `import os\n${UVICORN('os.getenv("HOST", "127.0.0.1")', "8000")}` },
  },
  {
    title: "a host that an env group may set",
    command: "python main.py",
    rule: "unknown",
    files: { "main.py": `import os\n${UVICORN('os.getenv("HOST", "127.0.0.1")', "8000")}` },
  },
  {
    title: "Node's fallback",
    command: "npm start",
    runtime: "node",
    files: { "server.js": EXPRESS("process.env.PORT || 3000"), "package.json": PACKAGE },
  },
  {
    title: "code that nothing starts",
    command: "node server.js",
    runtime: "node",
    files: {
      "server.js": EXPRESS("process.env.PORT"),
      "mock.js": EXPRESS('9999, "127.0.0.1"'),
      "package.json": PACKAGE,
    },
  },
  {
    title: "an image's command that reads PORT",
    command: null,
    properties: DOCKER,
    files: {
      Dockerfile:
        "FROM python:3.12\nENV PORT=9000\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
    },
  },
  {
    title: "a Dockerfile that another service uses",
    command: null,
    properties: DOCKER,
    files: {
      Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "worker/Dockerfile": "FROM python:3.12\nCMD uvicorn main:app --port 9000\n",
    },
  },
  {
    title: "other manifests and env files of the repository",
    command: "python main.py",
    files: {
      "main.py": `import os\n${UVICORN('"0.0.0.0"', 'int(os.environ["PORT"])')}`,
      ".env": "PORT=3000\n",
      "fly.toml": "[http_service]\ninternal_port = 9000\n",
      "render.yaml":
        "services:\n  - type: web\n    name: old\n    runtime: python\n    startCommand: uvicorn main:app --port 10000\n",
      "docker-compose.yml": 'services:\n  api:\n    build: .\n    ports: ["9000:9000"]\n',
    },
  },
  {
    title: "Next.js by npm start",
    command: "npm start",
    runtime: "node",
    files: {
      "package.json": JSON.stringify({ scripts: { start: "next start" }, dependencies: { next: "^15" } }),
    },
  },
  {
    title: "a Go program that reads PORT",
    command: "./app",
    runtime: "go",
    files: {
      "go.mod": "module example.com/api\n\ngo 1.25\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
    },
  },
  {
    title: "puma's settings that read PORT",
    command: "bundle exec puma -C config/puma.rb",
    runtime: "ruby",
    files: { "config/puma.rb": 'port ENV.fetch("PORT", 3000)\n', Gemfile: 'gem "puma"\n' },
  },
  {
    title: "Rails' own settings of puma",
    command: "bundle exec puma -C config/puma.rb",
    runtime: "ruby",
    files: { "config/puma.rb": 'threads 3, 3\nport ENV.fetch("PORT") { 3000 }\n', Gemfile: 'gem "puma"\n' },
  },
  {
    title: "a start command that says all, beside a script that does not",
    files: { "main.py": UVICORN('"127.0.0.1"', "5000") },
  },
  {
    title: "code of another repository",
    command: "python main.py",
    rule: "unknown",
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/other",
          branch: "main",
          runtime: "python",
          buildCommand: "true",
        },
      },
    },
    files: { "main.py": UVICORN('"127.0.0.1"', "5000") },
  },
  {
    title: "a script that cannot be followed",
    command: "./missing.sh",
    rule: "unknown",
    files: { "main.py": UVICORN('"0.0.0.0"', "8000") },
  },
];
