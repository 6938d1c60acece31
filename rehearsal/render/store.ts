import type { ServiceType } from "./api/schemas/service";
import type { Autoscaling } from "./api/schemas/sizes";
import type { Database, Datastore, KeyValue, RegistryCredential } from "./datastores";
import type { ServiceEvent } from "./events";
import type { ServiceLog } from "./log";
import type { BuiltImage } from "./runtime/containers/built-image";
import type { Toolchain } from "./runtime/toolchains/tools";
import type { CronRun, Domain, Header, Route } from "./service-parts";
import { Workspace } from "./workspace";

export type { CronRun, Domain, Header, Route };

/** A deploy's status, in Render's words. */
export type DeployStatus =
  | "created"
  | "queued"
  | "build_in_progress"
  | "pre_deploy_in_progress"
  | "update_in_progress"
  | "live"
  | "deactivated"
  | "build_failed"
  | "pre_deploy_failed"
  | "update_failed"
  | "canceled";
export type DeployTrigger = "api" | "rollback" | "service_resumed";

/** A service's configuration at the start of one deploy: what a rollback runs again. */
export interface Snapshot {
  readonly details: Details;
  readonly rootDir: string;
  readonly repo: string | undefined;
  /** Of the runtime `image`. */
  readonly imagePath: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
  readonly secretFiles: ReadonlyMap<string, string>;
}

export interface Deploy {
  readonly id: string;
  readonly trigger: DeployTrigger;
  readonly commit: { id: string; message: string; createdAt: string };
  readonly imagePath?: string; // Of a service that runs an image: no commit is built.
  /** Whether that commit was asked for, and not the directory as it is. */
  readonly pinned?: true;
  readonly createdAt: string;
  status: DeployStatus;
  startedAt: string | null;
  updatedAt: string;
  finishedAt: string | null;
  snapshot?: Snapshot;
  built?: { readonly seconds: number; readonly copied: boolean }; // Copied from an earlier build of the same.
  folder?: string;
  /** The interpreters and package managers of its processes, where they are prepared for each service. */
  toolchain?: Toolchain;
  image?: BuiltImage; // Of a service that runs in a container.
  readonly rollbackTarget?: string;
}

export interface Disk {
  readonly id: string;
  readonly name: string;
  readonly mountPath: string;
  readonly sizeGB: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Details {
  runtime: string;
  plan: string;
  region: string;
  numInstances: number;
  buildCommand: string;
  startCommand: string;
  docker: { dockerCommand: string; dockerContext: string; dockerfilePath: string };
  preDeployCommand: string;
  healthCheckPath: string;
  maxShutdownDelaySeconds: number;
  maintenanceMode: { enabled: boolean; uri: string };
  previews: { generation?: "off" | "manual" | "automatic" | undefined };
  pullRequestPreviewsEnabled: "yes" | "no";
  renderSubdomainPolicy: "enabled" | "disabled";
  ipAllowList: { cidrBlock: string; description: string }[];
  openPorts: { port: number; protocol: "TCP" }[];
  autoscaling?: Autoscaling | undefined;
  disk?: Disk | undefined;
  cache?: { profile: string } | undefined;
  /** Of a cron job: five fields, in UTC. */
  schedule: string;
  /** Of a static site. */
  publishPath: string;
}

export interface Service {
  readonly id: string;
  readonly type: ServiceType;
  readonly slug: string;
  readonly ownerId: string;
  readonly createdAt: string;
  /** The address of its ingress, in place of `https://<slug>.onrender.com`; empty for what has none. */
  url: string;
  name: string;
  repo?: string | undefined;
  branch?: string | undefined;
  imagePath?: string | undefined;
  /** The port of this machine on which its process runs in place of its own, which an earlier service has. */
  standInPort?: number | undefined;
  autoDeploy: "yes" | "no";
  autoDeployTrigger: "off" | "commit" | "checksPass";
  buildFilter?: { paths: string[]; ignoredPaths: string[] } | undefined;
  rootDir: string;
  environmentId?: string | undefined;
  suspended: boolean;
  updatedAt: string;
  details: Details;
  variables: Map<string, string>;
  secretFiles: Map<string, string>;
  domains: Domain[];
  headers: Header[];
  routes: Route[];
  /** Newest first. */
  readonly runs: CronRun[];
  readonly deploys: Deploy[];
  readonly events: ServiceEvent[];
  readonly log: ServiceLog;
  notification?: { notificationsToSend: string; previewNotificationsEnabled: string };
  logStream?: { setting: string; endpoint?: string | undefined };
}

export interface EnvGroup {
  readonly id: string;
  readonly ownerId: string;
  readonly createdAt: string;
  name: string;
  updatedAt: string;
  environmentId?: string | undefined;
  variables: Map<string, string>;
  secretFiles: Map<string, string>;
  serviceIds: Set<string>;
}

export interface Project {
  readonly id: string;
  readonly ownerId: string;
  readonly createdAt: string;
  name: string;
  updatedAt: string;
}

export interface Environment {
  readonly id: string;
  readonly projectId: string;
  readonly createdAt: string;
  name: string;
  updatedAt: string;
  protectedStatus: "protected" | "unprotected";
  /** Absent where it was never set, as in recorded answers. */
  networkIsolationEnabled?: boolean | undefined;
  ipAllowList?: { cidrBlock: string; description: string }[] | undefined;
}

/** All data of the embedded Render, kept as long as its process runs. */
export class Store {
  readonly services = new Map<string, Service>();
  readonly groups = new Map<string, EnvGroup>();
  readonly projects = new Map<string, Project>();
  readonly environments = new Map<string, Environment>();
  readonly databases = new Map<string, Database>();
  readonly keyValues = new Map<string, KeyValue>();
  readonly credentials = new Map<string, RegistryCredential>();
  readonly workspace = new Workspace();

  /** What has a log stream of its own: a service or a datastore. */
  withLog(id: string): Service | Datastore | undefined {
    return this.services.get(id) ?? this.databases.get(id) ?? this.keyValues.get(id);
  }

  /** The variables of the service's processes: the linked groups' values, overridden by its own. */
  variablesOf(service: Service): Map<string, string> {
    return this.merged(service, "variables");
  }

  secretFilesOf(service: Service): Map<string, string> {
    return this.merged(service, "secretFiles");
  }

  private merged(service: Service, field: "variables" | "secretFiles"): Map<string, string> {
    const linked = [...this.groups.values()].filter((group) => group.serviceIds.has(service.id));
    return new Map([...linked.flatMap((group) => [...group[field]]), ...service[field]]);
  }
}
