import type { PolicyResource } from "@pulumi/policy";
import type { NeighbourFact } from "../domain";
import type { BesideServices } from "../rules/derived/peers";
import { property } from "./facts/read-property";

/** Render's stores and credentials, by the types of their resources. */
const STORES: Readonly<Record<string, NeighbourFact["is"]>> = {
  "render:index/keyvalue:Keyvalue": "key value store",
  "render:index/postgres:Postgres": "database",
  "render:index/registryCredential:RegistryCredential": "registry credential",
};

/** The stores of a stack, and of each neighbour which resources' variables take something. */
export function besideServices(resources: readonly PolicyResource[]): BesideServices {
  const uses = usesOf(resources);
  return {
    stores: resources.flatMap(storeOf),
    completed: (neighbour) =>
      neighbour.place.source === "resource"
        ? { ...neighbour, usedBy: uses.get(neighbour.place.urn) ?? [] }
        : neighbour,
  };
}

/** Which resources take something of a resource in their variables, by its URN. */
function usesOf(resources: readonly PolicyResource[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { urn, propertyDependencies } of resources)
    for (const used of [
      ...(propertyDependencies?.envVars ?? []),
      ...(propertyDependencies?.runtimeSource ?? []),
    ]) {
      const users = uses.get(used.urn);
      if (users === undefined) uses.set(used.urn, [urn]);
      else users.push(urn);
    }
  return uses;
}

/** Its internal host is among its outputs once it is made. */
function storeOf({ type, urn, name: logical, props }: PolicyResource): readonly NeighbourFact[] {
  const is = STORES[type];
  if (is === undefined) return [];
  const text = (read: () => unknown): string | undefined => {
    const value = property(read);
    return value.known && typeof value.value === "string" ? value.value : undefined;
  };
  const address = text(() => props.connectionInfo?.internalConnectionString);
  const [, host] = /^[a-z]+:\/\/(?:[^/@]*@)?([a-z0-9-]+)(?=[:/?]|$)/i.exec(address ?? "") ?? [];
  const region = text(() => props.region);
  const registry = text(() => (is === "registry credential" ? props.registry : undefined));
  const evicts = text(() => props.maxMemoryPolicy);
  return [
    {
      kind: "neighbour",
      place: { source: "resource", urn, property: "region" },
      platform: "render",
      is,
      name: text(() => props.name) ?? logical,
      hosts: host === undefined ? [] : [host.toLowerCase()],
      ...(region !== undefined && { region }),
      ...(evicts !== undefined && { evicts }),
      ...(registry !== undefined && { registry }),
    },
  ];
}
