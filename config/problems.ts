import type { z } from "zod";
import { looksLikeConnectionUrl, nearest } from "../domain";
import { kindOfValue } from "../domain/kind-of-value";
import { gotOf, valueAt } from "../domain/wrong-argument";
import { SERVICE_KEYS, SERVICE_TYPES } from "./service";

type Issue = z.core.$ZodIssue;

/** One line for each problem: key, what was expected, what was got, and the nearest right spelling. */
export function problemsOf(error: z.ZodError, schema: z.ZodType, input: unknown): readonly string[] {
  return error.issues.flatMap((issue) => linesOf(issue, schema, input));
}

function linesOf(issue: Issue, schema: z.ZodType, input: unknown): string[] {
  const key = keyOf(issue.path);
  if (issue.code === "unrecognized_keys") return unknownKeys(issue, schema, input);
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => `${key}: ${message}.`);
  const got = valueAt(input, issue.path);
  // What two keys say together has no value of its own to show.
  if (issue.code === "custom" && issue.params?.relation === true) return [`${key}: ${issue.message}.`];
  if (got === undefined) return [`${key}: expected a value, got none.`];
  if (issue.code === "invalid_union" && "discriminator" in issue) return [wrongType(key, got)];
  const inside = issue.code === "invalid_union" ? ofMapping(issue, got) : [];
  if (inside.length > 0) return inside.flatMap((each) => linesOf(each, schema, input));
  const allowed = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const value = MAY_BE_SECRET.test(key) ? kindOfValue(got) : shown(got);
  return [`${key}: ${issue.message}${gotOf(got, allowed, value)}`];
}

/** What is wrong in a mapping where a text or a mapping may be; nothing where neither form is a mapping's. */
function ofMapping({ errors, path }: Issue & { code: "invalid_union" }, got: unknown): readonly Issue[] {
  if (kindOfValue(got) !== "a mapping") return [];
  const form = errors.find((issues) =>
    issues.every((each) => each.path.length > 0 || each.code === "unrecognized_keys"),
  );
  return (form ?? []).map((each) => ({ ...each, path: [...path, ...each.path] }));
}

function unknownKeys(
  issue: Issue & { code: "unrecognized_keys" },
  schema: z.ZodType,
  input: unknown,
): string[] {
  const known = keysAt(schema, issue.path, input);
  const type = serviceTypeAt(issue.path, input);
  return issue.keys.map((unknown) => {
    const path = keyOf([...issue.path, unknown]);
    const others = type === undefined ? [] : typesWith(unknown);
    if (type !== undefined && others.length > 0) {
      return `${path}: a service of type ${type} has no \`${unknown}\`; ${others.join(", ")} ${others.length === 1 ? "has" : "have"} one.`;
    }
    const right = nearest(unknown, known);
    const advice = right === undefined ? `Keys here: ${known.join(", ")}.` : `Did you mean \`${right}\`?`;
    return `${path}: unknown key. ${advice}`;
  });
}

/** The type of the service that a path leads to. */
function serviceTypeAt(path: readonly PropertyKey[], input: unknown): string | undefined {
  const depth = path[0] === "service" ? 1 : path[0] === "services" ? 2 : undefined;
  if (depth === undefined || path.length !== depth) return undefined;
  const { type = "web" } = valueAt(input, path) as { type?: string };
  return type;
}

const typesWith = (key: string): readonly string[] =>
  SERVICE_TYPES.filter((type) => Object.hasOwn(SERVICE_KEYS[type], key));

const wrongType = (key: string, got: unknown): string =>
  `${key}: expected a type${gotOf(got, SERVICE_TYPES, shown(got))}`;

/** The places of a stack's secrets. */
const MAY_BE_SECRET =
  /^portcullis:((service\.|services\.[^.]+\.)?verify\.endpoints\[\d+\]\.(headers|json|body|file)|(service\.|services\.[^.]+\.)?environment|databases\.[^.]+\.(url|password|adminPassword)|rehearsal\.(variables|sql))\b/;

function keyOf(path: readonly PropertyKey[]): string {
  const [first = "", ...rest] = path.map(String);
  const tail = rest.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`));
  return `portcullis:${first}${tail.join("")}`;
}

/** A value as a message shows it; what may hold a secret is named by its kind alone. */
function shown(value: unknown): string {
  if (typeof value === "string" && looksLikeConnectionUrl(value)) return "a connection URL";
  if (typeof value === "string") return `\`${value}\``;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return kindOfValue(value);
}

/** The keys that the schema has at a path, through defaults, options, lists, mappings, transforms and kinds of services. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): readonly string[] {
  const found = path.reduce<z.ZodType | undefined>((current, key, depth) => {
    const inner = chosen(unwrap(current), valueAt(input, path.slice(0, depth)));
    const { shape, element, valueType } = inner.def as Inner;
    return shape === undefined ? (element ?? valueType) : shape[String(key)];
  }, schema);
  const { shape = {} } = chosen(unwrap(found), valueAt(input, path)).def as Inner;
  return Object.keys(shape);
}

interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** Of the kinds of services, the one that the value says it is; of a text and a mapping the mapping. */
function chosen(schema: z.ZodType, value: unknown): z.ZodType {
  const { options = [] } = schema.def as Inner;
  const { type } = (value ?? {}) as { type?: unknown };
  const mappings = options.filter((option) => (option.def as Inner).shape !== undefined);
  const named = mappings.find((option) => (option.def as Inner).shape?.type?.safeParse(type).success);
  return named ?? (mappings.length === 1 ? mappings[0] : undefined) ?? schema;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType {
  let current = schema as z.ZodType;
  for (;;) {
    const { innerType, in: written } = current.def as { innerType?: z.ZodType; in?: z.ZodType };
    const inner = innerType ?? written;
    if (inner === undefined) return current;
    current = inner;
  }
}
