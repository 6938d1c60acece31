import path from "node:path";
import { processesOf } from "../readers/procfile/processes";
import type { EntryStep } from "./entry";
import { startedWords } from "./wrappers";

/** A program that starts the processes of a Procfile beside each other, by its own page of options. */
interface Runner {
  readonly name: RegExp;
  /** The word after which it starts them; without one it starts them by itself, and a plain word is the file. */
  readonly word?: RegExp;
  readonly file: readonly string[];
  readonly folder: readonly string[];
  /** Options that list the processes to start, or those to leave out. */
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  readonly formation: readonly string[];
  /** How often a process is started that the formation does not name. */
  readonly otherwise: number;
  /** Its other options with a value. */
  readonly valued: readonly string[];
}

const RUNNERS: readonly Runner[] = [
  // honcho.readthedocs.io/en/latest/using_procfiles.html, `honcho start --help`
  {
    name: /^honcho$/,
    word: /^start$/,
    file: ["-f", "--procfile"],
    folder: ["-d", "--app-root"],
    formation: ["-c", "--concurrency"],
    otherwise: 1,
    valued: ["-e", "--env", "-p", "--port"],
  },
  // ddollar.github.io/foreman: a formation starts what it names.
  {
    name: /^foreman$/,
    word: /^start$/,
    file: ["-f", "--procfile"],
    folder: ["-d", "--root"],
    formation: ["-m", "--formation", "-c", "--concurrency"],
    otherwise: 0,
    valued: ["-e", "--env", "-p", "--port", "-t", "--timeout"],
  },
  // github.com/mattn/goreman: usage
  {
    name: /^goreman$/,
    word: /^start$/,
    file: ["-f"],
    folder: ["-basedir"],
    formation: [],
    otherwise: 1,
    valued: ["-p", "-b", "-baseport", "-rpc-server"],
  },
  // github.com/DarthSim/overmind: `overmind start --help`
  {
    name: /^overmind$/,
    word: /^s(?:tart)?$/,
    file: ["-f", "--procfile"],
    folder: ["-d", "--root"],
    only: ["-l", "--processes"],
    without: ["-x", "--ignored-processes"],
    formation: ["-m", "--formation"],
    otherwise: 1,
    valued: [
      ...["-w", "--title", "-p", "--port", "-P", "--port-step", "-c", "--can-die", "-r", "--auto-restart"],
      ...["-b", "--colors", "-s", "--socket", "-i", "--stop-signals", "-t", "--timeout", "--network"],
    ],
  },
  // github.com/DarthSim/hivemind: `hivemind --help`
  {
    name: /^hivemind$/,
    file: [],
    folder: ["-d", "--root"],
    only: ["-l", "--processes"],
    formation: [],
    otherwise: 1,
    valued: ["-w", "--title", "-p", "--port", "-P", "--port-step", "-t", "--timeout"],
  },
];

/** What a command says of a Procfile whose processes it starts. */
export interface ProcfileRun {
  readonly file: string;
  readonly starts: (process: string) => boolean;
}

/** Whether a command starts the processes of a Procfile: then none of them has a machine of its own. */
export function runsProcfile(command: string): boolean {
  const [program = "", ...rest] = startedWords(command);
  return procfileRun(program.split("/").at(-1) ?? "", rest) !== undefined;
}

export function procfileRun(name: string, rest: readonly string[]): ProcfileRun | undefined {
  const runner = RUNNERS.find((row) => row.name.test(name));
  if (runner === undefined) return undefined;
  const { values, plain } = optionsOf(runner, rest);
  const last = (options: readonly string[] = []) =>
    options.flatMap((option) => values.get(option) ?? []).at(-1);
  const at = runner.word === undefined ? 0 : plain.findIndex((word) => runner.word?.test(word)) + 1;
  if (runner.word !== undefined && at === 0) return undefined;
  const named = plain.slice(at);
  const only = [...(runner.word === undefined ? [] : named), ...(last(runner.only)?.split(",") ?? [])];
  const without = last(runner.without)?.split(",") ?? [];
  const formation = last(runner.formation);
  const times = new Map(
    formation?.split(",").map((one) => one.split("=").map((part) => part.trim()) as [string, string]),
  );
  const isFormed = (process: string): boolean =>
    formation === undefined || Number(times.get(process) ?? times.get("all") ?? runner.otherwise) > 0;
  const file = last(runner.file) ?? (runner.word === undefined ? named[0] : undefined) ?? "Procfile";
  return {
    file: path.posix.join(last(runner.folder) ?? "", file),
    starts: (process) =>
      (only.length === 0 || only.includes(process)) && !without.includes(process) && isFormed(process),
  };
}

function optionsOf(
  { valued, file, folder, only = [], without = [], formation }: Runner,
  words: readonly string[],
): { readonly values: ReadonlyMap<string, string>; readonly plain: readonly string[] } {
  const takes = [...valued, ...file, ...folder, ...only, ...without, ...formation];
  const values = new Map<string, string>();
  const plain: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [, option, value] = /^(--?[\w-]+)=(.*)$/s.exec(word) ?? [];
    if (option !== undefined) values.set(option, value ?? "");
    else if (takes.includes(word)) {
      index += 1;
      values.set(word, words[index] ?? "");
    } else if (!word.startsWith("-")) plain.push(word);
  }
  return { values, plain };
}

/** The processes of a Procfile that a run starts, by their names, in the order of the file. */
export function startedProcesses(
  { starts }: ProcfileRun,
  file: string,
  text: string,
): readonly (EntryStep & { readonly name: string })[] {
  return [...processesOf(file, text)].flatMap(([name, { value, place }]) =>
    starts(name) ? [{ name, text: value, place }] : [],
  );
}
