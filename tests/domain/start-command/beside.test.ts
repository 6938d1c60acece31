import assert from "node:assert/strict";
import { readStart, readStartCommand } from "../../../domain/start-command";
import { answersNothing } from "../../../domain/start-command/beside";

const APP = "gunicorn main:app -b 127.0.0.1:8000";

describe("a program beside a server", () => {
  it("may answer in its place unless it is known to take no request for it", () => {
    for (const one of ["./bin/front", "envoy -c x.yaml", "node worker.js", "ssh -NR 80:localhost:8000 a@b"])
      assert.equal(readStartCommand(`${one} & ${APP}`), undefined, one);
    for (const one of ["redis-server", "/usr/bin/redis-server x.conf", "ssh -NL 5432:db:5432 a@b", "otelcol"])
      assert.equal(readStartCommand(`${one} & ${APP}`)?.host, "127.0.0.1", one);
  });

  it("is known by its own name, and by no name that begins like it", () => {
    assert.deepEqual(
      ["cloud_sql_proxy -i x", "./cloud-sql-proxy x", "litestream replicate", "supercronic tab"].map((line) =>
        answersNothing(line.split(" ")),
      ),
      [true, true, true, true],
    );
    assert.deepEqual(
      ["redis-server-proxy", "vectorize", "litestream replicate -exec x", "agent", "tailscale serve"].map(
        (line) => answersNothing(line.split(" ")),
      ),
      [false, false, false, false, false],
    );
  });
});

describe("a command that a tool takes as one word", () => {
  it("is what the tool starts", () => {
    for (const line of [`litestream replicate -exec '${APP}'`, `consul-template -exec="${APP}"`])
      assert.equal(readStartCommand(line)?.program, "gunicorn", line);
    assert.equal(readStart("litestream replicate").unknown, "litestream");
  });

  it("has its variables filled in by the outer shell alone where the tool starts none", () => {
    assert.deepEqual(readStartCommand('litestream replicate -exec "uvicorn a:b --port $PORT"')?.port, {
      from: "variable",
      variable: "PORT",
    });
    assert.notEqual(
      readStartCommand("litestream replicate -exec 'uvicorn a:b --port $PORT'")?.port?.from,
      "variable",
    );
  });
});
