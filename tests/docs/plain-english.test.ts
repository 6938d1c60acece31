import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { ROOT } from "./pages";

/** Words that pages and comments do not use, and what to write. */
const DENIED: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(?:house|sift|sieve|upkeep)\b/i, "the field's term (docs/glossary.md)"],
  [/\b(?:tell|tells|told|telling)\b/i, "say, report, state; distinguish"],
  [/\b(?:mend|mends|mended|mending)\b/i, "fix, correct"],
  [/\b(?:grave|graver|gravest|gravity)\b/i, "severe, severity"],
  [/\b(?:nobody|somebody|whoever|whosoever)(?:'s)?\b/i, "who acts, or the passive"],
  [/\b(?:stand|stands|stood)\b/i, "is, occurs; for a placeholder: replaces, means"],
  [/\b(?:lies|lay) (?:in|at|below|beside|under|there|where|on)\b/i, "is"],
  [/\b(?:bears|borne|outvoted|witness|witnesses|guilty)\b/i, "has; contradicted by; other places; faulty"],
  [/\b(?:anew|thereof|wherein|whereof|nought|heed|amiss)\b/i, "again, of it, in which, nothing"],
  [/\b(?:got over|handed|taken away|be had|to be had)\b/i, "recovered from, given, removed, available"],
];

/** Texts that quote others, are generated from the code, or speak of the words themselves. */
const NOT_OURS =
  /^(?:LICENSE|docs\/(?:facts|rules\.md|audit\.schema\.json)|docs\/decisions\/0021|tests\/(?:fixtures|docs\/plain-english|diagnosis\/(?:logs|reports)|audit\/(?:templates|repositories)\/))/;

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(?:ts|js|cjs|md)$/.test(file) && !NOT_OURS.test(file));

interface Line {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text from a position on. */
const linesOf = (text: string, first: number): readonly Line[] =>
  text.split("\n").map((line, index) => ({ line: first + index, text: line }));

/** Every comment of a source file, line by line. Code may use any word: a variable's name is not prose. */
function commentsOf(file: string, source: string): readonly Line[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const before = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
    const after = ts.getTrailingCommentRanges(source, node.end) ?? [];
    for (const { pos, end } of [...before, ...after]) found.set(pos, end);
    for (const child of node.getChildren(tree)) visit(child);
  };
  visit(tree);
  return [...found].flatMap(([from, to]) =>
    linesOf(source.slice(from, to), tree.getLineAndCharacterOfPosition(from).line + 1),
  );
}

function prose(file: string): readonly Line[] {
  const source = readFileSync(path.join(ROOT, file), "utf8");
  if (file.endsWith(".md")) return linesOf(source, 1);
  // A tree of every source file takes nine seconds.
  return DENIED.some(([word]) => word.test(source)) ? commentsOf(file, source) : [];
}

/** Code within prose may have any name. */
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, "``");

describe("Pages and comments", function () {
  this.timeout(120_000);

  it("use the words of today", () => {
    const found = files.flatMap((file) =>
      prose(file).flatMap(({ line, text }) =>
        DENIED.filter(([word]) => word.test(withoutCode(text))).map(
          ([word, instead]) => `${file}:${line}: ${word.exec(withoutCode(text))?.[0]} → ${instead}`,
        ),
      ),
    );
    assert.deepEqual(found, []);
  });

  it("are found at all", () => {
    const comments = commentsOf(
      "a.ts",
      "/** One. */\nconst a = [ // Two.\n];\nfunction b() {\n  // Three.\n}\n",
    );
    assert.deepEqual(
      comments.map(({ text }) => text),
      ["/** One. */", "// Two.", "// Three."],
    );
    assert.ok(files.length > 500);
  });
});
