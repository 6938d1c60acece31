import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { auditFolder } from "../../audit";
import { adopt } from "../../cli/adopt/adopt";
import { auditDiff, planFixes } from "../../cli/audit/fix-output";
import { FORMATS, printed } from "../../cli/audit/output";
import { CANARY, holdsCanary } from "../domain/canary";
import { inFolder } from "./canary-outputs";
import { captured } from "./captured-output";

const UVICORN = "uvicorn main:app --host 127.0.0.1 --port 9000";
const EXPRESS = 'require("express")().listen(9000, "127.0.0.1");\n';
const APP = "from fastapi import FastAPI\napp = FastAPI()\n";

/** A service each, with a secret at a place of its own, near a line that a finding quotes. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "an assignment in a Procfile": { Procfile: `web: DB_PASSWORD=${CANARY} ${UVICORN}\n` },
  "an assignment in a Dockerfile's command": {
    Dockerfile: `FROM python:3.13\nEXPOSE 3000\nCMD PGPASSWORD=${CANARY} ${UVICORN}\n`,
  },
  "an assignment in a Blueprint": {
    "render.yaml": `services:\n  - { type: web, name: a, runtime: python, startCommand: "DB_PASSWORD=${CANARY} ${UVICORN}" }\n`,
  },
  "an assignment in Railway's manifest": {
    "railway.json": `{ "deploy": { "startCommand": "DB_PASSWORD=${CANARY} ${UVICORN}" } }\n`,
  },
  "an assignment in a script of package.json": {
    "package.json": `{ "scripts": { "start": "PGPASSWORD=${CANARY} node server.js" }, "dependencies": { "express": "5" } }\n`,
    "server.js": EXPRESS,
  },
  "flags of a command": {
    Procfile: `web: ${UVICORN} --token ${CANARY} --ssl-keyfile-password ${CANARY} && curl -u admin:${CANARY} https://acme.com\n`,
  },
  "a keyword of Python's": {
    Procfile: "web: python main.py\n",
    "main.py": `import uvicorn\n${APP}uvicorn.run(app, port=9000, ssl_keyfile_password="${CANARY}")\n`,
  },
  "a default of the code, and a URL in several strings": {
    Procfile: "web: python main.py\n",
    "main.py": `import os, uvicorn\n${APP}key = os.getenv("API_KEY", "${CANARY}")\nuvicorn.run(app, host="127.0.0.1", port=9000)\nurl = ("postgresql://u:"\n  "${CANARY}"\n  "@db.acme.com/app")\n`,
  },
  "variables of innocent names": {
    Procfile: "web: uvicorn main:app --port $PORT\n",
    ".env.production": `STRIPE=${CANARY}\nUVICORN_HOST=127.0.0.1\nAPI_KEY=your-api-key-${CANARY}\nU9=postgresql://HOST:${CANARY}/postgres\n`,
  },
};

describe("A secret", function () {
  this.timeout(120_000);

  for (const [place, files] of Object.entries(PLACES))
    it(`is shown by nothing of an audit, a diff or an adoption: ${place}`, async () => {
      const said = await inFolder(async (folder) => {
        const service = path.join(folder, "service");
        mkdirSync(service);
        for (const [name, text] of Object.entries(files)) writeFileSync(path.join(service, name), text);
        const audit = auditFolder(service, {});
        assert.ok(audit.findings.length > 0, "nothing is found there");
        const texts = FORMATS.flatMap((format) =>
          [true, false].map((verbose) => printed(audit, format, { verbose } as never)),
        );
        texts.push(await captured(() => texts.push(auditDiff(planFixes(service, {}), false))));
        const output = path.join(folder, "stacks");
        const adoption = await captured(() =>
          adopt({ folder: service, output, workflow: false, force: false, diff: false, json: false }),
        );
        const entries = readdirSync(output, { recursive: true, withFileTypes: true });
        const written = entries
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), "utf8"));
        return [...texts, adoption, ...written].join("\n");
      });
      assert.deepEqual(
        said.split("\n").filter((line) => holdsCanary(line)),
        [],
      );
    });
});
