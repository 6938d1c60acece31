import assert from "node:assert/strict";
import { printUsage } from "../../cli/terminal-output";
import { captured } from "./captured-output";

describe("what Commander prints", () => {
  it("is whole where it is a help page, whose apostrophes are no quotes", async () => {
    const help = `Usage: portcullis\n\n  rehearse  Deploy a stack's services.\n  ${"watch ".repeat(60)}\n  connect  Ask a stack's database.\n`;
    assert.equal(await captured(() => printUsage(help)), help);
  });

  it("begins as every other error does, and quotes the beginning of an argument of any length", async () => {
    const printed = await captured(() => printUsage(`error: unknown command '${"x".repeat(5000)}'\n`));
    assert.equal(printed, `portcullis: unknown command '${"x".repeat(200)}…'\n`);
  });
});
