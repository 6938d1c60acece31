import { factsOf } from "./fact";
import { oncePerFacts } from "./once-per-facts";
import type { Place } from "./place";
import { flagValue } from "./start-command/flag-value";
import { simpleCommands } from "./start-command/shell";
import { variableOf } from "./variables";

/** A host and a port for which a command waits. */
export interface Awaited {
  readonly place: Place;
  readonly host: string;
  readonly port?: string;
  /** Whether nothing is started where it never answers: a tool goes on after its time, or a loop may end otherwise. */
  readonly certain: boolean;
}

type Target = Omit<Awaited, "place">;

/** What waits before the rest of a line: vishnubob/wait-for-it, eficode/wait-for, jwilder/dockerize, jeffbski/wait-on. */
const TOOL =
  /(?<![\w.-])(wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|dockerize|wait-on)((?:[ \t]+(?!--(?:\s|$))[^\s;&|]+)+)/g;
/** A loop that goes on until a command succeeds. */
const LOOP = /\b(?:until|while\s+!)\s+([\s\S]*?)(?:;|\n)\s*do\b([\s\S]*?)\bdone\b/g;
const ENDS_OTHERWISE = /\b(?:break|exit|return|expr|let)\b|\(\(/;
const OF_THE_SHELL = /\/dev\/tcp\/([\w.-]+|\$\{?\w+\}?)\/(\d+|\$\{?\w+\}?)/g;

const ADDRESS =
  /^(?:(?:tcp|https?(?:-get)?):\/\/)?(?:tcp:)?([\w.-]+|\$\{?\w+\}?)(?::(\d+|\$\{?\w+\}?))?(?:\/\S*)?$/;

function targetOf(word: string, certain: boolean): readonly Target[] {
  const [, host, port] = ADDRESS.exec(word) ?? [];
  if (host === undefined) return [];
  const written = /^https?/.exec(word)?.[0] === "https" ? "443" : "80";
  return [{ host, port: port ?? (/^https?/.test(word) ? written : ""), certain }];
}

function ofTool(tool: string, words: readonly string[]): readonly Target[] {
  if (tool === "dockerize")
    return words.flatMap((word, index) => (word === "-wait" ? targetOf(words[index + 1] ?? "", true) : []));
  if (tool === "wait-on")
    return words.flatMap((word) => {
      const [, alone] = /^tcp:(\d+)$/.exec(word) ?? [];
      if (alone !== undefined) return [{ host: "localhost", port: alone, certain: true }];
      return /^(?:tcp:|https?)/.test(word) ? targetOf(word, true) : [];
    });
  const certain = !tool.startsWith("wait-for-it") || words.some((word) => /^(?:-s|--strict)$/.test(word));
  const host = flagValue(words, ["-h", "--host"]);
  if (host !== undefined) return [{ host, port: flagValue(words, ["-p", "--port"]) ?? "", certain }];
  const [first] = words.filter((word) => /^[^-\s]\S*:(?:\d+|\$\S+)$/.test(word) || /^https?:/.test(word));
  return first === undefined ? [] : targetOf(first, certain);
}

/** Clients that ask a port once; netcat by its last two words, the others by options. */
function ofClient(program: string, words: readonly string[], certain: boolean): readonly Target[] {
  if (/^(?:nc|ncat|netcat)$/.test(program)) {
    const own = words.filter(
      (word, index) => !word.startsWith("-") && !/^-\w*[wGip]$/.test(words[index - 1] ?? ""),
    );
    const [host, port] = own.slice(-2);
    return words.some((word) => /^-\w*z/.test(word)) && host !== undefined && port !== undefined
      ? [{ host, port, certain }]
      : [];
  }
  if (!/^(?:pg_isready|redis-cli|valkey-cli)$/.test(program)) return [];
  if (program !== "pg_isready" && !words.some((word) => /^ping$/i.test(word))) return [];
  const host = flagValue(words, ["-h", "--host"]);
  return host === undefined ? [] : [{ host, port: flagValue(words, ["-p", "--port"]) ?? "", certain }];
}

/** The targets of a command's waits, with the variables in them as they are written. */
function targetsIn(command: string): readonly Target[] {
  const loops = [...command.matchAll(LOOP)].map(([, head = "", body = ""]) => ({
    head,
    certain: !/\|\||&&/.test(head) && !ENDS_OTHERWISE.test(body),
  }));
  const ofTools = [...command.matchAll(TOOL)].flatMap(([, tool = "", rest = ""]) =>
    ofTool(tool.replace(/\.sh$/, ""), rest.replaceAll(/["']/g, "").trim().split(/\s+/)),
  );
  const ofShells = loops.flatMap(({ head, certain }) =>
    [...head.matchAll(OF_THE_SHELL)].map(([, host = "", port = ""]) => ({ host, port, certain })),
  );
  const ofClients = simpleCommands(command).flatMap(({ words: all, limit }) => {
    const [first = "", ...words] = all.filter((word, index) => index > 0 || word !== "!");
    const program = first.split("/").at(-1) ?? "";
    const loop = loops.find(({ head }) => head.includes(program));
    return ofClient(program, words, loop?.certain === true && limit === undefined);
  });
  return [...ofTools, ...ofShells, ...ofClients];
}

const REFERENCE = /^\$\{?([A-Za-z_]\w*)\}?$/;

/** What a command waits for, where host and port are known; `look` fills in variables. */
export function awaitedIn(
  command: string,
  look: (name: string) => string | undefined = () => undefined,
): readonly Target[] {
  const filled = (text: string): string | undefined => {
    const name = REFERENCE.exec(text)?.[1];
    return name === undefined ? text : look(name)?.trim();
  };
  return targetsIn(command).flatMap(({ host: written, port: writtenPort = "", certain }) => {
    const host = filled(written);
    const port = filled(writtenPort);
    if (host === undefined || !/^[\w.-]+$/.test(host)) return [];
    return [{ host, certain, ...(port !== undefined && /^\d+$/.test(port) && { port }) }];
  });
}

/** What the start commands of a platform's services wait for. */
export const awaited = oncePerFacts((facts): readonly Awaited[] =>
  factsOf(facts, "start-command").flatMap((fact) => {
    const { command, place } = fact;
    if (!command.known || place.source !== "resource") return [];
    return awaitedIn(command.value, (name) => variableOf(facts, fact, name)).map((one) => ({
      ...one,
      place,
    }));
  }),
);
