import { setTimeout as pause } from "node:timers/promises";
import type { EmbeddedRender } from "../../../rehearsal/render";
import type { LogCase } from "./case";
import type { ApiLine } from "./form";
import { REPOSITORY, type Stage } from "./stage";

/** An answer's body. */
type Json = ReturnType<typeof JSON.parse>;

const LOOK_AGAIN_MS = 200;
const LONGEST_MS = 90_000;

async function ask(render: EmbeddedRender, method: string, target: string, body?: unknown): Promise<Json> {
  const response = await fetch(render.host + target, {
    method,
    headers: { authorization: `Bearer ${render.apiKey}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${target}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

interface Deployed {
  readonly id: string;
  readonly deploy: string;
  readonly url: string;
}

type Ordered = Pick<LogCase, "start" | "runtime" | "build" | "preDeploy" | "healthCheckPath" | "variables">;

async function deployed(render: EmbeddedRender, name: string, order: Ordered): Promise<Deployed> {
  const { runtime = "python", build = "echo 'nothing to build'", preDeploy, healthCheckPath } = order;
  const { service, deployId } = await ask(render, "POST", "/services", {
    type: "web_service",
    name,
    ownerId: render.ownerId,
    repo: REPOSITORY,
    branch: "main",
    envVars: Object.entries(order.variables ?? {}).map(([key, value]) => ({ key, value })),
    serviceDetails: {
      runtime,
      plan: "starter",
      envSpecificDetails: { buildCommand: build, startCommand: order.start },
      ...(preDeploy === undefined ? {} : { preDeployCommand: preDeploy }),
      ...(healthCheckPath === undefined ? {} : { healthCheckPath }),
    },
  });
  return { id: service.id, deploy: deployId, url: service.serviceDetails.url };
}

async function linesOf(render: EmbeddedRender, services: readonly Deployed[]): Promise<ApiLine[]> {
  const resources = services.map(({ id }) => `&resource=${id}`).join("");
  const lines: ApiLine[] = [];
  for (let start = ""; ; ) {
    const range = start === "" ? "" : `&startTime=${start}`;
    const path = `/logs?ownerId=${render.ownerId}${resources}&direction=forward&limit=100${range}`;
    const page = await ask(render, "GET", path);
    lines.push(...page.logs);
    if (!page.hasMore) return lines;
    start = page.nextStartTime;
  }
}

/** Waits until the condition holds. @throws Error with the log where it does not come true in time */
async function until(condition: () => Promise<boolean>, told: () => Promise<string>): Promise<void> {
  for (const limit = Date.now() + LONGEST_MS; !(await condition()); await pause(LOOK_AGAIN_MS)) {
    if (Date.now() > limit) throw new Error(`It did not come to its end:\n${await told()}`);
  }
}

/** A whole log and what becomes of it in the paste. */
export interface DeployLog {
  readonly status: string;
  readonly lines: readonly ApiLine[];
  /** The services' addresses on this machine, by what Render would call them. */
  readonly addresses: Readonly<Record<string, string>>;
}

async function afterLive(about: LogCase, main: Deployed, matching: (pattern: RegExp) => Promise<number>) {
  const { path, until: pattern, times = 1 } = about.afterLive ?? { until: / / };
  const asked = path === undefined ? [] : Array.from({ length: 8 }, (_, n) => `${path}/${n}`);
  await Promise.all(asked.map((each) => fetch(main.url + each).then((response) => response.text(), String)));
  return (await matching(pattern)) >= times;
}

/** Deploys the case's service, and gives the log when all that is to happen has happened. */
export async function deployLog(stage: Stage, about: LogCase): Promise<DeployLog> {
  const { render } = stage;
  const services = [await deployed(render, "navigator-api", about)];
  if (about.beside !== undefined) {
    services.push(await deployed(render, "navigator-web", { ...about.beside, runtime: "node" }));
  }
  const [main] = services;
  if (main === undefined) throw new Error("No service was deployed.");
  const lines = (): Promise<ApiLine[]> => linesOf(render, services);
  const matching = async (pattern: RegExp): Promise<number> =>
    (await lines()).filter(({ message }) => pattern.test(message)).length;
  const told = async (): Promise<string> => (await lines()).map(({ message }) => message).join("\n");
  let status = "";
  let canceled = false;
  const ended = async (): Promise<boolean> => {
    if (about.opensLateAt && (await matching(about.opensLateAt)) > 0) await stage.openLate();
    if (about.cancelAt && !canceled && (await matching(about.cancelAt)) > 0) {
      canceled = true;
      await ask(render, "POST", `/services/${main.id}/deploys/${main.deploy}/cancel`);
    }
    const deploy = await ask(render, "GET", `/services/${main.id}/deploys/${main.deploy}`);
    status = deploy.status;
    return deploy.finishedAt !== null;
  };
  await until(ended, told);
  if (about.afterLive !== undefined) await until(() => afterLive(about, main, matching), told);
  const whole = await lines();
  for (const { id } of services) await ask(render, "DELETE", `/services/${id}`);
  const addresses = Object.fromEntries(
    services.map(({ url }, index) => [url, `https://navigator-${index === 0 ? "api" : "web"}.onrender.com`]),
  );
  return { status, lines: whole, addresses };
}
