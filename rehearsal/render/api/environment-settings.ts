import { newId, timestamp } from "../identifiers";
import type { Environment } from "../store";
import type { EnvironmentGiven } from "./schemas/project";

/** The environment of a project that a request describes. */
export function newEnvironment(
  projectId: string,
  given: EnvironmentGiven & { readonly name: string },
): Environment {
  const now = timestamp();
  return {
    id: newId("evm"),
    projectId,
    createdAt: now,
    updatedAt: now,
    name: given.name,
    protectedStatus: given.protectedStatus ?? "unprotected",
    networkIsolationEnabled: given.networkIsolationEnabled ?? undefined,
    ipAllowList: given.ipAllowList ?? undefined,
  };
}

/** Changes what the request names. */
export function changeEnvironment(environment: Environment, given: EnvironmentGiven): void {
  environment.name = given.name ?? environment.name;
  environment.protectedStatus = given.protectedStatus ?? environment.protectedStatus;
  environment.networkIsolationEnabled = given.networkIsolationEnabled ?? environment.networkIsolationEnabled;
  environment.ipAllowList = given.ipAllowList ?? environment.ipAllowList;
  environment.updatedAt = timestamp();
}
