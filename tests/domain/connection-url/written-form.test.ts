import assert from "node:assert/strict";
import { parseConnectionUrl, writtenForm } from "../../../domain/connection-url";
import type { VariableFact } from "../../../domain/fact";
import { known } from "../../../domain/knowable";
import { withUserBeside } from "../../../domain/other-notation";

/** Each states a password, and no user. */
const WITHOUT_USER = {
  "Npgsql's pairs": "Host=db.example.org;Password=s3cret;Database=postgres",
  "JDBC's parameters": "jdbc:postgresql://db.example.org/postgres?password=s3cret",
  "libpq's pairs": "host=db.example.org dbname=postgres password=s3cret",
};

const urlIn = (text: string): string => {
  const written = writtenForm(text);
  assert.ok(written !== undefined && "url" in written);
  return written.url;
};

describe("A database in another notation than a URL", () => {
  for (const [notation, text] of Object.entries(WITHOUT_USER)) {
    it(`keeps a password without a user a password: ${notation}`, () => {
      const { user, password } = parseConnectionUrl(urlIn(text))?.url ?? {};
      assert.deepEqual([user, password], ["", "s3cret"]);
    });
  }

  it("takes the user of the variable beside it, and keeps its password", () => {
    const place = { source: "file", file: ".env", line: 1 } as const;
    const variable = (name: string, value: string): VariableFact => ({
      ...{ kind: "variable", place, name, value: known(value), secret: false },
    });
    const of = variable("SPRING_DATASOURCE_URL", WITHOUT_USER["JDBC's parameters"]);
    const beside = variable("SPRING_DATASOURCE_USERNAME", "app");
    const url = withUserBeside(urlIn(WITHOUT_USER["JDBC's parameters"]), of, [of, beside]);
    assert.equal(url, "postgresql://app:s3cret@db.example.org/postgres");
    const bare = withUserBeside("postgresql://db.example.org/postgres", of, [of, beside]);
    assert.equal(bare, "postgresql://app@db.example.org/postgres");
  });
});
