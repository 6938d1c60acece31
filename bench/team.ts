import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStack } from "../cli/stacks/open-stack";
import { createPrivateProject, type PrivateProject } from "../cli/stacks/private-project";
import { type Pulumi, pulumiIn } from "../cli/stacks/pulumi";
import { type Engine, findEngine } from "../engine";
import { childrensSeconds } from "./children";
import { type Cost, describeMemory, describePerService, describeSize } from "./growth";
import { residentKilobytes } from "./memory";

const ROOT = path.join(__dirname, "..");
const ENVIRONMENTS = ["development", "staging", "production"] as const;
/** As many services from each to the next. */
const SIZES = [10, 105, 200] as const;
/** Each size is measured so many times, the sizes in turn: a slow phase of the machine slows one round of each. */
const ROUNDS = 3;

/** Previews of a project with 200 services in each of three environments: the time for one more, and the memory. */
export async function benchTeam(report: (line: string) => void): Promise<void> {
  if (process.platform !== "linux") return report("team: not measured, /proc is needed");
  const parent = await mkdtemp(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const engine = await findEngine({ report });
    const projects: Project[] = [];
    for (const size of SIZES) projects.push(await projectOf(engine, size, parent));
    const rounds: Cost[][] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const costs: Cost[] = [];
      for (const { size, pulumi } of projects) {
        const cost = await measured(() => previewed(pulumi));
        costs.push(cost);
        report(`  round ${round} of ${ROUNDS}, ${describeSize(size, [cost])}`);
      }
      rounds.push(costs);
    }
    for (const [at, size] of SIZES.entries())
      report(describeSize(size, rounds.map((costs) => costs[at]) as Cost[]));
    for (const unit of ["cpu", "wall"] as const) report(describePerService(SIZES, rounds, unit));
    report(describeMemory(SIZES, rounds));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

interface Project {
  readonly size: number;
  readonly pulumi: Pulumi;
}

async function projectOf(engine: Engine, size: number, parent: string): Promise<Project> {
  const project = await createPrivateProject(ROOT, path.join(parent, String(size)));
  const pulumi = pulumiIn(project, engine, project.secrets.passphrase, new AbortController().signal);
  for (const stack of ENVIRONMENTS) await makeStack(pulumi, project, stack, size);
  return { size, pulumi };
}

/** One preview of each environment, one after the other, with the policy pack. */
async function previewed(pulumi: Pulumi): Promise<void> {
  for (const stack of ENVIRONMENTS) {
    const run = await pulumi(["preview", "-s", stack, "--policy-pack", "policy"]);
    if (run.exitCode !== 0) throw new Error(run.output);
  }
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
