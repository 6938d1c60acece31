import assert from "node:assert/strict";
import { diagnose, harmsLive, isDecided, readLogLines, SIGNATURES } from "../../diagnosis";

const EXAMPLES = SIGNATURES.flatMap((signature) =>
  [signature.example, ...(signature.examples ?? [])].map((text) => ({ signature, text })),
);
const LISTENS = "Server listening on port 10000";
const ANSWERS = "GET / 200 1ms";

/** The examples of whose rows a log is sure, or by which it fails a deploy. */
function sureOf(log: (text: string) => readonly string[]): readonly string[] {
  return EXAMPLES.filter(({ text }) => {
    const diagnosis = diagnose(readLogLines(log(text)));
    const isSure = diagnosis.failureMode !== "none" && diagnosis.certainty === "certain";
    return isSure || isDecided(diagnosis) || harmsLive(diagnosis);
  }).map(({ signature: { id, stage, mode } }) => `${stage} ${mode} ${id}`);
}

describe("A line of a row that is in another line", () => {
  it("is sure of nothing in the quotes of a logger's information", () => {
    const quoted = (text: string) => `INFO chat: message stored: "${text}"`;
    assert.deepEqual(
      sureOf((text) => [quoted(text)]),
      [],
    );
    assert.deepEqual(
      sureOf((text) => [LISTENS, quoted(text), ANSWERS]),
      [],
    );
  });

  it("is sure of nothing in the title of a test that passed", () => {
    assert.deepEqual(
      sureOf((text) => [` ✓ says ${text} (12 ms)`]),
      [],
    );
  });

  it("is sure of nothing in another field of a logger's object", () => {
    const object = (text: string) => JSON.stringify({ level: "info", msg: "message stored", text });
    assert.deepEqual(
      sureOf((text) => [object(text)]),
      [],
    );
  });

  it("is sure of nothing in a live service that answers after it, but of what ends a process or a pooler loses", () => {
    const sure = sureOf((text) => [LISTENS, "==> Your service is live 🎉", text, ANSWERS]);
    assert.deepEqual(
      sure.filter(
        (row) => !/^(?:platform|port|process) |memory\/exhausted|database\/prepared-statement/.test(row),
      ),
      [],
    );
  });
});
