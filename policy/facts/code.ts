import { type Fact, factsOf } from "../../domain";
import type { FieldOfCode, PlaceOfField, ServiceOfCode } from "../../domain/service-of-code";
import { readStart, readStartCommand } from "../../domain/start-command";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/** States what a service's code says of it; undefined where its repository is not at hand. */
export type ReadCode = (service: ServiceOfCode, at: PlaceOfField) => readonly Fact[] | undefined;

/** How a service starts and listens. What else code states is of what it lacks. */
const LISTENING: readonly Fact["kind"][] = ["port", "bind", "start-command", "wanted-variable", "variable"];

/**
 * With what the service's code states: of how it listens in place of its bare start command, where that leaves something
 * open, and of what it lacks.
 */
export function withCode(
  facts: readonly Fact[],
  resource: ReadResource,
  readCode: ReadCode,
): readonly Fact[] {
  const [start] = factsOf(facts, "start-command");
  const service = serviceOf(facts, resource);
  if (service === undefined) return facts;
  const { urn } = resource;
  const stated = readCode(service.ofCode, (field) => {
    if (field === "startCommand" && start !== undefined) return start.place;
    const property =
      typeof field === "string" ? propertyOf(field, service.ofCode) : `envVars.${field.variable}`;
    return { source: "resource", urn, property };
  });
  if (stated === undefined) return facts;
  const listens = start !== undefined && service.isAsked && !saysAll(facts);
  const kept = listens ? facts.filter(({ kind }) => kind !== "start-command") : facts;
  const listening = listens ? stated.filter(({ kind }) => LISTENING.includes(kind)) : [];
  if (!service.isWhole) return [...kept, ...listening];
  const [site] = factsOf(stated, "platform");
  const lacked = stated.filter(({ kind }) => kind !== "platform" && !LISTENING.includes(kind));
  return [...kept.map((fact) => withTool(fact, site)), ...listening, ...lacked];
}

/** The site's own platform, with the tool that builds it. */
function withTool(fact: Fact, site: Fact | undefined): Fact {
  if (fact.kind !== "platform" || site?.kind !== "platform" || site.built === undefined) return fact;
  return { ...fact, built: site.built };
}

/** A server's own command that names host and port leaves nothing to the code, unless a proxy is in front of it. */
function saysAll(facts: readonly Fact[]): boolean {
  return factsOf(facts, "start-command").every(({ command }) => {
    if (command.known && readStart(command.value).isProxied) return false;
    const listener = command.known ? readStartCommand(command.value) : undefined;
    return listener?.host !== undefined && listener.port !== undefined;
  });
}

interface OfCode {
  readonly ofCode: ServiceOfCode;
  /** Whether something asks it at a port. */
  readonly isAsked: boolean;
  /** Whether all is known that decides what it is built and started from. */
  readonly isWhole: boolean;
}

function serviceOf(facts: readonly Fact[], { props }: ReadResource): OfCode | undefined {
  const type = factsOf(facts, "platform").at(0)?.type;
  if (type === undefined) return undefined;
  const read = property(() => {
    const { docker, nativeRuntime, source } = sourcesOf(type, props);
    if (typeof source?.repoUrl !== "string") return undefined;
    const { rootDirectory, startCommand } = props as Readonly<Record<string, unknown>>;
    return {
      repository: source.repoUrl,
      type,
      runtime:
        type === "static" ? "static" : docker === undefined ? (nativeRuntime?.runtime ?? "") : "docker",
      ...texts({ rootDirectory, startCommand }),
      ...texts({ dockerfilePath: docker?.dockerfilePath, dockerContext: docker?.context }),
      variables: variablesOf(facts),
    } as const;
  });
  if (!read.known || read.value === undefined) return undefined;
  const more = property(() => {
    const { source } = sourcesOf(type, props);
    const { preDeployCommand, publishPath } = props as Readonly<Record<string, unknown>>;
    const { buildCommand, branch } = source ?? {};
    return texts({ branch, buildCommand, preDeployCommand, publishPath });
  });
  // Only what is compared with it is not known without it.
  const asked = factsOf(facts, "health-check").at(0)?.path;
  const healthCheckPath = asked?.known === true ? asked.value : undefined;
  return {
    ofCode: { ...read.value, ...(more.known && more.value), ...texts({ healthCheckPath }) },
    isAsked: type === "web" || type === "private",
    isWhole: more.known,
  };
}

/** What a service is built from: a site by its own inputs. */
function sourcesOf(
  type: ServiceOfCode["type"],
  props: ReadResource["props"],
): Sources & { readonly source?: Source } {
  const sources = (props.runtimeSource ?? {}) as Sources;
  const source = type === "static" ? (props as Source) : (sources.docker ?? sources.nativeRuntime);
  return { ...sources, ...(source !== undefined && { source }) };
}

/** The input that sets a field: what a service is built from and how is one. */
function propertyOf(field: FieldOfCode, { type }: ServiceOfCode): string {
  const isOfSource = field === "dockerfilePath" || field === "dockerContext" || field === "buildCommand";
  return isOfSource && type !== "static" ? "runtimeSource" : field;
}

interface Source {
  readonly repoUrl?: unknown;
  readonly branch?: unknown;
  readonly buildCommand?: unknown;
}

interface Sources {
  readonly docker?: Source & { readonly dockerfilePath?: unknown; readonly context?: unknown };
  readonly nativeRuntime?: Source & { readonly runtime?: string };
}

function texts<K extends string>(values: Readonly<Record<K, unknown>>): { readonly [key in K]?: string } {
  const set = Object.entries(values).filter(([, value]) => typeof value === "string" && value !== "");
  return Object.fromEntries(set) as { [key in K]?: string };
}

function variablesOf(facts: readonly Fact[]): ReadonlyMap<string, string> {
  return new Map(
    factsOf(facts, "variable").flatMap(({ name, value }) => (value.known ? [[name, value.value]] : [])),
  );
}
