import type { RecordFolder } from "../../../records";
import { printable } from "../../audit/printable";
import { CommandError } from "../../exit-code";
import { foundInstead } from "../../given-file";
import { print, printRaw } from "../../terminal-output";
import { writeOutput } from "../../written-output";
import { reportPage } from "./page";

/** Writes the page and says where. */
export function writeReport(
  read: RecordFolder,
  { output, now }: { readonly output: string; readonly now: Date },
): void {
  const page = reportPage(read, now);
  if (output === "-") {
    printRaw(page);
    return;
  }
  try {
    writeOutput(output, page);
  } catch (cause) {
    throw new CommandError(
      `${output}: --output: expected a file that can be written, got ${foundInstead(cause)}.`,
      undefined,
      { cause },
    );
  }
  const count = read.records.length;
  print(`${printable(output)}: ${count} ${count === 1 ? "record" : "records"}; open it in a browser.`);
}
