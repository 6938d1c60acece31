import type { Fact, Subject } from "../../../domain";
import { environmentKind } from "../../../domain/environment-name";
import { isManifestOf } from "../../../platforms";
import { RENDER } from "../../../platforms/render";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";
import { databaseFacts, projectFacts, servicePartFacts } from "./parts";
import { platformFacts, runtimeOf } from "./platform";
import { fieldsOfOthers, unknownFields, unknownType } from "./unknown-fields";
import { variableFacts } from "./variables";

/** Render's Blueprint: services, the groups of variables that they share, and the environments of projects. */
export const RENDER_YAML = structuredReader({
  name: "render-yaml",
  accepts: (path) => isManifestOf(RENDER, path),
  syntax: YAML,
  facts: blueprintFacts,
});

/** Databases, which have no variables and no start. */
const STORES = /^(?:keyvalue|redis)$/;
/** Sites in the words of Render's dashboard: Render refuses them, and their reader means a site. */
const SITES = /^static(?:[-_]?site)?$/i;

/** One service as a Blueprint names it. */
export interface BlueprintService {
  readonly node: unknown;
  readonly name: string;
  /** Of which environment it is, where the Blueprint or the name says so. */
  readonly environment: string | undefined;
}

function blueprintFacts(tree: YamlTree): readonly Fact[] {
  const { root } = tree;
  const parts = [root, tree.value(root, "ungrouped"), ...environmentsOf(tree)];
  const groups = [...parts, ...projectsOf(tree)].flatMap((part) =>
    tree.items(tree.value(part, "envVarGroups")),
  );
  return [
    ...unknownFields(tree, root, "root", {}),
    ...unknownFields(tree, tree.value(root, "previews"), "rootPreviews", {}),
    ...projectFacts(tree),
    ...groups.flatMap((group) => unknownFields(tree, group, "group", {})),
    ...parts.flatMap((part) => databaseFacts(tree, part)),
    ...blueprintServices(tree).flatMap((service) => serviceFacts(tree, service, groups)),
  ];
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

function projectsOf(tree: YamlTree): readonly unknown[] {
  return tree.items(tree.value(tree.root, "projects"));
}

function environmentsOf(tree: YamlTree): readonly unknown[] {
  return projectsOf(tree).flatMap((project) => tree.items(tree.value(project, "environments")));
}

function servicesOf(tree: YamlTree, part: unknown): readonly Pick<BlueprintService, "node" | "name">[] {
  return tree.items(tree.value(part, "services")).flatMap((node) => {
    const name = tree.text(tree.value(node, "name"));
    return name === undefined ? [] : [{ node, name }];
  });
}

function serviceFacts(
  tree: YamlTree,
  { node, name, environment }: BlueprintService,
  groups: readonly unknown[],
): readonly Fact[] {
  const type = tree.text(tree.value(node, "type")) ?? "";
  const runtime = tree.text(runtimeOf(tree, node));
  const subject: Subject = { service: name, ...(environment === undefined ? {} : { environment }) };
  const fields = [
    ...unknownType(tree, node, subject),
    ...unknownFields(tree, node, "service", subject),
    ...fieldsOfOthers(tree, node, type, runtime, subject),
    ...servicePartFacts(tree, node, STORES.test(type), subject),
  ];
  if (STORES.test(type)) return fields;
  const variables = variableFacts(tree, tree.value(node, "envVars"), groups, subject);
  // A site may be written as a web service with the runtime `static`.
  const asked = runtime === "static" || SITES.test(type) ? "static" : type;
  return [...platformFacts(tree, node, asked, subject), ...variables, ...fields];
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
