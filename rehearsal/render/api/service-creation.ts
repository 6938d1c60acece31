import { newId, slugSuffix, timestamp } from "../identifiers";
import { ServiceLog } from "../log";
import { DEFAULT_PORT } from "../runtime/environment/variables";
import type { Details, Disk, Header, Route, Service, Store } from "../store";
import { refused } from "./failure";
import { fullImagePath } from "./image-path";
import type { DetailsPost, ServicePost, Specific } from "./schemas/service";
import { secretFilesOf, variablesOf } from "./schemas/variables";

export const EVERYWHERE = [{ cidrBlock: "0.0.0.0/0", description: "everywhere" }];
export const NO_MAINTENANCE = { enabled: false, uri: "" };
const SHUTDOWN_SECONDS = 30;

/** Answers of image services show three empty texts. */
export function dockerOf(runtime: string, given: Specific | undefined): Details["docker"] {
  const image = runtime === "image";
  return {
    dockerCommand: given?.dockerCommand ?? "",
    dockerContext: given?.dockerContext ?? (image ? "" : "."),
    dockerfilePath: given?.dockerfilePath ?? (image ? "" : "./Dockerfile"),
  };
}

/** The old setting of previews and the new one say the same. */
export function previewsOf(
  given: Pick<DetailsPost, "previews" | "pullRequestPreviewsEnabled">,
): Pick<Details, "previews" | "pullRequestPreviewsEnabled"> {
  const generation =
    given.previews?.generation ?? (given.pullRequestPreviewsEnabled === "yes" ? "automatic" : "off");
  return { previews: { generation }, pullRequestPreviewsEnabled: generation === "automatic" ? "yes" : "no" };
}

type AutoDeploy = Pick<Service, "autoDeploy" | "autoDeployTrigger">;

/** The trigger, where it is given, decides; `autoDeploy` alone keeps a trigger that fits it. */
export function autoDeployOf(
  given: {
    autoDeploy?: AutoDeploy["autoDeploy"] | undefined;
    autoDeployTrigger?: AutoDeploy["autoDeployTrigger"] | undefined;
  },
  now: AutoDeploy,
): AutoDeploy {
  const kept = now.autoDeployTrigger === "off" ? "commit" : now.autoDeployTrigger;
  const autoDeploy = given.autoDeploy ?? now.autoDeploy;
  const trigger = given.autoDeployTrigger ?? (autoDeploy === "no" ? "off" : kept);
  return { autoDeploy: trigger === "off" ? "no" : "yes", autoDeployTrigger: trigger };
}

/** A disk as it is attached. */
export function newDisk({ name, mountPath, sizeGB }: Pick<Disk, "name" | "mountPath" | "sizeGB">): Disk {
  const now = timestamp();
  return { id: newId("dsk"), name, mountPath, sizeGB, createdAt: now, updatedAt: now };
}

/** Headers and routes get an id each. */
export const headersOf = (given: readonly Omit<Header, "id">[]): Header[] =>
  given.map((header) => ({ id: newId("hdr"), ...header }));

export const routesOf = (given: readonly Omit<Route, "id">[]): Route[] =>
  given.map(({ type, source, destination }) => ({ id: newId("rdr"), type, source, destination }));

/** Kinds that listen on a port. */
const LISTENING: ReadonlySet<string> = new Set(["web_service", "private_service"]);

function detailsOf(type: Service["type"], given: DetailsPost): Details {
  const { runtime, envSpecificDetails: commands, disk } = given;
  return {
    runtime,
    plan: given.plan ?? "starter",
    region: given.region ?? "oregon",
    numInstances: given.numInstances ?? 1,
    schedule: given.schedule ?? "",
    publishPath: given.publishPath ?? "public",
    buildCommand: commands?.buildCommand ?? "",
    startCommand: commands?.startCommand ?? "",
    docker: dockerOf(runtime, commands),
    preDeployCommand: given.preDeployCommand ?? "",
    healthCheckPath: given.healthCheckPath ?? "",
    maxShutdownDelaySeconds: given.maxShutdownDelaySeconds ?? SHUTDOWN_SECONDS,
    maintenanceMode: given.maintenanceMode ?? NO_MAINTENANCE,
    ...previewsOf(given),
    renderSubdomainPolicy: given.renderSubdomainPolicy ?? "enabled",
    ipAllowList: given.ipAllowList ?? EVERYWHERE,
    openPorts: LISTENING.has(type) ? [{ port: DEFAULT_PORT, protocol: "TCP" }] : [],
    autoscaling: given.autoscaling ?? undefined,
    disk: disk ? newDisk({ ...disk, sizeGB: disk.sizeGB ?? 1 }) : undefined,
  };
}

/** The name in lower case with dashes. A taken slug gets four more digits. A rename does not change it. */
function slugOf(store: Store, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain === "") throw refused("name: expected at least one letter or digit");
  const taken = new Set([...store.services.values()].map(({ slug }) => slug));
  return taken.has(plain) ? `${plain}-${slugSuffix()}` : plain;
}

/** The service that a request describes; its ingress is opened later. */
export function newService(store: Store, id: string, post: ServicePost): Service {
  const now = timestamp();
  const image = post.image?.imagePath;
  return {
    id,
    type: post.type,
    slug: slugOf(store, post.name),
    ownerId: post.ownerId,
    createdAt: now,
    url: "",
    name: post.name,
    repo: post.repo,
    branch: image === undefined ? (post.branch ?? "main") : undefined,
    imagePath: image === undefined ? undefined : fullImagePath(image),
    ...autoDeployOf(post, { autoDeploy: "yes", autoDeployTrigger: "commit" }),
    buildFilter: post.buildFilter ?? undefined,
    rootDir: post.rootDir ?? "",
    environmentId: post.environmentId || undefined,
    suspended: false,
    updatedAt: now,
    details: detailsOf(post.type, post.serviceDetails),
    variables: variablesOf(post.envVars ?? []),
    secretFiles: secretFilesOf(post.secretFiles ?? []),
    domains: [],
    headers: headersOf(post.serviceDetails.headers ?? []),
    routes: routesOf(post.serviceDetails.routes ?? []),
    runs: [],
    deploys: [],
    events: [],
    log: new ServiceLog(id),
  };
}
