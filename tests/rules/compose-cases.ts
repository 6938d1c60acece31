import type { Fact } from "../../domain";
import type { Cases } from "./facts";

const unknownPeer = (hostName: string, ...instead: readonly string[]): Fact => ({
  kind: "unknown-peer",
  place: { source: "file", file: "compose.yaml", line: 6, column: 21 },
  variable: "DATABASE_URL",
  hostName,
  instead,
});

/** Cases of the rules on what compose files say alone. */
export const COMPOSE_CASES: Cases = {
  "service/unknown-peer": [
    ["nothing else is asked", [], undefined],
    ["a database under another name", [unknownPeer("db", "database")], /^`db`, and nothing/],
    ["one of two that may be meant", [unknownPeer("db", "primary", "replica")], /^`db`/],
  ],
};
