import {
  connections,
  DRIVERS,
  type Fact,
  factsOf,
  type Place,
  parsePort,
  type RuleSettings,
} from "../../domain";
import { expectedPort } from "../../rules/derived/expected-port";
import { servicePorts } from "../../rules/derived/service-ports";
import type { EnvironmentFacts } from "../environments/environments";
import { assumed, type DraftField, firstOf, read } from "./draft-field";

/** Where Render fetches the code from, as the checkout says. */
export interface RepositoryOrigin {
  /** Without a user or a password. */
  readonly repository: string | undefined;
  readonly branch: string | undefined;
}

/** Render's default build command by runtime. */
const BUILDS: Readonly<Record<string, string>> = {
  python: "pip install -r requirements.txt",
  node: "npm ci",
};

/** The service of a stack, key by key in the order of a stack file. */
export function serviceDraft(
  { service, environment, facts }: EnvironmentFacts,
  { repository, branch }: RepositoryOrigin,
  settings: RuleSettings,
): readonly DraftField[] {
  const suffix = environment === undefined || environment === "production" ? "" : `-${environment}`;
  const runtime = runtimeOf(facts);
  const build = BUILDS[String(runtime.value)];
  const platform = firstOf(facts, "platform");
  return [
    assumed("name", `${service}${suffix}`, "the service's name at Render"),
    repository === undefined
      ? assumed("repository", "https://github.com/OWNER/REPOSITORY", "the checkout names no remote")
      : { key: "repository", value: repository, note: "the remote `origin`", assumed: false },
    assumed("branch", branch ?? "main", "the branch that is deployed"),
    runtime,
    platform?.region === undefined
      ? assumed("region", "oregon", "Render's own default")
      : read("region", platform.region, platform.place),
    platform?.plan === undefined
      ? assumed("plan", "starter", "the smallest plan that does not sleep")
      : read("plan", platform.plan, platform.place),
    ...(build === undefined ? [] : [assumed("build", build, `what ${runtime.value} services mostly need`)]),
    startOf(facts),
    portOf(facts, settings),
    healthCheckOf(facts),
    ...driverOf(facts, String(runtime.value)),
  ];
}

function runtimeOf(facts: readonly Fact[]): DraftField {
  const platform = factsOf(facts, "platform").find(({ runtime }) => runtime !== undefined);
  if (platform !== undefined) return read("runtime", platform.runtime, platform.place);
  const start = firstOf(facts, "start-command");
  if (start !== undefined && isDockerfile(start.place)) return read("runtime", "docker", start.place);
  const command = start?.command.known === true ? start.command.value : "";
  if (/\b(?:python|uvicorn|gunicorn|hypercorn|daphne|flask)\b/.test(command)) {
    return assumed("runtime", "python", "the start command's server");
  }
  return assumed(
    "runtime",
    /\b(?:node|npm|next|yarn|pnpm)\b/.test(command) ? "node" : "python",
    "no manifest says it",
  );
}

function startOf(facts: readonly Fact[]): DraftField {
  const start = factsOf(facts, "start-command").find(({ command }) => command.known);
  if (start?.command.known === true) return read("start", start.command.value, start.place);
  return assumed("start", "uvicorn main:app --host 0.0.0.0 --port $PORT", "no file says how it starts");
}

/** The port that the audit expects too: where this environment's PORT is another, that is judged again. */
function portOf(facts: readonly Fact[], { standardPort }: RuleSettings): DraftField {
  const { ports, otherPorts } = servicePorts(facts);
  const expected = expectedPort(ports, otherPorts, standardPort);
  const port = parsePort(expected?.text);
  const [source] = expected?.sources ?? [];
  if (port !== undefined && source !== undefined) return read("port", port, source.fact.place);
  return assumed("port", standardPort, "the standard port; no file says another");
}

function healthCheckOf(facts: readonly Fact[]): DraftField {
  const check = factsOf(facts, "health-check").find(({ path }) => path.known && path.value !== undefined);
  if (check?.path.known === true) return read("healthCheckPath", check.path.value, check.place);
  return assumed("healthCheckPath", "/health", "no file says what Render asks");
}

function driverOf(facts: readonly Fact[], runtime: string): readonly DraftField[] {
  // A URL whose scheme names its driver says it where the code does not.
  const found = [...factsOf(facts, "driver"), ...connections(facts)].find(({ driver }) => driver.known);
  if (found?.driver.known !== true || !Object.hasOwn(DRIVERS, found.driver.value)) {
    // Of calls, only that of SQLAlchemy's asynchronous engine leaves its driver to the URL.
    const [engine] = factsOf(facts, "driver");
    const python = engine === undefined ? "asyncpg" : "sqlalchemy-asyncpg";
    const likely = runtime === "node" ? "node-postgres" : python;
    return [assumed("driver", likely, `one of ${Object.keys(DRIVERS).join(", ")}`)];
  }
  const { driver, driverSettings, place } = found;
  const settings = driverSettings.known ? driverSettings.value : {};
  return [
    read("driver", driver.value, place),
    ...(Object.keys(settings).length === 0 ? [] : [read("driverSettings", settings, place)]),
  ];
}

function isDockerfile(place: Place): boolean {
  return place.source === "file" && /(?:^|\/)(?:[^/]*\.)?(?:Dockerfile|Containerfile)/.test(place.file);
}
