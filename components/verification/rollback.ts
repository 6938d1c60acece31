import { type DeployReport, watchDeploy } from "../../probes";
import { cancelDeploy, isRenderError, listDeploys, liveDeploy, type ServiceAtRender } from "../../render-api";
import type { Verifying } from "./verify";

// A rollback builds nothing: it starts what was built, within Render's own limit of 15 minutes for a start.
const DEADLINE = 20 * 60_000;

/**
 * Brings the service back to its last live deploy, and says in words which and with which result. A deploy that is
 * not live yet is cancelled instead, since its predecessor still has the traffic.
 */
export async function rollBack(
  service: ServiceAtRender,
  deployId: string,
  report: DeployReport,
  verifying: Verifying,
): Promise<string> {
  try {
    if (report.answer.outcome === "pass") return await toPredecessor(service, deployId, verifying);
    return await keepPredecessor(service, deployId, report, verifying);
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return `The service was not rolled back: ${error.message}`;
  }
}

async function toPredecessor(
  service: ServiceAtRender,
  deployId: string,
  verifying: Verifying,
): Promise<string> {
  const { client, serviceId } = service;
  const { signal, onProgress } = verifying;
  const deploys = await listDeploys(service, signal);
  const newer = deploys.findIndex(({ id }) => id === deployId);
  // `deactivated` is what was live once (docs/facts/render.md#r20).
  const target = deploys.slice(newer + 1).find(({ status }) => status === "deactivated");
  if (target === undefined) return "The service was not rolled back: it has no earlier live deploy.";
  const live = await liveDeploy(service, signal);
  if (live !== deployId) return `The service was not rolled back: deploy ${live ?? "none"} is live already.`;
  const body = { deployId: target.id };
  const answer = await client.request("POST", `/services/${serviceId}/rollback`, { body, signal });
  const started =
    (answer.body as { id?: string } | undefined)?.id ?? (await listDeploys(service, signal))[0]?.id;
  if (started === undefined)
    return `A rollback to ${target.id} was asked for; Render lists no deploy for it.`;
  onProgress(`rolling back to deploy ${target.id}`);
  const result = await watchDeploy(service, {
    deployId: started,
    deadline: DEADLINE,
    signal,
    onStatus: onProgress,
  });
  return result.answer.outcome === "pass"
    ? `The service was rolled back to its last live deploy, ${target.id} (by deploy ${started}, which is live).`
    : `The rollback to ${target.id} did not succeed: ${result.answer.reason}.`;
}

async function keepPredecessor(
  service: ServiceAtRender,
  deployId: string,
  report: DeployReport,
  { signal }: Verifying,
): Promise<string> {
  const cancelled = report.ended ? "" : `Deploy ${deployId} was cancelled. `;
  if (!report.ended) await cancelDeploy(service, deployId, signal);
  return report.live === undefined
    ? `${cancelled}There is nothing to roll back to: the service has no earlier live deploy.`
    : `${cancelled}The service goes on with its last live deploy, ${report.live}.`;
}
