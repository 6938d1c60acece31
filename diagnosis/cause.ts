import { stripVTControlCharacters } from "node:util";
import { redact } from "../domain";
import { type Signature, STAGES } from "./signature";
import { SIGNATURES } from "./signatures";

/** The cause that a log names, with the line that shows it. */
export interface Cause {
  readonly signature: Signature;
  /** Masked; counted from 1. */
  readonly line: { readonly number: number; readonly text: string };
}

// A pattern meets no more of a line than this: a line of megabytes is data, not a message.
const MAX_CHARACTERS = 2_000;

/**
 * The root cause among a log's symptoms: of the earliest stage, not of the last line. Among those of one stage a
 * certain one comes before a possible one, and the first before its repetitions. Undefined where no line is known.
 */
export function causeOf(lines: readonly string[]): Cause | undefined {
  return inCausalOrder(symptoms(lines))[0];
}

/**
 * The cause, where the log decides by itself that the deploy will not become live: by a line that is decisive, or by
 * two that are so together, a server on the loopback address and a port scan that finds nothing.
 */
export function decisiveCause(lines: readonly string[]): Cause | undefined {
  const found = symptoms(lines);
  const has = (mode: string) => found.some(({ signature }) => signature.mode === mode);
  const decided =
    found.some(({ signature }) => signature.decisive) || (has("port/loopback-bind") && has("port/none-open"));
  return decided ? causeOf(lines) : undefined;
}

/** The cause of a failure that a deploy's log shows although the deploy has become live. */
export function harmingCause(lines: readonly string[]): Cause | undefined {
  const harms = ({ signature: { harmsLive, decisive } }: Cause) => harmsLive ?? decisive;
  return inCausalOrder(symptoms(lines).filter(harms))[0];
}

const inCausalOrder = (causes: readonly Cause[]): readonly Cause[] =>
  causes.toSorted((a, b) => rank(a.signature) - rank(b.signature));

function symptoms(lines: readonly string[]): readonly Cause[] {
  return lines.flatMap((line, index): Cause[] => {
    const text = stripVTControlCharacters(line.slice(0, MAX_CHARACTERS));
    const signature = SIGNATURES.find(({ pattern }) => pattern.test(text));
    if (signature === undefined) return [];
    return [{ signature, line: { number: index + 1, text: redact(text.trim()) } }];
  });
}

const rank = ({ stage, certainty }: Signature): number =>
  STAGES.indexOf(stage) * 2 + (certainty === "certain" ? 0 : 1);
