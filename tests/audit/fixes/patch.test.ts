import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { patchOf, planFixes } from "../../../audit/fixes";
import { type Files, inFolder } from "../written-folder";

const CANARY = "kX9canary7QzPw";

/** What makes a PORT of 10000 the one that is wrong. */
const AGREED: Files = {
  ".env.staging": "PORT=8000\n",
  Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
};

const patched = (files: Files): string => inFolder(files, (folder) => patchOf(planFixes(folder, {})));

describe("the diff of a fix", () => {
  it("is a unified diff of what would change", () => {
    const text = patched({
      Procfile: "# one\nweb: uvicorn main:app --host 127.0.0.1 --port 8000\n# three\n",
    });
    assert.equal(
      text,
      [
        "--- a/Procfile",
        "+++ b/Procfile",
        "@@ -1,3 +1,3 @@",
        " # one",
        "-web: uvicorn main:app --host 127.0.0.1 --port 8000",
        "+web: uvicorn main:app --host 0.0.0.0 --port 8000",
        " # three",
        "",
      ].join("\n"),
    );
  });

  it("masks the secrets of the lines around the change, and of the change itself", () => {
    const blueprint = [
      "services:",
      "  - type: web",
      "    name: shop",
      "    runtime: python",
      `    startCommand: JWT_SECRET=${CANARY} uvicorn main:app --host 127.0.0.1 --port $PORT`,
      "    healthCheckPath: health",
      "    envVars:",
      "      - key: API_TOKEN",
      `        value: ${CANARY}`,
      "      - key: DATABASE_URL",
      `        value: postgresql://shop:${CANARY}x@db.shop.internal:5432/shop`,
      "",
    ].join("\n");
    const text = patched({ "render.yaml": blueprint });
    assert.match(text, /^\+ {4}healthCheckPath: \/health$/m);
    assert.match(text, /^\+ {4}startCommand: .* --host 0\.0\.0\.0/m);
    assert.match(text, /^ {9}value: \*\*\*$/m);
    assert.ok(!text.includes(CANARY), text);
  });

  it("shows an env file's lines that hold nothing secret, so that git applies it", () => {
    const plain =
      "# the region\nLOG_LEVEL=info\nAWS_REGION=eu-west-1\nPORT=10000\nDEBUG=false\n# see README.md\n";
    const files = { ".env.production": plain, ...AGREED };
    inFolder(files, (folder) => {
      const input = patchOf(planFixes(folder, {}));
      const git = (...args: string[]) => spawnSync("git", args, { cwd: folder, input, encoding: "utf8" });
      assert.equal(git("init", "-q").status, 0);
      const { status, stderr } = git("apply");
      assert.equal(status, 0, stderr);
      assert.match(readFileSync(path.join(folder, ".env.production"), "utf8"), /^PORT=8000$/m);
    });
  });

  it("masks an env file's line whose name or value may be a secret's", () => {
    const lines = [`VENDOR_ID=${CANARY}`, "LOGIN_PASS=canary", `# was ${CANARY}`, "PORT=10000"];
    const rest = ["MAIL_KEY=canary", `MAIL_URL=https://${CANARY}.example.com`, ""];
    const text = patched({
      ".env.production": [...lines, ...rest].join("\n"),
      ...AGREED,
    });
    assert.match(text, /^\+PORT=8000$/m);
    assert.match(text, /^ VENDOR_ID=\*\*\*$/m);
    assert.doesNotMatch(text, /canary/);
  });

  it("says nothing where nothing would change", () => {
    assert.equal(patched({ Procfile: "web: uvicorn main:app --host 0.0.0.0 --port 8000\n" }), "");
  });
});
