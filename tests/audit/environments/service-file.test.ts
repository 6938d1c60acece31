import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const SERVICE_FILE =
  "[other]\nhost=localhost\n\n[prod]\nhost=db.hzqkwmtvbnxlpcrdyfgs.supabase.co\nuser=postgres\ndbname=postgres\n";
const MANIFEST =
  "services:\n  - type: web\n    name: shop\n    runtime: node\n    startCommand: node server.js\n    healthCheckPath: /\n    envVars:\n      - { key: PGSERVICE, value: prod }\n      - { key: PGSERVICEFILE, value: HERE }\n";

const judged = (file: string, at: string) =>
  inFolder({ "render.yaml": MANIFEST.replace("HERE", file), [at]: SERVICE_FILE }, (folder) =>
    auditFolder(folder),
  );

describe("the file that PGSERVICEFILE names", () => {
  for (const [file, at] of [
    ["./pg_service.conf", "pg_service.conf"],
    ["/app/config/pg_service.conf", "config/pg_service.conf"],
  ] as const)
    it(`says where the database is: ${file}`, () => {
      const { findings } = judged(file, at);
      const found = findings.find(({ rule }) => rule === "database/ipv6-only-host");
      assert.ok(found?.place.source === "file", JSON.stringify(findings.map(({ rule }) => rule)));
      assert.deepEqual([found.place.file, found.place.line], [at, 5]);
    });

  it("leaves the database undecided where it is not in the repository", () => {
    const { undecided } = judged("/etc/pg_service.conf", "README.md");
    assert.ok(undecided.some(({ rule, why }) => rule === "database/tls-off" && why.includes("PGSERVICE")));
  });
});
