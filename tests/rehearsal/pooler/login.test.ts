import assert from "node:assert/strict";
import { type EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Pooler } from "../../../rehearsal/pooler";
import { connected, Ground, PASSWORD, python, REFERENCE, runScript, urlOf } from "./ground";

interface Outcome {
  readonly is?: string;
  readonly error?: string;
  readonly sqlstate?: string | null;
  readonly message?: string;
}

const PYTHON_DRIVERS = ["asyncpg", "psycopg", "psycopg2"] as const;
type Driver = (typeof PYTHON_DRIVERS)[number] | "node-postgres";
const DRIVERS: readonly Driver[] = [...PYTHON_DRIVERS, "node-postgres"];

async function withNode(url: string): Promise<Outcome> {
  try {
    const client = await connected(url);
    const { rows } = await client.query("SELECT current_user || '@' || current_database() AS is");
    await client.end();
    return rows[0];
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    return { error: "Error", sqlstate: code ?? null, message };
  }
}

/** Each URL through each driver; one Python process serves all URLs of its environment. */
async function attempts(urls: readonly string[]): Promise<Record<Driver, Outcome[]>> {
  const cases = (driver: Driver) => urls.map((url) => ({ driver, url }));
  const [service, drivers] = [await python("service"), await python("drivers")];
  const [asyncpg, psycopg, psycopg2] = (await Promise.all([
    runScript(service, "login.py", cases("asyncpg")),
    runScript(drivers, "login.py", cases("psycopg")),
    runScript(drivers, "login.py", cases("psycopg2")),
  ])) as [Outcome[], Outcome[], Outcome[]];
  const node: Outcome[] = [];
  for (const url of urls) node.push(await withNode(nodeForm(url)));
  return { asyncpg, psycopg, psycopg2, "node-postgres": node };
}

/** node-postgres verifies whenever an `sslmode` is named, unless it is set to read it as libpq does. */
const nodeForm = (url: string): string =>
  url.replace("sslmode=require", "sslmode=require&uselibpqcompat=true");

/** The cases of one table are tried together, and then each is judged. */
function judged(
  title: string,
  table: readonly {
    readonly name: string;
    readonly url: () => string;
    readonly expected: (outcome: Outcome, driver: Driver) => void;
  }[],
): void {
  describe(title, () => {
    let outcomes: Record<Driver, Outcome[]>;
    before(async () => {
      outcomes = await attempts(table.map(({ url }) => url()));
    });
    for (const driver of DRIVERS)
      table.forEach(({ name, expected }, at) => {
        it(`${driver}: ${name}`, () => expected(outcomes[driver][at] ?? {}, driver));
      });
  });
}

const loggedIn =
  (role: string) =>
  (outcome: Outcome): void =>
    assert.deepEqual(outcome, { is: `${role}@app` });

const refused =
  (sqlstate: string, words: string) =>
  ({ message, sqlstate: got }: Outcome, driver: Driver): void => {
    assert.ok(message?.includes(words), message);
    // psycopg and psycopg2 raise OperationalError without the code when a connection is refused.
    if (!driver.startsWith("psycopg")) assert.equal(got, sqlstate);
  };

/** Each driver's own words for a final SASL message that carries `e=` and no `v=`. */
const NO_SIGNATURE: Readonly<Record<Driver, string>> = {
  asyncpg: "unexpected error while performing authentication: 'NoneType' object has no attribute 'group'",
  psycopg: "error received from server in SCRAM exchange: Wrong password",
  psycopg2: "error received from server in SCRAM exchange: Wrong password",
  "node-postgres": 'SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "Wrong password"',
};

describe("A login through the pooler", () => {
  const folder = mkdtempSync(join(tmpdir(), "portcullis-login-"));
  const authority = join(folder, "authority.pem");
  const stranger = join(folder, "stranger.pem");
  let ground: Ground;
  let current: Pooler;
  let old: Pooler;
  let strict: Pooler;
  before(async function () {
    this.timeout(10 * 60_000); // The first run ever installs the drivers.
    await Promise.all([python("service"), python("drivers")]);
    ground = await Ground.make();
    current = await ground.pooler();
    old = await ground.pooler({ generation: "before-2.6" });
    strict = await ground.pooler({ requireTls: true });
    writeFileSync(authority, current.caCertificate);
    writeFileSync(stranger, old.caCertificate);
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await ground.end();
  });

  const plain = { sslmode: "disable" };
  const tls = { sslmode: "require" };
  judged("with the right password", [
    {
      name: "session mode in the clear",
      url: () => urlOf(current.sessionPort, { parameters: plain }),
      expected: loggedIn("navigator"),
    },
    {
      name: "transaction mode in the clear",
      url: () => urlOf(current.transactionPort, { parameters: plain }),
      expected: loggedIn("navigator"),
    },
    {
      name: "session mode by TLS",
      url: () => urlOf(strict.sessionPort, { parameters: tls }),
      expected: loggedIn("navigator"),
    },
    {
      name: "transaction mode by TLS",
      url: () => urlOf(strict.transactionPort, { parameters: tls }),
      expected: loggedIn("navigator"),
    },
    {
      name: "by TLS, verified against the authority",
      url: () =>
        urlOf(current.sessionPort, { parameters: { sslmode: "verify-full", sslrootcert: authority } }),
      expected: loggedIn("navigator"),
    },
    {
      name: "tenant by options=reference",
      url: () =>
        urlOf(current.sessionPort, {
          user: "navigator",
          parameters: { ...plain, options: `reference=${REFERENCE}` },
        }),
      expected: loggedIn("navigator"),
    },
    {
      name: "a role whose name has a dot",
      url: () => urlOf(current.sessionPort, { user: `svc.reader.${REFERENCE}`, parameters: plain }),
      expected: loggedIn("svc.reader"),
    },
    {
      name: "a pooler before 2.6",
      url: () => urlOf(old.transactionPort, { parameters: tls }),
      expected: loggedIn("navigator"),
    },
  ]);

  judged("that must fail", [
    {
      name: "wrong password, current generation",
      url: () => urlOf(current.sessionPort, { password: "wrong", parameters: plain }),
      expected: (outcome, driver) => {
        refused("28P01", 'password authentication failed for user "navigator"')(outcome, driver);
        if (driver === "asyncpg") assert.equal(outcome.error, "asyncpg.exceptions.InvalidPasswordError");
      },
    },
    {
      name: "wrong password, before 2.6: the driver's own words for a signature that is missing",
      url: () => urlOf(old.transactionPort, { password: "wrong", parameters: plain }),
      expected: ({ message }, driver) => {
        if (driver === "asyncpg") assert.equal(message, NO_SIGNATURE.asyncpg);
        else assert.ok(message?.includes(NO_SIGNATURE[driver]), message);
      },
    },
    {
      name: "unknown tenant, current generation",
      url: () =>
        urlOf(current.transactionPort, { user: "navigator.your-staging-project", parameters: plain }),
      expected: refused("XX000", "(ENOTFOUND) tenant/user navigator.your-staging-project not found"),
    },
    {
      name: "unknown tenant, before 2.6",
      url: () => urlOf(old.transactionPort, { user: "navigator.your-staging-project", parameters: plain }),
      expected: refused("XX000", "Tenant or user not found"),
    },
    {
      name: "no tenant",
      url: () => urlOf(current.sessionPort, { user: "navigator", parameters: plain }),
      expected: refused("XX000", "(ENOIDENTIFIER) no tenant identifier provided"),
    },
    {
      name: "unknown role",
      url: () => urlOf(current.sessionPort, { user: `nobody.${REFERENCE}`, parameters: plain }),
      expected: refused("XX000", "(EAUTHQUERY) user not found in the database"),
    },
    {
      name: "in the clear where TLS is asked for",
      url: () => urlOf(strict.sessionPort, { parameters: plain }),
      expected: refused("XX000", "(ESSLREQUIRED) SSL connection is required for user: navigator"),
    },
    {
      name: "unknown database: PostgreSQL's own refusal is passed on",
      url: () => urlOf(current.sessionPort, { parameters: plain }).replace("/app?", "/missing?"),
      expected: refused("3D000", 'database "missing" does not exist'),
    },
    {
      name: "verified against another authority",
      url: () =>
        urlOf(current.sessionPort, { parameters: { sslmode: "verify-full", sslrootcert: stranger } }),
      expected: ({ message, is }) => {
        assert.equal(is, undefined);
        assert.match(message ?? "", /certificate|signature/i);
      },
    },
  ]);

  it("a changed password holds for the next login", async () => {
    await ground.admin.query(`ALTER ROLE "svc.reader" PASSWORD 'another'`);
    const user = `svc.reader.${REFERENCE}`;
    await assert.rejects(connected(urlOf(current.sessionPort, { user })), { code: "28P01" });
    await (await connected(urlOf(current.sessionPort, { user, password: "another" }))).end();
    await ground.admin.query(`ALTER ROLE "svc.reader" PASSWORD '${PASSWORD}'`);
  });

  it("nobody is let in for a while after too many wrong passwords, where that is asked for", async () => {
    const wary = await ground.pooler({ authenticationFailures: 2 });
    for (const _ of [1, 2]) {
      await assert.rejects(connected(urlOf(wary.sessionPort, { password: "wrong" })), { code: "28P01" });
    }
    await assert.rejects(connected(urlOf(wary.transactionPort)), {
      message: "(ECIRCUITBREAKER) too many authentication failures, new connections are temporarily blocked",
    });
  });

  it("asks for as many rounds of SCRAM as the role's own secret has", async () => {
    await ground.admin.query("SET password_encryption = 'scram-sha-256'; SET scram_iterations = 8192");
    await ground.admin.query("CREATE ROLE patient LOGIN PASSWORD 'new'; RESET scram_iterations");
    const url = urlOf(current.sessionPort, { user: `patient.${REFERENCE}`, password: "new" });
    const client = new Client({ connectionString: url });
    const { connection } = client as unknown as { connection: EventEmitter };
    const offered = once(connection, "authenticationSASLContinue");
    await client.connect();
    const [{ data }] = await offered;
    assert.match(data, /,i=8192$/);
    await client.end();
  });

  it("a role with an MD5 secret is refused by name of the reason", async () => {
    await ground.admin.query(`SET password_encryption = md5; CREATE ROLE elder LOGIN PASSWORD 'old'`);
    await assert.rejects(
      connected(urlOf(current.sessionPort, { user: `elder.${REFERENCE}`, password: "old" })),
      {
        message: /MD5 secrets are not supported for auth_query/,
      },
    );
  });
});
