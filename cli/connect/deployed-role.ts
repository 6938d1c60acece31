import type { Pulumi } from "../stacks/pulumi";
import { type StateResource, stateResources } from "../stacks/stack-state";

const ROLE = "pulumi-nodejs:dynamic/portcullis:DatabaseRole";

/** A database's role as the stack's newest update has left it. */
export interface DeployedRole {
  readonly urn: string;
  readonly role: string;
  /** What the services log in as: the role, or after a new password a login that acts as it. */
  readonly login: string;
  /** A secret. None of a role that is another's to change, and of one whose password was seen not to hold. */
  readonly password?: string;
}

/** The roles of a stack's databases; none of a stack that was never deployed. @throws CommandError with what Pulumi says */
export async function deployedRoles(
  pulumi: Pulumi,
  stack: string,
  advice: string,
): Promise<readonly DeployedRole[]> {
  return (await stateResources(pulumi, { stack, type: ROLE, advice })).flatMap(roleOf);
}

function roleOf({ urn, outputs }: StateResource): readonly DeployedRole[] {
  const { role, login, password } = outputs as Partial<Record<string, unknown>>;
  if (typeof role !== "string" || typeof login !== "string") return [];
  return [{ urn, role, login, ...(typeof password === "string" && password !== "" && { password }) }];
}

/**
 * The role of one of a stack's databases.
 *
 * @param database the name that services use; roles of two databases may have one name
 */
export function deployedRoleOf(
  roles: readonly DeployedRole[],
  database: string,
  role: string,
): DeployedRole | undefined {
  const same = roles.filter((one) => one.role === role);
  // As components/environment-databases.ts names it where a stack has several.
  return same.find(({ urn }) => urn.endsWith(`-${database}-database-role`)) ?? same[0];
}
