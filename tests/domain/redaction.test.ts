import assert from "node:assert/strict";
import fc from "fast-check";
import { formatConnectionUrl, MASK, redact } from "../../domain";
import { CANARY, holdsCanary } from "./canary";
import { NO_SECRETS } from "./no-secrets";
import { SECRET_SHAPES } from "./secret-shapes";

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

  it("masks tokens that their makers mark, and private keys", () => {
    const token = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz123";
    for (const prefix of ["ghp_", "github_pat_", "npm_", "xoxb-", "sk-", "sk-proj-", "sk_live_", "sbp_"])
      assert.equal(redact(`T=${prefix}${token};`), `T=${MASK};`, prefix);
    const [begin, end] = ["BEGIN", "END"].map((word) => `-----${word} PRIVATE KEY-----`);
    assert.ok(!redact(`${begin}\n${token}\n${end}`).includes(token));
  });

  it("masks a secret in each shape that it has in logs, files and commands", () => {
    assert.ok(SECRET_SHAPES.length >= 200);
    assert.deepEqual(
      SECRET_SHAPES.filter((text) => holdsCanary(redact(text))),
      [],
    );
  });

  it("leaves words about secrets, references and addresses readable", () => {
    assert.deepEqual(
      NO_SECRETS.map((text) => redact(text)),
      NO_SECRETS,
    );
  });

  it("takes a URL for a pattern only where user, password and host are a pattern's words", () => {
    for (const url of [
      "postgresql://postgres:password@host/d",
      "postgresql://user:password@db.acme.com/d",
      "postgresql://user:password1@host/d",
      "postgresql://user:password@hostile.acme.com/d",
    ])
      assert.match(redact(url), /:\*\*\*@/, url);
    assert.ok(!redact(`scheme://user:password@host:port/d postgresql://u:${CANARY}@h/d`).includes(CANARY));
    assert.ok(!redact(`scheme://user:password@host,u:${CANARY}@h/d`).includes(CANARY));
    assert.equal(redact("scheme://user:password@host/d", ["password"]), `scheme://user:${MASK}@host/d`);
  });

  it("changes nothing that it has masked before", () => {
    for (const text of SECRET_SHAPES) assert.equal(redact(redact(text)), redact(text));
  });

  it("takes time by the length of a text", () => {
    const hostile = [
      "a://a:",
      "password=",
      'token: "',
      "-u a:",
      "x".repeat(40),
      "a@",
      "'",
      "https://",
      "PASS_KEY_",
      "zip -P ",
      "curl -fu a:b ",
      "export A_KEY=a b ",
      "password: ",
      "a-",
      "eyJ-",
    ];
    for (const piece of hostile) {
      const long = piece.repeat(Math.ceil(200_000 / piece.length));
      assert.ok(typeof redact(long) === "string");
    }
  });

  it("leaves text without secrets alone", () => {
    for (const text of [
      "Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
      "npm_config_user_agent_of_this_machine is task-based-and-quite-a-long-name",
    ])
      assert.equal(redact(text, ["", "ab"]), text);
  });
});
