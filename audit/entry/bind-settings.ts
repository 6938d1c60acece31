import { flagValues } from "../../domain/start-command/flag-value";
import { simpleCommands } from "../../domain/start-command/shell";
import { lineAt } from "../../domain/text-place";
import type { Repository } from "../reader";
import { isGunicornConfiguration } from "../readers/python/gunicorn";
import { withoutFlags } from "./chosen-settings";
import type { EntryStep } from "./entry";
import type { StartFiles } from "./start-files";

const FILE_FLAGS = ["-c", "--config"];

/**
 * What `bind` says in the file that the command of hypercorn or gunicorn names: TOML, a Python file behind `file:`, a module
 * behind `python:` (hypercorn.readthedocs.io: how to configure; docs.gunicorn.org: configuration file). An address of the
 * command wins. Undefined where nothing is read, or Python decides when the file is loaded.
 */
export function boundBySettings(
  program: string,
  command: string,
  bases: readonly string[],
  start: StartFiles,
  repository: Repository,
): { readonly step: EntryStep; readonly command: string } | undefined {
  if (program !== "hypercorn" && program !== "gunicorn") return undefined;
  const words = simpleCommands(command).at(-1)?.words ?? [];
  const given = words.slice(words.findIndex((word) => word.split("/").at(-1) === program) + 1);
  const [named, ...more] = flagValues(given, FILE_FLAGS);
  if (named === undefined || more.length > 0 || flagValues(given, ["-b", "--bind"]).length > 0)
    return undefined;
  const file = fileNamed(named, bases, start);
  const text = file === undefined ? undefined : repository.text(file);
  // Beside addresses of TLS or QUIC, those that are asked may be others.
  if (file === undefined || text === undefined || /\b(?:insecure|quic)_bind\b/.test(text)) return undefined;
  // What gunicorn's own files say is stated of them.
  if (program === "gunicorn" && (!file.endsWith(".py") || isGunicornConfiguration(file))) return undefined;
  const bound = file.endsWith(".py") ? boundInPython(text) : boundInToml(text);
  if (bound === undefined) return undefined;
  const place = { source: "file", file, line: lineAt(text, bound.at) } as const;
  const flags = bound.addresses.map((address) => ` -b ${address}`).join("");
  return { step: { place, text: `${withoutFlags(command, FILE_FLAGS)}${flags}` }, command };
}

function fileNamed(named: string, bases: readonly string[], start: StartFiles): string | undefined {
  const [, kind, rest = named] = /^(python|file):(.+)$/.exec(named) ?? [];
  return kind === "python" ? start.findModule(bases, rest) : start.find(bases, rest);
}

interface Bound {
  readonly addresses: readonly string[];
  readonly at: number;
}

/** Keys before the first table count; without an address the server's own one does. */
function boundInToml(text: string): Bound | undefined {
  const top = text.slice(0, /^\s*\[/m.exec(text)?.index ?? text.length);
  const [found, ...more] = top.matchAll(/^[ \t]*bind[ \t]*=[ \t]*/gm);
  if (found === undefined) return /\bbind\b/.test(top) ? undefined : { addresses: [], at: 0 };
  return more.length > 0 ? undefined : valuesAt(text, found.index + found[0].length);
}

function boundInPython(text: string): Bound | undefined {
  const [found, ...more] = text.matchAll(/^[ \t]*bind\b[^=\n]*=(?!=)[ \t]*/gm);
  if (found === undefined || more.length > 0 || /^\s/.test(found[0])) return undefined;
  return valuesAt(text, found.index + found[0].length);
}

const STRING = /[fF]?(?:"([^"\\\n]*)"|'([^'\\\n]*)')/g;

/** A text or a list of texts, and nothing behind it. */
function valuesAt(text: string, at: number): Bound | undefined {
  const [written] = /^(?:\[[^\]]*\]|[^\n]*)/.exec(text.slice(at)) ?? [""];
  const addresses = [...written.matchAll(STRING)].map(([, double, single]) =>
    inShell(double ?? single ?? ""),
  );
  const rest = written.replaceAll(STRING, "").replaceAll(/#[^\n]*/g, "");
  return addresses.length === 0 || /[^\s[\],]/.test(rest) ? undefined : { addresses, at };
}

/** `{os.environ.get('PORT', '8000')}` as a shell's `${PORT:-8000}`; another expression is one that is not known. */
const inShell = (value: string): string =>
  value.replaceAll(/\{([^{}]*)\}/g, (_, expression: string) => {
    const [, name, otherwise] =
      /^\s*(?:os\.)?(?:environ(?:\.get)?|getenv)[[(]\s*["'](\w+)["'](?:\s*,\s*["']?(\w+)["']?)?\s*[\])]\s*$/.exec(
        expression,
      ) ?? [];
    if (name === undefined) return "$(expression)";
    return otherwise === undefined ? `\${${name}}` : `\${${name}:-${otherwise}}`;
  });
