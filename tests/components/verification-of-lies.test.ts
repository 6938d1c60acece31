import assert from "node:assert/strict";
import { Client } from "pg";
import type { VerificationResult } from "../../components/verification/result";
import { rollBack } from "../../components/verification/rollback";
import { pass } from "../../probes";
import type { Postgres } from "../../rehearsal/postgres";
import { RETRY_POLICY, RenderClient } from "../../render-api";
import { LyingService, TRUSTED, trustingPostgres } from "./lying-service";

const live = (id: string) => ({ answer: pass("live"), live: id, ended: true, log: undefined });
const HOURS = 10 * 3_600_000;
const checkOf = (result: VerificationResult, name: string) => {
  const check = result.checks.find((each) => each.name === name);
  assert.ok(check, JSON.stringify(result.checks));
  return check;
};

describe("A verification of a service that lies or breaks", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let service: LyingService;
  before(async () => {
    postgres = await trustingPostgres();
  });
  after(() => postgres.stop());
  afterEach(() => service.close());

  it("passes a sound one, by what Render gave it", async () => {
    service = await LyingService.open(postgres);
    // As in a rehearsal: at Render a service reaches no database of this machine.
    const at = `${postgres.host}:${postgres.port}`;
    const result = await service.verified({
      stability: 500,
      ways: { driverSettings: {} },
      addresses: { [at]: at },
    });
    assert.equal(result.outcome, "pass", JSON.stringify(result));
    assert.match(
      checkOf(result, "ways of database").detail,
      /^declared to 127\.0\.0\.1:\d+ works, session mode/,
    );
    assert.match(checkOf(result, "stability").detail, /was healthy for 0\.5 s, asked 3 times/);
  });

  it("asks the URL that the service got, not the one that the stack derives", async () => {
    const wrong = "wr0ng-p4ssword";
    service = await LyingService.open(postgres);
    const url = `postgresql://navigator:${wrong}@127.0.0.1:${postgres.port}/postgres`;
    await service.called.ask("PUT", `/services/${service.at.serviceId}/env-vars/DATABASE_URL`, {
      value: url,
    });
    const result = await service.verified();
    const check = checkOf(result, "database");
    assert.deepEqual([check.outcome, check.mode], ["fail", "database/credentials"]);
    assert.ok(!JSON.stringify(result).includes(wrong));
  });

  it("asks a URL under another name too", async () => {
    service = await LyingService.open(postgres, {
      DIRECT_URL: "postgresql://navigator:x@127.0.0.1:1/postgres",
    });
    const result = await service.verified();
    assert.equal(checkOf(result, "database").outcome, "pass");
    assert.equal(checkOf(result, "DIRECT_URL").outcome, "not-decided");
    assert.notEqual(result.outcome, "pass");
  });

  it("asks a URL that a linked group gives it, unless its own variable wins", async () => {
    service = await LyingService.open(postgres);
    const { called, at } = service;
    const value = "postgresql://navigator:x@127.0.0.1:1/postgres";
    const { id } = await called.ask("POST", "/env-groups", {
      name: "shared",
      ownerId: called.render.ownerId,
      envVars: ["DATABASE_URL", "REPORTS_URL"].map((key) => ({ key, value })),
    });
    await called.ask("POST", `/env-groups/${id}/services/${at.serviceId}`, {});
    const both = await service.verified();
    assert.equal(checkOf(both, "database").outcome, "pass");
    assert.equal(checkOf(both, "REPORTS_URL").outcome, "not-decided");
    await called.ask("DELETE", `/services/${at.serviceId}/env-vars/DATABASE_URL`);
    assert.equal(checkOf(await service.verified(), "database").outcome, "not-decided");
  });

  it("asks each of several databases, with what is declared of it", async () => {
    const { host, port, adminUser: user, adminPassword: password } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query("CREATE SCHEMA reports CREATE TABLE views (id int)");
    await admin.end();
    const url = (database: string) =>
      `postgresql://navigator:${TRUSTED}@127.0.0.1:${port}/${database}?application_name=another`;
    const declared = (schema: string) => ({
      driver: "psycopg" as const,
      access: { privileges: "read-write" as const, schemas: [schema] },
    });
    service = await LyingService.open(postgres, { REPORTS_URL: url("postgres") });
    const result = await service.verified({
      databases: {
        REPORTS_URL: { url: url("postgres"), ...declared("reports") },
        // Render has no such variable: the stack's own is asked.
        ARCHIVE_URL: { url: url("archive"), ...declared("public") },
      },
    });
    assert.equal(checkOf(result, "database").outcome, "pass");
    const named = result.checks.filter(({ kind }) => kind === "database").map(({ name }) => name);
    assert.deepEqual(named, ["database", "REPORTS_URL", "ARCHIVE_URL"]);
    assert.match(checkOf(result, "REPORTS_URL").detail, /views|reports/);
    assert.match(checkOf(result, "ARCHIVE_URL").detail, /archive/);
    assert.deepEqual(
      [checkOf(result, "REPORTS_URL").outcome, checkOf(result, "ARCHIVE_URL").outcome],
      ["fail", "fail"],
    );
  });

  it("refuses one whose log names the declared port while it listens elsewhere", async () => {
    service = await LyingService.open(postgres, { LISTEN_ON: "0" });
    const words = `INFO:     Uvicorn running on http://0.0.0.0:${service.port} (Press CTRL+C to quit)`;
    await service.called.ask("PUT", `/services/${service.at.serviceId}/env-vars/SAY`, { value: words });
    await service.called.ended(service.at.serviceId, service.deployId);
    const { id: deployId } = await service.called.ask(
      "POST",
      `/services/${service.at.serviceId}/deploys`,
      {},
    );
    const result = await service.verified({ deployId });
    const check = checkOf(result, "port");
    assert.deepEqual([check.outcome, check.mode], ["fail", "port/mismatch"]);
    assert.match(check.detail, new RegExp(`the stack declares ${service.port}, although its log names`));
  });

  it("fails one that ends and is started again within the stability time, however quickly", async () => {
    service = await LyingService.open(postgres);
    let told: Promise<unknown> | undefined;
    const result = await service.verified({ stability: 3_000 }, (words) => {
      if (words.includes("asking /health for")) told ??= service.become("exit");
    });
    assert.ok(told);
    const check = checkOf(result, "stability");
    assert.equal(result.outcome, "fail", JSON.stringify(result.checks));
    assert.match(check.detail, /started again \(the instance failed with status 1\)/);
  });

  it("fails one that sickens within the stability time", async () => {
    service = await LyingService.open(postgres);
    const result = await service.verified({ stability: HOURS }, (words) => {
      if (words.includes("asking /health for")) void service.become("sick");
    });
    assert.match(checkOf(result, "stability").detail, /expected 200 to 399, got 500/);
    assert.equal(result.outcome, "fail");
  });

  it("does not pass one that falls silent within the stability time", async () => {
    service = await LyingService.open(postgres);
    const silent = { name: "health", method: "GET", path: "/health", headers: {}, expect: { status: 200 } };
    const endpoints = [{ ...silent, timeout: 2_000 }];
    const result = await service.verified({ stability: HOURS, endpoints }, (words) => {
      if (words.includes("asking /health for")) void service.become("silent");
    });
    assert.match(checkOf(result, "stability").detail, /no answer within 2 s/);
    assert.notEqual(result.outcome, "pass");
  });

  it("says that nothing is declared where nothing is, and asks at least whether it answers", async () => {
    service = await LyingService.open(postgres);
    const result = await service.verified({ healthCheckPath: "" });
    assert.equal(checkOf(result, "no endpoint is declared").detail, "GET /: 200");
  });

  it("takes a health check of 301 as Render does", async () => {
    service = await LyingService.open(postgres, { HEALTH: "301" });
    assert.equal((await service.verified()).outcome, "pass");
  });

  it("rolls back although Render refuses for a while, and says what is live", async () => {
    service = await LyingService.open(postgres);
    const { at, called, deployId: first } = service;
    await called.ended(at.serviceId, first);
    const { id } = await called.ask("POST", `/services/${at.serviceId}/deploys`, {});
    await called.ended(at.serviceId, id);
    called.render.faults.next({ method: "POST", path: /rollback$/, times: 8, how: { status: 503 } });
    called.render.faults.next({ method: "POST", path: /rollback$/, how: "lost-answer" });
    const { signal } = new AbortController();
    const told: string[] = [];
    const { host, apiKey } = called.render;
    // The first list of deploys is none at all, which is no empty one.
    let lists = 0;
    const odd: typeof fetch = async (address, options) => {
      const answer = await fetch(address, options);
      const isList = options?.method === "GET" && new URL(String(address)).pathname.endsWith("/deploys");
      if (isList) lists += 1;
      return isList && lists === 1 ? new Response("null", answer) : answer;
    };
    const client = new RenderClient({ host, apiKey, retry: RETRY_POLICY, fetch: odd });
    const onProgress = (line: string) => told.push(line);
    const words = await rollBack({ ...at, client }, id, live(id), { signal, onProgress });
    assert.ok(lists > 1);
    assert.match(
      words,
      new RegExp(
        `rolled back to its last live deploy, ${first} of commit [0-9a-f]{7} \\(by deploy dep-\\w+, which is live`,
      ),
    );
    const deploys = await called.ask("GET", `/services/${at.serviceId}/deploys`);
    assert.equal(deploys.length, 3, "one rollback, although its answer was lost");
  });

  it("says what is live where a rollback is refused for good", async () => {
    service = await LyingService.open(postgres);
    const { at, called, deployId: first } = service;
    await called.ended(at.serviceId, first);
    const { id } = await called.ask("POST", `/services/${at.serviceId}/deploys`, {});
    await called.ended(at.serviceId, id);
    called.render.faults.next({ method: "POST", path: /rollback$/, how: { status: 403 } });
    const { signal } = new AbortController();
    const words = await rollBack(at, id, live(id), { signal, onProgress: () => {} });
    assert.match(words, new RegExp(`was not rolled back: .*403.* Deploy ${id} is live now\\.`));
  });

  it("tries a rollback until the deadline where Render refuses it all the time, and says what is live", async () => {
    service = await LyingService.open(postgres);
    const { at, called, deployId: first } = service;
    await called.ended(at.serviceId, first);
    const { id } = await called.ask("POST", `/services/${at.serviceId}/deploys`, {});
    await called.ended(at.serviceId, id);
    called.render.faults.next({ method: "POST", path: /rollback$/, times: 10_000, how: { status: 503 } });
    // Each try is one request, so that the tries are counted and not the client's own.
    const { host, apiKey } = called.render;
    const client = new RenderClient({ host, apiKey, retry: { ...RETRY_POLICY, failurePauses: [] } });
    const told: string[] = [];
    const words = await rollBack({ ...at, client }, id, live(id), {
      signal: new AbortController().signal,
      onProgress: (line) => told.push(line),
      rollbackDeadline: 6_000,
    });
    assert.match(words, new RegExp(`was not rolled back: .*503.* Deploy ${id} is live now\\.`));
    const again = told.filter((line) => /^rolling back: .*503.* Trying again\.$/.test(line));
    assert.ok(again.length > 0, "tried again before the deadline");
    assert.deepEqual(
      told.filter((line) => line.includes("Trying again")),
      again,
    );
    const deploys = await called.ask("GET", `/services/${at.serviceId}/deploys`);
    assert.equal(deploys.length, 2, "no rollback was started");
  });
});
