import { type BrokenProgram, envGroupLink, values } from "../eighteenth-form";
import { image, nodeApp, python, queue } from "../twentieth-form";
import {
  broken,
  database,
  engine,
  group,
  job,
  LIMITS,
  NETWORK,
  OTHER,
  pooled,
  REFUSED,
  SESSION,
  START,
  UVICORN,
} from "./weekday-form";

/** Programs of groups, jobs, disks and databases, each with one fault. */
export const WEEKDAY_BROKEN_PARTS: readonly BrokenProgram[] = [
  broken(
    "group-sets-the-port",
    ["port/standard", "port/agreement"],
    ["shared", "envVars.PORT"],
    "the group's port is Render's example",
    {
      web: python("plover-web", UVICORN, {}, { envVars: values({ DATABASE_URL: SESSION }) }),
      shared: group({ PORT: "10000" }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}"] }),
    },
    [
      ["web", "envVars.PORT"],
      ["web", "startCommand"],
    ],
  ),
  broken(
    "group-has-a-laptop",
    ["database/local-host"],
    ["shared", "envVars.REDIS_URL"],
    "the store is at a laptop",
    {
      web: python("plover-web", UVICORN),
      shared: group({ REDIS_URL: "redis://localhost:6379" }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}"] }),
    },
  ),
  broken(
    "job-asks-itself",
    [NETWORK, "database/local-host"],
    ["job", "startCommand"],
    "nothing listens beside a cron job",
    {
      job: job("curl -fsS http://localhost:8000/tasks/nightly"),
      web: python("plover-web", UVICORN),
    },
  ),
  broken("job-with-a-server", [START], ["job", "startCommand"], "a server never ends", {
    job: job("gunicorn plover.wsgi --bind 0.0.0.0:8000"),
  }),
  broken("two-schedulers", [LIMITS], ["beat", "numInstances"], "two schedulers send each task twice", {
    beat: queue(
      "plover-beat",
      "celery -A plover beat",
      { CELERY_BROKER_URL: "redis://red-cq1plover1a:6379/0" },
      { numInstances: 2 },
    ),
  }),
  broken(
    "database-of-seven-gigabytes",
    [LIMITS],
    ["db", "diskSizeGb"],
    "a disk has 1 GB or a multiple of 5",
    { db: database({ diskSizeGb: 7 }) },
  ),
  broken(
    "standby-of-a-basic-plan",
    [LIMITS],
    ["db", "highAvailabilityEnabled"],
    "only pro and larger plans have a standby",
    { db: database({ highAvailabilityEnabled: true }) },
    [["db", "plan"]],
  ),
  broken(
    "worker-has-the-page's-project",
    ["database/one-project"],
    ["web", "envVars.SUPABASE_URL"],
    "the API of another project than the database's",
    {
      web: python("plover-web", UVICORN, {
        DATABASE_URL: SESSION,
        SUPABASE_URL: "https://zkwmqlxrvbnthdjcypfg.supabase.co",
      }),
    },
    [["web", "envVars.DATABASE_URL"]],
  ),
  broken(
    "worker-of-another-project",
    ["database/one-project", "database/other-environment"],
    ["jobs", "envVars.DATABASE_URL"],
    "the worker writes to another project than its API",
    {
      web: python("plover-web", UVICORN, { DATABASE_URL: SESSION }),
      jobs: queue("plover-jobs", "python -m plover.worker", { DATABASE_URL: OTHER.SESSION }),
    },
    [["web", "envVars.DATABASE_URL"]],
  ),
  broken(
    "migrations-by-transactions",
    ["database/direct-for-migrations"],
    ["web", "preDeployCommand"],
    "migrations need a session",
    {
      web: python(
        "plover-web",
        UVICORN,
        { DATABASE_URL: pooled("6543/postgres") },
        { preDeployCommand: "alembic upgrade head" },
      ),
    },
    [["web", "envVars.DATABASE_URL"]],
  ),
  broken(
    "disk-read-by-a-worker",
    ["service/disk-of-another", "environment/missing-file"],
    ["jobs", "envVars.UPLOADS_DIR"],
    "a disk is one service's",
    {
      web: python(
        "plover-web",
        UVICORN,
        { UPLOADS_DIR: "/var/data/uploads" },
        { disk: { name: "uploads", mountPath: "/var/data", sizeGb: 10 } },
      ),
      jobs: queue("plover-jobs", "python -m plover.worker", { UPLOADS_DIR: "/var/data/uploads" }),
    },
  ),
  broken("next-asks-inside", [NETWORK], ["web", "envVars.NEXT_PUBLIC_API_URL"], "browsers load it", {
    web: nodeApp("plover-next", "npx next start -p $PORT", {
      NEXT_PUBLIC_API_URL: "http://plover-engine:8000",
    }),
    engine: engine(),
  }),
  broken(
    "image-of-another-port",
    ["port/agreement", "port/standard", REFUSED],
    ["web", "envVars.PORT"],
    "n8n opens 5678",
    {
      web: python(
        "plover-n8n",
        "",
        {},
        {
          ...image("docker.io/n8nio/n8n", "1.120.0"),
          startCommand: undefined,
          envVars: values({
            PORT: "8000",
            N8N_PORT: "5678",
            N8N_ENCRYPTION_KEY: "Vt5ploverSand3Vt5ploverSand3",
          }),
        },
      ),
    },
    [["web", "envVars.N8N_PORT"]],
  ),

  broken("replicas-of-a-small-plan", [LIMITS], ["db", "readReplicas"], "Render asks for Basic-1gb", {
    db: database({ plan: "basic_256mb", readReplicas: [{ name: "plover-replica" }] }),
  }),
  broken(
    "replicas-of-a-small-disk",
    [LIMITS],
    ["db", "readReplicas"],
    "Render asks for 10 GB",
    {
      db: database({ diskSizeGb: 5, readReplicas: [{ name: "plover-replica" }] }),
    },
    [["db", "diskSizeGb"]],
  ),
];
