import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { StabilityLimits, VerificationInputs } from "../../components/verification/inputs";
import type { Check, VerificationResult } from "../../components/verification/result";
import { verify } from "../../components/verification/verify";
import { RenderClient } from "../../render-api";
import { freePort } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";

/**
 * A server whose fault is named by the variable FAULT. What grows, ends or refuses does so once the window is open,
 * which a file says: not before, and not by the time.
 */
const SERVER = `
const { existsSync, unlinkSync } = require("node:fs");
// Beside this what the interpreter itself takes in its first seconds is little.
const kept = [Buffer.alloc(64 * 1024 * 1024, 1)];
const { FAULT, OPENED = "" } = process.env;
const isOpen = () => existsSync(OPENED);
let asked = 0;
const faults = {
  // Two questions are enough, and any number of them stays below the plan's memory.
  leak: () => isOpen() && kept.length < 40 && kept.push(Buffer.alloc(8 * 1024 * 1024, 1)),
  error: () => console.error("ERROR: order " + asked + " of 'customer " + asked + "' could not be charged"),
  exit: () => isOpen() && (unlinkSync(OPENED), process.exit(3)),
};
if (FAULT === "leak-alone") setInterval(faults.leak, 200);
if (!process.env.ALONE)
  require("node:http").createServer((request, response) => {
    asked += 1;
    faults[FAULT]?.();
    response.statusCode = FAULT === "refuse" && isOpen() ? 500 : 200;
    setTimeout(() => response.end("ok"), FAULT === "slow" ? 2_000 : 0);
  }).listen(process.env.PORT, "0.0.0.0");
`;

const SCHEDULE = {
  ...{ initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline: 60_000 },
  ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
};

interface Deployed {
  readonly result: VerificationResult;
  readonly stability: Check | undefined;
}

describe("The stability window of a running process", () => {
  let called: CalledRender;

  /** All at once: each is a service of its own, and most of the time is the windows'. */
  let services: ReturnType<typeof all>;

  const all = () => ({
    sound: deployed([""], { p50: 5_000, maxMemoryGrowth: 1 }, { window: 4_000 }),
    // Long enough that a busy machine, which asks and measures late, sees it.
    leaking: deployed(["leak"], { maxMemoryGrowth: 0.12 }, { window: 6_000 }),
    worker: deployed(["leak-alone"], { maxMemoryGrowth: 0.12 }, { window: 6_000, type: "worker" }),
    errors: deployed(["", "error", "error"], { previous: { newErrors: 0 } }),
    slow: deployed(["", "slow", ""], { previous: { latency: 2, errorRate: 0 } }),
    exiting: deployed(["exit"], { maxErrorRate: 0.9 }, { window: 6_000 }),
    refusing: deployed(["refuse"], { maxErrorRate: 0.1 }, { window: 6_000 }),
  });

  before(async () => {
    called = await CalledRender.open({ timings: { workerUp: 0.2 } });
    await writeFile(path.join(called.source, "server.js"), SERVER);
    services = all();
    await Promise.allSettled(Object.values(services));
  });
  after(() => called.close());

  /** Deploys one service as often as there are faults, and verifies each deploy, the second against the first. */
  async function deployed(
    faults: readonly string[],
    limits: Partial<StabilityLimits>,
    { window = 1_000, type = "web" as "web" | "worker" } = {},
  ): Promise<readonly Deployed[]> {
    const opened = path.join(called.source, `opened-${await freePort()}`);
    const variables = (fault: string) => [
      { key: "FAULT", value: fault },
      { key: "OPENED", value: opened },
      ...(type === "worker" ? [{ key: "ALONE", value: "yes" }] : []),
      ...(type === "web" ? [{ key: "PORT", value: port }] : []),
    ];
    const port = String(await freePort());
    const commands = { buildCommand: "true", startCommand: "exec node server.js" };
    const { service, deployId: first } = await called.ask(
      "POST",
      "/services",
      called.post(
        {
          type: type === "web" ? "web_service" : "background_worker",
          ...{ name: `shop-${port}`, envVars: variables(faults[0] ?? "") },
        },
        { envSpecificDetails: commands },
      ),
    );
    const found: Deployed[] = [];
    for (const [index, fault] of faults.entries()) {
      let deployId = first;
      if (index > 0) {
        await called.ask("PUT", `/services/${service.id}/env-vars`, variables(fault));
        deployId = (await called.ask("POST", `/services/${service.id}/deploys`, {})).id;
      }
      const result = await verified(
        service,
        deployId,
        { type, window, limits, opened },
        found.at(-1)?.result,
      );
      found.push({ result, stability: result.checks.find(({ name }) => name === "stability") });
    }
    return found;
  }

  async function verified(
    service: { readonly id: string; readonly serviceDetails: { readonly url: string } },
    deployId: string,
    {
      type,
      window,
      limits,
      opened,
    }: { type: "web" | "worker"; window: number; limits: Partial<StabilityLimits>; opened: string },
    before: VerificationResult | undefined,
  ): Promise<VerificationResult> {
    const { host, apiKey } = called.render;
    const inputs: VerificationInputs = {
      ...{ service: "shop", serviceId: service.id, deployId, type, databaseUrl: "" },
      url: service.serviceDetails.url ?? "",
      ...{ healthCheckPath: "", endpoints: [], rollback: false, environment: "staging" },
      ...{ records: false, addresses: {}, schedule: SCHEDULE, stability: window },
      stabilityLimits: { interval: 100, maxErrorRate: 0, ...limits },
    };
    const onProgress = (words: string): void => {
      if (/^stability: (?:asking|watching) /.test(words)) writeFileSync(opened, "");
    };
    const to = { signal: new AbortController().signal, onProgress };
    const at = { client: new RenderClient({ host, apiKey }), serviceId: service.id };
    return (await verify(at, inputs, { ...to, previous: before?.window })).result;
  }

  it("passes one in order, and keeps what was measured", async () => {
    const [now] = await services.sound;
    assert.equal(now?.result.outcome, "pass", now?.stability?.detail);
    const { window, deployId } = now.result;
    assert.deepEqual([window?.deployId, window?.asked?.errorRate, window?.errors], [deployId, 0, []]);
    assert.ok((window?.memory?.peak ?? 0) > 64 * 1024 * 1024, JSON.stringify(window));
    assert.match(now.stability?.detail ?? "", /\d+ probes .*p50 \d+ ms .*; memory (?:grew|fell) by [\d.]+ %/);
  });

  it("fails one whose memory grows with each question", async () => {
    const [now] = await services.leaking;
    assert.deepEqual(
      [now?.result.outcome, now?.stability?.outcome],
      ["fail", "fail"],
      now?.stability?.detail,
    );
    assert.match(now?.stability?.detail ?? "", /memory grew by \d+(?:\.\d)? % \(at most 12 %\)/);
  });

  it("fails a worker whose memory grows, though nothing can be asked of it", async () => {
    const [now] = await services.worker;
    assert.deepEqual(
      [now?.result.outcome, now?.stability?.outcome],
      ["fail", "fail"],
      now?.stability?.detail,
    );
  });

  it("fails a deploy that writes a kind of error that the deploy before did not, and quotes it", async () => {
    const [before, now] = await services.errors;
    assert.match(before?.stability?.detail ?? "", /no window of a deploy before to compare with/);
    assert.equal(now?.stability?.outcome, "fail", now?.stability?.detail);
    assert.match(
      now?.stability?.detail ?? "",
      new RegExp(
        `compared with the window of ${before?.result.deployId}: 1 new kinds of error lines \\(at most 0\\): ERROR: order \\d+ of`,
      ),
    );
  });

  it("passes the errors that the deploy before wrote, whatever they name, and keeps none of their words", async () => {
    const [, before, now] = await services.errors;
    assert.equal(before?.result.window?.errors?.length, 1);
    assert.equal(now?.result.outcome, "pass", now?.stability?.detail);
    assert.doesNotMatch(JSON.stringify(now.result.window), /customer/);
  });

  it("fails one that is slower than the deploy before, and passes one that is faster", async () => {
    const [, slower, faster] = await services.slow;
    assert.equal(slower?.stability?.outcome, "fail", slower?.stability?.detail);
    assert.match(slower?.stability?.detail ?? "", /p50 \d{3,} ms, \d+ ms before \(at most 2 times that\)/);
    assert.equal(faster?.result.outcome, "pass", faster?.stability?.detail);
  });

  it("fails one that is started again in the window", async () => {
    const [now] = await services.exiting;
    assert.equal(now?.stability?.mode, "process/crash-loop", now?.stability?.detail);
  });

  it("fails one with more errors than declared, and says the last", async () => {
    const [now] = await services.refusing;
    assert.equal(now?.stability?.outcome, "fail", now?.stability?.detail);
    assert.match(now?.stability?.detail ?? "", /error rate \d.*\(at most 10 %\); last error: .*500/);
  });
});
