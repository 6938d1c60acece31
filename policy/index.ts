/**
 * The CrossGuard pack: resources become facts, rules become policies.
 */
export { createPolicyPack, type PolicyPackOptions } from "./policy-pack";
