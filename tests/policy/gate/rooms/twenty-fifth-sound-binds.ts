import type { ExplainedCase } from "../nineteenth-form";
import { django, dotnet, flask, laravel, node, spring, taken } from "./twenty-fifth-form";

const key = `base64:${Buffer.from("thirty-two bytes of a lantern's!").toString("base64")}`;
const keyed = { APP_KEY: key, APP_ENV: "production" };
const plainNode = { runtime: "node", driver: "none" } as const;

/** Services that are reached, in the forms of guides and public repositories. */
export const SOUND_BINDS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  taken("host and port are given, with what a proxy before the server needs", {
    command:
      "python -m uvicorn api.index:app --host 0.0.0.0 --port ${PORT:-8000} --proxy-headers --forwarded-allow-ips='*'",
  }),
  taken("fastapi run listens on 0.0.0.0, unlike fastapi dev", {
    command: "fastapi run app/main.py --port $PORT",
  }),
  taken("the development server, at all interfaces: slow, and reached", {
    command: "flask --app lantern.wsgi run -h 0.0.0.0 -p $PORT",
    ...flask,
  }),
  taken("an empty host is 0.0.0.0 for gunicorn, and the application is made by a call", {
    command: "gunicorn -b :$PORT -w 1 --threads 8 'lantern.cli:create_app()'",
    ...flask,
  }),
  taken("uvicorn's workers below gunicorn", {
    command: "gunicorn -k uvicorn.workers.UvicornWorker -w 2 -b 0.0.0.0:$PORT --timeout 300 app.main:app",
  }),
  taken("Hypercorn listens where --bind says", {
    command: 'hypercorn lantern.asgi:app --bind "0.0.0.0:$PORT" --workers 2',
  }),
  taken("Daphne has its interface and port", {
    command: "daphne -b 0.0.0.0 -p $PORT lantern.asgi:application",
    ...django,
  }),
  taken("waitress listens on 0.0.0.0 without a host", {
    command: "waitress-serve --port=$PORT lantern:app",
    ...flask,
  }),
  taken("Streamlit without an address listens on all interfaces", {
    command: "streamlit run Home.py --server.port $PORT --server.headless true --server.enableCORS false",
    driver: "none",
  }),
  taken("chainlit is given its host", {
    command: "chainlit run app.py --headless --host 0.0.0.0 --port $PORT",
    driver: "none",
  }),
  taken("marimo is given its host", {
    command: "marimo run dashboard.py --headless --host 0.0.0.0 -p $PORT",
    driver: "none",
  }),
  taken("shiny is given its host", {
    command: "shiny run --host 0.0.0.0 --port 8000 app.py",
    driver: "none",
  }),
  taken("Voilà's ip is its address, and its port the one of PORT (Render's example of Voilà)", {
    command: "voila --port=$PORT --no-browser --Voila.ip=0.0.0.0 notebooks/lantern.ipynb",
    driver: "none",
  }),
  taken("json-server is given its host", {
    command: "npx json-server@0.17.4 db.json --host 0.0.0.0 --port $PORT",
    ...plainNode,
  }),
  taken("docusaurus serve is given its host", {
    command: "npx docusaurus serve --host 0.0.0.0 --port $PORT --no-open",
    ...plainNode,
  }),
  taken("gatsby serve is given its host", { command: "npx gatsby serve -H 0.0.0.0 -p $PORT", ...plainNode }),
  taken("jekyll serve is given its host", {
    command: "bundle exec jekyll serve --host 0.0.0.0 --port $PORT --no-watch",
    runtime: "ruby",
    driver: "none",
  }),
  taken("serve reads PORT where -l names none", { command: "npx serve -s build", ...plainNode }),
  taken("http-server listens on 0.0.0.0 by default", {
    command: "npx http-server dist -p $PORT",
    ...plainNode,
  }),
  taken("Nuxt's server with the host of Render's guide", {
    command: "node .output/server/index.mjs",
    variables: { HOST: "0.0.0.0", NITRO_PRESET: "render_com", NODE_VERSION: "20" },
    ...node,
  }),
  taken("Astro's standalone server with its host", {
    command: "node ./dist/server/entry.mjs",
    variables: { HOST: "0.0.0.0" },
    ...node,
  }),
  taken("the standalone server of Next with its host, in a monorepo", {
    command: "HOSTNAME=0.0.0.0 node apps/web/.next/standalone/apps/web/server.js",
    ...node,
  }),
  taken("next start listens on 0.0.0.0 without -H, and reads PORT", { command: "npx next start", ...node }),
  taken("remix-serve listens on all interfaces and reads PORT", {
    command: "npx remix-serve ./build/server/index.js",
    ...node,
  }),
  taken("SvelteKit's server for Node, with the origin that its forms need", {
    command: "node build/index.js",
    variables: { ORIGIN: "https://lantern-web.onrender.com" },
    ...node,
  }),
  taken("vite preview is given all interfaces and the host that it answers to", {
    command: "npx vite preview --host 0.0.0.0 --port $PORT",
    variables: { __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: ".onrender.com" },
    ...plainNode,
  }),
  taken("the gateway's word for all interfaces is lan", {
    command: "node dist/index.js gateway --port $PORT --bind lan",
    ...plainNode,
  }),
  taken("rails server without -b listens on 0.0.0.0 in production, and reads PORT", {
    command: "bundle exec rails s",
    variables: {
      RAILS_ENV: "production",
      SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
    },
    runtime: "ruby",
    driver: "active-record",
  }),
  taken("Thruster listens on HTTP_PORT and gives Puma another PORT, as Rails 8 has it", {
    command: "bundle exec thrust ./bin/rails server",
    variables: {
      RAILS_ENV: "production",
      SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
      HTTP_PORT: "8000",
      TARGET_PORT: "3000",
    },
    runtime: "ruby",
    driver: "active-record",
  }),
  taken("puma takes -p at all interfaces", {
    command: "bundle exec puma -t 5:5 -p ${PORT:-3000} -e ${RACK_ENV:-production}",
    runtime: "ruby",
    driver: "active-record",
  }),
  taken("artisan serve with its host, after the caches and the migrations", {
    command:
      "php artisan config:cache && php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    variables: keyed,
    ...laravel,
  }),
  taken("FrankenPHP's server below Octane, at all interfaces", {
    command: "php artisan octane:frankenphp --host=0.0.0.0 --port=8000 --admin-port=2019",
    variables: keyed,
    ...laravel,
  }),
  taken("Reverb listens where its options say", {
    command: "php artisan reverb:start --host=0.0.0.0 --port=8000",
    variables: { ...keyed, BROADCAST_CONNECTION: "reverb" },
    ...laravel,
  }),
  taken("PHP's own server at all interfaces", {
    command: "php -S 0.0.0.0:8000 -t public public/index.php",
    variables: keyed,
    ...laravel,
  }),
  taken("a system property sets the port, and no address all of them", {
    command: "java -Xmx350m -Dserver.port=$PORT -jar /app/lantern.jar",
    ...spring,
  }),
  taken("SERVER_PORT is Spring Boot's own variable", {
    command: "java -jar target/lantern-0.0.1-SNAPSHOT.jar",
    variables: { SERVER_PORT: "8000", SPRING_PROFILES_ACTIVE: "prod" },
    ...spring,
  }),
  taken("a plus is each interface of Kestrel", {
    command: "dotnet Lantern.Api.dll",
    variables: { ASPNETCORE_URLS: "http://+:8000" },
    ...dotnet,
  }),
  taken(".NET 8's variable holds the port alone", {
    command: "dotnet Lantern.Api.dll",
    variables: { ASPNETCORE_HTTP_PORTS: "8000", ASPNETCORE_ENVIRONMENT: "Production" },
    ...dotnet,
  }),
  taken("Rocket takes both of its variables", {
    command: "./target/release/lantern",
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000" },
    runtime: "rust",
    driver: "sqlx",
  }),
  taken("a release of Phoenix that is asked to serve", {
    command: "_build/prod/rel/lantern/bin/lantern start",
    variables: {
      PHX_SERVER: "true",
      PHX_HOST: "lantern-web.onrender.com",
      SECRET_KEY_BASE: "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9Aa",
      POOL_SIZE: "5",
    },
    runtime: "elixir",
    driver: "postgrex",
  }),
];
