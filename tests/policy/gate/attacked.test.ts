import assert from "node:assert/strict";
import { judgedProgram, resourcesOf } from "./program";
import { type Judged, judged, SOUND_SERVICE, together, variables } from "./rejected";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  DOCKER,
  IMAGE,
  OTHER,
  POOL,
  REF,
  SESSION,
  TRANSACTION,
  url,
} from "./written";

const inProgram = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));
const under = (env: SealedCase["variables"], more: SealedCase = {}): SealedCase => ({
  ...more,
  ...(env !== undefined && { variables: env }),
});

/** Whether the rule rejects it. */
const isRejected = (rule: string, { rejected }: Judged) =>
  rejected.some(
    (message) => message.startsWith(`${rule.replace("/", "-")}:`) || message.includes(`(${rule})`),
  );
const isOpen = (rule: string, { undecided }: Judged) =>
  undecided.split("\n").some((line) => line.split("Rules: ")[1]?.split(", ").includes(rule) === true);

const DRIVERS = ["asyncpg", "psycopg", "psycopg2", "node-postgres", "postgres-js", "pgx", "prisma"] as const;
const password = (driver: string, text: string) =>
  under({ DATABASE_URL: `postgresql://app.${REF}:${text}@${POOL}:5432/postgres` }, { driver });

/** What attacks on the gate found, each with the rule that rejects it now. */
const REJECTED: readonly (readonly [fault: string, rule: string, cases: readonly SealedCase[]])[] = [
  [
    "any port in a program without components",
    "port/standard",
    [
      under({ PORT: "10000" }, bare),
      under({ PORT: null }, bare),
      under({ PORT: null }, { ...bare, command: "uvicorn main:app --host 0.0.0.0 --port 10000" }),
      under({ PORT: "3000" }, { ...bare, runtime: "node", command: "next start" }),
      under({ PORT: "10000" }, { ...bare, command: "python main.py" }),
      under({ PORT: null }, { ...bare, group: { PORT: "10000" } }),
      under({ PORT: "10000" }, { ...bare, command: null, properties: DOCKER }),
    ],
  ],
  [
    "one dot behind a host",
    "database/other-environment",
    [
      under(
        { DATABASE_URL: `postgresql://app.${OTHER}:x9@${POOL}.:5432/postgres` },
        { declared: BESIDE_STAGING },
      ),
      under(
        {
          DATABASE_URL: SESSION,
          DIRECT_URL: `postgresql://postgres:x9@db.${OTHER}.supabase.co.:5432/postgres`,
        },
        { declared: BESIDE_STAGING },
      ),
    ],
  ],
  [
    "one dot behind a direct host",
    "database/ipv6-only-host",
    [under({ DIRECT_URL: url("postgres", `${DIRECT}.:5432/postgres`) })],
  ],
  [
    "a raw delimiter behind `@` in a password",
    "database/password-encoding",
    DRIVERS.flatMap((driver) => [password(driver, "p@ss/w0rd"), password(driver, "p@ss#w0rd")]),
  ],
  [
    "a setting of Prisma's that only its URL can have",
    "database/transaction-mode-statements",
    [
      under(
        { DATABASE_URL: TRANSACTION },
        { driver: "prisma", declared: { driverSettings: { pgbouncer: "true" } } },
      ),
    ],
  ],
  [
    "a file where a module's name belongs",
    "service/missing-application",
    [{ command: "uvicorn main.py:app --host 0.0.0.0 --port $PORT" }],
  ],
  [
    "an assignment that comes too late for the command's own words",
    "port/agreement",
    [under({ PORT: null }, { command: "PORT=8000 uvicorn main:app --host 0.0.0.0 --port $PORT" })],
  ],
  [
    "a template's repository, project and role",
    "environment/placeholder",
    [
      {
        properties: {
          runtimeSource: { docker: { repoUrl: "https://github.com/your-org/your-repo", branch: "main" } },
        },
      },
      under({ DATABASE_URL: url(`your_role.${REF}`, `${POOL}:5432/postgres`) }),
    ],
  ],
  [
    "a project's reference of a template",
    "database/project-reference",
    [under({ DATABASE_URL: url("app.yourprojectreference", `${POOL}:5432/postgres`) })],
  ],
  [
    "a variable that turns encryption off",
    "database/tls-off",
    [under({ DATABASE_URL: SESSION.split("?")[0] ?? "", PGSSLMODE: "disable" })],
  ],
  [
    "another environment's database in each form",
    "database/other-environment",
    [
      under(
        { DATABASE_URL: SESSION, SUPABASE_URL: `https://${OTHER}.supabase.co` },
        { declared: BESIDE_STAGING },
      ),
      under(
        { DSN: `host=${POOL} user=app.${OTHER} dbname=postgres port=5432` },
        { declared: BESIDE_STAGING },
      ),
      under({ PGHOST: POOL, PGUSER: `app.${OTHER}`, PGDATABASE: "postgres" }, { declared: BESIDE_STAGING }),
      under(
        { DATABASE_URL: url("app", "DB%2Epreview.acme.io.:5432?sslmode=require") },
        { declared: BESIDE_STAGING },
      ),
      under(
        { CONFIG: `{"db":"${url("app", "db.preview.acme.io:5432/app")}"}` },
        { declared: BESIDE_STAGING },
      ),
    ],
  ],
  [
    "a certificate that the driver verifies without its authority",
    "database/tls-untrusted",
    [
      under({ DATABASE_URL: SESSION.replace("=require", "=verify-full") }, { driver: "psycopg" }),
      under(
        { DATABASE_URL: SESSION },
        { driver: "node-postgres", runtime: "node", command: "node server.js" },
      ),
    ],
  ],
];

/** What no preview can decide, and must say so. */
const OPEN: readonly (readonly [fault: string, rule: string, one: SealedCase])[] = [
  [
    "no PORT and an image of its own",
    "port/standard",
    under({ PORT: null }, { ...bare, command: null, properties: DOCKER }),
  ],
  [
    "a port that no place sets",
    "port/agreement",
    { command: "uvicorn main:app --host 0.0.0.0 --port $PROT" },
  ],
  ["a generated PORT", "port/agreement", { properties: { envVars: { PORT: { generateValue: true } } } }],
  ["a shell's own number", "port/agreement", { command: "uvicorn main:app --host 0.0.0.0 --port $$PORT" }],
  ["an unknown start command", "service/start-command", { command: "make serve" }],
  [
    "what code says of SQLAlchemy's statements",
    "database/transaction-mode-statements",
    under({ DATABASE_URL: TRANSACTION.replace("postgresql:", "postgresql+asyncpg:") }, bare),
  ],
];

describe("what attacks on the gate found", () => {
  for (const [fault, rule, cases] of REJECTED)
    it(`is rejected: ${fault}`, () => {
      assert.deepEqual(
        cases.filter((one) => !isRejected(rule, inProgram(one))),
        [],
      );
    });

  for (const [fault, rule, one] of OPEN)
    it(`is undecided: ${fault}`, () => {
      const said = inProgram(one);
      assert.ok(isOpen(rule, said), JSON.stringify(said));
    });

  it("says where its reading of a command ends that an image or a Dockerfile has, for each kind of service", () => {
    const ends = {
      docker: [DOCKER, "without a start command ./Dockerfile of https://github.com/acme/api says what runs"],
      image: [IMAGE, "without a start command the image ghcr.io/acme/api says what runs"],
    } as const;
    for (const [properties, why] of Object.values(ends))
      for (const kind of [undefined, "private", "worker", "cron"] as const) {
        const one = { command: null, properties, ...(kind !== undefined && { kind }) };
        const said = inProgram(one);
        assert.deepEqual(said.rejected, []);
        assert.ok(isOpen("service/start-command", said), JSON.stringify(said));
        assert.ok(said.undecided.includes(why), said.undecided);
        assert.match(said.undecided, /\(runtimeSource\): not decided/);
        assert.ok(!isOpen("service/native-without-start", said));
      }
  });

  it("says of an empty and a foreign reference to PORT what was got and what to write", () => {
    const [empty = ""] = inProgram(under({ PORT: "" })).rejected;
    assert.match(empty, /expected 8000, the declared port, got nothing, which is no port\. Set it to 8000\./);
    const [percent = ""] = inProgram({ command: "uvicorn main:app --host 0.0.0.0 --port %PORT%" }).rejected;
    assert.match(percent, /got `%PORT%`, which is no port\. Set it to 8000\./);
  });

  it("passes psycopg's setting that is none at all, and a linked group that sets the host", () => {
    const declared = { port: 8000, driver: "psycopg", driverSettings: { prepare_threshold: null } };
    const env = variables({ DATABASE_URL: TRANSACTION });
    assert.deepEqual(judged({ ...SOUND_SERVICE, envVars: env }, declared).rejected, []);
    const grouped = { command: "uvicorn main:app --port $PORT", group: { UVICORN_HOST: "0.0.0.0" } };
    assert.deepEqual(inProgram(grouped).rejected, []);
  });

  it("advises, and does not reject, a scheme that the code replaces and a missing health check path", () => {
    const scheme = under({ DATABASE_URL: SESSION.split("?")[0] ?? "" }, { driver: "sqlalchemy-asyncpg" });
    for (const one of [scheme, { properties: { healthCheckPath: "" } }]) {
      const { rejected, advised } = inProgram(one);
      assert.deepEqual(rejected, []);
      assert.notDeepEqual(advised, []);
    }
  });
});
