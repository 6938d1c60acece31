import type { Deploy, Service, Snapshot } from "../../store";
import { publicHost } from "../public-host";

/** Render's default for every web service. */
export const DEFAULT_PORT = 10000;

/**
 * What each language's runtime adds. Of a build Node's is left out: Render's own quickstarts build with packages that are
 * development dependencies alone (docs/facts/render.md#r40).
 *
 * @see https://render.com/docs/environment-variables
 */
const BY_RUNTIME: Readonly<Record<string, (port: string, build: boolean) => Record<string, string>>> = {
  node: (_, build) => (build ? {} : { NODE_ENV: "production" }),
  python: (port) => ({ GUNICORN_CMD_ARGS: `--preload --access-logfile - --bind=0.0.0.0:${port}` }),
  ruby: () => ({ RAILS_ENV: "production", RAILS_LOG_TO_STDOUT: "true" }),
  rust: (port) => ({ ROCKET_PORT: port }),
  go: () => ({ GO111MODULE: "on" }),
};

export interface Injection {
  readonly service: Service;
  readonly deploy: Deploy;
  readonly snapshot: Snapshot;
  readonly instance: string;
  /** The primary port that the platform found, where the service's own variables do not set PORT. */
  readonly port: number;
  readonly folder: string;
  /** For the build command. @default false */
  readonly build?: boolean;
  /** Folders first on PATH. */
  readonly path: readonly string[];
  /** What the tools of the service's language read. */
  readonly tools: Readonly<Record<string, string>>;
}

/** Render's word for each kind. */
const TYPES: Readonly<Record<Service["type"], string>> = {
  web_service: "web",
  private_service: "pserv",
  background_worker: "worker",
  cron_job: "cron",
  static_site: "static",
};

/**
 * Where the service is reached, and on which port: for the kinds that are. The address is the one on this machine: a
 * service that asks itself must not reach what has its name at Render. The host is Render's, as requests have it.
 */
function reachedVariables({ service, port }: Injection): Record<string, string> {
  const external = service.url !== "" && {
    RENDER_EXTERNAL_URL: service.url,
    RENDER_EXTERNAL_HOSTNAME: publicHost(service),
  };
  const listens = service.type === "web_service" || service.type === "private_service";
  return {
    ...(external || {}),
    ...(listens && { RENDER_DISCOVERY_SERVICE: `${service.slug}-discovery`, PORT: String(port) }),
  };
}

function platformVariables(injection: Injection): Record<string, string> {
  const { service, deploy, snapshot, instance, port } = injection;
  return {
    RENDER: "true",
    RENDER_SERVICE_ID: service.id,
    RENDER_SERVICE_NAME: service.name,
    RENDER_SERVICE_TYPE: TYPES[service.type],
    RENDER_INSTANCE_ID: instance,
    RENDER_GIT_COMMIT: deploy.commit.id,
    RENDER_GIT_BRANCH: service.branch ?? "",
    RENDER_GIT_REPO_SLUG: (service.repo ?? "").split("/").slice(-2).join("/"),
    RENDER_CPU_COUNT: "1",
    RENDER_WEB_CONCURRENCY: "1",
    IS_PULL_REQUEST: "false",
    ...reachedVariables(injection),
    WEB_CONCURRENCY: "1",
    ...BY_RUNTIME[snapshot.details.runtime]?.(
      snapshot.variables.get("PORT") ?? String(port),
      injection.build === true,
    ),
  };
}

/**
 * All variables of a process of the service. Only PATH comes from the machine. HOME is the checkout, so that a
 * ~/.pgpass or a tool's settings cannot make a wrong configuration work.
 */
export function environmentOf(
  injection: Injection,
  variables: ReadonlyMap<string, string>,
): Record<string, string> {
  const machines = process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin";
  return {
    PATH: [...injection.path, machines].join(":"),
    HOME: injection.folder,
    LANG: "C.UTF-8",
    ...injection.tools,
    ...platformVariables(injection),
    ...Object.fromEntries(variables),
  };
}

/** The PORT that the process gets: the service's own, or the platform's. */
export function portOf(snapshot: Snapshot, primary: number): number {
  const own = Number(snapshot.variables.get("PORT"));
  return Number.isInteger(own) && own > 0 && own < 65536 ? own : primary;
}
