import type { RenderClient } from "../../render-api";
import { cancellation } from "./cancellation";
import { recordOf, verifiedBy } from "./failure-record";
import type { VerificationInputs } from "./inputs";
import { engineProgress } from "./progress";
import { renderClient } from "./render-client";
import { describeResult, type VerificationResult } from "./result";
import { rollBack } from "./rollback";
import { type Verifying, verify } from "./verify";
import type { WindowMeasures } from "./window-measures";

// What runs in the provider's process with a service: methods of `provider.ts`, by the same names.

type Properties = Readonly<Record<string, unknown>>;
type Outputs = Omit<VerificationInputs, "renderApiKey"> & { readonly result: VerificationResult };

/** A verification did not pass. The user sees only the message. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";

  constructor(
    message: string,
    readonly result: VerificationResult,
  ) {
    super(message);
  }
}

/** @throws VerificationError unless every check passes. */
export async function create(inputs: Properties): Promise<{ id: string; outs: Outputs }> {
  const outs = await verified(inputs as unknown as VerificationInputs);
  return { id: outs.serviceId, outs };
}

/** @throws VerificationError unless every check passes; the state then keeps what was verified before. */
export async function update(_id: string, olds: Properties, news: Properties): Promise<{ outs: Outputs }> {
  const { window } = (olds as Partial<Outputs>).result ?? {};
  return { outs: await verified(news as unknown as VerificationInputs, window) };
}

function verified(inputs: VerificationInputs, previous?: WindowMeasures): Promise<Outputs> {
  const onProgress = engineProgress(inputs.resourceUrn);
  return verifyAndSettle(inputs, { signal: cancellation(), onProgress, previous });
}

/**
 * Verifies, and does what is to be done where it does not pass: a rollback, a failure record.
 *
 * @throws VerificationError unless every check passes
 */
export async function verifyAndSettle(inputs: VerificationInputs, verifying: Verifying): Promise<Outputs> {
  const { signal, onProgress } = verifying;
  const service = { client: clientOf(inputs, onProgress), serviceId: inputs.serviceId };
  const { result, report, log } = await verify(service, inputs, verifying);
  const outcome = { service, inputs, result, seen: log.diagnosis(), signal };
  if (result.outcome === "pass") {
    const words = await verifiedBy(outcome);
    if (words !== undefined) onProgress(words);
    const { renderApiKey: _, ...kept } = inputs;
    return { ...kept, result };
  }
  const record = report.answer.known === true ? "" : await recordOf(outcome);
  const afterwards = [await aftermath(), record].filter((words) => words !== "").join("\n");
  throw new VerificationError(describeResult(inputs.service, result, afterwards), result);

  async function aftermath(): Promise<string> {
    if (!inputs.rollback) return "";
    if (result.outcome !== "fail") return "The service was not rolled back: nothing is proven wrong.";
    return rollBack(service, inputs.deployId, report, verifying);
  }
}

function clientOf(inputs: VerificationInputs, onPause: (words: string) => void): RenderClient {
  const client = renderClient(inputs, onPause);
  if (client !== undefined) return client;
  throw new Error(
    "The verification needs Render's API key: expected `render:apiKey` or RENDER_API_KEY, got neither. " +
      "Type `pulumi config set --secret render:apiKey`.",
  );
}
