/**
 * The schema of one stack's configuration, and the only place that reads it.
 */
export { ConfigurationError, parseConfiguration, type RawConfiguration } from "./parse";
export { readStack } from "./read";
export { SECRET_KEYS, stackSchema } from "./schema";
export type { RenderAccess, Stack, StackConfiguration } from "./stack";
export {
  ENDPOINT_DEFAULTS,
  SCHEDULE_DEFAULTS,
  scheduleProblem,
  VERIFY_DEFAULTS,
  withCount,
} from "./verify-defaults";
