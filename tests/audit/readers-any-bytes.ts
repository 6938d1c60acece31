import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { type AnyBytes, bytesOf, property } from "../random-bytes";
import { type Files, inFolder } from "./written-folder";

/** In `npm test`. */
const RUNS = 70;

/** A name for each format. */
export const READ_NAMES: readonly string[] = [
  ".env.production",
  "Dockerfile",
  "render.yaml",
  "docker-compose.yml",
  "Procfile",
  "procfile",
  "main.py",
  "server.js",
  "server.ts",
  "package.json",
  "fly.toml",
  "railway.json",
  "railway.toml",
  "heroku.yml",
  "app.json",
  "Pulumi.staging.yaml",
  "schema.prisma",
  ".github/workflows/deploy.yml",
  ".env.schema",
  "pyproject.toml",
  "composer.json",
  "application.yml",
  "application.properties",
  "appsettings.json",
  "Program.cs",
  "main.rs",
  "main.go",
  "App.kt",
  "app.rb",
  "Rocket.toml",
  "config/runtime.exs",
];

/** Pieces of the formats, so that a text made of them gets further into a reader than bytes do. */
const PIECES = [
  ..."services:|jobs:|env:|ports:|build:|deploy:|scripts:|environment:|environments:|- |web:|app:|command:".split(
    "|",
  ),
  ...'&a |*a|<<: *a|{|}|[|]|[[services]]|[env]|"|\'|"start": |"env": |: |= |,|#|$|${|:-|$$|\\|A|8000'.split(
    "|",
  ),
  ...[
    "\n",
    "\n  ",
    "\n    ",
    "FROM a\n",
    "ENV ",
    "ARG ",
    "EXPOSE ",
    "CMD ",
    'datasource a {\n url = env("',
    "null",
    "~",
    "!!x ",
    "fn main() {\n",
    "http.ListenAndServe(",
    "app.listen(",
    'System.getenv("PORT")',
  ],
];

/** Settings of web servers, by the name that the image's own have. */
const WEB_SERVERS: Readonly<Record<string, readonly [image: string, at: string]>> = {
  nginx: ["nginx", "/etc/nginx/conf.d/default.conf"],
  Apache: ["httpd", "/usr/local/apache2/conf/httpd.conf"],
  Caddy: ["caddy", "/etc/caddy/Caddyfile"],
  HAProxy: ["haproxy", "/usr/local/etc/haproxy/haproxy.cfg"],
  Traefik: ["traefik", "/etc/traefik/traefik.yml"],
};

const SETTINGS_PIECES = [
  ..."server {|listen |}|;|80|[::]:|http {|include |Listen |<VirtualHost *:|>|:80 {|bind |frontend a|\n".split(
    "|",
  ),
  ..."\n  |entryPoints:|address: |'|\"|#|$|${PORT}|{$PORT}|\\|*|import |events {|<IfModule |</".split("|"),
];

/** No reader of an audit fails, and nor does what reads the settings of a web server's image. */
export const READER_PROPERTIES: readonly AnyBytes[] = [
  ...READ_NAMES.map((name) => ({
    name,
    runs: RUNS,
    property: property(bytesOf(PIECES), (content) => noFailure({ [name]: content })),
  })),
  ...Object.entries(WEB_SERVERS).map(([name, [image, at]]) => ({
    name: `the settings of ${name}`,
    runs: RUNS,
    property: property(bytesOf(SETTINGS_PIECES), (content) =>
      noFailure({ Dockerfile: `FROM ${image}\nCOPY own ${at}\n`, own: content }),
    ),
  })),
];

function noFailure(files: Files): void {
  const audited = inFolder(files, (folder) => auditFolder(folder));
  const problems = audited.files.flatMap((file) => file.problems);
  assert.deepEqual(
    problems.filter(({ reason }) => /^the reader .* failed/.test(reason)),
    [],
  );
}
