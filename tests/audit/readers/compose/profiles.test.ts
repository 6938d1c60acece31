import assert from "node:assert/strict";
import { adoptable } from "../../../../audit/adoption/adopted-services";
import { auditFolder } from "../../../../audit/audit";
import { readFolder } from "../../../../audit/read-folder";
import { COMPOSE } from "../../../../audit/readers/compose/reader";
import { repositoryOf } from "../../../../audit/walk/repository";
import { type Files, inFolder } from "../../written-folder";
import { factLines } from "../fact-lines";
import { filesOf } from "../one-file";

const TWO = `services:
  web:
    build: .
    ports: ["8000:8000"]
  debug:
    build: .
    profiles: [debug]
    environment: { PORT: 9000 }
    ports: ["9000:9000"]
`;

const lines = (text: string, files: Readonly<Record<string, string>> = {}, path = "compose.yaml") =>
  factLines(COMPOSE, path, text, filesOf(files)).filter((line) => !line.includes(" build "));

/** A repository whose one folder holds what the service is. */
const withCode = (files: Files): Files => ({
  Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
  ...files,
});

describe("compose's profiles", () => {
  it("keep a service apart from those that are started", () => {
    assert.deepEqual(lines(TWO), [
      "4:13 port compose 8000 web local",
      '8:26 variable debug (profile debug) local PORT "9000" false',
      "9:13 port compose 9000 debug (profile debug) local",
    ]);
  });

  it("give no variables to production, whatever the file's name", () => {
    const text = "services:\n  web:\n    build: .\n    profiles: [x]\n    environment: { PORT: 9000 }\n";
    assert.deepEqual(lines(text, {}, "compose.production.yaml"), [
      '5:26 variable web (profile x) local PORT "9000" false',
    ]);
  });

  it("start a service where the .env beside the file names its profile, or all", () => {
    for (const active of ["debug", "other,debug", "'*'"])
      assert.deepEqual(
        lines(TWO, { ".env": `COMPOSE_PROFILES=${active}\n` }).filter((line) => line.includes("profile")),
        [],
      );
    assert.equal(
      lines(TWO, { ".env": "COMPOSE_PROFILES=other\n" }).filter((line) => line.includes("(profile debug)"))
        .length,
      2,
    );
  });

  it("count in every layer of a service", () => {
    const below = "services:\n  web:\n    build: .\n    ports: [8000]\n";
    const above = "services:\n  web:\n    profiles: [x]\n    environment: { PORT: 9000 }\n";
    assert.deepEqual(lines(below, { "compose.override.yaml": above }), [
      "4:13 port compose 8000 web (profile x) local",
    ]);
    assert.deepEqual(lines(above, { "compose.yaml": below }, "compose.override.yaml"), [
      '4:26 variable web (profile x) local PORT "9000" false',
    ]);
  });

  it("keep what is only started for one out of what the folder's service says", () => {
    const only = `services:\n  tool:\n    build: .\n    profiles: [tools]\n    command: uvicorn main:app --host 0.0.0.0 --port 9000\n`;
    const { findings, services } = inFolder(withCode({ "compose.yaml": only }), (folder) =>
      auditFolder(folder),
    );
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith("port/")),
      [],
    );
    assert.ok(services.some(({ name }) => name === "tool (profile tools)"));
  });

  it("leave a service out of what is adopted", () => {
    const names = inFolder(withCode({ "compose.yaml": TWO }), (folder) => {
      const read = readFolder(folder);
      return adoptable(read, repositoryOf(read.root, read.walked.files)).names;
    });
    assert.deepEqual(names, ["web"]);
  });
});
