import assert from "node:assert/strict";
import path from "node:path";
import { type Engine, findEngine } from "../../engine";
import { moveRecord, readRecord } from "../../records";
import { CANARY, type Run, TOKEN, VerifiedProject } from "./verified-project";

describe("pulumi up and the failure records", function () {
  this.timeout(30 * 60_000);
  let engine: Engine;
  let project: VerifiedProject;

  before(async () => {
    engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    project = await VerifiedProject.open(engine);
  });
  after(() => project.close());

  const up = (): Promise<Run> => project.pulumi(["up", "-s", "staging", "--yes", "--skip-preview"]);
  const record = () => readRecord(project.records, "FR-0001");

  it("files a failed verification and prints the record's id, counts it again, and verifies it once it is mended", async () => {
    const wrong = { PORT: String(project.otherPort) };
    await project.write("staging", { environment: wrong });
    const first = await up();
    assert.notEqual(first.status, 0);
    assert.match(
      first.output,
      /port\/mismatch[\s\S]*FR-0001 is its failure record: type `portcullis fracas show FR-0001`/,
    );
    const filed = record();
    assert.deepEqual(
      [filed?.status, filed?.environment, filed?.service, filed?.failureMode, filed?.count],
      ["open", "staging", "navigator-staging", "port/mismatch", 1],
    );

    // Another variable, so that there is another deploy.
    await project.write("staging", { environment: { ...wrong, TRY: "again" } });
    const second = await up();
    assert.match(second.output, /FR-0001 has counted it: this has been seen before/);
    assert.equal(record()?.count, 2);

    const given = { by: "Ada", rootCause: "PORT was set by hand" };
    await moveRecord(project.records, "FR-0001", "analysed", given);
    await moveRecord(project.records, "FR-0001", "corrected", { by: "Ada", commit: "0123abc" });
    await project.write("staging", {});
    const third = await up();
    assert.equal(third.status, 0, third.output);
    const verified = record();
    assert.equal(verified?.status, "verified");
    assert.match(JSON.stringify(verified?.history.at(-1)), /dep-/);
    const kept = await project.everythingKept();
    for (const secret of [CANARY, TOKEN]) assert.ok(!kept.includes(secret));
  });

  it("prints the command with the folder, where that is not the project's own", async () => {
    const other = path.join(project.records, "..", "kept elsewhere");
    await project.write("staging", {
      environment: { PORT: String(project.otherPort), TRY: "elsewhere" },
      verify: { records: "kept elsewhere" },
    });
    const { output } = await up();
    assert.ok(output.includes(`type \`portcullis fracas show FR-0001 --folder '${other}'\``), output);
  });

  it("writes none where the stack wants none", async () => {
    await project.write("staging", {
      environment: { PORT: String(project.otherPort), TRY: "unrecorded" },
      verify: { records: false },
    });
    const run = await up();
    assert.notEqual(run.status, 0);
    assert.doesNotMatch(run.output, /FR-\d/);
    assert.equal(record()?.status, "verified");
  });
});
