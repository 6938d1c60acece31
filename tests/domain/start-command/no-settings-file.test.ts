import assert from "node:assert/strict";
import { readStartCommand } from "../../../domain/start-command";

describe("a server with no file of settings", () => {
  const OWN = { from: "variable", variable: "PORT", fallback: "9292" };
  const CASES: readonly (readonly [command: string, port: unknown])[] = [
    ["puma", OWN],
    ["puma -C -", OWN],
    ["puma --config=-", OWN],
    ["puma -C config/puma.rb", undefined],
    ["puma --config config/puma.rb", undefined],
    ["puma -C - -C config/puma.rb", undefined],
  ];
  for (const [command, port] of CASES)
    it(`opens its own port, or the file's: ${command}`, () =>
      assert.deepEqual(readStartCommand(command)?.port, port));
});
