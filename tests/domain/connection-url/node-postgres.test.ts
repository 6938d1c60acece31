import assert from "node:assert/strict";
import { Client } from "pg";
import { NODE_POSTGRES, parseConnectionUrl, targetsOf, writtenForm } from "../../../domain";

/** What its own tests have beside plain URLs (pg-connection-string 2.14, test/parse.ts). */
const FORMS = [
  "/var/run/postgresql",
  "/var/run/postgresql mydb",
  "/cloudsql/project:region:instance shop",
  "socket:/some/path/?db=mydb&encoding=utf8",
  "socket:///some/path/?db=my%5Bdb%5D&encoding=utf8#bar",
  "socket:/some path/?db=my[db]&encoding=utf8&client_encoding=bar",
  "socket://brian:p%40ss@/tmp/s?db=shop",
  "socket:/tmp/s?db=shop&user=brian&password=p@ss",
  "postgres://localhost/%2Fdbname",
  "postgres://localhost/a%20b%3Fc",
  "postgres://%2Fsome%2Fpath/dbname",
  "postgres://%2Fsome%2Fpath/dbname?host=/tmp",
  "postgres://localhost/dbname?host=/unix/socket",
  "postgres:///dbname?host=/unix/socket",
];

describe("a connection of node-postgres", () => {
  for (const text of FORMS) {
    it(`leads by a socket where node-postgres itself goes: ${text}`, () => {
      const theirs = new Client({ connectionString: text });
      const written = writtenForm(text);
      const url = written !== undefined && "url" in written ? written.url : text;
      const parsed = parseConnectionUrl(url, NODE_POSTGRES);
      assert.ok(parsed);
      const [target] = targetsOf(parsed.url, NODE_POSTGRES);
      assert.equal(target?.host, theirs.host);
      // Without a database node-postgres takes the user's name.
      if (target?.database !== "") assert.equal(target?.database, theirs.database);
      if (target?.user !== "") assert.equal(target?.user, theirs.user);
      assert.equal(parsed.url.password ?? "", theirs.password ?? "");
    });
  }

  it("is refused with libpq's verify-ca and no certificate, whatever the host", () => {
    const url = "postgresql://u@db.acme.com/d?uselibpqcompat=true&sslmode=verify-ca";
    assert.throws(() => new Client({ connectionString: url }), /requires specifying a CA with sslrootcert/);
  });

  it("by a socket is no path of something else", () => {
    for (const text of ["/api", "/api v2", "/usr/local/bin/run shop", "socket.io"])
      assert.deepEqual(writtenForm(text), { form: "bare" }, text);
  });
});
