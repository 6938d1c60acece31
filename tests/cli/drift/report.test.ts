import assert from "node:assert/strict";
import { driftedResources } from "../../../cli/drift/drifted-resources";
import { driftJson, driftReport } from "../../../cli/drift/report";
import { findingsOf } from "../../../cli/drift/rules-on-state";
import { holdsCanary } from "../../domain/canary";
import { SECRET_SHAPES } from "../../domain/secret-shapes";

const URN = "urn:pulumi:staging::shop::render:index/webService:WebService::api-web";
const step = (change: object) => ({ op: "update", urn: URN, oldState: { type: "web" }, ...change });

describe("What a refresh finds to differ", () => {
  const refresh = JSON.stringify({
    steps: [
      step({ op: "refresh" }),
      step({ op: "delete" }),
      step({
        oldState: { type: "web", inputs: { plan: "starter", envVars: { "A.B": { value: "[secret]" } } } },
        newState: {
          inputs: { plan: "pro", envVars: { "A.B": { value: "[secret]" } } },
          outputs: { url: "u" },
        },
        detailedDiff: {
          plan: { kind: "update", inputDiff: true },
          'envVars["A.B"].value': { kind: "update", inputDiff: true },
          url: { kind: "add", inputDiff: false },
          name: { kind: "delete-replace", inputDiff: true },
        },
      }),
    ],
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
        command: { kind: "delete", inputDiff: true },
        list: { kind: "delete", inputDiff: true },
      };
      const resources = driftedResources(
        JSON.stringify({ steps: [step({ oldState: { inputs: was }, detailedDiff: both })] }),
      );
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
