import {
  ALL_VARIABLES,
  type Fact,
  known,
  nearest,
  type PlatformFact,
  type Subject,
  unknown,
} from "../../domain";
import { environmentKind } from "../../domain/environment-name";
import type { Reader } from "../reader";
import { SECRET_NAME, URL_WITH_PASSWORD } from "../secret-variable";
import { BLUEPRINT_FIELDS, MEANT } from "./render-yaml-fields";
import { YamlTree } from "./yaml-tree";

/** Render's Blueprint: services, the groups of variables that they share, and the environments of projects. */
export const RENDER_YAML: Reader = {
  name: "render-yaml",
  accepts: (path) => /(?:^|\/)render\.ya?ml$/.test(path),
  read: (file) => {
    const tree = YamlTree.parse(file);
    if (!(tree instanceof YamlTree)) {
      return { facts: [], problems: [{ file: file.path, ...tree, reason: "expected YAML" }] };
    }
    return { facts: blueprintFacts(tree), problems: [] };
  },
};

/** Types that run no process of their own, or none whose start the file states. */
const NOT_RUN = ["static", "keyvalue", "redis"];

function blueprintFacts(tree: YamlTree): readonly Fact[] {
  const { root } = tree;
  const projects = tree.items(tree.value(root, "projects"));
  const environments = projects.flatMap((project) => tree.items(tree.value(project, "environments")));
  const parts = [root, tree.value(root, "ungrouped"), ...environments];
  const groups = parts.flatMap((part) => tree.items(tree.value(part, "envVarGroups")));
  const inRoot = [root, tree.value(root, "ungrouped")].flatMap((part) => servicesOf(tree, part));
  const names = inRoot.flatMap((service) => tree.text(tree.value(service, "name")) ?? []);
  return [
    ...unknownFields(tree, root, "root", {}),
    ...inRoot.flatMap((service) =>
      serviceFacts(tree, service, groups, (name) => environmentOfName(name, names)),
    ),
    ...environments.flatMap((environment) => {
      const name = tree.text(tree.value(environment, "name"));
      const kind = name === undefined ? undefined : (environmentKind(name) ?? name.toLowerCase());
      return servicesOf(tree, environment).flatMap((service) =>
        serviceFacts(tree, service, groups, (of) => kind ?? environmentOfName(of, [])),
      );
    }),
  ];
}

function servicesOf(tree: YamlTree, node: unknown): readonly unknown[] {
  return tree.items(tree.value(node, "services"));
}

function serviceFacts(
  tree: YamlTree,
  node: unknown,
  groups: readonly unknown[],
  environmentOf: (name: string) => string | undefined,
): readonly Fact[] {
  const name = tree.text(tree.value(node, "name"));
  const type = tree.text(tree.value(node, "type")) ?? "";
  if (name === undefined) return [];
  const runtime = tree.text(tree.value(node, "runtime")) ?? tree.text(tree.value(node, "env"));
  const of = environmentOf(name);
  const subject: Subject = { service: name, ...(of === undefined ? {} : { environment: of }) };
  const fields = [
    ...unknownFields(tree, node, "service", subject),
    ...unknownFields(tree, tree.value(node, "scaling"), "scaling", subject),
    ...unknownFields(tree, tree.value(node, "disk"), "disk", subject),
  ];
  if (NOT_RUN.includes(type) || runtime === "static") return fields;
  const variables = variableFacts(tree, tree.value(node, "envVars"), groups, subject);
  return [...platformFacts(tree, node, type, runtime, subject), ...variables, ...fields];
}

function platformFacts(
  tree: YamlTree,
  node: unknown,
  type: string,
  runtime: string | undefined,
  subject: Subject,
): readonly Fact[] {
  const named = tree.place(tree.value(node, "name"), "name");
  const plan = tree.text(tree.value(node, "plan"));
  const region = tree.text(tree.value(node, "region"));
  const facts: Fact[] = [
    {
      kind: "platform",
      platform: "render",
      ...subject,
      place: named,
      ...(plan === undefined ? {} : { plan }),
      ...(region === undefined ? {} : { region }),
      ...(runtime === undefined ? {} : { runtime }),
      ...sizeOf(tree, node),
    },
  ];
  for (const key of ["startCommand", "dockerCommand"]) {
    const value = tree.value(node, key);
    const command = tree.text(value);
    if (command === undefined || command.trim() === "") continue;
    facts.push({
      kind: "start-command",
      ...subject,
      place: tree.place(value, key),
      command: known(command),
    });
  }
  // Only a web service is asked over HTTP.
  if (type === "web") {
    const value = tree.value(node, "healthCheckPath");
    const path = tree.text(value);
    const place = path === undefined ? named : tree.place(value, "healthCheckPath");
    facts.push({ kind: "health-check", ...subject, place, path: known(path) });
  }
  return facts;
}

/** What a plan limits; a number that is none of Render's own is left out. */
function sizeOf(tree: YamlTree, node: unknown): Partial<PlatformFact> {
  const number = (parent: unknown, key: string): number | undefined => {
    const text = tree.text(tree.value(parent, key)) ?? "";
    return /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
  };
  const scaling = tree.value(node, "scaling");
  const maintenance = tree.value(node, "maintenanceMode");
  const instances = number(node, "numInstances") ?? number(scaling, "minInstances");
  const shutdownDelaySeconds = number(node, "maxShutdownDelaySeconds");
  return {
    ...(instances !== undefined && { instances }),
    ...(tree.isMapping(tree.value(node, "disk")) && { disk: true }),
    ...(tree.isMapping(scaling) && { autoscaling: true }),
    ...(tree.text(tree.value(maintenance, "enabled")) === "true" && { maintenanceMode: true }),
    ...(shutdownDelaySeconds !== undefined && { shutdownDelaySeconds }),
  };
}

/** The service's own variables, then those of its groups that it does not set itself: its own win at Render. */
function variableFacts(
  tree: YamlTree,
  list: unknown,
  groups: readonly unknown[],
  subject: Subject,
): readonly Fact[] {
  const entries = tree.items(list);
  const own = entries.flatMap((entry) => variableFact(tree, entry, subject));
  const names = new Set(entries.flatMap((entry) => tree.text(tree.value(entry, "key")) ?? []));
  const shared = entries.flatMap((entry): readonly Fact[] => {
    const node = tree.value(entry, "fromGroup");
    const name = tree.text(node);
    if (name === undefined) return [];
    const group = groups.find((candidate) => tree.text(tree.value(candidate, "name")) === name);
    if (group === undefined) return [elsewhere(tree, node, subject)];
    return tree
      .items(tree.value(group, "envVars"))
      .filter((variable) => !names.has(tree.text(tree.value(variable, "key")) ?? ""))
      .flatMap((variable) => variableFact(tree, variable, subject));
  });
  return [...own, ...shared];
}

function elsewhere(tree: YamlTree, node: unknown, subject: Subject): Fact {
  const value = unknown<string>("the environment group is not in this file");
  const place = tree.place(node, "fromGroup");
  return { kind: "variable", ...subject, place, name: ALL_VARIABLES, value, secret: true };
}

/** Where a variable's value comes from when it does not stand in the file. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  sync: "its value is typed in Render's dashboard",
  generateValue: "Render generates its value",
  fromDatabase: "Render takes its value from a database",
  fromService: "Render takes its value from another service",
};

/** One fact for each source of a value that the entry names: Render takes one of them alone. */
function variableFact(tree: YamlTree, node: unknown, subject: Subject): readonly Fact[] {
  const key = tree.value(node, "key");
  const name = tree.text(key);
  const unknowns = unknownFields(tree, node, "variable", subject);
  if (name === undefined) return unknowns;
  const of = { kind: "variable", ...subject, name } as const;
  const written = tree.value(node, "value");
  const text = tree.text(written);
  const facts: Fact[] = [];
  if (text !== undefined) {
    const secret = SECRET_NAME.test(name) || URL_WITH_PASSWORD.test(text);
    facts.push({ ...of, place: tree.place(written, name), value: known(text), secret });
  }
  for (const { key: from, keyNode } of tree.entries(node)) {
    const why = Object.hasOwn(NOT_WRITTEN, from) ? NOT_WRITTEN[from] : undefined;
    if (why === undefined) continue;
    const place = tree.place(text === undefined ? key : keyNode, name);
    facts.push({ ...of, place, value: unknown(why), secret: true });
  }
  return [...facts, ...unknowns];
}

function unknownFields(
  tree: YamlTree,
  node: unknown,
  table: keyof typeof BLUEPRINT_FIELDS,
  subject: Subject,
): readonly Fact[] {
  const fields: readonly string[] = BLUEPRINT_FIELDS[table];
  return tree.entries(node).flatMap(({ key, keyNode }): readonly Fact[] => {
    // `<<` merges; names beginning with `x-` or `.` are where people keep anchors.
    if (fields.includes(key) || key === "<<" || /^(?:x-|\.)/.test(key)) return [];
    const meant = table === "service" ? MEANT.get(key) : undefined;
    return [
      {
        kind: "unknown-field",
        format: "render.yaml",
        ...subject,
        place: tree.place(keyNode, key),
        field: key,
        nearest: meant ?? nearest(key, fields),
      },
    ];
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
