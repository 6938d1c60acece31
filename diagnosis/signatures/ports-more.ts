import type { Signature } from "../signature";

/** What platforms and servers say of ports, health checks and host names. */
export const PORTS_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "vite/host-not-allowed",
    mode: "configuration/host-not-allowed",
    meaning: "the server refuses the Host header",
    pattern:
      /Blocked request\. This host \("?(?<host>[^")]+)"?\) is not allowed|Blocked hosts?: (?<host2>[\w.-]+)|Invalid Host\/Origin header|Invalid host defined options/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the server does not know the host name {host} by which it is asked",
    correctiveAction:
      "Add {host} to what the server allows: `preview.allowedHosts` or `server.allowedHosts` of vite.config, `config.hosts` of Rails.",
    source:
      "vite.dev/config/server-options.html#server-allowedhosts; rails: ActionDispatch::HostAuthorization",
    example: 'Blocked request. This host ("app.onrender.com") is not allowed.',
    examples: ["[ActionDispatch::HostAuthorization::DefaultResponseApp] Blocked hosts: app.example.com"],
    nearMiss: "this host is allowed",
  },
];
