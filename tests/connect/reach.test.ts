import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { reach } from "../../connect/reach";

describe("A way's host", () => {
  it("is reached by its IPv6 address, with the brackets of a URL and without them", async () => {
    const server = createServer((socket) => socket.destroy());
    server.listen(0, "::1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const asking = {
      signal: new AbortController().signal,
      timeout: 30_000,
      resolve: () => assert.fail("no name"),
    };
    const way = { name: "typed", port, user: "app", mode: "session", parameters: {} } as const;
    try {
      for (const host of ["::1", "[::1]"]) {
        const { names, target } = await reach({ ...way, host }, asking);
        assert.deepEqual([names?.ipv6, target], [["::1"], { host: "::1", port }]);
      }
      const addresses = { "[2001:db8::7]:5432": `[::1]:${port}` };
      const rehearsed = await reach({ ...way, host: "2001:db8::7", port: 5432 }, { ...asking, addresses });
      assert.deepEqual(rehearsed.target, { host: "::1", port });
      assert.equal(rehearsed.rehearsedAt, `[::1]:${port}`);
    } finally {
      server.close();
    }
  });
});
