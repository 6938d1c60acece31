import assert from "node:assert/strict";
import { askConnect } from "../../components/verification/ask-connect";
import type { VerificationInputs } from "../../components/verification/inputs";
import { type Answer, fail, notDecided, pass } from "../../probes";
import { type Database, DIRECT, HOST, PASSWORD, REF, startDatabase } from "../connect/database";

describe("The check of the ways to a service's database", function () {
  this.timeout(5 * 60_000);
  let database: Database;
  before(async () => {
    database = await startDatabase("current");
  });
  after(() => database.stop());

  interface Asked {
    readonly at?: string;
    readonly user?: string;
    readonly settings?: Readonly<Record<string, string>>;
    readonly known?: Answer;
    readonly addresses?: Readonly<Record<string, string>>;
  }

  async function ask({ at, user = `navigator.${REF}`, settings = {}, known = pass(""), addresses }: Asked) {
    const url = `postgresql://${user}:${encodeURIComponent(PASSWORD)}@${at ?? `${HOST}:5432`}/postgres`;
    const inputs = {
      ...{ databaseUrl: url, driver: "asyncpg", addresses: addresses ?? database.addresses },
      ways: { driverSettings: settings, poolerHost: HOST },
    } as unknown as VerificationInputs;
    const { signal } = new AbortController();
    const answer = await askConnect({ variable: "DATABASE_URL", url }, known, inputs, signal);
    assert.doesNotMatch(JSON.stringify(answer) ?? "", /c4nary/);
    return answer;
  }

  it("passes the way that serves the service, and says how it behaves", async () => {
    const answer = await ask({});
    assert.equal(answer?.outcome, "pass", answer?.reason);
    assert.match(
      answer.reason,
      /^session to aws-0-\S+:5432 works, session mode, prepared statements kept, \d+ of \d+ connections, round trip [\d.]+ ms$/,
    );
  });

  it("fails the transaction pooler for a driver that prepares, though the login works, and says which way to take", async () => {
    const answer = await ask({ at: `${HOST}:6543` });
    assert.deepEqual([answer?.outcome, answer?.mode], ["fail", "database/prepared-statement"]);
    assert.match(
      answer?.reason ?? "",
      /^transaction, as declared: transaction mode loses prepared statements/,
    );
    assert.match(answer?.correctiveAction ?? "", /^Take session, navigator\.\S+@aws-0-\S+:5432/);
  });

  it("passes it where the driver is told to prepare none", async () => {
    const answer = await ask({ at: `${HOST}:6543`, settings: { statement_cache_size: "0" } });
    assert.equal(answer?.outcome, "pass", answer?.reason);
    assert.match(answer.reason, /transaction mode, prepared statements lost/);
  });

  it("fails the direct host at Render even where this machine reaches it", async () => {
    const answer = await ask({ at: `${DIRECT}:5432`, user: "navigator" });
    assert.deepEqual([answer?.outcome, answer?.mode], ["fail", "database/ipv6-unreachable"]);
    assert.match(answer?.correctiveAction ?? "", /^Take session/);
  });

  it("does not decide where the way is not answered and nothing else is against it", async () => {
    const addresses = { "db.acme.io:5432": "127.0.0.1:9" };
    const known = notDecided("no answer");
    const answer = await ask({ at: "db.acme.io:5432", user: "navigator", known, addresses });
    assert.equal(answer?.outcome, "not-decided", answer?.reason);
  });

  const several = (first: string, second: string) => ({
    ...{ at: "one.acme.io:5432,two.acme.io:5432", user: "navigator" },
    addresses: { "one.acme.io:5432": first, "two.acme.io:5432": second },
  });
  const server = () => database.addresses[`${DIRECT}:5432`] ?? "";

  it("passes over a host without an answer where the URL names another, as its driver does", async () => {
    const answer = await ask(several("127.0.0.1:9", server()));
    assert.equal(answer?.outcome, "pass", answer?.reason);
    assert.match(answer.reason, /to two\.acme\.io:5432 works/);
  });

  it("takes the first host that works, and asks no further one", async () => {
    const answer = await ask(several(server(), "127.0.0.1:9"));
    assert.equal(answer?.outcome, "pass", answer?.reason);
    assert.match(answer.reason, /to one\.acme\.io:5432 works/);
  });

  it("does not decide where none of the hosts answers, and names each", async () => {
    const answer = await ask(several("127.0.0.1:9", "127.0.0.1:11"));
    assert.equal(answer?.outcome, "not-decided", answer?.reason);
    assert.match(answer.reason, /127\.0\.0\.1:9 .*127\.0\.0\.1:11 /);
  });

  it("asks nothing where the pooler has just refused the credentials", async () => {
    const known = fail("refused", { mode: "database/credentials" });
    assert.equal(await ask({ known }), undefined);
  });
});
