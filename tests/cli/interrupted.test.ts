import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SDK_VERSION } from "../../engine";
import { freePort, isRunning } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";
import { SERVER } from "../rehearsal/render/runtime/rehearsed";
import { until } from "../until";
import { HeldServer } from "./held-server";

const ROOT = path.join(__dirname, "../..");
const ENTRY = path.join(ROOT, "bin/portcullis.js");

/** Answers, until the command that HELD names: it says its process id and does not end by itself. */
const PULUMI = `#!/bin/sh
case "$1 $2" in "$HELD"*) echo $$ >"$HELD_PID"; exec sleep 300 ;; esac
case "$1" in version) echo v${SDK_VERSION} ;; stack) cat "$EXPORTED" ;; esac
`;

/** PostgreSQL's answer ("Message Formats"): logged in without a password, and ready. */
const READY = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

const ENDINGS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

describe("A command that a signal ends", function () {
  this.timeout(5 * 60_000);
  let folder: string;
  let called: CalledRender;
  let service: { readonly id: string; readonly deployId: string };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-interrupted-"));
    writeFileSync(path.join(folder, "pulumi"), PULUMI, { mode: 0o755 });
    called = await CalledRender.open();
    writeFileSync(path.join(called.source, "server.js"), SERVER);
    const envVars = [{ key: "PORT", value: String(await freePort()) }];
    const start = { buildCommand: "true", startCommand: "node server.js 0.0.0.0 $PORT" };
    const made = await called.ask(
      "POST",
      "/services",
      called.post({ envVars }, { envSpecificDetails: start }),
    );
    service = { id: made.service.id, deployId: made.deployId };
    assert.equal(await called.ended(service.id, service.deployId), "live");
  });
  after(async () => {
    await called.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function begin(args: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess {
    const env = {
      ...process.env,
      ...{
        NO_COLOR: "1",
        PATH: `${folder}:${process.env.PATH}`,
        PORTCULLIS_CACHE: path.join(folder, "cache"),
      },
      ...{ RENDER_API_KEY: called.render.apiKey, HELD: "nothing" },
      ...variables,
    };
    return spawn(process.execPath, [ENTRY, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  }

  /** Ends it where it is held; says why in one sentence, with the signal's code, and prints no half of an answer. */
  async function assertEnds(child: ChildProcess, held: Promise<unknown>, at: number, words: RegExp) {
    const texts = { stdout: "", stderr: "" };
    child.stdout?.on("data", (chunk: Buffer) => (texts.stdout += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (texts.stderr += chunk.toString()));
    const closed = once(child, "close");
    const first = await Promise.race([held.then(() => "held"), closed.then(() => "ended")]);
    assert.equal(first, "held", texts.stdout + texts.stderr);
    const [signal, code] = ENDINGS[at % ENDINGS.length] ?? ENDINGS[0];
    child.kill(signal);
    assert.equal((await closed)[0], code, texts.stderr);
    const said = texts.stderr.split("\n").filter((line) => line.startsWith("portcullis: "));
    assert.equal(said[0], `portcullis: ${signal}: ending what was started (again to end at once)`);
    assert.match(said[1] ?? "", words);
    assert.equal(said.length, 2, texts.stderr);
    assert.equal(texts.stdout, "");
  }

  const AT_RENDER = [/^\/v1\/services\?/, /\/deploys\?/, /^\/v1\/logs\?/];
  for (const [command, words] of [
    ["watch", /^portcullis: interrupted; the deploy goes on at Render\.$/],
    ["diagnose", /^portcullis: interrupted; nothing was recorded\.$/],
  ] as const) {
    for (const [at, question] of AT_RENDER.entries()) {
      it(`is ended, and asks no further: ${command}, at Render's ${question.source}`, async () => {
        const server = await HeldServer.before(called.render.host, question);
        const { pathname } = new URL(called.render.host);
        const child = begin([command, "--service", "api"], {
          RENDER_HOST: `http://127.0.0.1:${server.port}${pathname}`,
        });
        await assertEnds(child, server.held, at, words);
        await until(() => server.open === 0);
        server.close();
      });
    }
  }

  for (const [at, [point, sslmode, answers]] of (
    [
      ["TLS", "require", []],
      ["the login", "disable", []],
      ["what the role may", "disable", [READY]],
    ] as const
  ).entries()) {
    it(`is ended, and closes every connection: connect, at ${point}`, async () => {
      const server = await HeldServer.answering(answers);
      const url = `postgresql://shop:c4nary@127.0.0.1:${server.port}/shop?sslmode=${sslmode}`;
      const child = begin(["connect", "--url-from", "ASKED_URL", "--timeout", "120"], { ASKED_URL: url });
      const words = /^portcullis: interrupted; every connection has been closed\.$/;
      await assertEnds(child, server.held, at, words);
      await until(() => server.open === 0);
      server.close();
    });
  }

  /** A held command of Pulumi's, by its process. */
  async function heldPulumi(file: string): Promise<number> {
    return until(() => (existsSync(file) && Number(readFileSync(file, "utf8"))) || undefined);
  }

  const monitored = (host: string, url: string) => ({
    ...{ service: "api", serviceId: service.id, deployId: service.deployId, url, healthCheckPath: "/health" },
    ...{ endpoints: [], databaseUrl: "", rollback: false, environment: "staging", records: false },
    ...{ addresses: {}, resourceUrn: "urn:x", renderApiKey: called.render.apiKey, renderHost: host },
    schedule: {
      ...{ initialDelay: 0, interval: 100, count: 1, failureLimit: 0, consecutiveErrorLimit: 4 },
      ...{ consecutiveSuccessLimit: 0, deadline: 600_000 },
    },
  });

  for (const [at, question] of [undefined, /\/deploys\?/, /^\/health/].entries()) {
    const point = question === undefined ? "the stack's state" : `${question.source}`;
    it(`is ended, with every question: monitor, at ${point}`, async () => {
      const server = await HeldServer.before(called.render.host, question ?? /^\/never/);
      const here = `http://127.0.0.1:${server.port}`;
      const inputs = monitored(`${here}${new URL(called.render.host).pathname}`, here);
      const resources = [{ type: "pulumi-nodejs:dynamic/portcullis:Verification", inputs }];
      const exported = path.join(folder, "exported.json");
      const pid = path.join(folder, `monitor-${at}`);
      writeFileSync(exported, JSON.stringify({ deployment: { resources } }));
      const held = question === undefined ? { HELD: "stack export", HELD_PID: pid } : {};
      const child = begin(["monitor", "-s", "staging"], { EXPORTED: exported, ...held });
      const waiting = question === undefined ? heldPulumi(pid) : server.held;
      await assertEnds(child, waiting, at, /^portcullis: interrupted; every question has been ended\.$/);
      await until(() => server.open === 0);
      if (question === undefined) assert.ok(!isRunning(await heldPulumi(pid)));
      server.close();
    });
  }

  for (const [at, point] of ["version", "stack init", "preview"].entries()) {
    it(`is ended, and leaves no stack of its own: review, at \`pulumi ${point}\``, async () => {
      const pid = path.join(folder, `review-${at}`);
      const exported = path.join(folder, "empty");
      writeFileSync(exported, "");
      const child = begin(["review", "staging"], { HELD: point, HELD_PID: pid, EXPORTED: exported });
      const words = /^portcullis: interrupted; what was started has been ended\.$/;
      await assertEnds(child, heldPulumi(pid), at, words);
      assert.ok(!isRunning(await heldPulumi(pid)));
      const reviews = path.join(folder, "cache", "reviews");
      assert.deepEqual(existsSync(reviews) ? readdirSync(reviews) : [], []);
    });
  }

  it("goes on with the files that it has written, and writes the same in the end: adopt", () => {
    const adopted = path.join(folder, "adopted");
    cpSync(path.join(ROOT, "tests/fixtures/repositories/incident"), adopted, { recursive: true });
    const infra = path.join(adopted, "infra");
    const run = () => {
      const { status, stderr } = spawnSync(process.execPath, [ENTRY, "adopt", adopted], { encoding: "utf8" });
      assert.equal(status, 0, stderr);
      return readdirSync(infra, { recursive: true, encoding: "utf8" }).toSorted();
    };
    const whole = run();
    // In the order in which they are written.
    for (const written of [["Pulumi.yaml"], ["Pulumi.yaml", "index.ts", "package.json"]]) {
      for (const entry of readdirSync(infra)) {
        if (!written.includes(entry)) rmSync(path.join(infra, entry), { recursive: true });
      }
      assert.deepEqual(run(), whole);
    }
  });
});
