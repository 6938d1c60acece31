/**
 * The CrossGuard pack: resources become facts, rules become policies.
 */
export type { PolicyPackOptions } from "./pack-options";
export { createPolicyPack } from "./policy-pack";
