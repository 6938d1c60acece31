import { TOOL_FILES } from "../../../domain/manifest";
import { isManifestOf } from "../../../platforms";
import { RENDER } from "../../../platforms/render";
import { YamlTree } from "../syntax/yaml";
import { BLUEPRINT_TYPES, STORES } from "./platform";
import { blueprintServices } from "./services";

/** A Blueprint may have any name (render.com/docs/infrastructure-as-code); a tool's own files are none. */
export function mayBeBlueprint(path: string): boolean {
  return (
    isManifestOf(RENDER, path) ||
    (/\.ya?ml$/.test(path) && !Object.values(TOOL_FILES).some((form) => form.test(path)))
  );
}

/** The types by which a Blueprint is recognised; a workflow is none of them. */
const TYPES: readonly string[] = [...Object.keys(BLUEPRINT_TYPES), ...STORES];

/** What a Blueprint's text has somewhere; most files of other formats are not parsed then. */
const SIGNS: readonly RegExp[] = [
  /^["']?(?:services|projects|ungrouped)["']?:/m,
  new RegExp(`\\btype["']?:\\s*["']?(?:${TYPES.join("|")})\\b`),
  /\b(?:runtime|env)["']?:|^["']?databases["']?:/m,
];

const RUNTIMES = /^(?:docker|elixir|go|image|node|python|ruby|rust|static)$/;
/** Keys of other formats' roots: Kubernetes, OpenAPI, workflows, Serverless, and compose. */
const OTHERS = ["apiVersion", "kind", "openapi", "swagger", "jobs", "on", "provider", "version", "functions"];

/** Whether a file is a Blueprint: by its name, else by what its root holds. */
export function isBlueprint(path: string, text: string): boolean {
  if (isManifestOf(RENDER, path)) return true;
  if (!mayBeBlueprint(path) || !SIGNS.every((sign) => sign.test(text))) return false;
  const tree = YamlTree.parse({ path, text });
  return tree instanceof YamlTree && holdsBlueprint(tree);
}

function holdsBlueprint(tree: YamlTree): boolean {
  const { root } = tree;
  if (OTHERS.some((key) => tree.value(root, key) !== undefined)) return false;
  const typed = blueprintServices(tree).map(({ node }) => ({
    type: tree.text(tree.value(node, "type")) ?? "",
    runtime: tree.text(tree.value(node, "runtime")) ?? tree.text(tree.value(node, "env")) ?? "",
  }));
  if (typed.length === 0 || !typed.every(({ type }) => TYPES.includes(type))) return false;
  const databases = tree.items(tree.value(root, "databases"));
  return databases.length > 0 || typed.some(({ runtime }) => RUNTIMES.test(runtime));
}
