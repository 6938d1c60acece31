import { type Fact, known, type Place, type PlatformFact } from "../../domain";
import { type Cases, POOLER, render, variable } from "./facts";

const URN = "urn:pulumi:production::acme::render:index/webService:WebService::api";
const at = (property: string): Place => ({ source: "resource", urn: URN, property });
const open = (name: string, value: string): Fact => ({ ...variable(name, value), place: at("envVars") });
const source = (of: "repository" | "image", url: string): Fact => ({
  kind: "origin",
  of,
  place: at("runtimeSource"),
  url: known(url),
});
const part = (
  of: "scaling" | "source",
  property: string,
  fields: Readonly<Record<string, string>>,
): Fact => ({
  kind: "manifest-part",
  platform: "render",
  part: of,
  place: at(property),
  fields: new Map(Object.entries(fields).map(([name, text]) => [name, { text, place: at(property) }])),
});
const route = (index: number, from: string, to: string): Fact => {
  const place = at(`routes[${index}]`);
  const fields = { source: { text: from, place }, destination: { text: to, place } };
  return {
    kind: "manifest-part",
    platform: "render",
    part: "route",
    place,
    fields: new Map(Object.entries(fields)),
  };
};
const API = "https://orchard-api.onrender.com/*";
const site = (publishPath: string): PlatformFact => ({
  ...render,
  place: at("plan"),
  type: "static",
  publishPath,
  fields: { publishPath: at("publishPath") },
});
const before = (command: string): Fact => ({
  kind: "platform-command",
  place: at("preDeployCommand"),
  by: "pre-deploy command",
  command: known(command),
});
const build = (command: string): Fact => ({
  kind: "platform-command",
  place: at("buildCommand"),
  by: "build command",
  command: known(command),
});
const BROKER = "redis://red-d0abc1def:6379";
const image = (imageUrl: string): readonly Fact[] => [
  { ...render, place: at("plan"), runtime: "image" },
  source("image", imageUrl),
  open("DB_HOST", POOLER),
  open("DB_USER", "postgres.abcdefghijklmnopqrst"),
];

/** What a program's resources say that no file does. */
export const RESOURCE_CASES: Cases = {
  "service/source": [
    ["a resource with one source", [render, source("image", "ghcr.io/acme/api")], undefined],
    [
      "a resource with two",
      [render, source("repository", "https://github.com/acme/api"), source("image", "ghcr.io/acme/api")],
      /several of them/,
    ],
  ],
  "service/publish-path": [
    [
      "a folder that counts from the root directory",
      [site("dist"), part("source", "rootDirectory", { rootDirectory: "web" }), build("npm run build")],
      undefined,
    ],
    [
      "the root directory twice",
      [
        site("web/dist"),
        part("source", "rootDirectory", { rootDirectory: "./web/" }),
        build("npm run build"),
      ],
      "unknown",
    ],
    ["a build in a folder", [site("dist"), build("cd web && npm i && npm run build")], "unknown"],
    ["a build by an option", [site("build"), build("npm run build --prefix client")], "unknown"],
    ["its folder", [site("web/dist"), build("cd web && npm i && npm run build")], undefined],
    [
      "a build that comes back",
      [site("dist"), build("cd lib && npm i && cd .. && npm run build")],
      undefined,
    ],
    ["pages that are moved", [site("dist"), build("cd web && npm run build && mv dist ..")], undefined],
  ],
  "service/route-order": [
    ["a catch-all as the last route", [route(0, "/api/*", API), route(1, "/*", "/index.html")], undefined],
    [
      "a route to an API behind a catch-all",
      [route(0, "/*", "/index.html"), route(1, "/api/*", API)],
      /`\/api\/\*` behind `\/\*`/,
    ],
    [
      "a page behind a catch-all",
      [route(0, "/*", "/index.html"), route(1, "/about", "/about.html")],
      /`\/about` behind/,
    ],
    [
      "a route below a folder's own",
      [route(0, "/app/*", "/app.html"), route(1, "/app/api/*", API)],
      /`\/app\/api\/\*` behind `\/app\/\*`/,
    ],
    ["routes of two folders", [route(0, "/app/*", "/app.html"), route(1, "/api/*", API)], undefined],
    [
      "a folder behind what is in it",
      [route(0, "/app/*", "/app.html"), route(1, "/app", "/start.html")],
      undefined,
    ],
    [
      "a placeholder, which is one name",
      [route(0, "/:page", "/index.html"), route(1, "/api/*", API)],
      undefined,
    ],
  ],
  "plan/limits": [
    ["a route to a page", [route(0, "/*", "/index.html")], undefined],
    ["a route to a page without its slash", [route(0, "/*", "index.html")], /`index.html`/],
    ["a route to a host without its scheme", [route(0, "/api/*", "api.acme.io/*")], /`api.acme.io/],
  ],
  "environment/refused-value": [
    ["a URL as n8n's host of Redis", [open("QUEUE_BULL_REDIS_HOST", BROKER)], /a whole address/],
    ["a port behind a host of Redis", [open("CACHE_REDIS_HOST", "red-d0abc1def:6379")], "unknown"],
    ["a host of Redis", [open("QUEUE_BULL_REDIS_HOST", "red-d0abc1def")], undefined],
    ["a port behind a host of MongoDB", [open("MONGO_HOST", "ferry-mongo:27017")], undefined],
  ],
  "service/unmet-need": [
    ["a client with an address", [before('psql "$URL" -f a.sql'), open("URL", "postgres://a")], undefined],
    ["a client with an address that nothing sets", [before("pg_dump $URL -f a.sql")], "unknown"],
    ["a client whose option has it", [before("psql -f $FILE postgres://a@b/c")], undefined],
  ],
  "database/tls-untrusted": [
    [
      "a switch of an image that verifies",
      [...image("directus/directus"), open("DB_SSL", "true")],
      /`DB_SSL`/,
    ],
    ["the same of an image of one's own", [...image("ghcr.io/acme/cms"), open("DB_SSL", "true")], "unknown"],
    ["a switch that is off", [...image("directus/directus"), open("DB_SSL", "false")], undefined],
    [
      "a switch beside an authority",
      [
        ...image("directus/directus"),
        open("DB_SSL", "true"),
        open("DB_SSL__CA", "-----BEGIN CERTIFICATE-----"),
      ],
      undefined,
    ],
    [
      "a switch beside one that verifies nothing",
      [...image("directus/directus"), open("DB_SSL", "true"), open("DB_SSL__REJECT_UNAUTHORIZED", "false")],
      undefined,
    ],
  ],
};
