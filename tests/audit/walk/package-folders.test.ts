import assert from "node:assert/strict";
import { walk } from "../../../audit/walk/walk";
import { itJudges, type JudgedCase } from "../judged-case";
import { type Files, inFolder } from "../written-folder";

const JAVALIN =
  'package p;\n\nimport io.javalin.Javalin;\n\npublic class App {\n    public static void main(String[] args) {\n        Javalin.create().get("/", c -> c.result("ok")).start(PORT);\n    }\n}\n';
const FLY = 'app = "heron"\n\n[http_service]\n  internal_port = 8080\n';
const java = (file: string, port: number): Files => ({
  "fly.toml": FLY,
  Dockerfile:
    'FROM maven:3-eclipse-temurin-21 AS b\nWORKDIR /s\nCOPY . .\nRUN mvn -q package\nFROM eclipse-temurin:21\nCOPY --from=b /s/target/heron-1.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
  "pom.xml":
    "<project><modelVersion>4.0.0</modelVersion><groupId>com.x</groupId><artifactId>heron</artifactId><version>1</version>\n<dependencies><dependency><groupId>io.javalin</groupId><artifactId>javalin</artifactId><version>6.1.3</version></dependency></dependencies></project>\n",
  [file]: JAVALIN.replace("PORT", String(port)),
});
const FLASK = (port: number): string =>
  `from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=${port})\n`;
const python = (command: string, files: Files): Files => ({
  "fly.toml": FLY,
  Dockerfile: `FROM python:3.13\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ${command}\n`,
  "requirements.txt": "flask\n",
  ...files,
});

/** Folders whose name is an example's and that are the program, and folders that are none. Written before the walk read them. */
const READ: readonly (readonly [title: string, files: Files, read: readonly string[]])[] = [
  [
    "a package of Java",
    { "src/main/java/com/example/demo/App.java": "" },
    ["src/main/java/com/example/demo/App.java"],
  ],
  [
    "a package of Kotlin",
    { "app/src/main/kotlin/org/example/App.kt": "" },
    ["app/src/main/kotlin/org/example/App.kt"],
  ],
  ["a package of Scala", { "src/main/scala/samples/App.scala": "" }, ["src/main/scala/samples/App.scala"]],
  ["a package of Groovy", { "src/main/groovy/docs/App.groovy": "" }, ["src/main/groovy/docs/App.groovy"]],
  [
    "a package of Kotlin for several machines",
    { "src/jvmMain/kotlin/examples/A.kt": "" },
    ["src/jvmMain/kotlin/examples/A.kt"],
  ],
  ["no test of Java", { "src/test/java/com/example/demo/AppTest.java": "" }, []],
  ["no example that is a project of Java", { "examples/a/src/main/java/com/acme/App.java": "" }, []],
  [
    "a package of example.com in another layout",
    { "src/com/example/App.java": "" },
    ["src/com/example/App.java"],
  ],
  ["no examples beside them", { "src/com/acme/examples/App.java": "" }, []],
  ["installed packages below them no more", { "src/main/java/node_modules/a.js": "" }, []],
  [
    "a package of Python that the image starts",
    { Dockerfile: "FROM python\nCMD uvicorn example.main:app\n", "example/main.py": "" },
    ["Dockerfile", "example/main.py"],
  ],
  [
    "a package of Python that the image starts from another folder",
    {
      Dockerfile: 'FROM python\nCMD ["uvicorn", "--app-dir", "src", "samples.main:app"]\n',
      "src/samples/main.py": "",
    },
    ["Dockerfile", "src/samples/main.py"],
  ],
  [
    "a package that a Procfile starts",
    { Procfile: "web: gunicorn example.wsgi\n", "example/wsgi.py": "" },
    ["Procfile", "example/wsgi.py"],
  ],
  [
    "a project of Django that manage.py names",
    {
      "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example.settings")\n',
      "example/settings.py": "",
    },
    ["example/settings.py", "manage.py"],
  ],
  [
    "a folder that a Blueprint calls a root",
    {
      "render.yaml":
        "services:\n  - type: web\n    name: docs\n    runtime: node\n    rootDir: apps/docs\n    startCommand: npm start\n",
      "apps/docs/package.json": "{}",
    },
    ["apps/docs/package.json", "render.yaml"],
  ],
  [
    "a folder that the start script names",
    { "package.json": '{ "scripts": { "start": "node examples/server.js" } }', "examples/server.js": "" },
    ["examples/server.js", "package.json"],
  ],
  [
    "a package of Go that the image builds",
    {
      Dockerfile: "FROM golang AS b\nRUN CGO_ENABLED=0 go build -o /app ./cmd/example\n",
      "cmd/example/main.go": "",
    },
    ["Dockerfile", "cmd/example/main.go"],
  ],
  [
    "no folder that an image only copies or tests",
    {
      Dockerfile: "FROM node\nCOPY docs/ ./docs/\nRUN npm test -- tests/a.js\nCMD node server.js\n",
      "docs/a.js": "",
      "tests/a.js": "",
    },
    ["Dockerfile"],
  ],
  [
    "no folder of another name that ends so",
    { Procfile: "web: node my-example/server.js\n", "example/server.js": "" },
    ["Procfile"],
  ],
  [
    "no folder that a test's script names",
    {
      "package.json": '{ "scripts": { "test": "mocha tests/a.js", "start": "node server.js" } }',
      "tests/a.js": "",
    },
    ["package.json"],
  ],
];

const SOUND: readonly JudgedCase[] = [
  { title: "a package com.example", files: java("src/main/java/com/example/App.java", 8080), told: [] },
  {
    title: "a package with tests beside it",
    files: {
      ...java("src/main/java/com/example/App.java", 8080),
      "src/test/java/com/example/Other.java": JAVALIN.replace("PORT", "7070"),
    },
    told: [],
  },
  {
    title: "examples that are not started",
    files: python("python server.py", { "server.py": FLASK(8080), "example/server.py": FLASK(7070) }),
    told: [],
  },
];

const FAULTY: readonly JudgedCase[] = [
  {
    title: "a package com.example with another port",
    files: java("src/main/java/com/example/demo/App.java", 7070),
    told: ["error port/agreement src/main/java/com/example/demo/App.java:7"],
  },
  {
    title: "a package org.example in the older layout",
    files: java("src/org/example/App.java", 7070),
    told: ["error port/agreement src/org/example/App.java:7"],
  },
  {
    title: "a module of a package that is called example",
    files: python("python -m example.server", {
      "example/__init__.py": "",
      "example/server.py": FLASK(7070),
    }),
    told: ["error port/agreement example/server.py:6"],
  },
  {
    title: "a program of Go in cmd/example",
    files: {
      "fly.toml": FLY,
      Dockerfile:
        'FROM golang:1.25 AS b\nWORKDIR /s\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app ./cmd/example\nFROM alpine:3\nCOPY --from=b /app /app\nCMD ["/app"]\n',
      "go.mod": "module heron\n\ngo 1.25\n",
      "cmd/example/main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":7070", nil)\n}\n',
    },
    told: ["error port/agreement cmd/example/main.go:6"],
  },
  {
    title: "a file of a folder that is called samples",
    files: python('["python", "samples/server.py"]', { "samples/server.py": FLASK(7070) }),
    told: ["error port/agreement samples/server.py:6"],
  },
];

describe("a folder with an example's name", () => {
  for (const [title, files, read] of READ)
    it(`is read or left out: ${title}`, () =>
      assert.deepEqual(
        inFolder(files, (folder) => walk(folder).files),
        read,
      ));
  itJudges(SOUND, "is judged soundly");
  itJudges(FAULTY, "is judged");
});
