import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStack } from "../cli/stacks/open-stack";
import { createPrivateProject, type PrivateProject } from "../cli/stacks/private-project";
import { type Pulumi, pulumiIn } from "../cli/stacks/pulumi";
import { type Engine, findEngine } from "../engine";
import { childrensSeconds } from "./children";
import { residentKilobytes } from "./memory";

const ROOT = path.join(__dirname, "..");
const ENVIRONMENTS = ["development", "staging", "production"] as const;
/** As many services from each to the next. */
const SIZES = [10, 105, 200] as const;
const MOST_GROWTH = 1.2;
const MOST_MEGABYTES = 1500;

interface Cost {
  /** Of a clock, and of all processes that the previews started; in seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** The most that they had in memory at once, in MB. */
  readonly megabytes: number;
}

/** Previews of a project with 200 services in each of three environments: the time for one more, and the memory. */
export async function benchTeam(report: (line: string) => void): Promise<void> {
  if (process.platform !== "linux") return report("team: not measured, /proc is needed");
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const engine = await findEngine({ report });
    const costs: Cost[] = [];
    for (const size of SIZES) costs.push(await previewed(engine, size, parent, report));
    const [few, some, many] = costs as [Cost, Cost, Cost];
    for (const unit of ["cpu", "wall"] as const) {
      const [first, second] = [some[unit] - few[unit], many[unit] - some[unit]];
      const verdict = second / first <= MOST_GROWTH ? "within" : "ABOVE";
      report(
        `time for one more service, from ${SIZES[1]} to ${SIZES[2]} against from ${SIZES[0]} to ${SIZES[1]}, ${unit}: ` +
          `${(second / first).toFixed(2)}, ${verdict} ${MOST_GROWTH}`,
      );
    }
    const verdict = many.megabytes <= MOST_MEGABYTES ? "within" : "ABOVE";
    report(
      `memory with ${SIZES[2]} services: ${many.megabytes.toFixed(0)} MB, ${verdict} ${MOST_MEGABYTES} MB`,
    );
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** One preview of each environment, one after the other, with the policy pack. */
async function previewed(
  engine: Engine,
  size: number,
  parent: string,
  report: (line: string) => void,
): Promise<Cost> {
  const project = await createPrivateProject(ROOT, path.join(parent, String(size)));
  const pulumi = pulumiIn(project, engine, project.secrets.passphrase, new AbortController().signal);
  for (const stack of ENVIRONMENTS) await makeStack(pulumi, project, stack, size);
  const cost = await measured(async () => {
    for (const stack of ENVIRONMENTS) {
      const run = await pulumi(["preview", "-s", stack, "--policy-pack", "policy"]);
      if (run.exitCode !== 0) throw new Error(run.output);
    }
  });
  const { wall, cpu, megabytes } = cost;
  report(
    `  ${ENVIRONMENTS.length} previews of ${size} services: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${megabytes.toFixed(0)} MB`,
  );
  return cost;
}

async function measured(work: () => Promise<void>): Promise<Cost> {
  let peak = 0;
  const look = setInterval(() => {
    void residentKilobytes().then((now) => {
      peak = Math.max(peak, now);
    });
  }, 500);
  try {
    const own = await residentKilobytes();
    const [began, cpu = 0] = [performance.now(), childrensSeconds()];
    await work();
    const wall = (performance.now() - began) / 1000;
    return { wall, cpu: (childrensSeconds() ?? 0) - cpu, megabytes: (peak - own) / 1024 };
  } finally {
    clearInterval(look);
  }
}

async function makeStack(
  pulumi: Pulumi,
  project: PrivateProject,
  stack: string,
  size: number,
): Promise<void> {
  const secret = randomBytes(18).toString("base64url");
  const names = Array.from({ length: size }, (_, at) => `service-${at}`);
  const services = Object.fromEntries(names.map((name, at) => [name, serviceOf(name, names[at + 1], stack)]));
  const database = {
    supabase: {
      projectRef: `${stack.slice(0, 4)}efghijklmnopqrst`.slice(0, 20).padEnd(20, "x"),
      poolerHost: "aws-0-us-west-1.pooler.supabase.com",
      connection: "session",
    },
    role: `app_${stack}`,
  };
  const config = {
    "portcullis:services": services,
    "portcullis:database": database,
    "render:ownerId": "tea-bench",
  };
  const secrets = {
    "portcullis:databasePassword": secret,
    "portcullis:databaseAdminPassword": secret,
    "render:apiKey": `rnd_${secret}`,
  };
  await openStack({ stack, config, secretKeys: [], secretPlaces: [] }, project, pulumi, { secrets });
}

/** A web service with a database that asks the next one. */
function serviceOf(name: string, next: string | undefined, stack: string): Readonly<Record<string, unknown>> {
  return {
    name: `${name}-${stack}`,
    repository: `https://github.com/acme/${name}`,
    branch: stack,
    runtime: "python",
    region: "oregon",
    plan: "starter",
    build: "pip install -r requirements.txt",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    port: 8000,
    healthCheckPath: "/health",
    driver: "asyncpg",
    environment: {
      LOG_LEVEL: "info",
      ...(next !== undefined && { NEXT_URL: `https://${next}-${stack}.onrender.com` }),
    },
  };
}
