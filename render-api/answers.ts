import { hasId, isRecord } from "./record";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * What the body of a success holds: one object; a thing, which is an object with its id; a service beside its first
 * deploy; a list of objects; a deploy, or nothing where it must wait behind another; or what is not looked at.
 */
export type Shape = "object" | "thing" | "service" | "list" | "deploy" | "anything";

/** What Render may answer to one kind of call. */
export interface AnswerRow {
  readonly method: Method;
  /** As Render's description of its API has it (docs/facts/render-openapi.json). */
  readonly path: string;
  readonly holds: Shape;
  /** Whether 404 is an answer: there is no such thing, or none any more. Else it is a failure. */
  readonly mayBeGone: boolean;
}

const row =
  (holds: Shape, mayBeGone: boolean) =>
  (method: Method, ...paths: readonly string[]): readonly AnswerRow[] =>
    paths.map((path) => ({ method, path, holds, mayBeGone }));

const itself = row("thing", true);
const part = row("object", true);
const wanted = row("object", false);
const listed = row("list", false);
const made = row("thing", false);
const changed = row("anything", false);
const removed = row("anything", true);

/**
 * Every call that is made of Render's API, as its description has it (August 2026), and what counts as an answer to it. A success of
 * another shape is no answer: whether the call took effect is then not known. Only 404 to a thing's own address, to a
 * part that need not be there, or to a removal says that something is not there.
 */
export const ANSWERS: readonly AnswerRow[] = [
  ...listed("GET", "/owners", "/services", "/env-groups", "/projects", "/environments"),
  ...listed("GET", "/postgres", "/key-value", "/registrycredentials", "/metrics/memory", "/webhooks"),
  ...listed("GET", "/dedicated-ips"),
  ...listed("GET", "/services/{serviceId}/env-vars", "/services/{serviceId}/secret-files"),
  ...listed("GET", "/services/{serviceId}/custom-domains", "/services/{serviceId}/headers"),
  ...listed("GET", "/services/{serviceId}/routes", "/services/{serviceId}/deploys"),
  ...listed("GET", "/services/{serviceId}/events", "/services/{serviceId}/instances"),
  ...wanted("GET", "/logs"),
  ...itself("GET", "/services/{serviceId}", "/services/{serviceId}/deploys/{deployId}"),
  ...itself("GET", "/env-groups/{envGroupId}", "/projects/{projectId}", "/environments/{environmentId}"),
  ...itself("GET", "/postgres/{postgresId}", "/key-value/{keyValueId}"),
  ...itself("GET", "/registrycredentials/{registryCredentialId}", "/webhooks/{webhookId}"),
  ...itself("GET", "/dedicated-ips/{dedicatedIpId}"),
  ...part("GET", "/services/{serviceId}/env-vars/{envVarKey}"),
  ...part("GET", "/notification-settings/overrides/services/{serviceId}"),
  ...part("GET", "/notification-settings/owners/{ownerId}", "/metrics-stream/{ownerId}"),
  ...part("GET", "/logs/streams/resource/{resourceId}", "/logs/streams/owner/{ownerId}"),
  ...part("GET", "/postgres/{postgresId}/connection-info", "/key-value/{keyValueId}/connection-info"),
  ...row("service", false)("POST", "/services"),
  ...row("deploy", false)("POST", "/services/{serviceId}/deploys", "/services/{serviceId}/rollback"),
  ...made("POST", "/env-groups", "/projects", "/environments", "/postgres", "/key-value"),
  ...made("POST", "/registrycredentials", "/webhooks", "/dedicated-ips", "/cron-jobs/{cronJobId}/runs"),
  ...changed("POST", "/disks", "/services/{serviceId}/custom-domains", "/services/{serviceId}/scale"),
  ...changed("POST", "/services/{serviceId}/deploys/{deployId}/cancel"),
  ...changed("POST", "/environments/{environmentId}/resources"),
  ...changed("POST", "/env-groups/{envGroupId}/services/{serviceId}"),
  ...changed("PATCH", "/services/{serviceId}", "/env-groups/{envGroupId}", "/projects/{projectId}"),
  ...changed("PATCH", "/environments/{environmentId}", "/disks/{diskId}"),
  ...changed("PATCH", "/postgres/{postgresId}", "/key-value/{keyValueId}"),
  ...changed("PATCH", "/registrycredentials/{registryCredentialId}", "/webhooks/{webhookId}"),
  ...changed("PATCH", "/notification-settings/overrides/services/{serviceId}"),
  ...changed("PATCH", "/notification-settings/owners/{ownerId}", "/dedicated-ips/{dedicatedIpId}"),
  ...changed("PUT", "/logs/streams/owner/{ownerId}", "/metrics-stream/{ownerId}"),
  ...changed("PUT", "/services/{serviceId}/env-vars", "/services/{serviceId}/secret-files"),
  ...changed("PUT", "/services/{serviceId}/headers", "/services/{serviceId}/routes"),
  ...changed("PUT", "/services/{serviceId}/autoscaling", "/logs/streams/resource/{resourceId}"),
  ...changed("PUT", "/env-groups/{envGroupId}/env-vars/{envVarKey}"),
  ...changed("PUT", "/env-groups/{envGroupId}/secret-files/{secretFileName}"),
  ...removed("DELETE", "/services/{serviceId}", "/services/{serviceId}/autoscaling", "/disks/{diskId}"),
  ...removed("DELETE", "/services/{serviceId}/custom-domains/{customDomainIdOrName}"),
  ...removed("DELETE", "/logs/streams/resource/{resourceId}"),
  ...removed("DELETE", "/env-groups/{envGroupId}", "/env-groups/{envGroupId}/services/{serviceId}"),
  ...removed("DELETE", "/env-groups/{envGroupId}/env-vars/{envVarKey}"),
  ...removed("DELETE", "/env-groups/{envGroupId}/secret-files/{secretFileName}"),
  ...removed("DELETE", "/projects/{projectId}", "/environments/{environmentId}"),
  ...removed("DELETE", "/environments/{environmentId}/resources"),
  ...removed("DELETE", "/postgres/{postgresId}", "/key-value/{keyValueId}"),
  ...removed("DELETE", "/registrycredentials/{registryCredentialId}", "/webhooks/{webhookId}"),
  ...removed("DELETE", "/logs/streams/owner/{ownerId}", "/metrics-stream/{ownerId}"),
  ...removed("DELETE", "/dedicated-ips/{dedicatedIpId}"),
];

/** The row of a call; undefined of one that is none of Render's here. */
export function answerRow(
  method: string,
  path: string,
  rows: readonly AnswerRow[] = ANSWERS,
): AnswerRow | undefined {
  const parts = path.replace(/\?.*$/s, "").split("/");
  return rows.find((each) => {
    const pattern = each.path.split("/");
    const fits = (name: string, at: number): boolean => name.startsWith("{") || name === parts[at];
    return each.method === method && pattern.length === parts.length && pattern.every(fits);
  });
}

const HOLDS: Readonly<Record<Shape, (body: unknown) => boolean>> = {
  object: isRecord,
  thing: hasId,
  service: (body) => isRecord(body) && hasId(body.service),
  list: (body) => Array.isArray(body) && body.every(isRecord),
  deploy: (body) => body === undefined || hasId(body),
  anything: () => true,
};

/** @throws Error where a success does not hold what the row asks for. */
export function heldBy(body: unknown, { holds }: AnswerRow): unknown {
  if (HOLDS[holds](body)) return body;
  throw new Error(`the answer is not the ${holds} that was expected`);
}
