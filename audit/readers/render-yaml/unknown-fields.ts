import { type Fact, nearest, type Subject } from "../../../domain";
import type { YamlTree } from "../syntax/yaml";
import { BLUEPRINT_FIELDS, MEANT } from "./fields";

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
