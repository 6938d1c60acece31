import { cron, native, PIP, type ProgramCase, type Resource, values } from "../eighteenth-form";
import { unsignedKey } from "../supabase-project";
import { inner, nodeApp, python } from "../twentieth-form";
import { REF, SESSION, UNICORN, vite } from "./posted-programs-form";

const ANON = unsignedKey(
  { ref: REF, role: "anon", iat: 1735689600, exp: 2051265600 },
  "dGVybi1yZWVmLWNhbmFyeS1zaWduYXR1cmUtMDAwMDA",
);
const ENGINE = "uvicorn engine.main:app --host 0.0.0.0 --port 9000";
const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });
const api = (of = {}, more = {}) => python("tern-api", UNICORN, { DATABASE_URL: SESSION, ...of }, more);
const job = (schedule: string, startCommand: string, of = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values(of),
  });

/** Sound programs whose services ask each other. */
export const POSTED_PROGRAMS_SOUND_NETWORKS: readonly ProgramCase[] = [
  sound(
    "tern-sound-engine-at-its-port",
    "The engine listens where it is asked.",
    "Render's page on its private network",
    { engine: inner("tern-engine", ENGINE, {}), api: api({ ENGINE_URL: "http://tern-engine:9000" }) },
  ),
  sound("tern-sound-engine-by-its-slug", "The name comes from the resource.", "Render's provider: slug", {
    engine: inner("tern-engine", ENGINE, {}),
    api: api({ ENGINE_URL: "http://${engine.slug}:9000" }),
  }),
  sound(
    "tern-sound-job-that-asks-inside",
    "A cron job may ask a private service.",
    "Render's page on its private network",
    {
      engine: inner("tern-engine", ENGINE, {}),
      nightly: job("0 2 * * *", "curl -fsS -X POST http://tern-engine:9000/reindex"),
    },
  ),
  sound(
    "tern-sound-job-that-asks-in-public",
    "The public address is reached from everywhere.",
    "Render's page on cron jobs",
    { api: api(), nightly: job("*/15 * * * *", "curl -fsS https://tern-api.onrender.com/tasks/run") },
  ),
  sound("tern-sound-job-on-weekdays", "Five fields, with a range.", "Render's page on cron jobs", {
    nightly: job("0 9 * * 1-5", "python -m jobs.report", { DATABASE_URL: SESSION }),
  }),
  sound("tern-sound-job-on-31-january", "January has the day.", "crontab(5)", {
    nightly: job("0 0 31 1 *", "python -m jobs.yearly", { DATABASE_URL: SESSION }),
  }),
  sound(
    "tern-sound-dump-by-the-pooler",
    "The session pooler is reached by IPv4.",
    "slowfound/supabase-database-backup, issue 4, as it ends",
    {
      nightly: job("30 3 * * *", 'pg_dump "$SUPABASE_DB_URL" -Fc -f /tmp/tern.dump && python upload.py', {
        SUPABASE_DB_URL: SESSION,
      }),
    },
  ),
  sound(
    "tern-sound-pages-and-api",
    "Vite writes the public address.",
    "hybeekraft/File-Manager-and-Image-Viewer-Project, issue 212",
    {
      api: api({ CORS_ORIGINS: "https://tern-pages.onrender.com" }),
      pages: vite(
        {
          VITE_API_URL: "https://tern-api.onrender.com",
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_ANON_KEY: ANON,
          VITE_WS_URL: "wss://tern-api.onrender.com/ws",
        },
        { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] },
      ),
    },
  ),
  sound(
    "tern-sound-pages-that-pass-requests-on",
    "The API's route is before the catch-all.",
    "Render's page on redirects and rewrites",
    {
      api: api(),
      pages: vite(
        { VITE_API_URL: "/api" },
        {
          routes: [
            { type: "rewrite", source: "/api/*", destination: "https://tern-api.onrender.com/api/*" },
            { type: "redirect", source: "/old", destination: "/new" },
            { type: "rewrite", source: "/*", destination: "/index.html" },
          ],
        },
      ),
    },
  ),
  sound(
    "tern-sound-next-with-two-addresses",
    "The server asks inside, and the browser in public.",
    "Next's page on environment variables",
    {
      api: api(),
      front: nodeApp("tern-front", "npx next start -p $PORT", {
        API_URL: "http://tern-api:8000",
        NEXT_PUBLIC_API_URL: "https://tern-api.onrender.com",
      }),
    },
  ),
];
