import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  listenersOf,
  parseLsof,
  parseSockets,
} from "../../../../../rehearsal/render/runtime/processes/listeners";

const HEADER =
  "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
const row = (local: string, state: string, inode: number): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0 100 0`;

import { liveProcesses } from "../../../../../rehearsal/render/runtime/processes/process-group";

describe("The listening sockets of a process group", () => {
  const TABLE = [
    ["0.0.0.0", "00000000:1F40", "0A", { port: 8000, open: true }],
    ["127.0.0.1", "0100007F:1F40", "0A", { port: 8000, open: false }],
    ["::", "00000000000000000000000000000000:2710", "0A", { port: 10000, open: true }],
    ["::1", "00000000000000000000000001000000:2710", "0A", { port: 10000, open: false }],
    ["an established connection", "0100007F:1F40", "01", undefined],
  ] as const;
  for (const [what, local, state, expected] of TABLE) {
    it(`are read from a row of ${what}`, () => {
      assert.deepEqual(parseSockets([HEADER, row(local, state, 4711), ""].join("\n")).get("4711"), expected);
    });
  }

  it("are read from lsof", () => {
    assert.deepEqual(parseLsof("p1\nf3\nn*:8000\nf4\nn127.0.0.1:8001\nf5\nn[::]:8002\nf6\nn[::1]:8003\n"), [
      { port: 8000, open: true },
      { port: 8001, open: false },
      { port: 8002, open: true },
      { port: 8003, open: false },
    ]);
  });

  it("are found of a real group, and of no other", async () => {
    const program =
      'const n = require("node:net"); const s = n.createServer().listen(0, "127.0.0.1", () => console.log(s.address().port))';
    const child = spawn(process.execPath, ["-e", program], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [port] = await once(child.stdout, "data");
    const group = child.pid ?? 0;
    const asked = { group, processes: () => liveProcesses(group) };
    assert.deepEqual(await listenersOf(asked), [{ port: Number(port), open: false }]);
    child.kill();
    await once(child, "exit");
    assert.deepEqual(await listenersOf(asked), []);
  });
});
