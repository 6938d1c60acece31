import assert from "node:assert/strict";
import { findEngine } from "../../engine";
import { freePort } from "../../system";
import { CANARY, type Run, TOKEN, VerifiedProject } from "./verified-project";

const NONE_TYPE =
  "asyncpg.exceptions._base.InternalClientError: unexpected error while performing authentication: 'NoneType' object has no attribute 'group'";

const signIn = {
  name: "sign-in",
  method: "POST",
  path: "/auth/login",
  headers: { authorization: `Bearer ${TOKEN}` },
  json: { user: "ada" },
  expect: { jsonPath: "access_token" },
};

interface Shown {
  readonly outcome: string;
  readonly deployId: string;
  readonly checks: readonly { readonly kind: string; readonly name: string; readonly outcome: string }[];
}

/** No secret may be readable: neither as it is nor as a URL has it. */
function keepsSecrets(text: string, secrets: readonly string[] = [CANARY, TOKEN]): void {
  for (const secret of secrets.flatMap((each) => [each, encodeURIComponent(each)])) {
    const at = text.indexOf(secret);
    assert.ok(at < 0, text.slice(Math.max(0, at - 200), at));
  }
}

describe("pulumi up with a verification", function () {
  this.timeout(30 * 60_000);
  this.bail(true); // Each step begins where the one before ended.
  let project: VerifiedProject;

  before(async () => {
    const engine = await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
    project = await VerifiedProject.open(engine);
  });
  after(() => project.close());

  async function up(stack: string, onLine?: (line: string) => void): Promise<Run> {
    const run = await project.pulumi(["up", "-s", stack, "--yes", "--skip-preview"], "", onLine);
    keepsSecrets(run.output);
    return run;
  }

  const verified = async (): Promise<string> =>
    (await project.output<Shown>("staging", "verification")).deployId;

  it("passes a sound stack, with a token that is encrypted inside `verify`, without a warning", async () => {
    const { headers: _, ...open } = signIn;
    await project.write("staging", { verify: { endpoints: [open], stability: "500ms" } });
    await encryptToken();
    const first = await up("staging");
    assert.equal(first.status, 0, first.output);
    assert.doesNotMatch(first.output, /use `getSecret`|warning/i);
    const { output } = await project.pulumi(["stack", "output", "-s", "staging", "--json", "verification"]);
    const shown = JSON.parse(output) as Shown;
    assert.equal(shown.outcome, "pass");
    const asked = shown.checks.map(({ kind, name, outcome }) => `${kind} ${name} ${outcome}`);
    assert.deepEqual(asked, [
      "deploy deploy pass",
      "port port pass",
      "database database pass",
      "endpoint health pass",
      "endpoint sign-in pass",
      "stability stability pass",
      "log log pass",
    ]);
    assert.match(first.output, /Verification.*\n?.*deploy dep-\w+: live/);
    keepsSecrets(await project.everythingKept(), [CANARY, TOKEN, project.render.apiKey]);
  });

  function encryptToken(): Promise<void> {
    const key = "portcullis:verify.endpoints[0].headers.authorization";
    return project.secret("staging", key, `Bearer ${TOKEN}`, "--path");
  }

  it("asks again for a new deploy alone, and keeps no secret, the token aside that the stack's file has plain", async () => {
    const unchanged = await project.pulumi(["preview", "-s", "staging", "--expect-no-changes"]);
    assert.equal(unchanged.status, 0, unchanged.output);
    const before = await verified();
    await project.write("staging", {
      verify: { endpoints: [signIn], stability: "500ms" },
      environment: { NEW: "1" },
    });
    const second = await up("staging");
    assert.equal(second.status, 0, second.output);
    assert.notEqual(await verified(), before);
    // Pulumi keeps plain configuration in its state as it is, too.
    keepsSecrets(await project.everythingKept(), [CANARY, project.render.apiKey]);
  });

  it("fails a first deploy that listens on another port than declared, and names PORT", async () => {
    await project.write("production", {
      port: project.otherPort,
      environment: { PORT: String(await freePort()) },
      verify: { rollback: true },
    });
    const { status, output } = await up("production");
    assert.notEqual(status, 0);
    assert.match(
      output,
      /navigator-production failed its verification: port\/mismatch: the service listens on \d+/,
    );
    assert.match(output, /its variable PORT is \d+\. Remove PORT from `portcullis:service\.environment`/);
    assert.match(output, /not rolled back: it has no earlier live deploy/);
  });

  it("ends long before Render does where the log decides, cancels the doomed deploy, and keeps the predecessor", async () => {
    const deployId = await verified();
    await project.write("staging", { environment: { BIND: "127.0.0.1" }, verify: { rollback: true } });
    const { status, output } = await up("staging");
    assert.notEqual(status, 0);
    assert.match(output, /failed its verification: port\/loopback-bind: deploy dep-\w+ cannot become live/);
    // The service is a program of Node's own, whatever its log imitates.
    assert.match(output, /Let the code listen on 0\.0\.0\.0/);
    assert.match(
      output,
      new RegExp(`was cancelled\\. The service goes on with its last live deploy, ${deployId}\\.`),
    );
    const serviceId = await project.output<string>("staging", "serviceId");
    const deploys = await project.ask<{ deploy: { id: string; status: string } }[]>(
      `/services/${serviceId}/deploys`,
    );
    assert.deepEqual(
      deploys.map(({ deploy }) => deploy.status),
      ["canceled", "live", "deactivated"],
    );
  });

  it("names the credentials where the log shows asyncpg's riddle, and asks the database for the proof", async () => {
    const deployId = await verified();
    await project.write("staging", {
      password: "wrong-but-l0ng-enough",
      environment: { SAY: `INFO:     Waiting for application startup.|${NONE_TYPE}`, EXIT: "3" },
      verify: { rollback: true },
    });
    const { status, output } = await up("staging");
    assert.notEqual(status, 0);
    assert.match(output, /navigator-staging failed its verification: database\/credentials: deploy dep-/);
    assert.match(output, /'NoneType' object has no attribute 'group'/);
    assert.match(
      output,
      /database: aws-0-us-west-1\.pooler\.supabase\.com:5432 refused the login inside SASL/,
    );
    assert.match(output, new RegExp(`The service goes on with its last live deploy, ${deployId}\\.`));
    assert.doesNotMatch(output, /wrong-but-l0ng-enough/);
  });

  it("rolls back to the last live deploy where the new one is live and wrong, and says so", async () => {
    const deployId = await verified();
    await project.write("staging", {
      environment: { NEW: "2" },
      verify: { endpoints: [signIn], stability: "10m", rollback: true },
    });
    let sickened: Promise<unknown> | undefined;
    const { status, output } = await up("staging", (line) => {
      if (line.includes("stability: asking /health")) {
        sickened ??= fetch(`http://127.0.0.1:${project.port}/sicken`);
      }
    });
    await sickened;
    assert.notEqual(status, 0);
    assert.match(
      output,
      /failed its verification: stability: within 600 s: GET \/health: expected 200 to 399, got 500/,
    );
    assert.match(
      output,
      new RegExp(
        `rolled back to its last live deploy, ${deployId} of commit [0-9a-f]{7} \\(by deploy dep-\\w+, which is live\\)`,
      ),
    );
    assert.equal(await verified(), deployId, "the state keeps what was proven");
  });

  it("says of the same update, typed again, that its deploy was rolled back, and files no second record", async () => {
    const { status, output } = await up("staging");
    assert.notEqual(status, 0);
    assert.match(
      output,
      /failed its verification: deploy: deploy dep-\w+ was live and was rolled back: deploy dep-\w+, a rollback, is live\./,
    );
    assert.match(output, /The service goes on with its last live deploy, dep-\w+\./);
    assert.doesNotMatch(output, /fracas show|was not rolled back/);
  });

  it("fails an update that cannot be decided, in other words, and rolls nothing back", async () => {
    await project.write("staging", {
      environment: { NEW: "3" },
      verify: {
        rollback: true,
        endpoints: [{ name: "silent", path: "/silent", timeout: "50ms" }],
        schedule: { interval: "50ms" },
      },
    });
    const { status, output } = await up("staging");
    assert.notEqual(status, 0);
    assert.match(
      output,
      /navigator-staging could not be verified: could not be decided: endpoint silent: GET \/silent: no answer within/,
    );
    assert.match(output, /not rolled back: nothing is proven wrong/);
  });

  it("ends at SIGINT, and says that nothing is proven", async () => {
    await project.write("staging", { environment: { NEW: "4" }, verify: { stability: "10m" } });
    const args = ["up", "-s", "staging", "--yes", "--skip-preview"];
    let interrupted = false;
    const { status, output } = await project.pulumi(args, "", (line, pid) => {
      if (interrupted || !line.includes("asking /health")) return;
      interrupted = true;
      process.kill(pid, "SIGINT");
    });
    assert.notEqual(status, 0);
    assert.ok(interrupted, output);
    assert.match(output, /The verification was cancelled: nothing is proven/);
  });

  it("is destroyed", async () => {
    const gone = await project.pulumi(["destroy", "-s", "staging", "--yes", "--skip-preview"]);
    assert.equal(gone.status, 0, gone.output);
  });
});
