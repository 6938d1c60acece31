import assert from "node:assert/strict";
import { driftedResources } from "../../../cli/drift/drifted-resources";
import { errorsIn } from "../../../cli/drift/engine-events";
import { driftJson, driftReport } from "../../../cli/drift/report";
import { findingsOf } from "../../../cli/drift/rules-on-state";
import { holdsCanary } from "../../domain/canary";
import { SECRET_SHAPES } from "../../domain/secret-shapes";

const URN = "urn:pulumi:staging::shop::render:index/webService:WebService::api-web";
const step = (change: object) =>
  JSON.stringify({
    sequence: 1,
    resOutputsEvent: { metadata: { op: "update", urn: URN, old: { type: "web" }, ...change } },
  });

describe("What a refresh finds to differ", () => {
  const refresh = [
    JSON.stringify({ sequence: 0, preludeEvent: { config: {} } }),
    step({ op: "same" }),
    step({ op: "delete" }),
    step({
      old: { type: "web", inputs: { plan: "starter", envVars: { "A.B": { value: "[secret]" } } } },
      new: {
        inputs: { plan: "pro", envVars: { "A.B": { value: "[secret]" } } },
        outputs: { url: "u" },
      },
      detailedDiff: {
        plan: { diffKind: "update", inputDiff: true },
        'envVars["A.B"].value': { diffKind: "update", inputDiff: true },
        url: { diffKind: "add", inputDiff: false },
        name: { diffKind: "delete-replace", inputDiff: true },
      },
    }),
  ].join("\n");

  it("is what a provider says no paths of, by the outputs that differ", () => {
    const [role] = driftedResources(
      step({
        old: { type: "role", outputs: { login: "shop", missing: [], password: "[secret]" } },
        new: { outputs: { login: "shop", missing: ["GRANT"], password: "[secret]" } },
      }),
    );
    assert.deepEqual(role?.properties, [{ path: "missing", kind: "changed", was: "[]", is: '["GRANT"]' }]);
  });

  it("has Pulumi's own errors without its marks of colours", () => {
    const error = { severity: "error", message: "<{%reset%}>no such host<{%reset%}>\n" };
    const text = [JSON.stringify({ diagnosticEvent: error }), JSON.stringify({ summaryEvent: {} })].join(
      "\n",
    );
    assert.equal(errorsIn(text), "error: no such host");
    assert.equal(errorsIn("warning: something else"), "");
  });

  it("is each resource with its properties, and no secret", () => {
    const [gone, changed, ...others] = driftedResources(refresh);
    assert.deepEqual([gone?.drift, gone?.name, others], ["gone", "api-web", []]);
    assert.deepEqual(changed?.properties, [
      { path: "plan", kind: "changed", was: "starter", is: "pro" },
      { path: 'envVars["A.B"].value', kind: "changed" },
      { path: "url", kind: "added", is: "u" },
      { path: "name", kind: "removed" },
    ]);
  });

  it("masks what has a secret's shape", () => {
    for (const shape of SECRET_SHAPES) {
      const was = { command: shape, list: [shape] };
      const both = {
        command: { diffKind: "delete", inputDiff: true },
        list: { diffKind: "delete", inputDiff: true },
      };
      const resources = driftedResources(step({ old: { inputs: was }, detailedDiff: both }));
      assert.equal(holdsCanary(JSON.stringify(resources)), false, shape);
    }
  });
});

describe("The findings of an analysis", () => {
  const event = (policyEvent: object) => JSON.stringify({ sequence: 0, policyEvent });

  it("are those of its policy events, without the policy's own description", () => {
    const output = [
      event({
        policyName: "port-agreement",
        enforcementLevel: "mandatory",
        resourceUrn: URN,
        message: "All.\nPORT: no",
      }),
      event({ policyName: "undecided", enforcementLevel: "advisory", message: "alone" }),
      JSON.stringify({ summaryEvent: {} }),
      "warning: something else",
    ].join("\n");
    assert.deepEqual(findingsOf(output), [
      { policy: "port-agreement", level: "mandatory", resource: "api-web", message: "PORT: no" },
      { policy: "undecided", level: "advisory", resource: "", message: "alone" },
    ]);
  });
});

describe("The report of a drift", () => {
  const HOSTILE = "a\u001b[31m\u0007\b\u009b2J\u009d\u202e\u2066\r\n::error::x";
  const FOREIGN = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

  it("shows no control character or workflow command of foreign text", () => {
    const properties = [{ path: HOSTILE, kind: "changed", was: HOSTILE, is: HOSTILE }] as const;
    const stack = {
      ...{ stack: HOSTILE, result: "drift" as const },
      resources: [{ name: HOSTILE, type: HOSTILE, drift: "changed" as const, properties }],
      findings: [
        {
          policy: HOSTILE,
          level: "mandatory" as const,
          resource: HOSTILE,
          message: HOSTILE.replace("\r\n", " "),
        },
      ],
    };
    for (const text of [driftReport([stack], 1), driftJson([stack], 1)]) {
      assert.ok(!FOREIGN.test(text) && !/^::error::x/m.test(text), JSON.stringify(text));
    }
  });
});
