import assert from "node:assert/strict";
import fc from "fast-check";
import { JAVASCRIPT } from "../../../../audit/readers/javascript/reader";
import { factLines } from "../fact-lines";
import { filesOf } from "../one-file";

type Files = Readonly<Record<string, string>>;

const lines = (path: string, files: Files): readonly string[] =>
  factLines(JAVASCRIPT, path, files[path] ?? "", filesOf(files));

/** What a server's port is, where the main file and the one that it imports say this. */
const portOf = (main: string, other: string, name = "config.ts"): readonly string[] =>
  lines("src/server.ts", { "src/server.ts": `${main}\napp.listen(PORT);`, [`src/${name}`]: other })
    .filter((line) => line.includes(" port "))
    .map((line) => line.replace(/^\S+ port code /, ""));

describe("names of JavaScript that lead into another file", () => {
  const FOLLOWED: readonly (readonly [string, string, string, string?])[] = [
    ["by their name", 'import { PORT } from "./config";', "export const PORT: number = 9000;"],
    ["under another name", 'import { P as PORT } from "./config.js";', "const Q = 9000; export { Q as P };"],
    ["by default", 'import PORT from "./config";', "export default 9000;"],
    [
      "as a property",
      'import c from "./config"; const PORT = c.port;',
      "export default { port: 9_000 } as const;",
    ],
    ["as a whole", 'import * as c from "./config"; const { P: PORT } = c;', "export const P = 9000;"],
    ["by require", 'const { PORT } = require("./config");', "module.exports = { PORT: 9000 };", "config.js"],
    ["by exports", 'const PORT = require("./config").P;', "exports.P = 9000;", "config.cjs"],
    ["from a folder", 'import { PORT } from "./config";', "export const PORT = 9000;", "config/index.ts"],
    ["by an alias of `src`", 'import { PORT } from "@/config";', "export const PORT = 9000;"],
  ];
  for (const [title, main, other, name] of FOLLOWED) {
    it(`are followed ${title}`, () => {
      assert.match(portOf(main, other, name).join(), /^"9_?000"$/);
    });
  }

  const PORTS: readonly (readonly [string, string, readonly string[]])[] = [
    ["follow PORT", "export const PORT = process.env.PORT || 3000;", []],
    ["convert it", "export const PORT = Number(process.env.PORT ?? 3000);", []],
    ["take it apart", "export const { PORT = 3000 } = process.env;", []],
    [
      "parse it",
      "export const { PORT } = z.object({ PORT: z.coerce.number().default(3000) }).parse(process.env);",
      [],
    ],
    [
      "parse it by a schema with a name",
      "const schema = z.object({ PORT: z.string() });\nconst env = schema.parse(process.env);\nexport const PORT = env.PORT;",
      [],
    ],
    ["read another variable", "export const PORT = process.env.API_PORT;", ["?"]],
    ["are not constant", "export let PORT = 9000;", ["?"]],
    ["come from elsewhere", 'export { PORT } from "package";', ["?"]],
    ["are in a circle", 'export { PORT } from "./server";', ["?"]],
  ];
  for (const [title, other, expected] of PORTS) {
    it(`are ports that ${title}`, () => {
      assert.deepEqual(portOf('import { PORT } from "./config";', other), expected);
    });
  }

  it("lead to a client's options", () => {
    const files = {
      "db.ts":
        'import postgres from "postgres";\nimport { OPTIONS } from "./options";\npostgres(url, OPTIONS);',
      "options.ts": "export const OPTIONS = { prepare: false, max: 3 };",
    };
    assert.deepEqual(lines("db.ts", files), ['3:1 driver "postgres-js" {"prepare":"false","max":"3"}']);
  });

  it("are followed by the aliases of the nearest tsconfig.json", () => {
    const port = "export const PORT = 9000;";
    const asks = (name: string): string => `import { PORT } from "${name}";\napp.listen(PORT);`;
    const config = (options: string, more = ""): string =>
      `{\n  // aliases\n  ${more}"compilerOptions": ${options},\n}`;
    const found = ['2:12 port code "9000"'];
    const paths = '{ "paths": { "#lib/*": ["./lib/*"], "env": ["lib/env.ts"], } }';
    const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
      ["a pattern", "#lib/env", { "api/tsconfig.json": config(paths), "api/lib/env.ts": port }],
      ["a name", "env", { "api/tsconfig.json": config(paths), "api/lib/env.ts": port }],
      ["baseUrl", "lib/env", { "api/tsconfig.json": config('{ "baseUrl": "./" }'), "api/lib/env.ts": port }],
      [
        "what is extended",
        "#lib/env",
        {
          "api/tsconfig.json": config("{}", '"extends": "../tsconfig.base", '),
          "tsconfig.base.json": config(paths),
          "lib/env.ts": port,
        },
      ],
      ["a folder above", "#lib/env", { "tsconfig.json": config(paths), "lib/env.ts": port }],
    ];
    for (const [what, name, files] of cases)
      assert.deepEqual(lines("api/src/main.ts", { "api/src/main.ts": asks(name), ...files }), found, what);
    for (const broken of ["", "{", "[]", config("{ paths }"), config("{}", '"extends": "./tsconfig.json", ')])
      assert.deepEqual(
        lines("main.ts", { "main.ts": asks("#lib/env"), "tsconfig.json": broken }),
        ["2:12 port code ?"],
        broken,
      );
  });

  it("state the variables of a schema that parses the environment", () => {
    const text =
      "z.object({ A: z.string(), B: z.string().default('x') }).parse(process.env);\ncleanEnv(process.env, { C: str(), D: str({ default: '' }) });\nz.object({ E: z.string() }).parse(body);";
    assert.deepEqual(lines("env.ts", { "env.ts": text }), [
      "1:15 wanted-variable A true",
      "1:30 wanted-variable B false",
      "2:28 wanted-variable C true",
      "2:38 wanted-variable D false",
    ]);
  });

  it("end in any text, and in circles of many files", () => {
    const piece = fc.constantFrom(
      ...'import|{|}|a|b|from|"./a"|"./b"|export|default|const|=|;|*|as|.a|process.env|z.object(|).parse(process.env)|app.listen(a|)|,|exports.a'.split(
        "|",
      ),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        lines("a.ts", { "a.ts": `${a}\napp.listen(a, b)`, "b.ts": b });
      }),
    );
    const names = Array.from({ length: 30 }, (_, at) => `m${at}`);
    const files = Object.fromEntries(
      names.map((name, at) => [
        `${name}.ts`,
        `${names.map((other) => `export * from "./${other}";`).join("\n")}\nexport { PORT } from "./m${(at + 1) % 30}";\nimport { PORT as P } from "./m3";\napp.listen(P)`,
      ]),
    );
    lines("m0.ts", files);
    lines("a.ts", { "a.ts": `const a = { a };\napp.listen(a${".a".repeat(20_000)})` });
  });
});
