import path from "node:path";
import { type Fact, factsOf } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { withoutWrappers } from "../wrappers";
import { type Project, subjectOf } from "./project";

const STARTS = /^(?:node|python[\d.]*|ruby|bun|tsx)$/;
/** Build commands that bring packages, and write no file of the project's own. */
const QUIET =
  /^(?:npm (?:ci|i|install)|yarn(?: install)?|pnpm (?:i|install)|bun install|pip3? install|uv sync|poetry install|bundle install)(?:\s|$)/;

/** A file by a path from the repository's folder, where the command runs in the root directory of the service. */
export function repeatedRoot({ start, facts, repository, ...project }: Project): readonly Fact[] {
  const root = rootOf(facts);
  if (root === undefined || !start.command.known) return [];
  const [only, ...others] = simpleCommands(start.command.value);
  const [program = "", file = "", ...more] = withoutWrappers(only?.words ?? []);
  if (others.length > 0 || more.length > 0 || !STARTS.test(program) || !/\.(?:[cm]?[jt]s|py|rb)$/.test(file))
    return [];
  const named = path.posix.normalize(file);
  // The same words lead to a file from the repository's folder, and to nothing from the root directory.
  if (!named.startsWith(`${root}/`) || !repository.has(named)) return [];
  if (!repository.lacks(path.posix.join(root, named)) || !isQuiet(facts)) return [];
  const instead = `${path.posix.join(root, named)}, which is not there`;
  const subject = subjectOf({ start, facts, repository, ...project });
  return [
    {
      kind: "unmet-need",
      ...subject,
      place: start.place,
      of: "path from the root directory",
      by: named.slice(root.length + 1),
      instead,
    },
  ];
}

function rootOf(facts: readonly Fact[]): string | undefined {
  const [written, ...others] = new Set(
    factsOf(facts, "platform").flatMap(({ rootDirectory }) => rootDirectory ?? []),
  );
  if (written === undefined || others.length > 0) return undefined;
  const root = path.posix.normalize(written).replaceAll(/^\/+|\/+$/g, "");
  return root === "" || root.startsWith(".") ? undefined : root;
}

/** Whether nothing that is built could be the file. */
function isQuiet(facts: readonly Fact[]): boolean {
  return factsOf(facts, "platform-command").every(
    ({ command }) =>
      command.known && simpleCommands(command.value).every(({ words }) => QUIET.test(words.join(" "))),
  );
}
