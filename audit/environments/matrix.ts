import { providerOf } from "../../databases";
import { connections, type Fact, factsOf, readStartCommand, samePlace } from "../../domain";
import { servicePorts } from "../../rules/derived/service-ports";
import { fileOf } from "../services/service-folders";
import type { EnvironmentFacts } from "./environments";

/** What one environment says of port, database and driver, at a glance. */
export interface MatrixRow {
  readonly service: string;
  /** Null where nothing names an environment that is deployed. */
  readonly environment: string | null;
  readonly ports: readonly MatrixPort[];
  readonly databases: readonly MatrixDatabase[];
  readonly drivers: readonly MatrixDriver[];
  /** Whether something says that the service is built or started, and not its variables alone. */
  readonly runs?: boolean;
}

interface MatrixPort {
  readonly what: string;
  /** The port, or the variable that is followed, such as `$PORT`. */
  readonly port: string;
  readonly file: string;
}

interface MatrixDatabase {
  /** `host:port`; never a user or a password. */
  readonly endpoint: string;
  readonly mode: string;
}

interface MatrixDriver {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

export function matrixRow({ service, environment, facts }: EnvironmentFacts): MatrixRow {
  const literal = servicePorts(facts).ports.map(({ fact, what, text }) => ({
    what,
    port: text,
    file: fileOf(fact),
  }));
  const followed = factsOf(facts, "start-command").flatMap((fact) => {
    const port = fact.command.known ? readStartCommand(fact.command.value)?.port : undefined;
    if (port?.from !== "variable") return [];
    return [{ what: "start command's port", port: `$${port.variable}`, file: fileOf(fact) }];
  });
  // Where a file reads PORT and listens on it, it is named once.
  const wanted = factsOf(facts, "wanted-variable").filter(({ name }) => name === "PORT");
  const reading = new Set(wanted.flatMap((fact) => (fact.opens === true ? [] : [fileOf(fact)])));
  const asked = wanted.flatMap((fact) =>
    fact.opens !== true || !reading.has(fileOf(fact))
      ? [{ what: "the code's port", port: "$PORT", file: fileOf(fact) }]
      : [],
  );
  const databases = connections(facts).flatMap(({ host, port }) => {
    if (!host.known || !port.known || host.value === "") return [];
    const mode = providerOf(host.value).poolMode({ host: host.value, port: port.value }) ?? "session";
    return [{ endpoint: `${host.value}:${port.value}`, mode }];
  });
  // A connection knows its driver by its URL's scheme too, where the code does not say it.
  const called = [...factsOf(facts, "driver"), ...connections(facts)];
  const drivers = called.flatMap(({ driver, driverSettings }) => {
    if (!driver.known) return [];
    return [{ name: driver.value, settings: driverSettings.known ? driverSettings.value : {} }];
  });
  return {
    service,
    environment: environment ?? null,
    ports: once([...literal, ...followed, ...asked]),
    databases: once(databases),
    drivers: once(drivers),
    runs: isRunning(facts),
  };
}

/** Whether something says that the service is built or started, and not its variables alone. */
export function isRunning(facts: readonly Fact[]): boolean {
  return facts.some(
    (fact) =>
      (RUNS.includes(fact.kind) && !isImplied(fact, facts)) ||
      (fact.kind === "port" && fact.role === "declared"),
  );
}

const RUNS: readonly Fact["kind"][] = ["start-command", "platform", "build"];

function once<T>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Whether a platform is known by a part of its manifest alone, such as a database, and by no service of it. */
function isImplied(fact: Fact, facts: readonly Fact[]): boolean {
  return (
    fact.kind === "platform" &&
    fact.type === undefined &&
    fact.name === undefined &&
    facts.some(({ kind, place }) => kind === "manifest-part" && samePlace(place, fact.place))
  );
}
