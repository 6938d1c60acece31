import { realpathSync, statSync } from "node:fs";
import { programsOnPath } from "../../../programs-on-path";

/** The programs of a language, which a build's scripts may call without its command naming them. */
const OF_RUNTIME: Readonly<Record<string, readonly string[]>> = {
  node: ["node"],
  python: ["python3"],
  go: ["go"],
  rust: ["cargo", "rustc"],
  ruby: ["ruby", "bundle"],
  elixir: ["elixir", "mix", "erl"],
};

/** Which programs a build's command finds, by their files: another version of one is another file. */
export function toolIdentity(runtime: string, command: string, searched: string): string {
  const names = new Set([...(OF_RUNTIME[runtime] ?? []), ...(command.match(/[\w.+-]+/g) ?? [])]);
  return [...names]
    .sort()
    .flatMap((name) => {
      const [found] = programsOnPath(name, searched);
      return found === undefined ? [] : [`${name}=${fileOf(found)}`];
    })
    .join("\n");
}

function fileOf(place: string): string {
  const file = realpathSync(place);
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}
