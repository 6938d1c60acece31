import assert from "node:assert/strict";
import type { VerificationInputs } from "../../components/verification/inputs";
import { type Deployed, DeployedKinds, type Kind } from "./deployed-kind";

type Expected = "pass" | "fail" | "not-decided" | "no pass";

interface Case extends Kind {
  readonly expected: Expected;
  /** What its user must read. */
  readonly words?: RegExp;
  readonly not?: RegExp;
  readonly change?: Partial<VerificationInputs>;
  /** Done before it is verified. */
  readonly first?: (service: Deployed) => Promise<unknown>;
  /** Done at each word of progress. */
  readonly meanwhile?: (words: string, service: Deployed) => unknown;
}

/** Writes each line at its time, in milliseconds, and goes on. */
const says = (lines: readonly (readonly [at: number, line: string])[]): string =>
  `for (const [at, line] of ${JSON.stringify(lines)}) setTimeout(() => console.log(line), at); setInterval(() => 0, 1000);`;

/** Writes the lines again and again. */
const repeats = (every: number, ...lines: readonly string[]): string =>
  `const say = () => console.log(${JSON.stringify(lines.join("\n"))}); say(); setInterval(say, ${every});`;

const worker = { type: "worker" } as const;
const cron = { type: "cron" } as const;
const inner = { type: "private" } as const;

const CASES: Readonly<Record<string, Case>> = {
  "a worker that ends with an error every few seconds": {
    ...worker,
    program: "setTimeout(() => process.exit(1), 1_200);",
    change: { stability: 3_000 },
    expected: "fail",
    words: /started again \(the instance failed with status 1\)/,
  },
  "a worker that ends every few seconds with an exception in its log": {
    ...worker,
    program: 'setTimeout(() => { throw new TypeError("jobs.map is not a function"); }, 1_200);',
    change: { stability: 3_000 },
    expected: "fail",
    words: /^kind-\d+ failed.*jobs\.map is not a function/,
  },
  "a worker that its broker refuses for its password": {
    ...worker,
    program: repeats(
      300,
      "[ioredis] Unhandled error event: ReplyError: WRONGPASS invalid username-password pair or user is disabled.",
    ),
    expected: "fail",
    words: /configuration\/invalid: .*WRONGPASS.*Correct the user, the password/,
  },
  "a worker that its broker wants a password of": {
    ...worker,
    program: repeats(
      300,
      "redis.exceptions.AuthenticationError: Authentication required.",
      "[WARNING] consumer: retrying in 0.30 seconds",
    ),
    expected: "fail",
    words: /configuration\/invalid: .*Authentication required/,
  },
  "a worker whose vhost is not there": {
    ...worker,
    program: repeats(
      300,
      "amqp.exceptions.NotAllowed: Connection.open: (530) NOT_ALLOWED - vhost jobs not found",
      "Trying again in 0.30 seconds...",
    ),
    expected: "fail",
    words: /NOT_ALLOWED - vhost jobs not found/,
  },
  "a worker that does nothing after nodemon has seen it crash": {
    ...worker,
    program: says([
      [0, "[nodemon] starting `node worker.js`"],
      [50, "Error: Cannot find module 'bullmq'"],
      [60, "[nodemon] app crashed - waiting for file changes before starting..."],
    ]),
    expected: "no pass",
    words: /app crashed - waiting for file changes|Cannot find module 'bullmq'/,
  },
  "a worker that does nothing after node --watch has seen it crash": {
    ...worker,
    program: says([
      [50, "TypeError: Cannot read properties of undefined (reading 'jobs')"],
      [60, "Failed running 'worker.js'. Waiting for file changes before restarting..."],
    ]),
    expected: "no pass",
    words: /Waiting for file changes|reading 'jobs'/,
  },
  "a worker that beats while each of its tries fails": {
    ...worker,
    program: repeats(
      300,
      "heartbeat: 0 jobs in progress",
      "Error: connect ECONNREFUSED 10.0.0.5:6379, retrying in 300 ms",
    ),
    expected: "pass",
    words: /went on after .*ECONNREFUSED 10\.0\.0\.5:6379/,
  },
  "a sound worker whose jobs are tried again": {
    ...worker,
    program: repeats(
      200,
      "job 12 done in 3 ms",
      "job 13 failed: connect ECONNREFUSED api.example.com; retry 1 of 5 in 2 s",
      "job 14 done in 5 ms",
    ),
    expected: "pass",
  },
  "a sound worker that says nothing": {
    ...worker,
    program: "setInterval(() => 0, 1000);",
    expected: "pass",
    words: /it stayed up for 1\.5 s/,
  },
  "a sound worker that waits for the lock of its twin": {
    ...worker,
    program: repeats(200, "INFO scheduler: another instance is the leader, waiting for the lock"),
    expected: "pass",
  },
  "a sound worker that watches a folder for changes": {
    ...worker,
    program: says([[50, "chokidar: ready, waiting for file changes in /data/inbox"]]),
    expected: "pass",
  },
  "a sound worker that was started again before it was live": {
    ...worker,
    program: `const fs = require("node:fs");
      if (!fs.existsSync("begun")) { fs.writeFileSync("begun", ""); console.log("makes its cache"); }
      setInterval(() => 0, 1000);`,
    expected: "pass",
  },
  "a private service that listens on another port": {
    ...inner,
    program: 'require("node:http").createServer((_, r) => r.end("ok")).listen(0, "0.0.0.0");',
    expected: "fail",
    words: /port\/mismatch: the service listens on \d+, the stack declares \d+/,
  },
  "a private service that listens on its loopback address alone": {
    ...inner,
    variables: { HOST: "127.0.0.1" },
    program: `const { PORT } = process.env;
      require("node:http").createServer((_, r) => r.end("ok")).listen(PORT, "127.0.0.1",
        () => console.log("INFO:     Uvicorn running on http://127.0.0.1:" + PORT));`,
    expected: "fail",
    words: /0\.0\.0\.0/,
  },
  "a private service that ends and is started again": {
    ...inner,
    program: `require("node:http").createServer((_, r) => r.end("ok")).listen(process.env.PORT, "0.0.0.0");
      setTimeout(() => process.exit(2), 2_500);`,
    change: { stability: 5_000 },
    expected: "fail",
    words: /started again \(the instance failed with status 2\)/,
  },
  "a sound private service": { ...inner, expected: "pass", words: /it stayed up for 1\.5 s/ },
  "a sound job": {
    ...cron,
    program: 'console.log("3 mails");',
    expected: "pass",
    words: /one run ended well/,
  },
  "a job whose command is not there": {
    ...cron,
    start: "exec ./send-mails --all",
    expected: "fail",
    words: /send-mails/,
  },
  "a job that another run cancels": {
    ...cron,
    program: "setInterval(() => 0, 1000);",
    meanwhile: (words, service) =>
      words.includes("has begun") && service.kinds.called.ask("POST", `/cron-jobs/${service.id}/runs`),
    expected: "not-decided",
    words: /the run was canceled/,
  },
  "a job that goes on": {
    ...cron,
    program: "setInterval(() => 0, 1000);",
    change: { run: 2_000 },
    expected: "fail",
    words: /had not ended 2 s after it began/,
  },
  "a sound job of a Render that fails for a while": {
    ...cron,
    program: 'setTimeout(() => console.log("3 mails"), 1_000);',
    meanwhile: (words, service) => words.includes("has begun") && service.fails(/events$/, 503, 12),
    expected: "pass",
  },
  "a sound job of a Render that takes no run for a while": {
    ...cron,
    program: 'console.log("3 mails");',
    first: async (service) => {
      await service.ended();
      service.fails(/cron-jobs/, 503, 3);
    },
    expected: "pass",
  },
  "a job that was suspended by hand": {
    ...cron,
    program: 'console.log("3 mails");',
    first: async (service) => {
      await service.ended();
      await service.ask("POST", "/suspend");
    },
    expected: "not-decided",
    words: /suspended/,
  },
  "a worker that was suspended by hand": {
    ...worker,
    program: "setInterval(() => 0, 1000);",
    first: async (service) => {
      await service.ended();
      await service.ask("POST", "/suspend");
    },
    expected: "not-decided",
    words: /suspended/,
  },
};

describe("A verification of", function () {
  this.timeout(10 * 60_000);
  let kinds: DeployedKinds;
  before(async () => {
    kinds = await DeployedKinds.open();
  });
  afterEach(() => kinds.clear());
  after(() => kinds.close());

  for (const [what, { expected, words, not, change, first, meanwhile, ...kind }] of Object.entries(CASES))
    it(`${what}: ${expected}`, async () => {
      const service = await kinds.deployed(kind);
      await first?.(service);
      const found = await service.verified(change, (told) => void meanwhile?.(told, service));
      kinds.called.render.faults.clear();
      if (expected === "no pass") assert.notEqual(found.outcome, "pass", found.words);
      else assert.equal(found.outcome, expected, found.words);
      if (words !== undefined) assert.match(found.words, words);
      if (not !== undefined) assert.doesNotMatch(found.words, not);
    });
});
