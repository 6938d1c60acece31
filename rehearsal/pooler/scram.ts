import { createHmac, randomBytes } from "node:crypto";
import { type ScramSha256Data, verifyScramSha256Password } from "pg-gateway";
import { type Messages, message, typeOf } from "./messages";
import { protocolViolation } from "./refusals";

const SASL = 10;
const SASL_CONTINUE = 11;
const SASL_FINAL = 12;
const PROOF_BYTES = 32;

/** The message that offers the client SCRAM-SHA-256 and nothing else. */
export const saslOffer = (): Buffer => message("R", SASL, "SCRAM-SHA-256\0\0");
/** The server's final message in a SASL exchange: `v=` and a signature, or `e=` and an error (RFC 5802, section 7). */
export const saslFinal = (text: string): Buffer => message("R", SASL_FINAL, text);

/** The client's side of an exchange: how to read its messages within a time limit, and how to answer. */
export interface ScramClient {
  readonly messages: Messages;
  readonly send: (bytes: Uint8Array) => void;
  /** How long each of its messages may take. */
  readonly milliseconds: number;
}

/** The client closed the connection during the exchange: there is no client left to answer. */
export class ClientDisconnectedError extends Error {
  constructor() {
    super("The client closed the connection during the login.");
    this.name = "ClientGone";
  }
}

/**
 * The server's half of RFC 5802. pg-gateway checks the proof; the exchange is written here because its
 * own answers every failure with 28000, and Supavisor answers 28P01 or, before 2.6, `e=Wrong password`.
 * @returns the final message that proves the server to the client, or undefined when the proof is wrong
 */
export async function exchange(client: ScramClient, verifier: ScramSha256Data): Promise<Buffer | undefined> {
  client.send(saslOffer());
  const { header, bare } = clientFirst(await answer(client));
  const nonce = `${attribute(bare, "r")}${randomBytes(18).toString("base64")}`;
  const serverFirst = `r=${nonce},s=${verifier.salt},i=${verifier.iterations}`;
  client.send(message("R", SASL_CONTINUE, serverFirst));

  const clientFinal = (await answer(client)).toString("utf8");
  const clientProof = attribute(clientFinal, "p");
  if (attribute(clientFinal, "r") !== nonce) throw protocolViolation();
  if (attribute(clientFinal, "c") !== Buffer.from(header).toString("base64")) throw protocolViolation();
  if (Buffer.from(clientProof, "base64").length !== PROOF_BYTES) throw protocolViolation();
  const authMessage = `${bare},${serverFirst},${clientFinal.slice(0, clientFinal.lastIndexOf(",p="))}`;
  const { storedKey } = verifier;
  if (!(await verifyScramSha256Password({ authMessage, clientProof, storedKey }))) return undefined;
  const key = Buffer.from(verifier.serverKey, "base64");
  return saslFinal(`v=${createHmac("sha256", key).update(authMessage).digest("base64")}`);
}

async function answer(client: ScramClient): Promise<Buffer> {
  const bytes = await client.messages.take(client.milliseconds);
  if (bytes === undefined) throw new ClientDisconnectedError();
  if (typeOf(bytes) !== "p") throw protocolViolation();
  return bytes.subarray(5);
}

/** What a SASLInitialResponse says after mechanism and length: the channel-binding header and the bare message. */
function clientFirst(body: Buffer): { header: string; bare: string } {
  const end = body.indexOf(0);
  if (body.toString("utf8", 0, end) !== "SCRAM-SHA-256") throw protocolViolation();
  // `n` or `y`: the client binds no channel, since none was offered.
  const [, header, bare] = /^([ny],(?:a=[^,]*)?,)(.*)$/s.exec(body.toString("utf8", end + 5)) ?? [];
  if (header === undefined || bare === undefined) throw protocolViolation();
  return { header, bare };
}

function attribute(text: string, name: string): string {
  const value = new RegExp(`(?:^|,)${name}=([^,]*)`).exec(text)?.[1];
  if (value === undefined) throw protocolViolation();
  return value;
}
