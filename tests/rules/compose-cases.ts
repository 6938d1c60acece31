import type { Fact } from "../../domain";
import type { UnmetNeed } from "../../domain/unmet-need";
import type { Cases } from "./facts";

const unknownPeer = (hostName: string, ...instead: readonly string[]): Fact => ({
  kind: "unknown-peer",
  place: { source: "file", file: "compose.yaml", line: 6, column: 21 },
  variable: "DATABASE_URL",
  hostName,
  instead,
});

const need = (of: UnmetNeed, by: string, instead: string): Fact => ({
  kind: "unmet-need",
  place: { source: "file", file: "compose.yaml", line: 7, column: 20 },
  of,
  by,
  instead,
});

/** Cases of the rules on what compose files say alone. */
export const COMPOSE_CASES: Cases = {
  "service/unknown-peer": [
    ["nothing else is asked", [], undefined],
    ["a database under another name", [unknownPeer("db", "database")], /^`db`, and nothing/],
    ["one of two that may be meant", [unknownPeer("db", "primary", "replica")], /^`db`/],
  ],
  "service/unmet-need": [
    ["nothing is needed", [], undefined],
    ["a check that is there for nothing", [need("health check", "store", "no check")], /^no check$/],
    ["a group that is not there", [need("process group", "web", "app, worker")], /^`web`, which no process/],
    [
      "static files without a folder",
      [need("folder of static files", "elm/settings.py", "no STATIC_ROOT")],
      /^no STATIC/,
    ],
    ["Go with cgo in scratch", [need("C library", "go build", "scratch")], /^one that `go build`/],
    ["a need of another rule", [need("module syntax", "package.json", "`require`")], undefined],
  ],
  "service/start-command": [
    ["require in a module", [need("module syntax", "package.json", "`require`")], /^`require`, which no/],
    [
      "an operator without a shell",
      [need("shell for a command", "&&", "sh -c 'node migrate.js && node server.js'")],
      /^`&&`, as a word/,
    ],
    [
      "a variable without a shell",
      [need("shell for a variable", "$PORT", "`$PORT`, as it is")],
      /^`\$PORT`, as/,
    ],
  ],
  "database/url-malformed": [
    [
      "Heroku's URL for SQLAlchemy",
      [need("scheme of SQLAlchemy", "DATABASE_URL", "DATABASE_URL as it is")],
      /^DATABASE_URL as it is, with/,
    ],
  ],
  "database/tls-off": [
    [
      "pg without TLS at Heroku",
      [need("encryption of pg", "DATABASE_URL", "DATABASE_URL as it is")],
      /^DATABASE_URL as it is, and/,
    ],
  ],
  "database/local-host": [
    [
      "a broker at its own container",
      [{ ...need("host of a broker", "broker", "`localhost`, which"), environment: "local" }],
      /^`localhost`, which/,
    ],
  ],
  "service/missing-file": [
    ["a folder of Next", [need("standalone folder", ".next/standalone", "none, since")], /^none, since/],
  ],
};
