import path from "node:path";
import { BUILT_SERVERS } from "../../domain/start-command/servers/built";
import type { Repository } from "../reader";
import { YamlTree } from "../readers/syntax/yaml";

const DEPENDENCIES = ["dependencies", "devDependencies"];

/**
 * The server that a framework's build writes to the file that an interpreter is given, as a command of its own.
 * Undefined where the package of the folder has no such framework, or its settings decide the address.
 */
export function builtServer(
  file: string,
  bases: readonly string[],
  repository: Repository,
): string | undefined {
  const rows = BUILT_SERVERS.filter((row) => row.file.test(file));
  if (rows.length === 0) return undefined;
  for (const base of bases) {
    const text = repository.text(path.posix.join(base, "package.json"));
    if (text === undefined) continue;
    const tree = YamlTree.parse({ path: "package.json", text });
    if (!(tree instanceof YamlTree)) continue;
    const row = rows.find((candidate) =>
      DEPENDENCIES.some(
        (key) => tree.text(tree.value(tree.value(tree.root, key), candidate.package)) !== undefined,
      ),
    );
    if (row === undefined) continue;
    const settings = (row.settings ?? []).map((name) => repository.text(path.posix.join(base, name)) ?? "");
    if (row.hostInSettings !== undefined && settings.some((one) => row.hostInSettings?.test(one)))
      return undefined;
    return `${row.names[0]} ${file}`;
  }
  return undefined;
}
