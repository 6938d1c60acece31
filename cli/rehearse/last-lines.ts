import { stripVTControlCharacters } from "node:util";
import color from "picocolors";
import { redact } from "../../domain/redaction";
import type { LastLines } from "../../rehearsal/index";
import { printableLines } from "../audit/printable";
import type { RehearsalEnvironment } from "./environment";
import type { GivenSecrets } from "./secrets/env-file";

/** A build's own error is mostly among so many lines; a traceback has about as many. */
const MOST = 30;
/** A service may write a whole document in one line. */
const WIDEST = 400;

/** The ends of the logs of the services that did not go live: what a person reads first, and has nowhere else. */
export function lastLinesOf({ render }: RehearsalEnvironment, secrets: GivenSecrets): readonly LastLines[] {
  const given = [...secrets.values()];
  return render.examine.lastLines(MOST).map(({ service, lines }) => ({
    service,
    lines: lines.map((line) => {
      const plain = printableLines(redact(stripVTControlCharacters(line), given));
      return plain.length > WIDEST ? `${plain.slice(0, WIDEST)}…` : plain;
    }),
  }));
}

export function lastLinesInWords(logs: readonly LastLines[]): string {
  return logs
    .filter(({ lines }) => lines.length > 0)
    .map(({ service, lines }) =>
      [`The end of the log of ${color.bold(service)}:`, ...lines.map((line) => `  ${line}`)].join("\n"),
    )
    .join("\n\n");
}
