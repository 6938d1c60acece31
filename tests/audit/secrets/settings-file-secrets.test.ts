import assert from "node:assert/strict";
import { secretsOfSettingsFile } from "../../../audit/secrets/settings-file-secrets";

const found = (path: string, text: string): readonly string[] =>
  secretsOfSettingsFile({ path, text }).map(({ place, what, endColumn }) =>
    place.source === "file" ? `${place.line}:${place.column}-${endColumn} ${what}` : what,
  );
const MADE = ["Kp4tWz9x", "Lm2vRq7s"].join("");

describe("the settings files of frameworks", () => {
  it("hold a password of Spring's data source", () => {
    const text = `server.port=8080\nspring.datasource.password=${MADE}\n`;
    assert.deepEqual(found("src/main/resources/application.properties", text), [
      "2:28-44 a value for spring.datasource.password",
    ]);
  });

  it("hold one beside a server that listens on its own machine", () => {
    const text = `quarkus.http.host=localhost\nquarkus.datasource.password=${MADE}\n`;
    assert.equal(found("application.properties", text).length, 1);
  });

  it("hold the password of a connection string of .NET", () => {
    const text = `{\n  "Db": "Host=pg.harbor.internal;Username=harbor;Password=${MADE};SSL Mode=Require"\n}\n`;
    assert.deepEqual(found("appsettings.Production.json", text), ["2:59-75 a value for Password"]);
  });

  it("hold keys of several notations", () => {
    assert.equal(found("app/.streamlit/secrets.toml", `api_key = "${MADE}"\n`).length, 1);
    assert.equal(found("appsettings.json", `{ "a": 1,\n  "ApiKey": "${MADE}",\n}`).length, 1);
    assert.equal(found("config/database.yml", `production:\n  password: ${MADE}\n`).length, 1);
  });

  it("hold no secret where a reference, a word or a developer's own database stands", () => {
    for (const value of ["${DB_PASSWORD}", "<%= ENV['X'] %>", "password", "changeme", "postgres"])
      assert.deepEqual(found("config/database.yml", `password: ${value}\n`), [], value);
    const own = `spring.datasource.url=jdbc:postgresql://localhost/a\nspring.datasource.password=${MADE}\n`;
    assert.deepEqual(found("application.properties", own), []);
    assert.deepEqual(found("appsettings.Development.json", `"Password": "${MADE}"`), []);
    assert.deepEqual(found("src/index.js", `password: ${MADE}`), []);
  });
});
