import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

// PostgreSQL's default scram_iterations.
const ITERATIONS = 4096;

/**
 * What PostgreSQL keeps of a password, made here, so that the password itself is in no statement that the server may
 * log (postgresql.org/docs/current/catalog-pg-authid.html; RFC 5803). A password with other than ASCII characters is
 * left to the server, which prepares it as RFC 4013 says.
 */
export function passwordForServer(password: string, salt = randomBytes(16)): string {
  if (!/^[\x20-\x7e]*$/.test(password)) return password;
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  const serverKey = hmac("Server Key").toString("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
