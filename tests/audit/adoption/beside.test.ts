import assert from "node:assert/strict";
import { adoptFolder, auditFolder } from "../../../audit";
import { flagsOf } from "../../../cli/adopt/report";
import { stackDocument } from "../../../cli/adopt/stack-document";
import { FAULTY_PROJECTS } from "../repositories/faulty-projects";
import { FAULTY_LISTENERS } from "../repositories/listeners";
import { FAULTY_LAST } from "../repositories/written-last";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

/** The rules that a text names as broken, each once. */
const rulesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/(?:error|warning|note) [a-z-]+\/[a-z-]+(?=: )/g))].sort();

describe("What an audit finds, in an adopted stack", () => {
  for (const { name, files } of [...FAULTY_PROJECTS, ...FAULTY_LISTENERS, ...FAULTY_LAST])
    it(`is told by adopt, and written only beside the value that it is about: ${name}`, () =>
      inFolder(files, (folder) => {
        const rules = auditFolder(folder).findings.flatMap(({ severity, rule }) =>
          severity === "error" ? [rule] : [],
        );
        const drafts = adoptFolder(folder).drafts(ORIGIN);
        const printed = drafts.flatMap(flagsOf).join("\n");
        for (const rule of rules)
          assert.ok(printed.includes(`error ${rule}: `), `${rule} in ${printed || "nothing"}`);
        for (const draft of drafts) {
          const told = flagsOf(draft).filter((flag) => !draft.beside.includes(flag));
          assert.deepEqual(rulesIn(stackDocument(draft)), rulesIn(told.join("\n")));
        }
      }));

  it("is not in the file where it is about code, which is corrected elsewhere", () =>
    inFolder(
      {
        Procfile: "web: python main.py\n",
        "requirements.txt": "uvicorn\nfastapi\n",
        "main.py":
          'import os\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\nuvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]))\n',
      },
      (folder) => {
        const [draft] = adoptFolder(folder).drafts(ORIGIN);
        assert.ok(draft);
        assert.match(flagsOf(draft).join("\n"), /error service\/loopback-bind: .*main\.py:6:\d+/);
        assert.doesNotMatch(stackDocument(draft), /loopback-bind/);
      },
    ));

  it("is told as it is on Render, where no manifest names a platform", () =>
    inFolder(
      {
        ".env.production": "DATABASE_URL=postgresql://shop@localhost:5432/shop\n",
        "package.json": '{ "scripts": { "start": "node server.js" }, "dependencies": { "pg": "8.16.0" } }\n',
        "server.js":
          'const { Pool } = require("pg");\nnew Pool({ connectionString: process.env.DATABASE_URL });\nrequire("http").createServer().listen(process.env.PORT);\n',
      },
      (folder) => {
        const [draft] = adoptFolder(folder).drafts(ORIGIN);
        assert.ok(draft);
        assert.match(flagsOf(draft).join("\n"), /error database\/local-host: .*got `localhost`/);
      },
    ));

  it("says nothing of a service that is not adopted with them", () =>
    inFolder(
      {
        "render.yaml":
          "services:\n  - { type: web, name: api, runtime: node, rootDir: api, startCommand: node server.js }\n  - { type: web, name: shop, runtime: node, rootDir: shop, startCommand: node server.js }\n",
        "api/server.js": 'require("http").createServer().listen(process.env.PORT, "127.0.0.1");\n',
        "shop/server.js": 'require("http").createServer().listen(process.env.PORT);\n',
      },
      (folder) => {
        const found = adoptFolder(folder);
        const told = (names?: readonly string[]) => found.drafts(ORIGIN, names).flatMap(flagsOf).join("\n");
        assert.match(told(), /service\/loopback-bind/);
        assert.doesNotMatch(told(["shop"]), /service\/loopback-bind/);
      },
    ));
});
