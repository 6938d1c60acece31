import type { Fact, Subject } from "../../../domain";
import { isManifestOf } from "../../../platforms";
import { RENDER } from "../../../platforms/render";
import type { Repository } from "../../reader";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";
import { builtSite } from "./built-site";
import { contextFacts, imageFileFacts, rootFacts } from "./image-file";
import { notReadFacts } from "./other-repository";
import { databaseFacts, projectFacts, servicePartFacts } from "./parts";
import { platformFacts, STORES } from "./platform";
import { isBlueprint, mayBeBlueprint } from "./recognition";
import { runtimeOf } from "./runtime";
import { type BlueprintService, blueprintServices, environmentsOf, projectsOf } from "./services";
import { fieldsOfOthers, unknownFields, unknownType } from "./unknown-fields";
import { variableFacts } from "./variables";

/** Render's Blueprint: services, the groups of variables that they share, and the environments of projects. */
export const RENDER_YAML = structuredReader({
  name: "render-yaml",
  accepts: mayBeBlueprint,
  takes: ({ path, text }) => isBlueprint(path, text),
  syntax: YAML,
  facts: (tree, { path }, repository) => {
    const facts = [
      ...blueprintFacts(tree, repository),
      ...blueprintServices(tree).flatMap((service) => [
        ...rootFacts(tree, service, path, repository),
        ...imageFileFacts(tree, service, path, repository),
        ...contextFacts(tree, service, repository),
      ]),
    ];
    return isManifestOf(RENDER, path) ? facts : facts.map(ofManifest);
  },
});

/** Of a Blueprint under another name: the place says whose manifest it is in, since its file's name does not. */
function ofManifest(fact: Fact): Fact {
  const { place } = fact;
  return place.source === "file" ? { ...fact, place: { ...place, manifestOf: RENDER.id } } : fact;
}

/** Sites in the words of Render's dashboard: Render refuses them, and their reader means a site. */
const SITES = /^static(?:[-_]?site)?$/i;

function blueprintFacts(tree: YamlTree, repository: Repository): readonly Fact[] {
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
    ...blueprintServices(tree).flatMap((service) => serviceFacts(tree, service, groups, repository)),
  ];
}

function serviceFacts(
  tree: YamlTree,
  { node, name, environment }: BlueprintService,
  groups: readonly unknown[],
  repository: Repository,
): readonly Fact[] {
  const type = tree.text(tree.value(node, "type")) ?? "";
  const runtime = tree.text(runtimeOf(tree, node));
  const subject: Subject = { service: name, ...(environment === undefined ? {} : { environment }) };
  const fields = [
    ...unknownType(tree, node, subject),
    ...unknownFields(tree, node, "service", subject),
    ...fieldsOfOthers(tree, node, type, runtime, subject),
    ...servicePartFacts(tree, node, STORES.includes(type), subject),
  ];
  if (STORES.includes(type)) return fields;
  const variables = variableFacts(tree, tree.value(node, "envVars"), groups, subject);
  // A site may be written as a web service with the runtime `static`.
  const asked = runtime === "static" || SITES.test(type) ? "static" : type;
  const build = tree.text(tree.value(node, "buildCommand"));
  const stated = platformFacts(tree, node, asked, subject, repository).map((fact) =>
    fact.kind === "platform" ? builtSite(fact, build, repository) : fact,
  );
  return [...stated, ...variables, ...fields, ...notReadFacts(tree, node, subject, repository)];
}
