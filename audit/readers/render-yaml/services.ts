import { environmentKind } from "../../../domain/environment-name";
import type { YamlTree } from "../syntax/yaml";

/** One service as a Blueprint names it. */
export interface BlueprintService {
  readonly node: unknown;
  readonly name: string;
  /** Of which environment it is, where the Blueprint or the name says so. */
  readonly environment: string | undefined;
}

/** The services of a Blueprint's root, then those of its projects' environments. */
export function blueprintServices(tree: YamlTree): readonly BlueprintService[] {
  const { root } = tree;
  const inRoot = [root, tree.value(root, "ungrouped")].flatMap((part) => servicesOf(tree, part));
  const names = inRoot.map(({ name }) => name);
  return [
    ...inRoot.map((service) => ({ ...service, environment: environmentOfName(service.name, names) })),
    ...environmentsOf(tree).flatMap((environment) => {
      const name = tree.text(tree.value(environment, "name"));
      const kind = name === undefined ? undefined : (environmentKind(name) ?? name.toLowerCase());
      return servicesOf(tree, environment).map((service) => ({
        ...service,
        environment: kind ?? environmentOfName(service.name, []),
      }));
    }),
  ];
}

export function projectsOf(tree: YamlTree): readonly unknown[] {
  return tree.items(tree.value(tree.root, "projects"));
}

export function environmentsOf(tree: YamlTree): readonly unknown[] {
  return projectsOf(tree).flatMap((project) => tree.items(tree.value(project, "environments")));
}

function servicesOf(tree: YamlTree, part: unknown): readonly Pick<BlueprintService, "node" | "name">[] {
  return tree.items(tree.value(part, "services")).flatMap((node) => {
    const name = tree.text(tree.value(node, "name"));
    return name === undefined ? [] : [{ node, name }];
  });
}

const LAST_WORD = /[-_](production|prod|staging|stage|stg|development|dev)$/i;

/**
 * Outside of a project's environments a service's own last word says of which it is. One that says none is of
 * production where another is the same service of another environment: `api` beside `api-staging`.
 */
function environmentOfName(service: string, all: readonly string[]): string | undefined {
  const word = LAST_WORD.exec(service)?.[1];
  if (word !== undefined) return environmentKind(word);
  const beside = all.flatMap((name) => {
    const other = LAST_WORD.exec(name);
    return other?.[1] !== undefined && name.slice(0, other.index) === service
      ? [environmentKind(other[1])]
      : [];
  });
  return beside.length > 0 && !beside.includes("production") ? "production" : undefined;
}
