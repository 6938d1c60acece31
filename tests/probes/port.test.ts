import assert from "node:assert/strict";
import { judgePort, listeningPorts, type Outcome, type PortEvidence } from "../../probes";

const uvicorn = (address: string) => `INFO:     Uvicorn running on http://${address} (Press CTRL+C to quit)`;
const sound: PortEvidence = {
  declared: 8000,
  open: [8000],
  lines: [uvicorn("0.0.0.0:8000")],
  variable: "8000",
};

describe("The port's probe", () => {
  const cases: readonly [string, Partial<PortEvidence>, Outcome, RegExp][] = [
    ["passes where process and Render say the declared port", {}, "pass", /listens on 8000, as declared/],
    ["passes by Render's word alone", { lines: [] }, "pass", /Render found 8000 open/],
    [
      "believes the process where Render's list is still the one of its creation",
      { open: [10000] },
      "pass",
      /8000/,
    ],
    [
      "names the variable PORT where that disagrees",
      { lines: [uvicorn("0.0.0.0:10000")], open: [10000], variable: "10000" },
      "fail",
      /listens on 10000, the stack declares 8000: its variable PORT is 10000/,
    ],
    [
      "names the start command where PORT agrees",
      { lines: [uvicorn("0.0.0.0:3000")], open: [3000] },
      "fail",
      /listens on 3000.*start command or code/,
    ],
    [
      "counts what the process said last, after Render's restart",
      { lines: [uvicorn("0.0.0.0:3000"), uvicorn("0.0.0.0:8000")] },
      "pass",
      /8000/,
    ],
    ["fails on loopback", { lines: [uvicorn("127.0.0.1:8000")], open: [] }, "fail", /loopback/],
    [
      "believes Render's list more than what the process says of itself",
      { open: [9000] },
      "fail",
      /listens on 9000, the stack declares 8000.*start command or code/,
    ],
    [
      "says so where the log names the declared port",
      { open: [9000], lines: [uvicorn("0.0.0.0:8000"), uvicorn("0.0.0.0:9000")] },
      "fail",
      /listens on 9000, the stack declares 8000, although its log names/,
    ],
    [
      "passes where an inner server listens beside the declared port",
      { open: [8000, 9000], lines: [uvicorn("127.0.0.1:9000")] },
      "pass",
      /Render found 8000 open/,
    ],
    [
      "believes Render's own line where its list is still the one of its creation",
      { open: [10000], lines: ["==> Detected service running on port 9000", uvicorn("0.0.0.0:8000")] },
      "fail",
      /listens on 9000/,
    ],
    [
      "cannot decide while Render has not looked",
      { lines: [], open: [10000] },
      "not-decided",
      /may not have looked/,
    ],
    [
      "fails by Render's word where PORT says so too",
      { lines: [], open: [10000], variable: "10000" },
      "fail",
      /PORT is 10000/,
    ],
    [
      "cannot decide where nobody says anything",
      { lines: [], open: undefined },
      "not-decided",
      /neither Render nor the log/,
    ],
  ];
  for (const [what, change, outcome, reason] of cases) {
    it(what, () => {
      const answer = judgePort({ ...sound, ...change });
      assert.equal(answer.outcome, outcome, answer.reason);
      assert.match(answer.reason, reason);
    });
  }

  const lines: readonly [string, number | undefined, boolean?][] = [
    [uvicorn("0.0.0.0:8000"), 8000, false],
    ["INFO:     Uvicorn running on http://[::1]:8000", 8000, true],
    ["[2026-01-02 10:00:00 +0000] [7] [INFO] Listening at: http://127.0.0.1:8000 (7)", 8000, true],
    [
      "==> New primary port detected: 3001. Restarting deploy to update network configuration...",
      3001,
      false,
    ],
    ["==> Detected service running on port 10000 with additional ports HTTP:5055", 10000, false],
    ["==> Detected a new open port HTTP:8080", 8080, false],
    ["==> Detected a new open port TCP:9000", undefined],
    ["sshd: connection from 10.0.0.3 port 5432 closed", undefined],
  ];
  for (const [line, port, loopback] of lines) {
    it(`reads ${port ?? "no port"} from: ${line.slice(0, 70)}`, () => {
      const platform = line.startsWith("==>") ? { platform: true } : {};
      assert.deepEqual(listeningPorts([line]), port === undefined ? [] : [{ port, loopback, ...platform }]);
    });
  }
});
