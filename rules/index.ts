/**
 * What must hold of a deployment: pure functions from facts to a verdict, one file each, in the order of the reports.
 */

import { databaseDedicatedPooler } from "../databases/supabase/rules/database-dedicated-pooler";
import { databaseOneProject } from "../databases/supabase/rules/database-one-project";
import { databasePoolerTenant } from "../databases/supabase/rules/database-pooler-tenant";
import { databaseProjectReference } from "../databases/supabase/rules/database-project-reference";
import { databaseSupabaseEndpoint } from "../databases/supabase/rules/database-supabase-endpoint";
import type { Rule } from "../domain/rule";
import { blueprintUnknownField } from "../platforms/render/rules/blueprint-unknown-field";
import { blueprintUnknownValue } from "../platforms/render/rules/blueprint-unknown-value";
import { planLimits } from "../platforms/render/rules/plan-limits";
import { secretInBlueprint } from "../platforms/render/rules/secret-in-blueprint";
import { serviceNativeWithoutStart } from "../platforms/render/rules/service-native-without-start";
import { databaseDirectForMigrations } from "./database-direct-for-migrations";
import { databaseEnvironmentName } from "./database-environment-name";
import { databaseIpv6OnlyHost } from "./database-ipv6-only-host";
import { databaseLocalHost } from "./database-local-host";
import { databaseOtherEnvironment } from "./database-other-environment";
import { databasePasswordEncoding } from "./database-password-encoding";
import { databasePasswordPortable } from "./database-password-portable";
import { databasePoolSize } from "./database-pool-size";
import { databaseShared } from "./database-shared";
import { databaseSharedPassword } from "./database-shared-password";
import { databaseTlsOff } from "./database-tls-off";
import { databaseTlsOptional } from "./database-tls-optional";
import { databaseTlsUntrusted } from "./database-tls-untrusted";
import { databaseTransactionModeStatements } from "./database-transaction-mode-statements";
import { databaseUrlMalformed } from "./database-url-malformed";
import { databaseUrlParameters } from "./database-url-parameters";
import { environmentDebugInProduction } from "./environment-debug-in-production";
import { environmentDuplicateVariable } from "./environment-duplicate-variable";
import { environmentMissingVariable } from "./environment-missing-variable";
import { environmentOverriddenByFile } from "./environment-overridden-by-file";
import { environmentPlaceholder } from "./environment-placeholder";
import { environmentPlatformOwned } from "./environment-platform-owned";
import { environmentReadingDifference } from "./environment-reading-difference";
import { portAgreement } from "./port-agreement";
import { portHardCoded } from "./port-hard-coded";
import { portPrivileged } from "./port-privileged";
import { portReserved } from "./port-reserved";
import { portStandard } from "./port-standard";
import { secretCommitted } from "./secret-committed";
import { secretInCode } from "./secret-in-code";
import { secretInImage } from "./secret-in-image";
import { secretInManifest } from "./secret-in-manifest";
import { secretShared } from "./secret-shared";
import { serviceHealthCheckPath } from "./service-health-check-path";
import { serviceLoopbackBind } from "./service-loopback-bind";
import { serviceStartBuilds } from "./service-start-builds";

/** Every rule that the policy pack and the audit judge by, in the order in which reports list them. */
export const RULES: readonly Rule[] = [
  portAgreement,
  portStandard,
  portReserved,
  portPrivileged,
  portHardCoded,
  serviceLoopbackBind,
  serviceHealthCheckPath,
  serviceNativeWithoutStart,
  serviceStartBuilds,
  planLimits,
  databasePoolerTenant,
  databaseProjectReference,
  databaseSupabaseEndpoint,
  databaseLocalHost,
  databaseIpv6OnlyHost,
  databaseTransactionModeStatements,
  databaseTlsOff,
  databaseTlsUntrusted,
  databaseUrlParameters,
  databasePasswordEncoding,
  databasePasswordPortable,
  databaseUrlMalformed,
  databaseOtherEnvironment,
  databaseEnvironmentName,
  databaseOneProject,
  environmentPlaceholder,
  environmentDebugInProduction,
  environmentPlatformOwned,
];

/** Rules on what files alone say; an audit judges them beside those above. */
export const FILE_RULES: readonly Rule[] = [
  blueprintUnknownField,
  blueprintUnknownValue,
  environmentReadingDifference,
  // Notes that would tire a preview: a stack's owner has read them once.
  databaseTlsOptional,
  databaseDedicatedPooler,
  databasePoolSize,
  databaseDirectForMigrations,
];

/** Rules that an audit judges over all environments of a service at once. */
export const REPOSITORY_RULES: readonly Rule[] = [
  environmentMissingVariable,
  environmentDuplicateVariable,
  environmentOverriddenByFile,
  // A secret that an environment overrides stands in its file all the same.
  secretInBlueprint,
  secretInManifest,
  secretInImage,
  secretInCode,
  secretCommitted,
  secretShared,
  databaseShared,
  databaseSharedPassword,
];
