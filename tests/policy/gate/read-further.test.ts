import assert from "node:assert/strict";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";
import { DIRECT_URL, DOCKER, SESSION } from "./written";

const rejected = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one))).rejected;
const isRejected = (rule: string, one: SealedCase) =>
  rejected(one).some((message) => message.includes(`(${rule})`));

describe("what the gate reads behind a file and a command line", () => {
  it("takes no URL of a JSON file that tests have, or beside a variable that states one", () => {
    const file = (key: string) => ({ "config.json": JSON.stringify({ [key]: { url: DIRECT_URL } }) });
    const said = (one: SealedCase) => isRejected("database/ipv6-only-host", one);
    assert.ok(said({ secretFiles: file("production") }));
    assert.ok(!said({ secretFiles: file("test") }));
    assert.ok(!said({ secretFiles: file("production"), variables: { DATABASE_URL: SESSION } }));
  });

  it("reads what a tool hands to a shell", () => {
    const said = (command: string) => isRejected("port/agreement", { command });
    assert.ok(said("su -c 'uvicorn main:app --host 0.0.0.0 --port 9000' app"));
    assert.ok(said("exec /usr/bin/env -S 'A=1 UVICORN_PORT=9000' uvicorn main:app --host 0.0.0.0"));
    // Render's own GUNICORN_CMD_ARGS may name the port in place of PORT.
    const gunicorn = { command: "exec /usr/bin/env -S 'A=1 PORT=9000' gunicorn main:app" };
    assert.match(together(judgedProgram(resourcesOf("api", gunicorn))).undecided, /port/);
    assert.deepEqual(
      rejected({ command: "infisical run -c 'uvicorn main:app --host 0.0.0.0 --port $PORT'" }),
      [],
    );
  });

  it("judges no list of ports", () => {
    const dotnet = { driver: "npgsql", properties: DOCKER, command: "dotnet Api.dll" };
    assert.deepEqual(rejected({ ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8000;9000" } }), []);
    assert.ok(isRejected("port/agreement", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "5000" } }));
  });
});
