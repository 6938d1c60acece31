/**
 * What other programs import: one file for each entry of package.json's `exports`. This one is `portcullis` itself,
 * the components and the reading of a stack's configuration.
 */
export * from "../components";
export { readStack } from "../config/read";
export type {
  DatabaseSecrets,
  RenderAccess,
  Stack,
  StackConfiguration,
  StackDatabase,
  StackPromotion,
} from "../config/stack";
export type { StackService } from "../config/stack-service";
export type { StackVerification } from "../config/stack-verification";
