import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { findEngine } from "../../engine";
import { CANARY, TOKEN, VerifiedProject } from "../components/verified-project";

describe("Commands on a deployed stack", function () {
  this.timeout(10 * 60_000);
  let project: VerifiedProject;

  before(async () => {
    project = await VerifiedProject.open(await findEngine());
    const headers = { authorization: `Bearer ${TOKEN}` };
    const signIn = { name: "sign-in", method: "POST", path: "/auth/login", headers };
    await project.write("staging", {
      environment: { LOG_LEVEL: "info" },
      verify: { endpoints: [signIn], records: "fracas" },
    });
  });
  after(() => project.close());

  async function portcullis(...args: string[]) {
    const { status, output } = await project.portcullis(args);
    assert.doesNotMatch(output, new RegExp(`${CANARY}|${TOKEN}|c4nary`));
    return { status, output };
  }

  const state = async (): Promise<string> =>
    (await project.pulumi(["stack", "export", "-s", "staging"])).output;

  it("drift is not decided of a stack that is not deployed", async () => {
    const { status, output } = await portcullis("drift", "staging");
    assert.equal(status, 3, output);
    assert.match(output, /staging {2}not deployed/);
  });

  it("drift finds nothing after an update, and leaves the state alone", async () => {
    const { status, output } = await project.pulumi(["up", "-s", "staging", "--yes", "--skip-preview"]);
    assert.equal(status, 0, output);
    const before = await state();
    const none = await portcullis("drift", "staging", "--json");
    const { stacks } = JSON.parse(none.output.slice(none.output.indexOf("{")));
    assert.deepEqual([none.status, stacks[0].result, stacks[0].resources], [0, "none", []], none.output);
    assert.deepEqual(
      stacks[0].findings.filter(({ level }: { level: string }) => level === "mandatory"),
      [],
    );
    assert.equal(await state(), before);
  });

  it("drift finds what was changed by hand, judges it, and repeats no value of a variable", async () => {
    const before = await state();
    const [{ service }] = await project.ask<[{ service: { id: string } }]>("/services?limit=100");
    for (const [key, value] of [
      ["PORT", "10000"],
      ["BY_HAND", "c4nary-by-hand"],
    ]) {
      await project.ask(`/services/${service.id}/env-vars/${key}`, "PUT", { value });
    }
    const { status, output } = await portcullis("drift", "staging");
    assert.equal(status, 1, output);
    assert.match(output, /navigator-staging-service-web \(render:index\/webService:WebService\)/);
    assert.match(output, /envVars\.BY_HAND: added$/m);
    assert.match(output, /envVars\.PORT\.value: changed$/m);
    assert.match(
      output,
      /mandatory port-agreement: .*variable PORT: expected \d+, the declared port, got 10000/,
    );
    assert.equal(await state(), before);
  });

  it("monitor asks what the verification asked, and passes", async () => {
    const { status, output } = await portcullis(
      "monitor",
      "-s",
      "staging",
      "--times",
      "2",
      "--every",
      "5s",
      "--json",
    );
    const { services, rounds } = JSON.parse(output.slice(output.indexOf("{")));
    assert.deepEqual([status, rounds, services[0].result.outcome], [0, 2, "pass"], output);
    const asked = services[0].result.checks.map(({ name }: { name: string }) => name);
    assert.deepEqual(asked, ["deploy", "port", "database", "health", "sign-in"]);
  });

  it("monitor files what fails twice, and ends", async () => {
    const [{ service }] =
      await project.ask<[{ service: { serviceDetails: { url: string } } }]>("/services?limit=100");
    await fetch(`${service.serviceDetails.url}/sicken`);
    const { status, output } = await portcullis("monitor", "-s", "staging", "--times", "9", "--again", "1s");
    assert.equal(status, 1, output);
    assert.match(output, /round 1 of 9/);
    assert.doesNotMatch(output, /round 2/);
    assert.match(output, /navigator-staging {2}FAILED twice/);
    assert.match(output, /✗ health: GET \/health: expected 200 to 399, got 500/);
    const [id] = /FR-\d+/.exec(output) ?? [];
    assert.ok(existsSync(path.join(project.records, `${id}.yaml`)), output);
  });
});
