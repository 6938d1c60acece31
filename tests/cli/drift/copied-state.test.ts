import assert from "node:assert/strict";
import { copiedState } from "../../../cli/drift/copied-state";

const SERVICE = "urn:pulumi:production::shop::render:index:WebService::api";
const STAGING = "urn:pulumi:production::shop::pulumi:pulumi:StackReference::staging";
const ROLE = "urn:pulumi:production::shop::role::role";
const reference = { urn: STAGING, type: "pulumi:pulumi:StackReference", id: "staging" };

describe("The copy of a state that is judged", () => {
  it("has nothing of what was read of other stacks, and nothing that depends on it", () => {
    const service = {
      ...{ urn: SERVICE, type: "render:index:WebService", inputs: { name: "api" } },
      dependencies: [ROLE, STAGING],
      propertyDependencies: { commit: [STAGING], envVars: [ROLE], name: null },
    };
    const state = { version: 3, deployment: { secrets_providers: {}, resources: [reference, service] } };
    assert.deepEqual(JSON.parse(copiedState(JSON.stringify(state))), {
      version: 3,
      deployment: {
        secrets_providers: {},
        resources: [
          {
            ...service,
            dependencies: [ROLE],
            propertyDependencies: { commit: [], envVars: [ROLE], name: null },
          },
        ],
      },
    });
  });

  for (const state of ["{}", '{"deployment":{}}', '{"deployment":{"resources":[]}}'])
    it(`is the state itself where it reads no other stack: ${state}`, () => {
      assert.equal(copiedState(state), state);
    });
});
