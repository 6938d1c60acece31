import path from "node:path";
import type { VariableLookup } from "../../domain";
import { flagValues } from "../../domain/start-command/flag-value";
import { simpleCommands } from "../../domain/start-command/shell";
import type { StartFiles } from "./start-files";

/** How a command says which file of settings its server reads. */
export interface SettingsChoice {
  /** The flags that name the file: then no other one counts. */
  readonly fileFlags?: readonly string[];
  /** The value of such a flag with which none is read. */
  readonly noFile?: string;
  /** The files that count without a flag, the first that is there. */
  readonly files: readonly string[];
  /** A file of an environment, which precedes these. */
  readonly byEnvironment?: {
    readonly folder: string;
    readonly ending: string;
    readonly flags: readonly string[];
    readonly variables: readonly string[];
  };
}

/** The file that is read, and the command without the flags that name it; or why that is not known. */
type Chosen = { readonly file: string; readonly command: string } | { readonly why: string } | undefined;

/** The file of settings that a server reads, as its command, its environment or its own order says. */
export function chosenSettings(
  program: string,
  command: string,
  choice: SettingsChoice,
  bases: readonly string[],
  start: StartFiles,
  variable: VariableLookup,
): Chosen {
  const { words = [], variables = {} } = simpleCommands(command).at(-1) ?? {};
  const given = words.slice(words.findIndex((word) => path.posix.basename(word) === program) + 1);
  const [named, ...more] = flagValues(given, choice.fileFlags ?? []);
  if (named !== undefined) {
    const file = more.length > 0 || named === choice.noFile ? undefined : start.find(bases, named);
    return file === undefined ? undefined : { file, command: withoutFlags(command, choice.fileFlags ?? []) };
  }
  const look: VariableLookup = (name) => variables[name] ?? variable(name);
  const ofEnvironment = environmentFile(choice, given, bases, start, look);
  if (typeof ofEnvironment === "object") return ofEnvironment;
  const file =
    ofEnvironment ?? choice.files.map((name) => start.find(bases, name)).find((found) => found !== undefined);
  return file === undefined ? undefined : { file, command };
}

/** The file of the environment; none where there is no such file. */
function environmentFile(
  { byEnvironment }: SettingsChoice,
  given: readonly string[],
  bases: readonly string[],
  start: StartFiles,
  look: VariableLookup,
): string | { readonly why: string } | undefined {
  if (byEnvironment === undefined) return undefined;
  const { folder, ending, flags, variables } = byEnvironment;
  const flag = flagValues(given, flags).at(-1);
  const values = new Set(
    flag === undefined ? variables.map(look).filter((value) => value !== undefined && value !== "") : [flag],
  );
  const [environment, ...others] = values;
  const isSaid = environment !== undefined && others.length === 0 && /^\w+$/.test(environment);
  if (isSaid) return start.exact(bases, path.posix.join(folder, environment + ending));
  const some = bases.some(
    (base) => start.repository.below(path.posix.normalize(path.posix.join(base, folder)), ending).length > 0,
  );
  return some ? { why: `which file of ${folder} is read depends on the environment` } : undefined;
}

/** What the flags name is read: the command says nothing of it any more. */
export function withoutFlags(command: string, flags: readonly string[]): string {
  const forms = flags.map((flag) => (flag.startsWith("--") ? `${flag}(?:=|\\s+)` : `${flag}=?\\s*`));
  return command.replaceAll(
    new RegExp(`\\s(?:${forms.join("|")})(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s;&|"']+)`, "g"),
    "",
  );
}
