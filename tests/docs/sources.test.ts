import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { WAIVER_RULES } from "../../audit/waivers/waivers";
import { LOG_EVENTS } from "../../diagnosis/log/log-event";
import { SIGNATURES } from "../../diagnosis/signatures";
import { DATABASE_REFUSALS } from "../../domain/database-refusal";
import { DRIVERS } from "../../domain/driver";
import { addressesOf } from "../../domain/source";
import { RULES } from "../../rules";

const ROOT = path.join(__dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const PAGES = ["render", "supabase", "postgresql", "values"].map((name) => `docs/facts/${name}.md`);

/** Where something that the product says is said to come from. */
const CITED: readonly (readonly [string, string])[] = [
  ...SIGNATURES.map(({ id, source }) => [id, source] as const),
  ...LOG_EVENTS.map(({ kind, source }) => [kind, source] as const),
  ...Object.entries(DRIVERS).map(([id, { source }]) => [id, source] as const),
  ...DATABASE_REFUSALS.map(({ id, source }) => [id, source] as const),
  ...[...RULES, ...WAIVER_RULES].map(({ id, reference }) => [id, reference] as const),
];

/** Undefined where it is an address, or a page of this project that has the anchor. */
function problemOf(address: string | undefined): string | undefined {
  if (address === undefined) return "it is neither a page of docs/ nor a public address";
  if (address.startsWith("https://")) return URL.canParse(address) ? undefined : `${address} is no address`;
  const [page = "", anchor] = address.split("#");
  if (!existsSync(path.join(ROOT, page))) return `there is no ${page}`;
  return anchor === undefined || read(page).includes(`<a id="${anchor}"></a>`)
    ? undefined
    : `${page} has no entry ${anchor}`;
}

describe("What the product states as a fact", () => {
  it("names a source that can be read: a page of docs/ with its entry, or a public address", () => {
    assert.ok(CITED.length > 150, `only ${CITED.length} sources were found`);
    const problems = CITED.flatMap(([of, source]) =>
      addressesOf(source).flatMap((address) => {
        const problem = problemOf(address);
        return problem === undefined ? [] : [`${of}: ${source}: ${problem}`];
      }),
    );
    assert.deepEqual(problems, []);
  });

  it("names in comments only entries that are there", () => {
    const files = execFileSync("git", ["ls-files", "*.ts", "*.cjs", "*.js", "*.py", "*.md"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const problems = files
      .split("\n")
      .filter((file) => file !== "" && file !== "docs/facts/README.md" && existsSync(path.join(ROOT, file)))
      .flatMap((file) =>
        [...read(file).matchAll(/docs\/facts\/[\w-]+\.md(?:#\w+)?/g)].flatMap(([cited]) => {
          const problem = problemOf(cited);
          return problem === undefined ? [] : [`${file}: ${problem}`];
        }),
      );
    assert.deepEqual(problems, []);
  });

  for (const page of PAGES) {
    const entries = read(page)
      .split(/\n\n/)
      .filter((block) => block.startsWith("<a id="));
    it(`has a number, a title, a month and a source for each entry of ${page}`, () => {
      assert.ok(entries.length > 5);
      const letter = path.basename(page).charAt(0);
      const odd = entries.filter((entry) => {
        const [, anchor, number] = /^<a id="(\w+)"><\/a>\*\*(\w+)\. [^*]+\*\*\s/.exec(entry) ?? [];
        const source = /_20\d\d-\d\d(?:, measured)?:\s([\s\S]+)\._$/.exec(entry.trim())?.[1];
        return anchor !== number?.toLowerCase() || anchor?.charAt(0) !== letter || source === undefined;
      });
      assert.deepEqual(odd, []);
      const anchors = entries.map((entry) => /"(\w+)"/.exec(entry)?.[1]);
      assert.deepEqual(anchors, [...new Set(anchors)]);
    });
  }

  it("takes for a source what names one, and nothing else", () => {
    const cases: readonly (readonly [string, readonly (string | undefined)[]])[] = [
      ["docs/facts/render.md#r1", ["docs/facts/render.md#r1"]],
      ["pypa/pip: src/pip/x.py, y.py", ["https://github.com/pypa/pip"]],
      ["supabase/supavisor#710, #711", ["https://github.com/supabase/supavisor/issues/710"]],
      ["render.com/docs/deploys#pre", ["https://render.com/docs/deploys#pre"]],
      [
        "sqlite.org/rescode.html; CPython: Objects/x.c",
        ["https://sqlite.org/rescode.html", "https://github.com/python/cpython"],
      ],
      ["RENDER.md, log lines", [undefined]],
      ["Portcullis, ARCHITECTURE.md", [undefined]],
      ["memory", [undefined]],
    ];
    for (const [source, addresses] of cases) assert.deepEqual(addressesOf(source), addresses, source);
  });
});
