import type { Field, Fields } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { KINDS } from "../resources";
import { DATA_SOURCES, type DataSource } from "./data-sources";

type Specification = Readonly<Record<string, unknown>>;

/** What the provider itself is configured by. */
const SETTINGS: Readonly<Record<string, Specification>> = {
  apiKey: { type: "string", secret: true, description: "Also RENDER_API_KEY." },
  ownerId: { type: "string", description: "The workspace, tea-… or usr-…. Also RENDER_OWNER_ID." },
  host: { type: "string", description: "The API's base address, /v1 included. Also RENDER_HOST." },
  waitForDeployCompletion: { type: "boolean", description: "Whether an update waits for its deploy." },
  skipDeployAfterServiceUpdate: {
    type: "boolean",
    description: "Whether a changed service is not deployed.",
  },
  requestTimeout: {
    type: "number",
    description: "Seconds one request may take. Also RENDER_REQUEST_TIMEOUT.",
  },
};

/** Pulumi's package schema, from the tables of fields: what `pulumi package get-schema` and imports read. */
export function packageSchema(version: string): Specification {
  const types: Record<string, Specification> = {};
  const resources = KINDS.map((kind) => [kind.token, resourceSpecification(kind, types)]);
  return {
    name: "render",
    version,
    description: "Services, datastores, env groups and projects on Render",
    // The token's middle part is `index/webService`: its module is `index`, as in bridged packages.
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    config: { variables: SETTINGS },
    provider: { inputProperties: SETTINGS },
    resources: Object.fromEntries(resources),
    functions: Object.fromEntries(DATA_SOURCES.map((one) => [one.token, functionSpecification(one, types)])),
    types,
  };
}

function resourceSpecification(kind: ResourceKind, types: Record<string, Specification>): Specification {
  const name = kind.token.split(":")[2] ?? "";
  const inputs = new Translation(kind, name, types);
  const outputs = new Translation(kind, `${name}Output`, types);
  const inputProperties = inputs.properties(kind.fields, []);
  return {
    inputProperties,
    requiredInputs: requiredOf(kind.fields),
    properties: { ...inputProperties, ...outputs.properties(kind.outputs, []) },
    required: requiredOf(kind.fields),
  };
}

function functionSpecification(
  { kind, fields }: DataSource,
  types: Record<string, Specification>,
): Specification {
  const { properties } = resourceSpecification(kind, types);
  const asked = new Translation(kind, "", types).properties(fields, []);
  const id = { type: "string" };
  return {
    inputs: { type: "object", properties: asked, required: requiredOf(fields) },
    outputs: { type: "object", properties: { ...(properties as object), id }, required: ["id"] },
  };
}

const requiredOf = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));

/** Translates fields; an object becomes a type of its own, named by its path, as bridged packages name it. */
class Translation {
  constructor(
    private readonly kind: ResourceKind,
    private readonly name: string,
    private readonly types: Record<string, Specification>,
  ) {}

  properties(fields: Fields, path: readonly string[]): Record<string, Specification> {
    const entries = Object.entries(fields).map(([name, field]) => [
      name,
      this.property(field, [...path, name]),
    ]);
    return Object.fromEntries(entries);
  }

  private property(field: Field, path: readonly string[]): Specification {
    const secret = this.kind.secrets.some(
      (each) => each.length === path.length && each.every((part, index) => part === path[index]),
    );
    return { ...this.type(field, path), ...(secret ? { secret: true } : {}) };
  }

  private type({ shape }: Field, path: readonly string[]): Specification {
    switch (shape.holds) {
      case "list":
        return { type: "array", items: this.type(shape.each, [...path, "*"]) };
      case "map":
        return { type: "object", additionalProperties: this.type(shape.each, [...path, "*"]) };
      case "object":
        return this.object(shape.fields, path);
      default:
        return { type: shape.holds };
    }
  }

  private object(fields: Fields, path: readonly string[]): Specification {
    const words = path
      .filter((part) => part !== "*")
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
    const type = `${this.name}${words.join("")}`;
    const token = `render:index/${type}:${type}`;
    this.types[token] = {
      type: "object",
      properties: this.properties(fields, path),
      required: requiredOf(fields),
    };
    return { $ref: `#/types/${token}` };
  }
}
