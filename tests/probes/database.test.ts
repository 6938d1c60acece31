import assert from "node:assert/strict";
import { Client } from "pg";
import { askDatabase } from "../../probes";
import type { Clock } from "../../probes/clock";
import { type Pooler, startPooler } from "../../rehearsal/pooler";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";

const REF = "abcdefghijklmnopqrst";
const HOST = "aws-0-us-west-1.pooler.supabase.com";
const PASSWORD = "c4nary/s3cret@v4lue";
const signal = new AbortController().signal;

interface Case {
  readonly user?: string;
  readonly password?: string;
  readonly port?: number;
  readonly database?: string;
  readonly query?: string;
}

describe("The database's probe", function () {
  this.timeout(5 * 60_000);
  let postgres: Postgres;
  const poolers: Partial<Record<"before-2.6" | "current", Pooler>> = {};

  before(async () => {
    postgres = await startPostgres();
    const { host, port, adminUser: user, adminPassword: password, socketDirectory } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(`CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'`);
    await admin.query(
      `CREATE ROLE hasty LOGIN PASSWORD '${PASSWORD}'; ALTER ROLE hasty SET statement_timeout = 1`,
    );
    await admin.end();
    const tenants = { [REF]: { socketDirectory, port } };
    for (const generation of ["before-2.6", "current"] as const) {
      poolers[generation] = await startPooler({ tenants, generation, hosts: [HOST], requireTls: true });
    }
  });

  after(async () => {
    for (const pooler of Object.values(poolers)) await pooler.stop();
    await postgres.stop();
  });

  function url({ user = `navigator.${REF}`, password = PASSWORD, port = 5432, ...rest }: Case): string {
    const { database = "postgres", query = "?sslmode=require" } = rest;
    return `postgresql://${user}:${encodeURIComponent(password)}@${HOST}:${port}/${database}${query}`;
  }

  /** For what waits between two attempts: no test needs to. */
  const atOnce = { now: () => 0, wait: async () => {} };

  async function ask(generation: "before-2.6" | "current", changed: Case, clock: Clock = atOnce) {
    const pooler = poolers[generation];
    assert.ok(pooler);
    const addresses = {
      [`${HOST}:5432`]: `127.0.0.1:${pooler.sessionPort}`,
      [`${HOST}:6543`]: `127.0.0.1:${pooler.transactionPort}`,
    };
    const answer = await askDatabase({ url: url(changed), addresses, timeout: 60_000, clock }, signal);
    assert.ok(!JSON.stringify(answer).includes(PASSWORD), answer.reason);
    return answer;
  }

  for (const generation of ["before-2.6", "current"] as const) {
    for (const port of [5432, 6543]) {
      it(`passes through the pooler (${generation}, ${port}) over TLS with SCRAM`, async () => {
        const answer = await ask(generation, { port });
        assert.equal(answer.outcome, "pass", answer.reason);
        assert.match(answer.reason, /answered a query as navigator \(TLS, SCRAM-SHA-256\)/);
      });
    }
    it(`names the credentials where the password is wrong (${generation}), and says it once`, async () => {
      const answer = await ask(generation, { password: "wrong" });
      assert.deepEqual([answer.outcome, answer.mode, answer.final], ["fail", "database/credentials", true]);
      assert.match(answer.reason, generation === "current" ? /28P01/ : /e=Wrong password.*NoneType/);
    });
    it(`names the tenant where the pooler knows none of that name (${generation})`, async () => {
      const answer = await ask(generation, { user: "postgres.your-staging-project", port: 6543 });
      assert.deepEqual([answer.outcome, answer.mode], ["fail", "database/tenant-not-found"], answer.reason);
    });
    it(`names TLS where the pooler requires it and the URL turns it off (${generation})`, async () => {
      const answer = await ask(generation, { query: "?sslmode=disable" });
      assert.deepEqual([answer.outcome, answer.mode], ["fail", "database/tls-required"], answer.reason);
    });
  }

  it("names the role, without the pooler's tenant, whose statements end at once", async () => {
    const { outcome, correctiveAction } = await ask("current", { user: `hasty.${REF}` });
    assert.notEqual(outcome, "pass");
    assert.match(correctiveAction ?? "", /ALTER ROLE hasty RESET statement_timeout;/);
  });

  it("asks a pooler once more that does not know a new password yet, and no third time", async () => {
    const { host, port, adminUser: user, adminPassword: password } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    const waits: number[] = [];
    const changes: Clock = {
      now: () => 0,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        await admin.query("ALTER ROLE navigator PASSWORD 'a new one'");
      },
    };
    const answer = await ask("current", { password: "a new one" }, changes);
    const wrong = await ask("current", { password: "wrong" }, changes);
    await admin.query(`ALTER ROLE navigator PASSWORD '${PASSWORD}'`);
    await admin.end();
    assert.deepEqual([answer.outcome, wrong.outcome, waits], ["pass", "fail", [2000, 2000]], answer.reason);
  });

  it("does not trust the pooler's private authority where the URL asks to verify it", async () => {
    const answer = await ask("current", { query: "?sslmode=verify-full" });
    assert.deepEqual([answer.outcome, answer.mode], ["fail", "database/tls-untrusted"], answer.reason);
  });

  const administrator = async (): Promise<Client> => {
    const { socketDirectory: host, port, superuser: user } = postgres;
    const admin = new Client({ host, port, user, database: "postgres" });
    await admin.connect();
    return admin;
  };
  const plainUrl = () =>
    `postgresql://navigator:${encodeURIComponent(PASSWORD)}@127.0.0.1:${postgres.port}/postgres`;

  it("takes a database that restarts for no verdict", async () => {
    const admin = await administrator();
    const answering = askDatabase({ url: plainUrl(), addresses: {}, timeout: 60_000 }, signal);
    // The event trigger of a login ends its own backend, as a restart does.
    await answering;
    await admin.query(`CREATE FUNCTION leave() RETURNS event_trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
      BEGIN IF session_user = 'navigator' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; END $$;
      CREATE EVENT TRIGGER leaves ON login EXECUTE FUNCTION leave()`);
    const answer = await askDatabase({ url: plainUrl(), addresses: {}, timeout: 60_000 }, signal);
    await admin.query("DROP EVENT TRIGGER leaves; DROP FUNCTION leave()");
    await admin.end();
    assert.match(answer.reason, /57P01/);
    assert.deepEqual([answer.outcome, answer.final], ["not-decided", undefined]);
  });

  it("takes what a server says of itself for no verdict, and what it says of the login for one", async () => {
    const admin = await administrator();
    const codes = { "57014": "not-decided", "57P02": "not-decided", XX000: "not-decided", P0001: "fail" };
    const found: Record<string, string> = {};
    for (const code of Object.keys(codes)) {
      await admin.query(`CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN IF session_user = 'navigator' THEN RAISE EXCEPTION 'not now' USING ERRCODE = '${code}'; END IF; END $$;
        CREATE EVENT TRIGGER refuses ON login EXECUTE FUNCTION refuse()`);
      const answer = await askDatabase({ url: plainUrl(), addresses: {}, timeout: 60_000 }, signal);
      await admin.query("DROP EVENT TRIGGER refuses; DROP FUNCTION refuse()");
      assert.match(answer.reason, new RegExp(code));
      found[code] = answer.outcome;
    }
    await admin.end();
    assert.deepEqual(found, codes);
  });

  it("goes on without TLS where the server offers none and the URL does not insist", async () => {
    const plain = `postgresql://navigator:${encodeURIComponent(PASSWORD)}@127.0.0.1:${postgres.port}/postgres`;
    const answer = await askDatabase({ url: plain, addresses: {} }, signal);
    assert.equal(answer.outcome, "pass", answer.reason);
    assert.match(answer.reason, /no TLS, SCRAM-SHA-256/);
    const insisting = await askDatabase({ url: `${plain}?sslmode=require`, addresses: {} }, signal);
    assert.deepEqual([insisting.outcome, insisting.mode], ["fail", "database/tls-required"]);
  });

  it("reads PostgreSQL's own refusals by their codes", async () => {
    const at = (user: string, password: string, database: string) =>
      `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${postgres.port}/${database}`;
    const wrong = await askDatabase({ url: at("navigator", "wrong", "postgres"), addresses: {} }, signal);
    assert.equal(wrong.mode, "database/credentials");
    const missing = await askDatabase({ url: at("navigator", PASSWORD, "nowhere"), addresses: {} }, signal);
    assert.deepEqual([missing.outcome, missing.mode], ["fail", "configuration/invalid"], missing.reason);
  });

  it("cannot decide where nobody listens, and says so without the password", async () => {
    const answer = await askDatabase(
      { url: url({}), addresses: { [`${HOST}:5432`]: "127.0.0.1:1" }, timeout: 60_000 },
      signal,
    );
    assert.deepEqual(
      [answer.outcome, answer.mode, answer.final],
      ["not-decided", "database/refused", undefined],
    );
    assert.ok(!JSON.stringify(answer).includes(PASSWORD));
  });

  it("asks the host and the port that a URL has behind its `?`, as libpq does", async () => {
    const place = `host=127.0.0.1&port=${postgres.port}&user=navigator`;
    const address = `postgresql://:${encodeURIComponent(PASSWORD)}@/postgres?${place}`;
    const answer = await askDatabase({ url: address, addresses: {}, timeout: 60_000 }, signal);
    assert.equal(answer.outcome, "pass", answer.reason);
    const none = await askDatabase({ url: "postgresql:///postgres", addresses: {} }, signal);
    assert.match(none.reason, /names no host/);
  });

  it("is no pass by a second host where the first refuses the login, which drivers end at", async () => {
    const at = `127.0.0.1:${postgres.port}`;
    for (const [hosts, outcome] of [
      [`${at},127.0.0.1:1`, "not-decided"],
      [`127.0.0.1:1,${at}`, "not-decided"],
      [`${at},${at}`, "fail"],
    ] as const) {
      const answer = await askDatabase(
        { url: `postgresql://navigator:wrong@${hosts}/postgres`, addresses: {}, timeout: 60_000 },
        signal,
      );
      assert.deepEqual([answer.outcome, answer.mode], [outcome, "database/credentials"], answer.reason);
    }
  });

  it("refuses a URL that cannot be read, without quoting it", async () => {
    const answer = await askDatabase(
      { url: `postgresql://navigator:a/${PASSWORD}@${HOST}`, addresses: {} },
      signal,
    );
    assert.deepEqual([answer.outcome, answer.mode], ["fail", "database/url-malformed"], answer.reason);
    assert.ok(!answer.reason.includes("s3cret"), answer.reason);
  });

  it("ends at once where it is cancelled", async () => {
    await assert.rejects(
      askDatabase({ url: url({}), addresses: {} }, AbortSignal.abort(new Error("cancelled"))),
      /cancelled/,
    );
  });
});
