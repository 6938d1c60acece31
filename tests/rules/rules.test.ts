import assert from "node:assert/strict";
import { ALL_VARIABLES, describeFinding, type Fact, judge, unknown } from "../../domain";
import { PREVIEW_RULES, RULES } from "../../rules";
import { ALL_CASES } from "./all-cases";
import { here } from "./facts";
import { foundIn, WRITTEN_FINDINGS } from "./written-findings";

const settings = { standardPort: 8000 };

describe("the rules", () => {
  for (const rule of RULES) {
    describe(rule.id, () => {
      const cases = ALL_CASES[rule.id] ?? [];

      it("has a happy path and a mutation", () => {
        assert.ok(
          cases.some(([, , got]) => got === undefined) && cases.some(([, , got]) => got !== undefined),
        );
      });

      for (const [title, facts, got] of cases) {
        const written = Array.isArray(got) ? (got as readonly string[]) : undefined;
        const expected = typeof got === "string" ? got : got === undefined ? "holds" : "violated";
        it(`${expected}: ${title}`, () => {
          const outcome = judge(rule, facts, settings);
          assert.equal(outcome.answer, expected, JSON.stringify(outcome));
          const [finding] = outcome.findings;
          if (got instanceof RegExp) assert.match(finding?.got ?? "", got);
          // Place, count, severity, what is expected, and the fix.
          assert.deepEqual(foundIn(outcome), written ?? WRITTEN_FINDINGS[rule.id]?.[title] ?? []);
        });
      }

      it("says what is wrong, why, how to mend it, and where that is known from", () => {
        assert.match(rule.id, /^[a-z]+\/[a-z0-9-]+$/);
        for (const text of [rule.title, rule.why, rule.fix, rule.reference]) assert.ok(text.length > 5);
      });
    });
  }

  it("answer unknown, and not that they hold, for values that cannot be known yet", () => {
    const why = "known after the deploy";
    const gunicorn = { program: "gunicorn", package: "gunicorn", file: "requirements.txt" };
    const missing = { file: "package.json", by: "start command" } as const;
    const facts: Fact[] = [
      { kind: "port", role: "declared", place: here, port: unknown(why) },
      { kind: "start-command", place: here, command: unknown(why) },
      { kind: "variable", place: here, name: "PORT", value: unknown(why), secret: false },
      { kind: "variable", place: here, name: ALL_VARIABLES, value: unknown(why), secret: true },
      { kind: "health-check", place: here, path: unknown(why) },
      { kind: "platform", place: here, platform: "render", runtime: "python", plan: "free", pending: why },
      { kind: "environment", place: here, name: "production" },
      { kind: "secret-files", place: here, names: unknown(why) },
      { kind: "origin", of: "image", place: here, url: unknown(why) },
      { kind: "application", place: here, module: "main", attribute: "app", missing: unknown(why) },
      { kind: "requirement", place: here, ...gunicorn, listed: unknown(why) },
      { kind: "missing-script", place: here, ...missing, script: "serve", near: undefined, unsure: why },
      {
        kind: "missing-file",
        place: here,
        ...missing,
        command: "node a.js",
        elsewhere: undefined,
        unsure: why,
      },
      {
        kind: "runtime",
        place: here,
        language: "go",
        given: "1.20",
        asked: ">=1.25",
        written: "`1.25`",
        askedBy: "go.mod",
        askedAt: here,
        unsure: why,
      },
      {
        kind: "lock-drift",
        place: here,
        package: "express",
        wanted: "^5",
        locked: undefined,
        file: "package-lock.json",
        unsure: why,
      },
      { kind: "misspelt-import", place: here, wanted: "./Users", file: "users.js", unsure: why },
      { kind: "peer", place: here, platform: "render", hostName: "api", ports: unknown(why) },
      { kind: "url", place: here, url: unknown(why), driver: unknown(why), driverSettings: unknown(why) },
      {
        kind: "connection",
        place: here,
        host: unknown(why),
        port: unknown(why),
        user: unknown(why),
        database: unknown(why),
        parameters: unknown(why),
        driver: unknown(why),
        driverSettings: unknown(why),
      },
      {
        kind: "other-environment",
        place: here,
        name: "staging",
        host: unknown(why),
        port: unknown(why),
        database: unknown(why),
        user: unknown(why),
      },
    ];
    for (const rule of PREVIEW_RULES) assert.equal(judge(rule, facts, settings).answer, "unknown", rule.id);
  });

  it("answer unknown of a database while the variable that will hold its URL is not known", () => {
    const value = unknown("known after the deploy");
    // Judged by other stacks' databases, where a command migrates, and of the API's keys.
    const others = ["database/other-environment", "database/direct-for-migrations", "database/key-role"];
    const rules = PREVIEW_RULES.filter(({ id }) => id.startsWith("database/") && !others.includes(id));
    for (const name of ["DATABASE_URL", ALL_VARIABLES]) {
      const facts: Fact[] = [
        { kind: "platform", place: here, platform: "render" },
        { kind: "environment", place: here, name: "production" },
        { kind: "variable", place: here, name, value, secret: true },
      ];
      for (const rule of rules) assert.equal(judge(rule, facts, settings).answer, "unknown", rule.id);
    }
  });

  it("never print a password, whatever is wrong with its URL", () => {
    const canary = "c4nary-s3cret";
    const texts = ["@", "/", "#", "?", "%zz", ":", "["].map(
      (character) => `postgresql://u:${character}${canary}${character}x@h:1/d?bad=1`,
    );
    for (const text of texts) {
      const value = { known: true, value: text } as const;
      const facts: Fact[] = [{ kind: "variable", place: here, name: "DATABASE_URL", value, secret: true }];
      for (const rule of RULES) {
        const outcome = judge(rule, facts, settings);
        const printed = [
          ...outcome.findings.map(describeFinding),
          ...outcome.undecided.map(({ why }) => why),
        ].join("\n");
        assert.ok(!printed.includes(canary), `${rule.id} on ${text}: ${printed}`);
      }
    }
  });

  it("have no finding written down for a case that is not there", () => {
    for (const [id, byTitle] of Object.entries(WRITTEN_FINDINGS)) {
      const titles = (ALL_CASES[id] ?? []).map(([title]) => title);
      assert.deepEqual(
        Object.keys(byTitle).filter((title) => !titles.includes(title)),
        [],
        id,
      );
    }
  });

  it("count a rule that throws as violated", () => {
    const [rule] = RULES;
    assert.ok(rule);
    const broken = { ...rule, check: () => assert.fail("broken") };
    assert.equal(judge(broken, [], settings).answer, "violated");
  });
});
