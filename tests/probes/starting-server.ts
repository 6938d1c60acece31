import assert from "node:assert/strict";
import { createServer, type Server, type Socket } from "node:net";

/** A server that starts: it declines to encrypt, and refuses every login with 57P03 (errcodes-appendix). */
export async function startingServer(): Promise<{ readonly where: string; stop(): void }> {
  const fields = ["SFATAL", "VFATAL", "C57P03", "Mthe database system is starting up"];
  const body = Buffer.from(`${fields.join("\0")}\0\0`);
  const head = Buffer.from("E\0\0\0\0");
  head.writeInt32BE(body.length + 4, 1);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (asked) => {
      // An SSLRequest has eight bytes (protocol-message-formats).
      if (asked.length === 8) socket.write("N");
      else socket.end(Buffer.concat([head, body]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { where: `127.0.0.1:${address.port}`, stop };
}
