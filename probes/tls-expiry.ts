import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { type Answer, fail, notDecided } from "./answer";

const DAY = 24 * 60 * 60 * 1000;

const RENEW = {
  correctiveAction: "Renew the certificate; see at the platform why it was not renewed by itself.",
};

/** When the certificate of the other side ends; undefined without TLS. */
export function certificateEnd(socket: Socket | null): Date | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { valid_to: end } = socket.getPeerCertificate();
  return end === undefined ? undefined : new Date(end);
}

/** What is against a certificate that must hold for so many days; undefined where nothing is. */
export function expiryProblem(
  days: number | undefined,
  end: Date | undefined,
  what: string,
): Answer | undefined {
  if (days === undefined) return undefined;
  if (end === undefined) return notDecided(`${what}: \`tlsExpiry\`: the address has no TLS`);
  const left = (end.getTime() - Date.now()) / DAY;
  if (left >= days) return undefined;
  const holds = `its certificate holds for ${Math.floor(left)} days, until ${end.toISOString().slice(0, 10)}`;
  return fail(`${what}: ${holds}; expected at least ${days} days`, RENEW);
}

/** A certificate that is over ends the handshake: no answer, but the expiry is known. */
export function expiredProblem(days: number | undefined, error: unknown, what: string): Answer | undefined {
  if (days === undefined || (error as NodeJS.ErrnoException).code !== "CERT_HAS_EXPIRED") return undefined;
  return fail(`${what}: its certificate has expired; expected at least ${days} days`, RENEW);
}
