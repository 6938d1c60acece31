import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { tmpdir } from "node:os";
import { killEscaped, MARK } from "../../../../../rehearsal/render/runtime/processes/escaped";
import { launch } from "../../../../../rehearsal/render/runtime/processes/launch";
import { until } from "../rehearsed";

/** Memory takes the kernel time to free: a killed process with much of it has its port a while after the signal. */
const LARGE =
  "const kept = Buffer.alloc(6e8, 1); const server = require('node:net').createServer(() => kept);" +
  "server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port))";

describe("What left its process group", () => {
  before(function () {
    if (process.platform !== "linux") this.skip();
  });

  it("has ended, and not only been sent a signal, once it is called killed", async () => {
    const lines: string[] = [];
    const running = launch({
      text: `setsid node -e "${LARGE}" & sleep 300`,
      folder: tmpdir(),
      environment: { PATH: process.env.PATH ?? "", [MARK]: "srv-escaped" },
      onLine: (line) => void lines.push(line),
    });
    const port = await until(() => /^port (\d+)$/m.exec(lines.join("\n"))?.[1]);
    assert.equal(await killEscaped("srv-escaped"), true);
    await assert.rejects(once(net.connect(Number(port), "127.0.0.1"), "connect"), { code: "ECONNREFUSED" });
    assert.equal(await running.exited, 128 + 9);
  });

  it("is none where no process has the mark", async () => {
    assert.equal(await killEscaped("srv-of-none"), false);
  });
});
