import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";

/** How a URL wants to be encrypted, as libpq's sslmode says it. */
export interface WantedTls {
  readonly mode: "off" | "if-offered" | "required";
  readonly options: ConnectionOptions;
}

const OFF = new Set(["disable", "false", "0"]);
const IF_OFFERED = new Set(["", "allow", "prefer"]);

/** An address is verified, and not sent: a server name is none (RFC 6066, section 3), and Node warns of it. */
function named(host: string): ConnectionOptions {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) === 0 ? { servername: host } : { host: bare };
}

/**
 * What `sslmode`, or `ssl` of the drivers that call it so, asks for. `require` encrypts without asking who answers
 * (postgresql.org/docs/current/libpq-ssl.html); the host of the URL is the name that is sent and verified, wherever
 * the connection really goes.
 *
 * @throws where the URL's root certificate cannot be read here.
 */
export async function wantedTls(
  host: string,
  parameters: Readonly<Record<string, string>>,
): Promise<WantedTls> {
  const asked = (parameters.sslmode ?? parameters.ssl ?? "").toLowerCase();
  if (OFF.has(asked)) return { mode: "off", options: {} };
  const verified = asked === "verify-ca" || asked === "verify-full";
  const { sslrootcert } = parameters;
  const own =
    sslrootcert === undefined || sslrootcert === "system" ? {} : { ca: await readFile(sslrootcert) };
  return {
    mode: IF_OFFERED.has(asked) ? "if-offered" : "required",
    options: {
      ...named(host),
      rejectUnauthorized: verified,
      ...(verified ? own : {}),
      ...(asked === "verify-ca" ? { checkServerIdentity: () => undefined } : {}),
    },
  };
}
