import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { auditFolder, credentialsOf } from "../../audit";
import { hasStep } from "../../audit/fixes";
import { auditReport } from "../../cli/audit/terminal";
import { planText } from "../../cli/promote/report";
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
      const audit = auditFolder(INCIDENT, { credentials });
      assertShows(
        auditReport(audit, { width: 80, canFix: hasStep(INCIDENT, audit.findings) }),
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

  it("is the plan of a promotion: docs/promote.md", () => {
    const secret = (key: string) => ({ key, is: "equal" as const, secret: true });
    const report = planText({
      ...{ version: 1, from: "staging", to: "production", idleReasons: [], notRolledBack: [] },
      services: [
        {
          key: "main",
          revision: "28163f918a40c1d5e7f90a2b3c4d5e6f708192a3",
          deploy: "dep-0qtt8bo65rt3s73200hp",
          verifiedAt: "2026-11-28T21:57:42.870Z",
        },
      ],
      differences: [
        secret("databasePassword"),
        {
          key: "service.environment.ONLY_HERE",
          is: "missing",
          missingIn: "staging",
          secret: false,
          to: "yes",
        },
        {
          ...{ key: "service.name", is: "different", secret: false, reason: "each its own" },
          ...{ from: "navigator-staging", to: "navigator-production" },
        },
        { key: "verify.rollback", is: "missing", missingIn: "staging", secret: false, to: "true" },
        secret("render:apiKey"),
      ],
    });
    const lines = shown("docs/promote.md", "portcullis promote");
    const end = lines.findIndex((line) => line.startsWith("promote: "));
    assert.ok(end > 0);
    assertShows(report, lines.slice(0, end));
  });

  it("is what an update says that the policy pack rejects: README.md, as the tutorial", () => {
    const readme = shown("README.md", "npm start -- --incident port").map((line) => line.trim());
    const tutorial = shown("docs/tutorial.md", "npx portcullis review --incident port").map((line) =>
      line.trim(),
    );
    assert.deepEqual(readme, tutorial.slice(0, readme.length));
  });
});
