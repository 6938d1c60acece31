import assert from "node:assert/strict";
import { redact } from "../../domain";
import { CANARY, holdsCanary } from "./canary";
import { DATA } from "./code-secrets/data";
import { JAVASCRIPT } from "./code-secrets/javascript";
import { LATER, LATER_WORDS } from "./code-secrets/later";
import { OTHER_LANGUAGES } from "./code-secrets/other-languages";
import { PYTHON } from "./code-secrets/python";
import { CODE_WORDS } from "./code-secrets/words";

const TABLES = { Python: PYTHON, JavaScript: JAVASCRIPT, "another language": OTHER_LANGUAGES, data: DATA };

describe("redaction of code", () => {
  for (const [language, table] of Object.entries(TABLES)) {
    it(`masks a secret in each form of ${language}`, () => {
      const shown = table.map((write) => redact(write(CANARY)));
      assert.deepEqual(
        shown.filter((text) => holdsCanary(text)),
        [],
      );
    });

    it(`masks a word in quotes in each form of ${language}`, () => {
      const quoted = table.filter((write) => /["'`]X["'`]/.test(write("X")));
      assert.deepEqual(
        quoted.map((write) => redact(write("MapleRiver"))).filter((text) => text.includes("MapleRiver")),
        [],
      );
    });
  }

  it("masks a secret in forms that were written later", () => {
    assert.deepEqual(
      LATER.map((write) => redact(write(CANARY))).filter((text) => holdsCanary(text)),
      [],
    );
  });

  it("leaves code without a secret as it is", () => {
    assert.deepEqual(
      [...CODE_WORDS, ...LATER_WORDS].filter((text) => redact(text) !== text),
      [],
    );
  });

  it("takes time by the length of code that opens, joins and never ends", () => {
    const hostile = [
      ...["password=(", 'password=["a",', 'password={"a":', 'password="a" + ', "password = a || ", "token=`"],
      ...["setPassword(", "password='''", '\\"password\\":', "name: A_KEY\n", "h:5432:d:u:", "a.b.c."],
      "password:\n  - a\n",
    ];
    for (const piece of hostile) {
      const long = piece.repeat(Math.ceil(50_000 / piece.length));
      assert.ok(typeof redact(long) === "string");
    }
  });
});
