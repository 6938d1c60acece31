import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { ownPulumi } from "../../../cli/stacks/own-pulumi";
import type { Pulumi } from "../../../cli/stacks/pulumi";
import type { PulumiRun } from "../../../cli/stacks/pulumi-run";
import { StackLockedError } from "../../../cli/stacks/stack-lock";
import { findEngine } from "../../../engine";
import { startPostgres } from "../../../rehearsal/postgres";
import { startS3 } from "./s3-server/start";

const PASSWORD = "c4nary-of-the-state";

/** Says that it runs, and goes on for as long as the file `hold` is there. */
const PROGRAM = `
const { existsSync } = require("node:fs");
const { Config, log } = require("@pulumi/pulumi");
exports.word = (async () => {
  await log.info("the program runs");
  while (existsSync("hold")) await new Promise((next) => setTimeout(next, 50));
  return new Config().requireSecret("word");
})();
`;

const UP = ["up", "-s", "production", "--yes", "--skip-preview"];

interface Backend {
  readonly url: string;
  readonly variables: NodeJS.ProcessEnv;
  stop(): Promise<void> | void;
}

const BACKENDS: Readonly<Record<string, () => Promise<Backend | undefined>>> = {
  PostgreSQL: async () => {
    const server = await startPostgres({ adminPassword: PASSWORD });
    const { host, port, adminUser } = server;
    const url = `postgres://${adminUser}@${host}:${port}/postgres?sslmode=disable&table=pulumi_state`;
    return { url, variables: { PGPASSWORD: PASSWORD }, stop: () => server.stop() };
  },
  "S3's protocol": async () => {
    const server = await startS3();
    if (server === undefined) return undefined;
    const url = `s3://state?endpoint=${server.address}&s3ForcePathStyle=true&region=us-east-1`;
    const variables = { AWS_ACCESS_KEY_ID: "state", AWS_SECRET_ACCESS_KEY: PASSWORD };
    return { url, variables, stop: () => server.stop() };
  },
};

for (const [name, start] of Object.entries(BACKENDS)) {
  describe(`State that a team shares in ${name}`, function () {
    this.timeout(5 * 60_000);
    let backend: Backend;
    let folder: string;
    let pulumi: Pulumi;

    before(async function () {
      const started = await start();
      if (started === undefined) return this.skip();
      backend = started;
      folder = mkdtempSync(path.join(tmpdir(), "portcullis-shared-"));
      writeFileSync(
        path.join(folder, "Pulumi.yaml"),
        "name: shop\nruntime: { name: nodejs, options: { typescript: false } }\n",
      );
      writeFileSync(path.join(folder, "package.json"), '{ "name": "shop", "main": "index.js" }');
      writeFileSync(path.join(folder, "index.js"), PROGRAM);
      symlinkSync(path.join(__dirname, "../../../node_modules"), path.join(folder, "node_modules"));
      mkdirSync(path.join(folder, "home"));
      const variables = {
        ...{ ...backend.variables, PULUMI_HOME: path.join(folder, "home"), PULUMI_CONFIG_PASSPHRASE: "test" },
      };
      pulumi = ownPulumi(folder, await findEngine(), new AbortController().signal, variables);
    });
    after(async () => {
      await backend?.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    });

    async function succeed(args: readonly string[], input?: string): Promise<string> {
      const run = await pulumi(args, input === undefined ? {} : { input });
      assert.equal(run.exitCode, 0, run.output);
      return run.stdout;
    }

    it("is logged in to, and lets one command at a time change a stack", async () => {
      await succeed(["login", backend.url]);
      await succeed(["stack", "init", "production"]);
      await succeed(["config", "set", "-s", "production", "--secret", "word"], "a word");
      writeFileSync(path.join(folder, "hold"), "");
      const first = await started();
      const refused = await refusal();
      const holder = new RegExp(
        `${userInfo().username} on ${hostname()} \\(process (\\d+), since (\\d{4}-\\S+)\\)`,
      ).exec(refused);
      assert.ok(holder, refused);
      assert.match(
        refused,
        /production is locked: .* Nothing of it was changed\.\nWait until that has ended/,
      );
      assert.ok(!refused.includes(PASSWORD));
      // Killed, it leaves its lock, which is then distinguished from one that is held.
      process.kill(Number(holder[1]), "SIGKILL");
      assert.notEqual((await first.ended).exitCode, 0);
      const left = await refusal();
      assert.match(left, /it was killed and left its lock\. Type `pulumi cancel -s production`/);
    });

    it("is gone on with after the advice", async () => {
      rmSync(path.join(folder, "hold"), { force: true });
      assert.ok(!existsSync(path.join(folder, "hold")));
      await succeed(["cancel", "-s", "production", "--yes"]);
      await succeed(UP);
      const outputs = await succeed(["stack", "output", "--json", "--show-secrets", "-s", "production"]);
      assert.deepEqual(JSON.parse(outputs), { word: "a word" });
      const exported = await succeed(["stack", "export", "-s", "production"]);
      assert.doesNotMatch(exported, /a word|c4nary/);
    });

    /** An update whose program runs. */
    function started(): Promise<{ readonly ended: Promise<PulumiRun> }> {
      return new Promise((resolve, reject) => {
        const onLine = (line: string): void => {
          if (line.includes("the program runs")) resolve({ ended });
        };
        const ended = pulumi(UP, { onLine });
        ended.then(({ output }) => reject(new Error(output)), reject);
      });
    }

    /** What a second writer gets to read. */
    async function refusal(): Promise<string> {
      const second = pulumi(UP);
      const cause = await second.then(
        (run) => assert.fail(run.output),
        (error: unknown) => error,
      );
      assert.ok(cause instanceof StackLockedError, String(cause));
      return cause.message;
    }
  });
}
