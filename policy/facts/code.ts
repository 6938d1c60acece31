import { type Fact, factsOf, type Place } from "../../domain";
import type { ServiceOfCode } from "../../domain/service-of-code";
import { readStart, readStartCommand } from "../../domain/start-command";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/** States what a service's code says of how it starts and listens; undefined where its repository is not at hand. */
export type ReadCode = (service: ServiceOfCode, at: Place) => readonly Fact[] | undefined;

/** With what the service's code states in place of its bare start command, where that leaves something open. */
export function withCode(
  facts: readonly Fact[],
  resource: ReadResource,
  readCode: ReadCode,
): readonly Fact[] {
  const start = factsOf(facts, "start-command").at(0);
  if (start === undefined || saysAll(facts)) return facts;
  const service = serviceOf(facts, resource);
  const stated = service === undefined ? undefined : readCode(service, start.place);
  if (stated === undefined) return facts;
  return [...facts.filter(({ kind }) => kind !== "start-command"), ...stated];
}

/** A server's own command that names host and port leaves nothing to the code, unless a proxy is in front of it. */
function saysAll(facts: readonly Fact[]): boolean {
  return factsOf(facts, "start-command").every(({ command }) => {
    if (command.known && readStart(command.value).isProxied) return false;
    const listener = command.known ? readStartCommand(command.value) : undefined;
    return listener?.host !== undefined && listener.port !== undefined;
  });
}

function serviceOf(facts: readonly Fact[], { props }: ReadResource): ServiceOfCode | undefined {
  const type = factsOf(facts, "platform").at(0)?.type;
  if (type !== "web" && type !== "private") return undefined;
  const read = property(() => {
    const { docker, nativeRuntime } = (props.runtimeSource ?? {}) as Sources;
    const source = docker ?? nativeRuntime;
    if (typeof source?.repoUrl !== "string") return undefined;
    const { rootDirectory, startCommand } = props as Readonly<Record<string, unknown>>;
    return {
      repository: source.repoUrl,
      type,
      runtime: docker === undefined ? (nativeRuntime?.runtime ?? "") : "docker",
      ...texts({ rootDirectory, startCommand }),
      ...texts({ dockerfilePath: docker?.dockerfilePath, dockerContext: docker?.context }),
      variables: variablesOf(facts),
    } as const;
  });
  return read.known ? read.value : undefined;
}

interface Sources {
  readonly docker?: {
    readonly repoUrl?: unknown;
    readonly dockerfilePath?: unknown;
    readonly context?: unknown;
  };
  readonly nativeRuntime?: { readonly repoUrl?: unknown; readonly runtime?: string };
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
