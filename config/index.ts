/**
 * The schema of one stack's configuration, and the only place that reads it.
 */

export type { ServiceType } from "../domain/service-type";
export { ConfigurationError, parseConfiguration, type RawConfiguration } from "./parse";
export { readStack } from "./read";
export { SECRET_KEYS, stackSchema } from "./schema";
export { SERVICE_TYPES } from "./service";
export type {
  DatabaseSecrets,
  RenderAccess,
  Stack,
  StackConfiguration,
  StackDatabase,
  StackPromotion,
} from "./stack";
export type { StackService } from "./stack-service";
export type { StackVerification } from "./stack-verification";
export {
  ENDPOINT_DEFAULTS,
  SCHEDULE_DEFAULTS,
  scheduleProblem,
  VERIFY_DEFAULTS,
  WINDOW_DEFAULTS,
  withCount,
} from "./verify-defaults";
