import type { Fact, Subject } from "../../../domain";
import type { Repository } from "../../reader";
import type { YamlTree } from "../syntax/yaml";

/**
 * The address that a service is built from, unless it is this checkout's own: what `repo` says of the own repository it says
 * of no other (render.com/docs/blueprint-spec: the Blueprint's is the default).
 */
export function otherRepository(tree: YamlTree, node: unknown, repository: Repository): string | undefined {
  const address = tree.text(tree.value(node, "repo"))?.trim();
  return address === undefined || address === "" || repository.isOwn?.(address) === true
    ? undefined
    : address;
}

/** That what a service is built from is not here: its folders, files and scripts cannot be looked for. */
export function notReadFacts(
  tree: YamlTree,
  node: unknown,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const field = "repo";
  if (otherRepository(tree, node, repository) === undefined) return [];
  return [
    {
      kind: "missing-file",
      ...subject,
      place: tree.place(tree.value(node, field), field),
      file: tree.text(tree.value(node, "rootDir")) ?? ".",
      command: field,
      elsewhere: undefined,
      by: "manifest",
      unsure:
        "no remote of this checkout is the repository that the service is built from: the folders, files, scripts and locks that it names were not looked for",
    },
  ];
}
