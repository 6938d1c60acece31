import assert from "node:assert/strict";
import { pageText } from "./pages";

const PAGE = "docs/tutorial.md";

export interface Shown {
  readonly command: string;
  /** A line with `…` is known in part; one that is nothing else says that lines are left out. */
  readonly lines: readonly string[];
}

/** Each command of the tutorial, with what the page shows below it. */
export function tutorial(): readonly Shown[] {
  return [...pageText(PAGE).matchAll(/^```\n\$ (.*)\n([\s\S]*?)^```$/gm)].map(
    ([, command = "", below = ""]) => ({
      command,
      lines: below.split("\n").filter((line) => line !== "" && line !== "…"),
    }),
  );
}

/** The log that the tutorial begins with. */
export function tutorialLog(): string {
  const [, log = ""] = /^```\n(INFO:[\s\S]*?)^```$/m.exec(pageText(PAGE)) ?? [];
  assert.match(log, /==> Timed Out/);
  return log;
}

/** Each shown line is printed, in this order. */
export function assertShows(output: string, { command, lines }: Shown): void {
  const real = output.split("\n");
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
