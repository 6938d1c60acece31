import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describeFinding, judge, type Outcome } from "../../domain";
import { RULES } from "../../rules";
import { ALL_CASES } from "./all-cases";

type Written = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const FILE = path.join(__dirname, "findings.json");

/**
 * What each case finds that does not say so itself, in full, by the rule's id and the case's title. After a change of a rule's words
 * type `npx tsx tests/rules/written-findings.ts`, and read the difference.
 */
export const WRITTEN_FINDINGS = JSON.parse(readFileSync(FILE, "utf8")) as Written;

/** Each finding on a line: severity, place, what, expected, got, fix, and the edit where it has one. */
export function foundIn({ findings }: Outcome): readonly string[] {
  return findings.map((finding) => {
    const { replace, by, after } = finding.edit ?? {};
    const behind = after === undefined ? "" : ` behind one of ${after.length} words`;
    const edit = finding.edit === undefined ? "" : ` [\`${replace}\` -> \`${by}\`${behind}]`;
    return `${finding.severity} ${describeFinding(finding)}${edit}`;
  });
}

function write(): void {
  const written = Object.fromEntries(
    RULES.map((rule) => {
      const rows = (ALL_CASES[rule.id] ?? []).flatMap(([title, facts, got]) =>
        Array.isArray(got) ? [] : [[title, foundIn(judge(rule, facts, { standardPort: 8000 }))] as const],
      );
      return [rule.id, Object.fromEntries(rows.filter(([, found]) => found.length > 0))];
    }),
  );
  writeFileSync(FILE, `${JSON.stringify(written, undefined, 2)}\n`);
}

if (require.main === module) write();
