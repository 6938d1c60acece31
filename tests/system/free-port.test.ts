import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { freePort } from "../../system/free-port";

describe("A free port", () => {
  it("can be bound, on all addresses and on one", async () => {
    for (const host of ["0.0.0.0", "127.0.0.1"]) {
      const server = createServer().listen(await freePort(), host);
      await once(server, "listening");
      server.close();
    }
  });

  it("is none that the system gives to a connection, and another each time", async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    assert.ok(ports.every((port) => port >= 20_000 && port < 32_000));
    assert.ok(new Set(ports).size > 1);
  });
});
