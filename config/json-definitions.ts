/** A JSON Schema, as far as it is read here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** Texts of this length that occur again are stated once. */
const WORTH_A_DEFINITION = 400;

/** States once what occurs several times, such as how an endpoint is asked. */
export function withDefinitions(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const count = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const text = JSON.stringify(node);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.get(text) === 1) for (const child of Object.values(node)) count(child);
  };
  count(schema);
  const definitions: Record<string, unknown> = { ...(schema.$defs as object) };
  const named = new Map<string, string>();
  const replaced = (node: unknown, name: string): unknown => {
    if (typeof node !== "object" || node === null) return node;
    const inner = () =>
      Array.isArray(node)
        ? node.map((child) => replaced(child, name))
        : Object.fromEntries(Object.entries(node).map(([key, child]) => [key, replaced(child, key)]));
    const text = JSON.stringify(node);
    if (!isSchema(node) || text.length < WORTH_A_DEFINITION || (counts.get(text) ?? 0) < 2) return inner();
    let known = named.get(text);
    if (known === undefined) {
      known = definitions[name] === undefined ? name : `${name}${named.size}`;
      named.set(text, known);
      definitions[known] = {};
      definitions[known] = inner();
    }
    return { $ref: `#/$defs/${known}` };
  };
  const { $defs: _, ...rest } = schema;
  return { ...(replaced(rest, "stack") as JsonSchema), $defs: definitions };
}

/** Of what is in a schema some is a list or a mapping of schemas, whose names may be `type` too. */
const isSchema = (node: object): boolean => "type" in node && typeof node.type === "string";
