import { type Fact, nearest, type Subject } from "../../../domain";
import type { YamlTree } from "../syntax/yaml";
import { BLUEPRINT_FIELDS, MEANT, MEANT_OF_DATABASE, MEANT_TYPES, NOT_OF, SERVICE_TYPES } from "./fields";

/** The fields of a mapping that Render does not know, each with the one that was probably meant. */
export function unknownFields(
  tree: YamlTree,
  node: unknown,
  table: keyof typeof BLUEPRINT_FIELDS,
  subject: Subject,
): readonly Fact[] {
  const fields: readonly string[] = BLUEPRINT_FIELDS[table];
  return tree.entries(node).flatMap(({ key, keyNode }): readonly Fact[] => {
    // `<<` merges; names beginning with `x-` or `.` are where people keep anchors.
    if (fields.includes(key) || key === "<<" || /^(?:x-|\.)/.test(key)) return [];
    const camel = camelCase(key);
    const isServices = table === "root" && serviceFieldOf(key) !== undefined;
    const meant = table === "service" ? (MEANT.get(key) ?? MEANT.get(camel)) : serviceFieldOf(key);
    const near =
      (table === "database" ? MEANT_OF_DATABASE.get(camel) : undefined) ??
      (fields.includes(camel) ? camel : nearest(key, fields));
    return [
      {
        kind: "unknown-field",
        format: "render.yaml",
        ...subject,
        place: tree.place(keyNode, key),
        field: key,
        nearest: table === "service" || isServices ? (meant ?? near) : near,
        ...(isServices && { within: "root" as const }),
      },
    ];
  });
}

/** `build_command` is `buildCommand` in another notation. */
function camelCase(key: string): string {
  return key.replaceAll(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The field of a service that a key means, wherever it is. */
function serviceFieldOf(key: string): string | undefined {
  const fields: readonly string[] = BLUEPRINT_FIELDS.service;
  const camel = camelCase(key);
  return fields.includes(camel) ? camel : (MEANT.get(key) ?? MEANT.get(camel));
}

/** Fields that Render has, but not for a service of this type. */
export function fieldsOfOthers(
  tree: YamlTree,
  node: unknown,
  type: string,
  runtime: string | undefined,
  subject: Subject,
): readonly Fact[] {
  const kind = kindOf(type, runtime);
  if (kind === undefined) return [];
  return tree.entries(node).flatMap(({ key, keyNode }): readonly Fact[] =>
    NOT_OF[kind].includes(key)
      ? [
          {
            kind: "unknown-field",
            format: "render.yaml",
            ...subject,
            place: tree.place(keyNode, key),
            field: key,
            nearest: undefined,
            within: kind,
          },
        ]
      : [],
  );
}

function kindOf(type: string, runtime: string | undefined): keyof typeof NOT_OF | undefined {
  switch (type) {
    case "web":
      return runtime === "static" ? "static site" : undefined;
    case "cron":
      return "cron job";
    case "worker":
      return "background worker";
    case "pserv":
      return "private service";
    case "keyvalue":
    case "redis":
      return "key value store";
    default:
      return undefined;
  }
}

/** A service's type that Render does not have. */
export function unknownType(tree: YamlTree, node: unknown, subject: Subject): readonly Fact[] {
  const value = tree.value(node, "type");
  const type = tree.text(value);
  if (type === undefined || type === "" || SERVICE_TYPES.includes(type) || /[${]/.test(type)) return [];
  const meant = MEANT_TYPES.find(([form]) => form.test(type))?.[1];
  const near = nearest(type, SERVICE_TYPES);
  const said = meant ?? (near === undefined ? undefined : `\`type: ${near}\``);
  return [
    {
      kind: "unknown-type",
      format: "render.yaml",
      ...subject,
      place: tree.place(value, "type"),
      type,
      meant: said,
    },
  ];
}
