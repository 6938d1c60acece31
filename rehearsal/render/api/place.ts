import type { ApiContext } from "./context";
import { refused } from "./failure";

/** @throws ApiFailure 400 where the workspace or the environment that something is to be in is not there */
export function assertPlace(
  { store, owner }: ApiContext,
  { ownerId, environmentId }: { readonly ownerId: string; readonly environmentId?: string | undefined },
): void {
  if (ownerId !== owner.id) throw refused(`ownerId: not found: ${ownerId}`);
  if (environmentId !== undefined && !store.environments.has(environmentId))
    throw refused(`environmentId: not found: ${environmentId}`);
}
