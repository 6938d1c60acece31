import { oncePerPart } from "../once-per-repository";
import type { Repository } from "../reader";
import { YamlTree } from "../readers/syntax/yaml";
import type { EntryStep } from "./entry";
import { proxiesIn } from "./front-proxy";

/** A package.json as it is written: several of its scripts may be asked for, by several services. */
const packageTree = oncePerPart((repository, file: string) => {
  const text = repository.text(file);
  return text === undefined ? undefined : YamlTree.parse({ path: file, text });
});

/** The script of a package.json, with its place. */
export function packageScript(
  repository: Repository,
  file: string,
  name: string,
): EntryStep | "none" | undefined {
  const tree = packageTree(repository, file);
  if (!(tree instanceof YamlTree)) return undefined;
  const node = tree.value(tree.value(tree.root, "scripts"), name);
  const script = tree.text(node);
  if (script === undefined || script.trim() === "") return "none";
  return { place: tree.place(node, `scripts.${name}`), text: script };
}

/**
 * What a Makefile gives PORT, for all its recipes: a value of its own wins over the environment's, unless it is given by
 * `?=`. Nothing, where the last word is not certain: a condition, a computed value or another file may have it
 * (gnu.org/software/make/manual: variables from the environment, conditionals, canned recipes).
 */
function makesPort(lines: readonly string[]): string {
  let port: string | undefined;
  let conditions = 0;
  let isText = false;
  for (const line of lines) {
    if (line.startsWith("\t")) continue;
    const [, word = ""] = /^ *(-?\w+)/.exec(line) ?? [];
    if (word === "define") isText = true;
    else if (word === "endef") isText = false;
    if (isText) continue;
    if (/^ifn?(?:def|eq)$/.test(word)) conditions += 1;
    else if (word === "endif") conditions -= 1;
    else if (/^[-s]?include$|^un(?:define|export)$/.test(word)) port = undefined;
    const value = /^ *(?:(?:export|override|private)\s+)*PORT\s*(?::{0,3}|\+|!)=(.*)$/
      .exec(line)?.[1]
      ?.trim();
    if (value !== undefined) port = conditions === 0 && /^\d+$/.test(value) ? value : undefined;
  }
  return port === undefined ? "" : `export PORT=${port}\n`;
}

/**
 * The last line of a target's recipe; make's own `$(PORT)` and `$$` become a shell's.
 *
 * @param given what the command line says beside the target: its PORT, or by `-e` the environment's, wins
 */
export function makeTarget(
  file: string,
  text: string,
  target: string | undefined,
  given: readonly string[],
): EntryStep | undefined {
  const lines = text.split(/\r?\n/);
  const isTarget = (line: string): boolean => /^[\w./-][\w./ -]*:(?!=)/.test(line) && !line.startsWith(".");
  const at = lines.findIndex((line) =>
    target === undefined
      ? isTarget(line)
      : isTarget(line) && line.split(":")[0]?.split(/\s+/).includes(target),
  );
  if (at < 0) return undefined;
  let found: EntryStep | undefined;
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (!line.startsWith("\t")) {
      if (line.trim() === "" || line.startsWith("#")) continue;
      break;
    }
    const command = line.trim().replace(/^[@+-]+/, "");
    if (command === "" || command.startsWith("#")) continue;
    const front: string = found !== undefined && proxiesIn(found.text).length > 0 ? `${found.text}\n` : "";
    found = {
      place: { source: "file", file, line: index + 1, column: line.length - line.trimStart().length + 1 },
      text: `${front}${command}`
        .replaceAll(/\$\((\w+)\)/g, (_, name: string) => `\${${name}}`)
        .replaceAll("$$", "$"),
    };
  }
  if (found === undefined) return undefined;
  const isGiven = given.some((word) => /^(?:PORT\s*:{0,3}=|--environment-overrides$|-[a-zA-Z]*e)/.test(word));
  return isGiven ? found : { ...found, text: `${makesPort(lines)}${found.text}` };
}

/** The commands of a supervisor's programs (supervisord.org/configuration.html). */
export function supervisedPrograms(file: string, text: string): readonly EntryStep[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly EntryStep[] => {
    const [, before = "", command] = /^(\s*command\s*=\s*)(\S.*)$/.exec(line) ?? [];
    if (command === undefined) return [];
    const place = {
      source: "file",
      file,
      line: index + 1,
      column: before.length + 1,
      key: "command",
    } as const;
    return [{ place, text: command.replaceAll(/%\(ENV_(\w+)\)s/g, (_, name: string) => `\${${name}}`) }];
  });
}
