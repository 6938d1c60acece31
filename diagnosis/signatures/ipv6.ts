import type { Signature } from "../signature";

const SOURCE = "docs/facts/postgresql.md#p22; supabase.com/docs/guides/database/connecting-to-postgres";

/** Where databases listen: PostgreSQL and its poolers, MySQL, SQL Server, and MongoDB. */
const PORTS = "5432|5433|6432|6543|25060|3306|1433|27017";
/** Supabase's projects have addresses of AWS (ip-ranges.amazonaws.com). */
const SUPABASE = "2406:da|2600:1f|2a05:d0";
/** The host by which a project of Supabase is reached without its pooler. */
const DIRECT = String.raw`db\.[a-z0-9]+\.supabase\.co\b`;

const WAY_DOWN = [{ mode: "database/refused", cause: "the way to the server was down for a while" }] as const;

/** An IPv6 address to which there is no way: whose it is, the host, the port or the range of addresses says. */
export const IPV6_SIGNATURES: readonly Signature[] = [
  {
    id: "ipv6/own-database",
    mode: "database/ipv6-unreachable",
    meaning: "a database's host, which is named, has an IPv6 address to which there is no way",
    pattern: new RegExp(
      String.raw`server at "(?<host>(?!${DIRECT})[\w.-]+)" \([0-9a-f]{0,4}:[0-9a-f:]+\), port \d+ failed: Network is unreachable|\((?<host2>(?!${DIRECT})[\w.-]+)\): dial error: dial tcp \[[0-9a-f:]+\]:\d+: connect: network is unreachable`,
    ),
    stage: "root",
    certainty: "possible",
    competing: WAY_DOWN,
    decisive: true,
    cause: "the database's host {host} has an IPv6 address, and this network has no way to IPv6",
    correctiveAction:
      "Give {host} an IPv4 address too, or take another host of the same database that has one; its provider's page on connections says which.",
    rule: "database/ipv6-only-host",
    source: SOURCE,
    example:
      'connection to server at "pg.example.com" (2a01:4f8:c17::1), port 5432 failed: Network is unreachable',
    examples: [
      "2a01:4f8:c17::1:5432 (pg.example.com): dial error: dial tcp [2a01:4f8:c17::1]:5432: connect: network is unreachable",
    ],
    nearMiss: 'connection to server at "pg.example.com" (10.0.0.4), port 5432 failed: Connection refused',
  },
  {
    id: "client/ipv6-unreachable",
    mode: "database/ipv6-unreachable",
    meaning: "Supabase's direct host, which has an IPv6 address only, was asked from a network without IPv6",
    pattern: new RegExp(
      String.raw`\b${DIRECT}.{0,160}(?:network is unreachable|ENETUNREACH)|ENETUNREACH (?:${SUPABASE})[0-9a-f:]*:(?:5432|6543)\b|dial tcp \[(?:${SUPABASE})[0-9a-f:]*\]:(?:5432|6543): connect: network is unreachable|(?:server at "|^\s*\()(?:${SUPABASE})[0-9a-f:]*[")], port (?:5432|6543) failed: Network is unreachable`,
      "i",
    ),
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "Supabase's direct host has an IPv6 address only, and the network that asks it has no way to IPv6",
    correctiveAction:
      "Take the session pooler's host and user from Supabase's dashboard (Connect); with Portcullis set `portcullis:database.supabase.connection: session`.",
    source: SOURCE,
    example: "Error: connect ENETUNREACH 2a05:d018:135e:1609:eafb:13ce:8b0c:1dff:5432 - Local (:::0)",
    examples: [
      'connection to server at "db.abcdefghijklmnopqrst.supabase.co" (2a05:d018:135e:1600::c3c), port 5432 failed: Network is unreachable',
    ],
    nearMiss: "Error: connect ENETUNREACH 2606:4700::1111:443 - Local (:::0)",
  },
  {
    id: "ipv6/database-port",
    mode: "database/ipv6-unreachable",
    meaning: "there is no way to an IPv6 address at a database's port",
    pattern: new RegExp(
      String.raw`ENETUNREACH (?<address>[0-9a-f]{0,4}:[0-9a-f:]*):(?:${PORTS})(?: |$)|dial tcp \[(?<address2>[0-9a-f:]+)\]:(?:${PORTS}): connect: network is unreachable|(?:server at "|^\s*\()(?<address3>[0-9a-f]{0,4}:[0-9a-f:]+)[")], port \d+ failed: Network is unreachable`,
      "i",
    ),
    stage: "root",
    certainty: "possible",
    competing: WAY_DOWN,
    decisive: true,
    cause: "the database's address {address} is of IPv6, and this network has no way to IPv6",
    correctiveAction:
      "Take a host of the same database that has an IPv4 address: its provider's page on connections says which.",
    rule: "database/ipv6-only-host",
    source: SOURCE,
    example: "Error: connect ENETUNREACH 2a01:4f8:c17::1:5432 - Local (:::0)",
    nearMiss: "Error: connect ENETUNREACH 10.0.0.4:5432 - Local (0.0.0.0:0)",
  },
  {
    id: "ipv6/other-service",
    mode: "broker/refused",
    meaning: "there is no way to the IPv6 address of a service that is no database",
    pattern: new RegExp(
      String.raw`E(?:NET|HOST)UNREACH (?<address>[0-9a-f]{0,4}:[0-9a-f:]*):(?!(?:${PORTS})\b)\d{1,5}(?: |$)|dial tcp \[(?<address2>[0-9a-f:]+)\]:(?!(?:${PORTS})\b)\d{1,5}: connect: (?:network is unreachable|no route to host)`,
      "i",
    ),
    stage: "root",
    certainty: "possible",
    competing: [
      { mode: "process/exception", cause: "the program does not go on without a service that was away" },
    ],
    decisive: false,
    cause: "another service's address {address} is of IPv6, and this network has no way to IPv6",
    correctiveAction:
      "Let the client ask for IPv4 (Node: `family: 4` or `dns.setDefaultResultOrder('ipv4first')`), or take a host of that service that has an IPv4 address.",
    source: "nodejs.org/api/errors.html#common-system-errors; connect(2): ENETUNREACH",
    example: "Error: connect ENETUNREACH 2606:4700::1111:443 - Local (:::0)",
    nearMiss: "Error: connect ENETUNREACH 2a05:d018:135e:1609:eafb:13ce:8b0c:1dff:5432 - Local (:::0)",
  },
];
