import assert from "node:assert/strict";
import fc from "fast-check";
import { JAVASCRIPT } from "../../../../audit/readers/javascript/reader";
import { factLines } from "../fact-lines";
import { ONE_FILE } from "../one-file";

const lines = (text: string): readonly string[] => factLines(JAVASCRIPT, "server.ts", text);

describe("the reader of JavaScript and TypeScript", () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "states a literal port and host",
      'app.listen(3000, "127.0.0.1", () => {});',
      ['1:12 port code "3000"', '1:18 bind "127.0.0.1"'],
    ],
    ["follows a constant", "const P = 4_000;\napp.listen(P);", ['2:12 port code "4000"']],
    [
      "does not follow what a parameter hides",
      "const P = 1;\nconst f = (P) => app.listen(P);",
      ["2:29 port code ?"],
    ],
    [
      "states no port where PORT is followed",
      "const P = Number(process.env.PORT) || 3000;\napp.listen(P);",
      ["2:12 wanted-variable PORT false true", "1:18 wanted-variable PORT ?"],
    ],
    [
      "reads the options of a server",
      'fastify.listen({ port: 3000, host: "0.0.0.0" });',
      ['1:24 port code "3000"', '1:36 bind "0.0.0.0"'],
    ],
    [
      "states what Fastify binds by itself",
      'import Fastify from "fastify";\nconst server = Fastify();\nawait server.listen({ port: 3000 });',
      ['3:29 port code "3000"', '3:7 bind "localhost"'],
    ],
    [
      "states what Nest on Fastify binds by itself",
      "async function main() {}\nconst app = await NestFactory.create(AppModule, new FastifyAdapter());\nawait app.listen(3000);",
      ['3:18 port code "3000"', '3:7 bind "localhost"'],
    ],
    [
      "leaves Express to bind all",
      "const app = express();\napp.listen({ port: 3000 });",
      ['2:20 port code "3000"'],
    ],
    ["leaves Fastify's host open that is spread", "const app = Fastify();\napp.listen({ ...options });", []],
    [
      "marks what only `node server.js` binds",
      'if (require.main === module) { app.listen(3000, "127.0.0.1"); }',
      ['1:43 port code "3000" file', '1:49 bind "127.0.0.1" file'],
    ],
    ["leaves open what a condition binds", "if (dev) { app.listen(3000); }", ["1:23 port code ?"]],
    [
      "tells a variable with a default from one that may be required, and from one that is set",
      'const a = process.env.A ?? "x";\nconst b = process.env["B"]!;\nprocess.env.C = "1";',
      ["1:11 wanted-variable A false", "2:11 wanted-variable B ?"],
    ],
    [
      "states postgres.js with its prepared statements off",
      'import postgres from "postgres";\nconst sql = postgres(url, { prepare: false });',
      ['2:13 driver "postgres-js" {"prepare":"false"}'],
    ],
    [
      "states node-postgres",
      'import { Pool } from "pg";\nnew Pool({ connectionString, max: 5 });',
      ['2:1 driver "node-postgres" {"max":"5"}'],
    ],
    [
      "states a URL that the code holds, and none of a developer's machine",
      [
        'import { Pool } from "pg";',
        'new Pool({ connectionString: "postgresql://a:b@db.acme.com/x" });',
        'new Pool({ connectionString: "postgresql://a:b@localhost/x" });',
        'new Pool({ connectionString: process.env.URL ?? "postgresql://a:b@db.acme.com/x" });',
      ].join("\n"),
      [
        "4:30 wanted-variable URL false",
        '2:1 driver "node-postgres" {}',
        '2:30 url "postgresql://a:b@db.acme.com/x" "node-postgres" {}',
        '3:1 driver "node-postgres" {}',
        '4:1 driver "node-postgres" {}',
      ],
    ],
    [
      "states nothing of a server on whichever port is free",
      'server.listen(0, "127.0.0.1");\napp.listen({ port: 0, host: "localhost" });',
      [],
    ],
    [
      "states an env file that is loaded over what is set, and none that only fills in",
      [
        'require("dotenv").config({ override: true });',
        'dotenv.config({ path: "conf/.env", override: true });',
        "dotenv.config({ path: find(), override: true });",
        "dotenv.config();",
        "other({ override: true });",
      ].join("\n"),
      ["1:1 overriding-file .env", "2:1 overriding-file conf/.env"],
    ],
    [
      "states Drizzle that connects by itself, and not one that is given a client",
      'import { drizzle } from "drizzle-orm/postgres-js";\ndrizzle(process.env.URL);\ndrizzle({ connection: { url, prepare: false } });\ndrizzle(client);\ndrizzle({ client });',
      [
        "2:9 wanted-variable URL ?",
        '2:1 driver "postgres-js" {}',
        '3:1 driver "postgres-js" {"prepare":"false"}',
      ],
    ],
    [
      "states Prisma that has no adapter",
      'import { PrismaClient } from "@prisma/client";\nnew PrismaClient();\nnew PrismaClient({ adapter });',
      ['2:1 driver "prisma" {}'],
    ],
    [
      "does not guess what is spread",
      'import postgres from "postgres";\npostgres(url, { ...options });',
      ['2:1 driver "postgres-js" ?'],
    ],
    [
      "leaves another package's Pool out",
      "app.listen(process.env.PORT); new Pool({});",
      ["1:12 wanted-variable PORT false true", "1:12 wanted-variable PORT ?"],
    ],
  ];
  for (const [title, text, expected] of CASES) {
    it(title, () => {
      assert.deepEqual(lines(text), expected);
    });
  }

  it("leaves tests and tools' settings alone", () => {
    const paths = ["server.ts", "a/b.mjs", "a.test.ts", "vite.config.ts", "tests/a.ts", "a.d.ts", "a.py"];
    assert.deepEqual(paths.filter(JAVASCRIPT.accepts), ["server.ts", "a/b.mjs"]);
  });

  it("survives any text, and expressions nested too deep", () => {
    const word = fc.constantFrom(
      "process.env.",
      "{",
      "(",
      ")",
      "}",
      '"',
      "\n",
      "=",
      "app.listen(",
      "port:",
      ",",
    );
    fc.assert(fc.property(fc.array(word), (words) => void lines(words.join(""))));
    lines(`x = process.env${"(".repeat(5_000)}`);
  });

  it("gives up a text that is no code, in which each sign opens another reading", () => {
    for (const signs of ["<".repeat(900_000), "async (".repeat(100_000)]) {
      const file = { path: "server.ts", text: `app.listen(8000);\n${signs}` };
      const { facts, problems } = JAVASCRIPT.read(file, ONE_FILE);
      assert.deepEqual(facts, []);
      assert.deepEqual(
        problems.map(({ reason }) => reason),
        ["its code nests too deep, or is no such code"],
      );
    }
  });
});
