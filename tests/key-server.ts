import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * Answers as the Transit engine of a HashiCorp Vault to what Pulumi asks it: to encrypt and decrypt the key of a stack's
 * values. It encrypts nothing. In a thread of its own, since tests wait for `pulumi` without answering meanwhile.
 */
const SERVER = `
const { createServer } = require("node:http");
const { parentPort } = require("node:worker_threads");
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const { plaintext = "", ciphertext = "" } = JSON.parse(body);
  const data = { plaintext: ciphertext.replace("vault:v1:", ""), ciphertext: "vault:v1:" + plaintext };
  response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

let started: Promise<void> | undefined;

/** Lets every `pulumi` that this process starts read stacks whose secrets provider is `PROVIDER`. */
export function serveKeys(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const server = new Worker(SERVER, { eval: true });
  const [port] = await once(server, "message");
  server.unref();
  process.env.VAULT_SERVER_URL = `http://127.0.0.1:${port}`;
}

/** For `secretsprovider` of a stack's file. */
export const PROVIDER = "hashivault://tests";
/** For `encryptedkey` of a stack's file. */
export const encryptedKey = (key: Buffer): string =>
  Buffer.from(`vault:v1:${key.toString("base64")}`).toString("base64");
