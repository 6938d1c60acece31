import type { PolicyResource } from "@pulumi/policy";
import { ENV_GROUP, ENV_GROUP_LINK, isService } from "./facts";

/** Services, and the env groups that they are linked to: by a resource of its own, or by the service itself. */
export interface LinkEnds {
  readonly services: readonly PolicyResource[];
  readonly groups: readonly PolicyResource[];
}

/** Every link of a stack. An end without a resource is one that is named by a written id. */
export function linkEnds(resources: readonly PolicyResource[]): readonly LinkEnds[] {
  return resources.flatMap((resource): LinkEnds[] => {
    const { type, props, propertyDependencies: from } = resource;
    const groups = (name: string) => (from[name] ?? []).filter((each) => each.type === ENV_GROUP);
    if (type === ENV_GROUP_LINK)
      return [{ services: (from.serviceIds ?? []).filter(isService), groups: groups("envGroupId") }];
    if (!isService(resource) || !("envGroupIds" in props)) return [];
    return [{ services: [resource], groups: groups("envGroupIds") }];
  });
}
