import { DEFAULT_PORT } from "../../runtime/environment/variables";
import type { Details, Disk, Service } from "../../store";

/** Requests have preDeployCommand beside envSpecificDetails; recorded answers have it inside. */
function specificOf(details: Details, type: Service["type"]): Record<string, string> {
  const { runtime, docker, buildCommand, startCommand } = details;
  // Left out where there is none (recorded in 54 of 54).
  const preDeployCommand = type === "cron_job" ? undefined : details.preDeployCommand || undefined;
  if (runtime === "docker" || runtime === "image") return withoutAbsent({ ...docker, preDeployCommand });
  return withoutAbsent({ buildCommand, startCommand, preDeployCommand });
}

const withoutAbsent = (bag: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bag).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** The disk as its service shows it, without the times. */
const diskOf = ({ id, name, sizeGB, mountPath }: Disk): unknown => ({ id, name, sizeGB, mountPath });

/** Free services have no shell: no address for one. */
const sshAddress = (service: Service): string | undefined =>
  service.details.plan === "free" ? undefined : `${service.id}@ssh.${service.details.region}.render.com`;

/** What the details of each kind show, beside `buildPlan`. */
const SHOWN: Readonly<Record<Service["type"], string>> = {
  web_service:
    "autoscaling cache disk env envSpecificDetails healthCheckPath ipAllowList maintenanceMode " +
    "maxShutdownDelaySeconds numInstances openPorts plan previews pullRequestPreviewsEnabled region " +
    "renderSubdomainPolicy runtime sshAddress url",
  private_service:
    "autoscaling disk env envSpecificDetails maxShutdownDelaySeconds numInstances openPorts plan previews " +
    "pullRequestPreviewsEnabled region runtime sshAddress url",
  background_worker:
    "autoscaling disk env envSpecificDetails maxShutdownDelaySeconds numInstances plan previews " +
    "pullRequestPreviewsEnabled region runtime sshAddress",
  cron_job: "env envSpecificDetails lastSuccessfulRunAt plan region runtime schedule",
  static_site:
    "buildCommand ipAllowList previews publishPath pullRequestPreviewsEnabled renderSubdomainPolicy url",
};

function detailsOf(service: Service): unknown {
  const { details, type } = service;
  const all: Readonly<Record<string, unknown>> = {
    ...details,
    disk: details.disk && diskOf(details.disk),
    env: details.runtime,
    envSpecificDetails: specificOf(details, type),
    lastSuccessfulRunAt: service.runs.find(({ status }) => status === "successful")?.finishedAt,
    sshAddress: sshAddress(service),
    url: urlOf(service),
  };
  const shown = SHOWN[type].split(" ").map((name) => [name, all[name]]);
  return { buildPlan: "starter", ...Object.fromEntries(shown) };
}

/** The old setting says the same as the override: recorded in 104 of 104 reads. */
const NOTIFIES: Readonly<Record<string, string>> = {
  default: "default",
  none: "ignore",
  failure: "notify",
  all: "notify",
};

/** A private service is reached by its slug and its port, inside the workspace's network. */
function urlOf({ type, slug, url, details }: Service): string {
  return type === "private_service" ? `${slug}:${details.openPorts[0]?.port ?? DEFAULT_PORT}` : url;
}

/** The dashboard's word for each kind. */
const PAGES: Readonly<Record<Service["type"], string>> = {
  web_service: "web",
  private_service: "pserv",
  background_worker: "worker",
  cron_job: "cron",
  static_site: "static",
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
    dashboardUrl: `https://dashboard.render.com/${PAGES[service.type]}/${service.id}`,
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
