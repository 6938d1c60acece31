import path from "node:path";
import { VERIFY_DEFAULTS } from "../../config/verify-defaults";
import { type ContributingFact, type Diagnosis, PREVENTIVE_RULES } from "../../diagnosis";
import { quotePath } from "../../domain/shell-words";
import { type FailureContext, recordFailure, verifyRecords } from "../../records";
import { failedAt, isRenderError, readDeploy, type ServiceAtRender } from "../../render-api";
import type { VerificationInputs } from "./inputs";
import { decidingCheck, type VerificationResult } from "./result";
import { secretsOf } from "./secrets";

/** What a verification came to, and what it read of the deploy's log. */
export interface Outcome {
  readonly service: ServiceAtRender;
  readonly inputs: VerificationInputs;
  readonly result: VerificationResult;
  /** What the deploy's log shows. */
  readonly seen: Diagnosis;
  readonly signal: AbortSignal;
}

/**
 * Files the failure, or counts it on its record, and says so in one sentence; empty where no records are kept. A
 * record that cannot be written never hides the failure itself.
 */
export async function recordOf(outcome: Outcome): Promise<string> {
  const { inputs, result, seen, signal } = outcome;
  if (inputs.records === false || result.outcome !== "fail") return "";
  try {
    const context: FailureContext = {
      environment: inputs.environment,
      service: inputs.service,
      deploy: inputs.deployId,
      log: `the log of ${inputs.deployId}`,
      secrets: secretsOf(inputs),
      ...(await deployOf(outcome, signal)),
    };
    const { id, outcome: done } = await recordFailure(folderOf(inputs), diagnosisOf(result, seen), context);
    return `${id} ${SAYS[done]}: type \`portcullis fracas show ${id}${folderOption(inputs)}\`.`;
  } catch (error) {
    return `The failure could not be recorded: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Moves the environment's corrected records to verified, and says in one sentence which; undefined where none was. */
export async function verifiedBy(outcome: Outcome): Promise<string | undefined> {
  const { inputs, signal } = outcome;
  if (inputs.records === false) return undefined;
  try {
    const { verified } = await verifyRecords(folderOf(inputs), {
      environment: inputs.environment,
      service: inputs.service,
      verification: inputs.deployId,
      passedAt: new Date(),
      ...(await deployOf(outcome, signal)),
    });
    return verified.length === 0 ? undefined : `verified: ${verified.join(", ")}`;
  } catch (error) {
    signal.throwIfAborted();
    return `the failure records could not be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const SAYS = {
  filed: "is its failure record",
  counted: "has counted it: this has been seen before",
  reopened: "is open again: what was done about it has not held",
  known: "is its failure record",
} as const;

/** The provider's process works in the project's folder. */
function folderOf({ records }: VerificationInputs): string {
  return path.resolve(records === false ? "" : records);
}

/** What the command adds to find records that are not where it looks by itself; whole, to be typed from any folder. */
function folderOption(inputs: VerificationInputs): string {
  const folder = folderOf(inputs);
  return folder === path.resolve(VERIFY_DEFAULTS.records) ? "" : ` --folder ${quotePath(folder)}`;
}

/** What Render knows of the deploy: its commit, and when it was given up. */
async function deployOf(
  { service, inputs }: Outcome,
  signal: AbortSignal,
): Promise<Pick<FailureContext, "commit" | "failedAt">> {
  try {
    const deploy = await readDeploy(service, inputs.deployId, signal);
    const [commit, ended] = [deploy.commit?.id, failedAt(deploy)];
    return { ...(commit !== undefined && { commit }), ...(ended !== undefined && { failedAt: ended }) };
  } catch (error) {
    // A record without its commit is better than none, also where the update was cancelled since.
    if (!isRenderError(error) && !signal.aborted) throw error;
    return {};
  }
}

/** What the log shows, where it shows the failure of the check that decided; else what that check says by itself. */
function diagnosisOf(result: VerificationResult, seen: Diagnosis): Diagnosis {
  const check = decidingCheck(result);
  const failed = result.checks.filter(({ outcome }) => outcome === "fail");
  const contributing = failed.map(({ name, detail }): ContributingFact => {
    return { place: { source: "configuration", key: `check ${name}` }, what: detail };
  });
  if (check !== undefined && seen.failureMode === check.mode) return { ...seen, contributing };
  const mode = check?.mode ?? "unknown";
  return {
    failureMode: mode,
    certainty: mode === "unknown" ? "unknown" : "certain",
    rootCause: check?.detail ?? "nothing was checked",
    correctiveAction: check?.correctiveAction ?? "Read the checks of the verification.",
    evidence: [],
    competing: [],
    explains: [],
    unexplained: [],
    contributing,
    decided: true,
    harmsLive: false,
    asksFor: [],
    exception: undefined,
    preventiveRule: PREVENTIVE_RULES[mode]?.[0],
  };
}
