import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { CalledRender } from "../rehearsal/render/called-render";

const ROOT = path.join(__dirname, "../..");
const ENTRY = path.join(ROOT, "bin/portcullis.js");
const LOGS = path.join(ROOT, "tests/fixtures/logs");
const INCIDENT = path.join(ROOT, "tests/fixtures/repositories/incident");

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The first column of the table in docs/diagnose.md. */
function documentedKeys(): readonly string[] {
  const text = readFileSync(path.join(ROOT, "docs/diagnose.md"), "utf8");
  const [, table = ""] = /\| key \| holds \|\n([\s\S]*?)\n\n/.exec(text) ?? [];
  return table.split("\n").flatMap((row) => {
    const [, keys = ""] = row.split("|");
    return [...keys.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key);
  });
}

describe("portcullis diagnose", function () {
  this.timeout(10 * 60_000);

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-diagnose-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function diagnose(
    args: readonly string[],
    {
      input = "",
      variables = {},
    }: { readonly input?: string; readonly variables?: Record<string, string> } = {},
  ): Promise<Ended> {
    return new Promise((resolve) => {
      const env = { ...process.env, NO_COLOR: "1", RENDER_API_KEY: "", ...variables };
      const command = [ENTRY, "diagnose", ...args];
      const child = execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
      child.stdin?.end(input);
    });
  }

  const log = (name: string): string => path.join(LOGS, `${name}.log`);

  it("says what failed, why, what to do and on which lines that rests", async () => {
    const { code, stdout } = await diagnose([log("credentials-asyncpg-old")]);
    assert.equal(code, 0);
    assert.match(stdout, /^database\/credentials {2}likely/);
    assert.match(stdout, /Supavisor before 2\.6\.0 says so inside SASL/);
    assert.match(stdout, /49 │ asyncpg\..*'NoneType' object has no attribute 'group'/);
    assert.match(stdout, /follows from it\n {2}process\/exited/);
    assert.doesNotMatch(stdout, /incompatible/);
  });

  it("names the line of the repository that the log's port comes from", async () => {
    const { code, stdout } = await diagnose([log("port-mismatch-incident-pasted"), "--audit", INCIDENT]);
    assert.equal(code, 0);
    assert.match(stdout, /^port\/mismatch {2}certain/);
    assert.match(stdout, /where to change it\n {2}\.env\.production:1:1 {2}variable PORT: expected 8000/);
    assert.doesNotMatch(stdout, /canary/i);
  });

  it("prints one JSON document with the documented keys, from the standard input too", async () => {
    const { code, stdout } = await diagnose(["-", "--json"], {
      input: "MemoryError\n==> Exited with status 1\n",
    });
    assert.equal(code, 0);
    const answer = JSON.parse(stdout);
    assert.deepEqual(Object.keys(answer).toSorted(), documentedKeys().toSorted());
    assert.deepEqual([answer.version, answer.failureMode, answer.record], [1, "memory/exhausted", null]);
    assert.deepEqual(answer.evidence, [{ line: 1, text: "MemoryError" }]);
  });

  it("ends with 3 and the most telling lines where the cause is unknown", async () => {
    const { code, stdout } = await diagnose([log("unknown-program")]);
    assert.equal(code, 3);
    assert.match(stdout, /^unknown cause {2}\S+unknown-program\S*\n {2}cause /);
    assert.match(stdout, /1 │ gear 7 refuses to turn/);
  });

  it("lets the platform's own reason overrule the text", async () => {
    const event = {
      type: "server_failed",
      details: { reason: { failure: { oomKilled: { memoryLimit: "512Mi" } } } },
    };
    writeFileSync(path.join(folder, "events.json"), JSON.stringify([{ event }]));
    const args = [log("process-exited-python"), "--events", "events.json", "--json"];
    const answer = JSON.parse((await diagnose(args)).stdout);
    assert.deepEqual([answer.failureMode, answer.certainty], ["memory/exhausted", "certain"]);
    assert.match(answer.rootCause, /more memory than its limit of 512Mi/);
  });

  it("files a failure and counts it when it comes back", async () => {
    const args = [log("import-missing-python"), "--record", "--stack", "staging", "--service", "api"];
    const first = await diagnose([...args, "--deploy", "dep-1"]);
    assert.match(first.stdout, /FR-0001 is new/);
    const second = await diagnose([...args, "--deploy", "dep-2"]);
    assert.match(second.stdout, /FR-0001 has counted it: this has been seen before/);
    assert.deepEqual(
      readdirSync(path.join(folder, "fracas")).filter((name) => name.endsWith(".yaml")),
      ["FR-0001.yaml"],
    );
    const record = parse(readFileSync(path.join(folder, "fracas/FR-0001.yaml"), "utf8"));
    assert.deepEqual(
      [record.id, record.count, record.seen.map(({ deploy }: { deploy: string }) => deploy)],
      ["FR-0001", 2, ["dep-1", "dep-2"]],
    );
    assert.ok(Date.parse(record.lastSeen) > Date.parse(record.firstSeen), "it was seen last after first");
    const again = await diagnose([...args, "--deploy", "dep-2", "--json"]);
    const { record: id, recorded } = JSON.parse(again.stdout);
    assert.deepEqual([id, recorded], ["FR-0001", "known"]);
  });

  describe("--record in a project", () => {
    const ONE = "config: { portcullis:service: { name: shelf-staging } }\n";
    const SEVERAL =
      "config: { portcullis:services: { api: { name: shelf-api }, worker: { name: shelf-worker } } }\n";

    beforeEach(() => {
      writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shelf\n");
      writeFileSync(path.join(folder, "Pulumi.staging.yaml"), ONE);
      writeFileSync(path.join(folder, "Pulumi.production.yaml"), SEVERAL);
    });

    const record = (...args: readonly string[]) =>
      diagnose([log("import-missing-python"), "--record", ...args]);

    const filedFor = (): string =>
      parse(readFileSync(path.join(folder, "fracas/FR-0001.yaml"), "utf8")).service;

    it("takes the only service of the stack", async () => {
      const { code, stderr } = await record("--stack", "staging");
      assert.equal(code, 0, stderr);
      assert.equal(filedFor(), "shelf-staging");
    });

    it("takes one of several by its key, under the name that a verification files it for", async () => {
      const { code, stderr } = await record("--stack", "production", "--service", "worker");
      assert.equal(code, 0, stderr);
      assert.equal(filedFor(), "shelf-worker");
    });

    it("takes a pull request's environment, whose file may be gone", async () => {
      const { code, stderr } = await record("--stack", "pr-7", "--service", "shelf-pr-7");
      assert.equal(code, 0, stderr);
      assert.equal(filedFor(), "shelf-pr-7");
    });

    for (const [what, args, message] of [
      [
        "a stack that has no file",
        ["--stack", "nope", "--service", "shelf-api"],
        /Pulumi\.nope\.yaml: .* got ENOENT, no file of that name\. Type a stack that has a file: staging, production\./,
      ],
      [
        "a service that the stack has not",
        ["--stack", "production", "--service", "shelf-apj"],
        /Pulumi\.production\.yaml: it has no service `shelf-apj`\. Did you mean shelf-api\?/,
      ],
      [
        "no service of several",
        ["--stack", "production"],
        /the stack production has several services: type `--service` with shelf-api or shelf-worker\./,
      ],
      ["no stack", [], /type `--stack NAME --service NAME`\. The stacks here: staging, production\./],
    ] as const) {
      it(`files nothing for ${what}, and says which there are`, async () => {
        const { code, stderr } = await record(...args);
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.ok(!existsSync(path.join(folder, "fracas")));
      });
    }
  });

  it("repeats no secret of a log", async () => {
    const [password, bearer] = ["c4nary-passw0rd", "c4naryBearer1234567890"];
    const token = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJjYW5hcnkifQ", "c4narySignature"].join(".");
    const input = [
      `Error: connect failed for postgresql://app:${password}@db.example.com/app`,
      `ERROR authorization: Bearer ${bearer}`,
      `fatal: token ${token} was refused`,
      `psycopg.OperationalError: failed to resolve host '${password}@db.example.com'`,
      "==> Exited with status 1",
    ].join("\n");
    for (const args of [["-"], ["-", "--json"]]) {
      const { stdout, stderr } = await diagnose(args, { input });
      for (const secret of [password, bearer, token]) assert.ok(!(stdout + stderr).includes(secret), stdout);
    }
  });

  it("fetches log and events of the newest deploy from Render", async () => {
    const called = await CalledRender.open();
    try {
      const said = "ModuleNotFoundError: No module named 'redis'";
      const details = { buildCommand: "true", startCommand: `echo "${said}" >&2; exit 7` };
      const { service } = await called.ask(
        "POST",
        "/services",
        called.post({}, { envSpecificDetails: details }),
      );
      const [{ deploy }] = await called.ask("GET", `/services/${service.id}/deploys`);
      await called.ended(service.id, deploy.id);
      const variables = { RENDER_HOST: called.render.host, RENDER_API_KEY: called.render.apiKey };
      const { code, stdout, stderr } = await diagnose(["--service", "api", "--json"], { variables });
      assert.equal(code, 0, stderr);
      const answer = JSON.parse(stdout);
      assert.equal(answer.failureMode, "import/missing-module");
      assert.match(JSON.stringify(answer.evidence), /No module named 'redis'/);
      assert.match(JSON.stringify(answer.contributing), /ended with status 7/);

      const filed = await diagnose(["--service", "api", "--stack", "staging", "--record"], { variables });
      assert.match(filed.stdout, /FR-0001 is new/, filed.stderr);
      const ended = await called.ask("GET", `/services/${service.id}/deploys/${deploy.id}`);
      const record = parse(readFileSync(path.join(folder, "fracas/FR-0001.yaml"), "utf8"));
      assert.equal(Date.parse(record.firstSeen), Date.parse(ended.finishedAt));
      assert.ok(Date.parse(record.history[0].at) > Date.parse(record.firstSeen));
    } finally {
      await called.close();
    }
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a log that is not there", ["nowhere.log"], /nowhere\.log: expected a log that can be read, got ENOENT/],
    ["a folder", ["."], /expected a log that can be read, got EISDIR/],
    ["nothing on the standard input", ["-"], /the standard input: expected a log, got nothing/],
    ["no log at all", [], /type `portcullis diagnose FILE`, `-`, `--stack NAME` or `--service NAME`/],
    [
      "a record of nobody's",
      [log("import-missing-python"), "--record"],
      /type `--stack NAME --service NAME`/,
    ],
    [
      "events that are no JSON",
      [log("healthy"), "--events", log("healthy")],
      /expected Render's events as JSON/,
    ],
    ["an audit of nothing", [log("healthy"), "--audit", "nowhere"], /expected a repository that can be read/],
  ];
  for (const [what, args, message] of wrong) {
    it(`ends with 2 and says what to type for ${what}`, async () => {
      const { code, stderr } = await diagnose(args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }
});
