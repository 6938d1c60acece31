import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { assertStackFile, readStackFile } from "../../../cli/stacks/stack-file";

describe("A stack's file", () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), "portcullis-stack-file-"));
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  const read = (text: string, stack = "staging") => {
    writeFileSync(path.join(project, `Pulumi.${stack}.yaml`), text);
    return readStackFile(project, stack);
  };

  it("is read without a warning of the library's, which would quote it on the terminal", async () => {
    const { emitWarning } = process;
    process.emitWarning = (warning: string | Error) => assert.fail(`a warning: ${warning}`);
    try {
      const { config } = await read("config:\n  portcullis:service:\n    ? [c4nary, b]\n    : 1\n");
      assert.deepEqual(config, { "portcullis:service": { "[ c4nary, b ]": 1 } });
    } finally {
      process.emitWarning = emitWarning;
    }
  });

  it("lacks no secret for certain where it imports an environment, which may have it", async () => {
    const config = "config:\n  portcullis:secrets: [SENTRY_DSN]\n";
    assert.deepEqual((await read(config)).notSet, ["portcullis:environment.SENTRY_DSN"]);
    assert.equal((await read(`environment: [acme/staging]\n${config}`)).notSet, undefined);
  });

  it("lacks no secret where it is only rehearsed: nothing is updated there", async () => {
    const config = "config:\n  portcullis:secrets: [SENTRY_DSN]\n";
    assert.equal((await read(config, "local")).notSet, undefined);
  });

  it("has a secret wherever an alias of one is", async () => {
    const { config, secretKeys, secretPlaces } = await read(
      "config:\n  portcullis:supabaseAccessToken: &token\n    secure: v1:c4nary\n  shop:a: *token\n" +
        "  shop:b:\n    of: &of\n      key: *token\n    other: *of\n    list: [*token, plain]\n",
    );
    assert.deepEqual(secretKeys, ["portcullis:supabaseAccessToken", "shop:a"]);
    assert.deepEqual(secretPlaces, [...secretKeys, "shop:b.of.key", "shop:b.other.key", "shop:b.list.0"]);
    assert.deepEqual(Object.keys(config), ["shop:b"]);
    assert.doesNotMatch(JSON.stringify(config), /c4nary|secure|\*/);
  });

  it("has an alias of plain text as the text, also after a secret with an anchor of the same name", async () => {
    const { config, secretPlaces } = await read(
      "config:\n  shop:a: &all\n    key: &one\n      secure: v1:c4nary\n  shop:b: &one plain\n  shop:c: *all\n  shop:d: *one\n",
    );
    assert.deepEqual(secretPlaces, ["shop:a.key", "shop:c.key"]);
    assert.deepEqual([config["shop:b"], config["shop:d"]], ["plain", "plain"]);
  });

  it("is refused for an alias of nothing, of itself and of too much, in one line", async () => {
    const nine = (name: string) => `[${Array(9).fill(`*${name}`).join(", ")}]`;
    for (const [text, words] of [
      ["  shop:a: *c4nary\n", /Unresolved alias \(the anchor must be set before the alias\)/],
      [
        "  shop:a: &c4nary\n    key:\n      secure: v1:x\n    again: *c4nary\n",
        /An alias is of what it is in/,
      ],
      [
        `  shop:a: &a\n    - secure: v1:c4nary\n  shop:b: &b ${nine("a")}\n  shop:c: &c ${nine("b")}\n  shop:d: ${nine("c")}\n`,
        /Excessive alias count/,
      ],
    ] as const) {
      await assert.rejects(read(`config:\n${text}`), (error: Error) => {
        assert.match(error.message, words);
        assert.match(error.message, /^Pulumi\.staging\.yaml: not valid YAML\. [^\n]+\.$/);
        return error.name === "CommandError" && !error.message.includes("c4nary");
      });
    }
  });

  it("is refused where it has several documents", async () => {
    await assert.rejects(read("config: {}\n---\nconfig: {}\n"), /not valid YAML\. .*multiple documents/s);
  });

  it("that is not valid YAML is named with line and column in one line, which quotes nothing of it", async () => {
    const text = 'config:\n  portcullis:databaseUrl: "c4nary\n  portcullis:database: [\n';
    await assert.rejects(read(text), ({ message }: Error) => {
      assert.match(message, /^Pulumi\.staging\.yaml: not valid YAML\. .* at line \d+, column \d+\.$/);
      return !message.includes("c4nary");
    });
  });

  it("has a name: an empty one is refused with the stacks that there are", async () => {
    await read("config: {}\n");
    for (const asked of [readStackFile(project, ""), assertStackFile(project, "acme/shop/")]) {
      await assert.rejects(
        asked,
        /^CommandError: expected a stack's name, got an empty one\. Type a stack that has a file: staging\.$/,
      );
    }
  });
});
