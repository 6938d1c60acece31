import {
  type Fact,
  type FromVariable,
  isLoopback,
  type Knowable,
  known,
  type Place,
  unknown,
} from "../../../domain";
import type { Reader, Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { type Address, addressOf, LISTENERS, type Listener } from "./forms";
import { type GoAddress, goAddresses } from "./go";
import { type CodeInUse, codeInUse } from "./in-use";
import { javaUrls } from "./java-urls";
import { readsPort } from "./reads-port";

const GO = /(?<!_test)\.go$/;
const JAVA_SETTINGS = /(?:^|\/)application(?:-prod\w*)?\.(?:properties|ya?ml)$/;
const OF_TESTS = /(?:^|\/)(?:tests?|examples?|benches|testdata)\//;

/** Go, Rust, Kotlin, C#, Elixir, Ruby and the settings of Java's frameworks: what they bind, where it is written out. */
export const LISTENER_READER: Reader = {
  name: "listeners",
  accepts: (file) =>
    (GO.test(file) || LISTENERS.some(({ files }) => files.test(file))) && !OF_TESTS.test(file),
  read: (file, repository) => {
    const inUse = codeInUse(file, repository);
    return {
      facts: [
        ...(JAVA_SETTINGS.test(file.path) ? javaUrls(file) : []),
        ...readsPort(inUse),
        ...boundBy(inUse, repository),
      ],
      problems: [],
    };
  },
};

function boundBy(file: CodeInUse, repository: Repository): readonly Fact[] {
  return withoutPortsBeside(
    GO.test(file.path)
      ? goAddresses(file.text).flatMap(({ at, ...address }) => addressFacts(address, at, file))
      : LISTENERS.filter(({ files }) => files.test(file.path)).flatMap((row) =>
          [...file.text.matchAll(row.form)].flatMap((match) => listenerFacts(row, match, file, repository)),
        ),
  );
}

function listenerFacts(
  row: Listener,
  match: RegExpExecArray,
  file: CodeInUse,
  repository: Repository,
): readonly Fact[] {
  const [whole, ...texts] = match;
  const [first, second] = match.groups === undefined ? texts : texts.slice(1);
  if (first === undefined) return defaultFacts(row, match, file, repository);
  const address = addressOf(row, first, second);
  // A form of several lines is at the line of its address.
  const line = whole.lastIndexOf("\n", whole.lastIndexOf(first)) + 1;
  const at = match.index + Math.max(line, whole.search(/\S/));
  const begin = at + (/\S/.exec(file.text.slice(at))?.index ?? 0);
  return address === undefined ? [] : addressFacts(address, begin, file);
}

/** What is bound where nothing else says it: the settings file beside the code, or a variable. */
function defaultFacts(
  { otherwise }: Listener,
  { index }: RegExpExecArray,
  file: SourceFile,
  repository: Repository,
): readonly Fact[] {
  const place = placeOf(file, index);
  if (otherwise === undefined || place === undefined) return [];
  const { host, variable, unless } = otherwise;
  const settings = repository.named(unless).map((name) => repository.text(name) ?? "");
  if (settings.some((text) => /^\s*address\s*=/m.test(text))) return [];
  const configured = /\b(?:Config|Figment)\b|\.configure\(/.test(file.text) || /custom\(/.test(file.text);
  if (configured) return [];
  return [
    {
      kind: "bind",
      place,
      host: unknown(`it is the value of ${variable}`),
      from: { variable, otherwise: host },
    },
  ];
}

/** Where code binds several addresses, a port on loopback is one that the program opens beside its own. */
function withoutPortsBeside(facts: readonly Fact[]): readonly Fact[] {
  const binds = facts.filter(({ kind }) => kind === "bind");
  if (binds.length < 2) return facts;
  return facts.filter((fact, index) => {
    const before = facts[index - 1];
    const beside = before?.kind === "bind" && before.host.known && isLoopback(before.host.value);
    return fact.kind !== "port" || !beside;
  });
}

/** What a variable gives is known where the variables are. */
const hostOf = (host: string, from: FromVariable | undefined): Knowable<string> =>
  from === undefined ? known(host) : unknown(`it is the value of ${from.variable}`);

const ASIDE = "it is opened beside the program, and may be for a profiler";

function placeOf({ path: file, text }: SourceFile, at: number) {
  const before = text.slice(0, at).split("\n");
  const line = before.at(-1) ?? "";
  if (/^\s*(?:\/\/|#|\*)/.test(line)) return undefined;
  return { source: "file", file, line: before.length, column: line.length + 1 } as const;
}

function addressFacts(
  { host, port, aside = false, from }: Address & Pick<GoAddress, "aside" | "from">,
  at: number,
  file: CodeInUse,
): readonly Fact[] {
  const place = placeOf(file, at);
  if (place === undefined) return [];
  const when = file.when(at);
  // What a variable of its own gives is judged where that variable is.
  if (when === "never") return [];
  if (typeof when === "object" && "why" in when && from === undefined)
    return undecided(place, { host, port }, when.why);
  const where = typeof when === "object" && !("why" in when) ? { where: when } : {};
  return [
    ...(host === undefined
      ? []
      : [
          {
            kind: "bind",
            place,
            host: aside ? unknown<string>(ASIDE) : hostOf(host, from),
            ...(from && !aside && { from }),
            ...where,
          } as const,
        ]),
    ...(port === undefined || aside || from
      ? []
      : [{ kind: "port", role: "code", place, port: known(port), ...where } as const]),
  ];
}

function undecided(place: Place, { host, port }: Address, why: string): readonly Fact[] {
  return [
    ...(host === undefined ? [] : [{ kind: "bind", place, host: unknown<string>(why) } as const]),
    ...(port === undefined
      ? []
      : [{ kind: "port", role: "code", place, port: unknown<string>(why) } as const]),
  ];
}
