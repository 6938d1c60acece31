import assert from "node:assert/strict";
import { findEngine } from "../../engine";
import { type Run, VerifiedProject } from "./verified-project";

describe("pulumi up that is killed while it verifies", function () {
  this.timeout(30 * 60_000);
  this.bail(true); // Each step begins where the one before ended.
  let project: VerifiedProject;

  before(async () => {
    const engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    project = await VerifiedProject.open(engine);
  });
  after(() => project.close());

  const stack = "staging";
  const up = (onLine?: (line: string, pid: number) => void): Promise<Run> =>
    project.pulumi(["up", "-s", stack, "--yes", "--skip-preview"], "", onLine);
  const PENDING = /1 pending operations.*Verification::.*interrupted while creating/s;

  it("is typed again, verifies, and warns of what it had begun", async () => {
    await project.write(stack, { verify: { stability: "10m" } });
    let killed = false;
    await up((line, pid) => {
      if (killed || !line.includes("asking /health")) return;
      killed = true;
      process.kill(pid, "SIGKILL");
    });
    assert.ok(killed);
    const cancelled = await project.pulumi(["cancel", "-s", stack, "--yes"]);
    assert.equal(cancelled.status, 0, cancelled.output);
    await project.write(stack, { verify: { stability: "500ms" } });
    const again = await up();
    assert.equal(again.status, 0, again.output);
    assert.match(again.output, PENDING);
  });

  it("leaves no warning where a refresh clears it, which changes nothing", async () => {
    const cleared = await project.pulumi([
      ...["refresh", "-s", stack, "--clear-pending-creates", "--yes", "--skip-preview"],
    ]);
    assert.equal(cleared.status, 0, cleared.output);
    const unchanged = await up();
    assert.equal(unchanged.status, 0, unchanged.output);
    assert.doesNotMatch(unchanged.output, /pending operations/);
    assert.match(unchanged.output, /\d+ unchanged/);
    assert.doesNotMatch(unchanged.output, /created|updated|replaced/);
  });
});
