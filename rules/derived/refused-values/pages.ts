import { BROWSER_PREFIX, browserPrefix } from "../../../domain/browser-variable";
import { isForDevelopers } from "../../../domain/developers-variable";
import { isLoopback } from "../../../domain/start-command";
import type { Row } from "./row";

const CLEAR = /^(http|ws):\/\/(?:[^@/\s]*@)?(\[[^\]]*\]|[^:/?#\s]+)/i;
const ASKED =
  /(?:^|_)(?:API|BACKEND|SERVER|GRAPHQL|WS|WSS|WEBSOCKET|SOCKET|SUPABASE|REST|GATEWAY|AUTH)(?:_|$)/;
const OF_PROXIES = /(?:^|_)PROXY(?:_|$)/;

/** A page of HTTPS, as all of Render's are, asks nothing by HTTP (w3.org/TR/mixed-content). */
export const PAGE_VALUES: readonly Row[] = [
  {
    names: new RegExp(`^${BROWSER_PREFIX}`),
    refused: (value, _beside, name) => {
      const { prefix } = browserPrefix(name) ?? {};
      const [, scheme = "", host = ""] = CLEAR.exec(value) ?? [];
      if (prefix === undefined || host === "" || isLoopback(host) || !host.includes(".")) return undefined;
      const rest = name.slice(prefix.length);
      if (!ASKED.test(rest) || isForDevelopers(rest) || OF_PROXIES.test(rest)) return undefined;
      const coded = scheme.toLowerCase() === "ws" ? "wss" : "https";
      return {
        expected: `\`${coded}://\`, since the page itself is of HTTPS`,
        got: `\`${scheme.toLowerCase()}://\`, by which a browser asks nothing from there`,
        fix: `Write \`${coded}://\`.`,
        unless: "a browser may know that the host has HTTPS alone",
      };
    },
  },
];
