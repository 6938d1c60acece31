import assert from "node:assert/strict";
import { type AskingDatabases, askDatabases } from "../../components/verification/ask-databases";
import type { Answer } from "../../probes";
import { DIRECT, HOST, REF, startDatabase } from "../connect/database";
import { type Replicated, startReplicated } from "../probes/replicated-postgres";

const PASSWORD = "c4nary/s3cret@v4lue";
/** Milliseconds of a deadline that is waited for. */
const SHORT = 2_000;

describe("One login in several of a service's URLs", function () {
  this.timeout(5 * 60_000);
  let pair: Replicated;
  before(async () => {
    pair = await startReplicated();
    await pair.at("primary", "CREATE ROLE navigator LOGIN PASSWORD 'another one'");
    await pair.caughtUp();
    await pair.at("standby", "SELECT pg_wal_replay_pause()");
    await pair.at("primary", `CREATE ROLE later LOGIN PASSWORD '${PASSWORD}'`);
    await pair.at("primary", `ALTER ROLE navigator PASSWORD '${PASSWORD}'`);
  });
  after(() => pair.stop());

  const standby = () => `127.0.0.1:${pair.port}`;
  const primary = () => `127.0.0.1:${pair.primary.port}`;
  const urlAt = (hosts: string, user = "later", password = PASSWORD) =>
    `postgresql://${user}:${encodeURIComponent(password)}@${hosts}/postgres`;

  /** What each variable's URL comes to, and how often it was said that it is asked again. */
  async function asked(
    urls: Readonly<Record<string, string>>,
    { deadline = 60_000, addresses = {}, onProgress = () => {} }: Partial<Conditions> = {},
  ): Promise<Asked> {
    const answers: Record<string, Answer> = {};
    const progress: string[] = [];
    const end = Date.now() + deadline;
    const schedule = { initialDelay: 0, interval: 100, count: 1, failureLimit: 0, deadline };
    const running = {
      inputs: {
        ...{ databaseUrl: urls.DATABASE_URL ?? "", addresses },
        schedule: { ...schedule, consecutiveErrorLimit: 4, consecutiveSuccessLimit: 0 },
      },
      urls: Object.entries(urls).map(([variable, url]) => ({ variable, url })),
      signal: new AbortController().signal,
      left: () => end - Date.now(),
      onProgress: (words: string) => {
        progress.push(words);
        onProgress(progress.length);
      },
      add: (_: string, name: string, answer: Answer) => {
        answers[name] = answer;
      },
    } as unknown as AskingDatabases;
    await askDatabases(running);
    assert.doesNotMatch(JSON.stringify([answers, progress]), /c4nary|r3plic4tes|another one/);
    return { answers, progress };
  }

  interface Conditions {
    readonly deadline: number;
    readonly addresses: Readonly<Record<string, string>>;
    readonly onProgress: (times: number) => void;
  }
  interface Asked {
    readonly answers: Readonly<Record<string, Answer>>;
    readonly progress: readonly string[];
  }

  it("is not decided at the standby that refuses it, which is asked until the deadline", async () => {
    const urls = { DATABASE_URL: urlAt(primary()), READ_URL: urlAt(standby()) };
    const { answers, progress } = await asked(urls, { deadline: SHORT });
    assert.equal(answers.database?.outcome, "pass", answers.database?.reason);
    assert.equal(answers.READ_URL?.outcome, "not-decided", answers.READ_URL?.reason);
    assert.match(answers.READ_URL?.reason ?? "", /DATABASE_URL.* takes the same login/);
    assert.ok(progress.length > 5, String(progress.length));
  });

  it("nor where the standby's URL comes first", async () => {
    const urls = { DATABASE_URL: urlAt(standby()), WRITE_URL: urlAt(primary()) };
    const { answers } = await asked(urls, { deadline: SHORT });
    assert.equal(answers.database?.outcome, "not-decided", answers.database?.reason);
    assert.match(answers.database?.reason ?? "", /WRITE_URL.* takes the same login/);
    assert.equal(answers.WRITE_URL?.outcome, "pass", answers.WRITE_URL?.reason);
  });

  it("nor in one URL of both hosts, which is asked until the deadline too", async () => {
    const { answers, progress } = await asked(
      { DATABASE_URL: urlAt(`${standby()},${primary()}`) },
      { deadline: SHORT },
    );
    assert.equal(answers.database?.outcome, "not-decided", answers.database?.reason);
    assert.ok(progress.length > 5, String(progress.length));
  });

  it("fails at once where another URL has another password, or another role", async () => {
    for (const wrong of [urlAt(standby(), "later", "wr0ng"), urlAt(standby(), "stranger")]) {
      const { answers, progress } = await asked({ DATABASE_URL: urlAt(primary()), READ_URL: wrong });
      assert.equal(answers.database?.outcome, "pass");
      assert.equal(answers.READ_URL?.outcome, "fail", answers.READ_URL?.reason);
      assert.equal(progress.length, 0);
    }
  });

  it("fails at once where both refuse it", async () => {
    const urls = {
      DATABASE_URL: urlAt(primary(), "later", "wr0ng"),
      READ_URL: urlAt(standby(), "later", "wr0ng"),
    };
    const { answers, progress } = await asked(urls);
    assert.deepEqual([answers.database?.outcome, answers.READ_URL?.outcome], ["fail", "fail"]);
    assert.equal(progress.length, 0);
  });

  it("fails at once at the same server under another database's name", async () => {
    const urls = {
      DATABASE_URL: urlAt(primary()),
      READ_URL: urlAt(primary()).replace(/postgres$/, "nowhere"),
    };
    const { answers } = await asked(urls);
    assert.equal(answers.READ_URL?.outcome, "fail", answers.READ_URL?.reason);
  });

  it("is not decided at a pooler that refuses what the direct way takes, and is not tried there again", async () => {
    const database = await startDatabase("current");
    // The pooler has the password that was before: of another server here.
    const addresses = { ...database.addresses, [`${DIRECT}:5432`]: primary() };
    await database.run("ALTER ROLE navigator PASSWORD 'another one'");
    const urls = {
      DATABASE_URL: `${urlAt(`${HOST}:5432`, `navigator.${REF}`)}?sslmode=require`,
      DIRECT_URL: urlAt(`${DIRECT}:5432`, "navigator"),
      OTHER_URL: `${urlAt(`${HOST}:6543`, `navigator.${REF}`, "wr0ng")}?sslmode=require`,
    };
    const { answers, progress } = await asked(urls, { addresses });
    await database.stop();
    assert.equal(answers.DIRECT_URL?.outcome, "pass", answers.DIRECT_URL?.reason);
    assert.equal(answers.database?.outcome, "not-decided", answers.database?.reason);
    assert.match(answers.database?.reason ?? "", /DIRECT_URL.* takes the same login/);
    assert.equal(answers.OTHER_URL?.outcome, "fail", answers.OTHER_URL?.reason);
    assert.equal(progress.length, 0);
  });

  it("passes once the standby has followed", async () => {
    const follows = (times: number) => {
      if (times === 7) void pair.at("standby", "SELECT pg_wal_replay_resume()");
    };
    const urls = { DATABASE_URL: urlAt(primary()), READ_URL: urlAt(standby()) };
    const { answers } = await asked(urls, { onProgress: follows });
    assert.equal(answers.READ_URL?.outcome, "pass", answers.READ_URL?.reason);
  });
});
