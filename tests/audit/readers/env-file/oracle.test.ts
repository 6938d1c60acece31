import assert from "node:assert/strict";
import path from "node:path";
import { parse } from "dotenv";
import fc from "fast-check";
import { ENV_FILE } from "../../../../audit/readers/env-file/reader";
import { factsOf } from "../../../../domain";
import { virtualEnvironment } from "../../../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../../../system";
import { runPython } from "../../../domain/connection-url/oracle";
import { ONE_FILE } from "../one-file";

/** Reads each text as python-dotenv reads a file: through a text stream that knows every kind of line end. */
const PYTHON_DOTENV = `
import io, json, logging, sys
from dotenv import dotenv_values
logging.disable()
def read(text):
    return dotenv_values(stream=io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8"))
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

type Read = Readonly<Record<string, string | null>>;

/** Pieces at which the tools' ways part: quotes, comments, escapes, signs, line ends, references. */
const PIECES = [
  ..."= ' \" ` # \\ \\n $ ${A} $A x A= B= C=1 : A export +".split(" "),
  ...[" ", "\t", "\n", "\n", "\n", "\r\n", "\r", "\u00a0", "\f", "\u2028", "export ", ": "],
  ...["A=1\n", "\nB='x'\n", '\nB="y"\n', "\uFEFF"],
];

/** The same texts in every run. */
const GENERATED = fc
  .sample(fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }), { numRuns: 20_000, seed: 8000 })
  .map((pieces) => pieces.join(""));

/** A text, and what the reader says of A: a value that both tools read, or undefined for a difference. */
const WRITTEN: readonly (readonly [string, string, string | undefined])[] = [
  ["a plain value", "A=8000", "8000"],
  ["space around the sign", "export A = b c ", "b c"],
  ["a mark and Windows line ends", "\uFEFFA=1\r\nB=2\r\n", "1"],
  ["a comment after space", "A=b # c", "b"],
  ["a comment after a tab", "A=b\t# c", undefined],
  ["a # within", "A=b#c", undefined],
  ["a comment instead of a value", "A= # c", undefined],
  ["a # in quotes", "A='b#c' # d", "b#c"],
  ["escaped line ends", 'A="b\\nc\\rd"', "b\nc\rd"],
  ["them in single quotes", "A='b\\nc'", "b\\nc"],
  ["a name of a class in single quotes", "A='App\\Kernel'", "App\\Kernel"],
  ["an escaped backslash in single quotes", "A='App\\\\Kernel'", undefined],
  ["an escaped quote in single quotes", "A='b\\'c'", undefined],
  ["a name of a class in double quotes", 'A="App\\Kernel"', undefined],
  ["an escaped quote", 'A="b\\"c"', undefined],
  ["a value of two lines", "A='b\nc'", "b\nc"],
  ["one with Windows line ends", "A='b\r\nc'\r\n", undefined],
  ["quotes within a value", "A=b'c'", "b'c'"],
  ["a quote that does not end", "A='b", undefined],
  ["more after a quote", "A='b' c", undefined],
  ["backticks", "A=`b`", undefined],
  ["a reference", "A=${B}", undefined],
  ["a $ that only compose expands", "A=b$c", undefined],
  ["it in single quotes", "A='b$c'", "b$c"],
  ["a $ before a digit", "A=b$5", "b$5"],
  ["the last of two", "A=1\nA=2", "2"],
  ["an empty last one", "A=1\nA=", ""],
  ["a name that stands again", "A=1\nexport A", undefined],
  ["a colon", "A: 1", undefined],
  ["a colon after a sign", "A=1\nA: 2", undefined],
  ["a value that may be on the next line", "A=\n'b'", undefined],
  ["one after an escaped backslash that ends a value", 'B="\\\\"\nA=1', "1"],
  ["one in quotes after an escaped backslash that ends a value", 'B="\\\\"\nA="1"', undefined],
  ["a URL", "A=postgresql://u:p%40@h:5432/d?a=b&c=d", "postgresql://u:p%40@h:5432/d?a=b&c=d"],
  ["JSON in single quotes", `A='{"a": "b"}'`, '{"a": "b"}'],
  ["a sign within", "A=b==", "b=="],
];

describe("the reader of env files, beside dotenv and python-dotenv", function () {
  // The virtual environment is made once for all runs, by pip.
  this.timeout(300_000);

  let readByPython: (texts: readonly string[]) => readonly Read[];

  before(async () => {
    const requirements = path.join(__dirname, "requirements.txt");
    const { python } = await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() });
    readByPython = (texts) => runPython(python, PYTHON_DOTENV, texts) as readonly Read[];
  });

  const facts = (text: string) => ENV_FILE.read({ path: ".env", text }, ONE_FILE).facts;
  const knownIn = (text: string): readonly (readonly [string, string])[] =>
    factsOf(facts(text), "variable").flatMap(({ name, value }) => (value.known ? [[name, value.value]] : []));

  it("knows what both read, and no value that they or compose read differently", () => {
    const python = readByPython(WRITTEN.map(([, text]) => text));
    for (const [index, [what, text, expected]] of WRITTEN.entries()) {
      assert.equal(new Map(knownIn(text)).get("A"), expected, what);
      if (expected === undefined) continue;
      assert.deepEqual([parse(text).A, python[index]?.A], [expected, expected], what);
    }
  });

  it("knows no value that one of them reads otherwise, whatever the file holds", () => {
    const python = readByPython(GENERATED);
    let values = 0;
    for (const [index, text] of GENERATED.entries()) {
      const byDotenv: Read = parse(text);
      for (const [name, value] of knownIn(text)) {
        values += 1;
        const read = [byDotenv[name], python[index]?.[name]];
        assert.deepEqual(read, [value, value], `${name} in ${JSON.stringify(text)}`);
      }
    }
    // A reader that knows nothing would pass, and be of no use.
    assert.ok(values > 5000, `${values} known values`);
  });

  it("says who differs by what, but for a quote that does not end as one", () => {
    const differing = WRITTEN.filter(([, text]) => factsOf(facts(text), "reading-difference").length > 0);
    assert.deepEqual(
      WRITTEN.filter(([, , expected]) => expected === undefined)
        .map(([what]) => what)
        .filter((what) => !differing.some(([other]) => other === what)),
      [
        "a quote that does not end",
        "more after a quote",
        "a value that may be on the next line",
        "one in quotes after an escaped backslash that ends a value",
      ],
    );
  });
});
