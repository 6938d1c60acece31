import { existsSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";

/** Where `portcullis adopt` puts a project inside a repository. */
const ADOPTED = "infra";

/** `--project`: the help text names no path of the machine it is printed on. */
export function projectOption(): Option {
  return new Option("--project <folder>", "the Pulumi project")
    .argParser((folder) => path.resolve(folder))
    .default(projectFolder(), "the nearest one, from the current folder upwards");
}

/**
 * The Pulumi project that a command works on: of `folder` and each folder above it, the first that has a Pulumi.yaml,
 * or one in its folder infra/. Where none has, `folder` itself, for whose stack files the command then asks.
 */
export function projectFolder(folder: string = process.cwd()): string {
  const start = path.resolve(folder);
  for (let at = start; ; at = path.dirname(at)) {
    const found = [at, path.join(at, ADOPTED)].find((place) =>
      ["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(path.join(place, name))),
    );
    if (found !== undefined) return found;
    if (at === path.dirname(at)) return start;
  }
}
