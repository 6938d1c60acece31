import type { RegisteredPlatform } from "../platform";

/** fly.io/docs/machines/runtime-environment and /docs/reference/configuration, read in November 2026. */
export const FLY: RegisteredPlatform = {
  id: "fly",
  name: "Fly",
  manifests: [
    {
      file: /(?:^|\/)fly(?:[.-][\w-]+)*\.toml$/,
      setsVariables: true,
      insteadOfSecret: (name) => `Remove it, and type \`fly secrets set ${name}=…\`.`,
    },
  ],
  variables: [
    "FLY_APP_NAME",
    "FLY_MACHINE_ID",
    "FLY_ALLOC_ID",
    "FLY_REGION",
    "FLY_PUBLIC_IP",
    "FLY_PRIVATE_IP",
    "FLY_IMAGE_REF",
    "FLY_MACHINE_VERSION",
    "FLY_PROCESS_GROUP",
    "FLY_VM_MEMORY_MB",
    "PRIMARY_REGION",
  ],
  given: /^FLY_\w+$/,
  // It forwards to the manifest's internal_port, and gives no PORT.
  portDiscovery: "declared",
  // fly.io/docs/networking/flycast; `.internal` is other networks' name too.
  privateHosts: /\.flycast\.?$/i,
  insteadOfMissing: (name) => `Set it in \`[env]\`; a secret by \`fly secrets set ${name}=…\`.`,
  reservedPorts: [],
  // Machines have an IPv6 address each (fly.io/docs/networking).
  outboundIpv6: true,
  isNative: () => false,
  names: {},
  reference: "https://fly.io/docs/reference/configuration/#the-http_service-section",
  rules: [],
};
