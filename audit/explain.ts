import { describePlace, type Fact, factsOf, readStartCommand } from "../domain";
import { SERVERS } from "../domain/start-command/servers";
import { variableOf } from "../domain/variables";
import type { Entry } from "./entry/entry";
import { COMPILED } from "./entry/judged";
import { FOLLOWED } from "./entry/second-ports";
import type { StartedFacts } from "./entry/with-entry";
import { isRunning } from "./environments/matrix";
import { type ReadOptions, readFolder } from "./read-folder";
import { maskingOf } from "./secrets/masking";
import { fileOf } from "./services/service-folders";

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

export interface ExplainedBind {
  readonly place: string;
  readonly what: "host" | "port";
  /** The value, or why it is not known. */
  readonly value: string;
  readonly known: boolean;
}

/** What the services of a folder start; those of one name, where a name is given. */
export function explainFolder(folder: string, options: ReadOptions = {}): readonly Explanation[] {
  const { environments, facts, read } = readFolder(folder, options);
  const { text } = maskingOf(facts, read.texts);
  return environments.filter(saysSomething).map((one) => ({
    service: one.service,
    environment: one.environment ?? null,
    chains: one.entries.map((entry) => chainOf(entry, text)),
    binds: bindsOf(one).map((bind) => ({ ...bind, value: text(bind.value) })),
  }));
}

/** A folder of which only variables are known is no service beside those that run. */
function saysSomething(one: StartedFacts, _: number, all: readonly StartedFacts[]): boolean {
  const isRun = (other: StartedFacts): boolean => other.entries.length > 0 || isRunning(other.facts);
  return isRun(one) || bindsOf(one).length > 0 || !all.some(isRun);
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

/** What the start commands say of host and port, then what code and settings say. */
function bindsOf(started: StartedFacts): readonly ExplainedBind[] {
  const { facts } = started;
  const followed = portsFromVariable(started);
  const commands = factsOf(facts, "start-command").flatMap((fact): readonly ExplainedBind[] => {
    if (!fact.command.known) return [];
    const start = readStartCommand(fact.command.value, (name) => variableOf(facts, fact, name));
    if (start === undefined) return [];
    const place = describePlace(fact.place);
    const { host, port } = start;
    const at =
      host === undefined || fact.command.value.includes(host) ? undefined : addressVariable(host, facts);
    const written =
      port === undefined || port.from === "unreadable"
        ? undefined
        : port.from === "variable"
          ? `$${port.variable}`
          : port.port;
    return [
      ...(host === undefined
        ? []
        : [{ place: at ?? place, what: "host", value: host, known: true } as const]),
      ...(written === undefined ? [] : [{ place, what: "port", value: written, known: true } as const]),
    ];
  });
  const code = facts.flatMap((fact) => (isCode(fact) ? [stated(fact)] : []));
  return [...commands, ...code, ...followed];
}

/** Where the code that is started listens on PORT. A compiled program's is where it reads the variable. */
function portsFromVariable({ entries, facts }: StartedFacts): readonly ExplainedBind[] {
  const ends = entries.map(({ end }) => end.is);
  const isWritten = facts.some((fact) => isCode(fact) && fact.kind === "port");
  return factsOf(facts, "wanted-variable").flatMap((fact): readonly ExplainedBind[] => {
    if (fact.name !== "PORT") return [];
    const isFollowed = FOLLOWED.test(fileOf(fact));
    const isOpened = isFollowed
      ? fact.opens === true && ends.includes("file")
      : COMPILED.test(fileOf(fact)) && ends.includes("program") && !isWritten;
    return isOpened ? [{ place: describePlace(fact.place), what: "port", value: "$PORT", known: true }] : [];
  });
}

/** The variable from which a server takes its address, such as HOST. */
function addressVariable(host: string, facts: readonly Fact[]): string | undefined {
  const variable = factsOf(facts, "variable").find(
    ({ name, value }) =>
      value.known &&
      value.value.includes(host) &&
      SERVERS.some(({ hostVariables = [], bindVariables = [] }) =>
        [...hostVariables, ...bindVariables].includes(name),
      ),
  );
  return variable && describePlace(variable.place);
}

type Stated = Extract<Fact, { kind: "bind" | "port" }>;

function isCode(fact: Fact): fact is Stated {
  return (fact.kind === "bind" || (fact.kind === "port" && fact.role === "code")) && fileOf(fact) !== "";
}

function stated(fact: Stated): ExplainedBind {
  const value = fact.kind === "bind" ? fact.host : fact.port;
  return {
    place: describePlace(fact.place),
    what: fact.kind === "bind" ? "host" : "port",
    value: value.known ? String(value.value) : value.why,
    known: value.known,
  };
}
