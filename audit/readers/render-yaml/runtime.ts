import type { YamlTree } from "../syntax/yaml";

/** The runtime's node; `env` is its older name (render.com/docs/blueprint-spec). */
export function runtimeOf(tree: YamlTree, node: unknown): unknown {
  return tree.value(node, "runtime") ?? tree.value(node, "env");
}
