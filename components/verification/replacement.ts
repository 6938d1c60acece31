import { type Answer, notDecided, replaced } from "../../probes";
import { endOf, isRenderError, listDeploys, type ServiceAtRender } from "../../render-api";
import { type Check, outcomeOf } from "./result";

/** A deploy, and where it is. */
interface Verified {
  readonly service: ServiceAtRender;
  readonly deployId: string;
  readonly signal: AbortSignal;
}

/**
 * What is said of a deploy in whose place another one is: what answers need not be of it. Undefined where it is live.
 *
 * @param sound whether it is as it should be: then one that only follows says nothing of it
 * @throws RenderApiError
 */
export async function replacement(
  { service, deployId, signal }: Verified,
  sound: boolean,
): Promise<Answer | undefined> {
  const deploys = await listDeploys(service, signal);
  const at = deploys.findIndex(({ id }) => id === deployId);
  if (at < 0) return undefined;
  if (deploys[at]?.status !== "live") return replaced(service, deployId, signal);
  const coming = deploys.slice(0, at).find(({ status }) => endOf(status) === undefined);
  if (sound || coming === undefined) return undefined;
  return notDecided(`a newer deploy, ${coming.id}, is under way`, {
    correctiveAction: "Verify that one: repeat the update when it has ended.",
  });
}

/** What can fail for another deploy that is live by then; a database is asked with this one's URL. */
const OF_WHO_ANSWERS: ReadonlySet<Check["kind"]> = new Set(["port", "endpoint", "stability", "log"]);

/** Leaves undecided what failed while another deploy was taking the place of the one that is verified. */
export async function withoutOthers(checks: readonly Check[], verified: Verified): Promise<readonly Check[]> {
  if (outcomeOf(checks) !== "fail") return checks;
  const other = await replacement(verified, false).catch((error: unknown) => {
    if (!isRenderError(error)) throw error;
    return undefined;
  });
  if (other?.outcome !== "not-decided") return checks;
  const { reason, correctiveAction = "" } = other;
  return checks.map((check) => {
    if (check.outcome !== "fail" || !OF_WHO_ANSWERS.has(check.kind)) return check;
    const { mode: _, ...rest } = check;
    return { ...rest, outcome: "not-decided", detail: `${check.detail}; ${reason}`, correctiveAction };
  });
}
