import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AUDIT_RULES } from "../../../audit";
import { rulesMarkdown } from "../../../cli/rules/markdown";

const RULE = {
  id: "port/agreement",
  severity: "error",
  title: "One port | a_b",
  why: "A <tag> and `a_b`.",
  fix: "Write it.",
  reference: "https://example.com/a_b",
  preview: true,
} as const;

describe("the page of the rules", () => {
  it("is generated from the rules and current", () => {
    const page = readFileSync(path.join(__dirname, "../../../docs/rules.md"), "utf8");
    const hint = "docs/rules.md is behind the rules: type `npx portcullis rules --markdown > docs/rules.md`";
    assert.ok(page === `${rulesMarkdown(AUDIT_RULES)}\n`, hint);
  });

  it("has each rule in the table and in a section of its own, and says which the pack judges", () => {
    const page = rulesMarkdown([RULE, { ...RULE, id: "waiver/unused", preview: false }]);
    assert.match(
      page,
      /^\| \[`port\/agreement`\]\(#portagreement\) \| error \| pack \| One port \\\| a\\_b \|$/m,
    );
    assert.match(page, /^\| \[`waiver\/unused`\]\(#waiverunused\) \| error \| {2}\| One port/m);
    assert.match(page, /\n## port\n\n### port\/agreement\n/);
    assert.match(page, /\n## waiver\n\n### waiver\/unused\n/);
  });

  it("lets no word become mark-up, and keeps code and links as they are", () => {
    const page = rulesMarkdown([RULE]);
    assert.ok(page.includes("A \\<tag> and `a_b`."));
    assert.ok(page.includes("<https://example.com/a_b>"));
  });
});
