import { existsSync, lstatSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quoteWords } from "../../domain/shell-words";
import type { Engine } from "../../engine";
import { removeAtEnd } from "../../system";
import { CommandError } from "../exit-code";
import type { PrivateProject } from "../stacks/private-project";
import { pulumiEnvironment } from "../stacks/pulumi";

/** What a shell reads before `pulumi` is typed in the served project. */
export const ENVIRONMENT_FILE = "environment.sh";

/** @throws CommandError where something has the name that the served project is to have */
export function assertFreeName(folder: string): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  // What a killed command left leads nowhere.
  if (there === undefined || (there.isSymbolicLink() && !existsSync(folder))) return;
  throw new CommandError(`--serve: expected a name that nothing has yet, got ${folder}, which is there.`);
}

/**
 * Gives the private project a name where the user is, and writes the variables that Pulumi needs there.
 *
 * @param variables what else is exported there
 * @returns takes the name away again; where this process is killed, its watcher does
 */
export function openServedFolder(
  folder: string,
  project: PrivateProject,
  engine: Engine,
  variables: Readonly<Record<string, string>>,
): () => void {
  const { PATH: found, ...others } = pulumiEnvironment(project, engine, project.secrets.passphrase);
  // A build has its plugins in a folder of its own, which is the first there.
  const plugins = found === undefined ? [] : [found.split(path.delimiter)[0] ?? ""];
  const cli = path.isAbsolute(engine.pulumi) ? [path.dirname(engine.pulumi)] : [];
  const lines = [
    ...Object.entries({ ...others, ...variables }).map(
      ([name, value]) => `export ${name}=${quoteWords([value])}`,
    ),
    `export PATH=${[...new Set([...cli, ...plugins])].map((each) => `${quoteWords([each])}:`).join("")}"$PATH"`,
  ];
  const file = path.join(project.folder, ENVIRONMENT_FILE);
  // It holds the passphrase and a key.
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  rmSync(folder, { force: true });
  symlinkSync(project.folder, folder, "dir");
  const watch = removeAtEnd(path.resolve(folder));
  return () => {
    rmSync(folder, { force: true });
    watch.remove();
  };
}
