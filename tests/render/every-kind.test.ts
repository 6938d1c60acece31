import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../system";
import { REPOSITORY } from "../rehearsal/render/called-render";
import { type Declared, TypedProgram } from "./typed-program";

/** A private service answers on PORT; what is no service stays up, or ends at once. */
function everyKind(program: TypedProgram, port: number): Declared[] {
  const { name: _, healthCheckPath: __, ...running } = program.service().args;
  const { maxShutdownDelaySeconds: ___, ...ending } = running;
  const command = (code: string) => ({ startCommand: `node -e '${code}'` });
  const live = { name: "live", protectedStatus: "protected" };
  return [
    { kind: "Project", name: "shop", args: { name: "shop", environments: { live } } },
    {
      kind: "Environment",
      name: "staging",
      args: { projectId: { ref: "shop.id" }, name: "staging", protectedStatus: "unprotected" },
    },
    {
      kind: "Postgres",
      name: "database",
      args: { name: "database", plan: "basic_256mb", region: "oregon", version: "17" },
    },
    {
      kind: "Keyvalue",
      name: "cache",
      args: { name: "cache", plan: "free", region: "oregon", maxMemoryPolicy: "noeviction" },
    },
    {
      kind: "RegistryCredential",
      name: "images",
      args: {
        name: "images",
        registry: "GITHUB",
        username: "acme",
        authToken: { secret: "canary-token" },
      },
    },
    {
      kind: "Webhook",
      name: "chat",
      args: {
        ...{ name: "chat", url: "https://hooks.example.com", enabled: true },
        eventFilters: ["deploy_ended", "build_ended"],
      },
    },
    {
      kind: "DedicatedIp",
      name: "outbound",
      args: { name: "outbound", region: "oregon", environmentIds: [{ ref: "staging.id" }] },
    },
    {
      kind: "LogStream",
      name: "logs",
      args: { preview: "drop", endpoint: "logs.example.com:6514", token: { secret: "canary-logs" } },
    },
    {
      kind: "MetricsStream",
      name: "metrics",
      args: {
        metricsProvider: "CUSTOM",
        url: "https://metrics.example.com",
        token: { secret: "canary-metrics" },
      },
    },
    { kind: "NotificationSetting", name: "notices", args: { notificationsToSend: "all" } },
    program.service({
      envVars: {
        PORT: { value: String(program.port) },
        KEY: { value: { secret: "canary-web" } },
        DATABASE_URL: { value: { ref: "database.connectionInfo.internalConnectionString" } },
      },
    }),
    {
      kind: "PrivateService",
      name: "internal",
      args: { ...running, name: "internal", envVars: { PORT: { value: String(port) } } },
    },
    { kind: "getKeyvalueOutput", name: "found", args: { id: { ref: "cache.id" } } },
    {
      kind: "BackgroundWorker",
      name: "worker",
      args: {
        ...running,
        envVars: { REDIS_URL: { value: { ref: "found.connectionInfo.internalConnectionString" } } },
        environmentId: { ref: "staging.id" },
        name: "worker",
        ...command("setInterval(() => 0, 1e6)"),
      },
    },
    {
      kind: "CronJob",
      name: "nightly",
      args: {
        ...ending,
        ...command("0"),
        name: "nightly",
        schedule: "0  3 * * *",
        secretFiles: { "key.pem": { content: { secret: "canary-file" } } },
      },
    },
    {
      kind: "StaticSite",
      name: "site",
      args: {
        name: "site",
        repoUrl: REPOSITORY,
        branch: "main",
        buildCommand: "mkdir -p dist && echo ok > dist/index.html",
        publishPath: "./dist/",
        headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }],
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      },
    },
  ];
}

describe("A program of every kind, with an environment of its own beside a project's", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;
  let password: string;
  let signature: string;
  let address: string;

  before(async () => {
    program = await TypedProgram.open({ "render:waitForDeployCompletion": true });
    program.resources = everyKind(program, await freePort());
  });
  after(() => program.close());

  it("is made, each deploy of it goes live, and then nothing is left to do", async () => {
    await program.up();
    const { services } = await program.atRender();
    const { database } = await program.state();
    const connection = await program.called.ask("GET", `/postgres/${database.id}/connection-info`);
    password = connection.password;
    const { worker, cache } = await program.state();
    address = `redis://${cache.id}:6379`;
    const { value } = await program.called.ask("GET", `/services/${worker.id}/env-vars/REDIS_URL`);
    assert.equal(value, address, "what a data source has said");
    [
      {
        webhook: { secret: signature },
      },
    ] = await program.called.ask("GET", "/webhooks");
    assert.deepEqual(services.map(({ type }) => type).toSorted(), [
      "background_worker",
      "cron_job",
      "private_service",
      "static_site",
      "web_service",
    ]);
    await program.succeed(["preview", "--diff", "--expect-no-changes"]);
    await program.succeed(["refresh", "--yes", "--diff", "--expect-no-changes"]);
  });

  it("is imported kind by kind by another stack that shares the project, and has nothing to do there", async () => {
    // Another stack cannot see the tokens of these.
    const { shop, images: _, logs: __, metrics: ___, ...shared } = await program.state();
    const resources = Object.entries(shared).map(([name, { type, id }]) => ({ type, name, id }));
    await program.succeed(["stack", "init", "adopted"]);
    await program.adoptConfiguration("adopted");
    await writeFile(path.join(program.folder, "adopted.json"), JSON.stringify({ resources }));
    const flags = ["-f", "adopted.json", "--yes", "--protect=false", "--generate-code=false"];
    await program.succeed(["import", "-s", "adopted", ...flags]);
    program.resources = program.resources
      .filter(({ name }) => !["shop", "images", "logs", "metrics"].includes(name))
      .map((one) => (one.name === "staging" ? { ...one, args: { ...one.args, projectId: shop.id } } : one));
    await program.succeed(["preview", "-s", "adopted", "--diff", "--expect-no-changes"]);
  });

  it("leaves nothing at Render when both are destroyed, and no secret in what was kept", async () => {
    await program.succeed(["destroy", "-s", "adopted", "--yes", "--skip-preview"]);
    const { services, projects } = await program.atRender();
    assert.deepEqual([services.length, projects[0].environmentIds.length], [0, 1]);
    await program.succeed(["destroy", "-s", "test", "--yes", "--skip-preview"]);
    assert.deepEqual(await program.atRender(), { services: [], groups: [], projects: [] });
    const { ownerId } = program.called.render;
    for (const path of ["postgres", "key-value", "registrycredentials", "webhooks", "dedicated-ips"])
      assert.deepEqual(await program.called.ask("GET", `/${path}?ownerId=${ownerId}`), [], path);
    for (const path of ["logs/streams/owner", "metrics-stream"])
      assert.equal((await program.called.call("GET", `/${path}/${ownerId}`)).status, 404, path);
    const kept = `${program.transcript}${await program.everythingKept()}`;
    assert.doesNotMatch(kept, /canary-(web|file|token|logs|metrics)/);
    for (const secret of [password, signature, address])
      assert.ok(secret.length > 20 && !kept.includes(secret));
  });
});
