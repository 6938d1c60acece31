import type { Repository } from "../reader";
import { BLUEPRINT_TYPES } from "../readers/render-yaml/platform";
import { isBlueprint, mayBeBlueprint } from "../readers/render-yaml/recognition";
import { blueprintServices } from "../readers/render-yaml/services";
import { YamlTree } from "../readers/syntax/yaml";
import { serviceName } from "../services/services";
import type { DeclaredService, ServiceKey } from "./declared-service";
import type { Stated } from "./draft-field";

/** The fields of a Blueprint's service by the keys of a stack file; of several, the first that is there. */
const FIELDS: Readonly<Record<ServiceKey, readonly string[]>> = {
  type: ["type"],
  name: ["name"],
  repository: ["repo"],
  branch: ["branch"],
  rootDirectory: ["rootDir"],
  runtime: ["runtime", "env"],
  region: ["region"],
  plan: ["plan"],
  build: ["buildCommand"],
  preDeploy: ["preDeployCommand"],
  start: ["startCommand", "dockerCommand"],
  dockerfile: ["dockerfilePath"],
  dockerContext: ["dockerContext"],
  image: ["image"],
  schedule: ["schedule"],
  publishPath: ["staticPublishPath"],
  healthCheckPath: ["healthCheckPath"],
};

/** The services of the Blueprints among these files, and what each Blueprint names that no stack can declare. */
export function servicesOfBlueprints(
  paths: readonly string[],
  repository: Repository,
): { readonly services: readonly DeclaredService[]; readonly others: readonly Stated[] } {
  const read = paths.filter(mayBeBlueprint).flatMap((path) => {
    const text = repository.text(path);
    const isOne = text !== undefined && isBlueprint(path, text);
    const tree = isOne ? YamlTree.parse({ path, text }) : undefined;
    return tree instanceof YamlTree ? [servicesOf(tree)] : [];
  });
  return {
    services: read.flatMap(({ services }) => services),
    others: read.flatMap(({ others }) => others),
  };
}

function servicesOf(tree: YamlTree) {
  const services: DeclaredService[] = [];
  const others: Stated[] = [];
  for (const { node, name, environment } of blueprintServices(tree)) {
    const type = tree.text(tree.value(node, "type")) ?? "web";
    const runtime = statedAt(tree, node, FIELDS.runtime)?.value;
    const kind = runtime === "static" ? "static" : BLUEPRINT_TYPES[type];
    if (kind === undefined) {
      others.push({ value: `${type} ${name}`, place: tree.place(tree.value(node, "name"), "name") });
      continue;
    }
    const stated = Object.fromEntries(
      Object.entries(FIELDS).flatMap(([key, names]) => {
        if (kind === "static" && key === "runtime") return [];
        const value = key === "image" ? imageAt(tree, node) : statedAt(tree, node, names);
        return value === undefined ? [] : [[key, value] as const];
      }),
    ) as DeclaredService["stated"];
    const folder = stated.rootDirectory?.value.replace(/^\.?\//, "").replace(/\/+$/, "") ?? "";
    services.push({ name: serviceName(name, environment), environment, kind, folder, stated });
  }
  return { services, others };
}

function statedAt(tree: YamlTree, node: unknown, names: readonly string[]): Stated | undefined {
  for (const name of names) {
    const at = tree.value(node, name);
    const value = tree.text(at);
    if (value !== undefined && value.trim() !== "") return { value, place: tree.place(at, name) };
  }
  return undefined;
}

/** `image: { url: … }`, or the address alone. */
function imageAt(tree: YamlTree, node: unknown): Stated | undefined {
  return statedAt(tree, tree.value(node, "image"), ["url"]) ?? statedAt(tree, node, ["image"]);
}
