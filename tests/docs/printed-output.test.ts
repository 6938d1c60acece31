import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { auditFolder, credentialsOf } from "../../audit";
import { auditReport } from "../../cli/audit/terminal";
import { pageText, ROOT } from "./pages";

const INCIDENT = path.join(ROOT, "tests/fixtures/repositories/incident");

/** What a page shows below a command, line by line; where a line or a part of one is left out, it has `…`. */
function shown(page: string, command: string): readonly string[] {
  const text = pageText(page);
  const from = text.indexOf(`$ ${command}\n`);
  assert.ok(from >= 0, command);
  const [block = ""] = text.slice(from).split("```");
  return block
    .split("\n")
    .slice(1)
    .filter((line) => line !== "" && line !== "…");
}

function assertShows(output: string, lines: readonly string[]): void {
  const real = stripVTControlCharacters(output).split("\n");
  let at = 0;
  for (const line of lines) {
    const parts = line.split("…");
    const matches = (other: string): boolean =>
      parts.length === 1 ? other === line : parts.every((part) => other.includes(part));
    const found = real.findIndex((other, index) => index >= at && matches(other));
    assert.ok(found >= 0, `the page shows \`${line}\`, which is not what is printed:\n${real.join("\n")}`);
    at = found + 1;
  }
}

describe("What the pages print", () => {
  for (const page of ["README.md", "docs/audit.md"]) {
    it(`is what an audit of the incident's repository says in 80 columns: ${page}`, async function () {
      if (spawnSync("git", ["ls-files", "--error-unmatch", "README.md"], { cwd: ROOT }).status !== 0)
        this.skip();
      const credentials = await credentialsOf(INCIDENT);
      assertShows(
        auditReport(auditFolder(INCIDENT, { credentials }), { width: 80 }),
        shown(page, "npx portcullis audit tests/fixtures/repositories/incident"),
      );
    });
  }

  for (const page of ["README.md", "docs/diagnose.md"]) {
    it(`is what a diagnosis with an audit says: ${page}`, () => {
      const typed =
        "diagnose tests/fixtures/logs/port-mismatch-incident-pasted.log --audit tests/fixtures/repositories/incident";
      const words = [path.join(ROOT, "bin/portcullis.js"), ...typed.split(" ")];
      const { stdout } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
      assertShows(stdout, shown(page, `npx portcullis ${typed}`));
    });
  }
});
