import { type BrokenProgram, envGroup, envGroupLink, type Resource, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import {
  API,
  DIRECT_URL,
  key,
  OTHER,
  POOL,
  pooled,
  SESSION,
  STORE,
  UNICORN,
  url,
} from "./twenty-eighth-form";

const linked = (of: Record<string, string>, services: Record<string, Resource>) => ({
  group: envGroup({ name: "fen-shared", envVars: values(of) }),
  link: envGroupLink({
    envGroupId: "${group.id}",
    serviceIds: Object.keys(services).map((name) => `\${${name}.id}`),
  }),
  ...services,
});
const bareApi = python("fen-api", UNICORN);
const worker = (of: Record<string, string> = {}) => queue("fen-worker", "celery -A fen worker -l info", of);

/** Broken programs: what a group gives its services, keys, and migrations. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTY_EIGHTH: readonly BrokenProgram[] = [
  {
    name: "twenty-eighth-group-with-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["group", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["worker", "envVars.DATABASE_URL"],
      ["link", "envGroupId"],
    ],
    why: "Both services get a host that has IPv6 alone from their group.",
    source: "supabase/supabase, pull request 20394",
    resources: linked(
      { DATABASE_URL: DIRECT_URL, CELERY_BROKER_URL: STORE },
      { api: bareApi, worker: worker() },
    ),
  },
  {
    name: "twenty-eighth-group-with-the-user-of-the-direct-host",
    rules: ["database/pooler-tenant"],
    at: ["group", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["link", "envGroupId"],
    ],
    why: "The pooler asks for postgres.<reference>.",
    source: "prisma/orm, issue 21740",
    resources: linked({ DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) }, { api: bareApi }),
  },
  {
    name: "twenty-eighth-group-with-a-key-of-another-project",
    rules: ["database/one-project", "database/key-role"],
    at: ["group", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
    alsoAt: [
      ["group", "envVars.SUPABASE_URL"],
      ["api", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
      ["link", "envGroupId"],
    ],
    why: "The key is signed by another project, and each request is 401.",
    source: "supabase/supabase, issues 177 and 17164",
    resources: linked(
      { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("service_role", OTHER), DATABASE_URL: SESSION },
      { api: bareApi },
    ),
  },
  {
    name: "twenty-eighth-public-key-for-the-worker",
    rules: ["database/key-role"],
    at: ["worker", "envVars.SUPABASE_SERVICE_KEY"],
    why: "Row level security refuses what the worker writes with the public key.",
    source: "finic-ai/rag-stack, issue 25",
    resources: {
      api: python("fen-api", UNICORN, { SUPABASE_URL: API, SUPABASE_SERVICE_KEY: key("service_role") }),
      worker: worker({ CELERY_BROKER_URL: STORE, SUPABASE_URL: API, SUPABASE_SERVICE_KEY: key("anon") }),
    },
  },
  {
    name: "twenty-eighth-migrations-in-transaction-mode",
    rules: ["database/direct-for-migrations", "database/transaction-mode-statements"],
    at: ["api", "preDeployCommand"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["api", "envVars.DIRECT_URL"],
    ],
    why: "migrate deploy takes a lock of the session, which transaction mode does not keep.",
    source: "prisma/orm, issue 24913; Prisma's page on PgBouncer",
    resources: {
      api: nodeApp(
        "fen-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
];
