import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import { Messages, parseFirstPacket } from "./messages";
import type { Client } from "./relay";

/** A client that has said who it is. */
export interface StartedClient {
  readonly client: Client;
  readonly parameters: Readonly<Record<string, string>>;
  readonly encrypted: boolean;
}

interface StartupSettings {
  readonly secureContext: SecureContext;
  /** How long a client may take until its startup packet is whole. */
  readonly handshakeMilliseconds: number;
  readonly cancels: ReadonlyMap<string, () => Promise<void>>;
}

/**
 * Leads a client through what comes before its startup packet: encryption, in the clear refusal of GSS, or
 * a cancel request, which is all that a connection may ask.
 * @param speaking is told whom to answer, first in the clear and then encrypted
 * @returns undefined when the client has gone, or was here only to cancel
 */
export async function readStartup(
  raw: Socket,
  settings: StartupSettings,
  onClient: (client: Client) => void,
): Promise<StartedClient | undefined> {
  const deadline = Date.now() + settings.handshakeMilliseconds;
  let client: Client = { socket: raw, messages: new Messages(raw) };
  onClient(client);
  for (;;) {
    const bytes = await client.messages.take(deadline - Date.now());
    if (bytes === undefined) break;
    const packet = parseFirstPacket(bytes);
    const encrypted = client.socket !== raw;
    if (packet.kind === "startup") {
      client.messages.start();
      return { client, parameters: packet.parameters, encrypted };
    }
    if (packet.kind === "cancel") {
      await settings.cancels.get(packet.key)?.();
      break;
    }
    if (packet.kind === "gss" || encrypted) client.socket.write("N");
    else {
      const secured = secure(client, settings.secureContext);
      if (secured === undefined) break;
      client = secured;
      onClient(client);
    }
  }
  client.socket.destroy();
  return undefined;
}

/** Undefined when the client sent more before it was answered: bytes that an attacker could have put there (CVE-2021-23222). */
function secure(client: Client, secureContext: SecureContext): Client | undefined {
  const { socket: raw, messages } = client;
  if (messages.release().length > 0) return undefined;
  raw.write("S");
  const socket = new TLSSocket(raw, { isServer: true, secureContext });
  socket.on("error", () => raw.destroy()).once("close", () => raw.destroy());
  raw.once("close", () => socket.destroy());
  return { socket, messages: new Messages(socket) };
}
