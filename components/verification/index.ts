/**
 * Verification: a resource that holds an update until a deploy is proven healthy.
 */
export type { VerificationInputs } from "./inputs";
export { Verification, type VerificationArgs } from "./resource";
export type { Check, VerificationResult } from "./result";
