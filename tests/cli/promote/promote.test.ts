import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { findEngine } from "../../../engine";
import { CANARY, TOKEN, VerifiedProject } from "../../components/verified-project";

describe("portcullis promote", function () {
  this.timeout(10 * 60_000);
  let project: VerifiedProject;
  let verified: string;

  before(async () => {
    project = await VerifiedProject.open(await findEngine());
    verified = commit("verified");
    await project.write("staging", {});
    await project.write("production", {
      port: project.otherPort,
      environment: { ONLY_HERE: "yes" },
      verify: { rollback: true, stability: "3s" },
      promotion: { from: "staging", reasons: { "service.name": "each its own" } },
    });
  });
  after(() => project.close());

  /** Commits what is in the services' repository. */
  function commit(message: string): string {
    appendFileSync(path.join(project.source, "server.js"), `// ${message}\n`);
    const git = (...args: string[]): string =>
      execFileSync(
        "git",
        ["-C", project.source, "-c", "user.name=a", "-c", "user.email=a@b.example", ...args],
        {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        },
      ).trim();
    git("init");
    git("add", "--all");
    git("commit", "--message", message);
    return git("rev-parse", "HEAD");
  }

  const promote = async (...args: string[]) => {
    const { status, output } = await project.portcullis(["promote", ...args]);
    assert.doesNotMatch(output, new RegExp(`${CANARY}|${TOKEN}`));
    return { status, output };
  };

  /** Interrupts it, as Ctrl-C does, once it says this. */
  function promoteUntil(words: RegExp) {
    let interrupted = false;
    return project.portcullis(["promote", "--yes"], (line, pid) => {
      if (interrupted || !words.test(line)) return;
      interrupted = true;
      process.kill(pid, "SIGINT");
    });
  }

  async function liveCommit(service: string): Promise<string | undefined> {
    const services = await project.ask<{ service: { id: string; name: string } }[]>("/services?limit=100");
    const id = services.find((each) => each.service.name === service)?.service.id;
    const deploys = await project.ask<{ deploy: { status: string; commit: { id: string } } }[]>(
      `/services/${id}/deploys`,
    );
    return deploys.find(({ deploy }) => deploy.status === "live")?.deploy.commit.id;
  }

  it("refuses what the other stack has not verified, and changes nothing", async () => {
    const { status, output } = await promote("--yes");
    assert.equal(status, 1, output);
    assert.match(output, /staging has no verified service/);
    assert.match(output, /refused: production was not changed/);
  });

  it("does not ask where there is no terminal", async () => {
    const { status, output } = await promote();
    assert.equal(status, 2);
    assert.match(output, /there is no terminal to ask on: type `--yes`/);
  });

  it("interrupted and typed again, gives production the commit that staging has verified, whatever the branch has by now", async () => {
    const { status, output } = await project.pulumi(["up", "-s", "staging", "--yes", "--skip-preview"]);
    assert.equal(status, 0, output);
    commit("not verified");
    const interrupted = await promoteUntil(/verification: port: pass/);
    assert.equal(interrupted.status, 130, interrupted.output);
    assert.match(interrupted.output, /type the same command again, and it goes on where it stopped/);
    const promoted = await promote("--yes");
    assert.equal(promoted.status, 0, promoted.output);
    assert.match(promoted.output, /production has what staging has verified, and is verified itself/);
    assert.equal(await liveCommit("navigator-production"), verified);
    const entries = readFileSync(path.join(project.records, "promotions.jsonl"), "utf8").trim().split("\n");
    assert.deepEqual(
      entries.map((entry) => JSON.parse(entry).result),
      ["interrupted", "promoted"],
    );
  });

  it("has nothing to do when it is typed again, and says what differs", async () => {
    const { status, output } = await promote("--dry-run", "--json");
    const report = JSON.parse(output.slice(output.indexOf("{")));
    assert.deepEqual([status, report.result], [0, "unchanged"], output);
    assert.deepEqual(
      report.services.map(({ now }: { now: string }) => now),
      [verified],
    );
    const keys = new Map(report.differences.map((one: { key: string }) => [one.key, one]));
    assert.deepEqual(keys.get("service.environment.ONLY_HERE"), {
      ...{
        key: "service.environment.ONLY_HERE",
        is: "missing",
        missingIn: "staging",
        secret: false,
        to: "yes",
      },
    });
    assert.deepEqual(keys.get("databasePassword"), { key: "databasePassword", is: "equal", secret: true });
  });

  it("leaves staging alone when production fails, says so, and files the record", async () => {
    const other = commit("broken");
    const file = path.join(project.root, "Pulumi.production.yaml");
    const before = readFileSync(file, "utf8");
    const staging = await liveCommit("navigator-staging");
    const document = parseDocument(before);
    document.setIn(["config", "portcullis:service", "environment", "EXIT"], "3");
    writeFileSync(file, document.toString());
    const { status, output } = await promote(
      "--yes",
      "--revision",
      other,
      "--override",
      "tried all the same",
    );
    assert.equal(status, 1, output);
    assert.match(output, /Override: .* because: tried all the same/);
    assert.match(
      output,
      /the update of production failed; staging was not touched, and Pulumi\.production\.yaml is as it was/,
    );
    assert.match(output, /The service goes on with its last live deploy/);
    assert.equal(await liveCommit("navigator-production"), verified);
    assert.equal(await liveCommit("navigator-staging"), staging);
    assert.ok(readdirSync(project.records).some((entry) => /^FR-\d+\.yaml$/.test(entry)));
    const last = readFileSync(path.join(project.records, "promotions.jsonl"), "utf8")
      .trim()
      .split("\n")
      .at(-1);
    const { result, override, services } = JSON.parse(last ?? "");
    assert.deepEqual([result, override, services], ["failed", "tried all the same", { main: other }]);
    assert.equal(readFileSync(file, "utf8"), document.toString());
  });
});
