/** What is wrong with a value by a JSON Schema: nothing where it holds. No sentence quotes a value. */
export type SchemaJudge = (value: unknown) => readonly string[];

/**
 * A judge by a JSON Schema: of draft 7 where its `$schema` says so, else of 2020-12. `format` is an annotation, as the
 * standard has it (json-schema.org, draft 2020-12, validation, 7.2.1), and is not judged.
 *
 * @throws Error that says what is wrong with the schema
 */
export function schemaJudge(schema: Readonly<Record<string, unknown>>): SchemaJudge {
  const options = { allErrors: true, logger: false, validateFormats: false } as const;
  const validate = new (validatorFor(schema))(options).compile(schema);
  const named = JSON.stringify(schema);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = "is not as expected" }) => {
      const place = placeOf(instancePath, named);
      return `${place === "" ? "the body" : `\`${place}\``} ${message}`;
    });
  };
}

/** What is wrong with a schema itself; undefined where values can be judged by it. */
export function jsonSchemaProblem(schema: Readonly<Record<string, unknown>>): string | undefined {
  try {
    schemaJudge(schema);
    return undefined;
  } catch (error) {
    return `expected a JSON Schema: ${(error as Error).message}`;
  }
}

/** Loaded where a schema is declared only: every preview reads this file. */
function validatorFor({ $schema }: Readonly<Record<string, unknown>>) {
  const { Ajv } = require("ajv") as typeof import("ajv");
  if (typeof $schema === "string" && $schema.includes("draft-07")) return Ajv;
  const { Ajv2020 } = require("ajv/dist/2020") as typeof import("ajv/dist/2020");
  return Ajv2020;
}

/** A key that the schema does not name may be data of the answer: it is left out. */
function placeOf(pointer: string, named: string): string {
  const segments = pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  return segments
    .map((segment) => (/^\d{1,6}$/.test(segment) || named.includes(JSON.stringify(segment)) ? segment : "*"))
    .join(".");
}
