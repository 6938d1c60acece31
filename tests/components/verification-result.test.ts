import assert from "node:assert/strict";
import { type Check, decidingCheck, describeResult, outcomeOf } from "../../components/verification/result";
import { secretsOf } from "../../components/verification/secrets";

const check = (kind: Check["kind"], outcome: Check["outcome"], more: Partial<Check> = {}): Check => ({
  kind,
  name: kind,
  outcome,
  detail: `${kind} detail`,
  ...more,
});
const result = (...checks: readonly Check[]) => ({
  outcome: outcomeOf(checks),
  deployId: "dep-1",
  checks,
  seconds: 1,
});

describe("A verification's result", () => {
  const cases: readonly [string, readonly Check[], Check["outcome"]][] = [
    ["passes where every check does", [check("deploy", "pass"), check("port", "pass")], "pass"],
    [
      "is undecided by one open question",
      [check("deploy", "pass"), check("port", "not-decided")],
      "not-decided",
    ],
    ["fails by one failure, whatever is open", [check("port", "not-decided"), check("log", "fail")], "fail"],
    ["is undecided without any check", [], "not-decided"],
  ];
  for (const [what, checks, outcome] of cases) it(what, () => assert.equal(outcomeOf(checks), outcome));

  it("names the check that says why before the one that says how it ended", () => {
    const ended = check("deploy", "fail", { mode: "process/exited" });
    const cause = check("database", "fail", { mode: "database/credentials" });
    assert.equal(decidingCheck(result(ended, cause)), cause);
    assert.equal(decidingCheck(result(ended)), ended);
  });

  it("names the variable whose URL is meant, where that is another than DATABASE_URL", () => {
    const wrong = { mode: "database/credentials", detail: "refused" } as const;
    const first = (name: string) =>
      describeResult("api", result(check("database", "fail", { ...wrong, name }))).split("\n")[0];
    assert.equal(first("database"), "api failed its verification: database/credentials: refused.");
    assert.equal(
      first("ANALYTICS_URL"),
      "api failed its verification: database/credentials: database ANALYTICS_URL: refused.",
    );
  });

  it("says the cause, the place and what to do in its first line, then each check, then what was done", () => {
    const cause = check("port", "fail", {
      mode: "port/mismatch",
      detail: "the service listens on 10000, the stack declares 8000",
      correctiveAction: "Remove PORT.",
    });
    const text = describeResult("navigator", result(check("deploy", "pass"), cause), "Rolled back to dep-0.");
    assert.deepEqual(text.split("\n"), [
      "navigator failed its verification: port/mismatch: the service listens on 10000, the stack declares 8000. Remove PORT.",
      "  pass         deploy: deploy detail",
      "  FAIL         port: as said",
      "Rolled back to dep-0.",
    ]);
  });

  it("never calls an open question a failure", () => {
    const text = describeResult("navigator", result(check("endpoint", "not-decided", { name: "health" })));
    assert.match(
      text,
      /^navigator could not be verified: could not be decided: endpoint health: endpoint detail\.\n/,
    );
    assert.match(text, /not decided {2}endpoint health: as said/);
  });
});

describe("The secrets of a verification", () => {
  it("are the password, the key, and what headers and bodies carry", () => {
    const secrets = secretsOf({
      databaseUrl: "postgresql://navigator:p%40ss@host/db",
      renderApiKey: "rnd_123456",
      endpoints: [
        {
          name: "sign-in",
          method: "POST",
          path: "/",
          headers: { authorization: "Bearer t0ken-of-headers" },
          json: { user: "ada", deep: [{ password: "pa55word-of-json" }] },
          file: { field: "file", name: "note.txt", content: "content-of-file" },
          expect: { status: 200 },
          timeout: 1,
        },
      ],
      ...{ service: "", serviceId: "", deployId: "", url: "", port: 8000, healthCheckPath: "", stability: 0 },
      ...{ rollback: false, environment: "staging", records: false, addresses: {} },
      schedule: {
        ...{ initialDelay: 0, interval: 1, count: 1, failureLimit: 0, deadline: 1 },
        ...{ consecutiveErrorLimit: 0, consecutiveSuccessLimit: 0 },
      },
    });
    for (const secret of ["p@ss", "rnd_123456", "t0ken-of-headers", "pa55word-of-json", "content-of-file"]) {
      assert.ok(secrets.includes(secret), secret);
    }
    assert.ok(!secrets.includes("ada"), "a user's name would mask half a message");
  });
});
