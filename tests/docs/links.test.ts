import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { anchorsOf, PAGES, pageText, ROOT } from "./pages";

/** Links of a page that lead into this repository. */
function linksOf(page: string): readonly string[] {
  const prose = pageText(page)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "``");
  const found = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return found.filter((target) => !/^[a-z]+:/.test(target));
}

function brokenLink(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
  if (!existsSync(path.join(ROOT, target))) return true;
  return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
}

describe("The pages", () => {
  for (const page of PAGES) {
    it(`link to what is there: ${page}`, () => {
      assert.deepEqual(
        linksOf(page).filter((link) => brokenLink(page, link)),
        [],
      );
    });
  }

  it("can be reached from README", () => {
    const reached = new Set(["README.md"]);
    for (const page of reached) {
      for (const link of linksOf(page)) {
        const target = path.posix.join(path.posix.dirname(page), link.split("#")[0] ?? "");
        if (PAGES.includes(target)) reached.add(target);
      }
    }
    assert.deepEqual(
      PAGES.filter((page) => !reached.has(page)),
      [],
    );
  });
});
