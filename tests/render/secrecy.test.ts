import assert from "node:assert/strict";
import { TypedProgram } from "./typed-program";

const CANARIES = [
  "c4nary-variable",
  "c4nary-secret-file",
  "c4nary-stream-token",
  "c4nary-not-marked",
  "c4nary-command",
] as const;
const [VARIABLE, FILE, TOKEN, PLAIN, COMMAND] = CANARIES;

describe("What is secret", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;

  before(async () => {
    program = await TypedProgram.open({ "render:requestTimeout": 5 });
  });
  after(() => program.close());

  const declared = (change: Readonly<Record<string, unknown>> = {}) => [
    program.service({
      envVars: {
        PORT: { value: String(program.port) },
        MARKED: { value: { secret: VARIABLE } },
        UNMARKED: { value: PLAIN },
        MADE: { generateValue: true },
      },
      secretFiles: { "key.pem": { content: FILE } },
      logStreamOverride: { setting: "send", endpoint: "logs.example.com:6514", token: TOKEN },
      ...change,
    }),
    {
      kind: "EnvGroup" as const,
      name: "shared",
      args: {
        name: "shared",
        envVars: { A: { value: VARIABLE }, B: { generateValue: true } },
        secretFiles: { "key.pem": { content: FILE } },
      },
    },
  ];

  /** Every canary, the API key, and what Render generated. */
  async function holdsNoSecret(): Promise<void> {
    const { services, groups } = await program.atRender();
    const generated: string[] = [];
    if (services[0]) {
      const made = await program.called.ask("GET", `/services/${services[0].id}/env-vars/MADE`);
      generated.push(made.value);
    }
    if (groups[0]) {
      const group = await program.called.ask("GET", `/env-groups/${groups[0].id}`);
      generated.push(...group.envVars.map(({ value }: { value: string }) => value));
    }
    const kept = await program.everythingKept();
    for (const secret of [...CANARIES, program.called.render.apiKey, ...generated]) {
      assert.ok(secret.length > 8);
      assert.ok(!kept.includes(secret), `${secret} is in a file`);
      assert.ok(!program.transcript.includes(secret), `${secret} is in the output`);
    }
  }

  it("is [secret] in what a preview and an update show, and encrypted in the state", async () => {
    // No property that is secret by itself: the program's own mark must be kept.
    program.resources = declared({ startCommand: { secret: `node server.js ${COMMAND}` } });
    await program.succeed(["config", "set", "--secret", "render:apiKey"], {
      input: program.called.render.apiKey,
    });
    // Without the variable: the encrypted key of the stack's file is used.
    const output = await program.succeed(["up", "--yes", "--diff"], { environment: { RENDER_API_KEY: "" } });
    assert.match(output, /MARKED *: \{\s+value *: \[secret\]/);
    assert.match(output, /token *: \[secret\]/);
    assert.match(output, /startCommand *: \[secret\]/);
    assert.match(output, /content *: \[secret\]/);
    await holdsNoSecret();
  });

  it("stays so through a refresh, a change and an import", async () => {
    await program.nothingToDo();
    const [service] = (await program.atRender()).services;
    await program.called.ask("PUT", `/services/${service.id}/env-vars/MARKED`, { value: "c4nary-by-hand" });
    await program.succeed(["refresh", "--yes", "--diff"]);
    program.resources = declared({ secretFiles: { "key.pem": { content: `${FILE}-changed` } } });
    await program.succeed(["up", "--yes", "--diff"]);
    await program.succeed([
      "state",
      "delete",
      "urn:pulumi:test::render-program::render:index/webService:WebService::api",
      "--yes",
    ]);
    await program.succeed([
      "import",
      "render:index/webService:WebService",
      "api",
      service.id,
      "--yes",
      "--protect=false",
      "--generate-code=false",
    ]);
    await holdsNoSecret();
    assert.ok(!program.transcript.includes("c4nary-by-hand"));
  });

  it("keeps the values that Render has generated", async () => {
    const [service] = (await program.atRender()).services;
    const [group] = (await program.atRender()).groups;
    const before = await program.called.ask("GET", `/env-groups/${group.id}`);
    program.resources = [...declared().slice(1)];
    program.resources = program.resources.map((each) => ({
      ...each,
      args: { ...each.args, name: "renamed" },
    }));
    await program.up();
    const after = await program.called.ask("GET", `/env-groups/${group.id}`);
    assert.deepEqual(after.envVars, before.envVars);
    assert.equal(after.name, "renamed");
    assert.equal((await program.called.call("GET", `/services/${service.id}`)).status, 404);
  });

  it("is in no message of what goes wrong", async () => {
    const message = `not so: ${VARIABLE} ${FILE} ${TOKEN} ${program.called.render.apiKey}`;
    program.resources = declared();
    program.called.render.faults.next({
      method: "POST",
      path: /^\/services$/,
      how: { status: 400, message },
    });
    const output = await program.fail(["up", "--yes", "--skip-preview"]);
    assert.match(output, /Render answered 400 to POST \/services: not so: \*\*\*/);
    await holdsNoSecret();
  });

  it("is not lost where the answer to a creation is, and the service is made once", async () => {
    program.called.render.faults.next({ method: "POST", path: /^\/services$/, how: "lost-answer" });
    program.called.render.faults.next({ method: "PUT", path: /^\/logs/, how: { status: 503 } });
    program.called.render.faults.next({
      method: "GET",
      path: /\/custom-domains$/,
      how: { status: 429, retryAfter: 1 },
    });
    const output = await program.up();
    assert.match(output, /The answer to POST \/services was lost .* but Render has acted on it/);
    assert.equal((await program.atRender()).services.length, 1);
    await program.nothingToDo();
    await holdsNoSecret();
  });
});
