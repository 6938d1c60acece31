/**
 * The schema of one stack's configuration, and the only place that reads it.
 */
export { ConfigurationError, parseConfiguration, type RawConfiguration } from "./parse";
export { type RenderAccess, readStack, type Stack } from "./read";
export { SECRET_KEYS, type StackConfiguration, stackSchema } from "./schema";
