import assert from "node:assert/strict";
import { redact } from "../../domain";
import { LATER_BARE, LATER_QUOTED } from "./later-prose-secrets";
import { LATER_PROSE_WORDS } from "./later-prose-words";
import { BARE, BY_SHAPE, KINDS, QUOTED, WORDS } from "./prose-secrets";
import { PROSE_WORDS } from "./prose-words";

/** Each text that still holds a good part of its secret. */
const leaks = (rows: readonly (readonly [text: string, secret: string])[]): readonly string[] =>
  rows
    .filter(([text, secret]) => redact(text).includes(secret.replace(/=+$/, "").slice(1, 9)))
    .map(([text]) => `${text} → ${redact(text)}`);

const written = (
  writes: readonly ((secret: string) => string)[],
  secrets: readonly string[],
): readonly (readonly [string, string])[] =>
  writes.flatMap((write) => secrets.map((secret) => [write(secret), secret] as const));

describe("Secrets in prose", () => {
  it("are 60 forms and more, beside 60 lines without one", () => {
    assert.ok(QUOTED.length + BARE.length + BY_SHAPE.length >= 60);
    assert.ok(PROSE_WORDS.length >= 60);
  });

  it("are masked in quotes behind their noun, of whatever kind they are", () => {
    assert.deepEqual(leaks(written([...QUOTED, ...LATER_QUOTED], [...KINDS, ...WORDS])), []);
  });

  it("are masked without quotes where they are no words", () => {
    assert.deepEqual(leaks(written([...BARE, ...LATER_BARE], KINDS)), []);
  });

  it("are masked by their shape alone", () => {
    assert.deepEqual(leaks(BY_SHAPE), []);
  });

  it("leave what a program says of a secret word for word", () => {
    const words = [...PROSE_WORDS, ...LATER_PROSE_WORDS];
    assert.deepEqual(
      words.map((text) => redact(text)),
      words,
    );
  });

  it("are masked once: what is masked stays as it is", () => {
    const all = [...written([...QUOTED, ...BARE, ...LATER_BARE], KINDS), ...BY_SHAPE].map(([text]) =>
      redact(text),
    );
    assert.deepEqual(
      all.map((text) => redact(text)),
      all,
    );
  });
});
