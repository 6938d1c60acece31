import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { explained } from "../../../cli/audit/explain";
import { inFolder } from "../../audit/written-folder";

const FILES = {
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    buildCommand: make\n    startCommand: npm start\n",
  "package.json": '{ "scripts": {\n  "start": "sh run.sh"\n} }\n',
  "run.sh": "export A=1\nnode src/server.js --key sb_secret_a1B2c3D4e5F6g7H8i9J0k1\n",
  "src/server.js":
    'const { app } = require("./app");\n// require("./old");\napp.listen(3000, "127.0.0.1");\n',
  "src/app.js": 'exports.app = require("express")();\n',
  "src/old.js": 'require("express")().listen(1, "127.0.0.1");\n',
};
const HOW = { json: false, verbose: false };

describe("audit --explain", () => {
  it("prints the chain from the manifest to the line that binds, without a secret", () =>
    inFolder(FILES, (folder) => {
      const lines = explained(folder, "shop", {}, HOW)
        .split("\n")
        .map((line) => line.trim());
      assert.deepEqual(lines.slice(1, 10), [
        "starts:",
        "render.yaml:7:19  npm start",
        "package.json:2:12  sh run.sh",
        "run.sh:2  export A=1; node src/server.js --key ***",
        "→ src/server.js",
        "which loads 1 file: src/app.js",
        "opens:",
        "src/server.js:3:12  port 3000",
        "src/server.js:3:18  host 127.0.0.1",
      ]);
    }));

  it("lists the services where none is named", () =>
    inFolder(FILES, (folder) => {
      assert.match(explained(folder, true, {}, HOW), /^ {2}shop: \(not named\)\n\n.*--explain SERVICE/);
    }));

  it("says the same to programs", () =>
    inFolder(FILES, (folder) => {
      const { version, explained: found } = JSON.parse(explained(folder, "shop", {}, { ...HOW, json: true }));
      assert.equal(version, 1);
      assert.deepEqual(found[0].chains[0].loads, ["src/app.js"]);
      assert.deepEqual(found[0].binds[1], {
        place: "src/server.js:3:18",
        what: "host",
        value: "127.0.0.1",
        known: true,
      });
    }));

  it("says of a web server and of a worker what they are, and lists no folder that starts nothing", () => {
    const web = {
      Dockerfile:
        "FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\nCMD /usr/sbin/nginx -g 'daemon off;'\n",
      "index.html": "<p>heron</p>\n",
    };
    inFolder(web, (folder) => {
      const [name = ""] = /\S+(?=: \(not named\))/.exec(explained(folder, true, {}, HOW)) ?? [];
      assert.match(explained(folder, name, {}, HOW), /→ the web server nginx, which serves/);
    });
    const worker =
      "services:\n  - type: worker\n    name: heron\n    runtime: python\n    rootDir: jobs\n    startCommand: celery -A jobs worker\n";
    inFolder({ "render.yaml": worker, "web/.env": "LOG=info\n" }, (folder) => {
      assert.match(explained(folder, "heron", {}, HOW), /→ a worker, which loads no file/);
      assert.doesNotMatch(explained(folder, true, {}, HOW), /portcullis-audit-/);
    });
  });

  it("explains what the report names, also where it starts nothing of its own", () => {
    const compose =
      "services:\n  api:\n    build: .\n    command: node server.js\n  db:\n    image: postgres:17\n    environment: { POSTGRES_USER: heron }\n";
    const files = {
      "compose.yaml": compose,
      Dockerfile: "FROM node:22\nCOPY . .\n",
      "server.js": 'require("express")().listen(3000);\n',
    };
    inFolder(files, (folder) => {
      assert.deepEqual(
        auditFolder(folder)
          .services.map(({ name }) => name)
          .toSorted(),
        ["api", "db"],
      );
      assert.match(explained(folder, "db", {}, HOW), /^db.*\n {2}no start command is found\n/);
      assert.doesNotMatch(explained(folder, true, {}, HOW), /db/);
      assert.throws(() => explained(folder, "web", {}, HOW), /There are api, db\./);
    });
  });

  it("names the place where a chain ends open", () =>
    inFolder({ ...FILES, "run.sh": "./serve-it --now\n" }, (folder) => {
      assert.match(
        explained(folder, "shop", {}, HOW),
        /run\.sh:1 {2}\.\/serve-it --now\n {4}→ not decided: `serve-it`/,
      );
    }));

  it("lists the services where none has the name", () =>
    inFolder(FILES, (folder) => {
      assert.throws(
        () => explained(folder, "api", {}, HOW),
        /expected a service .*, got api\. There is shop\./,
      );
    }));
});
