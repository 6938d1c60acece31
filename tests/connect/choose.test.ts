import assert from "node:assert/strict";
import { type Client, chooseWay, differencesOf, type WayReport } from "../../connect";
import { DRIVERS } from "../../domain";
import type { DatabaseWay } from "../../domain/database-provider";
import { fail, notDecided, pass } from "../../probes";

const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const WAYS: Readonly<Record<string, Pick<DatabaseWay, "host" | "port" | "mode">>> = {
  direct: { host: `db.${REF}.supabase.co`, port: 5432, mode: "session" },
  session: { host: POOLER, port: 5432, mode: "session" },
  transaction: { host: POOLER, port: 6543, mode: "transaction" },
  declared: { host: "localhost", port: 5999, mode: "session" },
};
const IPV4 = { ipv4: ["192.0.2.1"], ipv6: [] };
const IPV6 = { ipv4: [], ipv6: ["2001:db8::1"] };

function report(name: string, more: Partial<WayReport> = {}): WayReport {
  const way = { name, user: "navigator", parameters: {}, ...(WAYS[name] ?? WAYS.direct) } as DatabaseWay;
  return { way, declared: false, names: IPV4, routes: [], login: pass("let in"), ...more };
}

const RENDER = { name: "Render", outboundIpv6: false };
const asyncpg: Client = { platform: RENDER, driver: DRIVERS.asyncpg, settings: {} };
const unprepared: Client = { ...asyncpg, settings: { statement_cache_size: "0" } };

/** What is declared, what is known of each way, and which one the service should take. */
const CASES: readonly [string, readonly WayReport[], Client, string | undefined, RegExp][] = [
  [
    "the declared way, where it works",
    [report("direct"), report("session", { declared: true })],
    asyncpg,
    "session",
    /declared, and it works/,
  ],
  [
    "none, where the address is the service's own machine, whether this one answers there or not",
    [report("declared", { declared: true, login: notDecided("it cannot be reached from here") })],
    asyncpg,
    undefined,
    /localhost is the service's own machine at Render, where no database runs/,
  ],
  [
    "the declared way of a rehearsal, where localhost takes the place of its server",
    [report("declared", { declared: true, rehearsedAt: "127.0.0.1:5432" })],
    asyncpg,
    "declared",
    /declared, and it works/,
  ],
  [
    "the session pooler, where the direct host has IPv6 only",
    [report("direct", { declared: true, names: IPV6 }), report("session"), report("transaction")],
    asyncpg,
    "session",
    /direct, as declared, does not: db\..* has IPv6 only, and Render has no outbound IPv6/,
  ],
  [
    "the direct way, where the host has an IPv4 address and the pooler refuses",
    [report("direct"), report("session", { declared: true, login: fail("refused") })],
    asyncpg,
    "direct",
    /session, as declared, does not: refused/,
  ],
  [
    "the session pooler, where transaction mode loses what the driver prepares",
    [report("session"), report("transaction", { declared: true })],
    asyncpg,
    "session",
    /asyncpg prepares them unless statement_cache_size=0/,
  ],
  [
    "transaction mode, where the driver prepares nothing",
    [report("session"), report("transaction", { declared: true })],
    unprepared,
    "transaction",
    /it works/,
  ],
  [
    "transaction mode, where the pooler was seen to keep prepared statements",
    [
      report("transaction", {
        declared: true,
        behaviour: { mode: "transaction", keepsPreparedStatements: true },
      }),
    ],
    asyncpg,
    "transaction",
    /it works/,
  ],
  [
    "none, where none works",
    [
      report("session", { declared: true, login: fail("refused") }),
      report("transaction", { login: fail("refused") }),
    ],
    asyncpg,
    undefined,
    /no way works/,
  ],
];

describe("The way that a service should take", () => {
  for (const [title, reports, client, way, why] of CASES) {
    it(`is ${title}`, () => {
      const choice = chooseWay(reports, client);
      assert.equal(choice.way?.name, way);
      assert.match(choice.why, why);
    });
  }

  it("is not decided by a login that was not asked, but by what stands against it beside that", () => {
    const unasked = { login: notDecided("not asked") };
    const { verdicts } = chooseWay(
      [report("session", unasked), report("direct", { ...unasked, names: IPV6 })],
      asyncpg,
    );
    assert.deepEqual(
      verdicts.map(({ outcome, mode }) => [outcome, mode]),
      [
        ["not decided", undefined],
        ["does not work", "database/ipv6-unreachable"],
      ],
    );
  });
});

describe("The differences between environments", () => {
  it("are those of their declared ways, side by side", () => {
    const staging = [report("session", { declared: true }), report("direct")];
    const production = [
      report("transaction", { declared: true, login: fail("refused", { mode: "database/credentials" }) }),
    ];
    const found = differencesOf([
      { name: "staging", reports: staging },
      { name: "production", reports: production },
    ]);
    assert.deepEqual(
      found.map(({ what, values }) => [what, values.staging, values.production]),
      [
        ["way", "session", "transaction"],
        ["address", `${POOLER}:5432`, `${POOLER}:6543`],
        ["login", "yes", "database/credentials"],
        ["mode", "session", "transaction"],
      ],
    );
  });

  it("are none of one environment", () => {
    assert.deepEqual(
      differencesOf([{ name: "staging", reports: [report("session", { declared: true })] }]),
      [],
    );
  });
});
