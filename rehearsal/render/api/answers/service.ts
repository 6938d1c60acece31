import type { Details, Disk, Service } from "../../store";

/** Requests have preDeployCommand beside envSpecificDetails; recorded answers have it inside. */
function specificOf(details: Details): Record<string, string> {
  const { runtime, docker, buildCommand, startCommand, preDeployCommand } = details;
  if (runtime === "docker" || runtime === "image") return { ...docker, preDeployCommand };
  return { buildCommand, startCommand, preDeployCommand };
}

/** The disk as its service shows it, without the times. */
const diskOf = ({ id, name, sizeGB, mountPath }: Disk): unknown => ({ id, name, sizeGB, mountPath });

/** Free services have no shell: no address for one. */
const sshAddress = (service: Service): string | undefined =>
  service.details.plan === "free" ? undefined : `${service.id}@ssh.${service.details.region}.render.com`;

function detailsOf(service: Service): unknown {
  const { details } = service;
  return {
    autoscaling: details.autoscaling,
    buildPlan: "starter",
    cache: details.cache,
    disk: details.disk && diskOf(details.disk),
    env: details.runtime,
    envSpecificDetails: specificOf(details),
    healthCheckPath: details.healthCheckPath,
    ipAllowList: details.ipAllowList,
    maintenanceMode: details.maintenanceMode,
    maxShutdownDelaySeconds: details.maxShutdownDelaySeconds,
    numInstances: details.numInstances,
    openPorts: details.openPorts,
    plan: details.plan,
    previews: details.previews,
    pullRequestPreviewsEnabled: details.pullRequestPreviewsEnabled,
    region: details.region,
    renderSubdomainPolicy: details.renderSubdomainPolicy,
    runtime: details.runtime,
    sshAddress: sshAddress(service),
    url: service.url,
  };
}

/** The old setting says the same as the override: recorded in 104 of 104 reads. */
const NOTIFIES: Readonly<Record<string, string>> = {
  default: "default",
  none: "ignore",
  failure: "notify",
  all: "notify",
};

/** A service in the API's shape. Fields without a value are left out. */
export function serviceAnswer(service: Service): unknown {
  return {
    id: service.id,
    autoDeploy: service.autoDeploy,
    autoDeployTrigger: service.autoDeployTrigger,
    branch: service.branch,
    buildFilter: service.buildFilter,
    createdAt: service.createdAt,
    dashboardUrl: `https://dashboard.render.com/web/${service.id}`,
    environmentId: service.environmentId,
    imagePath: service.imagePath,
    name: service.name,
    notifyOnFail: NOTIFIES[service.notification?.notificationsToSend ?? "default"],
    ownerId: service.ownerId,
    repo: service.repo,
    rootDir: service.rootDir,
    serviceDetails: detailsOf(service),
    slug: service.slug,
    suspended: service.suspended ? "suspended" : "not_suspended",
    suspenders: service.suspended ? ["user"] : [],
    type: service.type,
    updatedAt: service.updatedAt,
  };
}
