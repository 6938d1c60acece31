import assert from "node:assert/strict";
import type { ResourceValidationPolicy } from "@pulumi/policy";
import { judge } from "../../domain";
import { policies } from "../../policy/policies";
import { RULES } from "../../rules";
import { ALL_CASES } from "../rules/all-cases";

/** A command with a loopback address, and the one right answer; undefined where there is none. */
const COMMANDS: readonly (readonly [before: string, after: string | undefined])[] = [
  ["uvicorn main:app --host 127.0.0.1 --port $PORT", "uvicorn main:app --host 0.0.0.0 --port $PORT"],
  ["uvicorn main:app --host=localhost --port 8000", "uvicorn main:app --host=0.0.0.0 --port 8000"],
  ["uvicorn main:app --port $PORT", "uvicorn main:app --port $PORT --host 0.0.0.0"],
  ["gunicorn main:app -b 127.0.0.1:8000", "gunicorn main:app -b 0.0.0.0:8000"],
  ["hypercorn main:app --bind localhost:$PORT", "hypercorn main:app --bind 0.0.0.0:$PORT"],
  ["python manage.py runserver 127.0.0.1:8000", "python manage.py runserver 0.0.0.0:8000"],
  ["sh -c 'uvicorn main:app --host 127.0.0.1'", "sh -c 'uvicorn main:app --host 0.0.0.0'"],
  [
    "wait-for localhost && uvicorn main:app --host localhost",
    "wait-for localhost && uvicorn main:app --host 0.0.0.0",
  ],
  ["cd app && uvicorn main:app", undefined],
  ["python manage.py runserver", undefined],
  ["hypercorn main:app", undefined],
  ["uvicorn main:app --host 0.0.0.0", undefined],
  ["node server.js", undefined],
];

describe("the remediation of a loopback bind", () => {
  for (const [before, after] of COMMANDS) {
    it(`${after === undefined ? "leaves alone" : "mends"}: ${before}`, () => {
      assert.equal(remedied("service-loopback-bind", { startCommand: before })?.startCommand, after);
    });
  }
});

/** The properties of a web service as a policy's remediation leaves them; undefined where it changes nothing. */
function remedied<T extends object>(policy: string, props: T): T | undefined {
  const found = policies().find(({ name }) => name === policy) as ResourceValidationPolicy | undefined;
  assert.ok(found?.remediateResource, policy);
  const type = "render:index/webService:WebService";
  const args = { type, urn: `urn:pulumi:staging::acme::${type}::api`, name: "api", props, opts: {} };
  return found.remediateResource({ ...args, getConfig: () => ({}) } as never) as T | undefined;
}

describe("a policy's remediation", () => {
  it("makes the edit that the rule's finding states", () => {
    assert.deepEqual(remedied("service-health-check-path", { healthCheckPath: "health" }), {
      healthCheckPath: "/health",
    });
    const variable = (value: string) => ({ envVars: { DATABASE_URL: { value } } });
    assert.deepEqual(remedied("database-url-malformed", variable("sound")), undefined);
  });

  it("leaves alone a text of which there are two, since either may be meant", () => {
    const startCommand = "uvicorn a:app --host 127.0.0.1 & uvicorn b:app --host 127.0.0.1 --port 9000";
    assert.equal(remedied("service-loopback-bind", { startCommand }), undefined);
  });

  it("is there for every rule whose findings state an edit, and for no other", () => {
    const stating = RULES.filter(({ id, ...rule }) =>
      (ALL_CASES[id] ?? []).some(([, facts]) =>
        judge({ id, ...rule }, facts, { standardPort: 8000 }).findings.some(({ edit }) => edit !== undefined),
      ),
    );
    assert.deepEqual(
      stating.map(({ id }) => id),
      RULES.filter(({ edits }) => edits !== undefined).map(({ id }) => id),
    );
    for (const policy of policies()) {
      const rule = RULES.find(({ id }) => id.replace("/", "-") === policy.name);
      assert.equal("remediateResource" in policy, rule?.edits !== undefined, policy.name);
    }
  });
});
