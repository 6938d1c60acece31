/**
 * What other programs import: one file for each entry of package.json's `exports`. This one is `portcullis` itself,
 * the components and the reading of a stack's configuration.
 */
export {
  DatabaseConnection,
  type DatabaseEndpoint,
  Environment,
  Service,
  Verification,
  type VerificationArgs,
  type VerificationResult,
} from "../components";
export { readStack } from "../config";
