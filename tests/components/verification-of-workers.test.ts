import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { VerificationInputs } from "../../components/verification/inputs";
import type { VerificationResult } from "../../components/verification/result";
import { verify } from "../../components/verification/verify";
import { RenderClient } from "../../render-api";
import { CalledRender } from "../rehearsal/render/called-render";

/** Writes what a worker writes whose broker answers after so many tries; never, where there is no number. */
const WORKER = `
let tries = 0;
const connect = () => {
  if (tries++ >= Number(process.env.TRIES || Infinity)) return process.env.SILENT || console.log("ready, 0 jobs");
  console.error("consumer: Cannot connect to amqp://guest:s3cr3t-w0rd@127.0.0.1:5672//: [Errno 111] Connection refused.");
  console.error("Trying again in 0.20 seconds... (" + tries + "/100)");
  setTimeout(connect, 200);
};
connect();
setInterval(() => undefined, 1000);
`;

describe("A verification of a worker", () => {
  let called: CalledRender;

  before(async () => {
    called = await CalledRender.open({ timings: { workerUp: 0.5 } });
    await writeFile(path.join(called.source, "worker.js"), WORKER);
  });
  after(() => called.close());

  async function verified(
    tries: string,
    silent = "",
    job: { readonly startCommand: string; readonly schedule?: string } = {
      startCommand: "exec node worker.js",
    },
  ): Promise<VerificationResult> {
    const { startCommand, ...details } = job;
    const isCron = details.schedule !== undefined;
    const commands = { buildCommand: "true", startCommand };
    const envVars = [
      { key: "TRIES", value: tries },
      { key: "SILENT", value: silent },
    ];
    const { service, deployId } = await called.ask(
      "POST",
      "/services",
      called.post(
        { type: isCron ? "cron_job" : "background_worker", name: `jobs${tries}${silent}`, envVars },
        { envSpecificDetails: commands, ...details },
      ),
    );
    const { host, apiKey } = called.render;
    const at = { client: new RenderClient({ host, apiKey }), serviceId: service.id };
    const inputs: VerificationInputs = {
      ...{ service: "jobs", serviceId: service.id, deployId, url: "", databaseUrl: "" },
      type: isCron ? "cron" : "worker",
      ...{ healthCheckPath: "", endpoints: [], stability: 1000, rollback: false, environment: "staging" },
      ...{ records: false, addresses: {} },
      schedule: {
        ...{ initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline: 60_000 },
        ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
      },
    };
    const { signal } = new AbortController();
    return (await verify(at, inputs, { signal, onProgress: () => undefined })).result;
  }

  it("fails one that only tries again to reach its broker, for as long as it is watched", async () => {
    const result = await verified("");
    const stability = result.checks.find(({ name }) => name === "stability");
    assert.deepEqual(
      [result.outcome, stability?.outcome, stability?.mode],
      ["fail", "fail", "broker/refused"],
    );
    assert.match(stability?.detail ?? "", /all that it says is that it cannot connect, \d+ times: consumer/);
    assert.doesNotMatch(JSON.stringify(result), /s3cr3t-w0rd/);
  });

  it("passes one that recovered", async () => {
    const result = await verified("2");
    assert.equal(result.outcome, "pass", JSON.stringify(result));
  });

  it("passes one that recovered and says nothing of that, as soon as its next try is past", async () => {
    const result = await verified("2", "yes");
    assert.equal(result.outcome, "pass", JSON.stringify(result));
  });

  it("says of a cron job's run that failed what its log says, and not only how it ended", async () => {
    const program = 'throw new Error("connect ECONNREFUSED 127.0.0.1:5432")';
    await writeFile(path.join(called.source, "report.js"), program);
    const nightly = { startCommand: "exec node report.js", schedule: "0 3 1 1 *" };
    const { outcome, checks } = await verified("0", "nightly", nightly);
    const run = checks.find(({ kind }) => kind === "run");
    assert.deepEqual([outcome, run?.mode], ["fail", "database/refused"]);
    assert.match(run?.detail ?? "", /a run failed: it ended with status 1: .*ECONNREFUSED 127\.0\.0\.1:5432/);
  });

  it("says of a cron job's run that ended in order what it met", async () => {
    const met = "TypeError: Cannot read properties of undefined (reading 'id')";
    await writeFile(
      path.join(called.source, "met.js"),
      `console.error(${JSON.stringify(met)}); console.log("0 mails");`,
    );
    await writeFile(path.join(called.source, "sound.js"), 'console.log("3 mails, 0 errors");');
    const job = (file: string) => ({ startCommand: `exec node ${file}`, schedule: "0 3 1 1 *" });
    const found = await verified("0", "met", job("met.js"));
    const sound = await verified("0", "sound", job("sound.js"));
    const log = ({ checks }: VerificationResult) => checks.find(({ name }) => name === "log")?.detail ?? "";
    assert.deepEqual([found.outcome, sound.outcome], ["pass", "pass"], JSON.stringify([found, sound]));
    assert.match(log(found), /it went on after process\/exception \(the log says: TypeError/);
    assert.match(log(sound), /^no decisive error in \d+ lines$/);
  });
});
