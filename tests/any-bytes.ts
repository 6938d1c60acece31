import assert from "node:assert/strict";
import fc from "fast-check";
import { diagnose, plainBytes, readLog } from "../diagnosis";
import {
  LIBPQ,
  NET_URL,
  NODE_POSTGRES,
  POSTGRES_JS,
  parseConnectionUrl,
  SQLALCHEMY,
  targetsOf,
  URLLIB,
  WHATWG,
  writtenForm,
} from "../domain";
import { parseRecord, RecordError } from "../records/record-text";
import { READER_PROPERTIES } from "./audit/readers-any-bytes";
import { type AnyBytes, bytesOf, property } from "./random-bytes";

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

const DIALECTS = [LIBPQ, URLLIB, SQLALCHEMY, WHATWG, NODE_POSTGRES, POSTGRES_JS, NET_URL];

const CANARY = "c4nary";
const delimiter = fc.constantFrom(..."@:/?#[]%&=+, ", "%zz", "%00", "%40", "");

/** A connection URL is read by every dialect, and no problem with it quotes its password. */
const URL_TEXT: AnyBytes = {
  name: "a connection URL",
  runs: 500,
  property: property(
    fc.tuple(
      fc.constantFrom(
        "postgresql://u:",
        "postgres://",
        "postgresql:/u:",
        "mysql://u:",
        "socket:/",
        "/s ",
        "",
      ),
      fc.tuple(delimiter, delimiter, delimiter),
      fc.oneof(
        fc.constantFrom("@h:5432/d", "@h", "@/d?a=b", "", "@h:x/d?y", "@[::1", "@h:1,[::1]:2/d?host=/s"),
        fc.string(),
      ),
    ),
    ([begin, [one, two, three], rest]) => {
      const url = `${begin}${one}${CANARY}${two}x${three}${CANARY}${rest}`;
      writtenForm(url);
      for (const dialect of DIALECTS) {
        const parsed = parseConnectionUrl(url, dialect);
        if (parsed !== undefined) targetsOf(parsed.url, dialect);
        const said = JSON.stringify(parsed?.problems ?? []);
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
