/**
 * What a program declares: an Environment, and the Service, DatabaseConnection and Verification inside it.
 */
export { DatabaseConnection } from "./database-connection";
export type { DatabaseEndpoint } from "./database-endpoint";
export { Environment } from "./environment";
export { Service } from "./service";
export { Verification, type VerificationArgs, type VerificationResult } from "./verification";
