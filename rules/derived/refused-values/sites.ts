import type { Row } from "./row";

const HOST = /^(?:https?|wss?):\/\/([^:/?#\s]+)/i;

/** Domains that belong to documentation (RFC 2606), with nothing but a common label before them. */
const OF_DOCUMENTATION = /^(?:(?:www|api|app)\.)?example\.(?:com|org|net)$/i;

/** A service's own address, to which its visitors are sent. */
const OWN: Row = {
  names:
    /(?:^|_)(?:AUTH|NEXTAUTH|APP|SITE|BASE|PUBLIC|FRONTEND|BACKEND|CALLBACK|REDIRECT|WEBHOOK)_(?:BASE_)?UR[LI]$|^(?:NEXT)?AUTH_URL$/,
  refused: (value) =>
    OF_DOCUMENTATION.test(HOST.exec(value)?.[1] ?? "")
      ? {
          expected: "a site's own address",
          got: "a domain of documentation, which leads to no service",
          fix: "Write the address under which visitors reach the service.",
          unless: "the code may not use it",
        }
      : undefined,
};

/** Below which a tunnel to a developer's machine has its name while it is open (each tool's own page, as known). */
const TUNNEL =
  /\.(?:ngrok(?:-free)?\.(?:app|dev|io)|ngrok\.io|loca\.lt|trycloudflare\.com|serveo\.net|lhr\.life|devtunnels\.ms|localtunnel\.me)$/i;

const TUNNELS: Row = {
  names: /(?:^|_)(?:UR[LI]|HOST|DOMAIN|ORIGIN|ENDPOINT|SERVER|BASE)$/,
  refused: (value) =>
    TUNNEL.test(HOST.exec(value)?.[1] ?? value.trim())
      ? {
          expected: "an address that is there after a developer's machine is off",
          got: "one of a tunnel",
          fix: "Write the address of the deployed service.",
          unless: "the tunnel may be one that stays",
        }
      : undefined,
};

/** Addresses of sites that are no sites of the service's. */
export const SITE_VALUES: readonly Row[] = [OWN, TUNNELS];
