import assert from "node:assert/strict";
import { findEngine } from "../../../engine";
import { CANARY, TOKEN, VerifiedProject } from "../../components/verified-project";

describe("portcullis drift", function () {
  this.timeout(10 * 60_000);
  let project: VerifiedProject;

  before(async () => {
    project = await VerifiedProject.open(await findEngine());
    await project.write("staging", { environment: { LOG_LEVEL: "info" } });
  });
  after(() => project.close());

  async function drift(...args: string[]) {
    const { status, output } = await project.portcullis(["drift", ...args]);
    assert.doesNotMatch(output, new RegExp(`${CANARY}|${TOKEN}|c4nary`));
    return { status, output };
  }

  const state = async (): Promise<string> =>
    (await project.pulumi(["stack", "export", "-s", "staging"])).output;

  it("is not decided of a stack that is not deployed", async () => {
    const { status, output } = await drift("staging");
    assert.equal(status, 3, output);
    assert.match(output, /staging {2}not deployed/);
  });

  it("finds nothing after an update, and leaves the state alone", async () => {
    const { status, output } = await project.pulumi(["up", "-s", "staging", "--yes", "--skip-preview"]);
    assert.equal(status, 0, output);
    const before = await state();
    const none = await drift("staging", "--json");
    const { stacks } = JSON.parse(none.output.slice(none.output.indexOf("{")));
    assert.deepEqual([none.status, stacks[0].result, stacks[0].resources], [0, "none", []], none.output);
    assert.deepEqual(
      stacks[0].findings.filter(({ level }: { level: string }) => level === "mandatory"),
      [],
    );
    assert.equal(await state(), before);
  });

  it("finds what was changed by hand, judges it, and repeats no value of a variable", async () => {
    const before = await state();
    const [{ service }] = await project.ask<[{ service: { id: string } }]>("/services?limit=100");
    for (const [key, value] of [
      ["PORT", "10000"],
      ["BY_HAND", "c4nary-by-hand"],
    ]) {
      await project.ask(`/services/${service.id}/env-vars/${key}`, "PUT", { value });
    }
    const { status, output } = await drift("staging");
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
});
