import assert from "node:assert/strict";
import { patchOf, planFixes } from "../../../audit/fixes";
import { type Files, inFolder } from "../written-folder";

const CANARY = "kX9canary7QzPw";

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

  it("says nothing where nothing would change", () => {
    assert.equal(patched({ Procfile: "web: uvicorn main:app --host 0.0.0.0 --port 8000\n" }), "");
  });
});
