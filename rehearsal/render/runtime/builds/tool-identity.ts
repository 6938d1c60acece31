import { realpathSync, statSync } from "node:fs";
import path from "node:path";

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
  const folders = searched.split(path.delimiter).filter((folder) => folder !== "");
  return [...names]
    .sort()
    .flatMap((name) => {
      const found = folders
        .map((folder) => fileOf(path.join(folder, name)))
        .find((file) => file !== undefined);
      return found === undefined ? [] : [`${name}=${found}`];
    })
    .join("\n");
}

function fileOf(place: string): string | undefined {
  try {
    const file = realpathSync(place);
    const status = statSync(file);
    return status.isFile() ? `${file} ${status.size} ${status.mtimeMs}` : undefined;
  } catch {
    return undefined;
  }
}
