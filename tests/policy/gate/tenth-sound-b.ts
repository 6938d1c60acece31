import { docker, dotnet, java, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import { DOCKER, go, node, ruby, rust } from "./written";

const elixir = { runtime: "elixir", driver: "postgrex" } as const;
const CACHE = { name: "cache", mountPath: "/var/cache/models", sizeGb: 10 };

/** The sound half of the tenth batch, second part: other languages, workers, cron jobs and settings of a service. */
export const TENTH_SOUND_B: readonly SealedCase[] = [
  // The init process starts the server and stays.
  web("dumb-init -- node dist/server.js", { ...node, ...docker }),
  // The shell waits for both of its children.
  web("trap 'kill 0' EXIT; node worker.js & node server.js & wait", node),
  // Node keeps what the platform has set: the file's PORT does not count.
  web("node --env-file=/etc/secrets/.env server.js", {
    ...node,
    secretFiles: { ".env": "PORT=3000\nLOG_LEVEL=info\n" },
  }),
  // Nitro reads PORT, and listens on all interfaces.
  web("node .output/server/index.mjs", node),
  // Astro's server takes its address from HOST.
  web("HOST=0.0.0.0 node ./dist/server/entry.mjs", node),
  // SvelteKit's server reads PORT; a folder is started by its index.js.
  web("ORIGIN=https://acme.io node build", node),
  // Remix's server reads PORT.
  web("npx remix-serve ./build/server/index.js", node),
  // Next's standalone server takes its address from HOSTNAME.
  web("HOSTNAME=0.0.0.0 node .next/standalone/server.js", node),
  // A heap limit and source maps are options of Node itself.
  web("node --max-old-space-size=460 --enable-source-maps dist/main", node),
  // Yarn starts the workspace's script.
  web("yarn workspace @acme/api start:prod", node),
  // Bun runs the file; its server reads PORT.
  web("bun run --smol src/index.ts", node),
  // Deno with an address and the platform's port.
  web("deno serve --allow-env --host 0.0.0.0 --port $PORT main.ts", docker),
  // A plus sign means all interfaces.
  web("dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:8000" } }),
  // Spring reads its port from the argument.
  web("java -XX:MaxRAMPercentage=75 -jar app.jar --server.port=$PORT", java),
  // Spring's own variable agrees with PORT.
  web("java -jar app.jar", { ...java, variables: { SERVER_PORT: "8000", PORT: "8000" } }),
  // Rackup with an address.
  web("bundle exec rackup --host 0.0.0.0 -p $PORT", ruby),
  // Thruster opens HTTP_PORT and gives the server behind it TARGET_PORT.
  web("bundle exec thrust bin/rails server", {
    ...ruby,
    variables: { HTTP_PORT: "8000", TARGET_PORT: "3000" },
  }),
  // Falcon speaks plain HTTP on all interfaces.
  web("bundle exec falcon serve -b http://0.0.0.0:$PORT", ruby),
  // The release serves because PHX_SERVER is set.
  web("PHX_SERVER=true _build/prod/rel/acme/bin/acme start", elixir),
  // Migrations end, then the release stays in the foreground.
  web("bin/acme eval 'Acme.Release.migrate()' && exec bin/acme start", elixir),
  // Rocket takes address and port from its variables.
  web("ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=$PORT ./target/release/api", rust),
  // An address without a host means all interfaces in Go.
  web("./bin/api serve -addr :$PORT", go),
  // FrankenPHP listens on all interfaces.
  web("frankenphp php-server --root public/ --listen :$PORT", docker),
  // `caddy run` stays in the foreground.
  web("caddy run --config /etc/caddy/Caddyfile --adapter caddyfile", docker),
  // In burst mode the worker ends, as a cron job has to.
  { kind: "cron", command: "rq worker --burst default" },
  // The queue is emptied, and the command ends.
  { kind: "cron", command: "php artisan queue:work --stop-when-empty", properties: DOCKER },
  // A backup through two pipes ends by itself.
  {
    kind: "cron",
    command: 'pg_dump "$DATABASE_URL" | gzip | aws s3 cp - "s3://acme-backups/$(date +%F).sql.gz"',
    properties: DOCKER,
  },
  // A limit on a job's time is no fault of a cron job.
  { kind: "cron", command: "timeout 3600 python manage.py sync_invoices" },
  // Delayed Job's work goes on for ever.
  { kind: "worker", command: "bundle exec rake jobs:work", runtime: "ruby" },
  // The application stays up with --no-halt.
  { kind: "worker", command: "mix run --no-halt", ...elixir },
  // A loop is a worker as good as any.
  { kind: "worker", command: "while true; do python poll.py; sleep 30; done" },
  // The 29th of February comes, if seldom.
  { kind: "cron", properties: { schedule: "0 0 29 2 *" } },
  // Names of months and days, ranges and steps.
  { kind: "cron", properties: { schedule: "0 */6 * JAN-JUN,SEP mon-fri" } },
  // A procedure's name with a dot, as tRPC has it, is a path.
  { properties: { healthCheckPath: "/api/trpc/health.healthz" } },
  // The shutdown may take as long as Render allows.
  { properties: { plan: "standard", numInstances: 3, maxShutdownDelaySeconds: 300 } },
  // A paid plan has a pre-deploy command.
  { properties: { plan: "starter", preDeployCommand: "alembic upgrade head" } },
  // A paid worker may have a disk.
  { kind: "worker", command: "python worker.py", properties: { plan: "starter", disk: CACHE } },
];
