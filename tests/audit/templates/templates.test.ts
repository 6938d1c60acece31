import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { credentialsOf } from "../../credentials";
import { expectationsOf, isThere, PARTS, TEMPLATES, templateOf } from "./templates";

/** Hosts and projects that are nobody's. */
const MADE_UP =
  /@[\w.-]*\b(?:example\.(?:com|org|net)|\w+\.internal)\b|@ep-[\w-]+(?:\.[\w-]+)+\.neon\.tech\b|@(?:db|localhost|postgres|127\.0\.0\.1)[:/]|\$\{\w+\}@|@(?:db\.|aws-[01]-)[\w-]+\.(?:pooler\.)?supabase\.com?/;

describe("The templates that the audit is scored on", () => {
  for (const part of PARTS.filter(isThere)) {
    it(`of the ${part} part have a well-formed expectation each`, () => {
      const files = readdirSync(path.join(TEMPLATES, part)).map((name) => path.basename(name, ".yaml"));
      const expected = expectationsOf(part);
      assert.deepEqual(
        ["expected", ...expected.map(({ template }) => template)].toSorted(),
        files.toSorted(),
      );
      for (const { sound, findings } of expected) assert.equal(sound, findings === undefined);
    });

    it(`of the ${part} part have the lines that their expectations name`, () => {
      for (const { template, findings = [] } of expectationsOf(part)) {
        const { files } = templateOf(part, template);
        for (const { file, line } of findings.flatMap(({ places }) => places)) {
          assert.ok(files[file]?.split("\n")[line - 1]?.trim(), `${template}: ${file}:${line}`);
        }
      }
    });

    it(`of the ${part} part hold nothing that looks like a real credential`, async () => {
      const found: string[] = [];
      for (const { template } of expectationsOf(part)) {
        for (const [file, text] of Object.entries(templateOf(part, template).files)) {
          const lines = text.split("\n").filter((line) => !MADE_UP.test(line));
          found.push(...(await credentialsOf(`${template}/${file}`, lines.join("\n"))));
        }
      }
      assert.deepEqual(found, []);
    });
  }
});
