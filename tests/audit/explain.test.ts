import assert from "node:assert/strict";
import { explainFolder } from "../../audit/explain";
import { type Files, inFolder } from "./written-folder";

const render = (runtime: string, command: string, more = ""): string =>
  `services:\n  - type: web\n    name: heron\n    runtime: ${runtime}\n    startCommand: ${command}\n${more}`;
const NODE = (code: string, more: Files = {}): Files => ({
  "render.yaml": render("node", "npm start"),
  "package.json": '{ "scripts": { "start": "node server.js" } }\n',
  "server.js": `const app = require("express")();\n${code}\n`,
  ...more,
});
const PYTHON = (code: string, command = "python main.py", more: Files = {}): Files => ({
  "render.yaml": render("python", command),
  "main.py": `import os\n${code}\n`,
  ...more,
});

const GUNICORN = (options: string, more: Files): Files => ({
  Dockerfile: `FROM python:3.12\nCOPY . .\nCMD gunicorn ${options} main:app\n`,
  "main.py": "app = None\n",
  ...more,
});

/** A repository, and what is said of ports and hosts: `place what value`, all of them. */
const CASES: readonly (readonly [title: string, files: Files, binds: readonly string[]])[] = [
  ["PORT in a call of Node", NODE("app.listen(process.env.PORT);"), ["server.js:2:12 port $PORT"]],
  [
    "PORT with a port of its own besides",
    NODE("const port = process.env.PORT || 3000;\napp.listen(port, '0.0.0.0');"),
    ["server.js:3:18 host 0.0.0.0", "server.js:3:12 port $PORT"],
  ],
  [
    "PORT of another file",
    NODE("const { port } = require('./config');\napp.listen(port);", {
      "config.js": "exports.port = Number(process.env.PORT || 3000);\n",
    }),
    ["server.js:3:12 port $PORT"],
  ],
  [
    "Fastify's options",
    NODE("app.listen({ port: process.env.PORT, host: '0.0.0.0' });"),
    ["server.js:2:44 host 0.0.0.0", "server.js:2:20 port $PORT"],
  ],
  [
    "uvicorn in code",
    PYTHON('import uvicorn\nuvicorn.run("app:app", host="0.0.0.0", port=int(os.environ.get("PORT", 8000)))'),
    ["main.py:3:29 host 0.0.0.0", "main.py:3:45 port $PORT"],
  ],
  [
    "Flask in code",
    PYTHON(
      'from flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=os.environ["PORT"])',
    ),
    ["main.py:5:18 host 0.0.0.0", "main.py:5:34 port $PORT"],
  ],
  [
    "Go",
    {
      "render.yaml": render("go", "./app", "    buildCommand: go build -o app .\n"),
      "go.mod": "module heron\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
    },
    ["main.go:9:22 host 0.0.0.0", "main.go:9:26 port $PORT"],
  ],
  [
    "honcho with a file of its own",
    PYTHON("", "honcho -f Procfile.prod start", {
      "Procfile.prod": "web: gunicorn -b 0.0.0.0:$PORT main:app\n",
    }),
    ["Procfile.prod:1:6 host 0.0.0.0", "Procfile.prod:1:6 port $PORT"],
  ],
  [
    "honcho with a program of the repository",
    {
      ...NODE("app.listen(process.env.PORT);"),
      "render.yaml": render("node", "honcho start"),
      Procfile: "web: node server.js\n",
    },
    ["server.js:2:12 port $PORT"],
  ],
  [
    "Thruster by itself",
    { "render.yaml": render("ruby", "bundle exec thrust ./bin/rails server"), Gemfile: "gem 'rails'\n" },
    ["render.yaml:5:19 host 0.0.0.0", "render.yaml:5:19 port 80"],
  ],
  [
    "Thruster with a port of its own",
    {
      "render.yaml": render(
        "ruby",
        "bundle exec thrust ./bin/rails server",
        "    envVars:\n      - key: HTTP_PORT\n        value: 10000\n",
      ),
      Gemfile: "gem 'rails'\n",
    },
    ["render.yaml:5:19 host 0.0.0.0", "render.yaml:5:19 port 10000"],
  ],
  [
    "Thruster in an image",
    {
      Dockerfile: 'FROM ruby:3.4\nENV HTTP_PORT=8080\nCMD ["./bin/thrust", "./bin/rails", "server"]\n',
      Gemfile: "gem 'rails'\n",
    },
    ["Dockerfile:3:1 host 0.0.0.0", "Dockerfile:3:1 port 8080"],
  ],
  [
    "gunicorn's settings",
    GUNICORN("-c deploy/gunicorn.py", {
      "deploy/gunicorn.py": "import os\n\nbind = f\"0.0.0.0:{os.environ.get('PORT', '8000')}\"\n",
    }),
    ["deploy/gunicorn.py:3:8 host 0.0.0.0", "deploy/gunicorn.py:3:19 port $PORT"],
  ],
  [
    "Spring's settings",
    {
      Dockerfile:
        'FROM eclipse-temurin:21\nCOPY build/libs/app-1.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
      "build.gradle": "plugins { id 'org.springframework.boot' version '3.4.0' }\nversion = '1'\n",
      "settings.gradle": "rootProject.name = 'app'\n",
      "src/main/resources/application.properties": "server.port=${PORT:8080}\n",
    },
    ["src/main/resources/application.properties:1:13 port $PORT"],
  ],
  [
    "Kotlin",
    {
      Dockerfile: 'FROM eclipse-temurin:21\nCOPY build/install/app /opt/app\nCMD ["/opt/app/bin/app"]\n',
      "build.gradle.kts":
        'plugins { kotlin("jvm") version "2.0.0"; application }\napplication { mainClass = "app.MainKt" }\ndependencies { implementation("io.javalin:javalin:6.3.0") }\n',
      "settings.gradle.kts": 'rootProject.name = "app"\n',
      "src/main/kotlin/app/Main.kt":
        'package app\n\nimport io.javalin.Javalin\n\nfun main() {\n    val port = System.getenv("PORT")?.toInt() ?: 7070\n    Javalin.create().start(port)\n}\n',
    },
    ["src/main/kotlin/app/Main.kt:6:16 port $PORT"],
  ],
  [
    "Go, by a setting of another package",
    {
      "render.yaml": render("go", "./app", "    buildCommand: go build -o app .\n"),
      "go.mod": "module heron\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\n\t"heron/config"\n)\n\nfunc main() {\n\thttp.ListenAndServe(config.Load().Addr, nil)\n}\n',
      "config/config.go":
        'package config\n\nimport "os"\n\ntype Config struct{ Addr string }\n\nfunc Load() Config {\n\treturn Config{Addr: ":" + os.Getenv("PORT")}\n}\n',
    },
    [
      "main.go:10:2 host it cannot be followed in the code",
      "main.go:10:2 port it cannot be followed in the code; config/config.go:8:28 reads PORT",
    ],
  ],
  // Nothing of PORT is said where PORT is not what is opened.
  [
    "gunicorn's settings that the command wins over",
    GUNICORN("-c deploy/gunicorn.py -b 0.0.0.0:9000", {
      "deploy/gunicorn.py": "import os\n\nbind = f\"0.0.0.0:{os.environ.get('PORT', '8000')}\"\n",
    }),
    ["Dockerfile:3:1 host 0.0.0.0", "Dockerfile:3:1 port 9000"],
  ],
  [
    "gunicorn's settings that are not chosen",
    GUNICORN("-c deploy/gunicorn.py", {
      "deploy/gunicorn.py": "bind = '0.0.0.0:9000'\n",
      "gunicorn.conf.py": "import os\n\nbind = f\"0.0.0.0:{os.environ.get('PORT', '8000')}\"\n",
    }),
    ["deploy/gunicorn.py:1:8 host 0.0.0.0", "deploy/gunicorn.py:1:8 port 9000"],
  ],
  [
    "Spring's settings of a server on a port that is written",
    {
      Dockerfile:
        'FROM eclipse-temurin:21\nCOPY build/libs/app-1.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
      "build.gradle": "plugins { id 'org.springframework.boot' version '3.4.0' }\nversion = '1'\n",
      "settings.gradle": "rootProject.name = 'app'\n",
      "src/main/resources/application.properties": "server.port=9000\nheron.port=${PORT:8080}\n",
    },
    ["src/main/resources/application.properties:1:1 port 9000"],
  ],
  [
    "a port that is written, beside a PORT that is read",
    NODE("const port = process.env.PORT;\napp.listen(3000);"),
    ["server.js:3:12 port 3000"],
  ],
  ["a port that is written", NODE("app.listen(3000);"), ["server.js:2:12 port 3000"]],
  [
    "a PORT that a server's own command does not ask for",
    PYTHON(
      'from fastapi import FastAPI\napp = FastAPI()\nif __name__ == "__main__":\n    import uvicorn\n    uvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))',
      "uvicorn main:app --host 0.0.0.0 --port 8000",
    ),
    ["render.yaml:5:19 host 0.0.0.0", "render.yaml:5:19 port 8000"],
  ],
  [
    "a file that nothing starts",
    NODE("app.listen(3000);", { "mock.js": 'require("express")().listen(process.env.PORT);\n' }),
    ["server.js:2:12 port 3000"],
  ],
  [
    "a PORT that is printed",
    NODE("console.log(process.env.PORT);\napp.listen(3000);"),
    ["server.js:3:12 port 3000"],
  ],
  ["a worker", PYTHON('print(os.environ["PORT"])', "celery -A main worker"), []],
  [
    "another variable",
    NODE("app.listen(process.env.HTTP_PORT);"),
    ["server.js:2:12 port it is the value of HTTP_PORT"],
  ],
  ["a program without a socket", PYTHON('print(os.environ["PORT"])'), []],
];

describe("what a service opens", () => {
  for (const [title, files, binds] of CASES)
    it(`is said with its place: ${title}`, () =>
      inFolder(files, (folder) => {
        const said = explainFolder(folder).flatMap((one) =>
          one.binds.map(({ place, what, value }) => `${place} ${what} ${value}`),
        );
        assert.deepEqual(said.toSorted(), binds.toSorted());
      }));
});
