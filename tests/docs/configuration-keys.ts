import { z } from "zod";
import { stackSchema } from "../../config/schema";
import { duration, port } from "../../config/text";

/** One key of a stack file, as the parser's schema has it. */
export interface ConfigurationKey {
  /** Its whole path, such as `service.port`, `verify.endpoints[].path` or `databases.KEY.url`. */
  readonly path: string;
  /** What it may hold, in words. */
  readonly type: string;
  /** What it says of itself; undefined where it does not. */
  readonly holds: string | undefined;
  /** What holds where it is not written. */
  readonly stated: string;
  /** The kinds of services that have it; undefined for a key of no service. */
  readonly kinds?: readonly string[];
}

type Schema = z.core.$ZodType;
// The parts of zod's definitions that are read here; each kind of schema has some of them.
interface Parts {
  readonly type: string;
  readonly innerType: Schema;
  readonly defaultValue: unknown;
  readonly shape: Readonly<Record<string, Schema>>;
  readonly element: Schema;
  readonly valueType: Schema;
  readonly options: readonly Schema[];
  readonly discriminator?: string;
  readonly in: Schema;
  readonly entries: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
  readonly format?: string;
}
const partsOf = (schema: Schema): Parts => schema._zod.def as unknown as Parts;
const stated = (schema: Schema) =>
  (z.globalRegistry.get(schema) ?? {}) as { readonly description?: string; readonly otherwise?: string };

const WRAPPERS = ["optional", "default", "prefault", "nullable"];

/** A schema without what says that it may be left out, and what it is then. */
function bareOf(schema: Schema): {
  readonly bare: Schema;
  readonly optional: boolean;
  readonly value?: unknown;
} {
  const { type, innerType, defaultValue } = partsOf(schema);
  if (!WRAPPERS.includes(type)) return { bare: schema, optional: false };
  const inner = bareOf(innerType);
  return { ...inner, optional: true, ...(type === "default" && { value: defaultValue }) };
}

/** What is written, where what it becomes is something else. */
const writtenOf = (schema: Schema): Schema =>
  partsOf(schema).type === "pipe" && schema !== port ? writtenOf(partsOf(schema).in) : schema;

const DURATION = writtenOf(duration);

const orWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

const quoted = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => `\`${String(value)}\``);

/** Lists that are longer have a name in the key's own words. */
const MANY = 10;

function typeOf(schema: Schema): string {
  const { bare } = bareOf(schema);
  if (bare === port) return "port";
  const written = writtenOf(bare);
  const { type, element, options = [], entries = {}, values = [], format } = partsOf(written);
  if (written === DURATION) return "duration";
  if (type === "enum") {
    const all = Object.values(entries);
    return all.length > MANY ? "text" : orWords(quoted(all));
  }
  if (type === "literal") return orWords(quoted(values));
  if (type === "array") return `list of ${typeOf(element).replace(/^`.*/, "names")}`;
  if (type === "union")
    return orWords([...new Set(options.flatMap((option) => typeOf(option).split(" or ")))]);
  const words: Readonly<Record<string, string>> = {
    ...{ string: "text", boolean: "`true` or `false`", object: "mapping", record: "mapping" },
    ...{ unknown: "any value", lazy: "any value" },
  };
  if (type === "number") return format === "safeint" ? "whole number" : "number";
  return words[type] ?? type;
}

function durationOf(milliseconds: number): string {
  if (milliseconds % 1000 !== 0) return `${milliseconds}ms`;
  return milliseconds % 60_000 === 0 && milliseconds > 0
    ? `${milliseconds / 60_000}m`
    : `${milliseconds / 1000}s`;
}

function defaultOf(value: unknown, type: string): string {
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  if (value === undefined || isEmpty) return "none";
  if (typeof value === "number" && type.startsWith("duration")) return `\`${durationOf(value)}\``;
  return orWords(quoted([value].flat()));
}

/** The keys inside of a schema; `within` is the name of the mapping that they are in, "" for a section's own. */
function inside(schema: Schema, prefix: string, within: string): readonly ConfigurationKey[] {
  const written = writtenOf(bareOf(schema).bare);
  const { type, shape, element, valueType, options = [], discriminator } = partsOf(written);
  if (type === "array") return inside(element, prefix.replace(/\.$/, "[]."), within);
  if (type === "record") return inside(valueType, `${prefix}KEY.`, "a mapping");
  if (type === "union") {
    const found = options.map((option) => inside(option, prefix, within));
    if (discriminator === undefined) return found.flat();
    return ofKinds(options, found, discriminator);
  }
  return type === "object"
    ? Object.entries(shape).flatMap(([name, key]) => keyOf(name, key, prefix, within))
    : [];
}

function keyOf(name: string, schema: Schema, prefix: string, within: string): readonly ConfigurationKey[] {
  const path = `${prefix}${name}`;
  const { optional, value, bare } = bareOf(schema);
  const type = typeOf(schema);
  const { description, otherwise } = stated(schema);
  const required = within === "" ? "required" : `required with ${within}`;
  const row = {
    path,
    type,
    holds: description,
    stated: otherwise ?? (optional ? defaultOf(value, type) : required),
  };
  const below = inside(bare, `${path}.`, `\`${name}\``);
  // What is a mapping and nothing else is its keys.
  return below.length > 0 && description === undefined ? below : [row, ...below];
}

/** The keys of every kind once, each with the kinds that have it. */
function ofKinds(
  options: readonly Schema[],
  found: readonly (readonly ConfigurationKey[])[],
  discriminator: string,
): readonly ConfigurationKey[] {
  const kinds = options.map((option) => {
    const type = partsOf(option).shape[discriminator];
    return type === undefined ? "" : String(partsOf(bareOf(type).bare).values[0]);
  });
  const all = new Map<string, ConfigurationKey>();
  for (const [at, keys] of found.entries()) {
    for (const key of keys) {
      const known = all.get(key.path);
      const isKind = key.path.endsWith(`.${discriminator}`);
      const type = known && isKind ? orWords(quoted(kinds)) : (known?.type ?? key.type);
      all.set(key.path, { ...(known ?? key), type, kinds: [...(known?.kinds ?? []), kinds[at] ?? ""] });
    }
  }
  return [...all.values()];
}

/** The kinds of services, in the order of the schema. */
export const KINDS: readonly string[] = partsOf(bareOf(stackSchema.shape.service).bare).options.map(
  (option) => String(partsOf(bareOf(partsOf(option).shape.type as Schema).bare).values[0]),
);

/** Every key below `portcullis:`, in the order of the schema. */
export function configurationKeys(): readonly ConfigurationKey[] {
  const all = Object.entries(stackSchema.shape).flatMap(([name, schema]) => {
    const below = inside(schema, `${name}.`, "");
    return below.length > 0 ? below : keyOf(name, schema, "", "");
  });
  const kindsOf = new Map(all.map(({ path, kinds }) => [path, kinds]));
  return all.map((key) => {
    const kinds = kindsOf.get(`service.${key.path}`);
    return key.path.startsWith("verify.") && kinds !== undefined ? { ...key, kinds } : key;
  });
}
