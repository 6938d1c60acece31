import assert from "node:assert/strict";
import { z } from "zod";
import { SECRET_KEYS, stackSchema } from "../../config/schema";
import { pageText } from "./pages";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly default?: unknown;
}

interface Key {
  readonly path: string;
  readonly required: boolean;
  readonly default: unknown;
}

/** Every key that the schema takes, those of mappings and lists of mappings by their whole path. */
function keysOf(node: Node, prefix = ""): Key[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]): Key[] => {
    const path = `${prefix}${name}`;
    if (child.properties !== undefined) return keysOf(child, `${path}.`);
    if (child.items?.properties !== undefined) return keysOf(child.items, `${path}[].`);
    return [{ path, required: node.required?.includes(name) === true, default: child.default }];
  });
}

/** What the page says in the last column, by the key's whole path. A row may name several keys. */
const rows = new Map(
  pageText("docs/configuration.md")
    .split(/^## /m)
    .flatMap((section) => {
      const [, of] = /^`portcullis:(\w+)`/.exec(section) ?? [];
      const found = section.matchAll(/^\| (`[^|]*) \|[^|]*\|(?: ([^|\n]*) \|)?$/gm);
      return [...found].flatMap(([, keys = "", stated = ""]) =>
        [...keys.matchAll(/`([^`]+)`/g)].map(
          ([, key = ""]) =>
            [of === undefined ? key.replace("portcullis:", "") : `${of}.${key}`, stated] as const,
        ),
      );
    }),
);

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
      required.filter((key) => !rows.get(key)?.startsWith("required")),
      [],
    );
  });

  it("states the schema's defaults", () => {
    const plain = keys.filter(({ default: value }) => value !== undefined && typeof value !== "object");
    const differing = plain.filter((key) => rows.get(key.path) !== `\`${String(key.default)}\``);
    assert.deepEqual(
      differing.map((key) => `${key.path}: ${rows.get(key.path)}, not ${key.default}`),
      [],
    );
  });

  it("lists every secret", () => {
    for (const key of Object.keys(SECRET_KEYS)) assert.ok(rows.has(key), key);
  });
});
