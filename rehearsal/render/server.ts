import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { BASE, createApp } from "./api/app";
import { Faults } from "./api/faults";
import { newId } from "./identifiers";
import { serveSubscriptions } from "./log-subscriptions";
import type { RenderOptions } from "./options";
import { startDatabase } from "./runtime/database-server";
import { DatastoreServers } from "./runtime/datastore-servers";
import { createDeployments, type Deployments } from "./runtime/deployments";
import { type LastLines, lastLines, type Observed, type OtherPort } from "./runtime/examination";
import type { HeldRequest } from "./runtime/instances/request-in-flight";
import type { Shutdown } from "./runtime/instances/shutdown";
import { startKeyValue } from "./runtime/key-value-server";
import { type Service, Store } from "./store";

export interface EmbeddedRender {
  /** The base address, `/v1` included: what `render:host` is set to. */
  readonly host: string;
  readonly apiKey: string;
  /** The only workspace, `tea-…`. */
  readonly ownerId: string;
  /** For tests and the rehearsal: makes the next matching requests fail as a real API sometimes does. */
  readonly faults: Faults;
  /** For the rehearsal, by a service's id: what Render's API does not say. */
  readonly examine: Examine;
  /** Ends the server, the connections it has, and everything that was deployed. */
  stop(): Promise<void>;
}

export interface Examine {
  observed(serviceId: string): Observed;
  /** Suspends the service, with a request in flight where one is given. @returns undefined where nothing runs */
  shutDown(serviceId: string, held?: HeldRequest): Promise<Shutdown | undefined>;
  /** The end of the log of each service that is not suspended and whose newest deploy is not live; of all, if all are. */
  lastLines(most: number): readonly LastLines[];
  /** Runs a suspended service once more with another PORT. @throws AbortError when the signal comes first */
  runOn(serviceId: string, port: number, signal: AbortSignal): Promise<OtherPort>;
}

function examineIn(store: Store, deployments: Deployments): Examine {
  const of = (id: string): Service => {
    const service = store.services.get(id);
    if (service === undefined) throw new Error(`the embedded Render has no service ${id}`);
    return service;
  };
  return {
    observed: (id) => deployments.observed(of(id)),
    shutDown: (id, held) => deployments.shutDown(of(id), held),
    lastLines: (most) => lastLines(store, most),
    runOn: (id, port, signal) => deployments.runOn(of(id), port, signal),
  };
}

function cannotListen(port: number, cause: NodeJS.ErrnoException): Error {
  const why = cause.code === "EADDRINUSE" ? "another process has it" : cause.message;
  const message = `The embedded Render cannot listen on port ${port} of 127.0.0.1: ${why}. Give another port, or 0 for any free one.`;
  return new Error(message, { cause });
}

/** Starts the API on 127.0.0.1. @throws Error when it cannot have the port */
export async function startRender(options: RenderOptions): Promise<EmbeddedRender> {
  const apiKey = options.apiKey ?? `rnd_${randomBytes(16).toString("hex")}`;
  const owner = { id: newId("tea"), name: "Rehearsal", email: "rehearsal@localhost", type: "team" } as const;
  const store = new Store();
  const deployments = createDeployments(store, options);
  const databases = new DatastoreServers(startDatabase);
  const keyValues = new DatastoreServers(startKeyValue);
  const faults = new Faults();
  const app = createApp({ store, deployments, databases, keyValues, options, owner }, faults, apiKey);
  const underWay = new Set<Promise<unknown>>();
  const fetch: typeof app.fetch = (request, env) => {
    const answer = Promise.resolve(app.fetch(request, env));
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  };
  const server = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
  const endSubscriptions = serveSubscriptions(server, async (request, upgrading) =>
    app.fetch(request, upgrading as never),
  );
  server.listen(options.port ?? 0, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    await deployments.stop();
    throw cannotListen(options.port ?? 0, error as NodeJS.ErrnoException);
  }
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    const closed = server.listening ? once(server, "close") : Promise.resolve();
    server.close();
    faults.clear();
    endSubscriptions();
    server.closeAllConnections();
    await Promise.all([deployments.stop(), databases.stop(), keyValues.stop()]);
    // A request may be ending a service's processes itself.
    await Promise.allSettled(underWay);
    await closed;
  };
  const examine = examineIn(store, deployments);
  return { host: `http://127.0.0.1:${port}${BASE}`, apiKey, ownerId: owner.id, faults, examine, stop };
}
