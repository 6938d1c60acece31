import type { FailureMode } from "../../domain/failure-mode";
import type { LogLine } from "../diagnosis";
import type { LogReading, SignatureMatch } from "../log/log-reading";
import type { CompetingCause, Stage } from "../signature";

/** One failure that a log shows, by one line or by several together. */
export interface Hypothesis {
  readonly mode: FailureMode;
  readonly stage: Stage;
  readonly certainty: "certain" | "possible" | "open";
  /** What would explain more, of one that is open. */
  readonly asksFor?: readonly string[];
  readonly meaning: string;
  readonly cause: string;
  readonly correctiveAction: string;
  readonly rule: string | undefined;
  readonly competing: readonly CompetingCause[];
  /** The lines that show it, in their order. */
  readonly evidence: readonly LogLine[];
  /** The numbers of the first and the last line that show it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Whether it alone says that the deploy will not become live. */
  readonly decisive: boolean;
  /** Whether it is a failure of a service that is live. */
  readonly harmsLive: boolean;
}

/** What a row of the table says by itself. */
export function hypothesisOf({ signature, first, last, count, values }: SignatureMatch): Hypothesis {
  const { mode, stage, certainty, meaning, cause, correctiveAction, rule, competing = [] } = signature;
  const { decisive, harmsLive = decisive } = signature;
  return {
    mode,
    stage,
    certainty,
    meaning,
    cause: filled(cause, values),
    correctiveAction: filled(correctiveAction, values),
    ...(signature.asksFor !== undefined && { asksFor: signature.asksFor }),
    rule,
    competing,
    evidence: last.text === first.text ? [first] : [first, last],
    first: first.line,
    last: last.line,
    count,
    decisive,
    harmsLive,
  };
}

/** A sentence with what the lines named: `{name}` is all that the group of that name took. */
function filled(sentence: string, values: SignatureMatch["values"]): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]?.join(", ") ?? "it");
}

export function matchesOf({ matches }: LogReading, mode: FailureMode): readonly SignatureMatch[] {
  return matches.filter(({ signature }) => signature.mode === mode);
}
