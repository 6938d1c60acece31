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
    const output = 'Outputs:\n    database: {\n        host: "database.invalid"\n        port: 5432\n    }\n';
    const { database } = reviewedStack(file, { exitCode: 0, output, stdout: "" }, 1);
    assert.equal(database, "a secret URL, not known here");
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

  it("names every database and every service's port, and an error without the packs that passed", () => {
    const endpoint = (host: string, indent: string) =>
      [`host: "${host}"`, 'mode: "session"', "port: 5432"].map((line) => `${indent}${line}\n`).join("");
    const output = [
      "Policies:\n    ✅ portcullis@v0.1.0 (local: policy)\n\n",
      "Diagnostics:\n  pulumi:pulumi:Stack (shop-staging):\n    error: Program failed\n\n",
      `Outputs:\n    database    : {\n${endpoint("main.internal", " ".repeat(8))}    }\n`,
      `    databases   : {\n        main   : {\n${endpoint("main.internal", " ".repeat(12))}        }\n`,
      `        reports: {\n${endpoint("reports.internal", " ".repeat(12))}        }\n    }\n    url: [unknown]\n`,
    ].join("");
    const services = { api: { port: 8000 }, worker: { type: "worker" }, web: { port: 3000 } };
    const file = {
      stack: "staging",
      config: { "portcullis:services": services },
      secretKeys: [],
      secretPlaces: [],
    };
    const reviewed = reviewedStack(file, { exitCode: 255, output, stdout: "" }, 1);
    assert.equal(reviewed.result, "unusable");
    assert.equal(reviewed.database, "main.internal:5432");
    assert.deepEqual(reviewed.databases, {
      main: "main.internal:5432",
      reports: "reports.internal:5432",
    });
    assert.deepEqual(reviewed.ports, { api: 8000, web: 3000 });
    const report = reviewReport([reviewed], 1);
    assert.match(report, /error: Program failed/);
    assert.doesNotMatch(report, /✅|Policies:/);
    assert.match(report, /│ api: 8000\s+│ main: main\.internal:5432 /);
    assert.match(report, /│ web: 3000\s+│ reports: reports\.internal:5432 /);
  });

  it("shows what a policy could not decide of a stack that passes", () => {
    const file = { stack: "local", config: {}, secretKeys: [], secretPlaces: [] };
    const shown = (policies: string): string =>
      reviewReport([reviewedStack(file, { exitCode: 0, output: policies, stdout: "" }, 1)], 1);
    const passed = "Policies:\n    ✅ portcullis@v0.1.0 (local: policy)\n";
    const advice = "        - [advisory]  service-loopback-bind  (render:index:WebService: api)\n";
    const reason = "          main.ts:21:53: not decided, the service does not set HOST itself.\n";
    assert.match(shown(passed + advice + reason), /main\.ts:21:53: not decided/);
    assert.doesNotMatch(shown(passed), /Policies:/);
  });

  it("names the stacks with which it compares no database", () => {
    const config = { "portcullis:otherEnvironments": ["staging", "demo"] };
    const file = { stack: "production", config, secretKeys: [], secretPlaces: [] };
    const report = reviewReport([reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1)], 1);
    assert.match(
      report,
      /production: its databases are not compared with those of staging, demo, since a review has/,
    );
  });

  it("names each secret that an update will ask for, with the command that sets it", () => {
    const notSet = ["portcullis:databaseUrl", "portcullis:services.api.environment.API_KEY"];
    const file = { stack: "staging", config: {}, secretKeys: [], secretPlaces: notSet, notSet };
    const reviewed = reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1);
    assert.deepEqual(reviewed.notSet, notSet);
    const report = reviewReport([reviewed], 1);
    assert.match(report, /`pulumi config set --secret portcullis:databaseUrl -s staging`/);
    assert.match(
      report,
      /`pulumi config set --secret --path 'portcullis:services\.api\.environment\.API_KEY' -s staging`/,
    );
  });

  it("names none of a stack that an incident has left: it is not updated", () => {
    const notSet = ["portcullis:databasePassword"];
    const file = { stack: "staging", config: {}, secretKeys: [], secretPlaces: notSet, notSet };
    assert.deepEqual(reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1, "a story").notSet, []);
  });

  it("says nothing of it where all was judged", () => {
    const file = { stack: "local", config: {}, secretKeys: [], secretPlaces: [] };
    assert.doesNotMatch(
      reviewReport([reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1)], 1),
      /not judged/,
    );
  });
});
