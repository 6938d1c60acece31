import type { ResourceValidation, StackValidation } from "@pulumi/policy";

/**
 * The function of a policy that has something to say of a whole stack in some runs alone: CrossGuard reads all resources
 * again for each policy that has one, and passes over those that have none (@pulumi/policy 1.21: analyzeStack).
 */
export function onlyWhere(isAsked: boolean, validate: StackValidation): StackValidation {
  return isAsked ? validate : (undefined as unknown as StackValidation);
}

/** Of a list of functions each is called; a policy with an empty one is one of resources still, which the resource passes. */
const NOTHING: ResourceValidation[] = [];

/** The same for a policy of each resource: CrossGuard reads the resource again for each function of it (analyze). */
export function calledWhere(
  isCalled: boolean,
  validate: ResourceValidation,
): ResourceValidation | ResourceValidation[] {
  return isCalled ? validate : NOTHING;
}
