import color from "picocolors";
import { type FailureRecord, metricsOf, paretoOf } from "../../records";
import { meanWords } from "./words";

const NONE = "not known yet";

/** The rows of the metrics, for the terminal and the page. */
export function metricRows(records: readonly FailureRecord[]): readonly (readonly [string, string])[] {
  const { timeToDetect, timeToCorrect, timeToVerify, recurrence } = metricsOf(records);
  const { rate, recurred, corrected } = recurrence;
  return [
    ["Mean time to detect", meanWords(timeToDetect, NONE)],
    ["Mean time to correct", meanWords(timeToCorrect, NONE)],
    ["Mean time to verify", meanWords(timeToVerify, NONE)],
    ["Recurrence", rate === undefined ? NONE : `${percent(rate)}, ${recurred} of ${corrected} corrected`],
  ];
}

/** `portcullis fracas metrics`. */
export function metricsText(records: readonly FailureRecord[]): string {
  const rows = metricRows(records);
  const modes = paretoOf(records);
  const width = Math.max(...rows.map(([name]) => name.length));
  const widest = Math.max(0, ...modes.map(({ failureMode }) => failureMode.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    "",
    color.bold("Failure modes, the most frequent first"),
    ...modes.map(({ failureMode, occurrences, cumulative }) =>
      [failureMode.padEnd(widest), String(occurrences).padStart(5), percent(cumulative).padStart(5)].join(
        "  ",
      ),
    ),
    "",
    color.dim("docs/fracas.md defines each; failures that follow from another are counted with it."),
  ].join("\n");
}

/** For programs; durations in seconds. */
export function metricsJson(records: readonly FailureRecord[]): string {
  return JSON.stringify({ version: 1, ...metricsOf(records), failureModes: paretoOf(records) }, null, 2);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
