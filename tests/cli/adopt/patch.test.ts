import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { patchOf } from "../../../cli/adopt/patch";

const planned = (before: string | undefined, text: string, file = "infra/Pulumi.production.yaml") =>
  ({ file, text, before, state: before === undefined ? "new" : "other" }) as const;

const WITHOUT = "config:\n  portcullis:service:\n    environment:\n      LOG_LEVEL: debug\n";
const WITH =
  "config:\n  portcullis:service:\n    environment:\n      LOG_LEVEL: info\n    secrets:\n      - JWT_SECRET\n";

describe("what adopt --diff prints", () => {
  const applied: readonly [string, string | undefined, string][] = [
    ["adds a list of secrets' names", WITHOUT, WITH],
    ["removes one", WITH, WITHOUT],
    ["has a list of secrets beside the change", WITH, WITH.replace("info", "debug")],
    ["writes a new file", undefined, WITH],
    [
      "has an encrypted value beside the change",
      `config:\n  a:databasePassword:\n    secure: v1:abc\n${WITHOUT.slice(8)}`,
      WITH,
    ],
    [
      "has lines that end with a carriage return",
      "a: 1\r\nsecrets:\r\n  - A_TOKEN\r\n",
      "a: 2\r\nsecrets:\r\n  - A_TOKEN\r\n",
    ],
    ["changes a file without a line end at its end", "a: 1\nb: 2", "a: 1\nb: 3"],
  ];
  for (const [what, before, after] of applied) {
    it(`is applied by git where it ${what}`, () => {
      const folder = mkdtempSync(path.join(tmpdir(), "portcullis-patch-"));
      try {
        const file = path.join(folder, "infra/Pulumi.production.yaml");
        mkdirSync(path.dirname(file));
        if (before !== undefined) writeFileSync(file, before);
        const git = (...args: string[]) =>
          spawnSync("git", args, {
            cwd: folder,
            input: patchOf([planned(before, after)], process.cwd()),
            encoding: "utf8",
          });
        assert.equal(git("init", "-q").status, 0);
        const { status, stderr } = git("apply");
        assert.equal(status, 0, stderr);
        assert.equal(readFileSync(file, "utf8"), after);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  const masked: readonly [string, string][] = [
    ["on its key's line", "DB_PASSWORD: kX9canary7\n"],
    ["on the line below", "DB_PASSWORD:\n  kX9canary7\n"],
    ["over several lines", "DB_PASSWORD: |\n  one\n  kX9canary7\n"],
    ["folded in quotes", 'DB_PASSWORD: "one\n  kX9canary7"\n'],
    [
      "as a private key",
      "cert: |\n  -----BEGIN RSA PRIVATE KEY-----\n  kX9canary7\n  -----END RSA PRIVATE KEY-----\n",
    ],
    ["in a URL", "url: postgresql://shop:kX9canary7@db.internal/shop\n"],
  ];
  for (const [what, text] of masked) {
    it(`shows no secret that is written ${what}`, () => {
      for (const [before, after] of [
        [text, "a: 1\n"],
        ["a: 1\n", text],
        [`${text}a: 1\n`, `${text}a: 2\n`],
      ] as const)
        assert.doesNotMatch(patchOf([planned(before, after)], process.cwd()), /canary/);
    });
  }

  it("is empty where nothing changes", () => {
    assert.equal(patchOf([{ file: "a", text: "x", before: "x", state: "same" }], process.cwd()), "");
  });
});
