import assert from "node:assert/strict";
import fc from "fast-check";
import { DOCKERFILE } from "../../../../audit/readers/dockerfile/reader";
import { factsOf } from "../../../../domain";
import { ONE_FILE } from "../one-file";

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

  it("reads 20,000 stages that build upon one another", () => {
    const stages = Array.from({ length: 20_000 }, (_, at) => `FROM s${at} AS s${at + 1}\n`).join("");
    assert.equal(read(`FROM x AS s0\nEXPOSE 9000\n${stages}`).length, 1);
  });

  it("reads 10,000 variables that each say the one before", () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => `ENV A${at + 1}=$A${at}\n`).join("");
    const variables = factsOf(read(`FROM x\nENV A0=1\n${chain}`), "variable");
    assert.deepEqual(variables.at(-1)?.value, { known: true, value: "1" });
  });

  it("goes on in no line after one that ends in two escape characters", () => {
    for (const [text, character] of [
      ["FROM a\nENV X=hello\\\\\nENV C trailing\\\\ \nENV D=a\\\nb\nEXPOSE 3000\n", "\\"],
      ["# escape=`\nFROM a\nENV X=hello``\nENV C trailing`` \nENV D=a`\nb\nEXPOSE 3000\n", "`"],
    ] as const) {
      const variables = factsOf(read(text), "variable").map(({ name, value }) => [name, value]);
      assert.deepEqual(variables, [
        ["X", { known: true, value: `hello${character}` }],
        ["C", { known: true, value: `trailing${character}` }],
        ["D", { known: true, value: "ab" }],
      ]);
      assert.deepEqual(factsOf(read(text), "port").length, 1);
    }
  });

  for (const [what, text, expected] of [
    ["shell form", "CMD uvicorn main:app --port $PORT", "uvicorn main:app --port $PORT"],
    ["exec form", 'CMD ["sh", "-c", "node a.js"]', "sh -c 'node a.js'"],
    ["an entry point with arguments", 'ENTRYPOINT ["uvicorn"]\nCMD ["main:app"]', "uvicorn main:app"],
    ["an entry point in shell form", 'ENTRYPOINT node a.js\nCMD ["x"]', "node a.js"],
    [
      "an entry point with a shell's line",
      'ENTRYPOINT ["/run"]\nCMD node a.js',
      "/run /bin/sh -c 'node a.js'",
    ],
    ["an entry point that is taken away", 'ENTRYPOINT ["/run"]\nENTRYPOINT []\nCMD ["x"]', "x"],
    [
      "node of an image without a shell",
      'FROM gcr.io/distroless/nodejs22-debian12:nonroot\nCMD ["dist/server.js"]',
      "node dist/server.js",
    ],
    [
      "java of an image without a shell",
      'FROM gcr.io/distroless/java21-debian12\nCMD ["app.jar"]',
      "java -jar app.jar",
    ],
    [
      "python of an image without a shell",
      'FROM gcr.io/distroless/python3-debian12\nCMD ["main.py"]',
      "python3 main.py",
    ],
    [
      "an entry point in its place",
      'FROM gcr.io/distroless/nodejs22\nENTRYPOINT ["/run"]\nCMD ["a.js"]',
      "/run a.js",
    ],
    ["no entry point of the base", 'FROM gcr.io/distroless/base-debian12\nCMD ["/server"]', "/server"],
    ["the last of two", "CMD a\nCMD b", "b"],
    ["one beside a trigger", "CMD a\nONBUILD CMD b", "a"],
    ["the stage below", "CMD a\nFROM other\nCMD b\nFROM below", "a"],
    ["a stage that sets the entry point anew", 'CMD ["a"]\nFROM below\nENTRYPOINT ["b"]', "b"],
    ["a stage with both in any order", 'FROM below\nCMD ["a"]\nENTRYPOINT ["b"]', "b a"],
  ] as const) {
    it(`states the command of ${what}`, () => {
      assert.deepEqual(commandOf(`FROM a AS below\n${text}\n`), { known: true, value: expected });
    });
  }

  for (const [what, text, expected] of [
    ["an argument's default", "ARG P=8000\nENV PORT=$P", "8000"],
    ["a fallback of an empty one", "ARG P=\nENV PORT=${P:-8000}", "8000"],
    ["the default from before FROM, named again", "ARG G\nENV PORT=$G", "7000"],
    ["nothing from before FROM otherwise", "ENV PORT=$G", undefined],
    ["an argument without default as unknown", "ARG P\nENV PORT=$P", undefined],
    ["a variable rather than an argument", "ENV P=1\nARG P=2\nENV PORT=$P", "1"],
    ["the value from before its own line", "ENV P=1\nENV P=2 PORT=$P", "1"],
    ["a value without its quotes", "ENV PORT=\"8000\" A='b'", "8000"],
    ["no reference in single quotes", "ENV PORT='$P'", "$P"],
    ["no reference behind a backslash", "ENV PORT=\\$P", "$P"],
    ["a value over two lines", 'ENV A=1 \\\n    PORT="80\\\n00"', "8000"],
    ["a value in the old form", "ENV PORT 8000", "8000"],
    ["the last value of two", "ENV PORT=1\nENV PORT=2", "2"],
    ["a reference of an unknown form as unknown", "ENV PORT=${P#x}", undefined],
  ] as const) {
    it(`states ${what}`, () => {
      const facts = factsOf(read(`ARG G=7000\nFROM a\n${text}\n`), "variable");
      const value = facts.find(({ name }) => name === "PORT")?.value;
      assert.equal(value?.known ? value.value : undefined, expected);
      assert.equal(facts.filter(({ name }) => name === "PORT").length, 1);
    });
  }

  for (const [what, text, expected] of [
    ["a port that an argument says", "ARG P=8000\nEXPOSE $P/tcp", [8000]],
    ["an unknown port of a variable that is not set", "EXPOSE $PORT", ["?"]],
    ["an unknown one of several", "EXPOSE 8000\nEXPOSE 9090", ["?"]],
    ["the port beside a debugger's", "EXPOSE 9229 3000", [3000]],
    ["no range", "EXPOSE 3000-3005", []],
    [
      "the port of the last health check",
      'HEALTHCHECK CMD curl http://localhost:1\nHEALTHCHECK CMD ["curl", "http://127.0.0.1:2/"]',
      [2],
    ],
    ["no health check that is taken away", "HEALTHCHECK CMD curl http://localhost:1\nHEALTHCHECK NONE", []],
  ] as const) {
    it(`states ${what}`, () => {
      const ports = factsOf(read(`FROM a\n${text}\n`), "port").map(({ port }) =>
        port.known ? port.value : "?",
      );
      assert.deepEqual(ports, expected);
    });
  }

  it("states build arguments at their place, and marks a secret one", () => {
    const said = factsOf(
      read("ARG G=1\nFROM a\nARG NPM_TOKEN\nARG URL=postgres://u:canary@h/d\n"),
      "build-argument",
    );
    assert.deepEqual(
      said.map(({ name, value, secret, place }) => [
        name,
        value.known,
        secret,
        place.source === "file" && place.line,
      ]),
      [
        ["G", true, false, 1],
        ["NPM_TOKEN", false, true, 3],
        ["URL", true, true, 4],
      ],
    );
  });

  it("gives each variable its own line", () => {
    const places = read("FROM a\nENV A=1 \\\n  B=2\n").map(
      ({ place }) => place.source === "file" && [place.line, place.column],
    );
    assert.deepEqual(places, [
      [2, 5],
      [3, 3],
    ]);
  });

  for (const [path, environment] of [
    ["Dockerfile", undefined],
    ["Dockerfile.worker", undefined],
    ["api/Dockerfile.dev", "dev"],
    ["prod.Dockerfile", "prod"],
  ] as const) {
    it(`takes ${path} as of ${environment ?? "any environment"}`, () => {
      const { facts } = DOCKERFILE.read({ path, text: "FROM a\nENV A=1\nCMD b\n" }, ONE_FILE);
      assert.deepEqual(
        facts.map((fact) => fact.environment),
        [environment, environment],
      );
    });
  }

  it("ends for any text", () => {
    const piece = fc.constantFrom(
      "FROM a",
      "ENV ",
      "ARG ",
      "EXPOSE ",
      "\n",
      "A=",
      "$A",
      "${A",
      "}",
      '"',
      "'",
      "\\",
      " ",
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => Array.isArray(read(pieces.join("")))));
  });

  it("marks a variable as secret by its name", () => {
    const [fact] = read("FROM a\nENV API_KEY=canary\n");
    assert.equal(fact?.kind === "variable" && fact.secret, true);
  });
});
