/**
 * What a program declares: an Environment, and the Service, DatabaseConnection and Verification inside it.
 */
export type { DatabaseConnectionArgs, SupabaseArgs } from "./database-args";
export { DatabaseConnection } from "./database-connection";
export type { DatabaseEndpoint } from "./database-endpoint";
export { Environment } from "./environment";
export { environmentArgs } from "./environment-args";
export type {
  DatabaseArgs,
  EnvironmentArgs,
  EnvironmentService,
  EnvironmentServiceArgs,
  UsedDatabaseArgs,
} from "./environment-types";
export { Service } from "./service";
export type { DatabaseUrlArgs, ServiceArgs } from "./service-args";
export { Verification, type VerificationArgs, type VerificationResult } from "./verification";
export type { ChecksArgs, EndpointArgs, ScheduleArgs } from "./verification/args";
