import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Pooler } from "../../../rehearsal/pooler";
import { Ground, PASSWORD, python, urlOf } from "../pooler/ground";
import { RunningService } from "./running-service";

const DEMO = { DEMO_USER: "ada", DEMO_PASSWORD: "correct horse" };
const QUESTION = "one two three four five six seven eight nine ten eleven twelve";

describe("The sample service", () => {
  let ground: Ground;
  let pooler: Pooler;
  let old: Pooler;
  let interpreter: string;
  before(async function () {
    this.timeout(10 * 60_000); // The first run ever installs the service's packages.
    interpreter = await python("service");
    ground = await Ground.make();
    pooler = await ground.pooler();
    old = await ground.pooler({ generation: "before-2.6" });
  });
  after(() => ground.end());

  const WAYS: readonly { name: string; environment: () => Record<string, string> }[] = [
    {
      name: "the database directly",
      environment: () => ({ DATABASE_URL: urlOf(ground.postgres.port, { user: "navigator" }) }),
    },
    {
      name: "the pooler in session mode",
      environment: () => ({
        DATABASE_URL: urlOf(pooler.sessionPort, { parameters: { sslmode: "require" } }),
      }),
    },
    {
      name: "the pooler in transaction mode",
      environment: () => ({
        DATABASE_URL: urlOf(pooler.transactionPort, { parameters: { sslmode: "require" } }),
        DATABASE_STATEMENT_CACHE_SIZE: "0",
      }),
    },
  ];
  for (const { name, environment } of WAYS)
    describe(`through ${name}`, () => {
      let service: RunningService;
      before(async () => {
        service = await RunningService.start(interpreter, { ...DEMO, ...environment() });
        await service.listening();
      });
      after(() => service.end());

      it("is healthy with its database", async () => {
        const answer = await fetch(`${service.origin}/health`);
        assert.equal(answer.status, 200);
        const { milliseconds, ...rest } = (await answer.json()) as { milliseconds: number };
        assert.ok(milliseconds >= 0);
        assert.deepEqual(rest, { status: "ok", database: "ok", role: "navigator" });
      });

      it("signs in who knows the password, and nobody else", async () => {
        const signIn = (username: string, password: string) => post("/auth/login", { username, password });
        const right = await signIn("ada", "correct horse");
        assert.equal(right.status, 200);
        assert.match(((await right.json()) as { access_token: string }).access_token, /^[\w-]{43}$/);
        assert.equal((await signIn("ada", "wrong")).status, 401);
        assert.equal((await signIn("nobody", "correct horse")).status, 401);
        assert.equal((await post("/auth/login", { username: "ada" })).status, 422);
      });

      it("answers many at once", async () => {
        const answers = await Promise.all(
          Array.from({ length: 60 }, () => fetch(`${service.origin}/health`)),
        );
        assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      });

      it("takes an upload whole", async () => {
        const bytes = Buffer.alloc(3_000_000, "portcullis");
        const form = new FormData();
        form.set("file", new Blob([bytes]), "gate.bin");
        const answer = await fetch(`${service.origin}/upload`, { method: "POST", body: form });
        assert.equal(answer.status, 201);
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        assert.deepEqual(await answer.json(), { name: "gate.bin", bytes: bytes.length, sha256 });
      });

      it("streams a chat: its first word comes before the last is sent", async () => {
        const answer = await post("/chat", { message: QUESTION });
        assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/);
        const [first = "", ...later] = await chunksOf(answer);
        assert.ok(first.startsWith('data: {"delta": "You"}'), first);
        assert.doesNotMatch(first, /twelve/);
        const whole = first + later.join("");
        assert.ok(whole.endsWith(`event: done\ndata: {"answer": "You said: ${QUESTION}"}\n\n`), whole);
        assert.equal(whole.split('"delta"').length - 1, 14);
      });

      it("finishes what it has begun when it is asked to end, and warns of nothing", async () => {
        const answer = await post("/chat", { message: QUESTION });
        service.terminate();
        assert.match((await chunksOf(answer)).join(""), /event: done/);
        // uvicorn ends itself with the signal once its shutdown is complete.
        assert.equal(await service.ended, "SIGTERM");
        const log = service.log.join("\n");
        assert.match(log, /Application shutdown complete/);
        assert.doesNotMatch(log, /warn|error|traceback|deprecat/i);
        for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), DEMO.DEMO_PASSWORD])
          assert.ok(!log.includes(secret));
      });

      function post(path: string, body: unknown): Promise<Response> {
        const headers = { "content-type": "application/json" };
        return fetch(service.origin + path, { method: "POST", headers, body: JSON.stringify(body) });
      }
    });

  const REFUSALS: readonly { name: string; environment: () => Record<string, string>; words: RegExp }[] = [
    { name: "without DATABASE_URL", environment: () => ({}), words: /DATABASE_URL is not set/ },
    {
      name: "with a wrong password for a pooler before 2.6",
      environment: () => ({ DATABASE_URL: urlOf(old.transactionPort, { password: "canary-4711" }) }),
      words:
        /InternalClientError: unexpected error while performing authentication: 'NoneType' object has no attribute 'group'/,
    },
    {
      name: "with a wrong password for a current pooler",
      environment: () => ({ DATABASE_URL: urlOf(pooler.sessionPort, { password: "canary-4711" }) }),
      words: /InvalidPasswordError: password authentication failed for user "navigator"/,
    },
    {
      name: "with a placeholder for its project",
      environment: () => ({
        DATABASE_URL: urlOf(pooler.transactionPort, { user: "postgres.your-staging-project" }),
      }),
      words: /\(ENOTFOUND\) tenant\/user postgres\.your-staging-project not found/,
    },
    {
      name: "with a cache size that is no number",
      environment: () => ({ DATABASE_URL: urlOf(pooler.sessionPort), DATABASE_STATEMENT_CACHE_SIZE: "none" }),
      words: /DATABASE_STATEMENT_CACHE_SIZE must be a whole number, got 'none'/,
    },
  ];
  for (const { name, environment, words } of REFUSALS)
    it(`does not start ${name}, and says why`, async () => {
      const service = await RunningService.start(interpreter, environment());
      assert.equal(await service.ended, 3);
      assert.match(service.log.join("\n"), words);
      assert.ok(!service.log.join("\n").includes("canary-4711"));
    });

  it("says that it is unhealthy, and why, when its database has gone", async () => {
    const doomed = await ground.pooler();
    const service = await RunningService.start(interpreter, { DATABASE_URL: urlOf(doomed.sessionPort) });
    await service.listening();
    await doomed.stop();
    const answer = await fetch(`${service.origin}/health`);
    assert.equal(answer.status, 503);
    const { status, database } = (await answer.json()) as { status: string; database: string };
    assert.equal(status, "unavailable");
    assert.match(database, /Error: ./);
    await service.end();
  });

  it("starts, and refuses sign-in, where its role may not create the users table", async () => {
    await ground.admin.query("CREATE DATABASE empty OWNER postgres");
    const url = urlOf(ground.postgres.port, { user: "svc.reader" }).replace(/\/app$/, "/empty");
    const service = await RunningService.start(interpreter, { ...DEMO, DATABASE_URL: url });
    await service.listening();
    const answer = await fetch(`${service.origin}/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "ada", password: "correct horse" }),
    });
    assert.equal(answer.status, 503);
    assert.match(service.log.join("\n"), /The users table cannot be prepared, sign-in will answer 503/);
    await service.end();
  });

  it("goes down with the database's own words where another type has the table's name", async () => {
    await ground.admin.query("CREATE DATABASE taken OWNER navigator");
    const url = urlOf(ground.postgres.port, { user: "navigator" }).replace(/\/app$/, "/taken");
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TYPE users AS ENUM ('ada')");
    await client.end();
    const service = await RunningService.start(interpreter, { ...DEMO, DATABASE_URL: url });
    await assert.rejects(service.listening(), /DuplicateObjectError: type "users" already exists/);
  });

  it("two instances may prepare one database at the same time", async () => {
    await ground.admin.query("CREATE DATABASE shared OWNER navigator");
    const url = urlOf(ground.postgres.port, { user: "navigator" }).replace(/\/app$/, "/shared");
    const services = await Promise.all(
      [1, 2].map(() => RunningService.start(interpreter, { ...DEMO, DATABASE_URL: url })),
    );
    await Promise.all(services.map((service) => service.listening()));
    await Promise.all(services.map((service) => service.end()));
  });
});

async function chunksOf(answer: Response): Promise<string[]> {
  const chunks: string[] = [];
  assert.ok(answer.body);
  const decoder = new TextDecoder();
  for await (const chunk of answer.body) chunks.push(decoder.decode(chunk as Uint8Array, { stream: true }));
  return chunks;
}
