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
const OTHER_KEYS: Readonly<Record<string, JsonSchema>> = {
  "render:apiKey": SECURE,
  "render:ownerId": { type: "string" },
  "render:host": { type: "string" },
  "render:requestTimeout": { type: ["integer", "string"] },
};

/**
 * The JSON Schema of Pulumi.<stack>.yaml, for editors: what the parser takes, so that they complete and check it.
 *
 * @param describe what a key holds, by its path such as `service.port` or `verify.schedule.interval`
 */
export function stackFileSchema(describe: (path: string) => string | undefined): JsonSchema {
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
    },
  }) as JsonSchema;
  const described = (node: JsonSchema, path: string): JsonSchema => {
    const { properties, additionalProperties, items, oneOf, anyOf, ...rest } = node;
    const text = describe(path);
    if (/^databases\.KEY\.(?:url|password|adminPassword)$/.test(path))
      return { ...SECURE, ...(text && { description: text }) };
    const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
    return {
      ...rest,
      // What the path holds is said once, beside the forms.
      ...(anyOf && { anyOf: anyOf.map((form) => withoutDescription(described(form, path))) }),
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
        properties: { ...keys, ...secrets, ...described({ properties: OTHER_KEYS }, "render").properties },
        // Other namespaces are other programs'.
        patternProperties: { "^(?!portcullis:|render:)": {} },
        additionalProperties: false,
      },
    },
    required: ["config"],
    $defs: recursive as JsonSchema,
  });
}

const withoutDescription = ({ description: _, ...form }: JsonSchema): JsonSchema => form;

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
