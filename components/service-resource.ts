import * as pulumi from "@pulumi/pulumi";
import type { ServiceType } from "../domain/service-type";
import * as render from "../render/sdk";
import { SERVICE_DEFAULTS, type ServiceArgs } from "./service-args";

/** What every kind of service at Render has. */
interface Declared {
  readonly id: pulumi.Output<string>;
  readonly deployId: pulumi.Output<string>;
  /** Empty for what has no public address. */
  readonly url: pulumi.Output<string>;
}

/** Whether a kind of service has a port. */
export const listens = (type: ServiceType): boolean => type === "web" || type === "private";

/** Declares the resource of the service's kind, by its name with the kind behind it. */
export function declareService(
  name: string,
  args: ServiceArgs,
  opts: pulumi.CustomResourceOptions,
): Declared {
  const { type = "web" } = args;
  const called = `${name}-${type}`;
  if (type === "static") return new render.StaticSite(called, siteArgs(name, args), opts);
  const running = runningArgs(name, args);
  switch (type) {
    case "web": {
      const healthCheckPath = args.healthCheckPath ?? SERVICE_DEFAULTS.healthCheckPath;
      const staying = { ...running, ...stayingArgs(args) };
      return new render.WebService(called, { ...staying, healthCheckPath }, opts);
    }
    case "private":
      return withoutAddress(new render.PrivateService(called, { ...running, ...stayingArgs(args) }, opts));
    case "worker":
      return withoutAddress(new render.BackgroundWorker(called, { ...running, ...stayingArgs(args) }, opts));
    case "cron": {
      const schedule = needed(name, "schedule", args.schedule);
      return withoutAddress(new render.CronJob(called, { ...running, schedule }, opts));
    }
  }
}

/** A private service's own `url` is a host name inside Render's network, which no one else can ask. */
const withoutAddress = ({ id, deployId }: Omit<Declared, "url">): Declared => ({
  id,
  deployId,
  url: pulumi.output(""),
});

const stayingArgs = (args: ServiceArgs) => ({
  ...(args.preDeploy !== undefined && { preDeployCommand: args.preDeploy }),
  // An image is its digest.
  ...(args.runtime !== "image" && commitOf(args)),
});

const commitOf = ({ revision }: ServiceArgs) => (revision === undefined ? {} : { commit: revision });

function needed<Value>(name: string, argument: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new pulumi.RunError(`${name}: expected \`${argument}\`, got none.`);
}

function runningArgs(name: string, args: ServiceArgs) {
  const { rootDirectory, start } = args;
  return {
    name: args.name ?? name,
    plan: args.plan ?? SERVICE_DEFAULTS.plan,
    region: needed(name, "region", args.region),
    runtimeSource: runtimeSource(name, args),
    envVars: variables(args),
    ...(start !== undefined && { startCommand: start }),
    ...(rootDirectory !== undefined && { rootDirectory }),
  };
}

function siteArgs(name: string, args: ServiceArgs): render.StaticSiteArgs {
  const { rootDirectory, publishPath, routes, headers } = args;
  return {
    name: args.name ?? name,
    repoUrl: needed(name, "repository", args.repository),
    branch: args.branch ?? SERVICE_DEFAULTS.branch,
    buildCommand: args.build ?? "",
    envVars: variables(args),
    ...commitOf(args),
    ...(args.revision !== undefined && { autoDeploy: false }),
    ...(publishPath !== undefined && { publishPath }),
    ...(routes !== undefined && { routes }),
    ...(headers !== undefined && { headers }),
    ...(rootDirectory !== undefined && { rootDirectory }),
  };
}

/** What the stack sets by itself wins, so that the rules judge what the service would really get. */
function variables(args: ServiceArgs) {
  const { environment, databaseUrl, databaseUrls = {}, type = "web", port = SERVICE_DEFAULTS.port } = args;
  const urls = Object.entries(databaseUrls).map(([name, { url }]) => [name, pulumi.secret(url)]);
  const all: Record<string, pulumi.Input<string>> = {
    ...(listens(type) && {
      PORT: typeof port === "number" ? String(port) : pulumi.output(port).apply(String),
    }),
    ...(databaseUrl !== undefined && { DATABASE_URL: pulumi.secret(databaseUrl) }),
    ...Object.fromEntries(urls),
    ...environment,
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { value }]));
}

function runtimeSource(name: string, args: ServiceArgs): pulumi.Input<render.RuntimeSourceArgs> {
  const { branch = SERVICE_DEFAULTS.branch, build: buildCommand = "" } = args;
  const { dockerContext: context, dockerfile: dockerfilePath } = args;
  const of = (runtime: string): render.RuntimeSourceArgs => {
    if (runtime === "image") {
      const written = pulumi.all([needed(name, "image", args.image), args.revision]);
      return { image: written.apply(([image, digest]) => imageOf(image, digest)) };
    }
    // What is verified elsewhere first is not to be overtaken by a push.
    const unasked =
      args.revision === undefined ? {} : { autoDeploy: false, autoDeployTrigger: "off" as const };
    const repoUrl = needed(name, "repository", args.repository);
    if (runtime !== "docker")
      return { nativeRuntime: { repoUrl, branch, runtime, buildCommand, ...unasked } };
    const paths = {
      ...(context !== undefined && { context }),
      ...(dockerfilePath !== undefined && { dockerfilePath }),
    };
    return { docker: { repoUrl, branch, ...paths, ...unasked } };
  };
  const runtime = needed(name, "runtime", args.runtime);
  return typeof runtime === "string" ? of(runtime) : pulumi.output(runtime).apply(of);
}

/** `NAME:TAG` or `NAME@DIGEST`, in its parts; another digest replaces its version. */
function imageOf(written: string, other?: string): { imageUrl: string; tag?: string; digest?: string } {
  const [, imageUrl = written, tag, digest] = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(written) ?? [];
  if (other !== undefined) return { imageUrl, digest: other };
  return { imageUrl, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
