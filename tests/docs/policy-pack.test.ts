import assert from "node:assert/strict";
import { PREVIEW_RULES } from "../../rules";
import { pageText } from "./pages";

describe("The policy pack's page", () => {
  it("lists every rule with its severity, in the order of the reports, and no other", () => {
    const rows = [...pageText("docs/policy-pack.md").matchAll(/^\| `([a-z0-9]+\/[a-z0-9-]+)` \| (\w+) \|/gm)];
    assert.deepEqual(
      rows.map(([, id, severity]) => [id, severity]),
      PREVIEW_RULES.map(({ id, severity }) => [id, severity]),
    );
  });
});
