/**
 * Verification: a resource that holds an update until a deploy is proven healthy.
 */
export type { VerificationArgs } from "./args";
export type { VerificationInputs } from "./inputs";
export { Verification } from "./resource";
export type { Check, VerificationResult } from "./result";
