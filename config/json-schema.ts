import { z } from "zod";
import { type JsonSchema, withDefinitions } from "./json-definitions";
import { SECRET_KEYS, stackSchema } from "./schema";
import { port } from "./text";

/** What `pulumi config set --secret` writes in place of a text. */
const SECURE: JsonSchema = {
  type: "object",
  description: "An encrypted value, as `pulumi config set --secret` writes it",
  properties: { secure: { type: "string" } },
  required: ["secure"],
  additionalProperties: false,
};

/** Keys of other namespaces that a stack of this project has. */
export const OTHER_KEYS: Readonly<Record<string, JsonSchema>> = {
  "render:apiKey": { ...SECURE, description: "Render's API key; `RENDER_API_KEY` does the same" },
  "render:ownerId": { type: "string", description: "the workspace at Render, `tea-…` or `usr-…`" },
  "render:host": { type: "string", description: "the API's base address" },
  "render:requestTimeout": {
    type: ["integer", "string"],
    description: "how long one API request may take, in seconds",
  },
};

/** The JSON Schema of Pulumi.<stack>.yaml, for editors: what the parser takes, so that they complete and check it. */
export function stackFileSchema(): JsonSchema {
  const whole = z.toJSONSchema(stackSchema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // Its check is code. YAML may have it in quotes.
      if ((zodSchema as unknown) === port) {
        Object.assign(jsonSchema, { type: ["integer", "string"], minimum: 1, maximum: 65_535 });
      }
      // zod's own names of formats, which the pattern beside them says too.
      delete jsonSchema.format;
      // The page's last column.
      delete jsonSchema.otherwise;
    },
  }) as JsonSchema;
  const described = (node: JsonSchema, path: string): JsonSchema => {
    const { properties, additionalProperties, items, oneOf, anyOf, description, ...rest } = node;
    const text = typeof description === "string" ? plain(description) : undefined;
    if (/^databases\.KEY\.(?:url|password|adminPassword)$/.test(path))
      return { ...SECURE, ...(text && { description: text }) };
    const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
    return {
      ...rest,
      ...(anyOf && { anyOf: anyOf.map((form) => described(form, path)) }),
      ...(text === undefined ? {} : { description: text }),
      ...(properties && { properties: mapped(properties, (child, name) => described(child, inside(name))) }),
      ...(additionalProperties !== undefined && {
        additionalProperties:
          typeof additionalProperties === "object"
            ? orSecure(described(additionalProperties, inside("KEY")))
            : additionalProperties,
      }),
      ...(items && { items: described(items, `${path}[]`) }),
      ...(oneOf && { oneOf: oneOf.map((kind) => described(kind, path)) }),
    };
  };
  const { properties = {}, $defs: recursive } = described(whole, "");
  const keys = mapped(
    properties,
    (child) => child,
    (name) => `portcullis:${name}`,
  );
  const secrets = mapped(
    SECRET_KEYS,
    (holds) => ({ ...SECURE, description: holds }),
    (name) => `portcullis:${name}`,
  );
  return withDefinitions({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A stack of Portcullis (Pulumi.<stack>.yaml)",
    type: "object",
    properties: {
      config: {
        type: "object",
        properties: { ...keys, ...secrets, ...described({ properties: OTHER_KEYS }, "").properties },
        // Other namespaces are other programs'.
        patternProperties: { "^(?!portcullis:|render:)": {} },
        additionalProperties: false,
      },
    },
    required: ["config"],
    $defs: recursive as JsonSchema,
  });
}

/** Markdown's quotes and links, as text. */
const plain = (markdown: string): string =>
  markdown.replaceAll("`", "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

/** A variable, a setting or a secret may be encrypted; a mapping may not. */
function orSecure(node: JsonSchema): JsonSchema {
  const forms = [node, ...(node.oneOf ?? []), ...(node.anyOf ?? [])];
  const scalar = forms.every(({ properties }) => properties === undefined);
  return scalar ? { anyOf: [node, SECURE] } : node;
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  value: (value: Value, name: string) => JsonSchema,
  key: (name: string) => string = (name) => name,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(record).map(([name, each]) => [key(name), value(each, name)]));
}
