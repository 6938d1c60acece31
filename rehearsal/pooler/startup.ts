import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import { Messages, parseFirstPacket } from "./messages";
import type { Client } from "./relay";

/** A client whose startup packet has been read. */
export interface StartedClient {
  readonly client: Client;
  readonly parameters: Readonly<Record<string, string>>;
  readonly encrypted: boolean;
}

interface StartupSettings {
  readonly secureContext: SecureContext;
  /** Milliseconds until a client's startup packet must be complete. */
  readonly handshakeMilliseconds: number;
  readonly cancels: ReadonlyMap<string, () => Promise<void>>;
}

/**
 * Handles what comes before a startup packet: a request for encryption, a request for GSS (refused), or a cancel
 * request, after which the connection ends.
 * @param onClient called with the client to answer, first in the clear and then encrypted
 * @returns undefined when the client has disconnected, or sent only a cancel request
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

/** Undefined when the client sent bytes before the answer: an attacker could have put them there (CVE-2021-23222). */
function secure(client: Client, secureContext: SecureContext): Client | undefined {
  const { socket: raw, messages } = client;
  if (messages.release().length > 0) return undefined;
  raw.write("S");
  const socket = new TLSSocket(raw, { isServer: true, secureContext });
  socket.on("error", () => raw.destroy()).once("close", () => raw.destroy());
  raw.once("close", () => socket.destroy());
  return { socket, messages: new Messages(socket) };
}
