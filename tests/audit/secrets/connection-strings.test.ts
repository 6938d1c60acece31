import assert from "node:assert/strict";
import { credentialsIn } from "../../../audit/secrets/detected-credentials";

/** Put together here, so that no scanner takes a text of this file for a password. */
const PASSWORD = ["Zk9xQ7", "vTr2pL"].join("");

const CASES: readonly [string, string, boolean][] = [
  [
    "libpq's keywords",
    `connect("host=db.acme.net port=5432 user=shop password=${PASSWORD} dbname=shop")`,
    true,
  ],
  ["them in another order", `Open("postgres", "password=${PASSWORD} host=db.acme.net")`, true],
  ["a password in quotes", `dsn: "host=db.acme.net password='${PASSWORD} x' user=shop"`, true],
  ["blanks around the signs", `"host = db.acme.net user = shop password = ${PASSWORD}"`, true],
  ["a string on a line of its own", `host=db.acme.net password=${PASSWORD}\n`, true],
  ["ADO's keywords", `"Default": "Host=db.acme.net;Username=shop;Password=${PASSWORD};Database=shop"`, true],
  ["a server with its port", `"Server=tcp:db.acme.net,1433;User Id=shop;Pwd=${PASSWORD};"`, true],
  ["a password that is filled in", '"host=%s user=%s password=%s dbname=%s"', false],
  ["one of a template", 'f"host={host} password={password} user={user}"', false],
  ["one of a variable", '"host=db.acme.net password=${DB_PASSWORD}"', false],
  ["a placeholder", '"host=db.acme.net user=shop password=changeme"', false],
  ["a pattern", '"Host=my.server.com;Password=<password>;"', false],
  ["a developer's machine", `"host=localhost password=${PASSWORD}"`, false],
  ["a service of a private network", `"host=db user=shop password=${PASSWORD}"`, false],
  ["a password without a host", `password = "${PASSWORD}"`, false],
  ["a host and a password of two strings", `{ host = "db.acme.net", password = read("password=") }`, false],
];

describe("A connection string with its password", () => {
  for (const [what, text, found] of CASES) {
    it(`is ${found ? "found" : "not found"} in ${what}`, async () => {
      const all = await credentialsIn({ path: "app/db.go", text });
      const strings = all.filter((fact) => fact.what === "a connection string with its password");
      assert.equal(strings.length, found ? 1 : 0, JSON.stringify(all));
      assert.ok(!JSON.stringify(all).includes(PASSWORD));
    });
  }

  it("is no example of documentation", async () => {
    const text = `host=db.acme.net password=${PASSWORD}`;
    assert.deepEqual(await credentialsIn({ path: "docs/setup.md", text }), []);
  });

  it("is found in one pass over a long text", async () => {
    const text = "password= host = ".repeat(20_000);
    assert.deepEqual(await credentialsIn({ path: "a.sql", text }), []);
  });
});
