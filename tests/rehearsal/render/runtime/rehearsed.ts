import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServiceEvent } from "../../../../rehearsal/render/events";
import { newId, timestamp } from "../../../../rehearsal/render/identifiers";
import { ServiceLog } from "../../../../rehearsal/render/log";
import type { RenderOptions, Timings } from "../../../../rehearsal/render/options";
import { createDeployments, type Deployments } from "../../../../rehearsal/render/runtime/deployments";
import { hasEnded } from "../../../../rehearsal/render/runtime/deploys/deploy-record";
import { type Deploy, type Details, type Service, Store } from "../../../../rehearsal/render/store";
import { freePort } from "../../../../system";
import { until } from "../../../until";

export { until };

const REPOSITORY = "https://github.com/acme/navigator";

/** Short where something is waited for; the limits are guards, which only a test's own clock reaches. */
const TIMINGS: Partial<Timings> = {
  poll: 0.05,
  deployLimit: 1e9,
  scanLimit: 600,
  settle: 0.2,
  healthLimit: 600,
  healthTimeout: 60,
  liveHealth: 0.1,
  backoff: 0.05,
};

/** A server that says what it was asked, and does what its environment says. Argument: host and port. */
export const SERVER = `
const http = require("node:http");
const [host, port] = process.argv.slice(2);
const server = http.createServer((request, response) => {
  if (request.url === "/crash") process.exit(3);
  if (request.url === "/environment") return response.end(JSON.stringify(process.env));
  if (request.url === "/words") {
    response.write("one ");
    globalThis.next = () => { response.write("two "); globalThis.next = () => response.end("three"); };
    return;
  }
  if (request.url === "/next") { globalThis.next(); return response.end(); }
  if (request.url === "/sicken") { globalThis.sick = true; return response.end(); }
  if (request.url === "/missing") console.log("asked for /missing");
  response.statusCode = (request.url === "/health" && globalThis.sick) || request.url === "/missing" ? 503 : 200;
  response.end("pid " + process.pid);
});
server.on("error", (error) => { console.error(error.message); process.exit(1); });
server.listen(Number(port), host, () => console.log("listening on " + host + ":" + port));
`;

/** Whether a process with that identifier runs. One that is dead and not yet reaped by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    // Where there is no /proc, only the signal says so.
    return (error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync("/proc");
  }
}

/** A clock that stops until the test moves it on. */
export class StandingClock {
  private milliseconds = Date.now();
  readonly now = (): number => this.milliseconds;

  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

/** A repository with the server in it, a service of it, and the deployments that run it. */
export class Rehearsed {
  private constructor(
    readonly store: Store,
    readonly source: string,
    readonly deployments: Deployments,
    readonly port: number,
  ) {}

  static async open(options: Partial<RenderOptions> = {}): Promise<Rehearsed> {
    const source = await mkdtemp(path.join(tmpdir(), "portcullis-test-source-"));
    await writeFile(path.join(source, "server.js"), SERVER);
    const timings = { ...TIMINGS, ...options.timings };
    const repositories = { [REPOSITORY]: source };
    const store = new Store();
    const deployments = createDeployments(store, { repositories, ...options, timings });
    return new Rehearsed(store, source, deployments, await freePort());
  }

  /** The start command that serves on the port. */
  serve(host = "0.0.0.0", port: number | string = "$PORT"): string {
    return `node server.js ${host} ${port}`;
  }

  async service(details: Partial<Details> = {}, name = "navigator"): Promise<Service> {
    const id = newId("srv");
    const now = timestamp();
    const service: Service = {
      id,
      type: "web_service",
      slug: name,
      ownerId: newId("tea"),
      createdAt: now,
      url: await this.deployments.open({ id, type: "web_service", slug: name }),
      name,
      repo: `${REPOSITORY}.git`,
      branch: "main",
      autoDeploy: "no",
      autoDeployTrigger: "off",
      rootDir: "",
      suspended: false,
      updatedAt: now,
      details: { ...detailsOf(this.serve()), ...details },
      variables: new Map([["PORT", String(this.port)]]),
      secretFiles: new Map(),
      domains: [],
      headers: [],
      routes: [],
      runs: [],
      deploys: [],
      events: [],
      log: new ServiceLog(id),
    };
    this.store.services.set(id, service);
    return service;
  }

  /** Starts a deploy and waits for its end. */
  async deploy(service: Service): Promise<Deploy> {
    return this.end(this.deployments.start(service, "api").deploy);
  }

  end(deploy: Deploy): Promise<Deploy> {
    return until(() => hasEnded(deploy) && deploy);
  }

  async close(): Promise<void> {
    await this.deployments.stop();
    await rm(this.source, { recursive: true });
  }
}

function detailsOf(startCommand: string): Details {
  return {
    runtime: "node",
    plan: "starter",
    region: "oregon",
    numInstances: 1,
    buildCommand: "echo built for $RENDER_SERVICE_NAME",
    startCommand,
    docker: { dockerCommand: "", dockerContext: "", dockerfilePath: "" },
    preDeployCommand: "",
    healthCheckPath: "/health",
    maxShutdownDelaySeconds: 5,
    maintenanceMode: { enabled: false, uri: "" },
    previews: {},
    pullRequestPreviewsEnabled: "no",
    renderSubdomainPolicy: "enabled",
    ipAllowList: [],
    openPorts: [],
    schedule: "",
    publishPath: "public",
  };
}

/** The messages of the log, in order. */
export const messages = (service: Service): string[] => service.log.lines.map((line) => line.message);

/** The identifiers of processes that a command has echoed as `pid N`. */
export const pidsIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line) => /^pid (\d+)$/.exec(line)?.[1] ?? []).map(Number);

/** The newest event of that type. */
export const event = (service: Service, type: string): ServiceEvent | undefined =>
  service.events.find((one) => one.type === type);

/** The details' `reason.failure` of the newest end of a deploy. */
export const failureOf = (service: Service): unknown => {
  const reason = event(service, "deploy_ended")?.details.reason as { failure?: unknown } | undefined;
  return reason?.failure;
};

export const textAt = async (service: Service, where = "/"): Promise<string> =>
  (await fetch(service.url + where)).text();

/** The identifier of the process that serves, undefined while none does. */
export async function servingPid(service: Service): Promise<number | undefined> {
  const pid = Number(/^pid (\d+)$/.exec(await textAt(service))?.[1]);
  return pid > 0 ? pid : undefined;
}
