import assert from "node:assert/strict";
import { secretsOfClientFile } from "../../../audit/secrets/client-files";

const MADE = ["Kp4tWz9x", "Lm2vRq7s"].join("");
const found = (path: string, text: string): readonly string[] =>
  secretsOfClientFile({ path, text }).map(({ place, endColumn }) =>
    place.source === "file" ? `${place.line}:${place.column}-${endColumn}` : "",
  );

describe("the files of database clients", () => {
  it("hold passwords, each at its line and column", () => {
    assert.deepEqual(found("home/.pgpass", `# all\ndb.harbor.internal:5432:*:app:${MADE}\n`), ["2:31-47"]);
    assert.deepEqual(found("pg_service.conf", `[prod]\nhost=db.harbor.internal\npassword=${MADE}\n`), [
      "3:10-26",
    ]);
    assert.deepEqual(found(".netrc", `machine api.harbor.io login a password ${MADE}\n`), ["1:40-56"]);
    assert.deepEqual(found(".my.cnf", `[client]\npassword = "${MADE}"\n`), ["2:13-29"]);
  });

  it("hold none where a placeholder stands or the database is on the same machine", () => {
    assert.deepEqual(found(".pgpass", "db.harbor.internal:5432:*:app:changeme\n"), []);
    assert.deepEqual(found(".pgpass", `localhost:5432:*:app:${MADE}\n`), []);
    assert.deepEqual(found("notes.txt", `password=${MADE}\n`), []);
  });
});
