import assert from "node:assert/strict";
import fc from "fast-check";
import { auditFolder, READERS } from "../audit";
import { diagnose, plainBytes, readLog } from "../diagnosis";
import { LIBPQ, NET_URL, POSTGRES_JS, parseConnectionUrl, SQLALCHEMY, URLLIB, WHATWG } from "../domain";
import { parseRecord, RecordError } from "../records/record-text";
import { inFolder } from "./audit/written-folder";

/** What holds whatever the bytes: bounded in `npm test`, and for as long as one likes by `npm run soak -- --fuzz`. */
export interface AnyBytes {
  readonly name: string;
  /** How many runs `npm test` makes of it. */
  readonly runs: number;
  readonly property: fc.IAsyncProperty<[unknown]>;
}

/** One name for each format; those that no reader takes yet are walked past. */
const NAMES = [
  ".env.production",
  "Dockerfile",
  "render.yaml",
  "docker-compose.yml",
  "Procfile",
  "main.py",
  "server.js",
  "server.ts",
  "package.json",
  "fly.toml",
  "railway.json",
  "railway.toml",
  "heroku.yml",
  "app.json",
  "Pulumi.staging.yaml",
  "schema.prisma",
  ".github/workflows/deploy.yml",
];
export const READ_NAMES = NAMES.filter((name) => READERS.some((reader) => reader.accepts(name)));

/** Pieces of the formats, so that a text made of them gets further into a reader than bytes do. */
const PIECES = [
  ..."services:|jobs:|env:|ports:|build:|deploy:|scripts:|environment:|environments:|- |web:|app:|command:".split(
    "|",
  ),
  ...'&a |*a|<<: *a|{|}|[|]|[[services]]|[env]|"|\'|"start": |"env": |: |= |,|#|$|${|:-|$$|\\|A|8000'.split(
    "|",
  ),
  ...[
    "\n",
    "\n  ",
    "\n    ",
    "FROM a\n",
    "ENV ",
    "ARG ",
    "EXPOSE ",
    "CMD ",
    'datasource a {\n url = env("',
    "null",
    "~",
    "!!x ",
  ],
];

/** Pieces of logs: what the log reader's own rows and exceptions begin with. */
const LOG_PIECES = [
  ...[
    "==> ",
    "Traceback (most recent call last):\n",
    '  File "a.py", line 1, in x\n',
    "Error: ",
    "\n",
    "\r\n",
  ],
  ...[
    "FATAL: ",
    "    at a (b.js:1:2)\n",
    "Caused by: ",
    "panic: ",
    "2026-01-01T00:00:00Z ",
    '{"msg":"',
    '"}',
  ],
  ...["postgresql://u:", "@h:5432/d", "\u001b[31m", "\0", "\u202e", "ECONNREFUSED ", "127.0.0.1:8000"],
];

/** Bytes, any text, and texts made of pieces. */
const bytesOf = (pieces: readonly string[]): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 40 })
      .map((parts) => Buffer.from(parts.join(""))),
  );

const property = <Value>(given: fc.Arbitrary<Value>, holds: (value: Value) => Promise<void> | void) =>
  fc.asyncProperty(given, async (value) => holds(value)) as unknown as fc.IAsyncProperty<[unknown]>;

/** No reader of an audit fails. */
export const READER_PROPERTIES: readonly AnyBytes[] = READ_NAMES.map((name) => ({
  name,
  runs: 120,
  property: property(bytesOf(PIECES), (content) => {
    const { files } = inFolder({ [name]: content }, (folder) => auditFolder(folder));
    const problems = files.flatMap((file) => file.problems);
    assert.deepEqual(
      problems.filter(({ reason }) => /^the reader .* failed/.test(reason)),
      [],
    );
  }),
}));

/** A log ends in a diagnosis, however its bytes come in; packed bytes that are broken end in zlib's error. */
const LOG: AnyBytes = {
  name: "a log",
  runs: 200,
  property: property(fc.tuple(bytesOf(LOG_PIECES), fc.integer({ min: 1, max: 400 })), async ([log, size]) => {
    async function* chunks(): AsyncIterable<Uint8Array> {
      for (let at = 0; at < log.length; at += size) yield log.subarray(at, at + size);
    }
    try {
      assert.ok(diagnose(await readLog(plainBytes(chunks()))));
    } catch (error) {
      assert.match(String((error as { readonly code?: unknown }).code), /^Z_/, String(error));
    }
  }),
};

const CANARY = "c4nary";
const delimiter = fc.constantFrom(..."@:/?#[]%&=+, ", "%zz", "%00", "%40", "");

/** A connection URL is read by every dialect, and no problem with it quotes its password. */
const URL_TEXT: AnyBytes = {
  name: "a connection URL",
  runs: 500,
  property: property(
    fc.tuple(
      fc.constantFrom("postgresql://u:", "postgres://", "postgresql:/u:", "mysql://u:", ""),
      fc.tuple(delimiter, delimiter, delimiter),
      fc.oneof(fc.constantFrom("@h:5432/d", "@h", "@/d?a=b", "", "@h:x/d?y", "@[::1"), fc.string()),
    ),
    ([begin, [one, two, three], rest]) => {
      const url = `${begin}${one}${CANARY}${two}x${three}${CANARY}${rest}`;
      for (const dialect of [LIBPQ, URLLIB, SQLALCHEMY, WHATWG, POSTGRES_JS, NET_URL]) {
        const said = JSON.stringify(parseConnectionUrl(url, dialect)?.problems ?? []);
        assert.ok(!begin.startsWith("postgresql://u:") || !said.includes(CANARY), said);
      }
    },
  ),
};

const RECORD_PIECES = [
  ...[
    "version: 1\n",
    "id: FR-0001\n",
    "status: open\n",
    "history:\n",
    "  - at: ",
    "    from: new\n",
    "count: ",
  ],
  ...["&a [", "*a", "<<: *a", "<<<<<<< HEAD\n", "=======\n", "|-\n", "? ", "!!binary ", "\t", "'", '"', "]"],
];

/** A record is read, or refused in words, and a library says nothing of it to the terminal. */
const RECORD: AnyBytes = {
  name: "a failure record",
  runs: 200,
  property: property(bytesOf(RECORD_PIECES), (content) => {
    const { emitWarning } = process;
    process.emitWarning = (warning: string | Error) => assert.fail(`a warning: ${warning}`);
    try {
      parseRecord(content.toString(), "f");
    } catch (error) {
      assert.ok(error instanceof RecordError, String(error));
    } finally {
      process.emitWarning = emitWarning;
    }
  }),
};

/** Of what is no file of an audit. */
export const OTHER_PROPERTIES: readonly AnyBytes[] = [LOG, URL_TEXT, RECORD];
export const PROPERTIES: readonly AnyBytes[] = [...READER_PROPERTIES, ...OTHER_PROPERTIES];
