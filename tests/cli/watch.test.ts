import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../system";
import { CalledRender } from "../rehearsal/render/called-render";
import { SERVER, until } from "../rehearsal/render/runtime/rehearsed";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const portcullis = (variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> =>
  typed(variables, "watch", ...args);

function typed(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1", RENDER_API_KEY: "", ...variables };
    execFile(process.execPath, [ENTRY, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

const NOT_THERE = 'ERROR: Error loading ASGI app. Attribute "nothere" not found in module "main".';
const REFUSED = 'FATAL: password authentication failed for user "navigator"';

describe("portcullis watch", function () {
  this.timeout(10 * 60_000);

  let called: CalledRender;
  let port: number;

  beforeEach(async () => {
    // Render's own limits are far away: what ends a watch before them is the log.
    called = await CalledRender.open({ timings: { scanLimit: 600, settle: 0.1, healthLimit: 600 } });
    writeFileSync(path.join(called.source, "server.js"), SERVER);
    port = await freePort();
  });

  afterEach(() => called.close());

  const access = () => ({ RENDER_HOST: called.render.host, RENDER_API_KEY: called.render.apiKey });

  const started = (startCommand: string) =>
    called.ask(
      "POST",
      "/services",
      called.post(
        { envVars: [{ key: "PORT", value: String(port) }] },
        { envSpecificDetails: { buildCommand: "true", startCommand } },
      ),
    );

  it("ends with 0 as soon as the deploy is live", async () => {
    const { deployId } = await started("node server.js 0.0.0.0 $PORT");
    const { code, stdout, stderr } = await portcullis(access(), "--service", "api", "--json");
    assert.equal(code, 0, stderr);
    const verdict = JSON.parse(stdout);
    assert.deepEqual(
      [verdict.version, verdict.outcome, verdict.deploy, verdict.live],
      [1, "live", deployId, deployId],
    );
  });

  it("ends with 1 while Render still waits, once the log has decided the deploy, and names the predecessor", async () => {
    const { service, deployId } = await started("node server.js 0.0.0.0 $PORT");
    await called.ended(service.id, deployId);
    await called.ask("PATCH", `/services/${service.id}`, {
      serviceDetails: { envSpecificDetails: { startCommand: `echo '${REFUSED}'; exec sleep 600` } },
    });
    const next = await called.ask("POST", `/services/${service.id}/deploys`, {});
    const { code, stdout, stderr } = await portcullis(access(), "--service", service.id);
    assert.equal(code, 1, stderr);
    assert.match(stdout, /failed {2}srv-\S+ {2}database\/credentials/);
    assert.match(stdout, new RegExp(`its predecessor ${deployId} is still live`));
    assert.match(stdout, /Render goes on with \S+ until its own time is over: `--cancel` ends it now/);
    const deploy = await called.ask("GET", `/services/${service.id}/deploys/${next.id}`);
    assert.equal(deploy.status, "update_in_progress", "nothing was changed");
    const cancelled = await portcullis(
      access(),
      "--service",
      "api",
      "--deploy",
      next.id,
      "--cancel",
      "--json",
    );
    assert.equal(cancelled.code, 1);
    assert.equal(JSON.parse(cancelled.stdout).cancelled, true);
    assert.equal(await called.ended(service.id, next.id), "canceled");
  });

  it("names the cause of a failed deploy, as diagnose does, once its predecessor runs and answers again", async () => {
    const { service, deployId } = await started("node server.js 0.0.0.0 $PORT");
    await called.ended(service.id, deployId);
    await called.ask("PATCH", `/services/${service.id}`, {
      serviceDetails: { envSpecificDetails: { startCommand: `echo '${NOT_THERE}'; exit 3` } },
    });
    const next = await called.ask("POST", `/services/${service.id}/deploys`, {});
    assert.equal(await called.ended(service.id, next.id), "update_failed");
    await until(async () => (await called.ask("GET", `/services/${service.id}/instances`))[0]);
    const watched = await portcullis(access(), "--service", "api");
    assert.match(watched.stdout, /failed {2}api {2}import\/missing-module/);
    const { stdout } = await typed(access(), "diagnose", "--service", "api");
    assert.match(stdout, /import\/missing-module {2}certain/);
    assert.match(stdout, /nothere/);
    assert.doesNotMatch(stdout, /listening on/);
  });

  it("ends with 3 where nothing is decided in time", async () => {
    await started("sleep 600");
    // As long as it may take a busy machine to find the deploy.
    const { code, stdout } = await portcullis(access(), "--service", "api", "--timeout", "5s");
    assert.equal(code, 3, stdout);
    assert.match(stdout, /not decided {2}api/);
  });

  it("ends with 3 where no one answers in time at Render's address", async () => {
    const nowhere = { RENDER_HOST: `http://127.0.0.1:${await freePort()}/v1`, RENDER_API_KEY: "rnd_key" };
    for (const service of ["api", "srv-1"]) {
      const { code, stderr } = await portcullis(nowhere, "--service", service, "--timeout", "1s");
      assert.equal(code, 3, stderr);
      assert.match(
        stderr,
        // A busy machine may need more than the second for its first question.
        /not said within 1 s which deploy to watch \((?:GET \S+: no answer from Render|no answer came)\)\.\n$/,
      );
    }
  });

  it("ends with 2 for a service that is not there, with the nearest name, and for a deploy that is not", async () => {
    await called.service();
    const { code, stderr } = await portcullis(access(), "--service", "apu");
    assert.equal(code, 2);
    assert.match(stderr, /Render has no service `apu` that this key can see \(did you mean `api`\)/);
    const unknown = await portcullis(access(), "--service", "api", "--deploy", "dep-none");
    assert.equal(unknown.code, 2, unknown.stderr);
    assert.match(
      unknown.stderr,
      /^portcullis: api has no deploy `dep-none` at Render; its newest is dep-\w+\.$/m,
    );
  });

  it("ends with 2 where the service that is typed is not the stack's, by its id too, or the stack has no file", async () => {
    const { id } = await called.service();
    const watched = (...args: string[]) => portcullis(access(), "--project", called.source, ...args);
    const write = (name: string) =>
      writeFileSync(
        path.join(called.source, "Pulumi.staging.yaml"),
        `config: { portcullis:service: { name: ${name} } }`,
      );
    write("another");
    const other = await watched("--stack", "staging", "--service", id);
    assert.equal(other.code, 2, other.stdout);
    assert.match(other.stderr, /it has no service `api`, which srv-\S+ is, but another\. Type `--stack` or/);
    const missing = await watched("--stack", "stagin", "--service", "api");
    assert.equal(missing.code, 2, missing.stdout);
    assert.match(missing.stderr, /Pulumi\.stagin\.yaml: expected a file that can be read/);
    write("api");
    const same = await watched("--stack", "staging", "--service", id, "--timeout", "5s");
    assert.match(same.stderr, /: watching dep-/);
  });

  const wrong: readonly [string, readonly string[], RegExp][] = [
    ["neither a stack nor a service", [], /type `--stack NAME` or `--service NAME`/],
    [
      "no key",
      ["--stack", "staging"],
      /expected RENDER_API_KEY, got none.*pulumi config get render:apiKey -s staging/,
    ],
    [
      "no key, of a service without a stack",
      ["--service", "api"],
      /got none\. Type `export RENDER_API_KEY=` with your key after it\.\n$/,
    ],
    [
      "a stack without a file",
      ["--stack", "nowhere"],
      /Pulumi\.nowhere\.yaml: expected a file that can be read, got ENOENT, .* Type a stack that has a file: local, staging/,
    ],
    ["a time that is none", ["--timeout", "soon"], /Expected a duration, such as 90s or 20m/],
  ];
  for (const [what, args, message] of wrong) {
    it(`ends with 2 and what to type for ${what}`, async () => {
      const { code, stderr } = await portcullis({}, ...args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }

  it("ends with 2 and the services of a stack that has several", async () => {
    const services =
      "config: { portcullis:services: { api: { name: shelf-api }, worker: { name: shelf-worker } } }";
    writeFileSync(path.join(called.source, "Pulumi.production.yaml"), services);
    const stack = ["--project", called.source, "--stack", "production"];
    const { code, stderr } = await portcullis({}, ...stack);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /the stack production has several services: type `--service` with shelf-api or shelf-worker\./,
    );
    const chosen = await portcullis(access(), ...stack, "--service", "worker");
    assert.match(chosen.stderr, /Render has no service `shelf-worker` that this key can see/);
  });

  it("asks nothing with a key over two lines, and shows neither of them", async () => {
    const key = "rnd_first-canary\nsecond-canary";
    const { code, stderr } = await portcullis({ RENDER_API_KEY: key }, "--service", "srv-1");
    assert.equal(code, 2);
    assert.match(stderr, /expected RENDER_API_KEY, got one with a blank, a line's end/);
    assert.doesNotMatch(stderr, /canary/);
  });
});
