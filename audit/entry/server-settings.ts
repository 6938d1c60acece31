import type { VariableLookup } from "../../domain";
import { lineAt } from "../../domain/text-place";
import type { Repository } from "../reader";
import { boundBySettings } from "./bind-settings";
import { chosenSettings, type SettingsChoice } from "./chosen-settings";
import type { EntryStep } from "./entry";
import type { StartFiles } from "./start-files";

/** Where a server keeps its address beside its command, and how that is said on the command line. */
interface SettingsFile extends SettingsChoice {
  readonly program: string;
  /** Flags that say the address by themselves: then the file does not count. */
  readonly unless: RegExp;
  /** Whether a flag of the command wins over its own setting alone, and the file says the rest. */
  readonly each?: true;
  /** The lines of the file that count. */
  readonly part?: (
    text: string,
    command: string,
  ) => { readonly text: string; readonly from: number } | undefined;
  /** Whether what a line of the file says depends on more than the line. */
  readonly conditional?: (text: string, at: number) => boolean;
  /** A flag after which the command itself says nothing of its address. */
  readonly elsewhere: string;
  /** Where the setting may be in two ways, the last text of the two. */
  readonly host?: { readonly form: RegExp; readonly flag: string };
  readonly port?: { readonly form: RegExp; readonly flag: string };
}

const SETTINGS_FILES: readonly SettingsFile[] = [
  {
    // vite.dev/config: `preview` and `server`, each with host and port.
    program: "vite",
    unless: /(?:^|\s)(?:--host|--port)\b/,
    elsewhere: "--config",
    fileFlags: ["-c", "--config"],
    files: ["vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs"],
    part: (text, command) => block(text, /\bvite\s+preview\b/.test(command) ? "preview" : "server"),
    host: { form: /\bhost\s*:\s*(?:["'`]([^"'`]+)["'`]|(true))/, flag: "--host" },
    port: { form: /\bport\s*:\s*(\d+)/, flag: "--port" },
  },
  {
    // docs.streamlit.io: config.toml
    program: "streamlit",
    unless: /(?:^|\s)--config-file\b/,
    each: true,
    elsewhere: "--config-file",
    files: [".streamlit/config.toml"],
    part: (text) => table(text, "server"),
    host: { form: /^\s*address\s*=\s*["']([^"']+)["']/m, flag: "--server.address" },
    port: { form: /^\s*port\s*=\s*(\d+)/m, flag: "--server.port" },
  },
  {
    // puma: lib/puma/dsl.rb, `bind` wins over `port`
    program: "puma",
    // In a block, or with `if` behind it: Ruby decides when the file is loaded.
    conditional: (text, at) => {
      const line =
        text.slice(text.lastIndexOf("\n", at) + 1, at) + (/^[^\n]*/.exec(text.slice(at))?.[0] ?? "");
      return /^\s/.test(line) || /\s(?:if|unless)\s/.test(line);
    },
    unless: /(?:^|\s)(?:-b|--bind|-p|--port)\b/,
    elsewhere: "-C",
    // puma/puma: lib/puma/cli.rb, and lib/puma/configuration.rb: config_files, environment
    fileFlags: ["-C", "--config"],
    noFile: "-",
    byEnvironment: {
      folder: "config/puma",
      ending: ".rb",
      flags: ["-e", "--environment"],
      variables: ["APP_ENV", "RACK_ENV", "RAILS_ENV"],
    },
    files: ["config/puma.rb"],
    // The address may be behind the port too: `port 3000, "127.0.0.1"`.
    host: {
      form: /^\s*(?:bind\s*\(?\s*(?:"([^"#\n]+(?:#\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)?\})?)"|'([^'\n]+)')|port[ \t(]+(?:\d+|ENV\b[^\n]*[\])}])\s*,\s*["']([\w.:]+)["'])/m,
      flag: "-b",
    },
    port: {
      form: /^\s*port[ \t(]+(\d+|ENV(?:\.fetch)?[[(]\s*["']\w+["'][^\n\])]*[\])](?:\s*\{[^}\n]*\})?)/m,
      flag: "-p",
    },
  },
];

/**
 * The command as it would be with what the server's settings file says, at that file's place. Undefined where there is
 * no such file, it says nothing that is read, or the command wins over it.
 */
export function withSettings(
  program: string,
  command: string,
  bases: readonly string[],
  start: StartFiles,
  repository: Repository,
  variable: VariableLookup,
): { readonly step?: EntryStep; readonly command: string; readonly open?: string } | undefined {
  const row = SETTINGS_FILES.find((candidate) => candidate.program === program);
  if (row === undefined) return boundBySettings(program, command, bases, start, repository);
  if (row.unless.test(command)) return undefined;
  const chosen = chosenSettings(program, command, row, bases, start, variable);
  if (chosen === undefined) return undefined;
  if ("why" in chosen) return { command, open: chosen.why };
  const { file, command: plain } = chosen;
  const text = repository.text(file);
  if (text === undefined) return undefined;
  const part = row.part === undefined ? { text, from: 0 } : row.part(text, command);
  if (part === undefined) return undefined;
  const found = [row.host, row.port].flatMap((setting) => {
    const match = setting?.form.exec(part.text);
    if (setting === undefined || match === null || match === undefined) return [];
    if (row.each && new RegExp(`(?:^|\\s)${setting.flag}\\b`).test(command)) return [];
    const value = withShellVariable(
      asInterpolated(match.slice(1).find((one) => one !== undefined) ?? "0.0.0.0"),
    );
    return [{ flag: setting.flag, value, at: part.from + match.index + match[0].search(/\S/) }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const line = lineAt(text, first.at);
  const flags = found.map(({ flag, value }) => `${flag} ${value}`).join(" ");
  const place = { source: "file", file, line } as const;
  if (found.some(({ at }) => row.conditional?.(text, at) === true))
    return { step: { place, text: command }, command, open: `what ${file} binds depends on a condition` };
  const step = { place, text: `${plain} ${flags}` };
  return { step, command: `${plain} ${row.elsewhere} ${file}` };
}

/** Ruby's `ENV.fetch("PORT") { 3000 }`, which is no text, as a text would hold it. */
function asInterpolated(value: string): string {
  if (!value.startsWith("ENV")) return value;
  const [, call = value, otherwise] = /^(.*?[\])])\s*\{\s*["']?(\w+)["']?\s*\}$/.exec(value) ?? [];
  return otherwise === undefined ? `#{${value}}` : `#{${call.slice(0, -1)}, ${otherwise})}`;
}

/** Ruby's `#{ENV.fetch("PORT", 3000)}` as a shell's `${PORT:-3000}`; another expression is one that is not known. */
function withShellVariable(written: string): string {
  const text = written
    .replace(/(ENV\.fetch\(\s*["']\w+["'])\s*\)\s*\{\s*(["']?\w+["']?)\s*\}/, "$1, $2)")
    .replace(/#\{(?!\s*ENV\b)[^}]*\}/, "$(expression)");
  return text.replace(
    /#\{\s*ENV(?:\.fetch)?[[(]\s*["'](\w+)["'](?:\s*,\s*["']?(\w+)["']?)?[^}]*\}/,
    (_, name: string, otherwise?: string) =>
      otherwise === undefined ? `\${${name}}` : `\${${name}:-${otherwise}}`,
  );
}

/** What is between the braces of `name: { … }`. */
function block(text: string, name: string): { readonly text: string; readonly from: number } | undefined {
  const match = new RegExp(`\\b${name}\\s*:\\s*\\{`).exec(text);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "{") open += 1;
    if (text[at] === "}") open -= 1;
    if (open === 0) return { text: text.slice(from, at), from };
  }
  return undefined;
}

/** What is below `[name]` of a TOML file. */
function table(text: string, name: string): { readonly text: string; readonly from: number } | undefined {
  const match = new RegExp(`^\\[${name}\\][^\\n]*\\n`, "m").exec(text);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  const rest = text.slice(from);
  const end = /^\[/m.exec(rest)?.index ?? rest.length;
  return { text: rest.slice(0, end), from };
}
