import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import type { Timings } from "../../../../rehearsal/render/options";
import type { Details } from "../../../../rehearsal/render/store";
import { failureOf, isAlive, messages, pidsIn, Rehearsed, SERVER, StandingClock, until } from "./rehearsed";

const NO_PORT =
  "Port scan timeout reached, no open ports detected. Bind your service to at least one port. " +
  "If you don't need to receive traffic on any port, create a background worker instead.";
const IN_THE_BACKGROUND =
  "==> [embedded Render] The start command ended while something that it had started still ran, and was ended with it. " +
  "Start the server in the foreground: without `&`, `--daemon` or a process manager that returns.";
const TROUBLESHOOTING =
  "==> Common ways to troubleshoot your deploy: https://render.com/docs/troubleshooting-deploys";

interface Case {
  readonly title: string;
  readonly details: Partial<Details>;
  readonly files?: Readonly<Record<string, string>>;
  readonly timings?: Partial<Timings>;
  /** By how many seconds the clock moves on at each look until a line of the log matches; one after the other. */
  readonly time?: readonly (readonly [seconds: number, line: RegExp])[];
  /** By how many seconds it moves on then. */
  readonly late?: number;
  readonly status: string;
  readonly failure: Record<string, unknown>;
  /** Lines of the log, in this order. */
  readonly said: readonly string[];
}

/** The start commands say the shell's own process first, so that the test can see it gone. */
const CASES: readonly Case[] = [
  {
    title: "a process that listens on loopback only",
    details: { startCommand: "echo pid $$; exec node server.js 127.0.0.1 $PORT" },
    timings: { scanLimit: 1e6, notice: 5 },
    time: [
      [0, /^listening on 127/],
      [5, /detected on 0\.0\.0\.0, continuing to scan/],
    ],
    late: 1e6,
    status: "update_failed",
    failure: { timedOutSeconds: 1e6, timedOutReason: NO_PORT },
    said: [
      "==> No open ports detected on 0.0.0.0, continuing to scan...",
      "==> Docs on specifying a port: https://render.com/docs/web-services#port-binding",
      "==> Timed Out",
      `==> ${NO_PORT}`,
    ],
  },
  {
    title: "a process that never listens",
    details: { startCommand: "echo pid $$; exec sleep 60" },
    timings: { scanLimit: 1e6, notice: 5 },
    time: [
      [0, /^pid /],
      [5, /continuing to scan/],
    ],
    late: 1e6,
    status: "update_failed",
    failure: { timedOutSeconds: 1e6, timedOutReason: NO_PORT },
    said: ["==> No open ports detected, continuing to scan...", "==> Timed Out", `==> ${NO_PORT}`],
  },
  {
    title: "a start command that forks into the background",
    details: { startCommand: "node server.js 0.0.0.0 $PORT & echo pid $!" },
    status: "update_failed",
    failure: { earlyExit: true },
    said: ["==> Application exited early", IN_THE_BACKGROUND, TROUBLESHOOTING],
  },
  {
    title: "a start command that leaves a daemon",
    details: {
      startCommand: "setsid node server.js 0.0.0.0 $PORT & echo pid $!; until [ -s up ]; do sleep 0.05; done",
    },
    files: {
      "server.js": `${SERVER}\nserver.on("listening", () => require("node:fs").writeFileSync("up", "up"));`,
    },
    status: "update_failed",
    failure: { earlyExit: true },
    said: ["==> Application exited early", IN_THE_BACKGROUND, TROUBLESHOOTING],
  },
  {
    title: "a process that crashes at once",
    details: { startCommand: "echo pid $$; echo no module >&2; exit 7" },
    status: "update_failed",
    failure: { nonZeroExit: 7 },
    said: ["no module", "==> Exited with status 7", TROUBLESHOOTING],
  },
  {
    title: "a process that ends with 0",
    details: { startCommand: "echo pid $$" },
    status: "update_failed",
    failure: { earlyExit: true },
    said: ["==> Application exited early", TROUBLESHOOTING],
  },
  {
    title: "a health check that never passes",
    details: {
      startCommand: "echo pid $$; exec node server.js 0.0.0.0 $PORT",
      healthCheckPath: "/missing",
    },
    timings: { healthLimit: 60 },
    time: [[0, /^asked for/]],
    late: 60,
    status: "update_failed",
    failure: {
      timedOutSeconds: 60,
      timedOutReason:
        "Timed out after waiting for internal health check to return a successful response code at: " +
        "navigator.onrender.com:<port> /missing",
      unhealthy: "HTTP health check failed (unexpected status code: 503)",
    },
    said: ["==> Timed Out"],
  },
  {
    title: "a build that fails",
    details: { buildCommand: "echo pid $$; echo no wheel; exit 4" },
    status: "build_failed",
    failure: { nonZeroExit: 4 },
    said: ["no wheel", "==> Build failed 😞", TROUBLESHOOTING],
  },
  {
    title: "a build that takes too long",
    details: { buildCommand: "echo pid $$; exec sleep 60" },
    timings: { buildLimit: 60 },
    time: [[0, /^pid /]],
    late: 60,
    status: "build_failed",
    failure: { timedOutSeconds: 60, timedOutReason: "Timed out after 60 seconds" },
    said: ["==> Timed out after 60 seconds", "==> Build failed 😞"],
  },
  {
    title: "a pre-deploy command that fails",
    details: { preDeployCommand: "echo pid $$; echo no table; exit 5" },
    status: "pre_deploy_failed",
    failure: { nonZeroExit: 5 },
    said: ["==> Build successful 🎉", "no table", "==> Exited with status 5"],
  },
];

describe("A deploy of the embedded Render fails", () => {
  for (const { title, details, files = {}, timings = {}, time = [], late = 0, ...expected } of CASES) {
    const { status, failure, said } = expected;
    it(`for ${title}, and says why`, async () => {
      const clock = new StandingClock();
      const rehearsed = await Rehearsed.open({ timings, now: clock.now });
      for (const [name, text] of Object.entries(files))
        await writeFile(path.join(rehearsed.source, name), text);
      const service = await rehearsed.service(details);
      const { deploy } = rehearsed.deployments.start(service, "api");
      for (const [seconds, line] of time) {
        await until(() => {
          clock.advance(seconds);
          return messages(service).some((message) => line.test(message));
        });
      }
      clock.advance(late);
      await rehearsed.end(deploy);
      assert.equal(deploy.status, status);
      const seen = JSON.stringify(failureOf(service)).replace(`:${rehearsed.port} `, ":<port> ");
      assert.deepEqual(JSON.parse(seen), { evicted: false, ...failure });
      const lines = messages(service);
      let at = -1;
      for (const line of said) {
        at = lines.indexOf(line, at + 1);
        assert.ok(at >= 0, `${line}, in its place, in ${lines.join("\n")}`);
      }
      const [pid] = pidsIn(lines);
      assert.ok(pid !== undefined && !isAlive(pid));
      assert.equal((await fetch(service.url)).status, 503);
      assert.deepEqual(service.details.openPorts, []);
      await rehearsed.close();
    });
  }

  it("for a process that uses more memory than its plan has", async function () {
    if (process.platform !== "linux") this.skip();
    const rehearsed = await Rehearsed.open();
    const hungry = "const kept = []; setInterval(() => kept.push(Buffer.alloc(5e7, 1)), 20)";
    const service = await rehearsed.service({ startCommand: `exec node -e '${hungry}'` });
    const deploy = await rehearsed.deploy(service);
    assert.equal(deploy.status, "update_failed");
    assert.deepEqual(failureOf(service), { evicted: false, oomKilled: { memoryLimit: "512Mi" } });
    assert.ok(
      messages(service).includes("==> Out of memory (used over 512Mi)"),
      messages(service).join("\n"),
    );
    await rehearsed.close();
  });

  it("where the port is another process's, which is said before the process says so", async () => {
    const rehearsed = await Rehearsed.open();
    const stranger = net.createServer();
    await new Promise<void>((resolve) => stranger.listen(rehearsed.port, "0.0.0.0", resolve));
    const service = await rehearsed.service();
    const deploy = await rehearsed.deploy(service);
    stranger.close();
    assert.equal(deploy.status, "update_failed");
    const lines = messages(service);
    const note = lines.findIndex((line) =>
      line.includes(`Port ${rehearsed.port} is taken by another process`),
    );
    const own = lines.findIndex((line) => line.includes("EADDRINUSE"));
    assert.ok(note >= 0 && note < own, lines.join("\n"));
    await rehearsed.close();
  });

  it("where it binds another service's port whatever PORT says, and that service is named", async () => {
    const rehearsed = await Rehearsed.open();
    assert.equal((await rehearsed.deploy(await rehearsed.service({}, "first"))).status, "live");
    const startCommand = rehearsed.serve("0.0.0.0", rehearsed.port);
    const second = await rehearsed.service({ startCommand }, "second");
    assert.equal((await rehearsed.deploy(second)).status, "update_failed");
    const lines = messages(second);
    const note = lines.findIndex((line) => line.includes(`first has port ${rehearsed.port} of this machine`));
    const own = lines.findIndex((line) => line.includes("EADDRINUSE"));
    assert.ok(note >= 0 && note < own, lines.join("\n"));
    await rehearsed.close();
  });
});
