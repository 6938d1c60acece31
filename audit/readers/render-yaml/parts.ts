import type { Fact, ManifestPart, ManifestPartFact, Subject } from "../../../domain";
import type { YamlTree } from "../syntax/yaml";
import type { BLUEPRINT_FIELDS } from "./fields";
import { unknownFields } from "./unknown-fields";

type Table = keyof typeof BLUEPRINT_FIELDS;

/** What a service's disk, scaling, previews and allow list say. */
export function servicePartFacts(
  tree: YamlTree,
  node: unknown,
  isStore: boolean,
  subject: Subject,
): readonly Fact[] {
  const plan = tree.text(tree.value(node, "plan"));
  const part = (key: string, name: ManifestPart, table: Table): readonly Fact[] =>
    partFacts(tree, tree.value(node, key), name, table, subject, plan);
  return [
    ...(isStore ? [partFact(tree, node, "key value store", subject, plan)] : []),
    ...part("disk", "disk", "disk"),
    ...part("scaling", "scaling", "scaling"),
    ...part("previews", "previews", "previews"),
    ...allowedFacts(tree, node, subject),
    ...domainFacts(tree, node, subject),
    ...unknownFields(tree, tree.value(node, "buildFilter"), "buildFilter", subject),
    ...unknownFields(tree, tree.value(node, "image"), "image", subject),
    ...tree
      .items(tree.value(node, "headers"))
      .flatMap((entry) => partFacts(tree, entry, "header", "header", subject)),
    ...tree
      .items(tree.value(node, "routes"))
      .flatMap((entry) => partFacts(tree, entry, "route", "route", subject)),
  ];
}

/** The custom domains, one fact for each; `domain` is the older field, of one alone (render.com/docs/blueprint-spec). */
function domainFacts(tree: YamlTree, node: unknown, subject: Subject): readonly Fact[] {
  const all = [tree.value(node, "domain"), ...tree.items(tree.value(node, "domains"))];
  return all.flatMap((domain): readonly Fact[] => {
    const text = tree.text(domain);
    if (text === undefined || text.trim() === "") return [];
    const place = tree.place(domain, "domains");
    const fields = new Map([["name", { place, text }]]);
    return [{ kind: "manifest-part", platform: "render", part: "custom domain", ...subject, place, fields }];
  });
}

/** What the databases of a Blueprint's part say, which belong to no service. */
export function databaseFacts(tree: YamlTree, part: unknown): readonly Fact[] {
  return tree
    .items(tree.value(part, "databases"))
    .flatMap((node) => [
      ...partFacts(tree, node, "database", "database", {}),
      ...allowedFacts(tree, node, {}),
    ]);
}

/** What is said of projects and of their environments. */
export function projectFacts(tree: YamlTree): readonly Fact[] {
  return tree
    .items(tree.value(tree.root, "projects"))
    .flatMap((project) => [
      ...unknownFields(tree, project, "project", {}),
      ...tree
        .items(tree.value(project, "environments"))
        .flatMap((node) => [
          ...unknownFields(tree, node, "environment", {}),
          ...partFacts(tree, tree.value(node, "networking"), "environment's network", "networking", {}),
          ...partFacts(tree, tree.value(node, "permissions"), "environment's permissions", "permissions", {}),
        ]),
    ]);
}

function allowedFacts(tree: YamlTree, node: unknown, subject: Subject): readonly Fact[] {
  return tree
    .items(tree.value(node, "ipAllowList"))
    .flatMap((entry) => partFacts(tree, entry, "entry of ipAllowList", "allowed", subject));
}

function partFacts(
  tree: YamlTree,
  node: unknown,
  part: ManifestPart,
  table: Table,
  subject: Subject,
  plan?: string,
): readonly Fact[] {
  if (!tree.isMapping(node)) return [];
  return [partFact(tree, node, part, subject, plan), ...unknownFields(tree, node, table, subject)];
}

/** A field that `<<` merges counts as the part's own. */
function partFact(
  tree: YamlTree,
  node: unknown,
  part: ManifestPart,
  subject: Subject,
  plan: string | undefined,
): ManifestPartFact {
  const entries = tree.mergedEntries(node);
  const named = entries.find(({ key }) => key === "name") ?? entries[0];
  return {
    kind: "manifest-part",
    platform: "render",
    part,
    ...subject,
    place: tree.place(named?.value ?? node, named?.key),
    fields: new Map(
      entries.map(({ key, value }) => {
        const text = tree.text(value);
        return [key, { place: tree.place(value, key), ...(text !== undefined && { text }) }];
      }),
    ),
    ...(plan !== undefined && { plan }),
  };
}
