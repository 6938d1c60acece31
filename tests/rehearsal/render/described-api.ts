import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ValidateFunction } from "ajv";

/** The excerpt of the API description that Render publishes, dated in its first lines. */
const DESCRIPTION = path.join(__dirname, "..", "..", "..", "docs", "facts", "render-openapi.json");

type Schema = Readonly<Record<string, unknown>>;

/** Answers have all that one alternative demands and may have what another has: exactly one cannot be asked for. */
function anyOfForOneOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(anyOfForOneOf);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, anyOfForOneOf(inner)]);
  const { oneOf, ...rest } = Object.fromEntries(entries);
  // Kept beside it: some references lead through a path with oneOf in it.
  return oneOf === undefined ? rest : { ...rest, anyOf: oneOf, "x-oneOf": oneOf };
}

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/** The description, to hold answers against. */
export class DescribedApi {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(private readonly paths: Readonly<Record<string, Schema>>) {}

  static open(): DescribedApi {
    const text = readFileSync(DESCRIPTION, "utf8").replaceAll("/oneOf/", "/anyOf/");
    const description = anyOfForOneOf(JSON.parse(text)) as { paths: Record<string, Schema> };
    const described = new DescribedApi(description.paths);
    described.ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    described.ajv.addSchema(description, "render");
    return described;
  }

  /** The described path that a request's path is one of: the most literal one. */
  templateOf(target: string): string | undefined {
    const parts = target.replace(/\?.*$/, "").split("/");
    const fitting = Object.keys(this.paths).filter((template) => {
      const pattern = template.split("/");
      const fits = (part: string, index: number): boolean => part.startsWith("{") || part === parts[index];
      return pattern.length === parts.length && pattern.every(fits);
    });
    return fitting.toSorted((a, b) => a.split("{").length - b.split("{").length)[0];
  }

  /** What is wrong with an answer, in ajv's words with the place; empty where it is as described. */
  problems(method: string, target: string, status: number, body: unknown): string[] {
    const template = this.templateOf(target);
    if (template === undefined) return ["no such path"];
    const operation = this.paths[template]?.[method.toLowerCase()] as { responses: Schema } | undefined;
    const response = operation?.responses[String(status)] as Schema | undefined;
    if (response === undefined) return [`no such status: ${status}`];
    const content = response.content as Schema | undefined;
    const reference = response.$ref as string | undefined;
    if (reference === undefined && content === undefined) return body === undefined ? [] : ["a body"];
    const at =
      reference ??
      `#/${["paths", template, method.toLowerCase(), "responses", String(status)].map(escaped).join("/")}`;
    const validate = this.validatorAt(`render${at}/content/${escaped("application/json")}/schema`);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  private validatorAt(reference: string): ValidateFunction {
    const validate = this.compiled.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.compiled.set(reference, validate);
    return validate;
  }
}
