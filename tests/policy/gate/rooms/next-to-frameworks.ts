import { docker, java, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { fails, starts } from "./frameworks-form";
import { built, having, SITE } from "./orchard";

const HOSTS = "service/allowed-hosts";
const NEED = "service/unmet-need";
const REFUSED = "environment/refused-value";
const PUBLISH = "service/publish-path";
const pages = (why: string, buildCommand: string, publishPath: string, more: object = {}): ExplainedCase =>
  having(why, { buildCommand, publishPath, ...more }, SITE);
const elsewhere = (why: string, buildCommand: string, publishPath: string): ExplainedCase => ({
  rule: PUBLISH,
  ...pages(why, buildCommand, publishPath),
});
const web = { ...node, ...bare } as const;
const nodeBuilt = (buildCommand: string, NODE_ENV?: string) => ({
  ...web,
  properties: built(buildCommand, "node"),
  ...(NODE_ENV !== undefined && { variables: { NODE_ENV } }),
});
const resque = { runtime: "ruby", ...bare, kind: "worker" } as const;

/** Siblings of what the frameworks' batch found; each sound one was written before its rule was changed. */
export const NEXT_TO_FRAMEWORKS: readonly ExplainedCase[] = [
  fails(HOSTS, "Vite's own server refuses other names too", "npx vite --host 0.0.0.0 --port $PORT", web),
  fails(HOSTS, "Astro's preview is Vite's", "pnpm astro preview --host 0.0.0.0 --port $PORT", web),
  fails(HOSTS, "Bokeh's own command", "bokeh serve app.py --port $PORT --use-xheaders", bare),
  fails(HOSTS, "the same as a module", "python -m panel serve app.py --port $PORT", bare),
  fails(START, "turbo's short form", "turbo build --filter=@orchard/api", web),
  fails(START, "a run of Nx's", "npx nx run api:build:production", web),
  fails(START, "many of Nx's builds", "npx nx run-many -t build", web),
  fails(START, "a package of a workspace", "pnpm --filter @orchard/api run build", web),
  fails(START, "a workspace of Yarn's", "yarn workspace @orchard/api build", web),
  fails(START, "a folder by its prefix", "npm --prefix apps/api run build", web),
  fails(
    "port/agreement",
    "a property behind the archive with another one before",
    "java -Xmx300m -jar app.jar -Dserver.port=8000",
    java,
  ),
  fails("port/agreement", "Reverb without its port", "php artisan reverb:start", { ...docker, ...bare }),
  fails(NEED, "flower asks a broker too", "celery -A orchard flower --port=$PORT", bare),
  fails(NEED, "several workers of Resque's", "bundle exec rake environment resque:workers COUNT=2", resque),
  fails(REFUSED, "a developer's machine as the origin", "node build/index.js", {
    ...web,
    variables: { ORIGIN: "http://localhost:5173" },
  }),
  fails(REFUSED, "Netlify's preset", "node .output/server/index.mjs", {
    ...web,
    variables: { SERVER_PRESET: "netlify" },
  }),
  fails(
    START,
    "NODE_ENV leaves the compiler out",
    "node dist/main.js",
    nodeBuilt("npm ci && npx nest build", "production"),
  ),
  fails(
    START,
    "pnpm reads NODE_ENV too",
    "node dist/main.js",
    nodeBuilt("pnpm install --frozen-lockfile && pnpm run build", "production"),
  ),
  elsewhere("VuePress writes below its sources", "npm ci && npx vuepress build docs", "dist"),
  elsewhere("Storybook has a folder of its own", "npm ci && npx storybook build", "dist"),
  elsewhere("a mode of Quasar's", "npm ci && npx quasar build -m pwa", "dist/spa"),
  elsewhere("pages of React Router are below client", "npm ci && npx react-router build", "build"),
  elsewhere("Trunk writes to dist", "trunk build --release", "public"),
  elsewhere(
    "the folder of the project is not the browser's",
    "npm ci && npx ng build --configuration=production",
    "dist/orchard",
  ),
  elsewhere(
    "turbo builds in the package's folder",
    "pnpm install && pnpm turbo run build --filter=web",
    "dist",
  ),
  elsewhere("a workspace of npm's", "npm ci && npm run build -w web", "build"),
  elsewhere("a workspace of Yarn's", "yarn install --immutable && yarn workspace web build", "dist"),
  elsewhere("mdBook has a folder of its own", "mdbook build", "public"),
  elsewhere(
    "Jupyter Book writes below its sources",
    "pip install jupyter-book && jupyter-book build book",
    "book",
  ),
  elsewhere("webpack writes to dist", "npm ci && npx webpack --mode production", "build"),
  fails(HOSTS, "Nuxt's server for developers is Vite's", "npx nuxi dev --host 0.0.0.0 --port $PORT", web),
  fails(START, "Drizzle's studio goes on for ever", "npx drizzle-kit studio", { ...web, kind: "cron" }),
];

export const SOUND_NEXT_TO_FRAMEWORKS: readonly ExplainedCase[] = [
  starts(
    "the variable is set before the command",
    "__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS=$RENDER_EXTERNAL_HOSTNAME npx vite preview --host 0.0.0.0 --port $PORT",
    web,
  ),
  starts(
    "Astro has an option",
    "npx astro preview --host 0.0.0.0 --port $PORT --allowed-hosts=orchard.onrender.com",
    web,
  ),
  starts("the settings may allow the name", "npx vite preview --host 0.0.0.0 --port $PORT", web),
  starts(
    "Panel listens on all interfaces without an address",
    "panel serve app.py --port $PORT --allow-websocket-origin='*'",
    bare,
  ),
  starts("turbo builds and then starts", "npx turbo run build start --filter=api", web),
  starts("Nx watches and may serve", "npx nx build api --watch", web),
  starts("of Nx's targets one may serve", "npx nx run-many -t build serve", web),
  starts("turbo watches what it builds", "npx turbo run build --watch", web),
  starts("a package's build watches, and may serve", "pnpm --filter api build --watch", web),
  starts("Bokeh's port is in a variable", "bokeh serve app.py", {
    ...bare,
    variables: { BOKEH_DEFAULT_SERVER_PORT: "8000", BOKEH_ALLOW_WS_ORIGIN: "orchard.onrender.com" },
  }),
  starts("Nx's serve starts a server", "npx nx serve api --configuration=production", web),
  starts("a script whose name begins with build may serve", "pnpm --filter api build:serve", web),
  starts("a package is built and then started", "pnpm --filter api build && pnpm --filter api start", web),
  starts(
    "a property before the archive, and an argument behind it",
    "java -Dserver.port=$PORT -jar app.jar -Dlog=json",
    java,
  ),
  starts("Spring's argument behind the archive", "java -jar app.jar -Dlog=json --server.port=$PORT", java),
  starts("Reverb reads its port from a variable", "php artisan reverb:start", {
    ...docker,
    ...bare,
    variables: { REVERB_SERVER_PORT: "8000" },
  }),
  starts("Resque's queue is an argument of rake", "bundle exec rake resque:work QUEUE='*'", resque),
  starts("Resque's scheduler has no queue", "bundle exec rake resque:scheduler", resque),
  starts("the queue is in an env group", "bundle exec rake resque:work", {
    ...resque,
    group: { QUEUE: "mail" },
  }),
  starts("an own program reads ORIGIN as a name", "node dist/server.js", {
    ...web,
    variables: { ORIGIN: "orchard", BODY_SIZE_LIMIT: "10mb" },
  }),
  starts("adapter-node takes a fraction", "node build", {
    ...web,
    variables: { ORIGIN: "https://orchard.coop", BODY_SIZE_LIMIT: "1.5M" },
  }),
  starts("Nitro's presets of a server", "node .output/server/index.mjs", {
    ...web,
    variables: { NITRO_PRESET: "render-com" },
  }),
  starts("the preset is of pages that another service serves", "node dist/server.js", {
    ...web,
    variables: { NITRO_PRESET: "static" },
  }),
  starts("npm is given development packages", "node dist/main.js", {
    ...nodeBuilt("npm ci && npx nest build"),
    variables: { NODE_ENV: "production", NPM_CONFIG_PRODUCTION: "false" },
  }),
  starts(
    "Yarn from 2 on reads no NODE_ENV",
    "node dist/main.js",
    nodeBuilt("yarn install --immutable && yarn build", "production"),
  ),
  starts("another NODE_ENV", "node dist/main.js", nodeBuilt("npm ci && npm run build", "staging")),
  pages("VuePress' own folder", "npm ci && npx vuepress build docs", "docs/.vuepress/dist"),
  pages("the root is VitePress' folder", "npm ci && npx vitepress build", ".vitepress/dist"),
  pages("Storybook's own folder", "npm ci && npx storybook build", "storybook-static"),
  pages("pages of React Router", "npm ci && npx react-router build", "build/client"),
  pages("the workspace's folder", "npm ci && npm run build -w apps/web", "apps/web/build"),
  pages("the root of a workspace may be filtered", "pnpm install && pnpm --filter . build", "dist"),
  pages(
    "turbo's pages are moved",
    "pnpm install && pnpm turbo run build --filter=web && mv apps/web/dist dist",
    "dist",
  ),
  pages(
    "the package's folder is the root directory",
    "pnpm install && pnpm turbo run build --filter=web",
    "dist",
    { rootDirectory: "apps/web" },
  ),
  pages("mdBook's folder by its option", "mdbook build -d public", "public"),
  pages(
    "Jupyter Book's own folder",
    "pip install jupyter-book && jupyter-book build book",
    "book/_build/html",
  ),
  pages(
    "webpack's folder by its option",
    "npm ci && npx webpack --mode production --output-path build",
    "build",
  ),
  pages("Sphinx's options behind its folders", "sphinx-build docs public -b html", "public"),
  pages("Flutter's pages", "npm ci && flutter build web --release", "build/web"),
];
