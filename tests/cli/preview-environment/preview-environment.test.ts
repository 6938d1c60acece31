import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { findEngine } from "../../../engine";
import { CANARY, VerifiedProject } from "../../components/verified-project";

describe("portcullis preview-environment", function () {
  this.timeout(10 * 60_000);
  let project: VerifiedProject;

  before(async () => {
    project = await VerifiedProject.open(await findEngine());
    await project.write("staging", { manageRole: true });
  });
  after(() => project.close());

  async function portcullis(...args: string[]) {
    const { status, output } = await project.portcullis(["preview-environment", ...args]);
    assert.doesNotMatch(output, new RegExp(CANARY));
    return { status, output };
  }

  const up = (...args: string[]) =>
    portcullis("up", "--pr", "7", "--branch", "my-change", "--comment", comment(), ...args);
  const comment = (): string => path.join(project.root, "comment.md");
  const file = (): string => path.join(project.root, "Pulumi.pr-7.yaml");

  const services = async (): Promise<readonly string[]> =>
    (await project.ask<{ service: { name: string } }[]>("/services?limit=100")).map(
      ({ service }) => service.name,
    );

  async function inDatabase(): Promise<readonly string[]> {
    const admin = await project.session();
    const { rows } = await admin.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles WHERE rolname ~ 'pr_7'
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspname ~ 'pr_7'`,
    );
    await admin.end();
    return rows.map(({ name }) => name);
  }

  it("fails as its service does, and is removed with all that the failed update made, from a fresh checkout", async () => {
    await project.write("staging", { manageRole: true, environment: { EXIT: "3" } });
    const failed = await up("--expires", "0m");
    assert.equal(failed.status, 1, failed.output);
    assert.deepEqual(await services(), ["navigator-staging-pr-7"]);
    assert.deepEqual(await inDatabase(), ["navigator_staging_pr_7", "navigator_staging_pr_7"]);
    assert.match(readFileSync(comment(), "utf8"), /### Preview environment `pr-7` failed/);
    rmSync(file());
    const { status, output } = await portcullis("expire", "--json");
    const { environments } = JSON.parse(output.slice(output.indexOf("{")));
    assert.deepEqual([status, environments[0].stack, environments[0].result], [0, "pr-7", "removed"], output);
    assert.deepEqual([await services(), await inDatabase()], [[], []]);
    assert.ok(!existsSync(file()));
  });

  it("has a service, role and schema of its own, is verified, and is kept until its time is over", async () => {
    await project.write("staging", { manageRole: true });
    const { status, output } = await up();
    assert.equal(status, 0, output);
    const { config } = parse(readFileSync(file(), "utf8"));
    const { name, branch } = config["portcullis:service"];
    assert.deepEqual([name, branch], ["navigator-staging-pr-7", "my-change"]);
    assert.notEqual(config["portcullis:databasePassword"].secure, undefined);
    const said = readFileSync(comment(), "utf8");
    assert.match(said, /### Preview environment `pr-7` is up and verified/);
    assert.match(said, /\| main \| ✓ database \|/);
    assert.match(said, /Instances: 1 × starter/);
    const kept = await portcullis("expire");
    assert.match(kept.output, /pr-7 {2}kept, expires 20/);
    const removed = await portcullis("down", "--pr", "7");
    assert.equal(removed.status, 0, removed.output);
    assert.deepEqual([await services(), await inDatabase()], [[], []]);
    const again = await portcullis("down", "--pr", "7");
    assert.deepEqual([again.status, /there is no pr-7/.test(again.output)], [0, true], again.output);
  });

  it("has a Supabase branch where one is declared: it is waited for, verified, and removed with the rest", async () => {
    const supabase = await project.branching();
    const { accessToken, endpoint } = supabase;
    process.env.SUPABASE_ACCESS_TOKEN = accessToken;
    process.env.SUPABASE_API_ENDPOINT = endpoint;
    try {
      await project.write("staging", { manageRole: true, database: { previewBranch: true } });
      const { status, output } = await up();
      assert.equal(status, 0, output);
      const [branch] = supabase.branches.of("abcdefghijklmnopqrst");
      const password = branch?.server?.adminPassword ?? "";
      assert.match(output, /the Supabase branch portcullis-pr-7: CREATING_PROJECT, COMING_UP, since 0 s/);
      assert.match(output, /the Supabase branch portcullis-pr-7 is ready/);
      const { config } = parse(readFileSync(file(), "utf8"));
      assert.equal(config["portcullis:database"].supabase.projectRef, branch?.ref);
      const history = await project.pulumi(["stack", "history", "--json", "-s", "pr-7"]);
      const first = JSON.parse(history.output).at(-1);
      const { expires, branches } = first.config["portcullis:previewEnvironment"].objectValue;
      assert.deepEqual(
        [first.kind, Date.parse(expires) > Date.now(), branches[0].name],
        ["refresh", true, "portcullis-pr-7"],
      );
      const said = readFileSync(comment(), "utf8");
      assert.match(said, /\| main \| ✓ database \|/);
      assert.match(said, /1 × starter; 1 Supabase branch, by running time/);
      const removed = await portcullis("down", "--pr", "7");
      assert.equal(removed.status, 0, removed.output);
      assert.deepEqual([await services(), supabase.branches.of("abcdefghijklmnopqrst")], [[], []]);
      const kept = [output, said, removed.output, await project.everythingKept()].join("\n");
      for (const secret of [accessToken, password]) assert.ok(!kept.includes(secret));
    } finally {
      delete process.env.SUPABASE_ACCESS_TOKEN;
      delete process.env.SUPABASE_API_ENDPOINT;
      await supabase.stop();
    }
  });
});
