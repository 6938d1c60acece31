import { brokenBy, brokenWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import type { SealedCase } from "./sealed";

/** Variables that a rule must reject, and why. */
export const explainedBy = (
  rule: string,
  why: string,
  variables: Readonly<Record<string, string>>,
  more: SealedCase = {},
): ExplainedCase => ({ why, ...brokenBy(rule, variables, more) });

/** A start command that a rule must reject, and why. */
export const explainedWeb = (
  rule: string,
  why: string,
  command: string,
  more: SealedCase = {},
): ExplainedCase => ({ why, ...brokenWeb(rule, command, more) });
