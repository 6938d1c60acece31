/**
 * What must hold of a deployment: pure functions from facts to a verdict, one file each, in the order of the reports.
 */

import { DATABASES, type RegisteredDatabaseProvider } from "../databases";
import type { FailureMode } from "../domain/failure-mode";
import type { Rule } from "../domain/rule";
import { PLATFORMS, type RegisteredPlatform } from "../platforms";
import { databaseBrokenMigrations } from "./database-broken-migrations";
import { databaseBuildMigrates } from "./database-build-migrates";
import { databaseDirectForMigrations } from "./database-direct-for-migrations";
import { databaseEnvironmentName } from "./database-environment-name";
import { databaseInterpolatedUrl } from "./database-interpolated-url";
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
import { environmentRefusedValue } from "./environment-refused-value";
import { portAgreement } from "./port-agreement";
import { portDiffersBetweenEnvironments } from "./port-differs-between-environments";
import { portHardCoded } from "./port-hard-coded";
import { portPeerMismatch } from "./port-peer-mismatch";
import { portPrivileged } from "./port-privileged";
import { portReserved } from "./port-reserved";
import { portStandard } from "./port-standard";
import { secretCommitted } from "./secret-committed";
import { secretInBrowser } from "./secret-in-browser";
import { secretInCode } from "./secret-in-code";
import { secretInImage } from "./secret-in-image";
import { secretInManifest } from "./secret-in-manifest";
import { secretShared } from "./secret-shared";
import { serviceAllowedHosts } from "./service-allowed-hosts";
import { serviceHealthCheckPath } from "./service-health-check-path";
import { serviceImportCase } from "./service-import-case";
import { serviceLockDrift } from "./service-lock-drift";
import { serviceLoopbackBind } from "./service-loopback-bind";
import { serviceMissingApplication } from "./service-missing-application";
import { serviceMissingFile } from "./service-missing-file";
import { serviceMissingRequirement } from "./service-missing-requirement";
import { serviceMissingScript } from "./service-missing-script";
import { serviceRuntimeVersion } from "./service-runtime-version";
import { serviceStartBuilds } from "./service-start-builds";
import { serviceStartCommand } from "./service-start-command";
import { serviceUnknownPeer } from "./service-unknown-peer";
import { serviceUnmetNeed } from "./service-unmet-need";

/** The rules that are no platform's and no provider's alone. */
const GENERAL: readonly Rule[] = [
  portAgreement,
  portStandard,
  portReserved,
  portPrivileged,
  portHardCoded,
  portPeerMismatch,
  serviceLoopbackBind,
  serviceHealthCheckPath,
  serviceStartCommand,
  serviceStartBuilds,
  serviceMissingApplication,
  serviceMissingRequirement,
  serviceMissingScript,
  serviceMissingFile,
  serviceRuntimeVersion,
  serviceLockDrift,
  serviceImportCase,
  serviceUnknownPeer,
  serviceUnmetNeed,
  serviceAllowedHosts,
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
  environmentPlaceholder,
  environmentDebugInProduction,
  environmentRefusedValue,
  environmentPlatformOwned,
  environmentReadingDifference,
  secretInBrowser,
  databaseTlsOptional,
  databasePoolSize,
  databaseDirectForMigrations,
  databaseBrokenMigrations,
  databaseBuildMigrates,
  databaseInterpolatedUrl,
  environmentMissingVariable,
  environmentDuplicateVariable,
  environmentOverriddenByFile,
  portDiffersBetweenEnvironments,
  secretInManifest,
  secretInImage,
  secretInCode,
  secretCommitted,
  secretShared,
  databaseShared,
  databaseSharedPassword,
];

/** Groups of rules, the part of an id before the slash, in the order of the reports. */
const GROUPS: readonly string[] = [
  "port",
  "service",
  "plan",
  "blueprint",
  "database",
  "environment",
  "secret",
];

/**
 * Every rule in the order in which reports list them: those that previews judge, then those of an audit alone; each
 * by its group, the general ones before those of one platform or one provider.
 */
export function rulesOf(
  platforms: readonly RegisteredPlatform[] = PLATFORMS,
  databases: readonly RegisteredDatabaseProvider[] = DATABASES,
): readonly Rule[] {
  const own = [...platforms, ...databases].flatMap(({ rules }) => rules);
  const place = ({ id, preview, scope }: Rule): number => {
    const group = GROUPS.indexOf(id.split("/")[0] ?? "");
    const judged = preview ? 0 : scope === "environment" ? 1 : 2;
    return judged * 100 + (group < 0 ? GROUPS.length : group);
  };
  return [...GENERAL, ...own].sort((one, other) => place(one) - place(other));
}

/** The rules of all that is registered. */
export const RULES: readonly Rule[] = rulesOf();

/** Those that previews judge: the policies of the pack. */
export const PREVIEW_RULES: readonly Rule[] = RULES.filter(({ preview }) => preview);

/** Those that find a failure mode's causes before a deploy. A mode without any has causes that no file shows. */
export function rulesAgainst(mode: FailureMode, rules: readonly Rule[] = RULES): readonly Rule[] {
  return rules.filter(({ prevents }) => prevents.includes(mode));
}
