import { TLSSocket } from "node:tls";

/** What the server showed when the connection was encrypted. */
export interface TlsReport {
  /** Such as `TLSv1.3`. */
  readonly version: string;
  /** Common names from the server's own certificate to its root. */
  readonly chain: readonly string[];
  /** ISO date on which the server's certificate ends. */
  readonly validTo?: string;
  /** Whether it leads to a root that this machine, or the given CA, trusts, and names the host. */
  readonly trusted: boolean;
  /** Why it is not trusted, as OpenSSL calls it. */
  readonly problem?: string;
}

/** Reads an open socket; undefined where it is not encrypted. */
export function readTls(stream: unknown): TlsReport | undefined {
  if (!(stream instanceof TLSSocket)) return undefined;
  const certificate = stream.getPeerCertificate(true);
  const chain: string[] = [];
  for (let at = certificate; at?.subject !== undefined; at = at.issuerCertificate) {
    const { CN, O } = at.subject;
    const name = String(CN ?? O ?? "unnamed");
    if (chain.at(-1) !== name) chain.push(name);
    if (at.issuerCertificate === at || at.issuerCertificate === undefined || chain.length > 8) break;
  }
  const ends = Date.parse(certificate.valid_to);
  const problem = stream.authorizationError;
  return {
    version: stream.getProtocol() ?? "unknown",
    chain,
    trusted: stream.authorized,
    ...(Number.isNaN(ends) ? {} : { validTo: new Date(ends).toISOString().slice(0, 10) }),
    ...(stream.authorized ? {} : { problem: problemOf(problem) }),
  };
}

const problemOf = (problem: Error | string | null): string =>
  problem === null
    ? "unknown"
    : typeof problem === "string"
      ? problem
      : ((problem as NodeJS.ErrnoException).code ?? problem.message);
