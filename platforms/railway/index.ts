import type { RegisteredPlatform } from "../platform";
import { serviceRailwayField } from "./rules/service-railway-field";

/** docs.railway.com/reference/variables and /reference/config-as-code, read in November 2026. */
export const RAILWAY: RegisteredPlatform = {
  id: "railway",
  name: "Railway",
  manifests: [
    {
      file: /(?:^|\/)railway\.(?:json|toml)$/,
      setsVariables: true,
      insteadOfSecret: () => "Remove it, and set it among the service's variables at Railway.",
    },
  ],
  variables: [
    "RAILWAY_PUBLIC_DOMAIN",
    "RAILWAY_PRIVATE_DOMAIN",
    "RAILWAY_TCP_PROXY_DOMAIN",
    "RAILWAY_TCP_PROXY_PORT",
    "RAILWAY_PROJECT_NAME",
    "RAILWAY_PROJECT_ID",
    "RAILWAY_ENVIRONMENT_NAME",
    "RAILWAY_ENVIRONMENT_ID",
    "RAILWAY_SERVICE_NAME",
    "RAILWAY_SERVICE_ID",
    "RAILWAY_REPLICA_ID",
    "RAILWAY_DEPLOYMENT_ID",
  ],
  given: /^RAILWAY_\w+$/,
  // It gives PORT, and takes the target port of a domain where one is set.
  portDiscovery: "env",
  // docs.railway.com/guides/private-networking
  privateHosts: /\.railway\.internal\.?$/i,
  insteadOfMissing: () => "Set it among the service's variables at Railway.",
  reservedPorts: [],
  // A service may have it turned on: what holds of one is not known.
  outboundIpv6: undefined,
  isNative: () => false,
  names: {},
  reference: "https://docs.railway.com/guides/public-networking",
  rules: [serviceRailwayField],
};
