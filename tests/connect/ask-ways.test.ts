import assert from "node:assert/strict";
import { askWays, type WayReport } from "../../connect";
import { type Database, DIRECT, HOST, PASSWORD, REF, startDatabase } from "./database";

/** A resolver that works, and knows none of the database's names. */
const gone = async (name: string) => {
  if (name === "example.com") return [{ address: "192.0.2.1", family: 4 }];
  throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
};

describe("The ways to a database", function () {
  this.timeout(5 * 60_000);
  const databases: Partial<Record<"before-2.6" | "current", Database>> = {};

  before(async () => {
    for (const generation of ["before-2.6", "current"] as const) {
      databases[generation] = await startDatabase(generation);
    }
  });

  after(async () => {
    for (const database of Object.values(databases)) await database.stop();
  });

  interface Asked {
    readonly generation?: "before-2.6" | "current";
    readonly port?: number;
    readonly user?: string;
    readonly password?: string | undefined;
    readonly sslmode?: string;
    readonly ca?: string | undefined;
  }

  async function ask(asked: Asked): Promise<Readonly<Record<string, WayReport>>> {
    const { generation = "current", port = 5432, user = `navigator.${REF}`, sslmode = "require" } = asked;
    const password = "password" in asked ? asked.password : PASSWORD;
    const address = { host: HOST, port, user, parameters: { sslmode } };
    const reports = await askWays(
      { address, database: "postgres", password },
      {
        signal: new AbortController().signal,
        timeout: 30_000,
        addresses: databases[generation]?.addresses,
        resolve: gone,
        ca: asked.ca,
      },
    );
    assert.doesNotMatch(JSON.stringify(reports), /c4nary|wr0ng/);
    return Object.fromEntries(reports.map((report) => [report.way.name, report]));
  }

  it("are all that Supabase has, each with its own host, port and user", async () => {
    const reports = await ask({ password: undefined });
    const found = Object.values(reports).map(({ way }) => `${way.name} ${way.user}@${way.host}:${way.port}`);
    assert.deepEqual(found.toSorted(), [
      `dedicated navigator@${DIRECT}:6543`,
      `direct navigator@${DIRECT}:5432`,
      `session navigator.${REF}@${HOST}:5432`,
      `transaction navigator.${REF}@${HOST}:6543`,
    ]);
  });

  it("show TLS, mechanisms, role, limits and the mode that they are really in", async () => {
    const { session, transaction } = await ask({});
    for (const report of [session, transaction]) {
      assert.ok(report);
      assert.equal(report.login.outcome, "pass", report.login.reason);
      assert.equal(report.tls?.version, "TLSv1.3");
      assert.equal(report.tls?.trusted, false);
      assert.deepEqual(report.mechanisms, ["SCRAM-SHA-256"]);
      assert.equal(report.server?.role, "navigator");
      assert.ok(report.server.maxConnections > report.server.connectionsInUse);
      assert.equal(report.server.access.outcome, "pass");
    }
    assert.deepEqual(session?.behaviour, { mode: "session", keepsPreparedStatements: true });
    assert.deepEqual(transaction?.behaviour, { mode: "transaction", keepsPreparedStatements: false });
  });

  it("leave no prepared statement behind on a connection that is shared", async () => {
    // A statement left behind would be refused as a duplicate, or be seen by the next client.
    for (let turn = 0; turn < 3; turn += 1) {
      const { transaction } = await ask({ port: 6543 });
      assert.deepEqual(transaction?.behaviour, { mode: "transaction", keepsPreparedStatements: false });
    }
  });

  it("say that a direct host without any address is of no project, or of one that is paused or deleted", async () => {
    const { dedicated } = await ask({ password: undefined });
    assert.equal(dedicated?.login.mode, "database/dns");
    assert.match(dedicated?.login.reason ?? "", /no such project at Supabase, or it is paused or deleted/);
  });

  for (const generation of ["before-2.6", "current"] as const) {
    it(`try a password once at a pooler that refuses it, and say how many more it takes (${generation})`, async () => {
      const { session, transaction } = await ask({ generation, port: 6543, password: "wr0ng" });
      assert.equal(transaction?.login.mode, "database/credentials");
      assert.match(transaction?.login.reason ?? "", /10 refused logins in 150 s .* at most 9 are left/);
      assert.equal(session?.login.outcome, "not-decided");
      assert.match(session?.login.reason ?? "", /^not asked: .* has just refused this user/);
    });

    it(`know a placeholder's tenant for none (${generation})`, async () => {
      const { transaction, direct } = await ask({
        generation,
        port: 6543,
        user: "postgres.your-staging-project",
      });
      assert.equal(transaction?.login.mode, "database/tenant-not-found");
      assert.equal(transaction?.declared, true);
      assert.equal(direct?.login.mode, "database/dns");
    });
  }

  it("say what is there up to the login where no password is given, and log in nowhere", async () => {
    const { session, transaction } = await ask({ password: undefined });
    for (const report of [session, transaction]) {
      assert.deepEqual(report?.mechanisms, ["SCRAM-SHA-256"]);
      assert.equal(report?.tls?.version, "TLSv1.3");
      assert.match(report?.login.reason ?? "", /^not asked: no password was given/);
    }
  });

  it("fail where the URL verifies a certificate that is not trusted, and pass with the authority's own", async () => {
    const { session } = await ask({ sslmode: "verify-full" });
    assert.deepEqual([session?.login.outcome, session?.login.mode], ["fail", "database/tls-untrusted"]);
    // The conversation has ended before the server could ask for a password.
    assert.equal(session?.mechanisms, undefined);
    const { session: trusted } = await ask({
      sslmode: "verify-full",
      ca: databases.current?.pooler.caCertificate,
    });
    assert.equal(trusted?.login.outcome, "pass", trusted?.login.reason);
    assert.equal(trusted?.tls?.trusted, true);
  });

  it("verify an address as the certificate has it, and send no name for it, of which Node would warn", async () => {
    const warnings: string[] = [];
    const heard = ({ message }: Error): number => warnings.push(message);
    process.on("warning", heard);
    const pooler = databases.current?.pooler;
    const port = pooler?.sessionPort ?? 0;
    const verified = async (host: string) => {
      const address = { host, port, user: `navigator.${REF}`, parameters: { sslmode: "verify-full" } };
      const [report] = await askWays(
        { address, database: "postgres", password: PASSWORD },
        {
          ...{ signal: new AbortController().signal, timeout: 5_000, ca: pooler?.caCertificate },
          addresses: { [`192.0.2.7:${port}`]: `127.0.0.1:${port}` },
        },
      );
      return [report?.login.outcome, report?.login.mode];
    };
    assert.deepEqual(await verified("127.0.0.1"), ["pass", undefined]);
    assert.deepEqual(await verified("192.0.2.7"), ["fail", "database/tls-untrusted"]);
    process.off("warning", heard);
    assert.deepEqual(warnings, []);
  });

  it("say of an address where nothing listens that it is closed", async () => {
    const address = { host: "127.0.0.1", port: 1, user: "navigator", parameters: {} };
    const [report] = await askWays(
      { address, database: "app", password: PASSWORD },
      { signal: new AbortController().signal, timeout: 5_000 },
    );
    assert.deepEqual(report?.routes, [
      { family: 4, address: "127.0.0.1", outcome: "closed", code: "ECONNREFUSED" },
    ]);
    assert.equal(report?.login.outcome, "not-decided");
  });

  it("end at once where they are cancelled", async () => {
    const stop = new AbortController();
    stop.abort(new Error("interrupted"));
    const address = { host: "127.0.0.1", port: 1, user: "navigator", parameters: {} };
    await assert.rejects(
      askWays({ address, database: "app" }, { signal: stop.signal, timeout: 5_000 }),
      /interrupted/,
    );
  });
});
