import type { StackValidation } from "@pulumi/policy";

/**
 * The function of a policy that has something to say of a whole stack in some runs alone: CrossGuard reads all resources
 * again for each policy that has one, and passes over those that have none (@pulumi/policy 1.21: analyzeStack).
 */
export function onlyWhere(isAsked: boolean, validate: StackValidation): StackValidation {
  return isAsked ? validate : (undefined as unknown as StackValidation);
}
