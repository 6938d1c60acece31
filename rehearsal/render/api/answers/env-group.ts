import type { EnvGroup, Store } from "../../store";

/** Without values: what the list of groups shows. */
export function envGroupSummary(store: Store, group: EnvGroup): Record<string, unknown> {
  const { id, name, ownerId, createdAt, updatedAt, environmentId, serviceIds } = group;
  const linked = [...serviceIds].flatMap((serviceId) => store.services.get(serviceId) ?? []);
  const serviceLinks = linked.map((service) => ({ id: service.id, name: service.name, type: "web" }));
  return { id, name, ownerId, createdAt, updatedAt, serviceLinks, environmentId };
}

export function envGroupAnswer(store: Store, group: EnvGroup): unknown {
  const envVars = [...group.variables].map(([key, value]) => ({ key, value }));
  const secretFiles = [...group.secretFiles].map(([name, content]) => ({ name, content }));
  return { ...envGroupSummary(store, group), envVars, secretFiles };
}
