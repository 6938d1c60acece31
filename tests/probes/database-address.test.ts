import assert from "node:assert/strict";
import { findAddress, type Resolve } from "../../probes/database-address";

const DIRECT = "db.abcdefghijklmnopqrst.supabase.co";
const IPV6 = { address: "2a05:d018:135e:1609::1", family: 6 };
const IPV4 = { address: "192.0.2.7", family: 4 };

const gives =
  (...found: readonly (typeof IPV4)[]): Resolve =>
  () =>
    Promise.resolve(found);
const refuses =
  (code: string): Resolve =>
  () =>
    Promise.reject(Object.assign(new Error(code), { code }));
const neverAsked: Resolve = () => assert.fail("no name is to be resolved");

describe("Where a connection URL's host is found", () => {
  const hosts: readonly [
    string,
    string,
    Readonly<Record<string, string>>,
    Resolve,
    { host: string; port: number },
  ][] = [
    ["by DNS", "pooler.example", {}, gives(IPV4, IPV6), { host: "pooler.example", port: 5432 }],
    [
      "as the rehearsal says",
      DIRECT,
      { [`${DIRECT}:5432`]: "127.0.0.1:9" },
      neverAsked,
      { host: "127.0.0.1", port: 9 },
    ],
    ["as it is, where it is an address", "192.0.2.7", {}, neverAsked, { host: "192.0.2.7", port: 5432 }],
    [
      "as the rehearsal says of an IPv6 address, in brackets or not",
      "2001:db8::7",
      { "[2001:db8::7]:5432": "[::1]:9" },
      neverAsked,
      { host: "::1", port: 9 },
    ],
    [
      "without the brackets that a URL has round an IPv6 address",
      "[::1]",
      {},
      neverAsked,
      { host: "::1", port: 5432 },
    ],
    [
      "as it is, where an IPv4 address is in it",
      "::ffff:192.0.2.7",
      {},
      neverAsked,
      { host: "::ffff:192.0.2.7", port: 5432 },
    ],
    ["as it is, where it is this machine", "localhost", {}, neverAsked, { host: "localhost", port: 5432 }],
  ];
  for (const [what, host, addresses, resolve, expected] of hosts) {
    it(`is ${what}`, async () =>
      assert.deepEqual(await findAddress(host, 5432, addresses, resolve), expected));
  }

  const answers: readonly [string, string, Resolve, string, string][] = [
    ["has IPv6 only, which Render cannot reach", DIRECT, gives(IPV6), "fail", "database/ipv6-unreachable"],
    ["is an IPv6 address", "2001:db8::7", neverAsked, "fail", "database/ipv6-unreachable"],
    ["is an IPv6 address in brackets", "[2001:db8::7]", neverAsked, "fail", "database/ipv6-unreachable"],
    [
      "is Supabase's direct one, which a network without IPv6 does not find",
      DIRECT,
      refuses("ENOTFOUND"),
      "fail",
      "database/ipv6-unreachable",
    ],
    ["does not exist", "12345aws-0.pooler.example", refuses("ENOTFOUND"), "fail", "database/dns"],
    ["no name server answers for", "pooler.example", refuses("EAI_AGAIN"), "not-decided", "database/dns"],
  ];
  for (const [what, host, resolve, outcome, mode] of answers) {
    it(`is an answer of its own where the host ${what}`, async () => {
      const answer = await findAddress(host, 5432, {}, resolve);
      assert.ok("outcome" in answer);
      assert.deepEqual([answer.outcome, answer.mode], [outcome, mode], answer.reason);
    });
  }

  it("is not what another port's address is", async () => {
    const found = await findAddress(
      "pooler.example",
      6543,
      { "pooler.example:5432": "127.0.0.1:9" },
      gives(IPV4),
    );
    assert.deepEqual(found, { host: "pooler.example", port: 6543 });
  });
});
