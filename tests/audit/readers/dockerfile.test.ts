import assert from "node:assert/strict";
import { DOCKERFILE } from "../../../audit/readers/dockerfile";
import { ONE_FILE } from "./one-file";

const read = (text: string) => DOCKERFILE.read({ path: "Dockerfile", text }, ONE_FILE).facts;

const commandOf = (text: string): unknown =>
  read(text).flatMap((fact) => (fact.kind === "start-command" ? [fact.command] : []))[0];

describe("the reader of Dockerfiles", () => {
  it("states ports and variables of the last stage and those it builds upon, with their lines", () => {
    const facts = read(
      "FROM a AS base\nENV PORT=8000 KEY=$X\nFROM b AS other\nEXPOSE 1\nFROM base\nEXPOSE 9000/tcp 53/udp\n" +
        "HEALTHCHECK CMD curl http://localhost:7000/health\n",
    );
    const said = facts.map((fact) => [
      fact.place.source === "file" ? fact.place.line : undefined,
      fact.kind === "port"
        ? [fact.role, fact.port]
        : fact.kind === "variable"
          ? [fact.name, fact.value.known]
          : [],
    ]);
    assert.deepEqual(said, [
      [2, ["PORT", true]],
      [2, ["KEY", false]],
      [6, ["exposed", { known: true, value: 9000 }]],
      [7, ["health-check", { known: true, value: 7000 }]],
    ]);
  });

  for (const [what, text, expected] of [
    ["shell form", "CMD uvicorn main:app --port $PORT", "uvicorn main:app --port $PORT"],
    ["exec form", 'CMD ["sh", "-c", "node a.js"]', "sh -c 'node a.js'"],
    ["an entry point with arguments", 'ENTRYPOINT ["uvicorn"]\nCMD ["main:app"]', "uvicorn main:app"],
    ["an entry point in shell form", 'ENTRYPOINT node a.js\nCMD ["x"]', "node a.js"],
    ["the last of two", "CMD a\nCMD b", "b"],
  ] as const) {
    it(`states the command of ${what}`, () => {
      assert.deepEqual(commandOf(`FROM a\n${text}\n`), { known: true, value: expected });
    });
  }

  it("marks a variable as secret by its name", () => {
    const [fact] = read("FROM a\nENV API_KEY=canary\n");
    assert.equal(fact?.kind === "variable" && fact.secret, true);
  });
});
