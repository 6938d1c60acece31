import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { reviewedStack, reviewReport } from "../../../cli/review/report";
import { readStackFile } from "../../../cli/stacks/stack-file";
import { standIn } from "../../../cli/stacks/stand-in";

describe("the report of a review", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-review-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("names the secrets whose values no rule has seen, and no others", async () => {
    const secure = "{ secure: AAAB }";
    const lines = [
      "config:",
      `  portcullis:databaseUrl: ${secure}`,
      `  portcullis:databasePassword: ${secure}`,
      "  portcullis:service:",
      "    name: api",
      "    environment:",
      `      MIGRATION_DATABASE_URL: ${secure}`,
      `      LOG_LEVEL: info`,
    ];
    writeFileSync(path.join(folder, "Pulumi.production.yaml"), `${lines.join("\n")}\n`);
    const file = await readStackFile(folder, "production");
    const reviewed = reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1);
    const unseen = ["portcullis:databaseUrl", "portcullis:service.environment.MIGRATION_DATABASE_URL"];
    assert.deepEqual(reviewed.notJudged, unseen);
    const report = reviewReport([reviewed], 1);
    assert.match(report, /production: not judged, since a review makes secrets up: portcullis:databaseUrl, /);
    assert.match(report, /pulumi preview -s STACK/);
    // What was made up is no malformed URL.
    const { environment } = file.config["portcullis:service"] as { environment: Record<string, string> };
    assert.match(
      environment.MIGRATION_DATABASE_URL ?? "",
      /^postgresql:\/\/app:[\w-]+@database\.invalid:5432\/app$/,
    );
    assert.match(standIn("portcullis:databaseUrl"), /^postgresql:/);
    assert.match(standIn("portcullis:databasePassword"), /^[\w-]{24}$/);
  });

  it("names them of each service, of the variables of all and of each database", async () => {
    const secure = "{ secure: AAAB }";
    const lines = [
      "config:",
      `  portcullis:environment: { CACHE_URL: ${secure} }`,
      `  portcullis:services: { api: { environment: { DATABASE_URL: ${secure} } } }`,
      `  portcullis:databases: { main: { host: db.internal, password: ${secure} }, reports: { url: ${secure} } }`,
    ];
    writeFileSync(path.join(folder, "Pulumi.staging.yaml"), `${lines.join("\n")}\n`);
    const file = await readStackFile(folder, "staging");
    assert.deepEqual(reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1).notJudged, [
      "portcullis:environment.CACHE_URL",
      "portcullis:services.api.environment.DATABASE_URL",
      "portcullis:databases.reports.url",
    ]);
  });

  it("says nothing of it where all was judged", () => {
    const file = { stack: "local", config: {}, secretKeys: [], secretPlaces: [] };
    assert.doesNotMatch(
      reviewReport([reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1)], 1),
      /not judged/,
    );
  });
});
