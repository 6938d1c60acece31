import type { Certainty, Diagnosis } from "../../../diagnosis";
import type { Report, Wanted } from "./expected";

/**
 * How an answer compares with what was expected, the best first. *wrong*: a wrong cause called likely.
 * *confidently-wrong*: a wrong cause called certain, or a failure seen in a log where nothing failed.
 */
export const VERDICTS = [
  "right",
  "partly",
  "generic",
  "unknown-though-known",
  "wrong",
  "confidently-wrong",
] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: string;
}

/** These say that something failed, and not what. */
const GENERIC: readonly string[] = [
  "process/exited",
  "process/crash-loop",
  "pre-deploy/failed",
  "build/failed",
  "health-check/timeout",
  "platform/cause-unknown",
];

const SURE: readonly Certainty[] = ["unknown", "likely", "certain"];

/** Compares an answer with the expectation. A pattern that only an evidence line meets does not make a generic answer right. */
export function verdictOf(report: Report, diagnosis: Diagnosis, wanted: Wanted): Verdict {
  const accepted: readonly string[] = [
    ...report.modes,
    ...(report.wanted ?? []).flatMap((name) => [name, ...(wanted[name]?.answeredBy ?? [])]),
  ];
  const said = `${diagnosis.rootCause}\n${diagnosis.correctiveAction}`;
  const forbidden = (report.mustNotSay ?? []).find((text) => isSaid(text, diagnosis.failureMode, said));
  if (forbidden !== undefined || !accepted.includes(diagnosis.failureMode)) {
    return notAccepted(report, diagnosis, accepted, forbidden);
  }
  return ofAccepted(report, diagnosis, said);
}

function isSaid(text: string, mode: string, said: string): boolean {
  const pattern = /^\/(.*)\/$/.exec(text)?.[1];
  return pattern === undefined ? text === mode : new RegExp(pattern).test(said);
}

function notAccepted(
  report: Report,
  { failureMode, certainty, competing }: Diagnosis,
  accepted: readonly string[],
  forbidden: string | undefined,
): Verdict {
  const said = `said ${failureMode} (${certainty})`;
  if (failureMode === "unknown") return { kind: "unknown-though-known", reason: said };
  const healthy = report.modes.every((name) => name === "none");
  if (!healthy && GENERIC.includes(failureMode) && forbidden === undefined) {
    return { kind: certainty === "unknown" ? "unknown-though-known" : "generic", reason: said };
  }
  const reason = forbidden === undefined ? said : `${said}, which must not be said: ${forbidden}`;
  if (certainty === "certain") return { kind: "confidently-wrong", reason };
  if (certainty === "unknown") return { kind: "unknown-though-known", reason };
  const named = competing.some((cause) => accepted.includes(cause.failureMode));
  return named ? { kind: "partly", reason: `${reason}; the right one competes` } : { kind: "wrong", reason };
}

function ofAccepted(report: Report, diagnosis: Diagnosis, said: string): Verdict {
  const { failureMode, certainty } = diagnosis;
  const generic = GENERIC.includes(failureMode);
  const quoted = diagnosis.evidence.map(({ text }) => text).join("\n");
  const answer = generic && report.certainty !== "unknown" ? said : `${said}\n${quoted}`;
  const missing = (report.names ?? []).filter((name) => !new RegExp(name).test(answer));
  if (missing.length > 0) {
    return {
      kind: generic ? "generic" : "partly",
      reason: `${failureMode} does not name ${missing.join(", ")}`,
    };
  }
  if (SURE.indexOf(certainty) > SURE.indexOf(report.certainty)) {
    return {
      kind: generic ? "generic" : "partly",
      reason: `${failureMode} is called ${certainty}, at most ${report.certainty}`,
    };
  }
  return { kind: "right", reason: `${failureMode} (${certainty})` };
}
