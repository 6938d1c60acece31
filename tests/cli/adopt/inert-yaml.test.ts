import assert from "node:assert/strict";
import { Document, parse } from "yaml";
import { inertYaml } from "../../../cli/adopt/inert-yaml";
import { withKept } from "../../../cli/adopt/kept";

/** Escape, a C1 control, a line separator, and a mark that turns a line's direction. */
const UNSEEN = "a\u001b[31m\u009b\u2028\u202eb";
const RAW = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe("A YAML file that adopt writes", () => {
  it("has no such character as it is, and is read back with each", () => {
    const content = { [UNSEEN]: UNSEEN, list: [UNSEEN, "plain"], lines: `one\n${UNSEEN}\ntwo\n` };
    const text = inertYaml(new Document(content));
    assert.doesNotMatch(text, RAW);
    assert.deepEqual(parse(text), content);
  });

  it("has none of an older file's either", () => {
    const before = `config:\n  shop:name: "${UNSEEN.replace("\u001b", "")}"\n`;
    const text = withKept("config:\n  portcullis:service: {}\n", before);
    assert.doesNotMatch(text, RAW);
    assert.match(text, /\\u202e/);
  });
});
