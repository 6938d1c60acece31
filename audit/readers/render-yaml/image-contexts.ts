import path from "node:path";
import type { Place } from "../../../domain";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";
import type { YamlTree } from "../syntax/yaml";
import { otherRepository } from "./other-repository";
import { runtimeOf } from "./runtime";

/**
 * The folders that a service's image may be built from: `dockerContext`, which is the repository's root where nothing else
 * is said, from `rootDir` on (render.com/docs/blueprint-spec). The Blueprint itself may be in a folder below the root.
 */
export function imageContexts(
  tree: YamlTree,
  node: unknown,
  place: Place,
  repository: Repository,
): readonly string[] | undefined {
  const isOwn =
    otherRepository(tree, node, repository) === undefined && tree.value(node, "image") === undefined;
  if (tree.text(runtimeOf(tree, node)) !== "docker" || !isOwn || place.source !== "file") return undefined;
  const written = (key: string): string => tree.text(tree.value(node, key))?.replace(/^\/+/, "") ?? "";
  const [root, context] = [written("rootDir"), written("dockerContext")];
  return [
    ...new Set(
      foldersAbove(path.posix.dirname(place.file)).flatMap((folder) =>
        [path.posix.join(folder, root, context), path.posix.join(folder, context || root)].map((at) =>
          at.replace(/^\.$|\/$/, ""),
        ),
      ),
    ),
  ];
}
