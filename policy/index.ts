/**
 * The CrossGuard pack: resources become facts, rules become policies.
 */
export { createPolicyPack } from "./policy-pack";
