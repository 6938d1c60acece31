import type { Diagnosis } from "../../diagnosis";
import { describePlace } from "../../domain";
import { printableJson } from "../audit/printable";
import type { OnRecord } from "./on-record";

/** `--json`: under version 1 fields are added; none is changed or removed. */
export function diagnosisJson(diagnosis: Diagnosis, record: OnRecord | undefined): string {
  const { failureMode, certainty, rootCause, correctiveAction, evidence, explains, unexplained } = diagnosis;
  const document = {
    version: 1,
    failureMode,
    certainty,
    rootCause,
    correctiveAction,
    evidence,
    explains,
    unexplained,
    record: record?.id ?? null,
    recorded: record?.outcome ?? null,
    competing: diagnosis.competing,
    contributing: diagnosis.contributing.map(({ place, what }) => ({
      place: describePlace(place),
      file: place.source === "file" ? place.file : null,
      line: place.source === "file" ? (place.line ?? null) : null,
      what,
    })),
    preventiveRule: diagnosis.preventiveRule ?? null,
    ruleReported: diagnosis.ruleReported ?? false,
    alsoBefore: diagnosis.alsoBefore ?? [],
    instances: diagnosis.instances ?? [],
    asksFor: diagnosis.asksFor,
    exception: diagnosis.exception ?? null,
  };
  return printableJson(JSON.stringify(document, null, 2));
}
