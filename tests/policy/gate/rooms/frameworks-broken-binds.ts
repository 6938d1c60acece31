// Longer than 200 lines: one table, a row for each server.
import { docker, dotnet, java, LOOPBACK, PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node, ruby, rust } from "../written";
import { fails } from "./frameworks-form";

const DEBUG = "environment/debug-in-production";
const HOSTS = "service/allowed-hosts";

/** Frameworks' servers that no request reaches, or at another port. */
export const FRAMEWORKS_UNREACHED: readonly ExplainedCase[] = [
  fails(
    LOOPBACK,
    "the standalone server of a workspace listens on HOSTNAME (vercel/next.js 44043)",
    "node apps/web/.next/standalone/apps/web/server.js",
    { ...node, variables: { HOSTNAME: "localhost" } },
  ),
  fails(
    LOOPBACK,
    "gatsby serve listens on localhost without --host (Gatsby's page on its commands)",
    "npx gatsby serve --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    LOOPBACK,
    "docusaurus serve listens on localhost without --host (Docusaurus' page on its commands)",
    "npx docusaurus serve --no-open --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    LOOPBACK,
    "json-server listens on localhost without --host (its README)",
    "npx json-server --watch db.json --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    LOOPBACK,
    "remix-serve listens on HOST (Remix's page on remix-serve)",
    "npx remix-serve ./build/server/index.js",
    {
      ...node,
      variables: { HOST: "127.0.0.1" },
    },
  ),
  fails(
    `${PORT}|${STANDARD}`,
    "4321 is Astro's port of a developer (Astro's page on its commands)",
    "npx astro preview --host 0.0.0.0 --port 4321",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "nuxi dev is a developer's server on localhost (Nuxt's page on nuxi dev)",
    "npx nuxi dev --port $PORT",
    node,
  ),
  fails(
    `${HOSTS}|${DEBUG}`,
    "Angular's server refuses the platform's name (Angular's page on ng serve)",
    "npx ng serve --host 0.0.0.0 --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    HOSTS,
    "Vite's preview refuses a name that is not allowed (moddroid94/STLVault 25)",
    "npm exec -- vite preview --host --port $PORT",
    {
      ...node,
      ...bare,
    },
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "in development rails server listens on localhost (Rails' page on its commands)",
    "bundle exec rails server -p $PORT -e development",
    ruby,
  ),
  fails(
    PORT,
    "Thruster listens on HTTP_PORT, 80 without it, and gives the server 3000 (Thruster's README)",
    "./bin/thrust ./bin/rails server",
    {
      ...docker,
      driver: "active-record",
      variables: { RAILS_ENV: "production" },
    },
  ),
  fails(
    LOOPBACK,
    "octane:start listens on 127.0.0.1 without --host (Laravel's page on Octane)",
    "php artisan octane:start --server=frankenphp --port=$PORT",
    {
      ...docker,
      ...bare,
    },
  ),
  fails(
    PORT,
    "Reverb is at 8080, and the platform asks 8000 (Laravel's page on Reverb)",
    "php artisan reverb:start --host=0.0.0.0 --port=8080",
    {
      ...docker,
      ...bare,
    },
  ),
  fails(
    LOOPBACK,
    "granian listens on 127.0.0.1 without --host (its README)",
    "granian --interface asgi --port $PORT main:app",
  ),
  fails(
    LOOPBACK,
    "sanic listens on 127.0.0.1 without --host (Sanic's page on running)",
    "sanic main:app --port=$PORT --workers=2",
  ),
  fails(
    HOSTS,
    "Bokeh's server takes websockets of localhost alone (Panel's page on deploying)",
    "panel serve app.py --address 0.0.0.0 --port $PORT",
    bare,
  ),
  fails(
    LOOPBACK,
    "shiny run listens on 127.0.0.1 without --host (Shiny's page on its command)",
    "shiny run app.py --port $PORT",
    bare,
  ),
  fails(
    LOOPBACK,
    "solara run listens on localhost without --host (Solara's page on deploying)",
    "solara run app.py --port $PORT --production",
    bare,
  ),
  fails(
    LOOPBACK,
    "marimo run listens on 127.0.0.1 without --host (marimo's page on deploying)",
    "marimo run notebook.py --headless --port $PORT",
    bare,
  ),
  fails(
    `${LOOPBACK}|${PORT}`,
    "Gradio listens on 127.0.0.1 unless GRADIO_SERVER_NAME says otherwise (Gradio's page on its variables)",
    "gradio app.py",
    {
      ...bare,
      variables: { GRADIO_SERVER_NAME: "127.0.0.1", GRADIO_SERVER_PORT: "8000" },
    },
  ),
  fails(
    `${PORT}|${STANDARD}`,
    "8501 is Streamlit's own port, and PORT another (Streamlit's page on configuration)",
    "streamlit run Home.py --server.address 0.0.0.0",
    {
      ...bare,
      variables: { STREAMLIT_SERVER_PORT: "8501" },
    },
  ),
  fails(
    `${PORT}|unknown`,
    "behind the archive a -D is an argument that Spring does not read: it listens on 8080 (Spring Boot's page on properties)",
    "java -jar target/kiln.jar -Dserver.port=$PORT",
    java,
  ),
  fails(
    LOOPBACK,
    "Quarkus listens on QUARKUS_HTTP_HOST (Quarkus' page on HTTP)",
    "java -jar target/quarkus-app/quarkus-run.jar",
    {
      ...java,
      variables: { QUARKUS_HTTP_HOST: "localhost", QUARKUS_HTTP_PORT: "8000" },
    },
  ),
  fails(
    `${LOOPBACK}|${PORT}`,
    "ASPNETCORE_URLS names localhost (the page of ASP.NET Core on Kestrel's endpoints)",
    "dotnet Kiln.Web.dll",
    {
      ...dotnet,
      variables: { ASPNETCORE_URLS: "http://localhost:8000" },
    },
  ),
  fails(
    LOOPBACK,
    "LEPTOS_SITE_ADDR names the loopback address (Leptos' page on deployment)",
    "./target/release/kiln",
    {
      ...rust,
      variables: { LEPTOS_SITE_ADDR: "127.0.0.1:8000" },
    },
  ),
  fails(
    LOOPBACK,
    "PocketBase listens on what --http names (its page on going to production)",
    "./pocketbase serve --http=127.0.0.1:$PORT",
    {
      runtime: "go",
      ...bare,
    },
  ),
  fails(
    "service/unmet-need|unknown",
    "a release starts no server without PHX_SERVER (Phoenix' page on releases)",
    "_build/prod/rel/kiln/bin/kiln start",
    {
      ...elixir,
      variables: {
        PHX_HOST: "kiln.onrender.com",
        SECRET_KEY_BASE: "q7Vd2LmXz9Rk4TnWb6YhCs1PfJg8EuAo3IiNx5KtGvBrDyMcHwSlZjQaFpUeOd0T",
      },
    },
  ),
  fails(
    START,
    "bundle exec rails assets:precompile ends (Rails' page on assets)",
    "bundle exec rails assets:precompile",
    ruby,
  ),
];
