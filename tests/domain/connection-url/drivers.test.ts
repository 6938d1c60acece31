import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { Client } from "pg";
import postgres from "postgres";
import {
  type Dialect,
  LIBPQ,
  NET_URL,
  NODE_POSTGRES,
  POSTGRES_JS,
  parseConnectionUrl,
  URLLIB,
} from "../../../domain";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../../system";
import { runPython } from "./oracle";
import { pgxProgram } from "./pgx-program";

/** What a driver reads in a URL; null where it refuses it. */
type Found = { readonly user: string; readonly password: string; readonly host: string } | null;
type Ask = (texts: readonly string[]) => readonly Found[];

const orNull =
  (read: (text: string) => Found): Ask =>
  (texts) =>
    texts.map((text) => {
      try {
        return read(text);
      } catch {
        return null;
      }
    });

const nodePostgres = orNull((text) => {
  const { user = "", password, host } = new Client({ connectionString: text });
  return { user, password: String(password ?? ""), host };
});

const postgresJs = orNull((text) => {
  const { user, pass, host } = postgres(text).options;
  return { user, password: String(pass ?? ""), host: host[0] ?? "" };
});

function pgx(program: string): Ask {
  return (texts) => {
    const { stdout, stderr, status } = spawnSync(program, ["read"], {
      input: JSON.stringify(texts),
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Found[];
  };
}

const ASYNCPG = `
import json, sys, inspect
from asyncpg import connect_utils
arguments = dict.fromkeys(inspect.signature(connect_utils._parse_connect_dsn_and_args).parameters)
def read(text):
    try:
        addresses, parameters = connect_utils._parse_connect_dsn_and_args(**{**arguments, "dsn": text, "direct_tls": False})[:2]
    except Exception:
        return None
    return {"user": parameters.user, "password": parameters.password or "", "host": addresses[0][0]}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

const PSYCOPG = `
import json, sys, psycopg
def read(text):
    try:
        found = psycopg.conninfo.conninfo_to_dict(text)
    except Exception:
        return None
    return {"user": found.get("user", ""), "password": found.get("password", ""), "host": found.get("host", "")}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

async function python(requirements: string, script: string): Promise<Ask> {
  const file = path.join(__dirname, "../../..", requirements);
  const { python: interpreter } = await virtualEnvironment({
    requirements: file,
    cacheDirectory: cacheDirectory(),
  });
  return (texts) => runPython(interpreter, script, texts) as readonly Found[];
}

/** Every sign of ASCII within a password, several of them, escapes that are none, and letters of others. */
const PASSWORDS = [
  ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
    .filter((sign) => !/[A-Za-z0-9]/.test(sign))
    .map((sign) => `k3${sign}JqL9vX`),
  ...[
    "p@ss/w0rd",
    "p@ss#w0rd",
    "a:b@c",
    "100%sure",
    "%41bc",
    "50%25",
    "a+b",
    "it's",
    "k?a=b&c",
    "@",
    "a@@b",
    "[x]",
  ],
  ...["a\\b", "grün", "пароль", "a b", "x;y,z", "k3/Jq@L9", "k3?Jq#L9"],
];
const HOST = "db.acme.io";
const urlWith = (password: string) => `postgresql://ship:${password}@${HOST}:5432/postgres`;

/**
 * Prisma is not among them: its engine, which reads the URL, is in no package of npm's; an installation fetches it from a
 * server of its own. What Prisma takes is in docs/facts/postgresql.md.
 */
const DRIVERS: Readonly<Record<string, readonly [Dialect, () => Promise<Ask | undefined>]>> = {
  asyncpg: [URLLIB, () => python("rehearsal/service/requirements.txt", ASYNCPG)],
  psycopg: [LIBPQ, () => python("tests/rehearsal/pooler/drivers/requirements.txt", PSYCOPG)],
  "node-postgres": [NODE_POSTGRES, async () => nodePostgres],
  "postgres.js": [POSTGRES_JS, async () => postgresJs],
  pgx: [
    NET_URL,
    async () => {
      const program = pgxProgram();
      return program === undefined ? undefined : pgx(program);
    },
  ],
};

describe("a password with any delimiter", function () {
  this.timeout(10 * 60_000); // The first run installs the drivers, and builds one.
  for (const [name, [dialect, asked]] of Object.entries(DRIVERS)) {
    it(`is read as ${name} itself reads it, raw and encoded`, async function () {
      const ask = await asked();
      // Without Go there is no pgx to ask.
      if (ask === undefined) return this.skip();
      const encoded = PASSWORDS.map((password) => encodeURIComponent(password).replaceAll("'", "%27"));
      const theirs = ask([...PASSWORDS, ...encoded].map(urlWith));
      const read = (password: string) => parseConnectionUrl(urlWith(password), dialect);
      const differing = PASSWORDS.flatMap((password, index) => {
        const ours = read(password);
        const found = theirs[index];
        const sees = (ours?.problems.length ?? 1) > 0;
        const meant = found?.host === HOST && found.user === "ship" && found.password === password;
        // What is no problem for us is read to the letter alike; what is one, the driver refuses or reads otherwise.
        const agrees = sees
          ? !meant
          : found?.host === ours?.url.host && found?.password === ours?.url.password;
        return agrees ? [] : [[password, ours?.problems, ours?.url, found]];
      });
      assert.deepEqual(differing, []);
      encoded.forEach((text, index) => {
        const right = { user: "ship", password: PASSWORDS[index], host: HOST };
        const found = theirs[PASSWORDS.length + index];
        assert.deepEqual(found && { user: found.user, password: found.password, host: found.host }, right);
        assert.deepEqual(read(text)?.problems, []);
      });
      assert.ok(theirs.filter((found) => found !== null).length > PASSWORDS.length);
    });
  }
});
