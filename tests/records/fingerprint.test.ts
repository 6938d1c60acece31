import assert from "node:assert/strict";
import fc from "fast-check";
import { fingerprintOf, withoutVarying } from "../../records/fingerprint";

const of = (line: string, changed: Partial<Parameters<typeof fingerprintOf>[0]> = {}) =>
  fingerprintOf({ failureMode: "unknown", environment: "staging", service: "shop", line, ...changed });

const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
const hex = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(..."0123456789abcdef") });
const label = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/);
const k8s = (length: number) =>
  fc.string({
    minLength: length,
    maxLength: length,
    unit: fc.constantFrom(..."bcdfghjklmnpqrstvwxz2456789"),
  });
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");

/** What differs from one time to the next, each with a line around it. */
const VARYING: Readonly<Record<string, readonly [fc.Arbitrary<string>, (text: string) => string]>> = {
  "an ISO time": [date.map((when) => when.toISOString()), (time) => `${time} ERROR connection lost`],
  "Python's time": [
    date.map((when) => when.toISOString().replace("T", " ").replace(".", ",").replace("Z", "")),
    (time) => `${time} ERROR connection lost`,
  ],
  "a syslog time": [
    date.map(
      (when) =>
        `${MONTHS[when.getUTCMonth()]} ${String(when.getUTCDate()).padStart(2)} ${two(when.getUTCHours())}:05:07`,
    ),
    (time) => `${time} shop: connection lost`,
  ],
  "a time of Render's dashboard": [
    date.map(
      (when) =>
        `${MONTHS[when.getUTCMonth()]} ${when.getUTCDate()} ${two((when.getUTCHours() % 12) + 1)}:05:07 AM`,
    ),
    (time) => `${time}  [x7k2p] ==> Timed Out`,
  ],
  "a frame of syslog": [
    fc
      .tuple(date, fc.nat(9_999), k8s(5))
      .map(([when, pid, name]) => `<14>1 ${when.toISOString()} shop ${name} ${pid} - -`),
    (frame) => `${frame} ==> Timed Out`,
  ],
  "a prepared statement's name": [
    fc.nat().map(String),
    (n) => `prepared statement "__asyncpg_stmt_${n}__" does not exist`,
  ],
  "an access log's time": [
    date.map(
      (when) =>
        `${two(when.getUTCDate())}/${MONTHS[when.getUTCMonth()]}/${when.getUTCFullYear()}:01:02:03 +0000`,
    ),
    (time) => `lost the peer at ${time}`,
  ],
  "an instance before the message": [label, (name) => `[${name}] connection lost`],
  "an instance of compose": [label, (name) => `${name}-1  | connection lost`],
  "a pod": [
    fc.tuple(k8s(9), k8s(5)).map((parts) => `shop-${parts.join("-")}`),
    (pod) => `pod ${pod} was lost`,
  ],
  "an id of Render's": [fc.stringMatching(/^[a-z0-9]{20}$/), (id) => `instance srv-${id} was lost`],
  "a UUID": [fc.uuid(), (id) => `request ${id} was lost`],
  "a commit": [hex(40), (commit) => `at commit ${commit} it was lost`],
  "an address of an object": [hex(12), (address) => `<Pool object at 0x${address}> was lost`],
  "an IPv4 host": [fc.ipV4(), (host) => `connect ECONNREFUSED ${host}:5432`],
  "an IPv6 host": [
    fc.array(hex(4), { minLength: 8, maxLength: 8 }).map((groups) => groups.join(":")),
    (host) => `connection to server at "db.supabase.co" (${host}), port 5432 failed`,
  ],
  "an IPv6 host with its port, as Node prints it": [
    fc
      .tuple(fc.array(hex(4), { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 65_535 }))
      .map(([groups, port]) => `${groups.join(":")}:${port}`),
    (host) => `Error: connect ENETUNREACH ${host} - Local (:::0)`,
  ],
  "the name of a log of npm's": [
    date.map((when) => when.toISOString().replaceAll(/[:.]/g, "_")),
    (time) => `A complete log of this run can be found in: .npm/_logs/${time}-debug-0.log`,
  ],
  "a host's name": [
    fc.tuple(label, label).map(([one, other]) => `${one}.${other}.supabase.com`),
    (host) => `could not translate host name "${host}" to address`,
  ],
  "a host of one label": [label, (host) => `getaddrinfo ENOTFOUND ${host}`],
  "a URL": [
    fc.webUrl({ validSchemes: ["https"] }).filter((url) => !url.includes("'")),
    (url) => `fetch of '${url}' was lost`,
  ],
  "a port": [
    fc.integer({ min: 1, max: 65_535 }).map(String),
    (port) => `[Errno 98] error while binding on port ${port}: in use`,
  ],
  "a process id": [fc.nat(99_999).map(String), (pid) => `Worker (pid:${pid}) was sent SIGKILL!`],
  "a duration": [
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom("ms", "s", " seconds", " min", "m5s"))
      .map(([n, unit]) => `${n}${unit}`),
    (time) => `gave up after ${time} without an answer`,
  ],
};

describe("the fingerprint of a failure", () => {
  for (const [what, [values, line]] of Object.entries(VARYING)) {
    it(`survives ${what}`, () => {
      fc.assert(
        fc.property(values, values, (one, other) => {
          assert.equal(withoutVarying(line(one)), withoutVarying(line(other)));
          assert.equal(of(line(one)), of(line(other)));
        }),
      );
    });
  }

  it("differs where the words do", () => {
    const word = fc.stringMatching(/^[g-z]{3,12}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other);
        assert.notEqual(of(`No module named '${one}'`), of(`No module named '${other}'`));
      }),
    );
  });

  for (const [one, other] of [
    ["ModuleNotFoundError: No module named 'app.main'", "ModuleNotFoundError: No module named 'app.models'"],
    ["FATAL: 28P01: password authentication failed", "FATAL: 3D000: password authentication failed"],
    ["Error: P1001", "Error: P1000"],
    ["KeyError: 'DATABASE_URL'", "KeyError: 'SECRET_KEY'"],
    ["[Errno 98] cannot bind", "[Errno 13] denied"],
  ] as const) {
    it(`tells \`${one}\` from \`${other}\``, () => assert.notEqual(of(one), of(other)));
  }

  for (const key of ["failureMode", "environment", "service"] as const) {
    it(`differs with the ${key}`, () => assert.notEqual(of("lost"), of("lost", { [key]: "another" })));
  }

  it("is made of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 4_000 }), (text) =>
        /^v1-[0-9a-f]{16}$/.test(of(text)),
      ),
    );
  });

  // A pattern that backtracks without end would not come to an end here.
  for (const part of ["a.", "a-", "1:", "1.", "5 ", "[a]", "0", "a1", "b2-"]) {
    it(`is made of a line of many \`${part}\``, () => assert.match(of(part.repeat(20_000)), /^v1-/));
  }
});
