import assert from "node:assert/strict";
import { maskedText } from "../../records/masked-text";

/** What a client says of a URL whose password, `half@canary`, is in it unencoded; and other texts. */
const TEXTS = [
  [
    "failed to resolve host 'canary@db.example.com': [Errno -2]",
    "failed to resolve host '***@db.example.com': [Errno -2]",
  ],
  [
    'could not translate host name "canary@db" to address',
    'could not translate host name "***@db" to address',
  ],
  ["Error: getaddrinfo ENOTFOUND canary@db.example.com", "Error: getaddrinfo ENOTFOUND ***@db.example.com"],
  [
    "dial tcp: lookup canary@db.example.com: no such host",
    "dial tcp: lookup ***@db.example.com: no such host",
  ],
  [
    "ValueError: invalid literal for int() with base 10: 'canary'",
    "ValueError: invalid literal for int() with base 10: '***'",
  ],
  ["failed to resolve host 'db.example.com'", "failed to resolve host 'db.example.com'"],
  ['  File "main.py", line 3, in <module>\r\n', '  File "main.py", line 3, in <module>'],
] as const;

describe("the text of a record's line", () => {
  for (const [text, masked] of TEXTS) {
    it(`of ${JSON.stringify(text)} is masked where a secret may be`, () =>
      assert.equal(maskedText(text), masked));
  }

  it("is masked before it is cut, so that no beginning of a secret stays", () => {
    const text = `${"x".repeat(480)} postgresql://app:c4nary-of-the-test@db.example.com/app`;
    assert.ok(!maskedText(text).includes("c4n"));
  });
});
