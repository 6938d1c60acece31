import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const elixir = { runtime: "elixir", driver: "none" } as const;
const go = { runtime: "go", driver: "none" } as const;
const rust = { runtime: "rust", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

/**
 * Sound services of the sixteenth batch in other languages than Python. Each looks unusual and works; the comment says
 * why, and after the dash what decides it.
 */
export const SOUND_STACKS_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Node ------------------------------------------------------------------------------------------------------------

  // The heap is below the plan's 512 MB. - Node's page on its command line.
  { ...node, command: "node --max-old-space-size=400 --enable-source-maps dist/server.js" },
  // The tracing file comes before the server. - Node's page on its command line (--import).
  { ...node, command: "node --import ./dist/instrument.mjs dist/server.mjs" },
  // Node needs no such file with this option. - Node's page on its command line (--env-file-if-exists).
  { ...node, command: "node --env-file-if-exists=.env dist/index.js" },
  // The two hyphens pass the options on to the script. - npm's page on npm run.
  { ...node, command: "npm run start -- --port $PORT --hostname 0.0.0.0" },
  // One package of a workspace. - pnpm's page on filtering.
  { ...node, command: "pnpm --filter @harbor/api run start:prod" },
  // One package of a workspace. - Yarn's page on yarn workspace.
  { ...node, command: "yarn workspace @harbor/web start" },
  // tsx runs TypeScript as it is. - tsx's page.
  { ...node, command: "npx tsx src/server.ts" },
  // Bun is on Render's Node services. - Render's page on Bun.
  { ...node, command: "bun run src/index.ts" },
  // Next's standalone server at all addresses. - Next's page on the standalone output (HOSTNAME, PORT).
  { ...node, command: "node .next/standalone/server.js", variables: { HOSTNAME: "0.0.0.0" } },
  // Astro's server for Node reads HOST and PORT. - Astro's page on its Node adapter.
  {
    ...node,
    command: "node ./dist/server/entry.mjs",
    variables: { HOST: "0.0.0.0", ASTRO_TELEMETRY_DISABLED: "1" },
  },
  // React Router's server is at all addresses and reads PORT. - React Router's page on deployment.
  { ...node, command: "npx react-router-serve ./build/server/index.js" },
  // Strapi's default is 0.0.0.0, and its template reads PORT. - Strapi's page on its server configuration.
  { ...node, command: "npx strapi start", variables: { HOST: "0.0.0.0", STRAPI_TELEMETRY_DISABLED: "true" } },
  // The address is in a variable of the command. - bash.
  { ...node, command: "NODE_ENV=production HOST=0.0.0.0 node build/index.js" },
  // The worker is a second process, and both stay in front. - concurrently's readme.
  { ...node, command: `npx concurrently --kill-others "node dist/web.js" "node dist/worker.js"` },
  // --no-daemon keeps PM2 in front. - PM2's page on its command line.
  { ...node, command: "npx pm2 start ecosystem.config.js --no-daemon" },

  // --- Ruby ------------------------------------------------------------------------------------------------------------

  // config/puma.rb of Rails reads PORT. - Rails' template of config/puma.rb.
  {
    ...ruby,
    command: "bundle exec puma -C config/puma.rb",
    variables: { WEB_CONCURRENCY: "2", RAILS_MAX_THREADS: "3" },
  },
  // Rack's own server with an address. - Rackup's page on its options.
  { ...ruby, command: "bundle exec rackup -o 0.0.0.0 -p $PORT -E production" },
  // Thruster listens at HTTP_PORT, and Puma behind it at TARGET_PORT. - Thruster's readme.
  {
    ...ruby,
    command: "bundle exec thrust bin/rails server",
    variables: { HTTP_PORT: "8000", TARGET_PORT: "3000", RAILS_SERVE_STATIC_FILES: "1" },
  },
  // Migrations come first. - bash.
  { ...ruby, command: "bin/rails db:prepare && bundle exec rails server -b 0.0.0.0 -p $PORT" },

  // --- Elixir, Go and Rust ---------------------------------------------------------------------------------------------

  // The release's start command stays in front. - Phoenix's guide on releases.
  {
    ...elixir,
    command: "_build/prod/rel/harbor/bin/harbor start",
    variables: { PHX_SERVER: "true", PHX_HOST: "harbor-tides.onrender.com", POOL_SIZE: "8" },
  },
  // The release's own eval runs migrations first. - Phoenix's guide on releases.
  {
    ...elixir,
    command:
      "_build/prod/rel/harbor/bin/harbor eval 'Harbor.Release.migrate()' && _build/prod/rel/harbor/bin/server",
  },
  // An address without a host is all addresses. - Go's page on net.Listen.
  { ...go, command: "./app serve -addr :$PORT" },
  // Render builds Go to this file, and the program reads PORT. - Render's page on Go.
  { ...go, command: "./app", variables: { GIN_MODE: "release", GOMEMLIMIT: "400MiB" } },
  // Rocket's own variables. - Rocket's page on its configuration.
  {
    ...rust,
    command: "./target/release/harbor",
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000", RUST_LOG: "info,sqlx=warn" },
  },

  // --- Images ----------------------------------------------------------------------------------------------------------

  // Octane's server, with its address. - Laravel's page on Octane.
  {
    ...docker,
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000 --workers=2",
  },
  // .NET's variable for its port alone is at all addresses. - Microsoft's page on .NET 8 containers.
  { ...docker, command: "dotnet Harbor.Web.dll", variables: { ASPNETCORE_HTTP_PORTS: "8000" } },
  // Spring's variable for server.port. - Spring Boot's page on externalized configuration.
  {
    ...docker,
    command: "java -XX:+UseSerialGC -Xmx320m -jar /srv/harbor.jar",
    variables: { SERVER_PORT: "8000", SERVER_FORWARD_HEADERS_STRATEGY: "framework" },
  },
  // Quarkus' own variables. - Quarkus' page on its HTTP configuration.
  {
    ...docker,
    command: "java -jar /deployments/quarkus-run.jar",
    variables: { QUARKUS_HTTP_HOST: "0.0.0.0", QUARKUS_HTTP_PORT: "8000" },
  },
  // caddy run stays in front. - Caddy's page on its command line.
  { ...docker, command: "caddy run --config /etc/caddy/Caddyfile --adapter caddyfile" },
  // -n keeps supervisord in front. - Supervisor's page on its command line.
  { ...docker, command: "supervisord -n -c /etc/supervisor/conf.d/harbor.conf" },
];
