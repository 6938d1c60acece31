import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { openQuote } from "../../../domain/start-command/open-quote";

/** Whether a real shell finds the line's end inside quotes. */
function isRefused(line: string): boolean {
  try {
    execFileSync("sh", ["-n", "-c", line], { stdio: ["ignore", "ignore", "pipe"] });
    return false;
  } catch (error) {
    return /unterminated|unexpected EOF/i.test(String((error as { stderr: Buffer }).stderr));
  }
}

describe("A quote that is not closed", () => {
  it("is found where a shell finds it, and nowhere else", () => {
    const piece = fc.constantFrom('"', "'", "\\", "a", " ", "$PORT", "0.0.0.0:", "-b ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = `gunicorn ${pieces.join("")}x`;
        assert.equal(openQuote(line) !== undefined, isRefused(line), line);
      }),
      { numRuns: 150 },
    );
  });

  it("is not looked for behind a comment, a heredoc or a nested command", () => {
    for (const line of [
      "uvicorn main:app # the team's",
      "cat <<E && x '",
      `echo "$(printf '"')`,
      "echo `it's`",
    ]) {
      assert.equal(openQuote(line), undefined, line);
    }
  });
});
