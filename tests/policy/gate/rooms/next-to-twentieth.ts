import {
  type BrokenProgram,
  NPM,
  native,
  PIP,
  type ProgramCase,
  type Resource,
  site,
  values,
  web,
} from "../eighteenth-form";

type Variables = Readonly<Record<string, string>>;
type More = Readonly<Record<string, unknown>>;
const BASE = { plan: "starter", region: "frankfurt" } as const;
const UVICORN = "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT";
const data = { name: "data", mountPath: "/var/data", sizeGb: 1 };

const pages = (buildCommand: string, publishPath: string): Resource =>
  site({
    name: "orchard-app",
    repoUrl: "https://github.com/orchard-press/app",
    branch: "main",
    buildCommand,
    publishPath,
  });

const api = (startCommand: string, build: string, variables: Variables = {}, more: More = {}): Resource =>
  web({
    name: "orchard-api",
    ...BASE,
    startCommand,
    healthCheckPath: "/health",
    runtimeSource: native("python", build),
    envVars: values({ PORT: "8000", ...variables }),
    ...more,
  });

/** A build that writes to the disk, where the service has one. */
const filled = (write: string, start = UVICORN): Resource =>
  api(start, `${PIP} && ${write}`, {}, { disk: data });

const broken = (
  name: string,
  rule: string,
  at: readonly [string, string],
  resources: ProgramCase["resources"],
): BrokenProgram => ({ name, rules: [rule], at, why: "next to a case", source: "a sibling", resources });

const MOVED = "service/publish-path";
const DISK = "service/disk-before-start";

/** Kinds that the twentieth batch showed, each with others of its kind. */
export const NEXT_TO_TWENTIETH: readonly BrokenProgram[] = [
  ...(
    [
      ["npm ci && npx astro build --outDir ./build", "dist"],
      ["yarn && yarn docusaurus build --out-dir site", "build"],
      ["hugo --minify --destination htdocs", "public"],
      ["bundle install && bundle exec jekyll build -d public", "_site"],
      ["pip install -r docs/requirements.txt && mkdocs build --site-dir html", "site"],
      ["npm ci && npx @11ty/eleventy --output=www", "_site"],
    ] as const
  ).map(([build, path], at) =>
    broken(`pages-named-by-an-option-${at}`, MOVED, ["app", "publishPath"], { app: pages(build, path) }),
  ),
  ...[
    "curl -fsSL https://files.orchard.press/model.bin -o /var/data/model.bin",
    "tar xzf assets.tgz -C /var/data",
    "python -m orchard.seed > /var/data/seed.json",
    "mkdir -p /var/data/static && cp -r static /var/data/static/",
  ].map((write, at) =>
    broken(`disk-filled-by-a-build-${at}`, DISK, ["api", "runtimeSource"], { api: filled(write) }),
  ),
];

/** What is near them and works. */
export const SOUND_NEXT_TO_TWENTIETH: readonly ProgramCase[] = (
  [
    ["npm ci && npx vite build --outDir build/client", "build/client"],
    ["npm ci && npx vite build --outDir build/client/", "./build/client"],
    ["npm ci && npx vite build --outDir ../dist", "dist"],
    ["npm ci && npm --prefix web run build -- --outDir dist", "web/dist"],
    ["npm ci && npx vite build --outDir dist/client && npx cap copy", "www"],
    ["npm ci && npx vite build --outDir build && cp -r build dist", "dist"],
    ["npm ci && npx vite build --outDir dist/client", "dist"],
    ["npm ci && npx vite build --outDir dist", "dist/en"],
    ["hugo -d public --minify", "public"],
    ["npm ci && npx vite build -d", "dist"],
    ["npm ci && npx tsc -d && npx vite build", "dist"],
  ] as const
)
  .map(
    ([build, path], at): ProgramCase => ({
      name: `pages-where-they-are-${at}`,
      why: "the build writes there, or another command behind it does",
      source: "a sibling",
      resources: { app: pages(build, path) },
    }),
  )
  .concat(
    [
      filled("ls -la /var/data || true"),
      filled("cp /var/data.example settings.json"),
      filled("cp seed.json /var/database/seed.json"),
      filled("echo DATA=/var/data/app.db"),
      filled("cp seed.json build/", `cp build/seed.json /var/data/ && ${UVICORN}`),
      api(UVICORN, `${PIP} && mkdir -p /var/data && cp tiles.db /var/data/`),
      api(UVICORN, PIP, { SQLALCHEMY_DATABASE_URI: "sqlite:////var/data/app.db" }, { disk: data }),
      api(UVICORN, PIP, { SQLALCHEMY_ECHO: "postgres" }),
    ].map((one, at) => ({
      name: `disk-that-a-build-leaves-alone-${at}`,
      why: "nothing is written there before the start, or no disk is there at all",
      source: "a sibling",
      resources: { api: one },
    })),
  )
  .concat([
    {
      name: "node-beside-it",
      why: "the copy is of the build's own folder",
      source: "a sibling",
      resources: {
        api: web({
          name: "orchard-web",
          ...BASE,
          startCommand: "node dist/server.js",
          healthCheckPath: "/health",
          runtimeSource: native("node", `${NPM} && cp -r assets dist/`),
          envVars: values({ PORT: "8000" }),
          disk: data,
        }),
      },
    },
  ]);
