import assert from "node:assert/strict";
import fc from "fast-check";
import {
  DRIVER_NAMES,
  describeFinding,
  type Fact,
  judge,
  LIBPQ,
  NET_URL,
  POSTGRES_JS,
  parseConnectionUrl,
  SQLALCHEMY,
  URLLIB,
  WHATWG,
} from "../../../domain";
import { RULES } from "../../../rules";
import { driver, here, variable } from "../../rules/facts";

const CANARY = "c4nary";
const delimiter = fc.constantFrom(..."@:/?#[]%&=+, ", "%zz", "%00", "%40", "");

const RULE_SETTINGS = { standardPort: 8000 };

describe("what is said of a bad URL", () => {
  it("never quotes the password, wherever the URL is cut", () => {
    const password = fc
      .tuple(delimiter, delimiter, delimiter)
      .map(([a, b, c]) => `${a}${CANARY}${b}x${c}${CANARY}`);
    const rest = fc.constantFrom("@h:5432/d", "@h", "@/d?a=b", "", "@h:x/d?y", "@[::1");
    fc.assert(
      fc.property(password, rest, (secret, tail) => {
        for (const dialect of [LIBPQ, URLLIB, SQLALCHEMY, WHATWG, POSTGRES_JS, NET_URL]) {
          const said = JSON.stringify(
            parseConnectionUrl(`postgresql://u:${secret}${tail}`, dialect)?.problems,
          );
          assert.ok(!said.includes(CANARY), said);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("never quotes it in a finding of any rule, for any driver", () => {
    const password = fc
      .tuple(fc.constantFrom("", "1", "1234"), delimiter, delimiter, delimiter)
      .map(([digits, a, b, c]) => `${digits}${a}${CANARY}${b}x${c}${CANARY}`);
    const tail = fc.constantFrom("@h:5432/d", "@h/d?ssl=x", "@aws-0-us-west-1.pooler.supabase.com:6543/d");
    fc.assert(
      fc.property(password, tail, fc.constantFrom(...DRIVER_NAMES, undefined), (secret, rest, name) => {
        const facts: Fact[] = [
          { kind: "platform", place: here, platform: "render" },
          { kind: "environment", place: here, name: "production" },
          variable("DATABASE_URL", `postgresql://u.staging:${secret}${rest}`),
          ...(name === undefined ? [] : [driver(name)]),
        ];
        for (const rule of RULES) {
          const { findings, undecided } = judge(rule, facts, RULE_SETTINGS);
          const said = [...findings.map(describeFinding), ...undecided.map(({ why }) => why)].join("\n");
          assert.ok(!said.includes(CANARY), said);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
