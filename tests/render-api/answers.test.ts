import assert from "node:assert/strict";
import description from "../../docs/facts/render-openapi.json";
import { ANSWERS, isGone, RenderApiError, type Shape } from "../../render-api";

type Json = Record<string, unknown>;

/** What a reference in the description leads to. */
function resolved(value: unknown): Json {
  const reference = (value as Json | undefined)?.$ref;
  if (typeof reference !== "string") return (value ?? {}) as Json;
  const parts = reference.split("/").slice(1);
  const names = parts.map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolved(names.reduce<unknown>((at, name) => (at as Json)[name], description));
}

/** The properties that an object has by all that it is put together from; of alternatives, those of each. */
function propertiesOf(schema: unknown): ReadonlySet<string> {
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = resolved(schema);
  const own = Object.keys(properties as Json);
  const parts = (allOf as unknown[]).flatMap((part) => [...propertiesOf(part)]);
  const sets = [...(oneOf as unknown[]), ...(anyOf as unknown[])].map(propertiesOf);
  const [first = new Set<string>(), ...others] = sets;
  const common = [...first].filter((name) => others.every((other) => other.has(name)));
  return new Set([...own, ...parts, ...common]);
}

const nameless = (path: string): string => path.replaceAll(/\{\w+\}/g, "{}");

/** The operation of a row, and the schemas of its answers that are a success; undefined where one has no body. */
function described({ method, path }: { readonly method: string; readonly path: string }) {
  const paths = Object.entries(description.paths as Readonly<Record<string, Json>>);
  const operations = paths.find(([template]) => nameless(template) === nameless(path))?.[1];
  const operation = operations?.[method.toLowerCase()] as { responses: Json } | undefined;
  assert.ok(operation, `${method} ${path} is not in Render's description`);
  return Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, response]) => {
      const content = resolved(response).content as Record<string, Json> | undefined;
      return content?.["application/json"]?.schema;
    });
}

const isList = (schema: unknown): boolean => resolved(schema).type === "array";
const isObject = (schema: unknown): boolean => schema !== undefined && !isList(schema);

/** What the description has to say for a row to hold this. */
const SAYS: Readonly<Record<Shape, (schemas: readonly unknown[]) => boolean>> = {
  list: (schemas) => schemas.every(isList),
  object: (schemas) => schemas.every(isObject),
  thing: (schemas) => schemas.every((schema) => isObject(schema) && propertiesOf(schema).has("id")),
  service: (schemas) => schemas.every((schema) => propertiesOf(schema).has("service")),
  deploy: (schemas) => schemas.some((schema) => propertiesOf(schema).has("id")),
  anything: () => true,
};

describe("The table of answers", () => {
  for (const row of ANSWERS) {
    it(`is what Render's description says: ${row.method} ${row.path}`, () => {
      const schemas = described(row);
      assert.ok(schemas.length > 0);
      assert.ok(SAYS[row.holds](schemas), `${row.holds}: ${JSON.stringify(schemas).slice(0, 200)}`);
      // What a change answers is not looked at; all else has a shape.
      assert.equal(row.holds === "anything", row.method !== "GET" && !isCreation(row));
    });
  }

  it("names each call once", () => {
    const names = ANSWERS.map(({ method, path }) => `${method} ${nameless(path)}`);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it("takes a 404 for gone where it is about the thing's own address, and not about a part", () => {
    const gone = (method: string, path: string) => isGone(new RenderApiError(method, path, 404, ""));
    assert.deepEqual(
      [
        gone("GET", "/services/srv-1"),
        gone("DELETE", "/services/srv-1"),
        gone("GET", "/services/srv-1/env-vars"),
        gone("GET", "/services"),
        gone("PUT", "/services/srv-1/env-vars"),
        gone("GET", "/logs/streams/resource/srv-1"),
      ],
      [true, true, false, false, false, true],
    );
  });
});

const isCreation = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === "POST" &&
  /^\/[\w-]+$|\/(?:deploys|rollback|runs)$/.test(path) &&
  // A disk is looked for at its service.
  path !== "/disks";
