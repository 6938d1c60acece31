import assert from "node:assert/strict";
import { z } from "zod";
import { SECRET_KEYS, stackSchema } from "../../config/schema";
import { configurationRows, rowOf } from "./configuration-page";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly default?: unknown;
}

interface Key {
  readonly path: string;
  readonly required: boolean;
  readonly default: unknown;
}

/** Every key that the schema takes, those of mappings and lists of mappings by their whole path. */
function keysOf(node: Node, prefix = ""): Key[] {
  const inKinds = (node.oneOf ?? []).flatMap((kind) => keysOf(kind, prefix));
  if (typeof node.additionalProperties === "object") {
    const forms = [node.additionalProperties, ...(node.additionalProperties.anyOf ?? [])];
    const named = forms.flatMap((form) => keysOf(form, `${prefix}KEY.`));
    if (named.length > 0) return named.map((key) => ({ ...key, path: rowOf(key.path) }));
  }
  if (inKinds.length > 0) return inKinds;
  return Object.entries(node.properties ?? {}).flatMap(([name, child]): Key[] => {
    const path = `${prefix}${name}`;
    // A `verify` inside has the rows of its own page's part; a `type` names one of the kinds.
    if (/^(service|services\.KEY)\.(verify|type)$/.test(path))
      return [{ path, required: false, default: undefined }];
    const inner = keysOf(child, `${path}.`);
    if (inner.length > 0) return inner;
    if (child.items?.properties !== undefined) return keysOf(child.items, `${path}[].`);
    return [{ path, required: node.required?.includes(name) === true, default: child.default }];
  });
}

const rows = configurationRows();
const statedOf = (key: string): string | undefined => rows.get(key)?.stated;

describe("The configuration's page", () => {
  const keys = keysOf(z.toJSONSchema(stackSchema, { io: "input", unrepresentable: "any" }) as Node);

  it("has a row for every key of the schema", () => {
    assert.ok(keys.length > 40);
    assert.deepEqual(
      keys.map(({ path }) => path).filter((key) => !rows.has(key)),
      [],
    );
  });

  it("says which are required", () => {
    const required = keys.filter((key) => key.required).map(({ path }) => path);
    assert.deepEqual(
      required.filter((key) => !statedOf(key)?.startsWith("required")),
      [],
    );
  });

  it("states the schema's defaults", () => {
    const plain = keys.filter(({ default: value }) => value !== undefined && typeof value !== "object");
    const differing = plain.filter((key) => statedOf(key.path) !== `\`${String(key.default)}\``);
    assert.deepEqual(
      differing.map((key) => `${key.path}: ${statedOf(key.path)}, not ${key.default}`),
      [],
    );
  });

  it("lists every secret", () => {
    for (const key of Object.keys(SECRET_KEYS)) assert.ok(rows.has(key), key);
  });
});
