import { describePlace, type Fact, type FactOf, factsOf, type Place, readStartCommand } from "../domain";
import { SERVERS } from "../domain/start-command/servers";
import { variableOf } from "../domain/variables";
import { COMPILED } from "./entry/judged";
import { isPortOrBind, type PortOrBind } from "./entry/port-or-bind";
import { FOLLOWED } from "./entry/second-ports";
import type { StartedFacts } from "./entry/with-entry";
import { fileOf } from "./services/service-folders";

export interface ExplainedBind {
  readonly place: string;
  readonly what: "host" | "port";
  /** The value, or why it is not known. */
  readonly value: string;
  readonly known: boolean;
}

/** What the start commands say of host and port, then what code and settings say. */
export function bindsOf(started: StartedFacts, texts: ReadonlyMap<string, string>): readonly ExplainedBind[] {
  const { entries, facts } = started;
  const followed = portsFromVariable(started, texts);
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
  const ends = entries.map(({ end }) => end.is);
  const [reads] = factsOf(facts, "wanted-variable").filter(
    (fact) => fact.name === "PORT" && isCompiled(fact, ends),
  );
  const code = facts.flatMap((fact) => (isCode(fact) ? [stated(fact, reads)] : []));
  return [...commands, ...code, ...followed];
}

const JVM = /\.(?:kt|java)$/;
const JVM_SETTINGS = /(?:^|\/)application(?:-prod\w*)?\.(?:properties|ya?ml)$/;
/** The key of the port, of which YAML has the last part on a line of its own. */
const JVM_PORT = /^\s*(?:(?:server|quarkus\.http|micronaut\.server)\.)?port\s*[=:]\s*["']?\$\{PORT\b/;

/** Where the code or the settings that are started listen on PORT. A compiled program's is where it reads the variable. */
function portsFromVariable(
  { entries, facts }: StartedFacts,
  texts: ReadonlyMap<string, string>,
): readonly ExplainedBind[] {
  const ends = entries.map(({ end }) => end.is);
  const isWritten = facts.some((fact) => isCode(fact) && fact.kind === "port");
  const isOpened = (fact: FactOf<"wanted-variable">): boolean => {
    const file = fileOf(fact);
    if (entries.some(({ settings }) => settings.includes(file)))
      return !isWritten && factsOf(facts, "bind").some(({ place }) => lineOf(place) === lineOf(fact.place));
    if (FOLLOWED.test(file)) return fact.opens === true && ends.includes("file");
    if (isWritten) return false;
    if (JVM_SETTINGS.test(file))
      return ends.some((end) => end === "server" || end === "program") && JVM_PORT.test(textOf(fact, texts));
    return isCompiled(fact, ends);
  };
  return factsOf(facts, "wanted-variable").flatMap((fact): readonly ExplainedBind[] =>
    fact.name === "PORT" && isOpened(fact)
      ? [{ place: describePlace(fact.place), what: "port", value: "$PORT", known: true }]
      : [],
  );
}

function isCompiled(fact: Fact, ends: readonly string[]): boolean {
  const isJvm = JVM.test(fileOf(fact));
  return (
    (isJvm && ends.includes("server")) || ((isJvm || COMPILED.test(fileOf(fact))) && ends.includes("program"))
  );
}

/** The file and the line of a place. */
const lineOf = (place: Place): string => (place.source === "file" ? `${place.file}:${place.line}` : "");

function textOf({ place }: Fact, texts: ReadonlyMap<string, string>): string {
  if (place.source !== "file") return "";
  return texts.get(place.file)?.split("\n")[(place.line ?? 1) - 1] ?? "";
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

const isCode = (fact: Fact): fact is PortOrBind => isPortOrBind(fact) && fileOf(fact) !== "";

/** @param reads where the program reads PORT, which may be the port that is not followed */
function stated(fact: PortOrBind, reads: Fact | undefined): ExplainedBind {
  const value = fact.kind === "bind" ? fact.host : fact.port;
  const hint =
    fact.kind === "port" && reads !== undefined ? `; ${describePlace(reads.place)} reads PORT` : "";
  return {
    place: describePlace(fact.place),
    what: fact.kind === "bind" ? "host" : "port",
    value: value.known ? String(value.value) : `${value.why}${hint}`,
    known: value.known,
  };
}
