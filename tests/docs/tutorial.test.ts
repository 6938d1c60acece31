import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { verifyRecords } from "../../records";
import { pageText, ROOT } from "./pages";

const PAGE = "docs/tutorial.md";
/** They run Pulumi, and have tests of their own. */
const NOT_HERE = /^npx portcullis (?:review|rehearse)/;

interface Shown {
  readonly command: string;
  /** A line with `…` is known in part; one that is nothing else says that lines are left out. */
  readonly lines: readonly string[];
}

/** Each command of the page with what it shows below it. */
function shownOn(text: string): readonly Shown[] {
  return [...text.matchAll(/^```\n\$ (.*)\n([\s\S]*?)^```$/gm)].map(([, command = "", below = ""]) => ({
    command,
    lines: below.split("\n").filter((line) => line !== "" && line !== "…"),
  }));
}

function assertShows(output: string, { command, lines }: Shown): void {
  const real = stripVTControlCharacters(output).split("\n");
  let at = 0;
  for (const line of lines) {
    const parts = line.split("…");
    const found = real.findIndex((other, index) => {
      return (
        index >= at && (parts.length === 1 ? other === line : parts.every((part) => other.includes(part)))
      );
    });
    assert.ok(found >= 0, `\`${command}\`: \`${line}\` is not what is printed:\n${output}`);
    at = found + 1;
  }
}

describe("The tutorial", function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-tutorial-"));
    cpSync(path.join(ROOT, "tests/fixtures/repositories/incident"), path.join(folder, "navigator"), {
      recursive: true,
    });
    const [, log = ""] = /^```\n(INFO:[\s\S]*?)^```$/m.exec(pageText(PAGE)) ?? [];
    assert.match(log, /==> Timed Out/);
    writeFileSync(path.join(folder, "deploy.log"), log);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("prints what it shows, typed from its beginning to the closed record", async () => {
    const typed = shownOn(pageText(PAGE)).filter(({ command }) => !NOT_HERE.test(command));
    assert.ok(typed.length >= 7, String(typed.length));
    const close = typed.at(-1);
    for (const shown of typed) {
      // What the verification of production does, once it has passed.
      if (shown === close) {
        const passed = {
          environment: "production",
          service: "api",
          verification: "dep-1",
          passedAt: later(),
        };
        const { verified } = await verifyRecords(path.join(folder, "fracas"), passed);
        assert.deepEqual(verified, ["FR-0001"]);
      }
      const [, , ...words] = shown.command.split(" ");
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(ROOT, "bin/portcullis.js"), ...words],
        {
          cwd: folder,
          encoding: "utf8",
          env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
        },
      );
      assertShows(`${stdout}${stderr}`, shown);
    }
  });
});

/** After the correction, which was a moment ago. */
const later = (): Date => new Date(Date.now() + 1_000);
