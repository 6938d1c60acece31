import { type ProgramCase, worker } from "../eighteenth-form";
import {
  ENCRYPTED,
  keyOf,
  open,
  PYTHON,
  pages,
  pooled,
  REF,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

/** Further ones: workspaces, queues and bots. */
export const SOUND_WORKSPACES_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-rust-of-render",
    why: "Rocket has Render's own variable for its port, and its address.",
    source: "Render's guide on Rocket",
    resources: {
      web: open(["rust", "cargo build --release"], "lantern-web", "./target/release/lantern", {
        ROCKET_ADDRESS: "0.0.0.0",
        ROCKET_PORT: "8000",
        DATABASE_URL: ENCRYPTED,
      }),
    },
  },
  {
    name: "twenty-fifth-workspace-of-three-services",
    why: "Each service of the workspace is built and started by its filter.",
    source: "Turborepo's page on deployment; public Blueprints",
    resources: {
      store: store(),
      web: open(
        ["node", "pnpm install --frozen-lockfile && pnpm turbo build --filter=@lantern/web"],
        "lantern-web",
        "pnpm --filter @lantern/web exec next start -H 0.0.0.0 -p $PORT",
        { NEXT_PUBLIC_API_URL: "https://lantern-api.onrender.com" },
      ),
      api: open(
        ["node", "pnpm install --frozen-lockfile && pnpm turbo build --filter=@lantern/api"],
        "lantern-api",
        "node apps/api/dist/main.js",
        {
          DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
          DIRECT_URL: SESSION,
          REDIS_URL: STORE,
          CORS_ORIGIN: "https://lantern-web.onrender.com",
        },
        { preDeployCommand: "pnpm --filter @lantern/api exec prisma migrate deploy" },
      ),
      jobs: service(
        worker,
        ["node", "pnpm install --frozen-lockfile && pnpm turbo build --filter=@lantern/api"],
        "lantern-jobs",
        "node apps/api/dist/worker.js",
        { DATABASE_URL: SESSION, REDIS_URL: STORE },
      ),
    },
  },
  {
    name: "twenty-fifth-assistant-with-its-queue",
    why: "FastAPI puts its tasks into the store, and RQ takes them by the same address.",
    source: "RQ's page on workers; Supabase's page on API keys",
    resources: {
      store: store(),
      api: open(PYTHON, "lantern-api", "fastapi run app/main.py --port $PORT --workers 2", {
        PYTHON_VERSION: "3.12.7",
        REDIS_URL: STORE,
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      }),
      jobs: service(worker, PYTHON, "lantern-jobs", "rq worker --url $REDIS_URL default", {
        PYTHON_VERSION: "3.12.7",
        REDIS_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-fifth-bot-as-a-worker",
    why: "A bot opens no port, and a background worker needs none.",
    source: "Render's page on background workers",
    resources: {
      bot: service(worker, PYTHON, "lantern-bot", "python bot.py", {
        DATABASE_URL: SESSION,
        DISCORD_GUILD: "812345678901234567",
      }),
      site: pages("lantern-bot-pages", "npm ci && npx astro build", "dist"),
    },
  },
];
