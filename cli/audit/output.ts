import type { Audit } from "../../audit";
import { CommandError } from "../exit-code";
import { foundInstead } from "../given-file";
import { printRaw } from "../terminal-output";
import { writeOutput } from "../written-output";
import { auditAnnotations } from "./github";
import { auditJson } from "./json";
import { auditMarkdown } from "./markdown";
import { printableJson, printableLines } from "./printable";
import { auditSarif } from "./sarif";
import { auditReport, type ReportOptions } from "./terminal";

export const FORMATS = ["terminal", "json", "sarif", "github", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** An audit in a format, with what was fixed before it where the format has a place for that. */
export function printed(audit: Audit, format: Format, options: ReportOptions): string {
  switch (format) {
    case "json":
      return printableJson(auditJson(audit, options.fixed));
    case "sarif":
      return printableJson(auditSarif(audit, options.prefix));
    case "github":
      return printableLines(auditAnnotations(audit, options.prefix));
    case "markdown":
      return printableLines(auditMarkdown(audit));
    case "terminal":
      return auditReport(audit, options);
  }
}

/** Writes to a file, or to the standard output where none is named. */
export function write(text: string, output: string | undefined): void {
  if (output === undefined) {
    printRaw(text);
    return;
  }
  try {
    writeOutput(output, text);
  } catch (cause) {
    throw new CommandError(
      `${output}: expected a file that can be written, got ${foundInstead(cause)}.`,
      undefined,
      {
        cause,
      },
    );
  }
}
