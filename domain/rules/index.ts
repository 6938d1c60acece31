import type { Rule } from "../rule";
import { databaseIpv6OnlyHost } from "./database-ipv6-only-host";
import { databaseOtherEnvironment } from "./database-other-environment";
import { databasePasswordEncoding } from "./database-password-encoding";
import { databasePoolerTenant } from "./database-pooler-tenant";
import { databaseProjectReference } from "./database-project-reference";
import { databaseTlsOff } from "./database-tls-off";
import { databaseTransactionModeStatements } from "./database-transaction-mode-statements";
import { databaseUrlMalformed } from "./database-url-malformed";
import { databaseUrlParameters } from "./database-url-parameters";
import { environmentPlaceholder } from "./environment-placeholder";
import { portAgreement } from "./port-agreement";
import { portReserved } from "./port-reserved";
import { portStandard } from "./port-standard";
import { serviceHealthCheckPath } from "./service-health-check-path";
import { serviceLoopbackBind } from "./service-loopback-bind";

/** Every rule, in the order in which reports list them. */
export const RULES: readonly Rule[] = [
  portAgreement,
  portStandard,
  portReserved,
  serviceLoopbackBind,
  serviceHealthCheckPath,
  databasePoolerTenant,
  databaseProjectReference,
  databaseIpv6OnlyHost,
  databaseTransactionModeStatements,
  databaseTlsOff,
  databaseUrlParameters,
  databasePasswordEncoding,
  databaseUrlMalformed,
  databaseOtherEnvironment,
  environmentPlaceholder,
];
