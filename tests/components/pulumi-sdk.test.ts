import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { version } from "@pulumi/pulumi/package.json";
import * as engine from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

const VERIFICATION = path.join(__dirname, "../../components/verification");

/** A dynamic provider's text that uses both bridges: it says something, then waits until it is cancelled. */
const PROVIDER = `
const { cancellation } = require(${JSON.stringify(path.join(VERIFICATION, "cancellation.ts"))});
const { endWithEngine } = require(${JSON.stringify(path.join(VERIFICATION, "watched-engine.ts"))});
const { engineProgress } = require(${JSON.stringify(path.join(VERIFICATION, "progress.ts"))});
exports.handler = () => ({
  create: () => new Promise((_, reject) => {
    endWithEngine();
    const signal = cancellation();
    signal.addEventListener("abort", () => reject(signal.reason));
    engineProgress("urn:pulumi:test::test::test:index:Test::test")("asking");
  }),
});`;

interface Said {
  getMessage(): string;
  getUrn(): string;
}

/** The engine's side: it takes what a provider logs. */
async function listeningEngine(): Promise<{ server: grpc.Server; address: string; said: Promise<Said> }> {
  const server = new grpc.Server();
  const said = new Promise<Said>((resolve) => {
    server.addService(engine.EngineService as grpc.ServiceDefinition, {
      log: (call: { request: Said }, answer: (error: null, value: unknown) => void) => {
        answer(null, new Empty());
        resolve(call.request);
      },
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync("127.0.0.1:0", credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  return { server, address: `127.0.0.1:${port}`, said };
}

/** The SDK's own process for dynamic providers, as the engine starts it. */
async function startProvider(engineAddress: string): Promise<{ child: ChildProcess; address: string }> {
  const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const child = spawn(process.execPath, ["--require", "tsx/cjs", script, engineAddress], {
    cwd: path.join(__dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, address: `127.0.0.1:${port}` };
}

describe(`What verification relies on in Pulumi's SDK (${version})`, function () {
  this.timeout(60_000);

  let server: grpc.Server;
  let child: ChildProcess;
  let said: Promise<Said>;
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's stubs have no types for their services
  let client: any;
  let created: Promise<Error | null>;

  before(async () => {
    const listening = await listeningEngine();
    server = listening.server;
    said = listening.said;
    const started = await startProvider(listening.address);
    child = started.child;
    client = new provider.ResourceProviderClient(started.address, grpc.credentials.createInsecure());
    const request = new messages.CreateRequest();
    request.setUrn("urn:pulumi:test::test::test:index:Test::test");
    request.setProperties(Struct.fromJavaScript({ __provider: PROVIDER }));
    created = new Promise((resolve) => client.create(request, (error: Error | null) => resolve(error)));
  });

  after(() => {
    child.kill("SIGKILL");
    server.forceShutdown();
  });

  /** The sentence that a newer SDK is to be met with. */
  const changed = (what: string, file: string): string =>
    `@pulumi/pulumi ${version} no longer ${what}: mend components/verification/${file}, or pin the SDK before it.`;

  it("starts a dynamic provider's process with the engine's address as its first argument", async () => {
    const request = await within(
      said,
      changed("starts dynamic providers with the engine's address", "progress.ts"),
    );
    assert.equal(request.getMessage(), "asking");
    assert.equal(request.getUrn(), "urn:pulumi:test::test::test:index:Test::test");
  });

  it("takes the engine's cancellation by HTTP/2, in the process of the provider", async () => {
    const cancelled = new Promise<void>((resolve) => client.cancel(new Empty(), () => resolve()));
    const sentence = changed("takes Cancel by Node's HTTP/2 server", "cancellation.ts");
    await within(cancelled, sentence);
    const error = await within(created, sentence);
    assert.match(error?.message ?? "", /The verification was cancelled: nothing is proven/, sentence);
  });

  it("keeps the engine's address as that argument, by which its end is noticed", async () => {
    const ended = once(child, "exit");
    server.forceShutdown();
    const sentence = changed("starts dynamic providers with the engine's address", "watched-engine.ts");
    assert.deepEqual(await within(ended, sentence), [1, null]);
  });
});

/** What does not come within half a minute does not come: a process on this machine answers in milliseconds. */
async function within<T>(awaited: Promise<T>, sentence: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), 30_000);
  });
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}
