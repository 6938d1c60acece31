import { createHmac, randomBytes } from "node:crypto";
import { type ScramSha256Data, verifyScramSha256Password } from "pg-gateway";
import { type Messages, message, typeOf } from "./messages";
import { Refusal } from "./refusals";

const SASL = 10;
const SASL_CONTINUE = 11;
const SASL_FINAL = 12;

/** The message that offers the client SCRAM-SHA-256 and nothing else. */
export const offer = (): Buffer => message("R", SASL, "SCRAM-SHA-256\0\0");
/** The server's last word in a SASL exchange: `v=` and a signature, or `e=` and an error (RFC 5802, section 7). */
export const final = (text: string): Buffer => message("R", SASL_FINAL, text);

/**
 * The server's half of RFC 5802. pg-gateway checks the proof; the exchange is written here because its
 * own answers every failure with 28000, and Supavisor answers 28P01 or, before 2.6, `e=Wrong password`.
 * @returns the final message that proves the server to the client, or undefined when the proof is wrong
 */
export async function exchange(
  client: { messages: Messages; send: (bytes: Uint8Array) => void },
  verifier: ScramSha256Data,
): Promise<Buffer | undefined> {
  client.send(offer());
  const clientFirst = firstMessage(await answer(client.messages));
  const bare = clientFirst.replace(/^[^,]*,[^,]*,/, "");
  const nonce = `${attribute(bare, "r")}${randomBytes(18).toString("base64")}`;
  const serverFirst = `r=${nonce},s=${verifier.salt},i=${verifier.iterations}`;
  client.send(message("R", SASL_CONTINUE, serverFirst));

  const clientFinal = (await answer(client.messages)).toString("utf8");
  const proof = attribute(clientFinal, "p");
  if (attribute(clientFinal, "r") !== nonce) throw protocolViolation();
  const authMessage = `${bare},${serverFirst},${clientFinal.slice(0, clientFinal.lastIndexOf(",p="))}`;
  const right = await verifyScramSha256Password({
    authMessage,
    clientProof: proof,
    storedKey: verifier.storedKey,
  });
  if (!right) return undefined;
  const key = Buffer.from(verifier.serverKey, "base64");
  return final(`v=${createHmac("sha256", key).update(authMessage).digest("base64")}`);
}

async function answer(messages: Messages): Promise<Buffer> {
  const bytes = await messages.take();
  if (bytes === undefined || typeOf(bytes) !== "p") throw protocolViolation();
  return bytes.subarray(5);
}

/** The body of a SASLInitialResponse: mechanism, length, data. */
function firstMessage(body: Buffer): string {
  const end = body.indexOf(0);
  if (body.toString("utf8", 0, end) !== "SCRAM-SHA-256") throw protocolViolation();
  return body.toString("utf8", end + 5);
}

function attribute(text: string, name: string): string {
  const value = new RegExp(`(?:^|,)${name}=([^,]*)`).exec(text)?.[1];
  if (value === undefined) throw protocolViolation();
  return value;
}

function protocolViolation(): Refusal {
  return new Refusal("(EAUTHPROTOCOL) protocol violation during authentication", "08P01");
}
