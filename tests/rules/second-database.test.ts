import assert from "node:assert/strict";
import { type Fact, factsOf, judge, known, type Place } from "../../domain";
import { RULES } from "../../rules";
import { ALL_CASES } from "./all-cases";
import { driver, variable } from "./facts";
import { foundIn } from "./written-findings";

const FIRST = "DATABASE_URL";
const SECOND = "REPORTS_URL";
const placeOf = (key: string): Place => ({ source: "configuration", key });

/** A sound URL whose driver loses nothing in any mode, which the service has beside the one of the case. */
const SOUND: readonly Fact[] = [
  variable(FIRST, "postgresql://sound:s0und-p4ss@db.acme.internal:5432/sound?sslmode=require"),
  driver("psycopg2"),
];

/** The case's facts with its URL in a variable, as an only one or as the second of two with a driver of its own. */
function asVariable(facts: readonly Fact[], name: typeof FIRST | typeof SECOND): readonly Fact[] {
  const own = name === SECOND ? { variable: SECOND } : {};
  const moved = facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === "driver") return [{ ...fact, ...own }];
    if (fact.kind === "url") {
      const { url, driver: called, driverSettings, kind: _, ...stated } = fact;
      const place = placeOf(name);
      return [
        { ...stated, kind: "driver", ...own, driver: called, driverSettings },
        { ...stated, place, kind: "variable", name, value: url, secret: true },
      ];
    }
    // Code may name the variable too.
    const renamed = JSON.parse(JSON.stringify(fact).replaceAll(`"${FIRST}"`, `"${name}"`)) as Fact;
    return [fact.kind === "variable" && fact.name === FIRST ? { ...renamed, place: placeOf(name) } : renamed];
  });
  if (name === FIRST) return moved;
  const nobody: Fact = { ...(driver("") as Fact & { kind: "driver" }), ...own, driver: NOBODY };
  return [
    ...SOUND,
    ...moved,
    ...(factsOf(facts, "driver").length + factsOf(facts, "url").length > 0 ? [] : [nobody]),
  ];
}

const NOBODY = { known: false, why: "no driver is declared" } as const;

/** Rules whose verdict is of all URLs of a service at once: any other connection may be the migrations' own. */
const OF_ALL: readonly string[] = ["database/direct-for-migrations", "database/one-project"];

describe("A rule about databases, of a service with two", () => {
  const settings = { standardPort: 8000 };
  const rules = RULES.filter(({ id }) => id.startsWith("database/") && !OF_ALL.includes(id));
  let violations = 0;

  for (const rule of rules) {
    const cases = (ALL_CASES[rule.id] ?? []).filter(
      ([, facts]) =>
        factsOf(facts, "url").length === 1 || factsOf(facts, "variable").some(({ name }) => name === FIRST),
    );
    if (cases.length === 0) continue;
    it(`judges the second as it would judge an only one, by its own driver: ${rule.id}`, () => {
      for (const [title, facts] of cases) {
        const only = foundIn(judge(rule, asVariable(facts, FIRST), settings));
        const expected = only.map((text) => text.replaceAll(FIRST, SECOND));
        assert.deepEqual(foundIn(judge(rule, asVariable(facts, SECOND), settings)), expected, title);
        violations += expected.filter((text) => text.includes(SECOND)).length;
      }
    });
  }

  it("names the second variable's place", () => assert.ok(violations > 40, String(violations)));

  it("holds of a URL that its own driver takes, and of no other one's", () => {
    const malformed = rules.find(({ id }) => id === "database/url-malformed");
    assert.ok(malformed);
    const judged = (drivers: readonly Fact[]) =>
      foundIn(judge(malformed, [variable(SECOND, "postgresql+asyncpg://u:p@h/d"), ...drivers], settings));
    const forSecond = (name: string): Fact => ({ ...driver(name), variable: SECOND }) as Fact;
    assert.deepEqual(judged([driver("asyncpg"), forSecond("sqlalchemy-asyncpg")]), []);
    assert.match(judged([driver("sqlalchemy-asyncpg"), forSecond("asyncpg")]).join(), /the URL's scheme/);
  });

  it("takes a declared variable for a URL whatever its name is", () => {
    const malformed = rules.find(({ id }) => id === "database/url-malformed");
    assert.ok(malformed);
    const facts = (only: object): readonly Fact[] => [
      { ...(variable("READ_MODEL", "") as Fact & { kind: "variable" }), value: known("") },
      { ...driver("asyncpg"), ...only } as Fact,
    ];
    assert.deepEqual(foundIn(judge(malformed, facts({}), settings)), []);
    assert.match(
      foundIn(judge(malformed, facts({ variable: "READ_MODEL" }), settings)).join(),
      /variable READ_MODEL: expected a URL that begins with `postgresql:\/\/`, got nothing/,
    );
  });
});
