import assert from "node:assert/strict";
import fc from "fast-check";
import type { Candidate } from "../../../diagnosis/log/candidate";
import { LineScanner } from "../../../diagnosis/log/line-scanner";
import { MultiPatternMatcher } from "../../../diagnosis/log/multi-pattern-matcher";

const ANCHORS = ["error", "==> "];

function scanned(chunks: readonly Uint8Array[], whole = 0) {
  const found: Candidate[] = [];
  const scanner = new LineScanner(
    new MultiPatternMatcher(ANCHORS),
    (candidate) => {
      found.push(candidate);
      return 0;
    },
    whole,
  );
  for (const chunk of chunks) scanner.add(chunk);
  return { found, ...scanner.end() };
}

/** The same, by splitting the whole text. */
function plainly(text: string) {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const found = lines.flatMap((line, index) =>
    ANCHORS.some((anchor) => line.includes(anchor)) ? [{ line: index + 1, text: line }] : [],
  );
  return { found, lines: lines.length };
}

describe("Scanning a log", () => {
  it("finds the same lines with the same numbers however the bytes come in", () => {
    const piece = fc.constantFrom(
      "error",
      "==> ",
      "err",
      "or",
      "=",
      "\n",
      "\n\n",
      "\r\n",
      "ü",
      "🎉",
      "x".repeat(50),
    );
    const cuts = fc.array(fc.nat(400), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), cuts, (pieces, places) => {
        const text = pieces.join("");
        const bytes = Buffer.from(text);
        const edges = [0, ...places.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index] ?? 0, edge));
        const { found, lines } = scanned(chunks);
        assert.deepEqual({ found, lines }, plainly(text));
      }),
    );
  });

  it("ends on any bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }),
        (chunks) => void scanned(chunks),
      ),
    );
  });

  it("looks at the beginning of a line of ten megabytes, and goes on after it", () => {
    const long = Buffer.alloc(1_000_000, "a");
    const chunks = [
      Buffer.from("error: "),
      ...Array.from({ length: 10 }, () => long),
      Buffer.from("\nerror: next\n"),
    ];
    const { found, lines } = scanned(chunks);
    assert.equal(lines, 2);
    assert.deepEqual(
      found.map(({ line, text }) => [line, text.slice(0, 11), text.length <= 4_000]),
      [
        [1, "error: aaaa", true],
        [2, "error: next", true],
      ],
    );
  });

  it("keeps the last lines, with their numbers", () => {
    const { tail } = scanned([Buffer.from("one\ntwo\n"), Buffer.from("\nthree")]);
    assert.deepEqual(tail, [
      { line: 1, text: "one" },
      { line: 2, text: "two" },
      { line: 4, text: "three" },
    ]);
  });

  it("keeps the beginning of a last line that is longer than all that is kept", () => {
    const { tail, lines } = scanned([Buffer.from(`one\n${"x".repeat(200_000)}\n`)]);
    assert.equal(lines, 2);
    assert.deepEqual(
      tail.map(({ line, text }) => [line, text.length]),
      [[2, 4_000]],
    );
  });

  it("hands on the first lines whatever they say", () => {
    const lines = ["one", "", "three", "an error", "five"];
    const { found } = scanned([Buffer.from(lines.join("\n"))], 3);
    assert.deepEqual(
      found.map(({ line, text }) => `${line} ${text}`),
      ["1 one", "2 ", "3 three", "4 an error"],
    );
  });
});
