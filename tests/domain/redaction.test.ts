import assert from "node:assert/strict";
import fc from "fast-check";
import { formatConnectionUrl, MASK, redact } from "../../domain";

const secret = fc
  .string({ minLength: 6, maxLength: 30, unit: "grapheme" })
  .filter((text) => /\S{6}/.test(text) && !text.includes("*"));

describe("redaction", () => {
  it("masks a known secret as it is, in a URL, in a form, in JSON and repeated", () => {
    fc.assert(
      fc.property(secret, (password) => {
        const url = formatConnectionUrl({
          scheme: "postgresql",
          user: "u",
          password,
          host: "h",
          port: 1,
          database: password,
          parameters: { k: password },
        });
        const form = new URLSearchParams({ k: password }).toString();
        const text = [password, url, form, JSON.stringify({ password }), `${password}${password}`].join(
          " | ",
        );
        const masked = redact(text, [password]);
        for (const shape of [
          password,
          encodeURIComponent(password.toWellFormed()),
          JSON.stringify(password).slice(1, -1),
        ])
          assert.ok(!masked.includes(shape), masked);
      }),
    );
  });

  it("masks the longer of two secrets first, so that none of its rest stays", () => {
    assert.equal(redact("c4nary-rest and c4nary", ["c4nary", "c4nary-rest"]), `${MASK} and ${MASK}`);
  });

  it("leaves text without secrets alone", () => {
    const text = "Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)";
    assert.equal(redact(text, ["", "ab"]), text);
  });
});
