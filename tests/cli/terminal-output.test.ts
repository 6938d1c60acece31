import assert from "node:assert/strict";
import { printUsage } from "../../cli/terminal-output";

function printedBy(text: string): string {
  const written: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
  try {
    printUsage(text);
  } finally {
    process.stderr.write = write;
  }
  return written.join("");
}

describe("what Commander prints", () => {
  it("is whole where it is a help page, whose apostrophes are no quotes", () => {
    const help = `Usage: portcullis\n\n  rehearse  Deploy a stack's services.\n  ${"watch ".repeat(60)}\n  connect  Ask a stack's database.\n`;
    assert.equal(printedBy(help), help);
  });

  it("quotes the beginning of an argument of any length", () => {
    const printed = printedBy(`error: unknown command '${"x".repeat(5000)}'\n`);
    assert.equal(printed, `error: unknown command '${"x".repeat(200)}…'\n`);
  });
});
