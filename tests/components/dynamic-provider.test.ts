import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import * as provider from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

const ROOT = path.join(__dirname, "../..");
const STARTED = path.join(ROOT, "components/dynamic-provider/pulumi-resource-pulumi-nodejs");

/** What is written of a function into a state, by the same words in both processes. */
const WRITTEN = `async (load) => {
  const { text } = await load("@pulumi/pulumi").runtime.serializeFunction(new Function("return 42"));
  return { text, named: Object.keys(load("typescript")).length };
}`;

/** A provider of a program's own that writes a function, as no provider has to; and what was read before and after. */
const PROVIDER = `
const OF_WRITING = /(?:typescript.lib.typescript|@npmcli.arborist.lib.index)\\.js$/;
// One that was read knows where it looks for others.
const read = () =>
  Object.entries(require.cache).filter(([file, { paths }]) => OF_WRITING.test(file) && paths !== undefined).length;
exports.handler = () => ({
  create: async () => {
    const before = read();
    const outs = await (${WRITTEN})(require);
    return { id: "one", outs: { ...outs, before, after: read() } };
  },
});`;

describe("Pulumi's dynamic provider, as this project starts it", function () {
  this.timeout(60_000);
  let child: ChildProcess;
  /** In the engine's place: that it is there is all that is asked of it. */
  let engine: Server;
  const connections: Socket[] = [];
  let client: provider.ResourceProviderClient;

  before(async () => {
    engine = createServer((socket) => void connections.push(socket)).listen(0, "127.0.0.1");
    await once(engine, "listening");
    const address = `127.0.0.1:${(engine.address() as AddressInfo).port}`;
    // As a user starts it: what the tests' own processes put off is none of its work.
    const env = { ...process.env, NODE_OPTIONS: "" };
    child = spawn(STARTED, [address], { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
    const [port] = (await once(createInterface({ input: child.stdout as never }), "line")) as [string];
    client = new provider.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  });
  after(() => {
    child.kill("SIGKILL");
    engine.close();
  });

  it("reads what writes functions when something asks for it, and writes the same", async () => {
    const request = new messages.CreateRequest();
    request.setProperties(Struct.fromJavaScript({ __provider: PROVIDER }));
    const made = await new Promise<messages.CreateResponse>((resolve, reject) => {
      client.create(request, (error, answer) => (error === null ? resolve(answer) : reject(error)));
    });
    const { before, after, __provider: _, ...written } = made.getProperties()?.toJavaScript() ?? {};
    assert.deepEqual([before, after], [0, 1]);
    assert.deepEqual(written, await new Function(`return ${WRITTEN}`)()(require));
  });

  it("ends with its engine", async () => {
    assert.equal(child.exitCode, null);
    const ended = once(child, "exit");
    for (const socket of connections) socket.destroy();
    engine.close();
    assert.deepEqual(await ended, [1, null]);
  });
});
