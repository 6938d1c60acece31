import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { type AuditOptions, auditFolder, READERS, type Reader } from "../../../audit";
import { applyFixes, planFixes } from "../../../audit/fixes";
import { known } from "../../../domain";
import { type Files, inFolder } from "../written-folder";

/** The files that a fix changes, as they are afterwards. */
const mended = (files: Files, options: AuditOptions = {}): Readonly<Record<string, string>> =>
  inFolder(files, (folder) => {
    const plan = planFixes(folder, options);
    assert.deepEqual(applyFixes(plan), []);
    const changed = plan.files.map(({ path: file }) => [
      file,
      readFileSync(path.join(folder, file), "latin1"),
    ]);
    const again = planFixes(folder, options);
    assert.deepEqual(again.files, [], "a second run must find nothing to do");
    return Object.fromEntries(changed) as Record<string, string>;
  });

const BLUEPRINT = [
  "services:",
  "  - type: web # the shop",
  "    name: shop",
  "    runtime: python",
  "    plan: starter",
  "    healthCheckPath: /health",
  "    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT",
  "    envVars:",
  "      - key: PORT",
  '        value: "8000"',
  "",
].join("\n");

const blueprint = (from: string, to: string): string => {
  assert.ok(BLUEPRINT.includes(from));
  return BLUEPRINT.replace(from, to);
};

describe("a fix", () => {
  const CASES: readonly (readonly [string, Files, Readonly<Record<string, string>>])[] = [
    [
      "binds all interfaces instead of the loopback address",
      { "render.yaml": blueprint("--host 0.0.0.0", "--host 127.0.0.1") },
      { "render.yaml": BLUEPRINT },
    ],
    [
      "changes the flag's address, and no other that stands beside it",
      { Procfile: "web: REDIS=127.0.0.1 uvicorn main:app --host=127.0.0.1 --port 8000\n" },
      { Procfile: "web: REDIS=127.0.0.1 uvicorn main:app --host=0.0.0.0 --port 8000\n" },
    ],
    [
      "keeps a Dockerfile's form and its continued lines",
      { Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "main:app", \\\n  "--host", "localhost"]\n' },
      { Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "main:app", \\\n  "--host", "0.0.0.0"]\n' },
    ],
    [
      "changes the variable where the server takes its address from one",
      {
        "render.yaml": blueprint("--host 0.0.0.0 ", "").replace(
          "- key: PORT",
          "- key: UVICORN_HOST\n        value: 127.0.0.1\n      - key: PORT",
        ),
      },
      {
        "render.yaml": blueprint("--host 0.0.0.0 ", "").replace(
          "- key: PORT",
          "- key: UVICORN_HOST\n        value: 0.0.0.0\n      - key: PORT",
        ),
      },
    ],
    [
      "binds all interfaces in code that the start command runs",
      {
        Procfile: "web: python main.py\n",
        "main.py":
          'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("app", host="127.0.0.1", port=8000)  # 127.0.0.1\n',
      },
      {
        "main.py":
          'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("app", host="0.0.0.0", port=8000)  # 127.0.0.1\n',
      },
    ],
    [
      "renames a misspelt field of a Blueprint, and keeps what it holds",
      { "render.yaml": blueprint("healthCheckPath:", "healthcheckPath:") },
      { "render.yaml": BLUEPRINT },
    ],
    [
      "lets the start command name the port that the platform sets",
      { "render.yaml": blueprint("$PORT", "9000") },
      { "render.yaml": blueprint("$PORT", "8000") },
    ],
    [
      "sets the one PORT that all else contradicts, and not the comment beside it",
      {
        Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
        ".env.staging": "PORT=8000\n",
        ".env.production": "PORT='10000' # 10000 once\n",
      },
      { ".env.production": "PORT='8000' # 10000 once\n" },
    ],
    [
      "leads a health check's path from the root",
      { "render.yaml": blueprint("/health", "health") },
      { "render.yaml": BLUEPRINT },
    ],
  ];
  for (const [title, files, expected] of CASES) it(title, () => assert.deepEqual(mended(files), expected));

  it("keeps every other byte: a mark at the start, carriage returns, and what is no UTF-8", () => {
    const start = "\u00ef\u00bb\u00bf# caf\u00e9\r\nweb: uvicorn main:app --host ";
    const text = (host: string): Buffer => Buffer.from(`${start}${host} --port 8000\r\n# \u00ff`, "latin1");
    const files = { Procfile: text("127.0.0.1") };
    assert.deepEqual(mended(files), { Procfile: text("0.0.0.0").toString("latin1") });
  });

  it("keeps a file's mode, and changes nothing before it is applied", () => {
    inFolder({ Procfile: "web: uvicorn main:app --host 127.0.0.1\n" }, (folder) => {
      const file = path.join(folder, "Procfile");
      const before = readFileSync(file, "utf8");
      const plan = planFixes(folder, {});
      assert.equal(readFileSync(file, "utf8"), before);
      assert.deepEqual(plan.fixed, [
        {
          rule: "service/loopback-bind",
          file: "Procfile",
          line: 1,
          replaced: "127.0.0.1",
          by: "0.0.0.0",
          because: "0.0.0.0",
        },
      ]);
    });
  });

  it("says what makes a port right, and takes the standard port where one was asked for", () => {
    const files = {
      Dockerfile: "FROM python:3.13\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "render.yaml":
        'services:\n  - type: web\n    name: shop\n    runtime: docker\n    healthCheckPath: /h\n    envVars: [{ key: PORT, value: "10000" }]\n',
    };
    const fixed = (options: Parameters<typeof planFixes>[1]) =>
      inFolder(files, (folder) =>
        planFixes(folder, options).fixed.map(({ file, by, because }) => [file, by, because]),
      );
    assert.deepEqual(fixed({}), [["Dockerfile", "10000", "10000, as variable PORT (render.yaml:6:35) says"]]);
    assert.deepEqual(fixed({ standardPort: 8000, standardPortBinds: true }), [
      ["render.yaml", "8000", "8000, as EXPOSE (Dockerfile:2:1) says"],
    ]);
  });
});

/** States which driver the code connects with, so that the fix is tested here and no reader of code. */
const code = (driver: string): Reader => ({
  name: "code",
  accepts: (file) => file === "main.py",
  read: ({ path: file }) => {
    const place = { source: "file", file, line: 1 } as const;
    return {
      problems: [],
      facts: [{ kind: "driver", place, driver: known(driver), driverSettings: known({}) }],
    };
  },
});

describe("a fix of a URL", () => {
  const url = (scheme: string, query = "sslmode=require"): string =>
    `DATABASE_URL="${scheme}://shop:postgres%3A%2F%2Fx@db.shop.internal:5432/shop?${query}"\n`;
  const envFiles = READERS.filter(({ name }) => name === "env-file");
  const readers = [code("sqlalchemy-psycopg2"), ...envFiles];

  it("writes the scheme that SQLAlchemy takes, and nothing else of it", () => {
    const files = { "main.py": "", ".env.production": url("postgres") };
    assert.deepEqual(mended(files, { readers }), { ".env.production": url("postgresql") });
  });

  it("writes asyncpg's own name for the key of TLS, with the value as it is", () => {
    const files = { "main.py": "", ".env.production": url("postgresql+asyncpg", "sslmode=verify-full") };
    assert.deepEqual(mended(files, { readers: [code("sqlalchemy-asyncpg"), ...envFiles] }), {
      ".env.production": url("postgresql+asyncpg", "ssl=verify-full"),
    });
  });

  it("leaves alone a scheme that names another driver", () => {
    const files = { "main.py": "", ".env.production": url("postgresql+asyncpg") };
    assert.deepEqual(mended(files, { readers }), {});
  });
});

describe("a fix leaves alone", () => {
  const CASES: readonly (readonly [string, Files])[] = [
    ["a sound repository", { "render.yaml": BLUEPRINT }],
    ["an address that nobody wrote", { "render.yaml": blueprint("--host 0.0.0.0 ", "") }],
    [
      "a field whose meaning is set in another form",
      { "render.yaml": blueprint("    plan: starter\n", "    plan: starter\n    port: 8000\n") },
    ],
    [
      "a misspelt field beside the right one, which would then stand there twice",
      { "render.yaml": blueprint("    plan: starter\n", "    plan: starter\n    Plan: free\n") },
    ],
    [
      "an address of two in one command",
      { Procfile: "web: uvicorn main:app --host 127.0.0.1 & uvicorn admin:app --host 127.0.0.1\n" },
    ],
    [
      "what a waiver waives",
      {
        Procfile:
          "# portcullis-ignore service/loopback-bind until 2999-12-31: a proxy stands before it\nweb: uvicorn main:app --host 127.0.0.1\n",
      },
    ],
  ];
  for (const [title, files] of CASES) it(title, () => assert.deepEqual(mended(files), {}));

  it("what is not among the findings that count", () => {
    inFolder({ Procfile: "web: uvicorn main:app --host 127.0.0.1\n" }, (folder) => {
      assert.deepEqual(planFixes(folder, {}, () => []).files, []);
    });
  });
});

describe("fixing twice", () => {
  const host = fc.constantFrom("127.0.0.1", "localhost", "0.0.0.0", "::1");
  const port = fc.constantFrom("8000", "10000", "9000", "$PORT", "${PORT:-8000}");
  const end = fc.constantFrom("\n", "\r\n");
  const command = fc
    .tuple(host, port)
    .map(([at, number]) => `uvicorn main:app --host ${at} --port ${number}`);
  const repository = fc.record(
    {
      Procfile: fc.tuple(command, end).map(([text, eol]) => `web: ${text}${eol}`),
      Dockerfile: fc
        .tuple(command, port, end)
        .map(([text, exposed, eol]) =>
          ["FROM python:3.12", `EXPOSE ${exposed}`, `CMD ${text}`, ""].join(eol),
        ),
      ".env.production": fc.tuple(port, end).map(([number, eol]) => `PORT=${number}${eol}`),
      ".env.staging": port.map((number) => `PORT="${number}" # ${number}\n`),
      "render.yaml": fc
        .tuple(command, port, fc.constantFrom("healthCheckPath", "healthcheckPath", "healthPath"))
        .map(([text, number, field]) =>
          BLUEPRINT.replace(/startCommand: .*/, () => `startCommand: ${text}`)
            .replace('"8000"', () => `"${number}"`)
            .replace("healthCheckPath", field),
        ),
    },
    { requiredKeys: [] },
  );

  it("changes nothing the second time, and never makes a finding", function () {
    this.timeout(10 * 60_000);
    fc.assert(
      fc.property(repository, (files) => {
        inFolder({ "main.py": "app = 1\n" }, (folder) => {
          for (const [name, text] of Object.entries(files)) {
            mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            writeFileSync(path.join(folder, name), text);
          }
          const before = auditFolder(folder).findings.length;
          const plan = planFixes(folder, {});
          assert.deepEqual(applyFixes(plan), []);
          const after = auditFolder(folder).findings.length;
          assert.ok(plan.fixed.length === 0 ? after === before : after < before);
          assert.deepEqual(planFixes(folder, {}).files, []);
        });
      }),
      { numRuns: 150 },
    );
  });
});
