import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { parse, parseDocument, stringify } from "yaml";
import { branchProblem } from "../../../cli/preview-environment/branch-name";
import { derive } from "../../../cli/preview-environment/derived-stack";
import { ENVIRONMENT, STAGING } from "./kept";

const NAMES = [
  ...[
    "main",
    "feature/sign-in",
    "dependabot/npm_and_yarn/pg-8.16.3",
    "fix#12",
    "ünïcödé",
    "a@b",
    "v1.2",
    "@a",
  ],
  ...[
    "2026-11-30",
    "1_0",
    "true",
    "null",
    "~",
    "0x1f",
    "1e3",
    "'quoted'",
    '"',
    "a,b",
    "{a}",
    "$(id)",
    "a&b",
    "%41",
  ],
  ...["", " ", "a b", "-x", "--help", "a..b", "a//b", "/a", "a/", "a.", ".a", "a/.b", "a.lock", "a.lock/b"],
  ...["a~1", "a^", "a:b", "a?", "a*", "a[b", "a\\b", "a@{1}", "@", "HEAD", "a\tb", "a\nb", "a\u007f"],
];

describe("The name of a pull request's branch", () => {
  for (const name of NAMES) {
    it(`is one where git says so: ${JSON.stringify(name)}`, () => {
      const { status, error } = spawnSync("git", ["check-ref-format", "--branch", name]);
      assert.equal(error, undefined);
      assert.equal(branchProblem(name) === undefined, status === 0, branchProblem(name));
    });
  }

  it("is no whole reference, as GitHub's variables have them", () => {
    for (const name of ["refs/heads/main", "refs/pull/7/merge"]) {
      assert.equal(branchProblem(name), "without `refs/…/` in front");
    }
  });

  for (const branch of ["2026-11-30", "1_0", "yes", "0o17", "'quoted'", '"', "#a", "ünïcödé", "a, b"]) {
    it(`stays a text in the stack's file: ${branch}`, () => {
      const document = parseDocument(stringify(STAGING));
      derive(document, { ...ENVIRONMENT, branch }, { own: [], databases: new Map() });
      const text = document.toString();
      assert.equal(parse(text).config["portcullis:service"].branch, branch);
      assert.match(text, /^ {4}branch: "/m);
    });
  }
});
