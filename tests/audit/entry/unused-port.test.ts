import { itJudges, type JudgedCase } from "../judged-case";
import type { Files } from "../written-folder";

const NODE = (config: string, server: string, more: Files = {}): Files => ({
  "render.yaml":
    "services:\n  - type: web\n    name: heron\n    runtime: node\n    startCommand: node src/server.js\n    envVars:\n      - key: PORT\n        value: 8000\n",
  "src/config.js": `${config}\n`,
  "src/server.js": `${server}\n`,
  ...more,
});
const PYTHON = (config: string, main: string): Files => ({
  "render.yaml":
    "services:\n  - type: web\n    name: heron\n    runtime: python\n    startCommand: python main.py\n    envVars:\n      - key: PORT\n        value: 8000\n",
  "settings.py": `import os\n${config}\n`,
  "main.py": `${main}\n`,
});
const EXPRESS = 'const app = require("express")();';
const CONFIG = "module.exports = { port: Number(process.env.PORT ?? 4000), greeting: 'hello' };";
const RULE = "error port/agreement";

/** PORT is read and not opened: what is opened is written out. */
const FAULTY: readonly JudgedCase[] = [
  {
    title: "a setting that nothing uses",
    files: NODE(
      CONFIG,
      `const config = require("./config");\n${EXPRESS}\nconsole.log(config.greeting);\napp.listen(4000);`,
    ),
    told: [`${RULE} src/server.js:4`],
  },
  {
    title: "a setting that nothing uses, with imports",
    files: NODE(
      "export const config = {\n  port: Number(process.env.PORT ?? 4000),\n  greeting: 'hello',\n};",
      'import express from "express";\nimport { config } from "./config.js";\nconst app = express();\napp.get("/", (q, r) => r.send(config.greeting));\napp.listen(4000, () => console.log("up"));',
      { "package.json": '{ "type": "module" }\n' },
    ),
    told: [`${RULE} src/server.js:5`],
  },
  {
    title: "an exported constant that nothing imports",
    files: NODE(
      "exports.PORT = process.env.PORT || 3000;\nexports.NAME = 'heron';",
      `const { NAME } = require("./config");\n${EXPRESS}\nconsole.log(NAME);\napp.listen(3000);`,
    ),
    told: [`${RULE} src/server.js:4`],
  },
  {
    title: "PORT and the port in one file",
    files: NODE("", `${EXPRESS}\nconst port = process.env.PORT;\napp.listen(3000);`),
    told: [`${RULE} src/server.js:3`],
  },
  {
    title: "a constant of Python that nothing imports",
    files: PYTHON(
      'PORT = int(os.environ.get("PORT", 5000))\nNAME = "heron"',
      'from flask import Flask\nfrom settings import NAME\napp = Flask(NAME)\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=5000)',
    ),
    told: [`${RULE} main.py:5`],
  },
  {
    title: "a setting of Python that nothing asks for",
    files: PYTHON(
      'class Settings:\n    http_port = int(os.environ.get("PORT", 5000))\n    name = "heron"\nsettings = Settings()',
      'import uvicorn\nfrom settings import settings\nprint(settings.name)\nuvicorn.run("app:app", host="0.0.0.0", port=5000)',
    ),
    told: [`${RULE} main.py:4`],
  },
  {
    title: "a module of Python that is imported whole",
    files: PYTHON(
      'HTTP_PORT = int(os.environ.get("PORT", 5000))\nNAME = "heron"',
      'import settings\nimport uvicorn\nprint(settings.NAME)\nuvicorn.run("app:app", host="0.0.0.0", port=5000)',
    ),
    told: [`${RULE} main.py:4`],
  },
  {
    title: "a setting that another setting's file names again",
    files: NODE(
      CONFIG,
      `const config = require("./config");\n${EXPRESS}\nrequire("./routes")(app);\napp.listen(4000);`,
      {
        "src/routes.js":
          'const { greeting } = require("./config");\nmodule.exports = (app) => app.get("/", (q, r) => r.send(greeting));\n',
      },
    ),
    told: [`${RULE} src/server.js:4`],
  },
];

const SOUND: readonly JudgedCase[] = [
  [
    "a server on PORT, and metrics in another file",
    NODE(
      CONFIG,
      `const { port } = require("./config");\n${EXPRESS}\nrequire("./metrics");\napp.listen(port);`,
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "a framework that is not known takes PORT",
    NODE(
      CONFIG,
      'const { port } = require("./config");\nconst { serveIt } = require("heron");\nrequire("./metrics");\nserveIt({ port });',
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "a framework that takes all settings",
    NODE(
      CONFIG,
      'const config = require("./config");\nconst { serveIt } = require("heron");\nrequire("./metrics");\nserveIt(config);',
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "settings that are handed on where they are loaded",
    NODE(
      CONFIG,
      'const { serveIt } = require("heron");\nrequire("./metrics");\nserveIt(require("./config"));',
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "an import of several lines",
    NODE(
      "export const config = {\n  port: Number(process.env.PORT),\n};",
      'import {\n  config,\n} from "./config.js";\nimport { serveIt } from "heron";\nimport "./metrics.js";\nserveIt(config);',
      {
        "package.json": '{ "type": "module" }\n',
        "src/metrics.js": 'import express from "express";\nexpress().listen(9090);\n',
      },
    ),
  ],
  [
    "settings that are spread",
    NODE(
      CONFIG,
      'const config = require("./config");\nconst { serveIt } = require("heron");\nrequire("./metrics");\nserveIt({ ...config });',
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "a name that is computed",
    NODE(
      CONFIG,
      'const config = require("./config");\nconst { serveIt } = require("heron");\nrequire("./metrics");\nserveIt(config["port"]);',
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "a function of the settings' own file",
    NODE(
      "const port = process.env.PORT;\nexports.start = (app) => require('heron').serve(app, port);",
      `${EXPRESS}\nrequire("./metrics");\nrequire("./config").start(app);`,
      { "src/metrics.js": `${EXPRESS}\napp.listen(9090);\n` },
    ),
  ],
  [
    "Python with a server that is not known",
    PYTHON(
      'PORT = int(os.environ.get("PORT", 5000))',
      "import metrics\nfrom heron import serve\nfrom settings import PORT\nserve(PORT)",
    ),
    { "metrics.py": 'import uvicorn\nuvicorn.run("m:app", host="0.0.0.0", port=9090)\n' },
  ],
  [
    "Python's settings as a whole",
    PYTHON(
      'PORT = int(os.environ.get("PORT", 5000))',
      "import metrics\nimport settings\nfrom heron import serve\nserve(settings)",
    ),
    { "metrics.py": 'import uvicorn\nuvicorn.run("m:app", host="0.0.0.0", port=9090)\n' },
  ],
  [
    "all names of a module",
    PYTHON(
      'PORT = int(os.environ.get("PORT", 5000))',
      "import metrics\nfrom settings import *\nfrom heron import serve\nserve(PORT)",
    ),
    { "metrics.py": 'import uvicorn\nuvicorn.run("m:app", host="0.0.0.0", port=9090)\n' },
  ],
].map(([title, files, more]) => ({
  title: title as string,
  files: { ...(files as Files), ...(more as Files | undefined) },
  told: [],
  silent: ["port/agreement", "port/hard-coded"],
}));

describe("a PORT that code reads", () => {
  itJudges(FAULTY, "is found where nothing opens it");
  itJudges(SOUND, "is left alone where something may open it");
});
