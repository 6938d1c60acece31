import assert from "node:assert/strict";
import { planFixes } from "../../../audit/fixes";
import { inFolder } from "../written-folder";

const LOOPBACK = 'require("express")().listen(3001, "127.0.0.1");\n';
const BLUEPRINT = (start: string): string =>
  `services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    buildCommand: make\n    startCommand: ${start}\n    envVars:\n      - key: PORT\n        value: 8080\n`;

const changed = (files: Readonly<Record<string, string>>): readonly string[] =>
  inFolder(files, (folder) => planFixes(folder, {}).files.map(({ path }) => path));

describe("what --fix changes", () => {
  it("is what the start command reaches, and no file beside it", () => {
    const files = {
      "render.yaml": BLUEPRINT("node server.js"),
      "server.js": `// require("./mock-server");\nimport type { Old } from "./old";\nrequire("./web").start();\n`,
      "web.js": LOOPBACK,
      "mock-server.js": LOOPBACK,
      "old.js": LOOPBACK,
      "scripts/dev.js": LOOPBACK,
      "tools/fake.py": 'import uvicorn\nuvicorn.run("a:b", host="127.0.0.1", port=3001)\n',
    };
    assert.deepEqual(changed(files), ["web.js"]);
  });

  it("is a misspelt key of Railway's, in JSON and in TOML", () => {
    const server = { "package.json": '{ "scripts": { "start": "node server.js" } }\n', "server.js": "" };
    const toml = { ...server, "railway.toml": '[deploy]\nhealthCheckPath = "/up"\n' };
    const json = { ...server, "railway.json": '{ "deploy": { "healthCheckPath": "/up" } }\n' };
    assert.deepEqual([changed(toml), changed(json)], [["railway.toml"], ["railway.json"]]);
  });

  it("is the address behind puma's scheme", () => {
    const files = { Gemfile: 'gem "puma"\n', Procfile: "web: bundle exec puma -b tcp://127.0.0.1:$PORT\n" };
    assert.deepEqual(changed(files), ["Procfile"]);
  });

  it("is nothing where the chain ends open", () => {
    const files = { "render.yaml": BLUEPRINT("./serve-it --now"), "server.js": LOOPBACK };
    assert.deepEqual(changed(files), []);
  });

  it("is the program of Go that is built, and not the one beside it", () => {
    const main = 'package main\n\nfunc main() {\n\thttp.ListenAndServe("127.0.0.1:8080", nil)\n}\n';
    const files = {
      "go.mod": "module shop\n",
      "render.yaml": BLUEPRINT("./api").replace("make", "go build -o api ./cmd/api"),
      "cmd/api/main.go": main,
      "cmd/mock/main.go": main,
    };
    assert.deepEqual(changed(files), ["cmd/api/main.go"]);
  });
});
