import { readStartCommand } from "./read";
import { simpleCommands } from "./shell";

/** Interpreters, with the options of each that take the word behind them. */
const INTERPRETERS: readonly { readonly name: RegExp; readonly valued: readonly string[] }[] = [
  { name: /^python[\d.]*$/, valued: ["-W", "-X"] },
  { name: /^(?:node|tsx|ts-node|bun)$/, valued: ["-r", "--require", "--import", "--loader", "--env-file"] },
];

/** Words of a runner between its name and the file: `tsx watch`, `bun run`. */
const RUNNERS_WORD = /^(?:watch|run)$/;

/**
 * Which file the last command of a start command runs, as its arguments name it: `main.py`, or for `-m app.main`
 * the two possible places of that module. `server` where a server imports the code instead; undefined where
 * neither is known.
 */
export function startedFile(text: string): readonly string[] | "server" | undefined {
  const last = simpleCommands(text).at(-1)?.words ?? [];
  if (readStartCommand(text) !== undefined) return "server";
  const plain = last.map((word) => word.split("/").at(-1) ?? "");
  for (const { name, valued } of INTERPRETERS) {
    const at = plain.findIndex((word) => name.test(word));
    if (at >= 0) return argumentOf(last.slice(at + 1), valued);
  }
  return undefined;
}

function argumentOf(words: readonly string[], valued: readonly string[]): readonly string[] | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "-m") return moduleFiles(words[index + 1] ?? "");
    if (word === "-c" || word === "-e" || /[$\uE000]/.test(word)) return undefined;
    if (valued.includes(word)) index += 1;
    else if (!word.startsWith("-") && !RUNNERS_WORD.test(word)) return [word.replace(/^(?:\.\/)+/, "")];
  }
  return undefined;
}

function moduleFiles(module: string): readonly string[] | undefined {
  if (!/^\w+(?:\.\w+)*$/.test(module)) return undefined;
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__main__.py`];
}
