import { ALL_VARIABLES, type Fact, known, type Subject, unknown } from "../../../domain";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import type { YamlTree } from "../syntax/yaml";
import { unknownFields } from "./unknown-fields";

/** The service's own variables, then those of its groups that it does not set itself: its own win at Render. */
export function variableFacts(
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
      .flatMap((variable) => variableFact(tree, variable, subject, IN_GROUP));
  });
  return [...own, ...shared];
}

function elsewhere(tree: YamlTree, node: unknown, subject: Subject): Fact {
  const value = unknown<string>("the environment group is not in this file");
  const place = tree.place(node, "fromGroup");
  return { kind: "variable", ...subject, place, name: ALL_VARIABLES, value, secret: true };
}

/** Where a variable's value comes from when it is not in the file. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  sync: "its value is typed in Render's dashboard",
  generateValue: "Render generates its value",
  fromDatabase: "Render takes its value from a database",
  fromService: "Render takes its value from another service",
};

/** render.com/docs/blueprint-spec, 2026-09: the Blueprint neither sets nor asks for such a variable. */
const IN_GROUP: typeof NOT_WRITTEN = {
  ...NOT_WRITTEN,
  sync: "Render ignores `sync: false` in an environment group: set it in the group in the dashboard",
};

/** One fact for each source of a value that the entry names: Render takes one of them alone. */
function variableFact(tree: YamlTree, node: unknown, subject: Subject, whys = NOT_WRITTEN): readonly Fact[] {
  const key = tree.value(node, "key");
  const name = tree.text(key);
  const unknowns = [
    ...unknownFields(tree, node, "variable", subject),
    ...(["fromDatabase", "fromService"] as const).flatMap((from) =>
      unknownFields(tree, tree.value(node, from), from, subject),
    ),
  ];
  if (name === undefined) return unknowns;
  const of = { kind: "variable", ...subject, name } as const;
  const written = tree.value(node, "value");
  const text = tree.text(written);
  const facts: Fact[] = [];
  if (text !== undefined) {
    const secret = SECRET_NAME.test(name) || SECRET_TEXT.test(text);
    facts.push({ ...of, place: tree.place(written, name), value: known(text), secret });
  }
  for (const { key: from, keyNode } of tree.entries(node)) {
    const why = Object.hasOwn(whys, from) ? whys[from] : undefined;
    if (why === undefined) continue;
    const place = tree.place(text === undefined ? key : keyNode, name);
    if (from === "sync" && whys === IN_GROUP)
      facts.push({
        kind: "unknown-field",
        format: "render.yaml",
        ...subject,
        place: tree.place(keyNode, from),
        field: from,
        nearest: undefined,
        within: "group's variable",
      });
    if (from === "generateValue" && tree.text(tree.value(node, from)) === "true")
      facts.push({ kind: "generated-value", ...subject, place, name });
    const takenFrom = sourceOf(tree, from, tree.value(node, from));
    facts.push({ ...of, place, value: unknown(why), secret: true, ...(takenFrom && { takenFrom }) });
  }
  return [...facts, ...unknowns];
}

/** The database whose URL it is, or what of which service, by its name in the Blueprint. */
function sourceOf(tree: YamlTree, from: string, node: unknown): string | undefined {
  const name = tree.text(tree.value(node, "name"));
  const property = tree.text(tree.value(node, "property"));
  if (name === undefined) return undefined;
  // A host or a user of a database is no URL.
  if (from === "fromDatabase")
    return (property ?? "connectionString") === "connectionString" ? `database ${name}` : undefined;
  return from === "fromService" && property !== undefined ? `service ${name} ${property}` : undefined;
}
