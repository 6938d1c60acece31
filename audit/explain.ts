import { describePlace } from "../domain";
import type { Entry } from "./entry/entry";
import type { StartedFacts } from "./entry/with-entry";
import { isRunning } from "./environments/matrix";
import { bindsOf, type ExplainedBind } from "./explained-binds";
import { type ReadOptions, readFolder } from "./read-folder";
import { maskingOf } from "./secrets/masking";

/** What one environment of a service starts, from the manifest to the lines that bind. It holds no secret. */
export interface Explanation {
  readonly service: string;
  /** Null where nothing names an environment that is deployed. */
  readonly environment: string | null;
  readonly chains: readonly ExplainedChain[];
  /** What is opened, and where that is written. */
  readonly binds: readonly ExplainedBind[];
}

/** One start command, followed to its end. */
export interface ExplainedChain {
  readonly steps: readonly { readonly place: string; readonly text: string }[];
  /** What it starts: a known server or worker, a file, a compiled program, or something that could not be followed. */
  readonly end: "server" | "worker" | "file" | "program" | "open";
  /** Why it could not be followed. */
  readonly why?: string;
  /** What the program is, where it is none of the service's own, such as a web server. */
  readonly program?: string;
  /** The files that it starts, then all others that these load. */
  readonly starts: readonly string[];
  readonly loads: readonly string[];
  /** Imports whose names are computed: more files may be loaded there. */
  readonly computed: readonly string[];
}

/**
 * What the services of a folder start: of those that run anything, or of the one that is named, whatever is known of it.
 *
 * @returns nothing, where no service has the name
 */
export function explainFolder(
  folder: string,
  options: ReadOptions = {},
  named?: string,
): readonly Explanation[] {
  const { environments, facts, read } = readFolder(folder, options);
  const { text } = maskingOf(facts, read.texts);
  const running = environments.filter(saysSomething);
  const own = running.filter(({ service }) => service === named);
  const asked = named === undefined ? running : environments.filter(({ service }) => service === named);
  return (own.length > 0 ? own : asked).map((one) => ({
    service: one.service,
    environment: one.environment ?? null,
    chains: one.entries.map((entry) => chainOf(entry, text)),
    binds: bindsOf(one, read.texts).map((bind) => ({ ...bind, value: text(bind.value) })),
  }));
}

/** The names of all services of a folder, as an audit has them. */
export function serviceNames(folder: string, options: ReadOptions = {}): readonly string[] {
  return readFolder(folder, options).services.map(({ name }) => name);
}

/** A folder of which only variables are known is no service beside those that run. */
function saysSomething(one: StartedFacts, _: number, all: readonly StartedFacts[]): boolean {
  const isRun = (other: StartedFacts): boolean => other.entries.length > 0 || isRunning(other.facts);
  return isRun(one) || bindsOf(one, new Map()).length > 0 || !all.some(isRun);
}

function chainOf({ steps, end, reach }: Entry, masked: (text: string) => string): ExplainedChain {
  const starts = "files" in end ? (end.files ?? []) : [];
  return {
    steps: steps.map(({ place, text }) => ({
      place: describePlace(place),
      text: masked(text.replaceAll(/\s*\n\s*/g, "; ")),
    })),
    end: end.is,
    ...(end.is === "open" && { why: end.why }),
    ...(end.is === "program" && end.brought !== undefined && { program: end.brought }),
    starts,
    loads: [...(reach?.files ?? [])].filter((file) => !starts.includes(file)),
    computed: (reach?.open ?? []).map(({ file, line }) => `${file}:${line}`),
  };
}
