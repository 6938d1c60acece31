import type { RegisteredPlatform } from "../platform";
import { lackedPrograms } from "./lacking";
import { BLUEPRINT, isNative } from "./manifest";
import { RENDER_NAMES } from "./names";
import { defaultWorkers, GUNICORN_FLAGS } from "./native";
import { DOUBTFUL_PRIVATE_PORTS, RENDER_DEFAULT_PORT, RESERVED_PORTS } from "./ports";
import { blueprintMissingField } from "./rules/blueprint-missing-field";
import { blueprintUnknownField } from "./rules/blueprint-unknown-field";
import { blueprintUnknownValue } from "./rules/blueprint-unknown-value";
import { environmentInterpolatedValue } from "./rules/environment-interpolated-value";
import { environmentMissingFile } from "./rules/environment-missing-file";
import { planLimits } from "./rules/plan-limits";
import { secretInBlueprint } from "./rules/secret-in-blueprint";
import { serviceBlockedPort } from "./rules/service-blocked-port";
import { serviceCronSchedule } from "./rules/service-cron-schedule";
import { serviceCustomDomain } from "./rules/service-custom-domain";
import { serviceDiskBeforeStart } from "./rules/service-disk-before-start";
import { serviceDiskOfAnother } from "./rules/service-disk-of-another";
import { serviceNativeWithoutStart } from "./rules/service-native-without-start";
import { servicePrivateNetwork } from "./rules/service-private-network";
import { servicePublishPath } from "./rules/service-publish-path";
import { servicePythonVersion } from "./rules/service-python-version";
import { serviceQueueStore } from "./rules/service-queue-store";
import { serviceRegistryCredential } from "./rules/service-registry-credential";
import { serviceRouteOrder } from "./rules/service-route-order";
import { serviceSource } from "./rules/service-source";
import { serviceTakenName } from "./rules/service-taken-name";
import { RENDER_GIVEN, RENDER_VARIABLES, renderValues } from "./variables";

export const RENDER: RegisteredPlatform = {
  id: "render",
  name: "Render",
  manifests: [{ file: BLUEPRINT, setsVariables: true }],
  variables: RENDER_VARIABLES,
  given: RENDER_GIVEN,
  values: renderValues,
  defaultPort: RENDER_DEFAULT_PORT,
  portDiscovery: "scan",
  insteadOfMissing: () =>
    "Set it there; a secret in Render's dashboard, and `sync: false` in its place in render.yaml.",
  handedFlags: GUNICORN_FLAGS,
  lacks: lackedPrograms,
  // A native runtime's user is not root (docs/facts/render.md#r57).
  unwritable: (fact) => (isNative(fact) ? /^\/(?:var\/(?:log|run)|run|root|usr|etc)\// : undefined),
  defaultWorkers,
  reservedPorts: RESERVED_PORTS,
  doubtfulPrivatePorts: DOUBTFUL_PRIVATE_PORTS,
  // render.com/docs/outbound-ip-addresses: IPv4 alone.
  outboundIpv6: false,
  isNative,
  names: RENDER_NAMES,
  reference: "https://render.com/docs/web-services#port-binding",
  rules: [
    serviceNativeWithoutStart,
    servicePythonVersion,
    serviceBlockedPort,
    serviceCronSchedule,
    serviceSource,
    serviceRegistryCredential,
    servicePrivateNetwork,
    serviceDiskBeforeStart,
    serviceDiskOfAnother,
    servicePublishPath,
    serviceRouteOrder,
    serviceCustomDomain,
    serviceTakenName,
    serviceQueueStore,
    planLimits,
    environmentMissingFile,
    environmentInterpolatedValue,
    blueprintMissingField,
    blueprintUnknownField,
    blueprintUnknownValue,
    secretInBlueprint,
  ],
};
