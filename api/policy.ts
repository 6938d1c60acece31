/** `portcullis/policy`: the CrossGuard pack. */
export { createPolicyPack } from "../policy/policy-pack";
