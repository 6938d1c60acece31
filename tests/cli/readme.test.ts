import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { auditFolder, credentialsOf } from "../../audit";
import { auditReport } from "../../cli/audit/terminal";

const ROOT = path.join(__dirname, "../..");
const INCIDENT = path.join(ROOT, "tests/fixtures/repositories/incident");

/** What README shows behind a command, line by line; where a line or a part of one is left out, it has `…`. */
function shown(command: string): readonly string[] {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const from = readme.indexOf(`$ ${command}\n`);
  assert.ok(from >= 0, command);
  const [block = ""] = readme.slice(from).split("```");
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
    assert.ok(found >= 0, `README shows \`${line}\`, which is not what is printed:\n${real.join("\n")}`);
    at = found + 1;
  }
}

describe("README", () => {
  it("shows what an audit of the incident's repository says in 80 columns", async function () {
    if (spawnSync("git", ["ls-files", "--error-unmatch", "README.md"], { cwd: ROOT }).status !== 0)
      this.skip();
    const credentials = await credentialsOf(INCIDENT);
    assertShows(
      auditReport(auditFolder(INCIDENT, { credentials }), { width: 80 }),
      shown("npx portcullis audit tests/fixtures/repositories/incident"),
    );
  });

  it("shows what a diagnosis with an audit says", () => {
    const log = path.join(ROOT, "tests/fixtures/logs/port-mismatch-incident-pasted.log");
    const words = [path.join(ROOT, "bin/portcullis.js"), "diagnose", log, "--audit", INCIDENT];
    const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
    assertShows(stdout.replaceAll(log, "deploy.log"), shown("npx portcullis diagnose deploy.log --audit ."));
  });
});
