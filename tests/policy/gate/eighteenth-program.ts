import type { ProgramCase } from "./eighteenth-form";
import type { Registered } from "./program";

/** Names of the provider's types as the engine has them. */
const typeOf = (token: string): string => {
  const [, , kind = ""] = token.split(":");
  return `render:index/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`;
};

const MADE_ID = "red-d0made0up0example0q";
const INTERNAL = `redis://${MADE_ID}:6379`;
const OF_DATABASE = "postgresql://made:m3PearTree@dpg-d0made0up0example0q-a/made";

/** What a store's resource has beside its inputs once it is made: it is made before what takes its address. */
const outputsOf = (type: string): object => {
  const internalConnectionString = connectionOf(type);
  return internalConnectionString === undefined ? {} : { connectionInfo: { internalConnectionString } };
};

const connectionOf = (type: string): string | undefined =>
  type.endsWith(":Keyvalue") ? INTERNAL : type.endsWith(":Postgres") ? OF_DATABASE : undefined;

/** The resources of a program as an update registers them: outputs of what is made before are known by then. */
export function registeredOf({ resources }: Pick<ProgramCase, "resources">): readonly Registered[] {
  const output = (name: string, property: string): unknown => {
    const own = String(resources[name]?.properties.name ?? name);
    if (property === "id") return { idOf: name };
    if (property === "slug") return own;
    if (property === "url") return `https://${own}.onrender.com`;
    if (property.startsWith("connectionInfo")) return connectionOf(resources[name]?.type ?? "") ?? INTERNAL;
    throw new Error(`no output ${name}.${property} is known`);
  };
  const filled = (value: unknown): unknown => {
    if (typeof value === "string") {
      const [, name, property] = /^\$\{([\w-]+)\.([\w.]+)\}$/.exec(value) ?? [];
      if (name !== undefined && property !== undefined && resources[name] !== undefined)
        return output(name, property);
      return value.replace(/\$\{([\w-]+)\.([\w.]+)\}/g, (whole, of: string, at: string) =>
        resources[of] === undefined ? whole : at === "id" ? MADE_ID : String(output(of, at)),
      );
    }
    if (Array.isArray(value)) return value.map(filled);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each)]));
    return value;
  };
  const waits = new Map(
    Object.entries(resources).map(([name, { properties }]) => [
      name,
      Object.keys(resources).filter((other) => JSON.stringify(properties).includes(`\${${other}.`)),
    ]),
  );
  const order: string[] = [];
  const place = (name: string): void => {
    if (order.includes(name)) return;
    for (const other of waits.get(name) ?? []) place(other);
    order.push(name);
  };
  for (const name of waits.keys()) place(name);
  return order.map((name) => ({
    type: typeOf(resources[name]?.type ?? ""),
    name,
    props: {
      ...(filled(resources[name]?.properties ?? {}) as Registered["props"]),
      ...outputsOf(resources[name]?.type ?? ""),
    },
    provider: true,
  }));
}
