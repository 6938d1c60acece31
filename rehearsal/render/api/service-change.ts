import { timestamp } from "../identifiers";
import { recordEvent } from "../record-event";
import type { Details, Service } from "../store";
import { fullImagePath } from "./image-path";
import type { DetailsPatch, ServicePatch } from "./schemas/service";
import { autoDeployOf, dockerOf, EVERYWHERE, NO_MAINTENANCE, previewsOf } from "./service-creation";

/** The details after the request. The old object is not changed, because a deploy may hold it. */
function changedDetails(now: Details, given: DetailsPatch): Details {
  const { envSpecificDetails: commands, ipAllowList, maintenanceMode } = given;
  const runtime = given.runtime ?? now.runtime;
  const previews =
    given.previews?.generation !== undefined || given.pullRequestPreviewsEnabled !== undefined
      ? previewsOf(given)
      : { previews: now.previews, pullRequestPreviewsEnabled: now.pullRequestPreviewsEnabled };
  return {
    ...now,
    ...previews,
    runtime,
    plan: given.plan ?? now.plan,
    buildCommand: commands?.buildCommand ?? now.buildCommand,
    startCommand: commands?.startCommand ?? now.startCommand,
    docker:
      runtime === now.runtime
        ? dockerOf(runtime, { ...now.docker, ...commands })
        : dockerOf(runtime, commands),
    preDeployCommand: given.preDeployCommand ?? now.preDeployCommand,
    healthCheckPath: given.healthCheckPath ?? now.healthCheckPath,
    maxShutdownDelaySeconds: given.maxShutdownDelaySeconds ?? now.maxShutdownDelaySeconds,
    maintenanceMode: maintenanceMode === null ? NO_MAINTENANCE : (maintenanceMode ?? now.maintenanceMode),
    ipAllowList: ipAllowList === null ? EVERYWHERE : (ipAllowList ?? now.ipAllowList),
    renderSubdomainPolicy: given.renderSubdomainPolicy ?? now.renderSubdomainPolicy,
    cache: given.cache ?? now.cache,
    schedule: given.schedule ?? now.schedule,
    publishPath: given.publishPath ?? now.publishPath,
  };
}

/** The events of the changes that Render records. */
function recordChanges(service: Service, before: Details): void {
  const { plan, maintenanceMode } = service.details;
  if (plan !== before.plan) recordEvent(service, "plan_changed", { from: before.plan, to: plan });
  if (maintenanceMode.enabled !== before.maintenanceMode.enabled) {
    recordEvent(service, "maintenance_mode_enabled", { enabled: maintenanceMode.enabled });
  }
  if (maintenanceMode.uri !== before.maintenanceMode.uri) {
    const details = { fromURI: before.maintenanceMode.uri, toURI: maintenanceMode.uri };
    recordEvent(service, "maintenance_mode_uri_updated", details);
  }
}

/** Changes what the request names. It deploys nothing, and the slug stays: both as recorded. */
export function change(service: Service, patch: ServicePatch): void {
  const before = service.details;
  service.name = patch.name ?? service.name;
  service.repo = patch.image === undefined ? (patch.repo ?? service.repo) : undefined;
  service.branch = patch.image === undefined ? (patch.branch ?? service.branch) : undefined;
  const image = patch.image === undefined ? service.imagePath : fullImagePath(patch.image.imagePath);
  service.imagePath = patch.repo === undefined ? image : undefined;
  service.rootDir = patch.rootDir ?? service.rootDir;
  if (patch.buildFilter !== undefined) service.buildFilter = patch.buildFilter ?? undefined;
  Object.assign(service, autoDeployOf(patch, service));
  service.details = changedDetails(service.details, patch.serviceDetails ?? {});
  service.updatedAt = timestamp();
  recordChanges(service, before);
}
