import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { VerificationInputs } from "../../components/verification";
import type { VerificationResult } from "../../components/verification/result";
import { verify } from "../../components/verification/verify";
import type { Postgres } from "../../rehearsal/postgres";
import { RenderClient } from "../../render-api";
import { CalledRender } from "../rehearsal/render/called-render";
import { LyingService, trustingPostgres } from "./lying-service";

/** What the health check answers, one after the other, from its first question after the deploy is live. */
interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds. */
  readonly after?: number;
}

const json = (value: unknown): Said => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

const page = (title: string): string => `<!doctype html><html><head><title>${title}</title></head></html>`;

/** Writes what a program writes whose part in the background ended. */
const LINES = {
  asyncio: [
    "Task exception was never retrieved",
    "future: <Task finished name='Task-3' coro=<consume() done, defined at /app/main.py:12> exception=KeyError('id')>",
    "Traceback (most recent call last):",
    '  File "/app/main.py", line 15, in consume',
    "KeyError: 'id'",
  ],
  supervisord: [
    "2026-11-30 10:00:03,000 INFO exited: worker (exit status 1; not expected)",
    "2026-11-30 10:00:09,000 INFO gave up: worker entered FATAL state, too many start retries too quickly",
  ],
  restarted: [
    "2026-11-30 10:00:03,000 INFO exited: worker (exit status 1; not expected)",
    "2026-11-30 10:00:04,000 INFO spawned: 'worker' with pid 12",
    "2026-11-30 10:00:05,000 INFO success: worker entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)",
  ],
} as const;

describe("A verification of a service that is live, and not what it seems", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let service: LyingService | undefined;
  before(async () => {
    postgres = await trustingPostgres();
  });
  after(() => postgres.stop());
  afterEach(() => service?.close());

  async function checked(
    variables: Readonly<Record<string, string>>,
    change: Partial<VerificationInputs> = {},
  ) {
    service = await LyingService.open(postgres, variables);
    const result = await service.verified(change);
    const said = (name: string) => result.checks.find((one) => one.name === name);
    return { outcome: result.outcome, said, all: JSON.stringify(result.checks) };
  }
  const answering = (said: readonly Said[], change: Partial<VerificationInputs> = {}) =>
    checked({ SAYS: JSON.stringify(said) }, change);

  it("fails one whose health check leads to itself for ever, as behind a proxy that ends TLS", async () => {
    const { outcome, said, all } = await answering([{ status: 301, headers: { location: "SELF" } }]);
    assert.equal(outcome, "fail", all);
    assert.match(said("health")?.detail ?? "", /GET \/health: got 301 to itself/);
  });

  it("fails one in whose place a page for a time of maintenance answers with 200", async () => {
    const headers = { "content-type": "text/html", "retry-after": "3600" };
    const { outcome, said, all } = await answering([{ headers, body: page("We will be back soon") }]);
    assert.equal(outcome, "fail", all);
    assert.match(said("health")?.detail ?? "", /200, but .*retry-after.*We will be back soon/i);
  });

  it("does not decide where a cache answers with what is older than the deploy", async () => {
    const { outcome, said, all } = await answering([{ headers: { age: "86400" } }]);
    assert.equal(outcome, "not-decided", all);
    assert.match(said("health")?.detail ?? "", /from a cache, 86400 s old/);
  });

  it("fails one whose health check says with 200 that it is not healthy, in other fields than `status`", async () => {
    for (const value of [{ healthy: false, database: "unreachable" }, { ok: false }, { success: false }]) {
      const { outcome, said, all } = await answering([json(value)]);
      assert.equal(outcome, "fail", all);
      assert.match(said("health")?.detail ?? "", /200, but its JSON says `(?:healthy|ok|success)`: `false`/);
      await service?.close();
    }
  });

  it("passes one that is healthy by its own account, and says which part of it is not", async () => {
    const { outcome, said, all } = await answering([json({ status: "ok", database: { status: "down" } })]);
    assert.equal(outcome, "pass", all);
    assert.match(said("health")?.detail ?? "", /200; its JSON says `database.status`: `down`$/);
  });

  it("passes one whose health check answers with a page, and says so", async () => {
    const { outcome, said, all } = await answering([
      { headers: { "content-type": "text/html" }, body: page("Shop") },
    ]);
    assert.equal(outcome, "pass", all);
    assert.match(said("health")?.detail ?? "", /200; it is a page, as an application with one page answers/);
  });

  it("fails one that is ready and not ready by turns", async () => {
    const turns = [{}, {}, { status: 503, body: "starting" }];
    const { outcome, said, all } = await answering(turns, { stability: 1_000 });
    assert.equal(outcome, "fail", all);
    assert.match(said("stability")?.detail ?? "", /got 503/);
  });

  for (const [what, lines, words] of [
    ["a task of asyncio that ended", LINES.asyncio, /Task exception was never retrieved.*KeyError: 'id'/],
    ["a program that supervisord gave up", LINES.supervisord, /supervisord gave up `worker`/],
  ] as const)
    it(`passes one whose health check is right, and says ${what}`, async () => {
      const { outcome, said, all } = await checked({ SAY: lines.join("\n") });
      assert.equal(outcome, "pass", all);
      assert.match(said("log")?.detail ?? "", words);
    });

  it("says nothing of a part that was started again and stays", async () => {
    const { outcome, said, all } = await checked({ SAY: LINES.restarted.join("\n") });
    assert.equal(outcome, "pass", all);
    assert.match(said("log")?.detail ?? "", /^no decisive error in \d+ lines$/);
  });

  it("passes one that answers only to its own host's name", async () => {
    const { outcome, all } = await checked({ HOST_ONLY: "yes" }, { stability: 500 });
    assert.equal(outcome, "pass", all);
  });

  it("passes one whose health check leads to its path with a slash", async () => {
    const { outcome, all } = await answering([{ status: 308, headers: { location: "/health/" } }]);
    assert.equal(outcome, "pass", all);
  });

  it("passes one that says what is in order by words that are of faults elsewhere", async () => {
    const value = { status: "ok", ok: true, error: null, failed: 0, maintenance: false, success: true };
    const said = { ...json(value), headers: { "content-type": "application/json", age: "0" } };
    const { outcome, all } = await answering([said], { stability: 500 });
    assert.equal(outcome, "pass", all);
  });

  it("passes one whose first answer takes its time", async () => {
    const { outcome, all } = await answering([{ after: 3_000 }, {}], { stability: 500 });
    assert.equal(outcome, "pass", all);
  });

  const endpoint = (path: string) => ({
    ...{ name: path, method: "GET", path, headers: {}, timeout: 10_000, expect: { status: 200 } },
  });

  it("fails one that ends after an answer and is up again before it is watched", async () => {
    service = await LyingService.open(postgres);
    const schedule = { initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline: 60_000 };
    const result = await service.verified({
      endpoints: [endpoint("/become/exit"), endpoint("/health")],
      schedule: { ...schedule, consecutiveErrorLimit: 300, consecutiveSuccessLimit: 0 },
      stability: 500,
    });
    const stability = result.checks.find(({ name }) => name === "stability");
    assert.equal(result.outcome, "fail", JSON.stringify(result.checks));
    assert.equal(stability?.mode, "process/crash-loop", stability?.detail);
  });

  it("fails one whose health check leads to a page for a time of maintenance or an error", async () => {
    for (const location of [
      "/maintenance",
      "/errors/503.html",
      "https://status.example.com/maintenance.html?from=api",
    ]) {
      const { outcome, said, all } = await answering([{ status: 302, headers: { location } }]);
      assert.equal(outcome, "fail", all);
      assert.match(said("health")?.detail ?? "", /got 302 to .*, a page in place of the service/);
      await service?.close();
    }
  });

  it("fails one whose health check says with 200 and in plain words that it is not healthy", async () => {
    const headers = { "content-type": "text/plain; charset=utf-8" };
    const { outcome, said, all } = await answering([{ headers, body: "Unhealthy" }]);
    assert.equal(outcome, "fail", all);
    assert.match(said("health")?.detail ?? "", /200, but it says `Unhealthy`/);
  });

  it("asks the service alone, whatever an endpoint's path looks like", async () => {
    const { outcome, said, all } = await checked(
      {},
      { endpoints: [endpoint("//peer.invalid/health")], addresses: {} },
    );
    assert.equal(outcome, "pass", all);
    assert.match(said("//peer.invalid/health")?.detail ?? "", /: 200$/);
  });

  it("passes one whose health check leads on, or says in plain words that it is healthy", async () => {
    const turns = [
      { status: 302, headers: { location: "/health/live" } },
      { headers: { "content-type": "text/plain" }, body: "Healthy" },
      { headers: { "content-type": "text/plain" }, body: "no error, nothing is down\n" },
    ];
    const { outcome, all } = await answering(turns, { stability: 1_000 });
    assert.equal(outcome, "pass", all);
  });

  it("says of a deploy that was rolled back what it is, where it is verified again", async () => {
    service = await LyingService.open(postgres);
    const { at, called, deployId: first } = service;
    await called.ended(at.serviceId, first);
    const { id } = await called.ask("POST", `/services/${at.serviceId}/deploys`, {});
    await called.ended(at.serviceId, id);
    const back = await called.ask("POST", `/services/${at.serviceId}/rollback`, { deployId: first });
    await called.ended(at.serviceId, back.id);
    const result = await service.verified({ deployId: id });
    const [deploy] = result.checks;
    assert.equal(result.outcome, "fail", JSON.stringify(result.checks));
    assert.match(
      deploy?.detail ?? "",
      new RegExp(`^deploy ${id} was live and was rolled back: deploy ${back.id}, a rollback, is live`),
    );
  });
});

describe("A verification of a worker that does its work once", () => {
  let called: CalledRender;
  before(async () => {
    called = await CalledRender.open({ timings: { workerUp: 0.2, backoff: 0.05 } });
    await writeFile(path.join(called.source, "once.js"), "setTimeout(() => console.log('done'), 1_000);\n");
  });
  after(() => called.close());

  it("fails, since Render starts it again and again although it ends in order", async () => {
    const { service, deployId } = await called.ask(
      "POST",
      "/services",
      called.post(
        { type: "background_worker", name: "once" },
        { envSpecificDetails: { buildCommand: "true", startCommand: "exec node once.js" } },
      ),
    );
    const { host, apiKey } = called.render;
    const inputs: VerificationInputs = {
      ...{ service: "once", serviceId: service.id, deployId, url: "", databaseUrl: "", type: "worker" },
      ...{ healthCheckPath: "", endpoints: [], stability: 3_000, rollback: false, environment: "staging" },
      ...{ records: false, addresses: {} },
      schedule: {
        ...{ initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline: 60_000 },
        ...{ consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
      },
    };
    const to = { signal: new AbortController().signal, onProgress: () => undefined };
    const at = { client: new RenderClient({ host, apiKey }), serviceId: service.id };
    const { result }: { readonly result: VerificationResult } = await verify(at, inputs, to);
    const stability = result.checks.find(({ name }) => name === "stability");
    assert.deepEqual([result.outcome, stability?.mode], ["fail", "process/crash-loop"], stability?.detail);
    assert.match(stability?.detail ?? "", /started again .*status 0/);
  });
});
