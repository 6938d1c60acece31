import type { Server } from "../../../domain/start-command/server";
import { DOCKER, node, ruby } from "./written";

const docker = { properties: DOCKER };
type Around = object;

/** How each server of the table is started, with its options at `{}`; by the first name of its row. */
export const STARTS: Readonly<Record<string, readonly [command: string, around?: Around]>> = {
  uvicorn: ["uvicorn main:app {}"],
  fastapi: ["fastapi run main.py {}"],
  gunicorn: ["gunicorn main:app {}"],
  hypercorn: ["hypercorn main:app {}"],
  daphne: ["daphne {} main:app"],
  granian: ["granian --interface asgi main:app {}"],
  "waitress-serve": ["waitress-serve {} main:app"],
  flask: ["flask --app main run {}"],
  streamlit: ["streamlit run app.py {}"],
  chainlit: ["chainlit run app.py {}"],
  sanic: ["sanic main:app {}"],
  litestar: ["litestar --app main:app run {}"],
  fastmcp: ["fastmcp run server.py --transport http {}"],
  uwsgi: ["uwsgi --module main:app {}"],
  "http.server": ["python -m http.server {}"],
  panel: ["panel serve app.py {}"],
  next: ["next start {}", node],
  vite: ["vite preview {}", node],
  astro: ["astro preview {}", node],
  "http-server": ["http-server dist {}", node],
  sirv: ["sirv dist {}", node],
  "json-server": ["json-server db.json {}", node],
  App: ["./App serve {}", docker],
  "remix-serve": ["remix-serve build/server/index.js {}", node],
  "react-router-serve": ["react-router-serve build/server/index.js {}", node],
  serve: ["serve -s dist {}", node],
  deno: ["deno serve {} main.ts", node],
  nitro: ["node .output/server/index.mjs {}", node],
  "next-standalone": ["node .next/standalone/server.js {}", node],
  rails: ["bundle exec rails server {}", ruby],
  puma: ["bundle exec puma {}", ruby],
  rackup: ["bundle exec rackup {}", ruby],
  unicorn: ["bundle exec unicorn {}", ruby],
  thin: ["bundle exec thin start {}", ruby],
  falcon: ["bundle exec falcon serve {}", ruby],
  dotnet: ["dotnet Api.dll {}", docker],
  java: ["java -jar app.jar {}", docker],
  frankenphp: ["frankenphp php-server {}", docker],
  quart: ["quart run {}"],
  shiny: ["shiny run {} app.py"],
  marimo: ["marimo run app.py {}"],
  solara: ["solara run app.py {}"],
  mlflow: ["mlflow server {}"],
  datasette: ["datasette serve data.db {}"],
  superset: ["superset run {}"],
  "aiohttp.web": ["python -m aiohttp.web {} main:init"],
  bentoml: ["bentoml serve {}"],
  vllm: ["vllm serve model {}", docker],
  jupyter: ["jupyter lab {}"],
  voila: ["voila app.ipynb {}"],
  prefect: ["prefect server start {}"],
  langflow: ["langflow run {}"],
  flower: ["celery -A app flower {}"],
  mkdocs: ["mkdocs serve {}"],
  hugo: ["hugo server {}", docker],
  gatsby: ["gatsby serve {}", node],
  docusaurus: ["docusaurus serve {}", node],
  ng: ["ng serve {}", node],
  "vue-cli-service": ["vue-cli-service serve {}", node],
  jekyll: ["bundle exec jekyll serve {}", ruby],
  nuxt: ["nuxt preview {}", node],
  n8n: ["n8n start {}", node],
  directus: ["directus start {}", node],
  pocketbase: ["pocketbase serve {}", docker],
  caddy: ["caddy file-server {}", docker],
  meilisearch: ["meilisearch {}", docker],
  ollama: ["ollama serve {}", docker],
};

/** Of several rows with one name, the one that is started above, by the word after it. */
export const STARTED_ROWS: Readonly<Record<string, string>> = { vite: "preview" };

/** Rows that no command above starts: their ports are not given by options, or another test has them. */
export const NOT_STARTED: readonly string[] = [
  "thrust",
  "php",
  "adapter-node",
  "astro-node",
  "postgrest",
  "mix",
];

/** Servers whose bind flag takes an address with a scheme. */
const SCHEMES: Readonly<Record<string, string>> = {
  puma: "tcp://",
  serve: "tcp://",
  dotnet: "http://",
  falcon: "http://",
};

/** A command's options and the service's variables that say the same. */
export type Notation = readonly [options: string, variables: Readonly<Record<string, string>>];

/** What users may write after a flag, or joined to it. */
function flagged(flags: readonly string[] = [], value: string): readonly string[] {
  return flags.flatMap((flag) => {
    if (flag.startsWith("--")) return [" ", "="].flatMap((by) => quoted(`${flag}${by}`, value));
    return flag.length === 2 ? [...quoted(`${flag} `, value), `${flag}${value}`] : [`${flag}=${value}`];
  });
}

const quoted = (before: string, value: string) => [
  `${before}${value}`,
  `${before}"${value}"`,
  `${before}'${value}'`,
];

/** A command with its options; a property of Java's is one before the archive alone. */
export function withOptions(command: string, options: string): string {
  const properties = options.split(" ").filter((word) => word.startsWith("-D"));
  if (!command.startsWith("java ")) return command.replace("{}", options).trim();
  const rest = options.split(" ").filter((word) => !word.startsWith("-D"));
  return ["java", ...properties, command.slice(5).replace("{}", rest.join(" "))].join(" ").trim();
}

/** Every way in which a server of the table can be given a host and a port. */
export function notationsOf(server: Server, host: string, port: string): readonly Notation[] {
  return [...inFlags(server, host, port), ...inBinds(server, host, port)];
}

function inFlags(server: Server, host: string, port: string): readonly Notation[] {
  const [hosts, ports] = [flagged(server.hostFlags, host), flagged(server.portFlags, port)];
  const [atHost] = hosts;
  const atPort = ports[0] ?? (server.positionalPort === true ? port : undefined);
  const hostVariables = (server.hostVariables ?? []).map((name) => ({ [name]: host }));
  // PORT is every service's own.
  const portVariables = (server.portVariables ?? [])
    .filter((name) => name !== "PORT")
    .map((name) => ({ [name]: port }));
  const both = (one: string, other: string): readonly Notation[] => [
    [`${one} ${other}`, {}],
    [`${other} ${one}`, {}],
  ];
  const follows = server.port?.from === "variable" && server.port.variable === "PORT" ? [{ PORT: port }] : [];
  return [
    ...(atHost === undefined ? [] : ports.flatMap((one) => both(atHost, one))),
    ...(atPort === undefined ? [] : hosts.map((one): Notation => [`${one} ${atPort}`, {}])),
    ...(atPort === undefined ? [] : hostVariables.map((one): Notation => [atPort, one])),
    ...(atHost === undefined ? [] : [...portVariables, ...follows].map((one): Notation => [atHost, one])),
    ...hostVariables.flatMap((one) =>
      [...portVariables, ...follows].map((other): Notation => ["", { ...one, ...other }]),
    ),
    ...(atHost === undefined || atPort === undefined ? [] : throughVariables(atHost, host, atPort, port)),
  ];
}

const orElse = (name: string, value: string) => `$${`{${name}:-${value}}`}`;

function throughVariables(atHost: string, host: string, atPort: string, port: string): readonly Notation[] {
  const [hostIn, portIn] = [
    (by: string) => atHost.replace(host, by),
    (by: string) => atPort.replace(port, by),
  ];
  return [
    [`${atHost} ${portIn("$MY_PORT")}`, { MY_PORT: port }],
    [`${atHost} ${portIn(orElse("MY_PORT", port))}`, {}],
    [`${hostIn("$MY_HOST")} ${atPort}`, { MY_HOST: host }],
    [`${hostIn(orElse("MY_HOST", host))} ${atPort}`, {}],
    ["$SERVER_OPTS", { SERVER_OPTS: `${atHost} ${atPort}` }],
  ];
}

function inBinds(server: Server, host: string, port: string): readonly Notation[] {
  const name = server.names[0] ?? "";
  const before = SCHEMES[name] ?? "";
  const addresses =
    name === "daphne"
      ? [
          `tcp:port=${port}:interface=${host}`,
          `tcp:${port}:interface=${host}`,
          `tcp:interface=${host}:port=${port}`,
        ]
      : [`${before}${host}:${port}`];
  const flags = addresses.flatMap((address) => flagged(server.bindFlags, address));
  const variables = (server.bindVariables ?? []).map((one): Notation => ["", { [one]: addresses[0] ?? "" }]);
  const options = flags
    .slice(0, 3)
    .flatMap((flag) =>
      (server.flagsVariables ?? []).map((one): Notation => ["", { [one]: `${flag} --workers=2` }]),
    );
  const parts: readonly Notation[] =
    name === "daphne"
      ? []
      : (server.bindFlags ?? []).map((flag): Notation => [`${flag} ${before}$H:$P`, { H: host, P: port }]);
  return [...flags.map((one): Notation => [one, {}]), ...variables, ...options, ...parts];
}
