import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SDK_VERSION } from "../../engine";
import { freePort, holdFolder, isRunning } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";
import { SERVER } from "../rehearsal/render/runtime/rehearsed";
import { until } from "../until";
import { everyCommand } from "./every-command";
import { HeldServer } from "./held-server";

const ROOT = path.join(__dirname, "../..");
const ENTRY = path.join(ROOT, "bin/portcullis.js");

/** Answers, until the command that HELD names: it says its process id and does not end by itself. */
const PULUMI = `#!/bin/sh
case "$1 $2" in "$HELD"*) echo $$ >"$HELD_PID"; exec sleep 300 ;; esac
[ "$1 $2" != "stack import" ] || cat >/dev/null
[ "$1 $2" != "config cp" ] || cp "Pulumi.$4.yaml" "Pulumi.$6.yaml"
[ "$1 $2 $3" != "preview -s production" ] || { echo "error: no changes were expected"; exit 1; }
case "$1" in version) echo "\${PULUMI_IS:-v${SDK_VERSION}}" ;; stack) cat "$EXPORTED" ;; *) echo "{}" ;; esac
`;

const HELD_FILE = path.join(__dirname, "held-file.cjs");

/** PostgreSQL's answer ("Message Formats"): logged in without a password, and ready. */
const READY = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

const ENDINGS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** Whether a process still has the folder among its arguments, or in its environment's file of answers. */
function startedIn(folder: string): boolean {
  return readdirSync("/proc").some((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) return false;
    try {
      return readFileSync(`/proc/${entry}/cmdline`, "utf8").includes(folder);
    } catch {
      return false; // Ended meanwhile.
    }
  });
}

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
  async function assertEnds(
    child: ChildProcess,
    held: Promise<unknown>,
    at: number,
    words: RegExp,
    starts = true,
  ) {
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
    if (starts)
      assert.equal(said.shift(), `portcullis: ${signal}: ending what was started (again to end at once)`);
    assert.match(said[0] ?? "", words);
    assert.equal(said.length, 1, texts.stderr);
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

  for (const [at, question] of [/^\/v1\/owners/, /^\/v1\/services\?/, /\/env-vars/].entries()) {
    it(`is ended, and writes nothing: adopt --from-render, at Render's ${question.source}`, async () => {
      const server = await HeldServer.before(called.render.host, question);
      const { pathname } = new URL(called.render.host);
      const output = path.join(folder, `account-${at}`);
      const child = begin(["adopt", "--from-render", "--output", output], {
        RENDER_HOST: `http://127.0.0.1:${server.port}${pathname}`,
      });
      const words =
        /^portcullis: interrupted; nothing was changed at Render; type the same command again, and it goes on where it stopped\.$/;
      await assertEnds(child, server.held, at, words);
      await until(() => server.open === 0);
      server.close();
      assert.ok(!existsSync(output));
    });
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

  /** A project with two stacks, whose service has a port that is free. */
  async function ownProject(): Promise<string> {
    const project = mkdtempSync(path.join(folder, "project-"));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(project, "node_modules"));
    cpSync(path.join(ROOT, "Pulumi.yaml"), path.join(project, "Pulumi.yaml"));
    const port = await freePort();
    for (const stack of ["staging", "production"]) {
      const text = readFileSync(path.join(ROOT, `Pulumi.${stack}.yaml`), "utf8")
        .replace("port: 8000", `port: ${port}`)
        .replace("config:\n", "config:\n  portcullis:promotion: { from: staging }\n");
      // A preview environment is made of what promotes from nothing.
      const own = text.replace(/ {2}portcullis:promotion.*\n/, stack === "staging" ? "" : "$&");
      const secrets = ["databasePassword", "databaseAdminPassword"].map(
        (key) => `  portcullis:${key}: { secure: "v1:abcdefgh:ijkl" }\n`,
      );
      writeFileSync(path.join(project, `Pulumi.${stack}.yaml`), own + secrets.join(""));
    }
    cpSync(path.join(project, "Pulumi.staging.yaml"), path.join(project, "Pulumi.pr-7.yaml"));
    return project;
  }

  const verification = {
    ...{ outcome: "pass", deployId: "dep-1", commit: "4f0d1c9b3e5a7f2d8c6b1a09e8d7c6b5a4f3e2d1" },
    ...{ at: "2026-11-29T00:00:00Z", checks: [] },
  };
  const NOTHING = "{}";
  const DEPLOYED = JSON.stringify([{ name: "staging", resourceCount: 3 }]);
  const WITH_PREVIEW = JSON.stringify([{ name: "staging" }, { name: "pr-7" }]);
  const VERIFIED = JSON.stringify({ services: { main: { serviceId: "srv-1", verification } } });
  const GOES_ON = /^portcullis: interrupted; type the same command again, and it goes on where it stopped\.$/;
  const OR_DOWN =
    /^portcullis: interrupted; type the same command again, or `down` to remove what was made\.$/;
  const THE_REST = /^portcullis: interrupted; type the same command again, and it removes what is left\.$/;
  const ENDED = /^portcullis: interrupted; what was started has been ended\.$/;

  /** What is typed, what Pulumi answers to `pulumi stack …`, where it is held, and what is said. */
  const AT_PULUMI: readonly [string, string, readonly string[], RegExp][] = [
    ["drift staging", DEPLOYED, ["stack ls", "refresh", "policy analyze"], ENDED],
    ["promote --yes", VERIFIED, ["config", "preview", "up"], GOES_ON],
    ["preview-environment up --pr 8 --branch change", "[]", ["stack ls", "stack init", "config cp"], OR_DOWN],
    ["preview-environment up --pr 7 --branch change", WITH_PREVIEW, ["config set", "up"], OR_DOWN],
    ["preview-environment down --pr 7", WITH_PREVIEW, ["stack ls", "destroy", "stack rm"], THE_REST],
    ["preview-environment expire", WITH_PREVIEW, ["version", "stack ls", "stack history"], THE_REST],
    ["rehearse staging", NOTHING, ["version", "stack init", "up"], ENDED],
    ["rehearse --serve served staging", NOTHING, ["version", "stack init"], ENDED],
    [
      "engine",
      NOTHING,
      ["version"],
      /^portcullis: interrupted; what was begun is begun again the next time\.$/,
    ],
  ];

  for (const [typed, answer, points, words] of AT_PULUMI) {
    for (const [at, point] of points.entries()) {
      it(`is ended, with Pulumi and all else that it started: ${typed}, at \`pulumi ${point}\``, async () => {
        const project = await ownProject();
        const before = readdirSync(project);
        const [pid, exported] = [path.join(project, "pid"), path.join(project, "answer")];
        writeFileSync(exported, answer);
        const held = { HELD: point, HELD_PID: pid, EXPORTED: exported };
        const own =
          typed === "engine" ? [] : ["--project", project, ...(/serve/.test(typed) ? [] : ["--json"])];
        const child = begin(
          [...typed.replace("served", path.join(project, "served")).split(" "), ...own],
          held,
        );
        await assertEnds(child, heldPulumi(pid), at, words);
        assert.ok(!isRunning(await heldPulumi(pid)));
        await until(() => !startedIn(folder));
        const [cache, left] = [path.join(folder, "cache"), ["drifts", "rehearsals"]];
        for (const name of left) {
          const parent = path.join(cache, name);
          assert.deepEqual(existsSync(parent) ? readdirSync(parent) : [], []);
        }
        // The file of a stack that is made here is gone on with.
        const others = ["pid", "answer", "fracas", "Pulumi.pr-8.yaml"];
        const files = readdirSync(project).filter((entry) => !others.includes(entry));
        assert.deepEqual(files, before);
      });
    }
  }

  for (const [at, [name, lock]] of (
    [
      ["the download", "download"],
      ["the build", "builds"],
    ] as const
  ).entries()) {
    it(`is ended, and leaves the other run alone: engine, waiting for ${name}`, async () => {
      const cache = mkdtempSync(path.join(folder, "engine-"));
      if (lock === "builds") writeFileSync(path.join(cache, `download-${SDK_VERSION}.failed`), "");
      const release = await holdFolder(path.join(cache, lock), { stale: 60_000 });
      const child = begin(["engine"], { PORTCULLIS_CACHE: cache, PULUMI_IS: "v1.0.0" });
      const waits = new Promise<void>((resolve) => {
        child.stderr?.on("data", (chunk: Buffer) => /waiting for that one/.test(String(chunk)) && resolve());
      });
      await assertEnds(
        child,
        waits,
        at,
        /^portcullis: interrupted; what was begun is begun again the next time\.$/,
      );
      await release();
    });
  }

  for (const [command, words] of [
    ["audit", /^portcullis: interrupted; nothing was changed\.$/],
    ["audit --fix", /^portcullis: interrupted; nothing was changed\.$/],
    ["adopt", /^portcullis: interrupted; nothing was written\.$/],
  ] as const) {
    for (const point of ["/held", "/Dockerfile", "/app/settings.py"]) {
      it(`is ended in the midst of its work, and changes nothing: ${command}, at ${point}`, async () => {
        const held = mkdtempSync(path.join(folder, "repository-"));
        const repository = path.join(held, "held");
        cpSync(path.join(ROOT, "tests/fixtures/repositories/incident"), repository, { recursive: true });
        const before = readdirSync(repository, { recursive: true });
        const pid = path.join(held, "pid");
        const variables = { HELD: point, HELD_PID: pid, NODE_OPTIONS: `--require ${HELD_FILE}` };
        const [name = "", ...options] = command.split(" ");
        const child = begin([name, repository, ...options], variables);
        await assertEnds(
          child,
          until(() => existsSync(pid)),
          0,
          words,
          false,
        );
        assert.deepEqual(readdirSync(repository, { recursive: true }), before);
      });
    }
  }

  /** A folder with a failure record of each log. */
  function recordsOf(name: string, logs: readonly string[]): string {
    const records = path.join(folder, name);
    for (const [index, text] of logs.entries()) {
      const log = path.join(folder, `${name}.log`);
      writeFileSync(log, text);
      const by = ["--record", "--stack", "production", "--service", "navigator-api", "--folder", records];
      const args = [ENTRY, "diagnose", log, ...by];
      const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      assert.ok(existsSync(path.join(records, `FR-000${index + 1}.yaml`)), stderr);
    }
    return records;
  }

  const TIMED_OUT = "INFO:     Uvicorn running on http://0.0.0.0:10000\n==> Timed Out\n";
  const AS_IT_WAS = /^portcullis: interrupted; each record is as it was, or as it was to be\.$/;

  for (const [command, ...more] of [
    ["list"],
    ["show", "FR-0002"],
    ["metrics"],
    ["report", "--output", "report.html"],
    ["move", "FR-0002", "analysed", "--by", "ada"],
  ]) {
    for (const point of ["/listed", "/FR-0001.yaml", "/FR-0002.yaml"]) {
      // These read the one record that they are about.
      if (more[0] === "FR-0002" && point === "/FR-0001.yaml") continue;
      it(`is ended while it reads, and prints and writes nothing: fracas ${command}, at ${point}`, async () => {
        const records = path.join(folder, "listed");
        if (!existsSync(records)) recordsOf("listed", [TIMED_OUT, "MemoryError\n"]);
        const before = readdirSync(records);
        const held = mkdtempSync(path.join(folder, "fracas-"));
        const pid = path.join(held, "pid");
        const variables = { HELD: point, HELD_PID: pid, NODE_OPTIONS: `--require ${HELD_FILE}` };
        const output = more.map((word) => word.replace(/^report.html$/, path.join(held, word)));
        const child = begin(["fracas", `${command}`, "--folder", records, ...output], variables);
        const waits = until(() => existsSync(pid));
        await assertEnds(child, waits, 0, AS_IT_WAS, false);
        assert.deepEqual(readdirSync(records), before);
        assert.deepEqual(readdirSync(held), ["pid"]);
      });
    }
  }

  it("is ended while another one holds the records, and changes none: fracas move", async () => {
    const pid = path.join(folder, "fracas-pid");
    const records = recordsOf("records", [TIMED_OUT]);
    const before = readFileSync(path.join(records, "FR-0001.yaml"), "utf8");
    const release = await holdFolder(records, { stale: 60_000, name: ".lock" });
    const move = [
      "fracas",
      "move",
      "FR-0001",
      "analysed",
      "--root-cause",
      "x",
      "--by",
      "ada",
      "--folder",
      records,
    ];
    const variables = { HELD: "/.lock", HELD_PID: pid, NODE_OPTIONS: `--require ${HELD_FILE}` };
    const waits = until(() => existsSync(pid));
    await assertEnds(begin(move, variables), waits, 0, AS_IT_WAS, false);
    await release();
    assert.equal(readFileSync(path.join(records, "FR-0001.yaml"), "utf8"), before);
  });

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

  it("is held at three points at least, each of them; those with fewer are in the decision's table", function () {
    const titles = (this.test?.parent?.tests ?? []).map(({ title }) => title);
    const pointsOf = (typed: string) =>
      titles.filter((title) => new RegExp(`: ${typed}(?= |,|$)`).test(title)).length;
    const decision = readFileSync(
      path.join(ROOT, "docs/decisions/0028-where-a-command-is-interrupted.md"),
      "utf8",
    );
    const fewer = [...everyCommand()]
      .filter(([typed, { commands }]) => commands.length === 0 && pointsOf(typed) < 3)
      .map(([typed]) => typed);
    const stated = [...decision.matchAll(/^\| `([^`]+)` \|/gm)].map(([, typed = ""]) => typed);
    assert.deepEqual(fewer.toSorted(), stated.toSorted());
  });
});
